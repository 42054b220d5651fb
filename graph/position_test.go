package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// amountsOfADay asks for the amounts of line items, and for the positions of accounts in every grouping.
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
  excess { ...q } overdraft { ...q } overdraftUsed { ...q } runsOutOn pace { rule perDay { ...q } } lineItemCount unlimitedLineItemCount endingWithin30Days endingWithin60Days endingWithin90Days
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
		for _, field := range []string{"product", "productLine", "account", "unit", "granted", "used", "free",
			"excess", "overdraft", "overdraftUsed", "pace", "runsOutOn",
			"lineItemCount", "unlimitedLineItemCount", "endingWithin30Days"} {
			if seen.values["Position."+field] == 0 {
				t.Errorf("no position had a value of %s: the test proves nothing for it", field)
			}
		}
	})
}

// Amounts near the limit of 64 bits are added exactly. Unlimited line items, trials, and line items that are not in
// force are not mixed with the others.
func TestPositionsAddUpExactly(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		const large = int64(1) << 62
		var account, below gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			account, below = f.Account("Summed"), f.Account("Below")
			f.Below(account, below)
			add := func(owner, unit gid.ID, name string, granted, used int64, last day.Day) (
				gid.ID, *ent.PeriodCreate) {
				line := f.Line(owner, f.Entitlement(owner, name), unit, name, granted)
				must(t, f.Client().LineItem.UpdateOneID(line).SetUsed(used).SetEndsOn(last).
					SetUnlimited(used > granted).Exec(f.Context()))
				first := testenv.Today - 10
				return line, f.Period(owner, line, &first, &last, granted)
			}
			for n := range 3 {
				_, p := add(account, f.Seat, fmt.Sprint("large ", n), large, large-1, testenv.Today+29)
				must(t, p.Exec(f.Context()))
			}
			_, p := add(account, f.APICalls, "calls", 2500, 1250, testenv.Today+30)
			must(t, p.Exec(f.Context()))
			_, p = add(account, f.APICalls, "without a limit", 0, 5, testenv.Today+89)
			must(t, p.SetUnlimited(true).Exec(f.Context()))
			_, p = add(account, f.Seat, "trial", 7, 0, testenv.Today+5)
			must(t, p.SetTerm(vocabulary.TermTrial).Exec(f.Context()))
			_, p = add(account, f.Seat, "ended", 0, 0, testenv.Today-1)
			must(t, p.Exec(f.Context()))
			line, p := add(account, f.Seat, "held", 9, 0, testenv.Today+5)
			must(t, p.Exec(f.Context()))
			f.Decide(account, line, vocabulary.DecisionOnHold)
			_, p = add(below, f.Seat, "below", 4, 1, testenv.Today+400)
			must(t, p.Exec(f.Context()))
		})
		const fields = `{ account { name } unit { code } granted { amount } used { amount } free { amount }
			lineItemCount unlimitedLineItemCount endingWithin30Days endingWithin60Days endingWithin90Days }`
		calls := `{"account":null,"endingWithin30Days":0,"endingWithin60Days":1,"endingWithin90Days":2,"free":{"amount":"1.25"},` +
			`"granted":{"amount":"2.5"},"lineItemCount":2,"unit":{"code":"API_CALL_THOUSAND"},"unlimitedLineItemCount":1,"used":{"amount":"1.255"}}`
		seats := func(lines int, granted, used, free string) string {
			return fmt.Sprintf(
				`{"account":null,"endingWithin30Days":3,"endingWithin60Days":3,"endingWithin90Days":3,"free":{"amount":%q},`+
					`"granted":{"amount":%q},"lineItemCount":%d,"unit":{"code":"SEAT"},"unlimitedLineItemCount":0,"used":{"amount":%q}}`, free, granted, lines, used)
		}
		own := seats(3, "13835058055282163712", "13835058055282163709", "3")
		under := `{"account":{"name":"Below"},"endingWithin30Days":0,"endingWithin60Days":0,"endingWithin90Days":0,"free":{"amount":"3"},` +
			`"granted":{"amount":"4"},"lineItemCount":1,"unit":{"code":"SEAT"},"unlimitedLineItemCount":0,"used":{"amount":"1"}}`
		named := func(row string) string {
			return strings.Replace(row, `"account":null`, `"account":{"name":"Summed"}`, 1)
		}
		for arguments, want := range map[string]string{
			``:           "[" + calls + "," + own + "]",
			`(by: UNIT)`: "[" + calls + "," + own + "]",
			`(includeSubAccounts: true)`: "[" + calls + "," + seats(4, "13835058055282163716", "13835058055282163710",
				"6") + "]",
			`(by: ACCOUNT)`: "[" + under + "," + named(calls) + "," + named(own) + "]",
		} {
			answer := env.Ask(t, `query ($id: ID!) { account(id: $id) { positions`+arguments+fields+` } }`,
				map[string]any{"id": account.String()})
			same(t, arguments, answer, `{"account":{"positions":`+want+`}}`)
		}
	})
}

