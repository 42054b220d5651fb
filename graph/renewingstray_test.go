package graph_test

import (
	"testing"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/testenv"
)

// Coverage that begins only later in a term, here because the term with which it was sold was voided, takes no day from
// what is sold along with the term.
func TestStrayCoverageLeavesNoGapInARenewedTerm(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2026-01-15"}, nil)
		late := renewLine(t, env, line, map[string]any{"startsOn": "2027-06-01"})
		if late.codes() != "" || late.days() != "2027-06-01 2028-05-31 covered 2027-06-01 2028-05-31" {
			t.Fatalf("%s, %+v", late.days(), late.Errors)
		}
		mustChangeRight(t, env, "voidPeriod", map[string]any{"period": late.Results[0].Period.ID,
			"reason": "ordered for another day"})
		got := renewLine(t, env, line, nil)
		if got.codes() != "" || got.warnings() != "" ||
			got.days() != "2027-01-15 2028-01-14 covered 2027-01-15 2028-01-14" {
			t.Fatalf("%s, %+v, %+v", got.days(), got.Errors, got.Warnings)
		}
		ctx := testenv.Operator(t)
		first := env.Store.Client().CoverageItem.Query().Where(coverageitem.LineItemID(parsed(t, line)),
			coverageitem.HasCoverageWith(coverage.EndsOn(dayOf(t, "2027-01-14")))).OnlyX(ctx).CoverageID
		if c := got.Results[0].Coverage; c.Renews == nil || c.Renews.ID != first.String() {
			t.Errorf("it renews %+v, want %s", c.Renews, first)
		}
		type segment struct{ StartsOn, EndsOn, State string }
		told, _ := testenv.Must[struct {
			LineItem struct{ CoverageTimeline []segment }
		}](t, env,
			"query ($id: ID!) { lineItem(id: $id) { coverageTimeline(from: \"2027-01-01\", to: \"2028-01-14\") "+
				"{ startsOn endsOn state } } }", map[string]any{"id": line})
		for _, s := range told.LineItem.CoverageTimeline {
			if s.State != "COVERED" {
				t.Errorf("the term that is paid has %+v", s)
			}
		}
		// The stray coverage lasts into the term after that one without a gap, so that the rest follows it.
		next := renewLine(t, env, line, map[string]any{"again": true})
		if next.days() != "2028-01-15 2029-01-14 covered 2028-06-01 2029-01-14" {
			t.Errorf("the next term: %s, %+v, %+v", next.days(), next.Errors, next.Warnings)
		}
		mustBeHealthy(t, env)
	})
}
