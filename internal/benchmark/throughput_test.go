package benchmark

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	// goal is the least throughput of the contract beside the handler written by hand.
	goal = 0.25
	// rounds of each kind follow one another, so that a busy moment of the machine meets both.
	rounds = 5
)

// TestThroughput measures the contract beside the handlers written by hand over real connections, and prints a table. It
// takes minutes and its figures need a quiet machine: it runs where MUNIMENT_SOAK is set.
func TestThroughput(t *testing.T) {
	if os.Getenv("MUNIMENT_SOAK") == "" {
		t.Skip("MUNIMENT_SOAK is not set")
	}
	during := time.Second
	if text := os.Getenv("MUNIMENT_BENCH_ROUND"); text != "" {
		var err error
		if during, err = time.ParseDuration(text); err != nil {
			t.Fatal(err)
		}
	}
	each(t, entitlements(t), func(t *testing.T, s *server) {
		listening := httptest.NewServer(s.mux)
		defer listening.Close()
		address := listening.Listener.Addr().String()
		var table strings.Builder
		fmt.Fprintf(&table, "\n| operation | bytes | clients | contract/s | by hand/s | ratio |\n|---|---|---|---|---|---|\n")
		for _, o := range Operations() {
			contract, byHand := requests(t, s, o, address, false), requests(t, s, o, address, true)
			for _, connections := range []int{1, 8} {
				warm(t, address, connections, contract, byHand, during)
				ratios := make([]float64, rounds)
				var ours, theirs Throughput
				for round := range rounds {
					a, b := drive1(t, address, connections, contract, during), drive1(t, address, connections, byHand, during)
					ratios[round] = a.PerSecond() / b.PerSecond()
					ours, theirs = sum(ours, a), sum(theirs, b)
				}
				slices.Sort(ratios)
				ratio := ratios[rounds/2]
				fmt.Fprintf(&table, "| %s | %d | %d | %.0f | %.0f | %.2f |\n", o.Name, ours.Bytes/ours.Requests, connections,
					ours.PerSecond(), theirs.PerSecond(), ratio)
				if ratio < goal {
					t.Errorf("%s with %d clients: %.2f of the handler written by hand, want %.2f", o.Name, connections, ratio, goal)
				}
			}
		}
		t.Log(table.String())
	})
}

func requests(t *testing.T, s *server, o Operation, address string, byHand bool) []Request {
	t.Helper()
	at := "/graphql"
	if byHand {
		at = "/" + path(o)
	}
	var out []Request
	for _, in := range o.Inputs(s.sample) {
		r, err := NewRequest(address, at, body(o, in, byHand))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func warm(t *testing.T, address string, connections int, contract, byHand []Request, during time.Duration) {
	t.Helper()
	drive1(t, address, connections, contract, during/2)
	drive1(t, address, connections, byHand, during/2)
}

func drive1(t *testing.T, address string, connections int, list []Request, during time.Duration) Throughput {
	t.Helper()
	got, err := Drive(context.WithoutCancel(t.Context()), address, connections, list, during)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func sum(a, b Throughput) Throughput {
	return Throughput{a.Requests + b.Requests, a.Bytes + b.Bytes, a.Took + b.Took}
}
