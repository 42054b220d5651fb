package graph_test

import (
	"testing"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// coverageExamples returns the input of an example for every mutation of coverages, for an operator.
func coverageExamples(t *testing.T, env *testenv.Env) map[string]map[string]any {
	t.Helper()
	var coverage, item, line gid.ID
	env.Fill(t, func(f *testenv.Fixture) {
		f.After(9000)
		account := f.Account("covered")
		header := f.Entitlement(account, "COVERED")
		linked := f.Line(account, header, f.Seat, "COVERED-1", 5)
		line = f.Line(account, header, f.Seat, "COVERED-2", 5)
		coverage = f.Coverage(account, testenv.Today-30, testenv.Today+30, linked)
		var err error
		item, err = f.Client().CoverageItem.Query().Where(coverageitem.CoverageID(coverage)).OnlyID(f.Context())
		if err != nil {
			t.Fatal(err)
		}
	})
	return map[string]map[string]any{
		"addCoverage": {"lineItem": line.String(), "kind": "MAINTENANCE", "length": 1, "lengthUnit": "YEARS",
			"quantity": "2", "order": map[string]any{"number": "PO-3"},
			"price": map[string]any{"amount": "12.50", "currency": "EUR"}},
		"extendCoverage": {"coverage": coverage.String(), "length": 1, "lengthUnit": "YEARS",
			"order": map[string]any{"number": "PO-1", "line": "2"}, "prices": []any{priceOf(item.String(), "12.50")}},
		"linkCoverage": {"coverage": coverage.String(), "lineItem": line.String(), "quantity": "3",
			"from": testenv.Today.String()},
		"unlinkCoverage": {"coverageItem": item.String()},
		"endCoverage":    {"coverage": coverage.String(), "from": testenv.Today.String()},
		"correctCoverage": {"coverage": coverage.String(), "endsOn": (testenv.Today + 20).String(), "kind": "SUPPORT",
			"order": map[string]any{"number": "PO-2"},
			"items": []any{map[string]any{"coverageItem": item.String(), "quantity": "2"}}},
	}
}
