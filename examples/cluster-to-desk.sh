#!/bin/sh
# Reports, a line each -> records, read in parts as the machines of a cluster would -> one desk. Nothing is read twice.
#   examples/cluster-to-desk.sh reports.jsonl border.db
set -eu
onrecord=${ONRECORD:-onrecord}
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

# Each part is what one task of Slurm, Spark's pipe or GNU parallel gets; here they run one after the other.
split -l "${LINES_EACH:-1000}" "$1" "$parts/reports."
for part in "$parts"/reports.*; do
  # a line that cannot be read is answered in its place, and the exit status is 1
  $onrecord read --jsonl --threads 1 < "$part" > "$parts/records.${part##*.}.jsonl" || [ $? -eq 1 ]
done
$onrecord add "$parts"/records.*.jsonl --desk "$2" || [ $? -eq 1 ]
