package graph_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// corrected returns what an order says besides its lines that corrects what was issued under a name.
func corrected(name string) map[string]any {
	return map[string]any{"source": map[string]any{"externalId": name}, "onDifference": "CORRECT",
		"reason": "Typed wrongly"}
}

// named returns what an order says besides its lines that has a name.
func orderNamed(name string) map[string]any {
	return map[string]any{"source": map[string]any{"externalId": name}}
}

// creditFor returns a credit note for an order, with one line.
func (w *issuingWorld) creditFor(order, name string, more, line map[string]any) map[string]any {
	in := w.order(more, line)
	in["source"], in["credits"] = map[string]any{"externalId": name}, map[string]any{"externalId": order}
	return in
}

// mustIssue sends an order that is to be accepted, and returns its first line item.
func mustIssue(t testing.TB, env *testenv.Env, in map[string]any) string {
	t.Helper()
	got := issue(t, env, "issueEntitlement", in, "id")
	if len(got.Errors) > 0 || got.warnings() == "ALREADY_ISSUED" {
		t.Fatalf("%+v", got)
	}
	return got.Lines[0].LineItem.ID
}

// A last day that the order gave stays when its first day is corrected, also after the draft was deployed with another
// one, and after it was corrected before.
func TestALastDayOfAnOrderStaysWhenItIsCorrected(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := func(starts, ends string) map[string]any {
			l := map[string]any{"partNumber": w.part, "startsOn": starts}
			if ends != "" {
				l["endsOn"] = ends
			}
			return l
		}
		days := func(id string) string {
			item, _ := testenv.Must[struct{ LineItem issuedItem }](t, env,
				"query ($id: ID!) { lineItem(id: $id) { startsOn endsOn } }", map[string]any{"id": id})
			return item.LineItem.StartsOn + ".." + item.LineItem.EndsOn
		}
		asDraft := map[string]any{"state": "DRAFT"}
		draft := issue(t, env, "issueEntitlement", w.order(merged(orderNamed("SO-1"), asDraft),
			line("2026-05-01", "2027-04-30")), "id")
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID,
			"startsOn": "2026-12-01"}, ""); len(got.Errors) > 0 {
			t.Fatalf("%+v", got)
		}
		id := mustIssue(t, env, w.order(merged(corrected("SO-1"), asDraft), line("2026-12-15", "")))
		if is := days(id); is != "2026-12-15..2027-04-30" {
			t.Errorf("after the deployment: %s", is)
		}
		id = mustIssue(t, env, w.order(orderNamed("SO-2"), line("2026-03-01", "")))
		for _, c := range []struct{ starts, ends, want string }{
			{"2026-04-01", "", "2026-04-01..2027-03-31"},
			{"2026-05-01", "2027-06-30", "2026-05-01..2027-06-30"},
			{"2026-07-01", "", "2026-07-01..2027-06-30"},
		} {
			mustIssue(t, env, w.order(corrected("SO-2"), line(c.starts, c.ends)))
			if is := days(id); is != c.want {
				t.Errorf("corrected to %s..%s: %s", c.starts, c.ends, is)
			}
		}
		checkHealth(t, env)
	})
}

