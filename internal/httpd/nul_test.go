package httpd_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/testenv"
)

// unfit are characters that no text may hold, by the names under which they are refused.
var unfit = map[string]string{"NUL": "\x00", "U+0007": "\a", "U+202E": "\u202e", "U+2067": "\u2067",
	"U+009F": "\u009f"}

// Each text of each change is refused if it holds a character that nobody sees, before anything runs, as a value of a
// variable and as a literal.
func TestUnfitCharactersInChanges(t *testing.T) {
	contract := generated.NewExecutableSchema(generated.Config{}).Schema()
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		tried := 0
		for _, field := range contract.Mutation.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			of := field.Arguments.ForName("input").Type
			definition := contract.Types[of.Name()]
			for _, text := range definition.Fields {
				if !takesTexts(contract, text.Type) {
					continue
				}
				tried++
				variables := map[string]any{}
				for _, other := range definition.Fields {
					if other.Type.NonNull {
						variables[other.Name] = sample(contract, other.Type)
					}
				}
				name := slices.Sorted(maps.Keys(unfit))[tried%len(unfit)]
				variables[text.Name] = "a" + unfit[name] + "b"
				byVariable := fmt.Sprintf(`mutation ($i: %s) {%s(input: $i) {errors {code}}}`, of, field.Name)
				byLiteral := fmt.Sprintf(`mutation {%s(input: %s) {errors {code}}}`, field.Name, literal(variables))
				for document, given := range map[string]map[string]any{byVariable: {"i": variables}, byLiteral: nil} {
					field := "input." + text.Name
					if given != nil {
						field = "variables.i." + text.Name
					}
					answer := env.Ask(t, document, given)
					if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "BAD_INPUT" ||
						!strings.HasPrefix(answer.Errors[0].Extensions.Field, field) ||
						!strings.Contains(answer.Errors[0].Message, name) || len(answer.Statements) > 0 {
						t.Errorf("%s %v: %+v, want the field %s", document, given, answer, field)
					}
				}
			}
		}
		if tried < 50 {
			t.Errorf("only %d texts were tried", tried)
		}
	})
}

func takesTexts(contract *ast.Schema, of *ast.Type) bool {
	return contract.Types[of.Name()].Kind == ast.Scalar &&
		!slices.Contains([]string{"Int", "Float", "Boolean"}, of.Name())
}

// sample returns a valid value of a type.
func sample(contract *ast.Schema, of *ast.Type) any {
	switch definition := contract.Types[of.Name()]; {
	case of.Elem != nil:
		return []any{sample(contract, of.Elem)}
	case definition.Kind == ast.Enum:
		return enum(definition.EnumValues[0].Name)
	case definition.Kind == ast.InputObject:
		object := map[string]any{}
		for _, field := range definition.Fields {
			if field.Type.NonNull {
				object[field.Name] = sample(contract, field.Type)
			}
		}
		return object
	case of.Name() == "Int", of.Name() == "Float":
		return 1
	case of.Name() == "Boolean":
		return true
	}
	return "x"
}

// enum is written without quotes in a document.
type enum string

func literal(value any) string {
	switch v := value.(type) {
	case map[string]any:
		var fields []string
		for name, inner := range v {
			fields = append(fields, name+": "+literal(inner))
		}
		return "{" + strings.Join(fields, ", ") + "}"
	case []any:
		var items []string
		for _, inner := range v {
			items = append(items, literal(inner))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case string:
		return `"` + escaped(v) + `"`
	}
	return fmt.Sprint(value)
}

// escaped writes characters beyond ASCII, and those that nobody sees, by their numbers.
func escaped(text string) string {
	var b strings.Builder
	for _, c := range text {
		if c < ' ' || c > '~' {
			fmt.Fprintf(&b, `\u%04X`, c)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}
