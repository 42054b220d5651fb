package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// forecastDocument asks for the budgets of accounts, with and without what a scenario assumes.
const forecastDocument = `{
  account(id: %q) {
    plain: renewalForecast(months: 3, from: %[2]q) { ...f }
    all: renewalForecast(months: 14, from: %[2]q, includeSubAccounts: true) { ...f }
    dearer: renewalForecast(months: 2, from: %[2]q, includeSubAccounts: true,
      scenario: { upliftPercent: "7.125", alignTo: { month: 2, day: 29 } }) { ...f }
    wrong: renewalForecast(months: 37) { ...f }
    wrongToo: renewalForecast(months: 1, scenario: { alignTo: { month: 2, day: 30 } }) { ...f }
  }
  accounts { nodes { id renewalForecast(months: 2, from: %[2]q) { sums { ...s } } } }
}
fragment q on Quantity { amount baseAmount unlimited unit { code } }
fragment a on RenewalAmount { basis lineItemCount price { amount minorUnits currency } }
fragment s on ForecastSums { committed { ...a } committedLineItemCount committedWithoutPriceLineItemCount due { ...a }
  dueLineItemCount dueWithoutPriceLineItemCount heldLineItemCount evergreenLineItemCount }
fragment f on RenewalForecast { startsOn endsOn sums { ...s } months { month sums { ...s }
  lines(first: 4) { endCursor hasNextPage lines { lineItem { id } period { id } dueOn due held evergreen startsOn endsOn
    perpetual days quantity { ...q } unlimited basis price { amount minorUnits currency } } } } }`

func TestForecastsAreThoseOfTheReference(t *testing.T) {
	skipOracle(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newOracleWorld(t, env)
		session := w.session(t, nil)
		seen := tally{}
		for _, name := range slices.Sorted(maps.Keys(w.viewers)) {
			who := w.viewers[name]
			a, server := w.answerer(t, who), w.handler(w.schema, who)
			for _, from := range []int{-400, -60, -20, 0, 15} {
				d := oracle.Document{Text: fmt.Sprintf(forecastDocument, w.account, days(from, 0)[0]),
					Variables: []byte("{}")}
				w.compareOne(t, name, session, a, server, d, &seen)
			}
		}
		for _, field := range []string{"ForecastSums.committed", "ForecastSums.due", "ForecastSums.heldLineItemCount",
			"ForecastSums.dueWithoutPriceLineItemCount", "ForecastLine.price", "ForecastLine.quantity",
			"ForecastLinePage.endCursor"} {
			if seen.values[field] == 0 {
				t.Errorf("no row had a value of %s: the test proves nothing for it", field)
			}
		}
	})
}

// The lines behind a month come in pages, and a customer's scenario names only what the customer sees.
func TestTheLinesBehindAForecast(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account, other, foreign, user gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			first, last := day.Date(2026, 1, 1), day.Date(2026, 12, 31)
			add := func(account gid.ID, name string) gid.ID {
				line := f.Line(account, f.Entitlement(account, name), f.Seat, name, 10)
				must(t, f.Client().LineItem.UpdateOneID(line).SetEndsOn(last).Exec(f.Context()))
				must(t, f.Period(account, line, &first, &last, 10).SetPriceMinor(1000).SetCurrency("EUR").
					Exec(f.Context()))
				return line
			}
			account, other = f.Account("Own"), f.Account("Other")
			for i := range 5 {
				add(account, fmt.Sprint("own ", i))
			}
			foreign = add(other, "foreign")
			user = f.Member(account, "buyer")
		})
		customer := env.As(withGrants(user, account))
		const ask = `query($id: ID!, $after: String, $s: ForecastScenarioInput) { account(id: $id) {
			renewalForecast(months: 2, from: "2026-12-15", scenario: $s) { months { month sums { due { price { amount } } }
			lines(first: 3, after: $after) { endCursor hasNextPage lines { lineItem { id } dueOn days price { amount } } } } } } }`
		type page struct {
			EndCursor   *string
			HasNextPage bool
			Lines       []struct {
				LineItem struct{ ID string }
				DueOn    string
				Days     int
				Price    struct{ Amount string }
			}
		}
		type found struct {
			Account struct {
				RenewalForecast struct {
					Months []struct {
						Month string
						Lines *page
					}
				}
			}
		}
		got, _ := testenv.Must[found](t, customer, ask, map[string]any{"id": account.String()})
		january := got.Account.RenewalForecast.Months[1].Lines
		if len(january.Lines) != 3 || !january.HasNextPage || january.Lines[0].DueOn != "2027-01-01" ||
			january.Lines[0].Days != 365 || january.Lines[0].Price.Amount != "10" {
			t.Fatalf("%+v", january)
		}
		answer := customer.Ask(t, ask, map[string]any{"id": account.String(), "after": *january.EndCursor})
		if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "BAD_CURSOR" ||
			!strings.Contains(string(answer.Data), `"hasNextPage":false,"lines":[{`) {
			t.Errorf("the cursor of January is one of December, too: %+v %s", answer.Errors, answer.Data)
		}
		for name, c := range map[string]struct {
			as      *testenv.Env
			account gid.ID
			drop    gid.ID
			code    string
		}{"a line of another account": {customer, account, foreign, "NOT_FOUND"},
			"no line at all": {customer, account, user, "NOT_FOUND"},
			"a line of another account, for the producer": {env, account, foreign, "NOT_FOUND"},
			"the right account":                           {env, other, foreign, ""}} {
			answer := c.as.Ask(t, ask, map[string]any{"id": c.account.String(),
				"s": map[string]any{"drop": []any{c.drop.String()}}})
			if (c.code == "") != (len(answer.Errors) == 0) ||
				c.code != "" && (answer.Errors[0].Extensions.Code != c.code ||
					answer.Errors[0].Extensions.Field != "scenario.drop.0") {
				t.Errorf("%s: %+v", name, answer.Errors)
			}
		}
		if answer := customer.Ask(t, ask, map[string]any{"id": other.String()}); strings.Contains(string(answer.Data),
			"months") {
			t.Errorf("a customer sees the forecast of another one: %s", answer.Data)
		}
	})
}
