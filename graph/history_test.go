package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

type rightEvents struct {
	Events []struct {
		RecordedAt, Kind string
		Entitlement      *struct{ Number string }
		LineItem         *struct{ ActivationID string }
		Period           *struct{ ID string }
		Coverage         *struct{ ID string }
		CoverageItem     *struct{ ID string }
		Decision         *struct{ Kind, Reason string }
	}
	EndCursor   *string
	HasNextPage bool
}

// texts returns the events as texts, the newest first.
func (p *rightEvents) texts() []string {
	var list []string
	for _, e := range p.Events {
		text := e.Kind
		for _, part := range []struct {
			name  string
			there bool
		}{{"entitlement", e.Entitlement != nil}, {"lineItem", e.LineItem != nil}, {"period", e.Period != nil},
			{"coverage", e.Coverage != nil}, {"coverageItem", e.CoverageItem != nil}} {
			if part.there {
				text += " " + part.name
			}
		}
		if e.Decision != nil {
			text += " " + e.Decision.Kind
		}
		list = append(list, text)
	}
	return list
}

const eventFields = `{ events { recordedAt kind entitlement { number } lineItem { activationId } period { id }
  coverage { id } coverageItem { id } decision { kind reason } } endCursor hasNextPage }`

// historyOf reads a whole history in pages.
func historyOf(t *testing.T, env *testenv.Env, field, arguments string, size int) *rightEvents {
	t.Helper()
	whole, after := &rightEvents{}, "null"
	for {
		got, _ := testenv.Must[map[string]*rightEvents](t, env, fmt.Sprintf("{ page: %s(%s, first: %d, after: %s) %s }",
			field, arguments, size, after, eventFields), nil)
		page := got["page"]
		whole.Events = append(whole.Events, page.Events...)
		if !page.HasNextPage {
			return whole
		}
		if len(page.Events) != size || page.EndCursor == nil {
			t.Fatalf("a page of %d events has %d and the cursor %v", size, len(page.Events), page.EndCursor)
		}
		after = fmt.Sprintf("%q", *page.EndCursor)
	}
}

// The history of an entitlement has all that was recorded about it, the newest first, in pages of any size; that of a
// line item has nothing of the others; and that of the account has all.
func TestHistoryTellsWhatWasRecorded(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE", "TWO")
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(500).Coverage(made.account, testenv.Today-100, last, made.lines[0])
		})
		line, header := made.lines[0].String(), made.headers[0].String()
		begin := env.Clock.Now().Time().Add(time.Second)
		do := func(mutation string, input map[string]any) *rightChange {
			env.Clock.Advance(time.Minute)
			input["reason"] = "because"
			return mustChangeRight(t, env, mutation, input)
		}
		amended := do("amendLineItem", map[string]any{"lineItem": line, "startsOn": testenv.Today.String(),
			"quantity": "15"})
		corrected := do("correctPeriod", map[string]any{"period": amended.Period.ID, "quantity": "14"})
		held := do("holdLineItems", map[string]any{"lineItems": []string{line}})
		do("releaseDecision", map[string]any{"decision": held.Results[0].Decision.ID,
			"lastDay": (testenv.Today - 1).String()})
		do("voidPeriod", map[string]any{"period": corrected.Period.ID})
		do("holdLineItems", map[string]any{"lineItems": []string{made.lines[1].String()}})

		recent := []string{"VOIDED period WITHDRAWN", "RELEASED lineItem ON_HOLD", "DECIDED lineItem ON_HOLD",
			"CORRECTED lineItem period", "AMENDED lineItem period"}
		for _, size := range []int{1, 2, 100} {
			whole := historyOf(t, env, "entitlementHistory", fmt.Sprintf("entitlement: %q", header), size)
			got := whole.texts()
			if len(got) < 8 || strings.Join(got[:5], ", ") != strings.Join(recent, ", ") {
				t.Errorf("pages of %d: %q, want first %q", size, got, recent)
				continue
			}
			for _, want := range []string{"ISSUED entitlement", "GRANTED lineItem period", "COVERED coverage"} {
				if n := strings.Count(strings.Join(got[5:], ", ")+", ", want+", "); n != 1 {
					t.Errorf("pages of %d: %q has %d times %q, want 1", size, got, n, want)
				}
			}
		}
		if got := historyOf(t, env, "entitlementHistory", fmt.Sprintf("entitlement: %q, lineItem: %q", header, line),
			3).texts(); strings.Join(got[:5], ", ") != strings.Join(recent, ", ") {
			t.Errorf("of the line item: %q", got)
		}
		between := func(from, to time.Time) []string {
			return historyOf(t, env, "changes", fmt.Sprintf("account: %q, from: %q, to: %q", made.account,
				from.Format(time.RFC3339), to.Format(time.RFC3339)), 4).texts()
		}
		end := env.Clock.Now().Time().Add(time.Second)
		if got := between(begin, end); len(got) != 6 || got[0] != "DECIDED lineItem ON_HOLD" ||
			strings.Join(got[1:], ", ") != strings.Join(recent, ", ") {
			t.Errorf("changes: %q", got)
		}
		if got := between(begin, begin); len(got) != 0 {
			t.Errorf("no time has changes: %q", got)
		}
	})
}

// What cannot be asked is refused by the argument, and what the viewer does not see looks as if it were not there.
func TestHistoryRefuses(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE", "TWO")
		missing := gid.New(gid.Entitlement, made.account.Locality())
		some := historyOf(t, env, "entitlementHistory", fmt.Sprintf("entitlement: %q", made.headers[0]), 1)
		if len(some.Events) == 0 {
			t.Fatal("the entitlement has no history")
		}
		got, _ := testenv.Must[struct{ Page *rightEvents }](t, env, fmt.Sprintf(
			"{ page: entitlementHistory(entitlement: %q, first: 1) %s }", made.headers[0], eventFields), nil)
		of, bad := made.headers[0], "2026-01-01T00:00:00Z"
		nobody := gid.New(gid.Account, made.account.Locality())
		for _, refused := range []struct{ question, want string }{
			{fmt.Sprintf("entitlementHistory(entitlement: %q)", missing), "NOT_FOUND entitlement"},
			{fmt.Sprintf("entitlementHistory(entitlement: %q, lineItem: %q)", of, made.lines[1]), "NOT_FOUND lineItem"},
			{fmt.Sprintf("entitlementHistory(entitlement: %q, first: 0)", of), "BAD_PAGE_SIZE first"},
			{fmt.Sprintf("entitlementHistory(entitlement: %q, first: 101)", of), "BAD_PAGE_SIZE first"},
			{fmt.Sprintf("entitlementHistory(entitlement: %q, after: \"x\")", of), "BAD_CURSOR after"},
			{fmt.Sprintf("entitlementHistory(entitlement: %q, after: %q)", made.headers[1], *got.Page.EndCursor),
				"BAD_CURSOR after"},
			{fmt.Sprintf(`changes(account: %q, from: "2027-01-01T00:00:00Z", to: %q)`, made.account, bad), "BAD_RANGE to"},
			{fmt.Sprintf(`changes(account: %q, from: %q, to: %q)`, nobody, bad, bad), "NOT_FOUND account"},
		} {
			answer := env.Ask(t, "{ "+refused.question+" { hasNextPage } }", nil)
			if len(answer.Errors) != 1 {
				t.Errorf("%s: %s %+v, want %s", refused.question, answer.Data, answer.Errors, refused.want)
				continue
			}
			if is := answer.Errors[0].Extensions; is.Code+" "+is.Field != refused.want {
				t.Errorf("%s: %+v, want %s", refused.question, is, refused.want)
			}
		}
	})
}
