package plan

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// ArgumentError is a field of a document that no execution of it accepts, in most cases for an argument.
type ArgumentError struct {
	// Field is the path of the field in the document. Of the argument, only the error tells.
	Field string
	Err   error
}

// Error implements error.
func (e *ArgumentError) Error() string { return e.Field + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *ArgumentError) Unwrap() error { return e.Err }

// CheckArguments returns an ArgumentError if no widget can run a validated operation, whatever the values of its
// variables: it asks for a list that only the producer may ask for, or an argument that is written in it cannot be
// read, asks for a page of an impossible size, is no cursor of any list, is an id of another type than the field finds,
// or belongs to a filter or an interval that is always refused. It reads nothing, so that it finds only what is wrong
// with any data.
func (t *Table) CheckArguments(op *ast.OperationDefinition, who *viewer.Viewer) error {
	return t.checkFields("", op.SelectionSet, who)
}

func (t *Table) checkFields(path string, set ast.SelectionSet, who *viewer.Viewer) error {
	for _, selection := range set {
		var err error
		switch s := selection.(type) {
		case *ast.Field:
			below := path + s.Alias
			if err = t.checkWritten(s, who); err != nil {
				return &ArgumentError{below, err}
			}
			err = t.checkFields(below+".", s.SelectionSet, who)
		case *ast.InlineFragment:
			err = t.checkFields(path, s.SelectionSet, who)
		case *ast.FragmentSpread:
			if s.Definition != nil {
				err = t.checkFields(path, s.Definition.SelectionSet, who)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkWritten refuses a field that the viewer may not ask for, and checks the arguments of a field that contain no
// variables. Those that are judged together are checked only if no argument does. The executor of gqlgen reads the
// arguments of introspection.
func (t *Table) checkWritten(f *ast.Field, who *viewer.Viewer) error {
	if f.ObjectDefinition == nil || t.objects[f.ObjectDefinition.Name] == nil || strings.HasPrefix(f.Name, "__") {
		return nil
	}
	d := t.objects[f.ObjectDefinition.Name].declaration(f.Name)
	if err := d.allowed(who); err != nil {
		return err
	}
	written := *f
	written.Arguments = slices.DeleteFunc(slices.Clone(f.Arguments), usesVariable)
	if len(written.Arguments) == 0 {
		return nil
	}
	args, err := t.decode(context.Background(), f.ObjectDefinition.Name, f.Name, written.ArgumentMap(nil))
	if err != nil || d == nil {
		return err
	}
	call := &Call{Context: context.Background(), Args: args}
	if err := t.checkID(call, f, d); err != nil {
		return err
	}
	if d.list != nil {
		asked := page.Request{Args: page.Args{First: optional[int](call, "first"), Last: optional[int](call, "last"),
			After: optional[string](call, "after"), Before: optional[string](call, "before")}}
		if err := asked.CheckForm(); err != nil {
			return err
		}
	}
	switch whole := len(written.Arguments) == len(f.Arguments); {
	case whole && d.list != nil:
		return checkFilter(call, d.list)
	case whole && d.judge != nil:
		return d.judge(call)
	}
	return nil
}

// checkID refuses an id of another type than the objects that the field finds by it.
func (t *Table) checkID(call *Call, f *ast.Field, d *Field) error {
	object := t.objects[f.Definition.Type.Name()]
	if d.missing == "" || d.missingType != "" || object == nil || object.ID == 0 {
		return nil
	}
	id, given := call.Args[d.missing].(gid.ID)
	if !given || id.Type() == object.ID {
		return nil
	}
	return fault.New(fault.BadInput, d.missing, "{id} is not the id of an object of the type {type}.",
		"Ids of other types are found with node.", fault.WithText("id", id.String()),
		fault.WithText("type", object.Name))
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
