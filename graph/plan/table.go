// Package plan executes GraphQL operations against the database. An operation is compiled once into a tree of
// selections. A selection is the set of fields that are selected on objects of one type at one position of the
// response, with the SQL statement that fetches those objects. A plan is run breadth-first, with one statement for
// each selection however many rows there are. The response is written after all rows have been fetched. See README.md.
package plan

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Decode converts the raw argument values of a field of an object type to the Go types of its arguments.
type Decode func(ctx context.Context, object, field string, raw map[string]any) (map[string]any, error)

// Table holds the declaration of every field of the GraphQL schema: where its value comes from.
type Table struct {
	schema  *ast.Schema
	decode  Decode
	objects map[string]*Object
	nodes   map[gid.Type]*Object
	enums   map[string]map[string]bool
	sets    map[string]func(int64) []string
}

// NewTable checks the declarations against the GraphQL schema. It returns an error unless every field has exactly one
// source whose values fit its type. A field that can fail on its own must be nullable; checkNulls lists the rules.
// sets holds, by the name of an enum, the function that converts a stored bit set to the list of enum values.
func NewTable(schema *ast.Schema, decode Decode, sets map[string]func(int64) []string, objects ...*Object) (
	*Table, error) {
	t, err := newTable(schema, decode, sets, objects)
	return t, errors.Join(err, t.checkNulls())
}

func newTable(schema *ast.Schema, decode Decode, sets map[string]func(int64) []string, objects []*Object) (
	*Table, error) {
	t := &Table{schema: schema, decode: decode, objects: map[string]*Object{}, nodes: map[gid.Type]*Object{},
		enums: map[string]map[string]bool{}, sets: sets}
	var errs []error
	for _, o := range objects {
		if t.objects[o.Name] != nil {
			errs = append(errs, fmt.Errorf("%s is declared twice", o.Name))
		}
		t.objects[o.Name] = o
		if o.ID != 0 {
			t.nodes[o.ID] = o
		}
	}
	for name, definition := range schema.Types {
		switch {
		case strings.HasPrefix(name, "__"):
		case definition.Kind == ast.Enum:
			values := map[string]bool{}
			for _, v := range definition.EnumValues {
				values[v.Name] = true
			}
			t.enums[name] = values
		case definition.Kind == ast.Object && connectionOf(definition) == "" && !isEdge(definition) &&
			name != "PageInfo":
			errs = append(errs, t.check(definition))
		}
	}
	for name := range t.objects {
		if schema.Types[name] == nil {
			errs = append(errs, fmt.Errorf("%s is not a type of the contract", name))
		}
	}
	return t, errors.Join(errs...)
}

// connectionOf returns the name of the node type of a connection type, or "" if d is not a connection.
func connectionOf(d *ast.Definition) string {
	if name, ok := strings.CutSuffix(d.Name, "Connection"); ok && d.Fields.ForName("edges") != nil {
		return name
	}
	return ""
}

func isEdge(d *ast.Definition) bool {
	return strings.HasSuffix(d.Name, "Edge") && d.Fields.ForName("node") != nil && d.Fields.ForName("cursor") != nil
}

// check returns an error for each field of a type that has no source, and for each declaration without a field.
func (t *Table) check(d *ast.Definition) error {
	o := t.objects[d.Name]
	if o == nil {
		return fmt.Errorf("nothing feeds %s", d.Name)
	}
	var errs []error
	for _, f := range d.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		if err := t.checkField(o, f); err != nil {
			errs = append(errs, fmt.Errorf("%s.%s: %w", d.Name, f.Name, err))
		}
	}
	for name := range o.Fields {
		if d.Fields.ForName(name) == nil {
			errs = append(errs, fmt.Errorf("%s.%s is declared, and not in the contract", d.Name, name))
		}
	}
	if implements := slices.Contains(d.Interfaces, "Node"); implements != (o.ID != 0) {
		errs = append(errs, fmt.Errorf("%s is a Node in one of contract and table only", d.Name))
	}
	return errors.Join(errs...)
}

func (t *Table) checkField(o *Object, d *ast.FieldDefinition) (err error) {
	defer func() {
		if r := recover(); r != nil { // page panics for a path that names no column
			err = fmt.Errorf("%v", r)
		}
	}()
	f, composite := o.declaration(d.Name), t.isComposite(d.Type)
	switch {
	case f == nil && composite:
		return errors.New("nothing feeds it")
	case f == nil:
		if o.Table == nil || !o.Table.Has(snake(d.Name)) {
			return errors.New("there is neither a column nor a declaration")
		}
		return t.checkColumn(o.Table.Column(snake(d.Name)), d)
	case !composite && f.kind != byValue && f.kind != byAction:
		return errors.New("a scalar is declared as objects")
	case len(f.keyedFacts) > 0 && (!composite || f.kind != byValue):
		return errors.New("only a value with fields of its own may use a keyed fact: scalars are computed after all " +
			"reading has ended")
	}
	target := t.schema.Types[d.Type.Name()]
	switch isList := d.Type.Elem != nil; {
	case f.kind == byPage && connectionOf(target) == "", f.kind != byPage && composite && connectionOf(target) != "":
		return errors.New("pages are of connections, and connections are pages")
	case f.kind == byList && !isList, f.kind == byReference && (f.keys != nil) != isList:
		return errors.New("a list is declared for one, or one for a list")
	case isList && f.kind == byValue && target.IsAbstractType():
		return errors.New("a list of values of several types is not written")
	case f.kind == byOuter && o.Table != nil:
		return errors.New("only a value has references that others declare")
	}
	if o.Table == nil && len(f.paths()) > 0 {
		return errors.New("only rows have columns")
	}
	if o.Table != nil {
		source := page.NewSource(o.Table)
		for _, path := range f.paths() {
			source.Column(path)
		}
		to := t.objects[d.Type.Name()]
		if refers := source.Refers(f.column); f.column != "" && refers != nil && to != nil && refers != to.Table {
			return errors.New("the column refers to another table")
		}
	}
	if err := t.checkOuter(f, d.Type.Name()); err != nil {
		return err
	}
	if f.list != nil {
		if f.list.Partition == "" && o.Name != t.schema.Query.Name {
			return errors.New("only the root has lists of everything")
		}
		if err := t.checkList(f.list, d.Type); err != nil {
			return err
		}
	}
	return f.checkArguments(d.Arguments)
}

