package plan

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Plan is a compiled operation. It is valid for one combination of the values of @skip and @include.
type Plan struct {
	operation *ast.OperationDefinition
	root      *selection
	states    int
	// statements is the maximum number of SQL statements that reading the response takes. It is not valid if facts is
	// set: how many statements facts and keyed facts run is unknown.
	statements int
	facts      bool
}

// maxStatements returns the maximum number of SQL statements that reading the response takes, or 0 if it is unknown.
func (p *Plan) maxStatements() int {
	if p.facts {
		return 0
	}
	return max(p.statements, 1)
}

// selection is the compiled selection on objects of one type at one position of the response.
type selection struct {
	object  *Object
	columns *columns // nil if neither the objects nor the objects above them are rows
	outer   map[string]string
	facts   []*Fact
	fields  []*field
	groups  []*group
}

// field is one field of a selection.
type field struct {
	label []byte          // "alias":
	step  ast.PathElement // the alias
	node  *ast.Field      // nodes[0]
	nodes []*ast.Field
	typ   *ast.Type
	decl  *Field // nil for a field that is a column, and for __typename
	state int    // index in run.states, if decl is not nil
	// decoded arguments, shared by all runs, if they contain no variables; nil for actions, which may modify them
	args Args

	typename []byte // the value of __typename as JSON
	slot     int    // index in the row of the column, or of the column of a reference
	leaf     leaf   // writes a scalar

	values *selection // of a value's objects
	// of a value that may be of several types, by the type that the program has for each
	kinds    map[reflect.Type]*selection
	joined   *selection // of a reference that is read along
	presence int        // the slot of a column that is null only if no row was read along
	target   *reference // of a reference that is fetched by its ids
	page     *connection
	short    *listing
}

// listing compiles a page or a short list: the statement for its rows, and the objects. The rows either are the
// objects or name them in a column; see List.Through.
type listing struct {
	list      *List
	source    *page.Source
	partition int // the slot of the parent's key
	object    *Object
	prefix    string     // of the objects' columns
	presence  int        // as in field, if the rows only name the objects; -1 if they are the objects
	selection *selection // of a short list's objects
}

// connection is the selection on a page of objects. nodes and edges share one statement.
type connection struct {
	listing
	typename string
	fields   []*connectionField
	rows     bool // any field needs the rows
	total    bool
	cursors  bool
}

type connectionKind uint8

const (
	connectionTypename connectionKind = iota
	connectionEdges
	connectionNodes
	connectionInfo
	connectionTotal
)

type connectionField struct {
	kind      connectionKind
	label     []byte
	step      ast.PathElement
	state     int
	selection *selection // of nodes
	parts     []*part
}

// part is a field of an edge or of a PageInfo.
type part struct {
	label     []byte
	step      ast.PathElement
	name      string
	state     int
	selection *selection // of an edge's node
	text      []byte     // of __typename
}

// reference is a field whose objects are fetched by their ids, in a statement of their own.
type reference struct {
	targets map[gid.Type]*target // by the type of the id; 0 takes every id
}

type target struct {
	selection *selection
	group     *group
}

// group is a statement that fetches rows of one table by id, for all references of one selection.
type group struct {
	index    int // among the groups of its selection
	object   *Object
	source   *page.Source
	unscoped bool
}

type compiler struct {
	table     *Table
	variables map[string]any
	plan      *Plan
}

// maxJoins is the maximum number of joins in one statement. With more, planning the statement takes the database too
// long.
const maxJoins = 10

func (t *Table) compile(op *ast.OperationDefinition, variables map[string]any) *Plan {
	c := &compiler{table: t, variables: variables, plan: &Plan{operation: op}}
	root := t.schema.Query
	if op.Operation == ast.Mutation {
		root = t.schema.Mutation
	}
	c.plan.root = c.selection(t.objects[root.Name], c.collect(root.Name, []ast.SelectionSet{op.SelectionSet}), nil,
		nil)
	return c.plan
}

func (c *compiler) state() int {
	c.plan.states++
	return c.plan.states - 1
}

func label(alias string) []byte { return []byte(`"` + alias + `":`) } // GraphQL names contain nothing to escape

