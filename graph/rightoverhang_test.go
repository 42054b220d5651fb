package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/testenv"
)

// Every change by which a right ends on days that its coverage still covers tells of that, and no other change does.
func TestCoverageWithoutARightIsTold(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		overhangs := func(what string, warnings []struct{ Code, Message string }, want string) {
			t.Helper()
			var told []string
			for _, warning := range warnings {
				if warning.Code == "COVERAGE_OVERHANG" {
					told = append(told, warning.Message)
				}
			}
			if got := strings.Join(told, "; "); !strings.Contains(got, want) || (want == "") != (got == "") {
				t.Errorf("%s: %q, want %q", what, got, want)
			}
		}
		sold := func(more map[string]any) string {
			return issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2026-11-01"}, more)
		}
		void := func(period string) *rightChange {
			return mustChangeRight(t, env, "voidPeriod", map[string]any{"period": period, "reason": "mistaken"})
		}
		line := sold(nil)
		only := periodOf(t, env, line)
		overhangs("a right without coverage loses a part of its copies", mustChangeRight(t, env, "amendLineItem",
			map[string]any{"lineItem": line, "startsOn": "2026-12-01", "quantity": "1"}).Warnings, "")
		renewed := renewLine(t, env, line, nil)
		if renewed.codes() != "" || renewed.Results[0].Coverage == nil {
			t.Fatalf("%+v", renewed)
		}
		overhangs("the renewal is voided", void(renewed.Results[0].Period.ID).Warnings, "ends on 31 October 2027")
		shortened := mustChangeRight(t, env, "correctPeriod", map[string]any{"period": only, "reason": "misread",
			"endsOn": "2026-12-31"})
		overhangs("the end is corrected", shortened.Warnings, "ends on 31 December 2026")

		line = sold(nil)
		first := periodOf(t, env, line)
		renewed = renewLine(t, env, line, nil)
		overhangs("the end of the renewal is corrected", mustChangeRight(t, env, "correctPeriod", map[string]any{
			"period": renewed.Results[0].Period.ID, "reason": "misread", "endsOn": "2028-03-31"}).Warnings,
			"ends on 31 March 2028")
		overhangs("it is granted again, and ends before its coverage as it did", void(first).Warnings,
			"grants nothing on 1 November 2026 any more")

		line = sold(nil)
		overhangs("the right ends with an amendment", mustChangeRight(t, env, "amendLineItem", map[string]any{
			"lineItem": line, "startsOn": "2026-12-01", "endsOn": "2026-12-31", "after": "END",
			"quantity": "1"}).Warnings, "ends on 31 December 2026")
		line = sold(nil)
		overhangs("the right begins later", mustChangeRight(t, env, "correctPeriod", map[string]any{
			"period": periodOf(t, env, line), "reason": "misread", "startsOn": "2026-11-11"}).Warnings,
			"grants nothing on 1 November 2026 any more")
		line = sold(nil)
		overhangs("all is voided", void(periodOf(t, env, line)).Warnings, "grants nothing on 1 November 2026 any more")

		line = sold(nil)
		item := env.Store.Client().CoverageItem.Query().Where(coverageitem.LineItemID(parsed(t, line))).
			OnlyX(testenv.Operator(t))
		covered := &coveredWorld{env: env}
		covered.must(t, "endCoverage", map[string]any{"coverage": item.CoverageID.String(),
			"from": testenv.Today.String(), "reason": "mistaken"})
		overhangs("the coverage ended before", mustChangeRight(t, env, "correctPeriod", map[string]any{
			"period": periodOf(t, env, line), "reason": "misread", "endsOn": testenv.Today.String()}).Warnings, "")

		sold(orderNamed("4711"))
		for _, startsOn := range []day.Day{day.Date(2026, 11, 10), day.Date(2026, 10, 1)} {
			again := issue(t, env, "issueEntitlement", w.order(corrected("4711"), map[string]any{"partNumber": w.part,
				"startsOn": startsOn.String()}), "id")
			if again.codes() != "" {
				t.Fatalf("%+v", again)
			}
			overhangs("the order is corrected with its coverage", again.Warnings, "")
		}
	})
}
