package graph

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
)

// A large account is refused alone: the others of the page have their sums, in the order of the accounts.
func TestALargeAccountRefusesNoOther(t *testing.T) {
	lines := map[int64]int{1: 30_000, 2: 60_000, 3: 100_001, 4: 99_999, 5: 10}
	asked := 0
	ask := func(accounts []int64) ([][]int64, error) {
		asked++
		sum, out := 0, make([][]int64, len(accounts))
		for i, a := range accounts {
			sum += lines[a]
			out[i] = []int64{a}
		}
		if sum > page.MaxRows {
			return nil, fmt.Errorf("read: %w", &page.TooManyRowsError{Limit: 1_000_000})
		}
		return out, nil
	}
	got, err := apart([]int64{5, 3, 1, 4, 2}, ask)
	if err != nil || len(got) != 5 {
		t.Fatal(got, err)
	}
	for i, want := range []int64{5, 3, 1, 4, 2} {
		list, err := got[i].of()
		switch {
		case want == 3:
			var refused *fault.Error
			if !errors.As(err, &refused) || refused.Code != plan.AnswerTooLarge || len(refused.Parameters) != 1 ||
				refused.Parameters[0].Value.Form != "1000000" {
				t.Errorf("the large account: %v %v", list, err)
			}
		case err != nil || !slices.Equal(list.([]int64), []int64{want}):
			t.Errorf("account %d: %v %v", want, list, err)
		}
	}
	asked = 0
	if _, err := apart([]int64{1, 2, 5}, ask); err != nil || asked != 1 {
		t.Errorf("accounts that fit together were asked %d times: %v", asked, err)
	}
	broken := errors.New("broken")
	if _, err := apart([]int64{1, 2}, func([]int64) ([][]int64, error) { return nil, broken }); err != broken {
		t.Errorf("another error became %v", err)
	}
}
