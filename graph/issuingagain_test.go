package graph_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/testenv"
)

// amended returns what an order says besides its lines that amends what was issued under a name, from a day on.
func amended(name, from string) map[string]any {
	return map[string]any{"source": map[string]any{"externalId": name}, "onDifference": "AMEND", "amendsFrom": from}
}

// periodOn returns the period of a line item that is in force on a day.
func periodOn(t testing.TB, env *testenv.Env, line, on string) string {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct{ PeriodInForce struct{ ID string } }
	}](t, env, "query ($id: ID!, $on: Date) { lineItem(id: $id) { periodInForce(on: $on) { id } } }",
		map[string]any{"id": line, "on": on})
	return got.LineItem.PeriodInForce.ID
}

// correctByHand corrects the period of a line item that is in force on a day.
func correctByHand(t testing.TB, env *testenv.Env, line, on string, more map[string]any) {
	t.Helper()
	in := merged(map[string]any{"period": periodOn(t, env, line, on), "reason": "By hand"}, more)
	if got := changeRight(t, env, "correctPeriod", in); got.codes() != "" {
		t.Fatalf("%+v", got)
	}
}

// checkGrants compares what a line item grants on days.
func checkGrants(t testing.TB, env *testenv.Env, line string, want map[string]string) {
	t.Helper()
	for on, granted := range want {
		if is := quantityOn(t, env, line, on); is != granted {
			t.Errorf("on %s: %s, want %s", on, is, granted)
		}
	}
}

// The day on which an operator deployed a draft stays when the order changes something else.
func TestTheDayOfADeploymentIsNoDifference(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, starts string, more map[string]any) map[string]any {
			return w.order(merged(map[string]any{"state": "DRAFT"}, more), map[string]any{"partNumber": w.part,
				"pieces": pieces, "startsOn": starts, "orderLine": "10"})
		}
		deploy := func(name string) string {
			draft := issue(t, env, "issueEntitlement", order(2, "2026-05-01", orderNamed(name)), "id")
			if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID,
				"startsOn": "2026-12-01"}, ""); len(got.Errors) > 0 {
				t.Fatalf("%+v", got)
			}
			return draft.Lines[0].LineItem.ID
		}
		id := deploy("SO-1")
		dryAndReal(t, env, order(3, "2026-05-01", corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-11-30": "none", "2026-12-01": "15+0 /10",
			"2027-11-30": "15+0 /10", "2027-12-01": "none"})
		mustIssue(t, env, order(3, "2026-12-15", corrected("SO-1"))) // another day is one
		checkGrants(t, env, id, map[string]string{"2026-12-14": "none", "2026-12-15": "15+0 /10"})
		id = deploy("SO-2")
		dryAndReal(t, env, order(4, "2026-05-01", amended("SO-2", "2027-01-01")))
		checkGrants(t, env, id, map[string]string{"2026-12-31": "10+0 /10", "2027-01-01": "20+0 SO-2/10"})
		checkHealth(t, env)
	})
}

// The price of a line is compared and corrected although it is not known what each amendment cost.
func TestAPriceDiffersBesideAnAmendmentWithoutPrice(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, price, other string, more map[string]any) map[string]any {
			money := func(amount string) map[string]any { return map[string]any{"amount": amount, "currency": "EUR"} }
			return w.order(more,
				map[string]any{"partNumber": w.part, "pieces": pieces, "startsOn": "2026-03-01", "orderLine": "10",
					"price": money(price)},
				map[string]any{"partNumber": w.part, "startsOn": "2026-03-01", "orderLine": "20",
					"price": money(other)})
		}
		first := issue(t, env, "issueEntitlement", order(5, "500", "70", orderNamed("SO-1")), "id")
		id, second := first.Lines[0].LineItem.ID, first.Lines[1].LineItem.ID
		mustIssue(t, env, order(4, "400", "70", amended("SO-1", "2026-06-01"))) // costs less: its price is not known
		for want, in := range map[string]map[string]any{
			"ORDER_DIFFERS input.lines.0.price":   order(4, "390", "70", orderNamed("SO-1")),
			"ORDER_DIFFERS input.lines.1.price":   order(4, "400", "80", orderNamed("SO-1")),
			"ORDER_OVERTAKEN input.lines.0.price": order(4, "390", "70", corrected("SO-1")),
		} {
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != want {
				t.Errorf("%s: %+v", want, got.Errors)
			}
		}
		mustIssue(t, env, order(4, "400", "80", corrected("SO-1")))
		checkGrants(t, env, second, map[string]string{"2026-06-01": "5+0 /20 for 80"})
		mustIssue(t, env, order(4, "520", "80", corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-05-31": "25+0 /10 for 500",
			"2026-06-01": "20+0 SO-1/10 for 20"})
		checkHealth(t, env)
	})
}

