#!/usr/bin/env bash
# Compares the contract with PostGraphile over a temporary PostgreSQL server, prints a table, and exits. It needs Go,
# npm and PostgreSQL's server programs; Node.js 22 is one of the npm packages.
#
#   MUNIMENT_BENCH_ENTITLEMENTS=N             number of entitlements in the database; the default is 200,000
#   MUNIMENT_BENCH_ROUND=400ms                duration of a round; the default is a second
#   MUNIMENT_BENCH_POSTGRES=URL               database to use instead; it is filled if it is empty, and kept
#   MUNIMENT_BENCH_POSTGRAPHILE_PROCESSES=N   number of PostGraphile's processes; the default is 1
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm ci --no-audit --no-fund --loglevel=error </dev/null
export MUNIMENT_BENCH_POSTGRAPHILE=$PWD MUNIMENT_BENCH_ENTITLEMENTS=${MUNIMENT_BENCH_ENTITLEMENTS:-200000}
cd ..
exec go test -run '^TestBesidePostGraphile$' -v -count=1 -timeout=1h </dev/null
