package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/testenv"
)

// The term of a draft or of what is withdrawn does not start by itself, nor does its coverage.
func TestOnlyLiveTermsStartByThemselves(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		latest := testenv.Today + 3
		waiting := func(state string) issued {
			got := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": state}, map[string]any{
				"partNumber": w.first, "startsLatestOn": latest.String()}), "id")
			if len(got.Errors) > 0 {
				t.Fatalf("%+v", got)
			}
			return got
		}
		draft, live, withdrawn, later := waiting("DRAFT"), waiting("LIVE"), waiting("LIVE"), waiting("LIVE")
		for of, from := range map[string]day.Day{withdrawn.Entitlement.ID: testenv.Today,
			later.Entitlement.ID: latest + 1} {
			mustChangeRight(t, env, "withdrawEntitlement", map[string]any{"entitlement": of, "reason": "x",
				"from": from.String()})
		}
		_, err := entitlement.Sweep(testenv.Operator(t), env.Store, latest+1, env.Clock.Now)
		must(t, err)
		for name, c := range map[string]struct {
			of   issued
			want string
		}{"draft": {draft, ""}, "live": {live, latest.String()}, "withdrawn": {withdrawn, ""},
			"withdrawn later": {later, latest.String()}} {
			got, _ := testenv.Must[struct {
				LineItem struct {
					Periods       struct{ Nodes []struct{ StartsOn *string } }
					CoverageItems struct {
						Nodes []struct{ Coverage struct{ StartsOn *string } }
					}
				}
			}](t, env, `query ($id: ID!) { lineItem(id: $id) { periods { nodes { startsOn } }
				coverageItems { nodes { coverage { startsOn } } } } }`,
				map[string]any{"id": c.of.Lines[0].LineItem.ID})
			of := func(d *string) string {
				if d == nil {
					return ""
				}
				return *d
			}
			expect(t, name, []string{c.want, c.want}, []string{of(got.LineItem.Periods.Nodes[0].StartsOn),
				of(got.LineItem.CoverageItems.Nodes[0].Coverage.StartsOn)})
		}
		mustBeHealthy(t, env)
	})
}

// The renewal of a live right is not followed by a coverage that would be a draft.
func TestALiveRenewalDoesNotFollowADraft(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"}, map[string]any{
			"partNumber": w.part, "endsOn": "2027-12-31"}), "coverageItems { nodes { coverage { id } } }")
		if len(draft.Errors) > 0 {
			t.Fatalf("%+v", draft)
		}
		got, _ := testenv.Must[struct {
			Entitlement struct {
				Coverages struct{ Nodes []struct{ ID string } }
			}
		}](t, env, "query ($id: ID!) { entitlement(id: $id) { coverages { nodes { id } } } }",
			map[string]any{"id": draft.Entitlement.ID})
		covered := &coveredWorld{env: env}
		covered.must(t, "linkCoverage", map[string]any{"coverage": got.Entitlement.Coverages.Nodes[0].ID,
			"lineItem": line, "from": "2026-12-01"})
		renewed := renewLine(t, env, line, nil)
		if renewed.codes() != "" || renewed.Results[0].Coverage == nil ||
			renewed.Results[0].Coverage.StartsOn != renewed.Results[0].Period.StartsOn ||
			renewed.Results[0].Coverage.Renews.ID == got.Entitlement.Coverages.Nodes[0].ID {
			t.Errorf("%+v", renewed)
		}
		mustBeHealthy(t, env)
	})
}
