package plan_test

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/plan"
)

// Arguments without variables are decoded once for all runs of a plan, except those of mutations, which may modify
// their input.
func TestAMutationThatIsRepeatedGetsItsInputAnew(t *testing.T) {
	c := newTiny(t,
		schema(t,
			`type Query { x: Deed } type Mutation { change(texts: [String!]!): Deed } type Deed { texts: [String!]! }`),
		noDatabase,
		&plan.Object{Name: "Query", Fields: plan.Fields{"x": plan.Plain(noValue)}},
		&plan.Object{Name: "Mutation", Fields: plan.Fields{"change": plan.Action(func(c *plan.Call) (any, error) {
			list := plan.Arg[[]any](c, "texts")
			first := list[0].(string)
			list[0] = "changed"
			return &deed{Texts: []string{first}}, nil
		})}},
		&plan.Object{Name: "Deed", Value: (*deed)(nil)})
	e := executor.New(c)
	e.SetQueryCache(graphql.MapCache[*ast.QueryDocument]{})
	for range 2 {
		got := c.askBy(t.Context(), t, e, `mutation { change(texts: ["asked"]) { texts } }`, nil)
		if string(got.Data) != `{"change":{"texts":["asked"]}}` || len(got.Errors) > 0 {
			t.Errorf(`%s %v, want Data = {"change":{"texts":["asked"]}} and len(Errors) = 0`, got.Data, got.Errors)
		}
	}
}
