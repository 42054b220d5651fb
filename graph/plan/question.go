package plan

import (
	"errors"
	"fmt"
)

// Question is a fact that depends on arguments of the field.
type Question struct {
	needs []string
}

// Questions is a Question with the types of its key, such as the day asked for, and of what is known of one row.
type Questions[K comparable, T any] struct {
	Question
	load func(*Call, K, []Row) ([]T, error)
}

// Ask declares a question. load answers it for one key, in the order of the rows.
func Ask[K comparable, T any](load func(*Call, K, []Row) ([]T, error), needs ...string) *Questions[K, T] {
	return &Questions[K, T]{Question{needs: needs}, load}
}

// Of returns what is known of a row. The first row that asks has the question answered for all rows of its place, once
// for each key; whoever does not ask costs nothing.
func (q *Questions[K, T]) Of(c *Call, r Row, key K) (T, error) {
	at := questioned{&q.Question, key}
	known, asked := r.level.answers[at]
	if !asked {
		if r.level.answers == nil {
			r.level.answers = map[questioned]answered{}
		}
		r.level.answers[at] = answered{err: errUnanswered} // what stays if load panics
		rows := make([]Row, r.level.n)
		for i := range rows {
			rows[i] = Row{r.level, i}
		}
		list, err := q.load(c, key, rows)
		if err == nil && len(list) != len(rows) {
			err = fmt.Errorf("a question was answered for %d of %d rows", len(list), len(rows))
		}
		known = answered{list, err}
		r.level.answers[at] = known
	}
	if known.err != nil {
		var none T
		return none, known.err
	}
	return known.list.([]T)[r.index], nil
}

var errUnanswered = errors.New("a question could not be answered")

// questioned is a question with its key.
type questioned struct {
	question *Question
	key      any
}

// answered is the answer to a question for all rows of a place.
type answered struct {
	list any
	err  error
}

// asking is a question of a field.
type asking struct {
	question *Question
	argument string
}

// Asking adds a question that the field asks.
func (f *Field) Asking(q *Question) *Field { return f.AskingFor("", q) }

// AskingFor adds a question that the field asks only if an argument is given.
func (f *Field) AskingFor(argument string, q *Question) *Field {
	f.asking = append(f.asking, asking{q, argument})
	return f
}
