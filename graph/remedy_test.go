package graph_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

var (
	namedFilter = regexp.MustCompile(`filter\.(\w+)`)
	namedOrder  = regexp.MustCompile(`\b(?:by|order) ([A-Z]{2,}(?:_[A-Z]+)*)\b`)
)

// A refusal of FILTER_TOO_BROAD names only filters and orders that the list has. Every list of the root is asked in
// every order with every filter, alone and together with updatedSince.
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
			for _, order := range orders {
				for _, field := range is.Fields {
					for _, more := range []string{"", `, updatedSince: "2026-01-01T00:00:00Z"`} {
						if more != "" && (field.Name == "updatedSince" || is.Fields.ForName("updatedSince") == nil) {
							continue
						}
						by := ""
						if order != "" {
							by = "orderBy: " + order + ", "
						}
						document := fmt.Sprintf("{ %s(%sfilter: { %s: %s%s }) { totalCount } }", list.Name, by, field.Name,
							sampleValue(schema, field.Type), more)
						for _, e := range env.Ask(t, document, nil).Errors {
							if e.Extensions.Code != "FILTER_TOO_BROAD" {
								continue
							}
							refused++
							said := e.Message + " " + e.Extensions.Remedy + " " + e.Extensions.Field
							for _, found := range namedFilter.FindAllStringSubmatch(said, -1) {
								if is.Fields.ForName(found[1]) == nil {
									t.Errorf("%s: %q names %s, which %s does not have", document, said, found[0], is.Name)
								}
							}
							for _, found := range namedOrder.FindAllStringSubmatch(said, -1) {
								if !strings.Contains(strings.Join(orders, " "), found[1]) {
									t.Errorf("%s: %q names the order %s", document, said, found[1])
								}
							}
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

// sampleValue writes some value of a type.
func sampleValue(schema *ast.Schema, of *ast.Type) string {
	is := schema.Types[of.Name()]
	switch {
	case is.Kind == ast.Enum:
		return is.EnumValues[0].Name
	case is.Kind == ast.InputObject:
		return "{ " + is.Fields[0].Name + ": " + sampleValue(schema, is.Fields[0].Type) + " }"
	}
	return map[string]string{"ID": `"` + gid.New(gid.Account, 1).String() + `"`, "Boolean": "true",
		"Date": `"2026-01-01"`, "DateTime": `"2026-01-01T00:00:00Z"`, "Int": "1"}[is.Name] +
		map[bool]string{true: `"a"`}[is.Name == "String"]
}