// Amounts of today need no additional statement, and those of another day one or two, however many line items there
// are. What is free needs one more.
func TestStatementsOfAmounts(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var root gid.ID
		env.Fill(t, func(f *testenv.Fixture) { root = grow(f, 3) })
		for amounts, more := range map[string]int{
			`granted { amount } used { amount } excess { amount }`:                                      0,
			`granted { amount } free { amount }`:                                                        1,
			`used(on: "2026-11-22") { amount }`:                                                         0,
			`granted(on: "2026-11-23") { amount } free(on: "2026-11-23") { amount }`:                    2,
			`used(on: "2026-11-21") { amount } excess(on: "2026-11-21") { amount }`:                     2,
			`used(on: "2026-11-21") { amount } a: used(on: "2026-11-20") { amount } b: used { amount }`: 4,
		} {
			answer := env.Ask(t,
				`query ($root: ID!) { account(id: $root) { children { nodes { lineItems { nodes { id `+
					amounts+` } } } } } }`,
				map[string]any{"root": root.String()})
			if len(answer.Errors) > 0 {
				t.Fatalf("%s: %+v, want none", amounts, answer.Errors)
			}
			if got := len(answer.Statements); got != 3+more {
				t.Errorf("%s: %d statements, want %d: %q", amounts, got, 3+more, answer.Statements)
			}
		}
		for positions, want := range map[string]int{
			`positions { lineItemCount }`:                                                 1,
			`positions(by: UNIT, on: "2026-11-21") { lineItemCount }`:                     3,
			`positions(by: ACCOUNT, on: "2026-11-23") { lineItemCount }`:                  2,
			`renewals(from: "2026-01-01", to: "2027-01-01", by: MONTH) { lineItemCount }`: 6,
		} {
			answer := env.Ask(t, `query ($root: ID!) { account(id: $root) { children { nodes { `+positions+` } } } }`,
				map[string]any{"root": root.String()})
			if len(answer.Errors) > 0 {
				t.Fatalf("%s: %+v, want none", positions, answer.Errors)
			}
			if got := len(answer.Statements); got != 2+want {
				t.Errorf("%s: %d statements, want %d: %q", positions, got, 2+want, answer.Statements)
			}
		}
	})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// same compares the data of a response with JSON.
func same(t *testing.T, what string, answer testenv.Answer, want string) {
	t.Helper()
	if len(answer.Errors) > 0 {
		t.Fatalf("%s: %+v, want none", what, answer.Errors)
	}
	var got, wanted any
	must(t, json.Unmarshal(answer.Data, &got))
	must(t, json.Unmarshal([]byte(want), &wanted))
	if diff := cmp.Diff(wanted, got); diff != "" {
		t.Errorf("%s (want -, got +):\n%s", what, diff)
	}
}
