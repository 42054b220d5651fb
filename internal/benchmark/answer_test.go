package benchmark

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// minMeanBytes is the minimum average size of a response.
const minMeanBytes = 150

// TestBothAnswerTheSame makes sure that the benchmark compares the same work: for every input, the GraphQL API and the
// handler written by hand give the same response, except for ids, which the handler leaves as numbers.
func TestBothAnswerTheSame(t *testing.T) {
	each(t, smallSize, func(t *testing.T, s *server) {
		for _, o := range Operations() {
			t.Run(o.Name, func(t *testing.T) {
				inputs := o.Inputs(s.sample)
				if len(inputs) == 0 {
					t.Fatal("the sample has nothing to ask for")
				}
				size := 0
				for _, in := range inputs {
					contract, _ := s.ask(t, o, in, false)
					byHand, statements := s.ask(t, o, in, true)
					if diff := cmp.Diff(decode(t, byHand), plain(decode(t, contract))); diff != "" {
						t.Fatalf("%+v: (-by hand +contract)\n%s", in, diff)
					}
					if len(statements) != 1 {
						t.Fatalf("the handler written by hand ran %d statements", len(statements))
					}
					size += len(contract)
				}
				if mean := size / len(inputs); mean < minMeanBytes {
					t.Errorf("answers of %d bytes on average: too little is measured", mean)
				}
			})
		}
	})
}

// TestStatementsAreConstant makes sure that an operation runs the same number of statements for an account with
// hundreds of rows as for one with twenty. It may run fewer if a list is empty, because nothing is read below an empty
// list.
func TestStatementsAreConstant(t *testing.T) {
	each(t, smallSize, func(t *testing.T, s *server) {
		for _, o := range Operations() {
			t.Run(o.Name, func(t *testing.T) {
				most := 0
				for _, in := range o.Inputs(s.sample) {
					data, statements := s.ask(t, o, in, false)
					most = max(most, len(statements))
					if len(statements) < want[o.Name] && !bytes.Contains(data, []byte(`"nodes":[]`)) {
						t.Errorf("%+v: %d statements, want %d", in, len(statements), want[o.Name])
					}
				}
				if atMost := want[o.Name] + forDecisions[o.Name]; most != atMost {
					t.Errorf("%d statements at most, want %d", most, atMost)
				}
			})
		}
	})
}

// forDecisions is the number of statements that an operation adds if there are decisions about something in its answer.
var forDecisions = map[string]int{"dashboard": 2}

// want is the number of statements of each operation, without those for decisions.
var want = map[string]int{
	"dashboard": 5, "renewals": 2, "renewals of an account": 3, "entitlement": 2, "search": 2, "lookup": 2,
}
