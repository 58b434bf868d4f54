#!/bin/sh
# Reports, a line each -> tidy events for DuckDB: an actor with a recipient a row, typed, never a day that no report tells.
#   examples/reports-to-events.sh reports.jsonl events.parquet
set -eu
onrecord=${ONRECORD:-onrecord}
desk=$(mktemp -d)
trap 'rm -rf "$desk"' EXIT

$onrecord add "$1" --desk "$desk/reports.db" || [ $? -eq 1 ]
$onrecord export dyads --desk "$desk/reports.db" --format parquet --out "$2"

# Who did what to whom, as it is told, where DuckDB is at hand.
if command -v duckdb > /dev/null; then
  duckdb -c "SELECT actor, type, recipient, status, count(*) AS events FROM '$2' GROUP BY ALL ORDER BY events DESC LIMIT 10"
fi
