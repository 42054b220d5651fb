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

// Plan is an operation that was compiled for one answer to each @skip and @include.
type Plan struct {
	operation *ast.OperationDefinition
	root      *place
	states    int
	// statements is how many statements reading the answer takes at most, unless facts say that nobody knows.
	statements int
	facts      bool
}

// most is how many statements reading the answer takes at most; 0 is not known.
func (p *Plan) most() int {
	if p.facts {
		return 0
	}
	return max(p.statements, 1)
}

// place is a selection of objects of one type at one spot of the answer.
type place struct {
	object  *Object
	columns *columns // nil for values of the program
	outer   map[string]string
	facts   []*Fact
	fields  []*field
	groups  []*group
}

// field is one field of the objects of a place.
type field struct {
	label []byte          // "alias":
	step  ast.PathElement // the alias
	node  *ast.Field      // the first of those that select it
	nodes []*ast.Field
	typ   *ast.Type
	feed  *Field // nil for a column and for __typename
	state int    // the number of what a run keeps of it, if something feeds it
	args  Args   // if no variable is among them: the same in every run; an action, which may keep or change them, gets its own

	typename []byte // of __typename
	slot     int    // of a column, of a reference's column
	leaf     leaf   // of a scalar

	values *place                  // of a value's objects
	kinds  map[reflect.Type]*place // of a value that may be of several types, by the type that the program has for each
	joined *place                  // of a reference that is read along
	there  int                     // the slot of a column that is null only if no row was read along
	target *reference              // of a reference that is fetched by its ids
	page   *connection
	short  *listing
}

// listing is the rows of a page or a short list, and the objects that they are or name.
type listing struct {
	list      *List
	source    *page.Source
	partition int // the slot of the parent's key
	object    *Object
	prefix    string // of the objects' columns
	there     int    // as in field, if the rows only name the objects; -1 if they are the objects
	place     *place // of a short list's objects
}

// connection is a page of objects. nodes and edges share one statement.
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
	kind  connectionKind
	label []byte
	step  ast.PathElement
	state int
	place *place // of nodes
	parts []*part
}

// part is a field of an edge or of a PageInfo.
type part struct {
	label []byte
	step  ast.PathElement
	name  string
	state int
	place *place // of an edge's node
	text  []byte // of __typename
}

// reference is a field whose objects are fetched by their ids.
type reference struct {
	places map[gid.Type]*target // by the type of the id; 0 takes every id
}

type target struct {
	place *place
	group *group
}

// group is what references of one place fetch of one table, in one statement.
type group struct {
	place    int // among the groups of its place
	object   *Object
	source   *page.Source
	unscoped bool
}

type compiler struct {
	table     *Table
	variables map[string]any
	plan      *Plan
}

// mostJoins bounds the rows that one statement reads along: more keep the database's planner busy.
const mostJoins = 10

func (t *Table) compile(op *ast.OperationDefinition, variables map[string]any) *Plan {
	c := &compiler{table: t, variables: variables, plan: &Plan{operation: op}}
	root := t.schema.Query
	if op.Operation == ast.Mutation {
		root = t.schema.Mutation
	}
	c.plan.root = c.place(t.objects[root.Name], c.collect(root.Name, []ast.SelectionSet{op.SelectionSet}), nil, nil)
	return c.plan
}

func (c *compiler) state() int {
	c.plan.states++
	return c.plan.states - 1
}

func label(alias string) []byte { return []byte(`"` + alias + `":`) } // a name has nothing to escape

func (c *compiler) place(o *Object, selection []*selected, columns *columns, outer map[string]string) *place {
	p := &place{object: o, columns: columns, outer: outer}
	d := c.table.schema.Types[o.Name]
	for _, s := range selection {
		f := &field{label: label(s.alias), step: ast.PathName(s.alias), node: s.nodes[0], nodes: s.nodes}
		p.fields = append(p.fields, f)
		if f.node.Name == "__typename" {
			f.typename = []byte(`"` + o.Name + `"`)
			continue
		}
		if f.meta() {
			continue
		}
		definition := d.Fields.ForName(f.node.Name)
		f.typ, f.feed = definition.Type, o.feed(f.node.Name)
		if f.feed != nil {
			f.state = c.state()
		}
		shared := f.feed != nil && f.feed.kind != byAction && len(definition.Arguments) > 0
		if shared && !slices.ContainsFunc(f.node.Arguments, varies) {
			f.args, _ = c.table.decode(context.Background(), o.Name, f.node.Name, f.node.ArgumentMap(nil))
		}
		c.field(p, f, s)
	}
	return p
}

// varies tells whether an argument depends on variables.
func varies(a *ast.Argument) bool { return hasVariable(a.Value) }

func hasVariable(v *ast.Value) bool {
	return v.Kind == ast.Variable || slices.ContainsFunc(v.Children, func(c *ast.ChildValue) bool { return hasVariable(c.Value) })
}

// meta tells whether the field asks for the contract itself, which the generated executor answers.
func (f *field) meta() bool { return f.node.Name == "__schema" || f.node.Name == "__type" }