// An order that says what was corrected by hand is the order of now: it is known again, and the one before differs.
func TestAnOrderCatchesUpWithACorrectionByHand(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, more map[string]any) map[string]any {
			return w.order(more, map[string]any{"partNumber": w.part, "pieces": pieces, "startsOn": "2026-03-01",
				"orderLine": "10"})
		}
		id := mustIssue(t, env, order(3, orderNamed("SO-1")))
		correctByHand(t, env, id, "2026-03-01", map[string]any{"quantity": "25"})
		for _, more := range []map[string]any{orderNamed("SO-1"), corrected("SO-1")} {
			if got := issue(t, env, "issueEntitlement", order(3, more), "id"); got.warnings() != "ALREADY_ISSUED" {
				t.Errorf("the order that did not change: %+v", got)
			}
		}
		for range 2 {
			if got := issue(t, env, "issueEntitlement", order(5, corrected("SO-1")), "id"); got.warnings() !=
				"ALREADY_ISSUED" || len(got.Errors)+len(got.Effects) > 0 {
				t.Errorf("what was corrected by hand: %+v", got)
			}
		}
		checkGrants(t, env, id, map[string]string{"2026-03-01": "25+0 /10"})
		mustIssue(t, env, order(3, corrected("SO-1"))) // the order said 5 since
		checkGrants(t, env, id, map[string]string{"2026-03-01": "15+0 /10"})
		checkHealth(t, env)
	})
}

// A number of a line or of an amendment that was corrected by hand does not keep the order from being amended.
func TestANumberCorrectedByHandKeepsTheOrder(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, more map[string]any) map[string]any {
			return w.order(more, map[string]any{"partNumber": w.part, "pieces": pieces, "startsOn": "2026-03-01",
				"orderLine": "10"}, map[string]any{"partNumber": w.part, "startsOn": "2026-03-01", "orderLine": "20"})
		}
		first := issue(t, env, "issueEntitlement", order(3, orderNamed("SO-1")), "id")
		id, second := first.Lines[0].LineItem.ID, first.Lines[1].LineItem.ID
		correctByHand(t, env, id, "2026-03-01", map[string]any{"orderLine": "20"})
		mustIssue(t, env, order(4, amended("SO-1", "2026-05-01")))
		correctByHand(t, env, id, "2026-05-01", map[string]any{"orderLine": "30", "orderNumber": "X-1"})
		mustIssue(t, env, order(5, amended("SO-1", "2026-06-01")))
		checkGrants(t, env, id, map[string]string{"2026-04-30": "15+0 /20", "2026-05-31": "20+0 X-1/30",
			"2026-06-01": "25+0 SO-1/10"})
		checkGrants(t, env, second, map[string]string{"2026-06-01": "5+0 /20"})
		mustIssue(t, env, w.creditFor("SO-1", "CN-1", nil, map[string]any{"partNumber": w.part, "pieces": -1,
			"orderLine": "20", "startsOn": "2026-07-01"}))
		checkGrants(t, env, second, map[string]string{"2026-07-01": "0+0 CN-1/20"})
		checkHealth(t, env)
	})
}

