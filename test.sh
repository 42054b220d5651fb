#!/usr/bin/env bash
# Proves the whole of Muniment: formatting, generated code, every test on SQLite and PostgreSQL, races, parsers, the
# web sources, and portal, widgets and playground in a browser.
#
#   ./test.sh         everything, in under 30 minutes on two cores with nothing cached
#   ./test.sh quick   the daily loop, in under 3 minutes on two cores with a warm build cache; its last lines say what
#                     it leaves out
#   ./test.sh soak    the long rounds
#
# On Debian as root it installs what is missing. MUNIMENT_TEST_SKIP=a,b leaves parts out (postgres generated race fuzz
# web browser), and single tests that need more of the machine: mount (small file systems, which only root can mount),
# nobody (root runs programs as another user, which some containers forbid) and node (Node.js). A part that could not
# run otherwise fails the command. MUNIMENT_TEST_POSTGRES names a PostgreSQL server to use in place of throw-away ones; its
# user must be allowed to create databases.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

mode=${1-}
case $mode in
	# The limit of a package only ends what hangs: on a busy machine the largest takes many times its usual minutes.
	'') fuzz_inputs=30000 go_flags=(-count=1 -timeout=1h) ;;
	quick)
		# Packages that have not changed are answered from Go's cache of test results.
		go_flags=(-short -timeout=1h)
		export MUNIMENT_TEST_SKIP=${MUNIMENT_TEST_SKIP:+$MUNIMENT_TEST_SKIP,}generated,race,fuzz,browser
		;;
	soak) fuzz_inputs=1000000 go_flags=(-count=1 -timeout=3h); export MUNIMENT_SOAK=1 ;;
	*) echo 'usage: ./test.sh [quick | soak]' >&2; exit 2 ;;
esac
export TZ=UTC LC_ALL=C.UTF-8

