#!/usr/bin/env bash
# Measures the contract beside PostGraphile over a PostgreSQL of this run's own, prints a table, and ends. It needs Go,
# npm and PostgreSQL's server programs; Node.js 22 comes with the packages.
#
#   MUNIMENT_BENCH_ENTITLEMENTS=N             how much the database holds: 200,000 entitlements if nothing is said
#   MUNIMENT_BENCH_ROUND=400ms                how long a round takes: a second
#   MUNIMENT_BENCH_POSTGRES=URL               a kept database to use, and to fill if it holds nothing
#   MUNIMENT_BENCH_POSTGRAPHILE_PROCESSES=N   how many processes answer for PostGraphile: one
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm ci --no-audit --no-fund --loglevel=error </dev/null
export MUNIMENT_BENCH_POSTGRAPHILE=$PWD MUNIMENT_BENCH_ENTITLEMENTS=${MUNIMENT_BENCH_ENTITLEMENTS:-200000}
cd ..
exec go test -run '^TestBesidePostGraphile$' -v -count=1 -timeout=1h </dev/null
