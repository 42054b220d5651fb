package benchmark

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// TestBesidePostGraphile measures the contract beside PostGraphile over the same PostgreSQL, after it has proven that
// both give the same answers and that neither answers without a key. MUNIMENT_BENCH_POSTGRAPHILE names the directory
// postgraphile, in which npm ci was run; postgraphile/compare.sh does all of it. The figures are reported and not
// judged.
func TestBesidePostGraphile(t *testing.T) {
	directory := os.Getenv("MUNIMENT_BENCH_POSTGRAPHILE")
	if directory == "" {
		t.Skip("MUNIMENT_BENCH_POSTGRAPHILE is not set")
	}
	config := store.Config{URL: os.Getenv("MUNIMENT_BENCH_POSTGRES")}
	if config.URL == "" {
		config.URL = database.Postgres(t)
	}
	s := filled(t, config, entitlements(t))
	handler, key := s.withKey(t)
	listening := httptest.NewServer(handler)
	defer listening.Close()
	contract := listening.Listener.Addr().String()
	other := postGraphile(t, directory, config.URL, processesOfPostGraphile(t), s.Clock.Now())

	for _, o := range operationsInPostGraphile() {
		sameAnswers(t, o, o.Inputs(s.sample), contract, other, key)
	}
	during := roundOf(t)
	var table strings.Builder
	table.WriteString(
		"\n| operation | clients | contract/s | PostGraphile/s | ratio | least | most | bytes | PostGraphile bytes |" +
			"\n|---|---|---|---|---|---|---|---|---|\n")
	for _, o := range operationsInPostGraphile() {
		ours, theirs := requests(t, s, o, contract, key, false), requestsOfPostGraphile(t, s, o, other, key)
		// JavaScript's just-in-time compiler needs some thousand calls to warm up.
		measure(t, other, 8, theirs, 4*during)
		for _, connections := range []int{1, 8, 16} {
			measure(t, contract, connections, ours, during)
			measure(t, other, connections, theirs, during)
			ratios := make([]float64, rounds)
			var a, b measured
			for round := range rounds {
				one := measure(t, contract, connections, ours, during)
				two := measure(t, other, connections, theirs, during)
				ratios[round] = one.PerSecond() / two.PerSecond()
				a, b = a.plus(one), b.plus(two)
			}
			slices.Sort(ratios)
			fmt.Fprintf(&table, "| %s | %d | %.0f | %.0f | %.2f | %.2f | %.2f | %d | %d |\n", o.Name, connections,
				a.PerSecond(), b.PerSecond(), ratios[rounds/2], ratios[0], ratios[rounds-1],
				a.Bytes/a.Requests, b.Bytes/b.Requests)
		}
	}
	t.Log(table.String())
}

// processesOfPostGraphile returns the number of PostGraphile processes: MUNIMENT_BENCH_POSTGRAPHILE_PROCESSES, or one.
func processesOfPostGraphile(t *testing.T) int {
	t.Helper()
	text := os.Getenv("MUNIMENT_BENCH_POSTGRAPHILE_PROCESSES")
	if text == "" {
		return 1
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("MUNIMENT_BENCH_POSTGRAPHILE_PROCESSES: %q, want n >= 1", text)
	}
	return n
}

// postGraphile starts PostGraphile with as many connections as Muniment has for reading, and returns its address. It
// ends with the test: its standard input is closed then, however the test ends.
func postGraphile(t *testing.T, directory, url string, processes int, now clock.Instant) string {
	t.Helper()
	node := filepath.Join(directory, "node_modules", ".bin", "node")
	command := exec.Command(node, filepath.Join(directory, "server.mjs"))
	connections := max(8, 4*runtime.NumCPU()) + 1 // as internal/store opens for reading
	command.Env = append(os.Environ(), "NODE_ENV=production", "GRAPHILE_ENV=production", "DATABASE_URL="+url,
		"PROCESSES="+strconv.Itoa(processes), "POOL_SIZE="+strconv.Itoa(connections),
		"MOMENT="+strconv.FormatInt(int64(now), 10))
	var said bytes.Buffer
	command.Stderr = &said
	leash, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatalf("start PostGraphile (npm ci in %s?): %v", directory, err)
	}
	t.Cleanup(func() {
		_ = leash.Close()
		if err := command.Wait(); err != nil {
			t.Errorf("end PostGraphile: %v", err)
		}
		if t.Failed() {
			t.Logf("PostGraphile says:\n%s", &said)
		}
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("PostGraphile does not start: %v", err)
	}
	return strings.TrimSpace(address)
}

func requestsOfPostGraphile(t *testing.T, s *server, o Operation, address, key string) []Request {
	t.Helper()
	var out []Request
	for _, in := range o.Inputs(s.sample) {
		body, err := toPostGraphile(o, in)
		if err != nil {
			t.Fatal(err)
		}
		r, err := NewRequest(address, "/graphql", key, body)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// sameAnswers checks that both sides give the same response to every input with the right key, and none with a wrong
// key.
func sameAnswers(t *testing.T, o Operation, inputs []Input, contract, other, key string) {
	t.Helper()
	stranger := key[:len(key)-1] + "0"
	if stranger == key {
		stranger = key[:len(key)-1] + "1"
	}
	for _, in := range inputs {
		translated, err := toPostGraphile(o, in)
		if err != nil {
			t.Fatal(err)
		}
		ours, theirs := sent(t, contract, key, body(o, in, false)), sent(t, other, key, translated)
		if diff := cmp.Diff(fromPostGraphile(dataOf(t, theirs)), asPostGraphile(dataOf(t, ours))); diff != "" {
			t.Fatalf("%s of %+v: (-PostGraphile +contract)\n%s", o.Name, in, diff)
		}
	}
	translated, err := toPostGraphile(o, inputs[0])
	if err != nil {
		t.Fatal(err)
	}
	for address, body := range map[string]any{contract: body(o, inputs[0], false), other: translated} {
		if text := sent(t, address, stranger, body); !bytes.Contains(text, []byte("UNAUTHENTICATED")) {
			t.Errorf("%s is answered to a key that does not exist: %.300s", o.Name, text)
		}
	}
}

func sent(t *testing.T, address, key string, body any) []byte {
	t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	at := "http://" + address + "/graphql"
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, at, bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+key)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// dataOf returns the data of an answer without errors.
func dataOf(t *testing.T, answer []byte) any {
	t.Helper()
	whole, ok := decode(t, answer).(map[string]any)
	if !ok || whole["errors"] != nil || whole["data"] == nil {
		t.Fatalf("no answer: %.500s", answer)
	}
	return whole["data"]
}
