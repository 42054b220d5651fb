package graph_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Every range of the contract that ends before it begins is refused, and the fault names both ends.
func TestRangesThatEndBeforeTheyBegin(t *testing.T) {
	const days, moments = `{ from: "2026-12-01", to: "2026-11-30" }`,
		`{ recordedSince: "2026-12-01T00:00:01Z", recordedBefore: "2026-12-01T00:00:00Z" }`
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) { account = f.Account("Ranges") })
		for document, field := range map[string]string{
			`lineItems(filter: { endsBetween: ` +
				days + ` }) { totalCount }`: "filter.endsBetween",
			`lineItems(filter: { account: $id, coverageEndsBetween: ` +
				days + ` }) { totalCount }`: "filter.coverageEndsBetween",
			`coverages(filter: { endsBetween: ` +
				days + ` }) { totalCount }`: "filter.endsBetween",
			`account(id: $id) { lineItems(filter: { endsBetween: ` +
				days + ` }) { totalCount } }`: "filter.endsBetween",
			`account(id: $id) { lineItems(filter: { coverageEndsBetween: ` +
				days + ` }) { totalCount } }`: "filter.coverageEndsBetween",
			`account(id: $id) { coverages(filter: { endsBetween: ` +
				days + ` }) { totalCount } }`: "filter.endsBetween",
			`account(id: $id) { usageRecords(filter: { days: ` +
				days + ` }) { totalCount } }`: "filter.days",
			`account(id: $id) { auditEntries(filter: ` +
				moments + `) { totalCount } }`: "filter.recordedBefore",
			`auditEntries(filter: { actor: $id, recordedSince: "2026-12-02T00:00:00Z", recordedBefore: "2026-12-01T00:00:00Z" }) { totalCount }`: "filter.recordedBefore",
			`account(id: $id) { renewals(from: "2026-12-01", to: "2026-11-30", by: MONTH) { lineItemCount } }`:                                   "to",
		} {
			answer := env.Ask(t, `query ($id: ID!) { node(id: $id) { id } `+document+` }`,
				map[string]any{"id": account.String()})
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "BAD_RANGE" ||
				answer.Errors[0].Extensions.Field != field ||
				!strings.Contains(answer.Errors[0].Message, "1 December 2026") {
				t.Errorf(
					`%s: %+v, want len(Errors) = 1, Code = "BAD_RANGE", Field = %v and Message with "1 December 2026"`,
					document, answer.Errors, field)
			}
		}
	})
}

// The accounts below are refused if the account above them is not given, in every order and beside every other filter.
func TestAccountsBelowNoAccount(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		for _, document := range []string{
			`entitlements(filter: { includeSubAccounts: true })`,
			`entitlements(orderBy: UPDATED, filter: { includeSubAccounts: true, updatedSince: "2026-01-01T00:00:00Z" })`,
			`lineItems(filter: { includeSubAccounts: true })`,
			`lineItems(orderBy: CREATED, filter: { includeSubAccounts: true })`,
			`lineItems(filter: { entitlement: "ent_1", includeSubAccounts: true })`,
			`coverages(filter: { includeSubAccounts: true })`,
			`coverages(orderBy: UPDATED, filter: { includeSubAccounts: true })`,
			`memberships(filter: { includeSubAccounts: true })`,
			`devices(orderBy: UPDATED, filter: { includeSubAccounts: true })`,
			`licenseServers(orderBy: UPDATED, filter: { includeSubAccounts: true })`,
		} {
			document = strings.ReplaceAll(document, "ent_1", gid.New(gid.Entitlement, 1).String())
			answer := env.Ask(t, `{ `+document+` { totalCount } }`, nil)
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "FILTER_TOO_BROAD" ||
				answer.Errors[0].Extensions.Field != "filter.includeSubAccounts" {
				t.Errorf(
					`%s: %+v, want len(Errors) = 1, Code = "FILTER_TOO_BROAD" and Field = "filter.includeSubAccounts"`,
					document, answer.Errors)
			}
		}
	})
}

// An activation is live until it is returned. If each activation has a term of its own, it is also live no longer than
// this term; otherwise its last day is evidence only.
func TestLiveActivations(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		var want []string
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Live")
			line := f.Line(account, f.Entitlement(account, "ENT-1"), f.Seat, "LIVE-1", 99)
			device := f.Device(account, "machine")
			today := testenv.Today
			first := today - 9
			period := func(rule vocabulary.StartRule) *gid.ID {
				p, err := f.Period(account, line, &first, nil, 99).SetStartRule(rule).Save(f.Context())
				must(t, err)
				return &p.ID
			}
			each := period(vocabulary.StartRuleEachActivation)
			for _, of := range []*gid.ID{nil, period(vocabulary.StartRuleFixed), each} {
				for _, last := range []*day.Day{nil, new(today), new(today + 1), new(today - 1)} {
					for _, returned := range []*day.Day{nil, &today} {
						id := f.Activation(account, line, device, 1)
						must(t, f.Client().Activation.UpdateOneID(id).SetNillablePeriodID(of).SetNillableEndsOn(last).
							SetNillableReturnedOn(returned).SetUpdatedAt(1).Exec(f.Context()))
						if returned == nil && (of != each || last == nil || *last >= today) {
							want = append(want, id.String())
						}
					}
				}
			}
		})
		answer := env.Ask(t,
			`query ($id: ID!) { account(id: $id) { activations(filter: { liveOnly: true }) { nodes { id } }
			lineItems { nodes { activations(filter: { liveOnly: true }) { totalCount } } } } }`,
			map[string]any{"id": account.String()})
		var data struct {
			Account struct {
				Activations struct{ Nodes []struct{ ID string } }
				LineItems   struct {
					Nodes []struct{ Activations struct{ TotalCount int } }
				}
			}
		}
		if err := json.Unmarshal(answer.Data, &data); err != nil || len(answer.Errors) > 0 {
			t.Fatal(err, answer.Errors)
		}
		var got []string
		for _, node := range data.Account.Activations.Nodes {
			got = append(got, node.ID)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || data.Account.LineItems.Nodes[0].Activations.TotalCount != len(want) {
			t.Errorf("got %s, want %v", answer.Data, want)
		}
	})
}
