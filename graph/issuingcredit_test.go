package graph_test

import (
	"testing"
	"time"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// voidOn voids the period of a line item that is in force on a day.
func voidOn(t testing.TB, env *testenv.Env, line, on string) {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct{ PeriodInForce struct{ ID string } }
	}](t, env, `query ($id: ID!, $on: Date) { lineItem(id: $id) { periodInForce(on: $on) { id } } }`,
		map[string]any{"id": line, "on": on})
	mustChangeRight(t, env, "voidPeriod", map[string]any{"period": got.LineItem.PeriodInForce.ID, "reason": "a slip"})
}

// Credit notes of two systems may have one number, also for one order. Each counts for itself, and of older ones, whose
// amendments do not say the system, what they gave back tells which is which.
func TestCreditNotesOfTwoSystemsHaveOneNumber(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		system := gid.New(gid.System, 0)
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().System.Create().SetID(system).SetCode("second").SetName("Second").
				SetKind(vocabulary.SystemKindErp).ExecX(f.Context())
		})
		order := func(pieces int, more map[string]any) map[string]any {
			return w.order(more, map[string]any{"partNumber": w.perpetual, "pieces": pieces, "startsOn": "2026-03-01"})
		}
		back := func(order, name string, pieces int, on string, ofSecond bool) map[string]any {
			in := w.creditFor(order, name, nil, map[string]any{"partNumber": w.perpetual, "pieces": pieces,
				"startsOn": on})
			if ofSecond {
				in["source"] = map[string]any{"externalId": name, "system": system.String()}
			}
			return in
		}
		id := mustIssue(t, env, order(5, orderNamed("SO-1")))
		other := mustIssue(t, env, order(5, orderNamed("SO-2")))
		mustIssue(t, env, back("SO-1", "CN-1", -1, "2026-06-01", false))
		env.Clock.Advance(time.Minute)
		mustIssue(t, env, back("SO-1", "CN-1", -2, "2026-07-01", true))
		mustIssue(t, env, back("SO-2", "CN-3", -1, "2026-06-01", true)) // it is for another order
		if again := issue(t, env, "issueEntitlement", back("SO-1", "CN-1", -1, "2026-06-01", false),
			"id"); again.codes() != "" || again.warnings() != "ALREADY_ISSUED" {
			t.Errorf("sent again: %+v", again)
		}
		if other := issue(t, env, "issueEntitlement", back("SO-1", "CN-1", -1, "2026-06-01", true),
			"id"); other.codes() != "ORDER_DIFFERS input.source.externalId" {
			t.Errorf("that of the other system with its content: %+v", other)
		}
		checkGrants(t, env, id, map[string]string{"2026-05-31": "5+10", "2026-06-01": "4+8 CN-1/",
			"2026-07-01": "2+4 CN-1/"})
		mustIssue(t, env, order(6, corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-05-31": "6+12", "2026-06-01": "5+10 CN-1/",
			"2026-07-01": "3+6 CN-1/"})
		// Of older ones the later one is voided, and then the earlier one.
		env.Fill(t, func(f *testenv.Fixture) { f.Client().Period.Update().ClearCreditSystemID().ExecX(f.Context()) })
		mustIssue(t, env, order(7, corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-05-31": "7+14", "2026-06-01": "6+12 CN-1/",
			"2026-07-01": "4+8 CN-1/"})
		voidOn(t, env, id, "2026-07-01")
		mustIssue(t, env, order(8, corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-06-01": "7+14 CN-1/", "2026-07-01": "7+14 CN-1/"})
		voidOn(t, env, id, "2026-06-01")
		mustIssue(t, env, order(9, corrected("SO-1")))
		checkGrants(t, env, id, map[string]string{"2026-06-01": "9+18", "2026-07-01": "9+18"})
		checkGrants(t, env, other, map[string]string{"2026-06-01": "4+8 CN-3/"})
		checkHealth(t, env)
	})
}

// A credit note that is sent again changes nothing, and is not refused because the lines of the order have other
// numbers by then. It answers the line items that it reduced.
func TestARepeatedCreditNoteOutlastsTheNumbersOfLines(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(more map[string]any, first string) map[string]any {
			line := func(name string) map[string]any {
				return map[string]any{"partNumber": w.perpetual, "pieces": 5, "startsOn": "2026-03-01",
					"orderLine": name}
			}
			return w.order(more, line(first), line("20"))
		}
		back := func(name string) map[string]any {
			return map[string]any{"partNumber": w.perpetual, "pieces": -1, "orderLine": name}
		}
		made := issue(t, env, "issueEntitlement", order(orderNamed("SO-1"), "10"), "id")
		mustIssue(t, env, order(corrected("SO-1"), "11"))
		note := merged(w.creditFor("SO-1", "CN-1", nil, nil), map[string]any{"lines": []any{back("20"), back("11")}})
		mustIssue(t, env, note)
		again := func(what string, want ...string) {
			t.Helper()
			got := issue(t, env, "issueEntitlement", note, "id")
			if got.codes() != "" || got.warnings() != "ALREADY_ISSUED" || len(got.Effects) > 0 {
				t.Fatalf("%s: %+v", what, got)
			}
			for i, id := range want {
				is := ""
				if item := got.Lines[i].LineItem; item != nil {
					is = item.ID
				}
				if is != id {
					t.Errorf("%s: line %d is %q, want %q", what, i, is, id)
				}
			}
		}
		first, second := made.Lines[0].LineItem.ID, made.Lines[1].LineItem.ID
		again("with the same numbers", second, first)
		mustIssue(t, env, order(corrected("SO-1"), "12"))
		again("with other numbers", second, first)
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().ExternalID.Update().ClearSourceContent().ExecX(f.Context())
		})
		again("recorded before it was kept what it said", second, "")
		checkGrants(t, env, first, map[string]string{"2026-11-01": "5+10 /12"})
		checkHealth(t, env)
	})
}
