package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The correction of an order runs as many statements for many lines as for few, also if the lines were renewed and
// amended, and have a lineage.
func TestStatementsOfACorrectionDoNotGrowWithTheLines(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(lines int, endsOn string, more map[string]any) map[string]any {
			list := make([]any, lines)
			for i := range list {
				list[i] = map[string]any{"partNumber": w.part, "startsOn": "2026-03-01", "endsOn": endsOn,
					"orderLine": fmt.Sprint(i)}
			}
			return w.order(more, list...)
		}
		statements := func(name string, lines int) int {
			t.Helper()
			made := issue(t, env, "issueEntitlement", order(lines, "2027-02-28", orderNamed(name)), "id")
			if len(made.Errors) > 0 {
				t.Fatalf("%+v", made.Errors)
			}
			env.Fill(t, func(f *testenv.Fixture) {
				for _, l := range made.Lines {
					p := f.Client().Period.Query().Where(period.LineItemID(parsed(t, l.LineItem.ID))).OnlyX(f.Context())
					f.Client().LineageStep.Create().SetAccountID(p.AccountID).SetLineItemID(p.LineItemID).
						SetPeriodID(p.ID).SetCounterpartLabel("OLD").SetDirection(vocabulary.LineageDirectionFrom).
						SetReason(vocabulary.LineageReasonRenewal).ExecX(f.Context())
				}
			})
			for _, l := range made.Lines {
				if got := renewLine(t, env, l.LineItem.ID, nil); got.codes() != "" {
					t.Fatalf("%+v", got)
				}
				mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": l.LineItem.ID,
					"startsOn": "2027-01-01", "quantity": "4"})
			}
			answer := env.Ask(t, `mutation ($input: IssueEntitlementInput!) { issueEntitlement(input: $input) {
				lines { lineItem { id } } errors { code field message } } }`,
				map[string]any{"input": order(lines, "2027-02-27", corrected(name))})
			var got struct{ IssueEntitlement issued }
			if err := json.Unmarshal(answer.Data, &got); err != nil || len(answer.Errors) > 0 ||
				len(got.IssueEntitlement.Errors) > 0 {
				t.Fatalf("%.600s %+v %v", answer.Data, answer.Errors, err)
			}
			for _, l := range made.Lines {
				checkCorrectedLine(t, env, parsed(t, l.LineItem.ID))
			}
			return len(answer.Statements)
		}
		few, many := statements("SO-2", 2), statements("SO-12", 12)
		if few != many {
			t.Errorf("%d statements for 2 lines, %d for 12", few, many)
		}
		checkHealth(t, env)
	})
}

// checkCorrectedLine expects that the renewal of a line, that of its coverage, and its lineage name what was corrected.
func checkCorrectedLine(t *testing.T, env *testenv.Env, line gid.ID) {
	t.Helper()
	ctx, c := testenv.Operator(t), env.Store.Client()
	var fresh gid.ID
	for _, p := range c.Period.Query().Where(period.LineItemID(line)).AllX(ctx) {
		if p.ReplacesID != nil && p.AmendsID == nil {
			fresh = p.ID
		}
	}
	if n := c.Period.Query().Where(period.RenewsID(fresh)).CountX(ctx); fresh == 0 || n != 1 {
		t.Errorf("%d periods renew the replacement %s", n, fresh)
	}
	if n := c.LineageStep.Query().Where(lineagestep.LineItemID(line), lineagestep.PeriodID(fresh)).CountX(ctx); n != 1 {
		t.Errorf("%d steps of lineage name the replacement", n)
	}
	replaced, renews := map[gid.ID]bool{}, gid.ID(0)
	for _, item := range c.CoverageItem.Query().Where(coverageitem.LineItemID(line)).WithCoverage().AllX(ctx) {
		if of := item.Edges.Coverage; of.ReplacesID != nil {
			replaced[of.ID] = true
		} else if of.RenewsID != nil {
			renews = *of.RenewsID
		}
	}
	if !replaced[renews] {
		t.Errorf("the coverage renews %s, which is none of the corrections %v", renews, replaced)
	}
}

// The correction of an amendment with which a line ended runs as many statements for many decisions that were made with
// it as for few. Those that stand are made anew for the new end, and those that were released stay so.
func TestStatementsOfACorrectedEndDoNotGrowWithThePeriods(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w, ctx := issuingOver(t, env), testenv.Operator(t)
		statements := func(renewals int) int {
			t.Helper()
			line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2026-11-01"}, nil)
			var renewed []gid.ID
			for range renewals {
				got := renewLine(t, env, line, map[string]any{"again": len(renewed) > 0})
				if got.codes() != "" {
					t.Fatalf("%+v", got)
				}
				renewed = append(renewed, parsed(t, got.Results[0].Period.ID))
			}
			amendment := mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line,
				"startsOn": "2026-12-01", "endsOn": "2026-12-31", "after": "END", "quantity": "1"}).Period.ID
			about := func(p gid.ID) *ent.Decision {
				return env.Store.Client().Decision.Query().Where(decision.SubjectID(p),
					decision.EndsOn(day.Forever)).OnlyX(ctx)
			}
			for _, p := range renewed[:renewals/2] {
				mustChangeRight(t, env, "releaseDecision", map[string]any{"reason": "mistaken",
					"decision": gid.FromKey(gid.Decision, about(p).ID).String()})
			}
			answer := env.Ask(t, `mutation ($input: CorrectPeriodInput!) { correctPeriod(input: $input) {
				period { id } errors { code field message } } }`, map[string]any{"input": map[string]any{
				"period": amendment, "endsOn": "2026-12-15", "reason": "misread"}})
			var got struct{ CorrectPeriod rightChange }
			if err := json.Unmarshal(answer.Data, &got); err != nil || got.CorrectPeriod.Period == nil {
				t.Fatalf("%.600s %+v %v", answer.Data, answer.Errors, err)
			}
			fresh := parsed(t, got.CorrectPeriod.Period.ID)
			for i, p := range renewed {
				made := env.Store.Client().Decision.Query().Where(decision.SubjectID(p), decision.CauseID(fresh)).
					OnlyX(ctx)
				standing := made.EndsOn == day.Forever && made.StartsOn == day.Date(2026, 12, 16)
				lifted := made.LiftedAt != nil && made.EndsOn < made.StartsOn
				if i < renewals/2 && !lifted || i >= renewals/2 && !standing {
					t.Errorf("decision about renewal %d of %d: %+v", i+1, renewals, made)
				}
			}
			return len(answer.Statements)
		}
		few, many := statements(2), statements(6)
		if few != many {
			t.Errorf("%d statements for 2 renewals, %d for 6", few, many)
		}
		checkHealth(t, env)
	})
}
