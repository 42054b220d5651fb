package plan

import (
	"context"
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
)

// ArgumentError is an argument of a document that no execution of it accepts.
type ArgumentError struct {
	// Field is the path of the field in the document. Of the argument, only the error tells.
	Field string
	Err   error
}

// Error implements error.
func (e *ArgumentError) Error() string { return e.Field + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *ArgumentError) Unwrap() error { return e.Err }

// CheckArguments returns an ArgumentError if a validated operation cannot run, whatever the values of its variables: an
// argument that is written in it cannot be read, asks for a page of an impossible size, is no cursor of any list, or
// belongs to a filter that is always refused. It reads nothing, so that it finds only what is wrong with any data.
func (t *Table) CheckArguments(op *ast.OperationDefinition) error {
	return t.checkFields("", op.SelectionSet)
}

func (t *Table) checkFields(path string, set ast.SelectionSet) error {
	for _, selection := range set {
		var err error
		switch s := selection.(type) {
		case *ast.Field:
			below := path + s.Alias
			if err = t.checkWritten(s); err != nil {
				return &ArgumentError{below, err}
			}
			err = t.checkFields(below+".", s.SelectionSet)
		case *ast.InlineFragment:
			err = t.checkFields(path, s.SelectionSet)
		case *ast.FragmentSpread:
			if s.Definition != nil {
				err = t.checkFields(path, s.Definition.SelectionSet)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkWritten checks the arguments of a field that contain no variables. Those of a filter are checked only if no
// argument does, because they are judged together.
func (t *Table) checkWritten(f *ast.Field) error {
	if f.ObjectDefinition == nil || t.objects[f.ObjectDefinition.Name] == nil || len(f.Arguments) == 0 {
		return nil
	}
	written := *f
	written.Arguments = slices.DeleteFunc(slices.Clone(f.Arguments), usesVariable)
	if len(written.Arguments) == 0 {
		return nil
	}
	args, err := t.decode(context.Background(), f.ObjectDefinition.Name, f.Name, written.ArgumentMap(nil))
	if err != nil {
		return err
	}
	d := t.objects[f.ObjectDefinition.Name].declaration(f.Name)
	if d == nil || d.list == nil {
		return nil
	}
	call := &Call{Context: context.Background(), Args: args}
	asked := page.Request{Args: page.Args{First: optional[int](call, "first"), Last: optional[int](call, "last"),
		After: optional[string](call, "after"), Before: optional[string](call, "before")}}
	if err := asked.CheckForm(); err != nil {
		return err
	}
	if len(written.Arguments) < len(f.Arguments) {
		return nil
	}
	return checkFilter(call, d.list)
}

// checkFilter returns what is wrong with a filter for every viewer. A filter that reads, or asks who the viewer is,
// cannot be judged here.
func checkFilter(call *Call, list *List) (err error) {
	_, _, _, err = (&listing{list: list}).orderAndFilter(call)
	switch fault.CodeOf(err) {
	case fault.BadInput, fault.BadRange, fault.FilterTooBroad, fault.TextTooLong, fault.ListTooLong,
		fault.TooManyWords:
		return fmt.Errorf("filter: %w", err)
	}
	return nil
}