// checkOuter compares the references that a field declares with With or WithOwn with those that the type of its value
// declares with Outer or OuterOr.
func (t *Table) checkOuter(f *Field, name string) error {
	left, own := map[string]bool{}, map[string]bool{}
	if o := t.objects[name]; o != nil && o.Table == nil && f.kind == byValue {
		for name, inner := range o.Fields {
			left[name], own[name] = inner.kind == byOuter, inner.key != nil
		}
	}
	for name, column := range f.outer {
		switch {
		case !left[name]:
			return fmt.Errorf("its value leaves no reference %s to it", name)
		case column == ownID && !own[name]:
			return fmt.Errorf("no value of its type holds the id of %s itself", name)
		}
	}
	for name, is := range left {
		if is && f.outer[name] == "" {
			return fmt.Errorf("it does not say what %s of its value is", name)
		}
	}
	return nil
}

// checkColumn returns an error if the values of a column do not fit the type of a field.
func (t *Table) checkColumn(c page.Column, d *ast.FieldDefinition) error {
	name, list := d.Type.Name(), d.Type.Elem != nil
	number := name == "ID" || name == "Int" || name == "Boolean" || name == "Date" || name == "DateTime" ||
		name == "Decimal"
	switch {
	case len(d.Arguments) > 0:
		return errors.New("a column takes no arguments")
	case list && (t.sets[name] == nil || c.Text):
		return errors.New("only a number that stands for a set of an enum feeds a list")
	case !list && number == c.Text:
		return errors.New("the column holds another type of values")
	case d.Type.NonNull && c.Nullable:
		return errors.New("the column can be null, and the field must not be")
	}
	return nil
}

// checkList returns an error if an order of the list contains a column that can be null. It panics if the list names a
// column that does not exist.
func (t *Table) checkList(l *List, typ *ast.Type) error {
	name := typ.Name()
	if of := connectionOf(t.schema.Types[name]); of != "" {
		name = of
	}
	c := compiler{table: t, plan: &Plan{}}
	var checked listing
	c.listing(&checked, l, name)
	for _, o := range append([]page.Order{l.Order}, l.Orders...) {
		for _, column := range o.Columns {
			checked.source.Column(column)
			if checked.source.Table().Column(column).Nullable {
				return fmt.Errorf("the order %s has the column %s, which can be null: a cursor cannot stand at null",
					o.Name, column)
			}
		}
	}
	return nil
}

// argumentsOfPages are the arguments of connections that the executor itself reads.
var argumentsOfPages = []string{"first", "last", "after", "before", "direction"}

// checkArguments returns an error for an argument that no function of the declaration can read.
func (f *Field) checkArguments(list ast.ArgumentDefinitionList) error {
	for _, a := range list {
		read := f.value != nil || f.key != nil || f.keys != nil
		switch {
		case f.kind == byPage && slices.Contains(argumentsOfPages, a.Name):
			read = true
		case a.Name == "orderBy" && f.list != nil:
			read = f.list.Ordered != nil
		case f.list != nil:
			read = f.list.Filter != nil
		}
		if !read {
			return fmt.Errorf("nothing reads the argument %s", a.Name)
		}
	}
	return nil
}

// paths returns all columns, as paths, that the field needs from its row.
func (f *Field) paths() []string {
	paths := slices.Clone(f.needs)
	for _, fact := range f.facts {
		paths = append(paths, fact.needs...)
	}
	for _, a := range f.keyedFacts {
		paths = append(paths, a.fact.needs...)
	}
	if f.column != "" {
		paths = append(paths, f.column)
	}
	if f.own != "" {
		paths = append(paths, f.own)
	}
	for _, column := range f.outer {
		if column != ownID {
			paths = append(paths, column)
		}
	}
	if l := f.list; l != nil && l.Partition != "" && l.Key == nil && l.Keys == nil {
		paths = append(paths, "id")
	}
	return paths
}

func (t *Table) isComposite(typ *ast.Type) bool { return t.schema.Types[typ.Name()].IsCompositeType() }

// snake converts the name of a field to snake case, which is the name of its default column.
func snake(field string) string {
	var b strings.Builder
	for _, c := range field {
		if c >= 'A' && c <= 'Z' {
			b.WriteByte('_')
			c += 'a' - 'A'
		}
		b.WriteRune(c)
	}
	return b.String()
}
