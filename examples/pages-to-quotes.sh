#!/bin/sh
# A folder of saved pages -> a table of who said what, word for word, that Excel opens.
#   examples/pages-to-quotes.sh pages/ quotes.csv
set -eu
onrecord=${ONRECORD:-onrecord}
desk=$(mktemp -d)
trap 'rm -rf "$desk"' EXIT

# What cannot be taken is listed on the way; the rest is in the table all the same.
$onrecord add "$1" --desk "$desk/pages.db" || [ $? -eq 1 ]
$onrecord export quotes --desk "$desk/pages.db" --excel --columns speaker,quote,sentence,outlet,published,url --out "$2"
