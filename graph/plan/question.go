package plan

import (
	"errors"
	"fmt"
)

// Question is like Fact, but its data also depends on a key that is made from the arguments of the field.
type Question struct {
	needs []string
}

// Questions is a Question with a key of type K, such as a day, and data of type T for one row.
type Questions[K comparable, T any] struct {
	Question
	load func(*Call, K, []Row) ([]T, error)
}

// Ask declares a question. load returns the data for one key, with one element for each row, in the order of the rows;
// needs names the columns that it reads.
func Ask[K comparable, T any](load func(*Call, K, []Row) ([]T, error), needs ...string) *Questions[K, T] {
	return &Questions[K, T]{Question{needs: needs}, load}
}

// Of returns the data for a row and a key. The first call with a key loads the data for all rows of the selection.
// Without a call nothing is loaded. The field that calls it must be declared with Asking or AskingFor.
func (q *Questions[K, T]) Of(c *Call, r Row, key K) (T, error) {
	at := questionKey{&q.Question, key}
	known, asked := r.set.answers[at]
	if !asked {
		if r.set.answers == nil {
			r.set.answers = map[questionKey]questionAnswer{}
		}
		r.set.answers[at] = questionAnswer{err: errUnanswered} // stays if load panics
		rows := make([]Row, r.set.n)
		for i := range rows {
			rows[i] = Row{r.set, i}
		}
		list, err := q.load(c, key, rows)
		if err == nil && len(list) != len(rows) {
			err = fmt.Errorf("a question was answered for %d of %d rows", len(list), len(rows))
		}
		known = questionAnswer{list, err}
		r.set.answers[at] = known
	}
	if known.err != nil {
		var none T
		return none, known.err
	}
	return known.list.([]T)[r.index], nil
}

var errUnanswered = errors.New("a question could not be answered")

// questionKey is a question with one of its keys.
type questionKey struct {
	question *Question
	key      any
}

// questionAnswer is the answer to a question for all rows of a selection: a slice with one element for each row, or an
// error.
type questionAnswer struct {
	list any
	err  error
}

// questionUse is a question that a field asks; if argument is not "", only if that argument is given.
type questionUse struct {
	question *Question
	argument string
}

// Asking declares that the field uses a question.
func (f *Field) Asking(q *Question) *Field { return f.AskingFor("", q) }

// AskingFor declares that the field uses a question, but only if the argument is given.
func (f *Field) AskingFor(argument string, q *Question) *Field {
	f.questions = append(f.questions, questionUse{q, argument})
	return f
}