// A credit note has a number of its own, and gives back from what the order is corrected to.
func TestACreditNoteIsNoAmendmentOfTheOrder(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, more map[string]any) map[string]any {
			return w.order(merged(more, map[string]any{"orderReference": "PO-9"}), map[string]any{
				"partNumber": w.perpetual, "pieces": pieces, "orderLine": "10", "startsOn": "2026-03-01"})
		}
		back := func(on string) map[string]any {
			return map[string]any{"partNumber": w.perpetual, "pieces": -2, "orderLine": "10", "startsOn": on}
		}
		ofOrder := map[string]any{"orderReference": "PO-9"}
		id := mustIssue(t, env, order(5, orderNamed("SO-9")))
		if got := issue(t, env, "issueEntitlement", w.creditFor("SO-9", "PO-9", nil, back("2026-06-01")),
			"id"); got.codes() != "BAD_INPUT input.source.externalId" {
			t.Errorf("with the number of the order: %+v", got)
		}
		mustIssue(t, env, w.creditFor("SO-9", "CN-1", ofOrder, back("2026-06-01")))
		mustIssue(t, env, order(6, corrected("SO-9")))
		for on, want := range map[string]string{"2026-05-31": "6+12 PO-9/10", "2026-06-01": "4+8 CN-1/10"} {
			if is := quantityOn(t, env, id, on); is != want {
				t.Errorf("on %s: %s, want %s", on, is, want)
			}
		}
		mustIssue(t, env, w.creditFor("SO-9", "CN-2", ofOrder, back("2026-07-01")))
		if is := quantityOn(t, env, id, "2026-07-01"); is != "2+4 CN-2/10" {
			t.Errorf("after another credit note: %s", is)
		}
		checkHealth(t, env)
	})
}

// A line that is partly as it was issued, and partly as it is now, is neither.
func TestAMixtureOfBeforeAndNowDiffers(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(starts string, pieces int, more map[string]any) map[string]any {
			return w.order(more, map[string]any{"partNumber": w.part, "pieces": pieces, "startsOn": starts})
		}
		mustIssue(t, env, order("2026-03-01", 3, orderNamed("SO-1")))
		mustIssue(t, env, order("2026-02-01", 5, corrected("SO-1")))
		for _, c := range []struct {
			starts string
			pieces int
			want   string
		}{
			{"2026-03-01", 3, ""}, {"2026-02-01", 5, ""},
			{"2026-03-01", 5, "ORDER_DIFFERS input.lines.0.startsOn"},
			{"2026-02-01", 3, "ORDER_DIFFERS input.lines.0.pieces"},
		} {
			got := issue(t, env, "issueEntitlement", order(c.starts, c.pieces, orderNamed("SO-1")), "id")
			if got.codes() != c.want || c.want == "" && got.warnings() != "ALREADY_ISSUED" {
				t.Errorf("%d from %s on: %+v", c.pieces, c.starts, got)
			}
		}
	})
}

// A credit note reduces only what the order granted, and not what another one renewed.
func TestACreditNoteDoesNotReduceARenewal(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		id := mustIssue(t, env, w.order(orderNamed("SO-1"), map[string]any{"partNumber": w.part, "pieces": 4,
			"startsOn": "2026-03-01"}))
		if got := refusedRight(t, env, "renewLineItems", map[string]any{"lines": []any{map[string]any{
			"lineItem": id}}}); got != "" {
			t.Fatal(got)
		}
		back := map[string]any{"partNumber": w.part, "pieces": -1, "startsOn": "2027-03-01"}
		if got := issue(t, env, "issueEntitlement", w.creditFor("SO-1", "CN-1", nil, back), "id"); got.codes() !=
			"ORDER_OVERTAKEN input.lines.0.startsOn" {
			t.Errorf("%+v", got)
		}
		back["startsOn"] = "2027-02-01"
		mustIssue(t, env, w.creditFor("SO-1", "CN-1", nil, back))
		for on, want := range map[string]string{"2027-01-31": "20+0", "2027-02-01": "15+0 CN-1/",
			"2027-03-01": "20+0"} {
			if is := quantityOn(t, env, id, on); !strings.HasPrefix(is, want) {
				t.Errorf("on %s: %s, want %s", on, is, want)
			}
		}
		checkHealth(t, env)
	})
}

// A credit note without a day reduces a right that starts later from its first day on.
func TestACreditNoteWaitsForTheRight(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		id := mustIssue(t, env, w.order(orderNamed("SO-1"), map[string]any{"partNumber": w.perpetual, "pieces": 4,
			"startsOn": "2027-01-01"}))
		mustIssue(t, env, w.creditFor("SO-1", "CN-1", nil, map[string]any{"partNumber": w.perpetual, "pieces": -1}))
		if is := quantityOn(t, env, id, "2027-01-01"); is != "3+6 CN-1/" {
			t.Errorf("%s", is)
		}
	})
}

