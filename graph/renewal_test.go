package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/internal/testenv"
)

// endingDocument asks for what ends in an account and below it, by everything by which it is grouped.
const endingDocument = `{
  account(id: %q) {
    months: renewals(from: %[2]q, to: %[3]q, by: MONTH) { ...r }
    lines: renewals(from: %[2]q, to: %[3]q, by: [PRODUCT_LINE, MONTH]) { ...r }
    units: renewals(from: %[2]q, to: %[3]q, by: [UNIT], includeSubAccounts: true) { ...r }
    both: renewals(from: %[2]q, to: %[3]q, by: [UNIT, PRODUCT_LINE]) { ...r }
    all: renewals(from: %[2]q, to: %[3]q, by: [MONTH, UNIT], includeSubAccounts: true) { ...r }
    none: renewals(from: %[2]q, to: %[3]q, by: []) { ...r }
    twice: renewals(from: %[2]q, to: %[3]q, by: [UNIT, UNIT]) { ...r }
    three: renewals(from: %[2]q, to: %[3]q, by: [MONTH, UNIT, PRODUCT_LINE]) { ...r }
    wrong: renewals(from: %[3]q, to: %[2]q, by: MONTH) { ...r }
  }
  accounts { nodes { id renewals(from: %[2]q, to: %[3]q, by: [PRODUCT_LINE], includeSubAccounts: true) { ...r } } }
}
fragment q on Quantity { amount baseAmount unlimited unit { code } }
fragment r on Renewal { month productLine { name } unit { code } lineItems trials unlimitedLineItems coverages
  quantities { ...q } coveredQuantities { ...q } }`

func TestWhatEndsIsThatOfTheReference(t *testing.T) {
	skipOracle(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newOracleWorld(t, env)
		session := w.session(t, nil)
		seen := tally{}
		for _, name := range slices.Sorted(maps.Keys(w.viewers)) {
			who := w.viewers[name]
			a, server := w.answerer(t, who), w.handler(w.schema, who)
			for _, days := range [][]any{days(-400, 400), days(-30, -1), days(0, 0), days(1, 60), days(-600, 600)} {
				d := oracle.Document{Text: fmt.Sprintf(endingDocument, w.account, days[0], days[1]), Variables: []byte("{}")}
				w.compareOne(t, name, session, a, server, d, &seen)
			}
		}
		for _, field := range []string{"month", "productLine", "unit", "lineItems", "coverages"} {
			if seen.values["Renewal."+field] == 0 {
				t.Errorf("no row had a value of %s: the test proves nothing for it", field)
			}
		}
	})
}
