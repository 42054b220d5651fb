package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
)

const (
	filtersPage = "../docs/filters.md"
	listsBegin  = "<!-- The table of lists is made from the schema: go test ./graph -run ListsAreDocumented " +
		"-update -->\n"
	listsEnd = "<!-- End of the table of lists. -->\n"
)

// TestListsAreDocumented compares the table of lists in docs/filters.md with the schema.
func TestListsAreDocumented(t *testing.T) {
	compareTable(t, filtersPage, listsBegin, listsEnd,
		tableOfLists(generated.NewExecutableSchema(generated.Config{}).Schema()))
}

// tableOfLists has a row for every field that returns a page: its orders, the default first, and its filters.
func tableOfLists(schema *ast.Schema) string {
	var rows []string
	for _, is := range schema.Types {
		for _, f := range is.Fields {
			if is.Kind != ast.Object || !strings.HasSuffix(f.Type.Name(), "Connection") {
				continue
			}
			name := is.Name + "." + f.Name
			if is.Name == "Query" {
				name = f.Name
			}
			rows = append(rows, fmt.Sprintf("| `%s` | %s | %s |\n", name, ordersOf(schema, f), filtersOf(schema, f)))
		}
	}
	// Lists of the root, which begin with a small letter, come first.
	slices.SortFunc(rows, func(a, b string) int {
		if inA, inB := strings.Contains(firstCell(a), "."), strings.Contains(firstCell(b), "."); inA != inB {
			return map[bool]int{true: 1, false: -1}[inA]
		}
		return strings.Compare(a, b)
	})
	return "\n| list | orders | filters |\n|---|---|---|\n" + strings.Join(rows, "") + "\n"
}

func firstCell(row string) string { return strings.Split(row, "|")[1] }

// ordersOf names the orders of a list, the default first. A list without a choice has the order that its description
// names.
func ordersOf(schema *ast.Schema, f *ast.FieldDefinition) string {
	by := f.Arguments.ForName("orderBy")
	if by == nil {
		return "one"
	}
	names := []string{"`" + by.DefaultValue.Raw + "` (default)"}
	for _, v := range schema.Types[by.Type.Name()].EnumValues {
		if v.Name != by.DefaultValue.Raw {
			names = append(names, "`"+v.Name+"`")
		}
	}
	return strings.Join(names, ", ")
}

// filtersOf names the fields of the filter of a list, and the argument on, which is a filter too.
func filtersOf(schema *ast.Schema, f *ast.FieldDefinition) string {
	var names []string
	if filter := f.Arguments.ForName("filter"); filter != nil {
		for _, field := range schema.Types[filter.Type.Name()].Fields {
			names = append(names, "`"+field.Name+"`")
		}
	}
	if f.Arguments.ForName("on") != nil {
		names = append(names, "the argument `on`")
	}
	if names == nil {
		return "none"
	}
	return strings.Join(names, ", ")
}
