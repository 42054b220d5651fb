package plan

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// selected is one field of the response: its response name, and all nodes of the document that select it.
type selected struct {
	alias string
	nodes []*ast.Field
}

// selections returns the selection sets of all nodes, which collect merges.
func (s *selected) selections() []ast.SelectionSet {
	sets := make([]ast.SelectionSet, len(s.nodes))
	for i, n := range s.nodes {
		sets[i] = n.SelectionSet
	}
	return sets
}

// collect returns the fields that are selected on objects of a type, in the order of the response. It implements
// CollectFields and MergeSelectionSets of the GraphQL specification (sections 6.3.2 and 6.4.3).
func (c *compiler) collect(object string, sets []ast.SelectionSet) []*selected {
	g := gatherer{c: c, object: object, at: map[string]*selected{}}
	for _, set := range sets {
		g.gather(set)
	}
	return g.out
}

type gatherer struct {
	c       *compiler
	object  string
	out     []*selected
	at      map[string]*selected
	visited []string
}

func (g *gatherer) gather(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if !g.c.included(s.Directives) {
				continue
			}
			known := g.at[s.Alias]
			if known == nil {
				known = &selected{alias: s.Alias}
				g.at[s.Alias] = known
				g.out = append(g.out, known)
			}
			known.nodes = append(known.nodes, s)
		case *ast.InlineFragment:
			if g.c.included(s.Directives) && g.applies(s.TypeCondition) {
				g.gather(s.SelectionSet)
			}
		case *ast.FragmentSpread:
			if !g.c.included(s.Directives) || slices.Contains(g.visited, s.Name) {
				continue
			}
			g.visited = append(g.visited, s.Name)
			if s.Definition != nil && g.applies(s.Definition.TypeCondition) {
				g.gather(s.Definition.SelectionSet)
			}
		}
	}
}

func (g *gatherer) applies(condition string) bool {
	if condition == "" || condition == g.object {
		return true
	}
	d := g.c.table.schema.Types[g.object]
	return d != nil && slices.Contains(d.Interfaces, condition)
}

// included tells whether @skip and @include keep a selection in the response.
func (c *compiler) included(list ast.DirectiveList) bool {
	if skip := list.ForName("skip"); skip != nil && c.truth(skip) {
		return false
	}
	include := list.ForName("include")
	return include == nil || c.truth(include)
}

func (c *compiler) truth(d *ast.Directive) bool {
	argument := d.Arguments.ForName("if")
	if argument == nil {
		return false
	}
	value, err := argument.Value.Value(c.variables)
	truth, ok := value.(bool)
	return err == nil && ok && truth
}

// switches returns the sorted names of the variables that @skip and @include of an operation use.
func switches(op *ast.OperationDefinition) []string {
	if len(op.VariableDefinitions) == 0 {
		return nil
	}
	var w switchWalk
	w.selections(op.SelectionSet)
	slices.SortFunc(w.names, strings.Compare)
	return w.names
}

type switchWalk struct{ names, fragments []string }

func (w *switchWalk) selections(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			w.directives(s.Directives)
			w.selections(s.SelectionSet)
		case *ast.InlineFragment:
			w.directives(s.Directives)
			w.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			w.directives(s.Directives)
			if s.Definition != nil && !slices.Contains(w.fragments, s.Name) {
				w.fragments = append(w.fragments, s.Name)
				w.selections(s.Definition.SelectionSet)
			}
		}
	}
}

func (w *switchWalk) directives(list ast.DirectiveList) {
	for _, d := range list {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		if a := d.Arguments.ForName("if"); a != nil && a.Value.Kind == ast.Variable &&
			!slices.Contains(w.names, a.Value.Raw) {
			w.names = append(w.names, a.Value.Raw)
		}
	}
}
