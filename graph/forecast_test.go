package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/muniment/muniment/graph/oracle"
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
