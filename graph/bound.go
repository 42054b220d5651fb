package graph

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
)

// The limits of what a query asks for. The texts and the lists of a mutation are limited by its rule, so that the
// refusal is in its payload.
const (
	// maxEntries is the maximum number of entries of a list.
	maxEntries = page.Max
	// maxText is the maximum number of characters of a text.
	maxText = 200
	// maxWords is the maximum number of words of the filter text. Each word is a condition of the statement.
	maxWords = 10
)

// bounded returns a function that decodes arguments. It removes the doubles from lists of enums in filters and inputs,
// so that no such list has more entries than its enum, and refuses the other lists and the texts of a query that are
// above their limits. The groupings of a sum are an argument of their own, whose rule refuses doubles.
func bounded(schema *ast.Schema) func(context.Context, string, string, map[string]any) (map[string]any, error) {
	return func(ctx context.Context, object, field string, raw map[string]any) (map[string]any, error) {
		b := bounds{schema: schema, isQuery: schema.Mutation == nil || object != schema.Mutation.Name}
		if d := schema.Types[object].Fields.ForName(field); d != nil {
			for _, a := range d.Arguments {
				value, given := raw[a.Name]
				if !given || isCursor(a) {
					continue
				}
				within, err := b.value(a.Name, a.Type, value)
				if err != nil {
					return nil, err
				}
				raw[a.Name] = within
			}
		}
		return generated.Arguments(ctx, object, field, raw)
	}
}

// isCursor tells whether an argument is a cursor. A long cursor is refused with BAD_CURSOR.
func isCursor(a *ast.ArgumentDefinition) bool { return a.Name == "after" || a.Name == "before" }

// bounds applies the limits to the arguments of one field.
type bounds struct {
	schema  *ast.Schema
	isQuery bool
	// isField says that the value is a field of an input object.
	isField bool
}

// value returns the value of an argument or input field, or a copy without doubles. It does not modify the value,
// which may belong to a variable. name is the last part of its path; the callers add the parts before it to an error.
func (b bounds) value(name string, typ *ast.Type, value any) (any, error) {
	if typ.Elem != nil {
		if list, ok := value.([]any); ok {
			return b.list(name, typ.Elem, list)
		}
		return b.value(name, typ.Elem, value) // a single value stands for a list of one
	}
	switch value := value.(type) {
	case string:
		return value, b.text(name, value)
	case map[string]any:
		return b.input(name, typ, value)
	}
	return value, nil
}

func (b bounds) list(name string, of *ast.Type, list []any) (any, error) {
	if d := b.schema.Types[of.Name()]; d != nil && d.Kind == ast.Enum && b.isField {
		return withoutDoubles(list), nil
	}
	if b.isQuery && len(list) > maxEntries {
		return nil, fault.LongList(name, maxEntries, len(list))
	}
	return list, nil
}

func withoutDoubles(list []any) []any {
	if len(list) < 2 {
		return list
	}
	var found []any
	for _, value := range list {
		if !slices.Contains(found, value) {
			found = append(found, value)
		}
	}
	return found
}

func (b bounds) text(name, text string) error {
	if !b.isQuery {
		return nil
	}
	if n := utf8.RuneCountInString(text); n > maxText {
		return fault.LongText(name, maxText, n)
	}
	if name != "text" {
		return nil
	}
	if n := len(search.QueryTerms(text)); n > maxWords {
		return fault.New(fault.TooManyWords, name, "The text has more than {max} words.",
			"Search for fewer words. In a script without spaces, every two adjacent characters count as a word.",
			fault.WithNumber("max", maxWords), fault.WithNumber("given", n))
	}
	return nil
}

// input applies the limits to the fields of an input object.
func (b bounds) input(name string, typ *ast.Type, object map[string]any) (any, error) {
	d := b.schema.Types[typ.Name()]
	if d == nil {
		return object, nil
	}
	b.isField = true
	within := make(map[string]any, len(object))
	for key, value := range object {
		within[key] = value
		f := d.Fields.ForName(key)
		if f == nil {
			continue
		}
		var err error
		if within[key], err = b.value(key, f.Type, value); err != nil {
			return nil, below(name, err)
		}
	}
	return within, nil
}

// below adds the name of the object above to the path that a fault names.
func below(name string, err error) error {
	if f, ok := err.(*fault.Error); ok { //nolint:errorlint // value returns faults only
		f.Field = strings.Join([]string{name, f.Field}, ".")
	}
	return err
}
