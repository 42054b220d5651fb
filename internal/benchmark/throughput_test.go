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

	"github.com/muniment/muniment/internal/testenv/database"
)

const (
	// goal is the minimum throughput of the GraphQL API relative to the handler written by hand.
	goal = 0.25
	// rounds is the number of rounds of each kind. They alternate, so that other load on the machine affects both.
	rounds = 5
)

// TestThroughput compares the GraphQL API with the handlers written by hand over real connections, and prints a table.
// It takes minutes and needs a machine without other load, so it runs only if MUNIMENT_SOAK is set.
func TestThroughput(t *testing.T) {
	if os.Getenv("MUNIMENT_SOAK") == "" {
		t.Skip("MUNIMENT_SOAK is not set")
	}
	during := roundOf(t)
	each(t, entitlements(t), func(t *testing.T, s *server) {
		handler, key := s.withKey(t)
		listening := httptest.NewServer(handler)
		defer listening.Close()
		address := listening.Listener.Addr().String()
		var table strings.Builder
		fmt.Fprintf(&table,
			"\n| operation | bytes | clients | contract/s | by hand/s | ratio | contract CPU µs | by hand CPU µs | "+
				"ratio |\n|---|---|---|---|---|---|---|---|---|\n")
		for _, o := range Operations() {
			t.Run(o.Name, func(t *testing.T) {
				contract, byHand := requests(t, s, o, address, key, false), requests(t, s, o, address, key, true)
				for _, connections := range []int{1, 8} {
					compare(t, &table, o.Name, address, connections, contract, byHand, during)
				}
			})
		}
		t.Log(table.String())
	})
}

// compare measures an operation in alternating rounds, and adds a row of medians to the table.
func compare(t *testing.T, table *strings.Builder, name, address string, connections int, contract, byHand []Request,
	during time.Duration) {
	t.Helper()
	warm(t, address, connections, contract, byHand, during)
	ratios, costs := make([]float64, rounds), make([]float64, rounds)
	var ours, theirs measured
	for round := range rounds {
		a, b := measure(t, address, connections, contract, during), measure(t, address, connections, byHand, during)
		ratios[round] = a.PerSecond() / b.PerSecond()
		costs[round] = b.cost() / a.cost()
		ours, theirs = ours.plus(a), theirs.plus(b)
	}
	slices.Sort(ratios)
	slices.Sort(costs)
	ratio := ratios[rounds/2]
	fmt.Fprintf(table, "| %s | %d | %d | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f |\n", name, ours.Bytes/ours.Requests,
		connections, ours.PerSecond(), theirs.PerSecond(), ratio, ours.cost(), theirs.cost(), costs[rounds/2])
	if ratio < goal {
		t.Errorf("%s with %d clients: %.2f of the handler written by hand, want %.2f", name, connections, ratio, goal)
	}
}

// roundOf returns the duration of a round: MUNIMENT_BENCH_ROUND, or one second.
func roundOf(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("MUNIMENT_BENCH_ROUND")
	if text == "" {
		return time.Second
	}
	during, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return during
}

func requests(t *testing.T, s *server, o Operation, address, key string, byHand bool) []Request {
	t.Helper()
	at := "/graphql"
	if byHand {
		at = "/" + path(o)
	}
	var out []Request
	for _, in := range o.Inputs(s.sample) {
		r, err := NewRequest(address, at, key, body(o, in, byHand))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func warm(t *testing.T, address string, connections int, contract, byHand []Request, during time.Duration) {
	t.Helper()
	measure(t, address, connections, contract, during/2)
	measure(t, address, connections, byHand, during/2)
}

// measured is a throughput with the processor time of this process, including the clients.
type measured struct {
	Throughput
	processor time.Duration
}

// cost returns the processor time per request, in microseconds.
func (m measured) cost() float64 { return float64(m.processor.Microseconds()) / float64(m.Requests) }

func (m measured) plus(n measured) measured {
	return measured{Throughput{m.Requests + n.Requests, m.Bytes + n.Bytes, m.Took + n.Took}, m.processor + n.processor}
}

func measure(t *testing.T, address string, connections int, list []Request, during time.Duration) measured {
	t.Helper()
	began := processorTime(t)
	got, err := Drive(context.WithoutCancel(database.Operator(t)), address, connections, list, during)
	if err != nil {
		t.Fatal(err)
	}
	return measured{got, processorTime(t) - began}
}
