package serial

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Memo keeps, for one operation, what would come out the same for every row: the selected fields of an object and the
// arguments of a field. The zero value is ready. It is safe for concurrent use, since root fields run side by side.
type Memo struct {
	mu         sync.Mutex
	selections map[selectionKey]*Selection
	args       map[*ast.Field]map[string]any
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
	if len(set) == 0 {
		return &Selection{}
	}
	key := selectionKey{&set[0], len(set), &types[0]}
	m.mu.Lock()
	defer m.mu.Unlock()
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
