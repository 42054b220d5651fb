package plan

import (
	"errors"
	"fmt"
)

// KeyedFact is like Fact, but its data also depends on a key that is made from the arguments of the field.
type KeyedFact struct {
	needs []string
}

// KeyedFacts is a KeyedFact with a key of type K, such as a day, and data of type T for one row.
type KeyedFacts[K comparable, T any] struct {
	KeyedFact
	load func(*Call, K, []Row) ([]T, error)
}

// NewKeyedFacts declares a keyed fact. load returns the data for one key, with one element for each row, in the order
// of the rows; needs names the columns that it reads.
func NewKeyedFacts[K comparable, T any](load func(*Call, K, []Row) ([]T, error), needs ...string) *KeyedFacts[K, T] {
	return &KeyedFacts[K, T]{KeyedFact{needs: needs}, load}
}

// Of returns the data for a row and a key. The first call with a key loads the data for all rows of the selection.
// Without a call nothing is loaded. The field that calls it must be declared with UsingKeyed or UsingKeyedFor.
func (f *KeyedFacts[K, T]) Of(c *Call, r Row, key K) (T, error) {
	at := factAndKey{&f.KeyedFact, key}
	known, loaded := r.set.keyedFacts[at]
	if !loaded {
		if r.set.keyedFacts == nil {
			r.set.keyedFacts = map[factAndKey]keyedData{}
		}
		r.set.keyedFacts[at] = keyedData{err: errNotLoaded} // stays if load panics
		rows := make([]Row, r.set.n)
		for i := range rows {
			rows[i] = Row{r.set, i}
		}
		list, err := f.load(c, key, rows)
		if err == nil && len(list) != len(rows) {
			err = fmt.Errorf("a keyed fact was loaded for %d of %d rows", len(list), len(rows))
		}
		known = keyedData{list, err}
		r.set.keyedFacts[at] = known
	}
	if known.err != nil {
		var none T
		return none, known.err
	}
	return known.list.([]T)[r.index], nil
}

var errNotLoaded = errors.New("a keyed fact could not be loaded")

// factAndKey is a keyed fact with one of its keys.
type factAndKey struct {
	fact *KeyedFact
	key  any
}

// keyedData is the data of a keyed fact for all rows of a selection: a slice with one element for each row, or an
// error.
type keyedData struct {
	list any
	err  error
}

// keyedFactUse is a keyed fact that a field uses; if argument is not "", only if that argument is given.
type keyedFactUse struct {
	fact     *KeyedFact
	argument string
}

// UsingKeyed declares that the field uses a keyed fact.
func (f *Field) UsingKeyed(fact *KeyedFact) *Field { return f.UsingKeyedFor("", fact) }

// UsingKeyedFor declares that the field uses a keyed fact, but only if the argument is given.
func (f *Field) UsingKeyedFor(argument string, fact *KeyedFact) *Field {
	f.keyedFacts = append(f.keyedFacts, keyedFactUse{fact, argument})
	return f
}
