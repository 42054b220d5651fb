package graph_test

import (
	"maps"
	"testing"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/testenv"
)

// A value of an input that cannot be read is refused in the payload, as one that names nothing is. Every id, day and
// moment of every input is tried.
func TestMalformedValuesAreRefusedInThePayload(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var h *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { h = newTenantFixture(t, f.After(1000), "Alpha", nil) })
		schema := generated.NewExecutableSchema(generated.Config{}).Schema()
		tried := 0
		for name, example := range examples(t, env, h) {
			inputType := schema.Mutation.Fields.ForName(name).Arguments.ForName("input").Type.Name()
			for _, f := range schema.Types[inputType].Fields {
				switch f.Type.NamedType {
				case "ID", "Date", "DateTime":
				default:
					continue
				}
				input := maps.Clone(example.input)
				input[f.Name] = "nonsense"
				got := mutate[changeResult](t, env.As(example.who), name, inputType, "", input)
				if want := "BAD_INPUT input." + f.Name; codes(got) != want {
					t.Errorf("%s: %q, want %q", name, codes(got), want)
				}
				tried++
			}
		}
		if tried < 25 {
			t.Errorf("%d values were tried", tried)
		}
	})
}
