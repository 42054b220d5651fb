package graph

import (
	"errors"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
)

// sums are the sums of one account; err says why it has none.
type sums[T any] struct {
	list []T
	err  error
}

// of returns the value of a field.
func (s sums[T]) of() (any, error) {
	if s.err != nil {
		return nil, s.err
	}
	return s.list, nil
}

// apart asks for the sums of accounts. If these are too large to be added up together, it asks for each half, so that
// an account is refused only if it is too large by itself.
func apart[T any](accounts []int64, ask func(accounts []int64) ([][]T, error)) ([]sums[T], error) {
	var tooMany *page.TooManyRowsError
	lists, err := ask(accounts)
	switch {
	case errors.As(err, &tooMany) && len(accounts) == 1:
		return []sums[T]{{err: sumsTooLarge(tooMany.Limit)}}, nil
	case tooMany != nil:
		half := len(accounts) / 2
		before, err := apart(accounts[:half], ask)
		if err != nil {
			return nil, err
		}
		after, err := apart(accounts[half:], ask)
		return append(before, after...), err
	case err != nil:
		return nil, err
	}
	out := make([]sums[T], len(lists))
	for i := range lists {
		out[i].list = lists[i]
	}
	return out, nil
}

// sumsTooLarge refuses the sums of an account. The rows beyond the limit are not counted.
func sumsTooLarge(limit int) error {
	return fault.New(plan.AnswerTooLarge, "",
		"More than {max} rows would have to be read one by one to answer this for the account.",
		"Ask without the accounts below, for today, or for a shorter time.", fault.WithNumber("max", limit))
}