// What a credit note gave back stays given back when the order is amended or corrected, and when it was amended for a
// later day before.
func TestACreditOutlastsTheOrder(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, more map[string]any) map[string]any {
			return w.order(more, map[string]any{"partNumber": w.perpetual, "pieces": pieces, "startsOn": "2026-03-01",
				"orderLine": "10"})
		}
		back := func(order, name, on string, pieces int) map[string]any {
			return w.creditFor(order, name, nil, map[string]any{"partNumber": w.perpetual, "pieces": pieces,
				"orderLine": "10", "startsOn": on})
		}
		id := mustIssue(t, env, order(5, orderNamed("SO-1")))
		mustIssue(t, env, back("SO-1", "CN-1", "2026-06-01", -2))
		dryAndReal(t, env, order(8, amended("SO-1", "2026-05-01"))) // before the credit
		checkGrants(t, env, id, map[string]string{"2026-04-30": "5+10 /10", "2026-05-31": "8+16 SO-1/10",
			"2026-06-01": "6+12 CN-1/10"})
		dryAndReal(t, env, order(9, amended("SO-1", "2026-08-01"))) // after it
		checkGrants(t, env, id, map[string]string{"2026-07-31": "6+12 CN-1/10", "2026-08-01": "7+14 SO-1/10"})
		if got := issue(t, env, "issueEntitlement", order(9, merged(orderNamed("SO-1"),
			map[string]any{"description": ""})), "id"); got.warnings() != "ALREADY_ISSUED" {
			t.Errorf("sent again: %+v", got)
		}
		dryAndReal(t, env, order(11, corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-07-31": "6+12 CN-1/10", "2026-08-01": "9+18 SO-1/10"})
		for pieces, want := range map[int]string{1: "BAD_INPUT input.lines.0.pieces", 2: ""} {
			in := order(pieces, merged(corrected("SO-1"), map[string]any{"dryRun": true}))
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != want {
				t.Errorf("%d pieces, of which 2 are given back: %+v", pieces, got.Errors)
			}
		}

		id = mustIssue(t, env, order(5, orderNamed("SO-2")))
		mustIssue(t, env, order(8, amended("SO-2", "2026-07-01")))
		dryAndReal(t, env, back("SO-2", "CN-2", "2026-05-01", -2)) // before the amendment
		checkGrants(t, env, id, map[string]string{"2026-04-30": "5+10 /10", "2026-05-01": "3+6 CN-2/10",
			"2026-07-01": "6+12 CN-2/10"})
		dryAndReal(t, env, order(10, corrected("SO-2")))
		checkGrants(t, env, id, map[string]string{"2026-06-30": "3+6 CN-2/10", "2026-07-01": "8+16 CN-2/10"})
		if got := issue(t, env, "issueEntitlement", back("SO-2", "CN-3", "2026-04-01", -4), "id"); got.codes() !=
			"BAD_INPUT input.lines.0.pieces" {
			t.Errorf("more than is granted on a later day: %+v", got.Errors)
		}
		mustIssue(t, env, back("SO-2", "CN-3", "2026-06-01", -1))
		checkGrants(t, env, id, map[string]string{"2026-05-31": "3+6 CN-2/10", "2026-06-01": "2+4 CN-3/10",
			"2026-07-01": "7+14 CN-3/10"})
		checkHealth(t, env)
	})
}

// Of orders and credit notes that were accepted before it was kept what they say, this follows from what they recorded.
func TestWhatOrdersSaidBeforeItWasKept(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, more map[string]any) map[string]any {
			return w.order(more, map[string]any{"partNumber": w.perpetual, "pieces": pieces, "startsOn": "2026-03-01",
				"orderLine": "10"})
		}
		id := mustIssue(t, env, order(5, orderNamed("SO-1")))
		mustIssue(t, env, w.creditFor("SO-1", "CN-1", nil, map[string]any{"partNumber": w.perpetual, "pieces": -2,
			"orderLine": "10", "startsOn": "2026-06-01"}))
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().ExternalID.Update().ClearSourceContent().ExecX(f.Context())
		})
		mustIssue(t, env, order(8, amended("SO-1", "2026-05-01")))
		checkGrants(t, env, id, map[string]string{"2026-05-31": "8+16 SO-1/10", "2026-06-01": "6+12 CN-1/10"})
		mustIssue(t, env, order(9, corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-05-31": "9+18 SO-1/10", "2026-06-01": "7+14 CN-1/10"})
		correctByHand(t, env, id, "2026-03-01", map[string]any{"startsOn": "2026-02-01"})
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().ExternalID.Update().ClearSourceContent().ExecX(f.Context())
		})
		mustIssue(t, env, order(10, amended("SO-1", "2026-08-01"))) // the first day is as it was issued
		checkGrants(t, env, id, map[string]string{"2026-02-01": "5+10 /10", "2026-07-31": "7+14 CN-1/10",
			"2026-08-01": "8+16 SO-1/10"})
		checkHealth(t, env)
	})
}