func (c *compiler) field(p *place, f *field, s *selected) {
	if f.feed == nil {
		column := snake(f.node.Name)
		p.columns.need(column)
		f.slot, _ = p.columns.slot(column)
		f.leaf = c.table.leafOf(f.typ)
		return
	}
	for _, path := range f.feed.paths() {
		p.columns.need(path)
	}
	for _, fact := range f.feed.facts {
		if !slices.Contains(p.facts, fact) {
			p.facts = append(p.facts, fact)
			c.plan.facts = true
		}
	}
	for _, a := range f.feed.asking {
		if a.argument == "" || f.node.Arguments.ForName(a.argument) != nil {
			c.plan.facts = true
		}
	}
	switch f.feed.kind {
	case byValue, byAction:
		if c.table.schema.Types[f.typ.Name()].IsAbstractType() {
			f.kinds = map[reflect.Type]*place{}
			for _, o := range c.possible(f.typ.Name()) {
				f.kinds[reflect.TypeOf(o.Value)] = c.place(o, c.collect(o.Name, s.selections()), p.columns, f.feed.outer)
			}
			return
		}
		if c.table.isComposite(f.typ) {
			f.values = c.place(c.table.objects[f.typ.Name()], c.collect(f.typ.Name(), s.selections()), p.columns, f.feed.outer)
			return
		}
		f.leaf = c.table.leafOf(f.typ)
	case byReference:
		c.reference(p, f, s)
	case byOuter:
		column := p.outer[f.node.Name]
		if column == "" {
			panic(fmt.Sprintf("no field says what %s.%s is", p.object.Name, f.node.Name))
		}
		if column == ofValue {
			f.feed = &Field{kind: byReference, key: f.feed.key}
			c.reference(p, f, s)
			return
		}
		f.feed = One(column)
		p.columns.need(column)
		c.reference(p, f, s)
	case byPage:
		c.connection(f, s)
	case byList:
		f.short = &listing{}
		c.listing(f.short, f.feed.list, f.typ.Name())
		f.short.place = c.objects(f.short, s.selections())
		c.plan.statements++
	}
}

// reference compiles a field that leads to objects by their ids. The row is read along with the row that names it if a
// column does, and fetched by its id if not.
func (c *compiler) reference(p *place, f *field, s *selected) {
	column, name := f.feed.column, f.typ.Name()
	if column != "" {
		f.slot, _ = p.columns.slot(column)
		path := p.columns.prefix + column
		o := c.table.objects[name]
		// Whoever sees their own sees it by the join alone. What nothing bounds is not read along, nor is anything with it.
		few := p.columns.source.Joins() < mostJoins || f.feed.own != ""
		if o != nil && p.columns.source.Refers(path) == o.Table && few && !f.feed.unscoped && !p.columns.alone {
			below := &columns{source: p.columns.source, prefix: path + ".", slots: map[string]int{}}
			if f.feed.own != "" {
				p.columns.source.Own(path, f.feed.own)
			}
			f.joined = c.place(o, c.collect(name, s.selections()), below, nil)
			f.there = below.there(o.Table)
			return
		}
	}
	if f.feed.asks {
		c.plan.statements++
	}
	f.target = &reference{places: map[gid.Type]*target{}}
	one := p.object.Name == c.table.schema.Query.Name && f.typ.Elem == nil // object, of one of the types
	before, most := c.plan.statements, 0
	for _, o := range c.possible(name) {
		g := p.group(o, f.feed.unscoped)
		below := &columns{source: g.source, slots: map[string]int{}, alone: g.unscoped}
		f.target.places[o.ID] = &target{c.place(o, c.collect(o.Name, s.selections()), below, nil), g}
		c.plan.statements++ // fewer if other fields of the place ask for the same type
		if one {
			most, c.plan.statements = max(most, c.plan.statements-before), before
		}
	}
	c.plan.statements += most
}

// possible returns the declarations of the types of which objects at a field can be.
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

func (p *place) group(o *Object, unscoped bool) *group {
	for _, g := range p.groups {
		if g.object == o && g.unscoped == unscoped {
			return g
		}
	}
	g := &group{place: len(p.groups), object: o, source: page.NewSource(o.Table), unscoped: unscoped}
	p.groups = append(p.groups, g)
	return g
}

// listing compiles the rows of a page or a short list of objects of a type.
func (c *compiler) listing(l *listing, list *List, name string) {
	l.list, l.object, l.there = list, c.table.objects[name], -1
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
		l.there = l.source.Column(l.prefix + "id")
	}
}

// objects compiles the objects of a list.
func (c *compiler) objects(l *listing, sets []ast.SelectionSet) *place {
	below := &columns{source: l.source, prefix: l.prefix, slots: map[string]int{}}
	return c.place(l.object, c.collect(l.object.Name, sets), below, nil)
}

func (c *compiler) connection(f *field, s *selected) {
	name := f.typ.Name()
	f.page = &connection{typename: name}
	c.listing(&f.page.listing, f.feed.list, connectionOf(c.table.schema.Types[name]))
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
			cf.place = c.objects(&f.page.listing, inner.selections())
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
			p.place, p.state = c.objects(&l.listing, inner.selections()), c.state()
		case "cursor", "startCursor", "endCursor":
			l.cursors = true
		}
	}
}
