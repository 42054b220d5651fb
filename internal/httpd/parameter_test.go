package httpd

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// The parameters of a top-level error have the fields of the types in the schema.
func TestParametersAreWrittenAsTheContractHasThem(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	id := gid.New(gid.UnitOfMeasure, 0)
	seen := map[string]bool{}
	for _, v := range []value.Value{value.OfText("a"), value.OfNumber(1), value.OfBoolean(true), value.OfDay(1),
		value.OfMoment(1),
		value.OfEnum("Role", "READER"), value.OfEnums("Role", "READER"), value.OfReference(id, "a"),
		value.OfQuantity("1", id, "a"),
		value.OfQuantity("", id, "a")} {
		got := parametersOf([]fault.Parameter{fault.With("it", v)})[0]["value"].(map[string]any)
		name := got["__typename"].(string)
		seen[name] = true
		want := []string{"__typename"}
		for _, f := range schema.Types[name].Fields {
			if !strings.HasPrefix(f.Name, "__") {
				want = append(want, f.Name)
			}
		}
		slices.Sort(want)
		if d := cmp.Diff(want, slices.Sorted(maps.Keys(got))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	for _, d := range schema.PossibleTypes["Value"] {
		if !seen[d.Name] {
			t.Errorf("no parameter is a %s", d.Name)
		}
	}
}
