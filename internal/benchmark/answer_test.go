package benchmark

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// least is how many bytes an answer has at least, on average.
const minMeanBytes = 150

// TestBothAnswerTheSame proves that what is compared is the same work: for every input the contract and the handler
// written by hand give the same answer, ids aside, which the latter leaves as numbers.
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

// TestStatementsAreConstant proves that an operation runs as many statements for an account with hundreds of rows as
// for one with twenty. An operation may run fewer where a list is empty, since what hangs on nothing is not asked for.
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
				if most != want[o.Name] {
					t.Errorf("%d statements at most, want %d", most, want[o.Name])
				}
			})
		}
	})
}

// want is how many statements each operation runs.
var want = map[string]int{
	"dashboard": 5, "renewals": 2, "renewals of an account": 3, "entitlement": 2, "search": 2, "lookup": 2,
}
