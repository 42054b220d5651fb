package serial

import (
	"context"
	"sync"
	"unsafe"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Memo keeps, for one operation, what would come out the same for every row: the selected fields of an object and the
// arguments of a field. The zero value is ready. It is safe for concurrent use, since root fields run side by side.
type Memo struct {
	mu         sync.Mutex
	selections map[selectionKey]*Selection
	args       map[*ast.Field]map[string]any
	// Room for what each row needs. All of it lives as long as the answer, so it is made in pieces of growing size.
	objects room[Object]
	values  room[graphql.Marshaler]
	fields  room[graphql.FieldContext]
}

// selectionKey names a selection set as an object of one type sees it: by the first selection, their number and the
// list of the type's names.
type selectionKey struct {
	first *ast.Selection
	n     int
	types *string
}

// Selection is the fields that a client selected on objects of one type.
type Selection struct {
	// Fields are in the order of the answer.
	Fields []graphql.CollectedField
	// names are the fields' names as they are written; nil for one that was written before.
	names [][]byte
}

// Select returns the fields of a selection set for objects that go by these type names. types is the same slice for
// every object of a type.
func (m *Memo) Select(oc *graphql.OperationContext, set ast.SelectionSet, types []string) *Selection {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(set) == 0 {
		return &Selection{}
	}
	key := selectionKey{&set[0], len(set), &types[0]}
	s, known := m.selections[key]
	if !known {
		s = newSelection(graphql.CollectFields(oc, set, types))
		if m.selections == nil {
			m.selections = make(map[selectionKey]*Selection)
		}
		m.selections[key] = s
	}
	return s
}

// Object makes an object without values yet.
func (m *Memo) Object(s *Selection) *Object {
	m.mu.Lock()
	defer m.mu.Unlock()
	o := &m.objects.take(1)[0]
	o.selection, o.Values = s, m.values.take(len(s.Fields))
	return o
}

// Enter puts a field into the context, so that errors and relations below it know where they stand.
func (m *Memo) Enter(ctx context.Context, object string, field graphql.CollectedField) context.Context {
	fc := m.field()
	fc.Object, fc.Field = object, field
	return graphql.WithFieldContext(ctx, fc)
}

func (m *Memo) field() *graphql.FieldContext {
	m.mu.Lock()
	defer m.mu.Unlock()
	return &m.fields.take(1)[0]
}

// room is zero values that are handed out one after the other.
type room[T any] struct {
	free []T
	size int // of the last piece
}

const (
	firstPiece = 8
	// lastPiece is how large a piece becomes, in bytes.
	lastPiece = 4 << 10
)

// take returns n zero values.
func (r *room[T]) take(n int) []T {
	if len(r.free) < n {
		var one T
		r.size = min(max(firstPiece, 2*r.size), max(1, lastPiece/int(unsafe.Sizeof(one))))
		r.free = make([]T, max(n, r.size))
	}
	taken := r.free[:n:n]
	r.free = r.free[n:]
	return taken
}

func newSelection(fields []graphql.CollectedField) *Selection {
	s := &Selection{Fields: fields, names: make([][]byte, len(fields))}
	written := make(map[string]bool, len(fields))
	for i := range fields {
		alias := fields[i].Alias
		if written[alias] {
			continue
		}
		name := make([]byte, 0, len(alias)+4)
		if len(written) > 0 {
			name = append(name, ',')
		}
		written[alias] = true
		s.names[i] = append(append(append(name, '"'), alias...), '"', ':') // a name has nothing to escape
	}
	return s
}

// arguments reads the arguments of a field, or returns what was read for another row. Arguments that cannot be read are
// read each time, since the error names the row.
func (m *Memo) arguments(ctx context.Context, field graphql.CollectedField, variables map[string]any, read Arguments) (map[string]any, error) {
	m.mu.Lock()
	args, known := m.args[field.Field]
	m.mu.Unlock()
	if known {
		return args, nil
	}
	args, err := read(ctx, field.ArgumentMap(variables))
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.args == nil {
		m.args = make(map[*ast.Field]map[string]any)
	}
	m.args[field.Field] = args
	return args, nil
}
