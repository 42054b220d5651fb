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

// Object declares where the fields of one object type of the GraphQL schema come from.
type Object struct {
	// Name is the name of the object type.
	Name string
	// Table is the database table of the objects; nil if the objects are Go values.
	Table *page.Table
	// Value is a nil pointer to the Go struct of the objects, if they are Go values. A struct field is the source of
	// the GraphQL field with the same name, ignoring case, unless Fields declares it.
	Value any
	// ID is the type of the objects' global ids; 0 if they have none.
	ID gid.Type
	// VisibleByID restricts, within the scope, the rows that can be fetched by id; nil does not restrict them. Use it
	// for objects whose list shows the viewer less than the scope allows.
	VisibleByID func(*Call) page.Where
	// Fields declares the fields whose source is neither a column nor a struct field of the same name.
	Fields Fields
}

// declaration returns the declaration of a field, or nil if its source is the column of the same name.
func (o *Object) declaration(name string) *Field {
	if f := o.Fields[name]; f != nil {
		return f
	}
	if name == "id" && o.ID.Numbered() {
		return Plain(func(_ *Call, r Row) any { return gid.FromKey(o.ID, r.Int("id")) }, "id")
	}
	if o.Value == nil {
		return nil
	}
	at, known := reflect.TypeOf(o.Value).Elem().
		FieldByNameFunc(func(s string) bool { return strings.EqualFold(s, name) })
	if !known {
		return nil
	}
	return Plain(func(_ *Call, r Row) any {
		return reflect.ValueOf(r.Value()).Elem().FieldByIndex(at.Index).
			Interface()
	})
}

// Fields maps names of fields to their declarations.
type Fields map[string]*Field

// Call holds what the functions of field declarations need: the context, the database, the viewer and the arguments.
type Call struct {
	context.Context
	// View is the snapshot of the database for this response, limited to the scope of the viewer.
	View *page.View
	// Viewer is the signed-in user or program; nil if the request is not authenticated.
	Viewer *viewer.Viewer
	// Today is the default for arguments that name a day.
	Today day.Day
	// Args are the arguments of the field.
	Args Args
}

// Args are the arguments of a field, as Decode returned them.
type Args map[string]any

// Arg returns the argument with a name. It panics if the argument does not have the type T.
func Arg[T any](c *Call, name string) T { return c.Args[name].(T) }

// On returns the value of the argument on, or Today if it is not given.
func (c *Call) On() day.Day {
	if on := Arg[*day.Day](c, "on"); on != nil {
		return *on
	}
	return c.Today
}

type fieldKind uint8

const (
	byValue     fieldKind = iota // computed from the row
	byReference                  // the object that an id names
	byPage                       // a page of objects
	byList                       // a short list of objects
	byOuter                      // a reference whose column the field that returns the value names
	byAction                     // a mutation
)

// Field declares where the value of one GraphQL field comes from. Create it with Value, Plain, One, Key, Find, Keys,
// Outer, OuterOr, Action, Page or Short.
type Field struct {
	kind  fieldKind
	needs []string
	facts []*Fact
	value func(*Call, Row) (any, error)

	column  string // the column that holds the id of a reference; "" if key or keys computes it
	own     string
	key     func(*Call, Row) (gid.ID, error)
	keys    func(*Call, Row) ([]gid.ID, error)
	asks    bool   // key may run statements: one, unless runs says how many
	runs    int    // the most statements that value or key runs
	missing string // the argument that a NOT_FOUND error names; "" if a missing object is null without an error
	// missingType is the type that the NOT_FOUND error says is missing; "" for the type of the field, with the id.
	missingType string
	unscoped    bool
	outer       map[string]string
	keyedFacts  []keyedFactUse
	refuse      func(*Call, Row) error // nil if no row is refused
	judge       func(*Call) error      // nil if CheckArguments does not judge the arguments of the value
	// allow returns why a viewer may not ask for the field at all; nil lets everyone ask. Lists have List.Allow.
	allow func(*viewer.Viewer) error

	list *List
}