work=$(mktemp -d)
counts=$work/counts
halves=()
finish() {
	[ ${#halves[@]} = 0 ] || { kill "${halves[@]}"; wait "${halves[@]}"; } 2>/dev/null
	rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

skipped() { [[ ",${MUNIMENT_TEST_SKIP-}," == *",$1,"* ]]; }

# part NAME TITLE COMMAND... runs one part and remembers how it went. Parts that hold tests of their own count those.
part() {
	local name=$1 title=$2 began=$SECONDS before=
	shift 2
	printf '\n== %s\n' "$title"
	if skipped "$name"; then
		echo "left out: MUNIMENT_TEST_SKIP names $name"
		echo '0 0 1' >>"$counts"
		return
	fi
	[ ! -e "$counts" ] || before=$(<"$counts")
	if "$@"; then
		[ "$before" != "$(cat "$counts" 2>/dev/null)" ] || echo '1 0 0' >>"$counts"
		printf -- '-- %s: good, %d s\n' "$title" $((SECONDS - began))
	else
		awk -v skip="$(printf '%s' "$before" | grep -c '')" 'NR > skip && $2 > 0 { found = 1 } END { exit !found }' \
			"$counts" 2>/dev/null || echo '0 1 0' >>"$counts"
		printf -- '-- %s: FAILED, %d s\n' "$title" $((SECONDS - began))
	fi
}

# ---------------------------------------------------------------- what the parts need

go_is_there() { command -v go >/dev/null; }
c_compiler_is_there() { command -v "${CC:-gcc}" >/dev/null; }
postgres_is_there() { [ -n "${MUNIMENT_TEST_POSTGRES-}" ] || command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
node_is_there() { command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }
chromium_is_there() {
	if [ -n "${MUNIMENT_CHROMIUM-}" ]; then [ -x "$MUNIMENT_CHROMIUM" ]; return; fi
	[ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ]
}

prepare() {
	go_is_there || { echo 'Go is missing: see https://go.dev/doc/install'; return 1; }
	local missing=()
	skipped race || c_compiler_is_there || missing+=(gcc libc6-dev)
	skipped postgres || postgres_is_there || missing+=(postgresql)
	skipped web && skipped browser || node_is_there || missing+=(nodejs npm)
	skipped browser || chromium_is_there || missing+=(chromium-headless-shell)
	[ ${#missing[@]} -gt 0 ] || { packages_of_tests; return; }
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		echo "Missing: ${missing[*]}. As root on Debian:"
		echo "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
		return 1
	fi
	export DEBIAN_FRONTEND=noninteractive
	apt-get update -q </dev/null && apt-get install -y -q --no-install-recommends "${missing[@]}" </dev/null || return 1
	skipped web && skipped browser || node_is_there || { echo 'The packaged Node.js is older than 20.19: install a newer one.'; return 1; }
	packages_of_tests
}

# The identity provider of the Go tests is one of the web's packages.
packages_of_tests() { skipped web && skipped browser || npm_packages; }

npm_packages() {
	local stamp=web/node_modules/.package-lock.json
	[ -e "$stamp" ] && [ ! web/package-lock.json -nt "$stamp" ] && return
	(cd web && npm ci --no-audit --no-fund </dev/null)
}

# ---------------------------------------------------------------- the parts

formatting() {
	local unformatted
	unformatted=$(git ls-files -co --exclude-standard -- '*.go' | xargs gofmt -l) || return 1
	[ -z "$unformatted" ] || { printf 'not formatted (run gofmt -w):\n%s\n' "$unformatted"; return 1; }
}

# The state of every file that is not ignored, so that a tree with uncommitted work can be checked too.
tree() { git ls-files -co --exclude-standard | while IFS= read -r file; do [ ! -f "$file" ] || sha256sum "$file"; done; }

generated_code() {
	tree >"$work/before"
	go generate ./... >"$work/generate" 2>&1 </dev/null || { cat "$work/generate"; return 1; }
	tree >"$work/after"
	diff "$work/before" "$work/after" >"$work/changed" && return
	echo 'go generate changes these files; commit what it writes:'
	awk '/^[<>]/ { print $3 }' "$work/changed" | sort -u
	return 1
}

# with_postgres COMMAND... runs a command with a PostgreSQL server, unless the tests that want one are left out.
with_postgres() {
	if skipped postgres; then "$@"; else go run ./internal/testenv/cluster/with "$@"; fi
}

# go vet has a part of its own. Tests need no tables of a debugger, which the linker takes long over.
go_tests() {
	with_postgres go test -json "${go_flags[@]}" -vet=off -ldflags=-w "$@" </dev/null | "$work/tally" "$counts"
}

# Where goroutines meet. What runs whole under the race detector need not run without it; the rest of these leaves its longest
# walks out, which run on one goroutine.
raced='/(web|internal/(access|app|audit|change|event|job|store|httpd(/.*)?))$'
partly_raced='/(graph|internal/account|internal/app/linefile|internal/mail)$'

# The longest go first, so that none runs on alone at the end.
longest='./graph ./internal/legacy/apply'

plain_tests() {
	if skipped race; then go_tests $longest ./...; return; fi
	go_tests $longest $(go list ./... | grep -vE "$raced")
}

# The packages of the daily loop that run on PostgreSQL too: those whose statements differ most between the engines.
on_both='/(graph|internal/(access|account|app|change|directory|entitlement|event|store|upgrade))$'

quick_tests_on_both() { go_tests $(go list ./... | grep -E "$on_both"); }

quick_tests_on_sqlite() {
	MUNIMENT_TEST_SKIP=$MUNIMENT_TEST_SKIP,postgres \
		go_tests ./internal/legacy/apply $(go list ./... | grep -vE "$on_both")
}

# The engine of SQLite is C turned into Go: to watch it inside would take three times as long, and is not our work. To optimize
# the data model takes longer than it wins here.
race_tests() {
	local short
	short=$(go list -f '{{$d := .Dir}}{{range .TestGoFiles}}{{$d}}/{{.}} {{end}}{{range .XTestGoFiles}}{{$d}}/{{.}} {{end}}' \
		$(go list ./... | grep -E "$raced") | xargs grep -l 'testing\.Short()')
	[ -z "$short" ] || { printf 'these leave something out that would run nowhere:\n%s\n' "$short"; return 1; }
	CGO_ENABLED=1 go_tests -race -short -gcflags='modernc.org/...=-race=false' -gcflags="$(go list -m)/ent/...=-N -l" \
		$(go list ./... | grep -E "$raced|$partly_raced")
}

# Parsers that need the data model take minutes to be made ready for it, so those wait for the long rounds. What was found once
# stands among their examples, which the tests try each time.
fuzzed() {
	local file
	for file in $(git ls-files -co --exclude-standard -- '*_test.go' | xargs grep -l '^func Fuzz'); do
		[ -n "${MUNIMENT_SOAK-}" ] || [ "$(go list -deps -test "./$(dirname "$file")" | grep -c "$(go list -m)/ent$")" = 0 ] || continue
		grep -o '^func Fuzz[A-Za-z0-9_]*(' "$file" /dev/null
	done
}

# A number of inputs, not a time: at the end of a time, Go 1.26 now and then reports its own deadline as a failure
# (golang/go#75804).
fuzzing() {
	local file name status=0
	while IFS=: read -r file name; do
		name=${name#func }
		name=${name%%(*}
		echo "$name in $(dirname "$file")"
		go test -run '^$' -fuzz "^$name\$" -fuzztime "${fuzz_inputs}x" "./$(dirname "$file")" </dev/null >"$work/fuzz" 2>&1 ||
			{ tail -n 40 "$work/fuzz"; status=1; }
	done < <(fuzzed)
	return $status
}

web_sources() {
	npm_packages || return 1
	local check status=0
	for check in typecheck check:format lint test lint:schema check:breaking check:examples check:dist check:package; do
		echo "npm run $check"
		(cd web && npm run --silent "$check" </dev/null) || status=1
	done
	return $status
}

# other_clients ADDRESS runs the clients of web/clients against a server. The condition brings their warnings out.
other_clients() {
	local status=0
	(cd web && MUNIMENT_URL=$1 node --conditions=development --test --test-reporter=spec --test-reporter-destination=stdout \
		--test-reporter=tap --test-reporter-destination="$work/clients.tap" clients/*.test.mjs </dev/null) || status=1
	awk '$1 == "#" { n[$2] = $3 } END { print n["pass"] + 0, n["fail"] + n["cancelled"], n["skipped"] + 0 }' \
		"$work/clients.tap" >>"$counts" || status=1
	return $status
}

# A real server, started the way the README starts it, other clients and a real browser. A browser mostly waits for one page at a
# time, so half of the tests run beside the other half, each on a server of its own.
browser() {
	npm_packages && go build -o "$work/muniment" ./cmd/muniment || return 1
	local half status=0
	for half in 1 2; do
		half_of_browser $half >"$work/half-$half" 2>&1 &
		halves[half]=$!
	done
	for half in 1 2; do
		tail -n +1 -f --pid="${halves[half]}" "$work/half-$half"
		wait "${halves[half]}" || status=1
		unset "halves[half]"
	done
	return $status
}

# half_of_browser NUMBER runs half of the browser's tests; the first half runs the other clients, too. The pages with widgets are
# those of the sample community, which has another origin. The half year of a producer starts the program with an empty database.
half_of_browser() {
	local number=$1 demo=$work/demo-$1 server= tests= address= community= waited status=0
	trap 'kill $tests $server 2>/dev/null; exit 130' TERM
	"$work/muniment" demo --data "$demo" --listen 127.0.0.1:0 </dev/null >"$work/server-$number" 2>&1 &
	server=$!
	for waited in $(seq 600); do
		address=$(grep -aoE 'http://127\.0\.0\.1:[0-9]+' "$work/server-$number" | head -n 1)
		[ -z "$address" ] || break
		kill -0 "$server" 2>/dev/null || break
		sleep 0.2
	done
	[ -n "$address" ] || { echo 'the demo does not start:'; cat "$work/server-$number"; return 1; }
	for waited in $(seq 50); do
		community=$(sed -nE 's|.*community +(http://127\.0\.0\.1:[0-9]+)/.*|\1|p' "$work/server-$number")
		[ -z "$community" ] || break
		sleep 0.2
	done
	[ "$number" != 1 ] || other_clients "$address" || status=1
	(cd web && CI=1 MUNIMENT_E2E_PART=$number MUNIMENT_E2E_HALF=$number MUNIMENT_URL=$address MUNIMENT_COMMUNITY=$community \
		MUNIMENT_OUTBOX=$demo/outbox MUNIMENT_PROGRAM=$work/muniment PLAYWRIGHT_JSON_OUTPUT_NAME=$work/browser-$number.json \
		npx --no-install playwright test --project=check --reporter=list,json </dev/null) &
	tests=$!
	wait "$tests" || status=1
	tests=
	node -e '
		const { stats } = JSON.parse(require("node:fs").readFileSync(process.argv[1]))
		console.log(stats.expected, stats.unexpected + stats.flaky, stats.skipped)
	' "$work/browser-$number.json" >>"$counts" || status=1
	kill "$server" && wait "$server" || { echo 'the demo did not end well:'; cat "$work/server-$number"; status=1; }
	return $status
}

# ---------------------------------------------------------------- the run

began=$SECONDS
printf '== what is needed\n'
prepare || { printf '\n0 passed, 1 failed, 0 skipped\n'; exit 1; }
go build -o "$work/tally" ./internal/testenv/tally || { printf '\n0 passed, 1 failed, 0 skipped\n'; exit 1; }

part formatting 'gofmt' formatting
part vet 'go vet' go vet ./...
if [ "$mode" = quick ]; then
	part tests 'short tests of the core, on SQLite and PostgreSQL' quick_tests_on_both
	part tests 'short tests of the rest, on SQLite' quick_tests_on_sqlite
	part web 'web sources, their tests, contract and examples' web_sources
else
	part generated 'generated code is current' generated_code
	part tests 'tests, on SQLite and PostgreSQL' plain_tests
	part race 'tests under the race detector' race_tests
	part fuzz "parsers, $fuzz_inputs inputs each" fuzzing
	part web 'web sources, their tests, contract and examples' web_sources
	part browser 'clients of GraphQL, and portal, widgets and playground in a browser' browser
fi

printf '\n%d s in all\n' $((SECONDS - began))
[ "$mode" != quick ] || cat <<-'END'
	quick leaves out: tests that are too long for go test -short, PostgreSQL outside the core, the race detector,
	fuzzing, go generate, and the browser. It does not repeat tests of packages that have not changed.
	Before a merge, run ./test.sh, which leaves out nothing.
END
awk '{ p += $1; f += $2; s += $3 } END { printf "%d passed, %d failed, %d skipped\n", p, f, s; exit f > 0 }' "$counts"
