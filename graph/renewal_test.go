package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// endingDocument asks for the renewals of an account and of the accounts below it, in every grouping.
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
fragment r on Renewal { month productLine { name } unit { code } lineItemCount heldLineItemCount unlimitedLineItemCount coverageCount
  overdueLineItemCount withoutPriceLineItemCount amounts { basis lineItemCount price { amount minorUnits currency } }
  quantities { ...q } coveredQuantities { kind quantity { ...q } } }`

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
				d := oracle.Document{Text: fmt.Sprintf(endingDocument, w.account, days[0], days[1]),
					Variables: []byte("{}")}
				w.compareOne(t, name, session, a, server, d, &seen)
			}
		}
		for _, field := range []string{"month", "productLine", "unit", "lineItemCount", "heldLineItemCount",
			"coverageCount", "overdueLineItemCount", "withoutPriceLineItemCount", "amounts",
			"coveredQuantities"} {
			if seen.values["Renewal."+field] == 0 {
				t.Errorf("no row had a value of %s: the test proves nothing for it", field)
			}
		}
	})
}

// endingWorld creates line items and coverages of one account that end within two months, and some that only seem to.
func endingWorld(t *testing.T, f *testenv.Fixture) gid.ID {
	ctx, c := f.Context(), f.Client()
	account := f.Account("Ending")
	begin := testenv.Today - 100
	december, january := day.Date(2026, 12, 31), day.Date(2027, 1, 1)
	add := func(unit gid.ID, name string, amount int64, last day.Day) (gid.ID, gid.ID, *ent.PeriodCreate) {
		header := f.Entitlement(account, name)
		line := f.Line(account, header, unit, name, amount)
		must(t, c.LineItem.UpdateOneID(line).SetEndsOn(last).Exec(ctx))
		return line, header, f.Period(account, line, &begin, &last, amount)
	}
	december10, _, p := add(f.Seat, "december", 10, december)
	must(t, p.Exec(ctx))
	_, _, p = add(f.APICalls, "calls", 1500, december)
	must(t, p.Exec(ctx))
	line, _, p := add(f.Seat, "held", 2, january)
	must(t, p.Exec(ctx))
	f.Decide(account, line, vocabulary.DecisionOnHold)
	_, _, p = add(f.Seat, "without a limit", 0, january)
	must(t, p.SetUnlimited(true).Exec(ctx))

	// None of these ends.
	_, _, p = add(f.Seat, "trial", 1, january)
	must(t, p.SetTerm(vocabulary.TermTrial).Exec(ctx))
	_, header, p := add(f.Seat, "withdrawn", 100, december)
	must(t, p.Exec(ctx))
	f.Decide(account, header, vocabulary.DecisionWithdrawn)
	renewed, _, p := add(f.Seat, "renewed", 200, december)
	must(t, p.Exec(ctx))
	next := december + 1
	must(t, f.Period(account, renewed, &next, nil, 200).Exec(ctx))
	must(t, c.LineItem.UpdateOneID(renewed).SetEndsOn(day.Forever).Exec(ctx))
	old, _, p := add(f.Seat, "followed by another line", 400, december)
	must(t, p.Exec(ctx))
	after := f.Line(account, f.Entitlement(account, "follower"), f.Seat, "follower", 0)
	must(t, f.Period(account, after, &next, nil, 400).Exec(ctx))
	must(t, c.LineageStep.Create().SetAccountID(account).SetLineItemID(old).SetCounterpartID(after).
		SetDirection(vocabulary.LineageDirectionTo).SetReason(vocabulary.LineageReasonRenewal).Exec(ctx))

	// Of three maintenance coverages, one ends partly, one continues for one of its two line items, and one is
	// replaced.
	part := f.Coverage(account, begin, december, december10)
	must(t, c.CoverageItem.Update().Where(coverageitem.CoverageID(part)).SetQuantity(3).Exec(ctx))
	f.Coverage(account, begin, january, renewed, old)
	f.Coverage(account, january, january+365, old)

	// Of the support of all ten goes on for eight: two end, of another kind than the maintenance. More is covered than
	// is granted until then.
	support := func(id gid.ID, quantity int64) {
		must(t, c.Coverage.UpdateOneID(id).SetKind(vocabulary.CoverageKindSupport).Exec(ctx))
		if quantity > 0 {
			must(t, c.CoverageItem.Update().Where(coverageitem.CoverageID(id)).SetQuantity(quantity).Exec(ctx))
		}
	}
	support(f.Coverage(account, begin, december, december10), 0)
	support(f.Coverage(account, december-30, december+335, december10), 8)
	return account
}

func TestWhatEndsAndWhatDoesNot(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) { account = endingWorld(t, f) })
		const fields = ` { month unit { code } lineItemCount heldLineItemCount unlimitedLineItemCount coverageCount
			quantities { amount unit { code } } coveredQuantities { kind quantity { amount unit { code } } } }`
		row := func(month, unit string, lines, held, unlimited, coverages int, quantities, covered string) string {
			return fmt.Sprintf(
				`{"month":%s,"unit":%s,"lineItemCount":%d,"heldLineItemCount":%d,"unlimitedLineItemCount":%d,"coverageCount":%d,"quantities":[%s],
				"coveredQuantities":[%s]}`, month, unit, lines, held, unlimited, coverages, quantities, covered)
		}
		seats := func(n int) string { return fmt.Sprintf(`{"amount":"%d","unit":{"code":"SEAT"}}`, n) }
		of := func(kind string, n int) string { return fmt.Sprintf(`{"kind":%q,"quantity":%s}`, kind, seats(n)) }
		both := of("MAINTENANCE", 3) + "," + of("SUPPORT", 2)
		const calls, december, january = `{"amount":"1.5","unit":{"code":"API_CALL_THOUSAND"}}`, `"2026-12-01"`,
			`"2027-01-01"`
		for arguments, want := range map[string]string{
			`from: "2026-12-31", to: "2027-01-01", by: MONTH`: row(december, "null", 2, 0, 0, 2, calls+","+seats(10),
				both) + "," +
				row(january, "null", 2, 1, 1, 1, seats(2), of("MAINTENANCE", 200)),
			`from: "2026-12-01", to: "2027-01-31", by: [UNIT, MONTH]`: row(december, `{"code":"API_CALL_THOUSAND"}`, 1,
				0, 0, 0, calls, "") + "," +
				row(december, `{"code":"SEAT"}`, 1, 0, 0, 2, seats(10), both) + "," +
				row(january, `{"code":"SEAT"}`, 2, 1, 1, 1, seats(2), of("MAINTENANCE", 200)),
			`from: "2026-12-01", to: "2026-12-30", by: MONTH`: "",
			`from: "2027-01-01", to: "2027-01-01", by: UNIT`: row("null", `{"code":"SEAT"}`, 2, 1, 1, 1, seats(2),
				of("MAINTENANCE", 200)),
		} {
			answer := env.Ask(t, `query ($id: ID!) { account(id: $id) { renewals(`+arguments+`)`+fields+` } }`,
				map[string]any{"id": account.String()})
			same(t, arguments, answer, `{"account":{"renewals":[`+want+`]}}`)
		}
	})
}

func TestRenewalsThatCannotBeAskedFor(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) { account = f.Account("Ending") })
		for arguments, field := range map[string]string{
			`from: "2026-12-01", to: "2026-12-31", by: []`:                          "by",
			`from: "2026-12-01", to: "2026-12-31", by: [UNIT, UNIT]`:                "by",
			`from: "2026-12-01", to: "2026-12-31", by: [MONTH, UNIT, PRODUCT_LINE]`: "by",
			`from: "2026-12-01", to: "2026-11-30", by: MONTH`:                       "to",
			`from: "2026-12-01", to: "2029-12-01", by: MONTH`:                       "to",
			`from: "2026-12-01", to: "2029-11-30", by: MONTH`:                       "",
		} {
			answer := env.Ask(t, `query ($id: ID!) { account(id: $id) { name renewals(`+
				arguments+`) { lineItemCount } } }`,
				map[string]any{"id": account.String()})
			got := ""
			if len(answer.Errors) > 0 && slices.Contains([]string{"BAD_INPUT", "BAD_RANGE"},
				answer.Errors[0].Extensions.Code) {
				got = answer.Errors[0].Extensions.Field
			}
			if got != field {
				t.Errorf("%s: %q is refused, want %q: %+v", arguments, got, field, answer.Errors)
			}
		}
	})
}