// OnlyFor says who may ask for the field, one of Value or Find: allow returns why a viewer may not.
func (f *Field) OnlyFor(allow func(*viewer.Viewer) error) *Field {
	f.allow = allow
	if value := f.value; value != nil {
		f.value = func(c *Call, r Row) (any, error) {
			if err := allow(c.Viewer); err != nil {
				return nil, err
			}
			return value(c, r)
		}
	}
	if key := f.key; key != nil {
		f.key = func(c *Call, r Row) (gid.ID, error) {
			if err := allow(c.Viewer); err != nil {
				return 0, err
			}
			return key(c, r)
		}
	}
	return f
}

// allowed returns why a viewer may not ask for the field at all.
func (f *Field) allowed(who *viewer.Viewer) error {
	switch {
	case f == nil:
		return nil
	case f.allow != nil:
		return f.allow(who)
	case f.list != nil && f.list.Allow != nil:
		return f.list.Allow(who)
	}
	return nil
}

// Value declares a field that is computed from the row; needs names the columns that value reads. If the field has an
// object type, value returns a pointer to the struct that Object.Value names, or a slice of such pointers.
func Value(value func(*Call, Row) (any, error), needs ...string) *Field {
	return &Field{kind: byValue, value: value, needs: needs}
}

// Running says that the value or the key of the field runs statements, at most n. It is for fields of the root, which
// are computed once.
func (f *Field) Running(n int) *Field { f.runs = n; return f }

// Plain is Value for a function that cannot fail.
func Plain(value func(*Call, Row) any, needs ...string) *Field {
	return Value(func(c *Call, r Row) (any, error) { return value(c, r), nil }, needs...)
}

// One declares a reference to the object whose id is in a column. column may be a path, such as line_item_id.unit_id.
func One(column string) *Field { return &Field{kind: byReference, column: column} }

// Key declares a reference whose id is computed from the row; 0 means null.
func Key(key func(*Call, Row) gid.ID, needs ...string) *Field {
	return &Field{kind: byReference, key: func(c *Call, r Row) (gid.ID, error) { return key(c, r), nil }, needs: needs}
}

// Find is Key for a function that can fail, or that runs at most one statement, unless Running says how many.
func Find(key func(*Call, Row) (gid.ID, error), needs ...string) *Field {
	return &Field{kind: byReference, key: key, needs: needs, asks: true}
}

// Keys declares a list of references whose ids are computed from the row. A missing object is null in the list.
func Keys(keys func(*Call, Row) ([]gid.ID, error), needs ...string) *Field {
	return &Field{kind: byReference, keys: keys, needs: needs}
}

// Outer declares a reference of a Go value whose id is in a column of the row from which the value was made. Every
// field that returns such a value names the column with With.
func Outer() *Field { return &Field{kind: byOuter} }

// OuterOr is Outer for types of which some values hold the id themselves. A field that returns such values is declared
// with WithOwn; key then returns the id.
func OuterOr(key func(*Call, Row) gid.ID) *Field {
	f := Key(key)
	f.kind = byOuter
	return f
}

// Action declares a mutation. act makes the change and returns a value of the payload's type.
func Action(act func(*Call) (any, error)) *Field {
	return &Field{kind: byAction, value: func(c *Call, _ Row) (any, error) { return act(c) }}
}