func (c *compiler) selection(o *Object, fields []*selected, columns *columns, outer map[string]string) *selection {
	sel := &selection{object: o, columns: columns, outer: outer}
	d := c.table.schema.Types[o.Name]
	for _, s := range fields {
		f := &field{label: label(s.alias), step: ast.PathName(s.alias), node: s.nodes[0], nodes: s.nodes}
		sel.fields = append(sel.fields, f)
		if f.node.Name == "__typename" {
			f.typename = []byte(`"` + o.Name + `"`)
			continue
		}
		if f.isIntrospection() {
			continue
		}
		definition := d.Fields.ForName(f.node.Name)
		f.typ, f.decl = definition.Type, o.declaration(f.node.Name)
		if f.decl != nil {
			f.state = c.state()
		}
		shared := f.decl != nil && f.decl.kind != byAction && len(definition.Arguments) > 0
		if shared && !slices.ContainsFunc(f.node.Arguments, usesVariable) {
			f.args, _ = c.table.decode(context.Background(), o.Name, f.node.Name, f.node.ArgumentMap(nil))
		}
		c.field(sel, f, s)
	}
	return sel
}

// usesVariable tells whether the value of an argument contains a variable.
func usesVariable(a *ast.Argument) bool { return hasVariable(a.Value) }

func hasVariable(v *ast.Value) bool {
	return v.Kind == ast.Variable || slices.ContainsFunc(v.Children,
		func(c *ast.ChildValue) bool { return hasVariable(c.Value) })
}

// isIntrospection tells whether the field is __schema or __type, which the executor generated by gqlgen answers.
func (f *field) isIntrospection() bool { return f.node.Name == "__schema" || f.node.Name == "__type" }

func (c *compiler) field(sel *selection, f *field, s *selected) {
	if f.decl == nil {
		column := snake(f.node.Name)
		sel.columns.need(column)
		f.slot, _ = sel.columns.slot(column)
		f.leaf = c.table.leafOf(f.typ)
		return
	}
	for _, path := range f.decl.paths() {
		sel.columns.need(path)
	}
	for _, fact := range f.decl.facts {
		if !slices.Contains(sel.facts, fact) {
			sel.facts = append(sel.facts, fact)
			c.plan.facts = true
		}
	}
	for _, a := range f.decl.keyedFacts {
		if a.argument == "" || f.node.Arguments.ForName(a.argument) != nil {
			c.plan.facts = true
		}
	}
	switch f.decl.kind {
	case byValue, byAction:
		c.plan.statements += f.decl.runs
		if c.table.schema.Types[f.typ.Name()].IsAbstractType() {
			f.kinds = map[reflect.Type]*selection{}
			for _, o := range c.possible(f.typ.Name()) {
				f.kinds[reflect.TypeOf(o.Value)] = c.selection(
					o, c.collect(o.Name, s.selections()), sel.columns, f.decl.outer)
			}
			return
		}
		if c.table.isComposite(f.typ) {
			f.values = c.selection(
				c.table.objects[f.typ.Name()], c.collect(f.typ.Name(), s.selections()), sel.columns, f.decl.outer)
			return
		}
		f.leaf = c.table.leafOf(f.typ)
	case byReference:
		c.reference(sel, f, s)
	case byOuter:
		column := sel.outer[f.node.Name]
		if column == "" {
			panic(fmt.Sprintf("no field says what %s.%s is", sel.object.Name, f.node.Name))
		}
		if column == ownID {
			f.decl = &Field{kind: byReference, key: f.decl.key}
			c.reference(sel, f, s)
			return
		}
		f.decl = One(column)
		sel.columns.need(column)
		c.reference(sel, f, s)
	case byPage:
		c.connection(f, s)
	case byList:
		f.short = &listing{}
		c.listing(f.short, f.decl.list, f.typ.Name())
		f.short.selection = c.objects(f.short, s.selections())
		c.plan.statements++
	}
}

// reference compiles a field that refers to objects by their ids. If the id is in a column, the row is joined to the
// row that holds the id; otherwise it is fetched by its id.
func (c *compiler) reference(sel *selection, f *field, s *selected) {
	column, name := f.decl.column, f.typ.Name()
	if column != "" {
		f.slot, _ = sel.columns.slot(column)
		path := sel.columns.prefix + column
		o := c.table.objects[name]
		// OrOwn works only with a join, so such a field joins even beyond maxJoins. A join takes the scope of its
		// statement, so unscoped rows are never joined, and nothing is joined to them.
		canJoin := sel.columns.source.Joins() < maxJoins || f.decl.own != ""
		if o != nil && sel.columns.source.Refers(path) == o.Table && canJoin && !f.decl.unscoped &&
			!sel.columns.noJoins {
			below := &columns{source: sel.columns.source, prefix: path + ".", slots: map[string]int{}}
			if f.decl.own != "" {
				sel.columns.source.Own(path, f.decl.own)
			}
			f.joined = c.selection(o, c.collect(name, s.selections()), below, nil)
			f.presence = below.presenceSlot(o.Table)
			return
		}
	}
	if f.decl.asks {
		c.plan.statements += max(f.decl.runs, 1)
	}
	f.target = &reference{targets: map[gid.Type]*target{}}
	// a single object: only one of the types is fetched
	one := sel.object.Name == c.table.schema.Query.Name && f.typ.Elem == nil
	before, highest := c.plan.statements, 0
	for _, o := range c.possible(name) {
		g := sel.group(o, f.decl.unscoped)
		below := &columns{source: g.source, slots: map[string]int{}, noJoins: g.unscoped}
		f.target.targets[o.ID] = &target{c.selection(o, c.collect(o.Name, s.selections()), below, nil), g}
		c.plan.statements++ // an upper bound: fields of the selection with the same type share a statement
		if one {
			highest, c.plan.statements = max(highest, c.plan.statements-before), before
		}
	}
	c.plan.statements += highest
}

