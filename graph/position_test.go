package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/internal/testenv"
)

// amountsOfADay asks for the amounts of lines, and for the positions of accounts by everything by which they are grouped.
const amountsOfADay = `{
  account(id: %q) {
    lineItems(first: 100) { nodes { id
      granted(on: %[2]q) { ...q } overdraft(on: %[2]q) { ...q } excess(on: %[2]q) { ...q } used(on: %[2]q) { ...q }
      free(on: %[2]q) { ...q } today: free { ...q } tomorrow: used(on: "2026-11-23") { ...q } } }
    one: positions { ...p }
    products: positions(on: %[2]q, includeSubAccounts: true) { ...p }
    lines: positions(by: PRODUCT_LINE, on: %[2]q) { ...p }
    units: positions(by: UNIT, on: %[2]q, includeSubAccounts: null) { ...p }
    accounts: positions(by: ACCOUNT, on: %[2]q) { ...p }
  }
  accounts { nodes { id positions(by: UNIT, includeSubAccounts: true, on: %[2]q) { ...p } } }
}
fragment q on Quantity { amount baseAmount unlimited unit { code } }
fragment p on Position {
  product { name version } productLine { name } account { name } unit { code } granted { ...q } used { ...q } free { ...q }
  excess { ...q } lineItems unlimitedLineItems endingWithin30Days endingWithin60Days endingWithin90Days
}`

func TestAmountsOfADayAreThoseOfTheReference(t *testing.T) {
	skipOracle(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newOracleWorld(t, env)
		session := w.session(t, nil)
		seen := tally{}
		for _, name := range slices.Sorted(maps.Keys(w.viewers)) {
			who := w.viewers[name]
			a, server := w.answerer(t, who), w.handler(w.schema, who)
			for _, on := range days(-400, -30, -11, -10, -6, -5, -1, 0, 1, 9, 10, 25, 60, 400) {
				d := oracle.Document{Text: fmt.Sprintf(amountsOfADay, w.account, on), Variables: []byte("{}")}
				w.compareOne(t, name, session, a, server, d, &seen)
			}
		}
		for _, field := range []string{"product", "productLine", "account", "unit", "granted", "used", "free", "excess",
			"lineItems", "unlimitedLineItems", "endingWithin30Days"} {
			if seen.values["Position."+field] == 0 {
				t.Errorf("no position had a value of %s: the test proves nothing for it", field)
			}
		}
	})
}