// Two lines of a credit note may give back of one line item on different days.
func TestACreditNoteGivesBackOnTwoDays(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		back := []any{map[string]any{"partNumber": w.perpetual, "pieces": -1, "startsOn": "2026-06-01"},
			map[string]any{"partNumber": w.perpetual, "pieces": -2, "startsOn": "2026-05-01"}}
		for name, lines := range map[string][]any{"SO-1": back, "SO-2": {back[1], back[0]}} {
			id := mustIssue(t, env, w.order(orderNamed(name), map[string]any{"partNumber": w.perpetual, "pieces": 5,
				"startsOn": "2026-03-01"}))
			note := "CN of " + name
			dryAndReal(t, env, merged(w.creditFor(name, note, nil, nil), map[string]any{"lines": slices.Clone(lines)}))
			checkGrants(t, env, id, map[string]string{"2026-04-30": "5+10", "2026-05-01": "3+6 " + note + "/",
				"2026-06-01": "2+4 " + note + "/"})
			mustIssue(t, env, w.order(corrected(name), map[string]any{"partNumber": w.perpetual, "pieces": 6,
				"startsOn": "2026-03-01"}))
			checkGrants(t, env, id, map[string]string{"2026-04-30": "6+12", "2026-05-01": "4+8 " + note + "/",
				"2026-06-01": "3+6 " + note + "/"})
		}
		checkHealth(t, env)
	})
}

// What has no days yet, and what has ended, is not reduced: the answer tells what to do.
func TestWhatACreditNoteCannotReduce(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		mustIssue(t, env, w.order(orderNamed("SO-1"), w.first))
		id := mustIssue(t, env, w.order(orderNamed("SO-2"), map[string]any{"partNumber": w.part, "pieces": 3,
			"startsOn": "2026-02-01", "endsOn": "2026-11-10"}))
		if got := refusedRight(t, env, "grantGrace", map[string]any{"lineItems": []any{id}, "until": "2026-12-31",
			"reason": "The order is on its way"}); got != "" {
			t.Fatal(got)
		}
		refused := func(in map[string]any, code, remedy string) {
			t.Helper()
			got := issue(t, env, "issueEntitlement", in, "id")
			if got.codes() != code || !strings.Contains(got.Errors[0].Remedy, remedy) {
				t.Errorf("%s: %+v", code, got.Errors)
			}
		}
		refused(w.creditFor("SO-1", "CN-1", nil, map[string]any{"partNumber": w.first, "pieces": -1}),
			"TERM_UNDATED input.lines.0", "after the first activation")
		back := map[string]any{"partNumber": w.part, "pieces": -1}
		refused(w.creditFor("SO-2", "CN-2", nil, back), "PERIOD_MISSING input.lines.0.startsOn", "10 November 2026")
		back["startsOn"] = "2026-11-10"
		mustIssue(t, env, w.creditFor("SO-2", "CN-2", nil, back))
		item, _ := testenv.Must[struct{ LineItem issuedItem }](t, env,
			"query ($id: ID!) { lineItem(id: $id) { status granted { amount } } }", map[string]any{"id": id})
		if is := item.LineItem; is.Status != "IN_GRACE" || is.Granted.Amount != "10" {
			t.Errorf("in grace: %+v", is)
		}
		checkHealth(t, env)
	})
}

// A term does not start by itself before the day on which its draft was deployed.
func TestADraftDoesNotStartBeforeItsDeployment(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"},
			map[string]any{"partNumber": w.first, "startsLatestOn": "2026-12-01"}), "id")
		live := mustIssue(t, env, w.order(nil, map[string]any{"partNumber": w.first, "startsLatestOn": "2026-12-01"}))
		sweep := func() {
			today := day.Local(env.Clock.Now().Time())
			if _, err := entitlement.Sweep(testenv.Operator(t), env.Store, today, env.Clock.Now); err != nil {
				t.Fatal(err)
			}
		}
		env.Clock.Advance(30 * 24 * time.Hour)
		sweep()
		deployed := day.Local(env.Clock.Now().Time()).String()
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID},
			""); len(got.Errors) > 0 {
			t.Fatalf("%+v", got)
		}
		env.Clock.Advance(24 * time.Hour)
		sweep()
		for id, want := range map[string]string{live: "2026-12-01", draft.Lines[0].LineItem.ID: deployed} {
			item, _ := testenv.Must[struct{ LineItem issuedItem }](t, env, `query ($id: ID!) { lineItem(id: $id) {
				startsOn coverageItems { nodes { coverage { startsOn } } } } }`, map[string]any{"id": id})
			is := item.LineItem
			if is.StartsOn != want || is.CoverageItems.Nodes[0].Coverage.StartsOn != want {
				t.Errorf("%+v, want %s", is, want)
			}
		}
		checkHealth(t, env)
	})
}