// List describes the objects of a page or a short list.
type List struct {
	// Table is the name of the table of the rows; "" for the table of the objects.
	Table string
	// Partition is the column that holds the key of the parent row; "" for lists of the query root.
	Partition string
	// Through is the column that holds the id of the object, if the rows are not the objects themselves; otherwise "".
	Through string
	// Order is the default order.
	Order page.Order
	// Ordered returns the order that the arguments select: Order or one of Orders. If it is nil, the order is always
	// Order.
	Ordered func(*Call) page.Order
	// Orders are the orders other than Order that Ordered can return.
	Orders []page.Order
	// Allow returns why a viewer may not ask for the list at all; nil lets everyone ask.
	Allow func(*viewer.Viewer) error
	// Filter returns the condition that the arguments select, and a value that identifies it: a cursor is valid only
	// with the filter with which it was made.
	Filter func(*Call) (page.Where, any, error)
	// Key returns the key of the parent row, which Partition holds; nil uses the parent's id. The list of the key 0 is
	// empty.
	Key func(*Call, Row) gid.ID
	// Keys returns the keys of a parent row that has several. They must be distinct. Only short lists use it.
	Keys func(*Call, Row) []gid.ID
	// Most is the maximum number of rows of a short list; 0 means no maximum.
	Most int
}

// Page declares a connection.
func Page(l List) *Field { return &Field{kind: byPage, list: &l} }

// Short declares a list without pages. Use it only for lists that always stay short.
func Short(l List) *Field { return &Field{kind: byList, list: &l} }

// Using adds facts that the field needs.
func (f *Field) Using(facts ...*Fact) *Field { f.facts = append(f.facts, facts...); return f }

// Needing adds columns that the field needs.
func (f *Field) Needing(columns ...string) *Field { f.needs = append(f.needs, columns...); return f }

// Unless refuses the field at each row for which refuse returns an error. needs names the columns that refuse reads.
// Errors of the arguments come before it.
func (f *Field) Unless(refuse func(*Call, Row) error, needs ...string) *Field {
	f.refuse, f.needs = refuse, append(f.needs, needs...)
	return f
}

// Judged names a function that returns what is wrong with the arguments for every viewer and with any data, so that
// CheckArguments finds it. The value of the field refuses the same.
func (f *Field) Judged(judge func(*Call) error) *Field { f.judge = judge; return f }

// OrOwn also shows the object, outside the scope, if the viewer is the user whose id is in this column of the row.
func (f *Field) OrOwn(column string) *Field { f.own = column; return f }

// Required turns a missing object into a NOT_FOUND error that names the argument. typename is the type of the missing
// object in the contract, if it is not asked for by its id; "" stands for the type of the field, and then the message
// names the id.
func (f *Field) Required(argument, typename string) *Field {
	f.missing, f.missingType = argument, typename
	return f
}

// Unscoped fetches the object without the scope of the viewer. Use it only if the code that computes the id has
// already decided that the viewer may see the object.
func (f *Field) Unscoped() *Field { f.unscoped = true; return f }

// With sets the column of the row that holds the id for the reference name, which the type of the value declares with
// Outer.
func (f *Field) With(name, column string) *Field {
	if f.outer == nil {
		f.outer = map[string]string{}
	}
	f.outer[name] = column
	return f
}

// WithOwn says that the value itself holds the id for the reference name; see OuterOr.
func (f *Field) WithOwn(name string) *Field { return f.With(name, ownID) }

// ownID is used in place of a column name if the value itself holds the id.
const ownID = "."

// Fact is data about rows beyond their columns. It is loaded for all rows of a selection at once.
type Fact struct {
	needs []string
	load  func(*Call, []Row) (any, error)
}

// Facts is a Fact whose data for one row has the type T.
type Facts[T any] struct{ Fact }

// NewFacts declares a fact. load returns one element for each row, in the order of the rows; needs names the columns
// that it reads.
func NewFacts[T any](load func(*Call, []Row) ([]T, error), needs ...string) *Facts[T] {
	return &Facts[T]{Fact{needs: needs, load: func(c *Call, rows []Row) (any, error) { return load(c, rows) }}}
}

// Of returns the data for a row. The field that calls it must be declared with Using.
func (f *Facts[T]) Of(r Row) T { return r.set.facts[&f.Fact].([]T)[r.index] }

// IDs returns the ids in a column of the rows, as SQL parameters.
func IDs(rows []Row, column string) []int64 {
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.Int(column)
	}
	return ids
}