// A credit note whose order is not named rightly is told only what is wrong with it, and not judged as an order.
func TestACreditNoteIsNotJudgedAsAnOrder(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		in := w.creditFor(" SO-1", "CN-1", nil, map[string]any{"partNumber": w.gapped, "pieces": -1})
		if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != "BAD_INPUT input.credits.externalId" {
			t.Errorf("%+v", got.Errors)
		}
	})
}

// Numbers of lines that were typed wrongly are corrected by the places of the lines.
func TestNumbersOfLinesAreCorrected(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(more map[string]any, names ...string) map[string]any {
			var lines []any
			for _, name := range names {
				lines = append(lines, map[string]any{"partNumber": w.part, "startsOn": "2026-03-01", "orderLine": name})
			}
			return w.order(more, lines...)
		}
		first := issue(t, env, "issueEntitlement", order(orderNamed("SO-1"), "10", "20", "30"), "id")
		for _, names := range [][]string{{"11", "20", "30"}, {"11", "21", "31"}} {
			got := dryAndReal(t, env, order(corrected("SO-1"), names...))
			if len(got.Errors) > 0 {
				t.Fatalf("%v: %+v", names, got)
			}
			for i, name := range names {
				id := first.Lines[i].LineItem.ID
				if is := quantityOn(t, env, id, "2026-03-01"); got.Lines[i].LineItem.ID != id || is != "5+0 /"+name {
					t.Errorf("%s: %s of %s, not of %s", name, is, got.Lines[i].LineItem.ID, id)
				}
			}
		}
		for _, names := range [][]string{{"10", "20", "30"}, {"31", "21", "11"}} {
			if got := issue(t, env, "issueEntitlement", order(orderNamed("SO-1"), names...), "id"); got.warnings() !=
				"ALREADY_ISSUED" {
				t.Errorf("%v: %+v", names, got)
			}
		}
		if got := issue(t, env, "issueEntitlement", order(orderNamed("SO-1"), "12", "21", "31"), "id"); got.codes() !=
			"ORDER_DIFFERS input.lines.0, ORDER_DIFFERS input.lines" {
			t.Errorf("reported: %+v", got)
		}
		if got := issue(t, env, "issueEntitlement", order(corrected("SO-1"), "12", "22"), "id"); got.codes() !=
			"ORDER_DIFFERS input.lines.0, ORDER_DIFFERS input.lines.1"+
				strings.Repeat(", ORDER_DIFFERS input.lines", 3) {
			t.Errorf("with fewer lines: %+v", got)
		}
		checkHealth(t, env)
	})
}

// A right whose coverage was withdrawn is corrected like another one.
func TestARightWithoutCoverageIsCorrected(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(starts string, more map[string]any) map[string]any {
			return w.order(more, map[string]any{"partNumber": w.part, "startsOn": starts})
		}
		id := mustIssue(t, env, order("2026-12-01", orderNamed("SO-1")))
		item, _ := testenv.Must[struct {
			LineItem struct {
				CoverageItems struct {
					Nodes []struct{ Coverage struct{ ID string } }
				}
			}
		}](t, env, "query ($id: ID!) { lineItem(id: $id) { coverageItems { nodes { coverage { id } } } } }",
			map[string]any{"id": id})
		if got := refusedRight(t, env, "endCoverage", map[string]any{"reason": "Not paid", "from": "2026-12-01",
			"coverage": item.LineItem.CoverageItems.Nodes[0].Coverage.ID}); got != "" {
			t.Fatal(got)
		}
		mustIssue(t, env, order("2026-12-15", corrected("SO-1")))
		if is := quantityOn(t, env, id, "2026-12-14") + ", " + quantityOn(t, env, id, "2026-12-15"); !strings.HasPrefix(
			is, "none, 5+0") {
			t.Errorf("%s", is)
		}
		checkHealth(t, env)
	})
}

