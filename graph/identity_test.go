package graph_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
)

// Normalized caches of clients use the field id as key. So every type with an id must be a Node, and other types must
// not have an id.
func TestATypeWithAnIDIsANodeAndNoOtherIs(t *testing.T) {
	nodes := 0
	for _, d := range generated.NewExecutableSchema(generated.Config{}).Schema().Types {
		if d.Kind != ast.Object || strings.HasPrefix(d.Name, "__") {
			continue
		}
		node := slices.Contains(d.Interfaces, "Node")
		if has := d.Fields.ForName("id") != nil; has != node {
			t.Errorf("%s has an id: %t, and is a Node: %t", d.Name, has, node)
		}
		if node {
			nodes++
		}
	}
	if nodes < 30 {
		t.Errorf("only %d Nodes", nodes)
	}
}

// Every Node has a root field by its id, except those that docs/deprecation.md names.
func TestEveryNodeThatAPageOpensHasARoot(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	var without []string
	for _, d := range schema.PossibleTypes["Node"] {
		root := schema.Query.Fields.ForName(strings.ToLower(d.Name[:1]) + d.Name[1:])
		if root == nil || root.Type.Name() != d.Name || root.Arguments.ForName("id") == nil {
			without = append(without, d.Name)
		}
	}
	slices.Sort(without)
	if want := []string{"DecisionRecord", "Session"}; !slices.Equal(without, want) {
		t.Errorf("%v have no root, want %v", without, want)
	}
}

// node(id:) returns every type of Node, with the requested id.
func TestNodeAnswersEveryTypeWithAnID(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		load(t, env)
		var rest []gid.ID
		var h *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { rest = fillRest(t, f) })
		env.Fill(t, func(f *testenv.Fixture) { h = newTenantFixture(t, f.After(1000), "Alpha", nil) })
		ids := append(append(rest, h.ids(t, env)...), insertOperations(t, env)...)
		c, ctx := env.Store.Client(), testenv.Operator(t)
		for _, list := range []func(context.Context) []gid.ID{c.ProductLine.Query().IDsX, c.Product.Query().IDsX,
			c.PartNumber.Query().IDsX,
			c.ListPrice.Query().IDsX, c.Feature.Query().IDsX, c.LicenseModel.Query().IDsX,
			c.LicenseModelVersion.Query().IDsX,
			c.UnitOfMeasure.Query().IDsX, c.CoverageLevel.Query().IDsX, c.System.Query().IDsX, c.Meter.Query().IDsX,
			c.CustomField.Query().IDsX} {
			ids = append(ids, list(ctx)...)
		}
		answered := map[string]bool{}
		ask := func(as *testenv.Env) {
			for some := range slices.Chunk(ids, 100) {
				texts := make([]string, len(some))
				for i, id := range some {
					texts[i] = id.String()
				}
				got, _ := testenv.Must[struct {
					Nodes []*struct {
						Typename string `json:"__typename"`
						ID       string
					}
				}](t, as, `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, map[string]any{"ids": texts})
				for i, n := range got.Nodes {
					if n == nil {
						continue
					}
					answered[n.Typename] = true
					if n.ID != texts[i] {
						t.Errorf("%s was asked for, and %s answered", texts[i], n.ID)
					}
				}
			}
		}
		ask(env)
		ask(env.As(h.asAdministrator()))
		for _, d := range schema.PossibleTypes["Node"] {
			if !answered[d.Name] {
				t.Errorf("node answers no %s", d.Name)
			}
		}
	})
}

// Even viewers who see every row see only their own sessions, by id as well as in the list.
func TestSessionsAreAnsweredToTheirUserAlone(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		own := func(as *viewer.Viewer) []string {
			got, _ := testenv.Must[struct {
				Viewer struct{ Sessions []struct{ ID string } }
			}](t, env.As(as), `{ viewer { sessions { id } } }`, nil)
			var ids []string
			for _, s := range got.Viewer.Sessions {
				ids = append(ids, s.ID)
			}
			return ids
		}
		byID := func(as *viewer.Viewer, id gid.ID) bool {
			got, _ := testenv.Must[struct{ Nodes []*struct{ ID string } }](t, env.As(as),
				`query ($id: ID!) { nodes(ids: [$id]) { id } }`, map[string]any{"id": id.String()})
			return got.Nodes[0] != nil
		}
		operator := viewer.From(testenv.Operator(t))
		seen := 0
		for _, id := range env.Store.Client().Session.Query().IDsX(testenv.Operator(t)) {
			for name, who := range map[string]*viewer.Viewer{"the operator": operator,
				"the administrator": h.asAdministrator()} {
				listed := slices.Contains(own(who), id.String())
				if byID(who, id) != listed {
					t.Errorf("%s has the session %s in the list: %t, and by its id: %t", name, id, listed, !listed)
				}
				if listed {
					seen++
				}
			}
		}
		if seen == 0 {
			t.Error("nobody saw a session")
		}
	})
}
