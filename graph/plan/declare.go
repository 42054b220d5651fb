package plan

import (
	"context"
	"reflect"
	"strings"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// Object declares what feeds the fields of one object type of the contract.
type Object struct {
	// Name is that of the type.
	Name string
	// Table has the rows; nil for objects that are values of the program.
	Table *page.Table
	// Value is a nil pointer to the struct that a value of the program is. Its fields feed those of the contract
	// that have the same name.
	Value any
	// ID is the type of the global ids; 0 for objects without one.
	ID gid.Type
	// Shown is which rows are answered by their ids, within the scope; nil is all. It is for what the viewer has in a list
	// that shows less than the scope does.
	Shown func(*Call) page.Where
	// Fields are those that are no column, and no field of the struct, of their own name.
	Fields Fields
}

// feed returns what feeds a field; nil if a column of its name does.
func (o *Object) feed(name string) *Field {
	if f := o.Fields[name]; f != nil {
		return f
	}
	if name == "id" && o.ID.Numbered() {
		return Plain(func(_ *Call, r Row) any { return gid.FromKey(o.ID, r.Int("id")) }, "id")
	}
	if o.Value == nil {
		return nil
	}
	at, known := reflect.TypeOf(o.Value).Elem().FieldByNameFunc(func(s string) bool { return strings.EqualFold(s, name) })
	if !known {
		return nil
	}
	return Plain(func(_ *Call, r Row) any { return reflect.ValueOf(r.Value()).Elem().FieldByIndex(at.Index).Interface() })
}

// Fields declares fields by their names.
type Fields map[string]*Field

// Call is what the functions of the table get.
type Call struct {
	context.Context
	// View is the database as the viewer sees it, at the moment of this answer.
	View *page.View
	// Viewer is who asks; nil is nobody.
	Viewer *viewer.Viewer
	// Today is the day for questions that name none.
	Today day.Day
	// Args are the arguments of the field.
	Args Args
}

// Args are the arguments of a field as the decoder of inputs made them.
type Args map[string]any

// Arg returns an argument. It panics if the contract gives it another type.
func Arg[T any](c *Call, name string) T { return c.Args[name].(T) }

// On returns the day for which the argument on asks, or today.
func (c *Call) On() day.Day {
	if on := Arg[*day.Day](c, "on"); on != nil {
		return *on
	}
	return c.Today
}

type fieldKind uint8

const (
	byValue     fieldKind = iota // computed of the row
	byReference                  // the object that an id names
	byPage                       // a page of objects
	byList                       // a short list of objects
	byOuter                      // a reference that the field above the value declares
	byAction                     // a mutation
)

// Field declares what feeds one field. The functions of this package make it.
type Field struct {
	kind  fieldKind
	needs []string
	facts []*Fact
	value func(*Call, Row) (any, error)

	column   string // of a reference; "" if keys are computed
	own      string
	key      func(*Call, Row) (gid.ID, error)
	keys     func(*Call, Row) ([]gid.ID, error)
	asks     bool   // the key is read
	missing  string // the argument that NOT_FOUND names; "" if a missing object is null
	what     string // that is missing; "" is the id
	unscoped bool
	outer    map[string]string
	asking   []asking

	list *List
}

// Value declares a field that is computed of the row. A value of an object type must be a pointer, or a slice of them,
// whose fields the type's Object declares.
func Value(value func(*Call, Row) (any, error), needs ...string) *Field {
	return &Field{kind: byValue, value: value, needs: needs}
}

// Plain is Value for what cannot fail.
func Plain(value func(*Call, Row) any, needs ...string) *Field {
	return Value(func(c *Call, r Row) (any, error) { return value(c, r), nil }, needs...)
}

// One declares a reference: the column, or a path of columns, holds the id of the object.
func One(column string) *Field { return &Field{kind: byReference, column: column} }

// Key declares a reference whose id is computed of the row; 0 is null.
func Key(key func(*Call, Row) gid.ID, needs ...string) *Field {
	return &Field{kind: byReference, key: func(c *Call, r Row) (gid.ID, error) { return key(c, r), nil }, needs: needs}
}

// Find is Key for what can fail, or reads, by one statement at most.
func Find(key func(*Call, Row) (gid.ID, error), needs ...string) *Field {
	return &Field{kind: byReference, key: key, needs: needs, asks: true}
}

// Keys declares a list of references whose ids are computed of the row. A missing object is null in the list.
func Keys(keys func(*Call, Row) ([]gid.ID, error), needs ...string) *Field {
	return &Field{kind: byReference, keys: keys, needs: needs}
}

// Outer declares a reference of a value that every field with such a value declares with With.
func Outer() *Field { return &Field{kind: byOuter} }

// OuterOr is Outer for values of which some hold the id themselves, as key returns it: those of the fields that
// declare it with WithOwn.
func OuterOr(key func(*Call, Row) gid.ID) *Field {
	f := Key(key)
	f.kind = byOuter
	return f
}

// Action declares a mutation: it changes something, and returns a value of the payload's type.
func Action(act func(*Call) (any, error)) *Field {
	return &Field{kind: byAction, value: func(c *Call, _ Row) (any, error) { return act(c) }}
}

// List says which objects a page or a short list holds.
type List struct {
	// Table has the rows; nil is the table of the objects.
	Table string
	// Partition is the column that holds the key of the row above; "" for lists of the root.
	Partition string
	// Through is the column that holds the object's id, if the rows are not the objects.
	Through string
	// Order is the order, unless Ordered says it.
	Order page.Order
	// Ordered returns the order for which the arguments ask: Order or one of Orders.
	Ordered func(*Call) page.Order
	// Orders are the other orders that Ordered returns.
	Orders []page.Order
	// Filter returns the condition for which the arguments ask, and all that it depends on, for cursors are bound
	// to it.
	Filter func(*Call) (page.Where, any, error)
	// Key returns the key of the row above; nil is its id. 0 has an empty list.
	Key func(*Call, Row) gid.ID
	// Keys returns the keys of a row with several, which must differ from each other, for a short list.
	Keys func(*Call, Row) []gid.ID
	// Most bounds a short list that may grow; 0 does not.
	Most int
}

// Page declares a connection.
func Page(l List) *Field { return &Field{kind: byPage, list: &l} }

// Short declares a list without pages, which is short by nature.
func Short(l List) *Field { return &Field{kind: byList, list: &l} }

// Using adds facts that the field needs.
func (f *Field) Using(facts ...*Fact) *Field { f.facts = append(f.facts, facts...); return f }

// Needing adds columns that the field needs.
func (f *Field) Needing(columns ...string) *Field { f.needs = append(f.needs, columns...); return f }

// OrOwn lets the viewer also see the object if this column of the row names them.
func (f *Field) OrOwn(column string) *Field { f.own = column; return f }

// Required makes a missing object an error, NOT_FOUND, that names this argument, and what is missing; "" is the id.
func (f *Field) Required(argument, what string) *Field { f.missing, f.what = argument, what; return f }

// Unscoped shows the object to whoever sees the field, since the rule that named it has decided so.
func (f *Field) Unscoped() *Field { f.unscoped = true; return f }

// With says which column of the row holds the id for a reference that the value's type leaves to its fields.
func (f *Field) With(name, column string) *Field {
	if f.outer == nil {
		f.outer = map[string]string{}
	}
	f.outer[name] = column
	return f
}

// WithOwn says that the value holds the id itself for a reference that its type leaves to its fields; see OuterOr.
func (f *Field) WithOwn(name string) *Field { return f.With(name, ofValue) }

// ofValue stands where a column does, for an id that a value holds itself.
const ofValue = "."

// Fact is something that a subject knows of rows, and finds out for all rows of a place at once.
type Fact struct {
	needs []string
	load  func(*Call, []Row) (any, error)
}

// Facts is a Fact with the type of what is known of one row.
type Facts[T any] struct{ Fact }

// Know declares a fact. load answers in the order of the rows.
func Know[T any](load func(*Call, []Row) ([]T, error), needs ...string) *Facts[T] {
	return &Facts[T]{Fact{needs: needs, load: func(c *Call, rows []Row) (any, error) { return load(c, rows) }}}
}

// Of returns what is known of a row.
func (f *Facts[T]) Of(r Row) T { return r.level.facts[&f.Fact].([]T)[r.index] }

// IDs returns the ids in a column of rows, as statements take them.
func IDs(rows []Row, column string) []int64 {
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.Int(column)
	}
	return ids
}