// What is not there any more is looked for by the field that names it.
func TestAnOrderNamesWhatIsNotThere(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		mustIssue(t, env, w.order(orderNamed("SO-1"), w.part)) // makes the system of orders
		env.Fill(t, func(f *testenv.Fixture) {
			system := f.Client().System.Query().FirstX(f.Context())
			f.Client().ExternalID.Create().SetSystemID(system.ID).SetKind("order").SetValue("GONE").
				SetEntityID(gid.New(gid.Entitlement, 0)).SetAccountID(parsed(t, w.account)).ExecX(f.Context())
		})
		for want, in := range map[string]map[string]any{
			"NOT_FOUND input.source.externalId": w.order(corrected("GONE"), w.part),
			"NOT_FOUND input.credits.externalId": w.creditFor("GONE", "CN-1", nil,
				map[string]any{"partNumber": w.part, "pieces": -1}),
		} {
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != want {
				t.Errorf("%s: %+v", want, got.Errors)
			}
		}
	})
}

// An order that is sent several times at once is issued once, and then amended.
func TestAnOrderIsAmendedWhileItIsIssued(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		answers := make([]issued, 4)
		var running sync.WaitGroup
		for i := range answers {
			running.Go(func() {
				answers[i] = issue(t, env, "issueEntitlement", w.order(merged(orderNamed("SO-1"),
					map[string]any{"onDifference": "AMEND"}), map[string]any{"partNumber": w.perpetual, "pieces": i + 1,
					"startsOn": "2026-03-01"}), "id")
			})
		}
		running.Wait()
		items := map[string]bool{}
		for _, a := range answers {
			if len(a.Errors) > 0 || len(a.Lines) != 1 {
				t.Fatalf("%+v", a)
			}
			items[a.Lines[0].LineItem.ID] = true
		}
		if len(items) != 1 {
			t.Errorf("the line became %s", fmt.Sprint(items))
		}
		checkHealth(t, env)
	})
}

// A correction gives no day that nobody can write, and no common last day to copies that each have their own.
func TestDaysThatACorrectionDoesNotGive(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		for name, part := range map[string]string{"SO-1": w.part, "SO-2": w.perpetual} {
			line := map[string]any{"partNumber": part, "startsOn": "2026-05-01"}
			mustIssue(t, env, w.order(orderNamed(name), line))
			line["startsOn"] = "9999-12-31"
			got := issue(t, env, "issueEntitlement", w.order(corrected(name), line), "id")
			if !strings.HasPrefix(got.codes(), "BAD_INPUT") {
				t.Errorf("%s after the last day that can be written: %+v", name, got.Errors)
			}
		}
		each := mustIssue(t, env, w.order(nil, w.each))
		period, _ := testenv.Must[struct {
			LineItem struct{ PeriodInForce struct{ ID string } }
		}](t, env, "query ($id: ID!) { lineItem(id: $id) { periodInForce { id } } }", map[string]any{"id": each})
		c := changeRight(t, env, "correctPeriod", map[string]any{"period": period.LineItem.PeriodInForce.ID,
			"endsOn": "2027-01-01", "reason": "x"})
		if c.codes() != "BAD_INPUT input.endsOn" {
			t.Errorf("a last day of copies that end apart: %+v", c)
		}
		mustBeHealthy(t, env)
	})
}

// A credit note has a name of its own, also if the order has another number.
func TestACreditNoteHasANameOfItsOwn(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := w.order(merged(orderNamed("SO-7"), map[string]any{"orderReference": "PO-7"}), map[string]any{
			"partNumber": w.perpetual, "pieces": 5, "orderLine": "10", "startsOn": "2026-03-01"})
		mustIssue(t, env, order)
		back := map[string]any{"partNumber": w.perpetual, "pieces": -2, "orderLine": "10", "startsOn": "2026-06-01"}
		if got := issue(t, env, "issueEntitlement", w.creditFor("SO-7", "SO-7", nil, back),
			"id"); got.codes() != "BAD_INPUT input.source" {
			t.Errorf("with the name of the order: %+v", got)
		}
		mustIssue(t, env, w.creditFor("SO-7", "SO-8", nil, back))
		checkHealth(t, env)
	})
}