// possible returns the declarations of the object types that a field of the named type can return.
func (c *compiler) possible(name string) []*Object {
	if o := c.table.objects[name]; o != nil {
		return []*Object{o}
	}
	var list []*Object
	for _, d := range c.table.schema.PossibleTypes[name] {
		list = append(list, c.table.objects[d.Name])
	}
	return list
}

func (sel *selection) group(o *Object, unscoped bool) *group {
	for _, g := range sel.groups {
		if g.object == o && g.unscoped == unscoped {
			return g
		}
	}
	g := &group{index: len(sel.groups), object: o, source: page.NewSource(o.Table), unscoped: unscoped}
	sel.groups = append(sel.groups, g)
	return g
}

// listing compiles the statement for the rows of a page or a short list. name is the type of the objects.
func (c *compiler) listing(l *listing, list *List, name string) {
	l.list, l.object, l.presence = list, c.table.objects[name], -1
	table := l.object.Table
	if list.Table != "" {
		table = page.TableNamed(list.Table)
	}
	l.source = page.NewSource(table)
	if list.Partition != "" {
		l.partition = l.source.Column(list.Partition)
	}
	if list.Through != "" {
		l.prefix = list.Through + "."
		l.presence = l.source.Column(l.prefix + "id")
	}
}

// objects compiles the selection on the objects of a page or a short list.
func (c *compiler) objects(l *listing, sets []ast.SelectionSet) *selection {
	below := &columns{source: l.source, prefix: l.prefix, slots: map[string]int{}}
	return c.selection(l.object, c.collect(l.object.Name, sets), below, nil)
}

func (c *compiler) connection(f *field, s *selected) {
	name := f.typ.Name()
	f.page = &connection{typename: name}
	c.listing(&f.page.listing, f.decl.list, connectionOf(c.table.schema.Types[name]))
	for _, inner := range c.collect(name, s.selections()) {
		cf := &connectionField{label: label(inner.alias), step: ast.PathName(inner.alias)}
		f.page.fields = append(f.page.fields, cf)
		switch inner.nodes[0].Name {
		case "__typename":
			cf.kind = connectionTypename
		case "totalCount":
			cf.kind, f.page.total = connectionTotal, true
		case "nodes":
			cf.kind, f.page.rows, cf.state = connectionNodes, true, c.state()
			cf.selection = c.objects(&f.page.listing, inner.selections())
		case "pageInfo":
			cf.kind, f.page.rows = connectionInfo, true
			c.parts(f.page, cf, inner, "PageInfo")
		case "edges":
			cf.kind, f.page.rows = connectionEdges, true
			c.parts(f.page, cf, inner, f.page.object.Name+"Edge")
		default:
			panic(fmt.Sprintf("%s has a field %s that nothing feeds", name, inner.nodes[0].Name))
		}
	}
	if f.page.cursors {
		for _, o := range append([]page.Order{f.page.list.Order}, f.page.list.Orders...) {
			for _, column := range o.Columns {
				f.page.source.Column(column)
			}
		}
	}
	if f.page.rows {
		c.plan.statements++
	}
	if f.page.total {
		c.plan.statements++
	}
}

// parts compiles the fields of edges and of a PageInfo.
func (c *compiler) parts(l *connection, cf *connectionField, s *selected, name string) {
	for _, inner := range c.collect(name, s.selections()) {
		p := &part{label: label(inner.alias), step: ast.PathName(inner.alias), name: inner.nodes[0].Name}
		cf.parts = append(cf.parts, p)
		switch p.name {
		case "__typename":
			p.text = []byte(`"` + name + `"`)
		case "node":
			p.selection, p.state = c.objects(&l.listing, inner.selections()), c.state()
		case "cursor", "startCursor", "endCursor":
			l.cursors = true
		}
	}
}
