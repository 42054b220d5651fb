package graph_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

var (
	sentence    = regexp.MustCompile(`^[A-Z].*[^ ,;:]\.$`)
	namedFilter = regexp.MustCompile(`filter\.(\w+)`)
	namedOrder  = regexp.MustCompile(`\b(?:by|order) ([A-Z]{2,}(?:_[A-Z]+)*)\b`)
)

// A refusal of FILTER_TOO_BROAD names only filters and orders that the list has, and its field is the order or a
// filter that was given. Every list of the root is asked in every order with every filter, alone and together with
// updatedSince.
func TestRemediesNameFiltersThatTheListHas(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		refused := 0
		for _, list := range schema.Query.Fields {
			filter := list.Arguments.ForName("filter")
			if !strings.HasSuffix(list.Type.Name(), "Connection") || filter == nil {
				continue
			}
			is := schema.Types[filter.Type.Name()]
			orders := []string{""}
			if by := list.Arguments.ForName("orderBy"); by != nil {
				for _, v := range schema.Types[by.Type.Name()].EnumValues {
					orders = append(orders, v.Name)
				}
			}
			for _, document := range filtered(schema, list.Name, is, orders) {
				for _, e := range env.Ask(t, document, nil).Errors {
					if e.Extensions.Code != "FILTER_TOO_BROAD" {
						continue
					}
					refused++
					if !sentence.MatchString(e.Message) || !sentence.MatchString(e.Extensions.Remedy) {
						t.Errorf("%s: %q, %q: a message and a remedy are whole sentences", document, e.Message,
							e.Extensions.Remedy)
					}
					if field := e.Extensions.Field; field != "orderBy" &&
						!strings.Contains(document, " "+strings.TrimPrefix(field, "filter.")+": ") {
						t.Errorf("%s: the field %s was not given", document, field)
					}
					said := e.Message + " " + e.Extensions.Remedy + " " + e.Extensions.Field
					for _, found := range namedFilter.FindAllStringSubmatch(said, -1) {
						if is.Fields.ForName(found[1]) == nil {
							t.Errorf("%s: %q names a filter that %s does not have", document, said, is.Name)
						}
					}
					for _, found := range namedOrder.FindAllStringSubmatch(said, -1) {
						if !slices.Contains(orders, found[1]) {
							t.Errorf("%s: %q names an order that the list does not have", document, said)
						}
					}
				}
			}
		}
		if refused < 60 {
			t.Errorf("only %d filters were refused", refused)
		}
	})
}

// filtered returns documents that ask for a list in each order with each filter, alone and with updatedSince.
func filtered(schema *ast.Schema, list string, filter *ast.Definition, orders []string) []string {
	var documents []string
	for _, order := range orders {
		by := ""
		if order != "" {
			by = "orderBy: " + order + ", "
		}
		for _, field := range filter.Fields {
			given := field.Name + ": " + sampleValue(schema, field.Type)
			documents = append(documents, fmt.Sprintf("{ %s(%sfilter: { %s }) { totalCount } }", list, by, given))
			if field.Name != "updatedSince" && filter.Fields.ForName("updatedSince") != nil {
				documents = append(documents, fmt.Sprintf(
					`{ %s(%sfilter: { %s, updatedSince: "2026-01-01T00:00:00Z" }) { totalCount } }`, list, by, given))
			}
		}
	}
	return documents
}

// sampleValue writes some value of a type.
func sampleValue(schema *ast.Schema, of *ast.Type) string {
	is := schema.Types[of.Name()]
	switch {
	case is.Kind == ast.Enum:
		return is.EnumValues[0].Name
	case is.Kind == ast.InputObject:
		return "{ " + is.Fields[0].Name + ": " + sampleValue(schema, is.Fields[0].Type) + " }"
	}
	return map[string]string{"ID": `"` + gid.New(gid.Account, 1).String() + `"`, "Boolean": "true", "String": `"a"`,
		"Date": `"2026-01-01"`, "DateTime": `"2026-01-01T00:00:00Z"`, "Int": "1"}[is.Name]
}
