package graph_test

import (
	"maps"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/testenv"
)

// malformed is an input with one value that cannot be read.
type malformed struct {
	// field is the path that the refusal names, below the input.
	field string
	// isEnum says that the value stands where one of an enum is expected.
	isEnum bool
	input  map[string]any
}

// malformedInputs returns an input once for each id, day, moment and value of an enum that its type has, also in lists
// and in objects below it, with a text in its place that cannot be read.
func malformedInputs(schema *ast.Schema, d *ast.Definition, input map[string]any) []malformed {
	const unreadable = "nonsense"
	var all []malformed
	for _, f := range d.Fields {
		add := func(path string, isEnum bool, value any) {
			changed := maps.Clone(input)
			if changed == nil {
				changed = map[string]any{}
			}
			changed[f.Name] = value
			all = append(all, malformed{f.Name + path, isEnum, changed})
		}
		of, inList := schema.Types[f.Type.Name()], f.Type.Elem != nil
		listed := func(value any) any {
			if inList {
				return []any{value}
			}
			return value
		}
		path := ""
		if inList {
			path = ".0"
		}
		switch {
		case of.Kind == ast.Enum, of.Name == "ID", of.Name == "Date", of.Name == "DateTime":
			add(path, of.Kind == ast.Enum, listed(unreadable))
		case of.Kind == ast.InputObject:
			below, _ := input[f.Name].(map[string]any)
			if list, _ := input[f.Name].([]any); len(list) > 0 {
				below, _ = list[0].(map[string]any)
			}
			if below == nil {
				below = requiredTexts(of)
			}
			for _, m := range malformedInputs(schema, of, below) {
				add(path+"."+m.field, m.isEnum, listed(m.input))
			}
		}
	}
	return all
}

// requiredTexts returns an input of a type with a text for each text and each decimal number that it must have.
func requiredTexts(of *ast.Definition) map[string]any {
	input := map[string]any{}
	for _, f := range of.Fields {
		switch {
		case f.Type.NonNull && f.Type.Name() == "String":
			input[f.Name] = "x"
		case f.Type.NonNull && f.Type.Name() == "Decimal":
			input[f.Name] = "1"
		}
	}
	return input
}

// An id, a day or a moment of an input that cannot be read is refused in the payload, as one that names nothing is. A
// value that its enum does not have ends the whole operation before anything runs, as GraphQL's specification says.
// Every such value of every input is tried.
func TestMalformedValuesAreRefusedInThePayload(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var h *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { h = newTenantFixture(t, f.After(1000), "Alpha", nil) })
		schema := generated.NewExecutableSchema(generated.Config{}).Schema()
		tried, enums := 0, 0
		for name, example := range examples(t, env, h) {
			inputType := schema.Mutation.Fields.ForName(name).Arguments.ForName("input").Type.Name()
			for _, m := range malformedInputs(schema, schema.Types[inputType], example.input) {
				tried++
				if m.isEnum {
					enums++
					answer := env.As(example.who).Ask(t, "mutation($input: "+inputType+"!) { "+name+
						"(input: $input) { errors { code } } }", map[string]any{"input": m.input})
					if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "BAD_INPUT" ||
						answer.Errors[0].Extensions.Field != "variables.input."+m.field || answer.Data != nil {
						t.Errorf("%s: %s %+v, want no data and BAD_INPUT variables.input.%s", name, answer.Data,
							answer.Errors, m.field)
					}
					continue
				}
				got := mutate[changeResult](t, env.As(example.who), name, inputType, "", m.input)
				if want := "BAD_INPUT input." + m.field; codes(got) != want {
					t.Errorf("%s: %q, want %q", name, codes(got), want)
				}
			}
		}
		if tried-enums < 25 || enums < 15 {
			t.Errorf("%d values were tried, %d of them of enums", tried, enums)
		}
	})
}
