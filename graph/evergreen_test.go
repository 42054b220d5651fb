package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/renewing"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// renewEvergreensOn renews what is evergreen on a day, as the server does by itself. It returns how many terms it added
// and which lines it could not renew.
func renewEvergreensOn(t testing.TB, env *testenv.Env, today day.Day) (int, []string) {
	t.Helper()
	on := func() day.Day { return today }
	now := clock.Freeze(max(env.Clock.Now(), clock.At(today.Time()))).Now
	service := renewing.NewService(change.New(env.Store, now, access.NewAuthority(on)), on)
	did, err := service.RenewEvergreens(testenv.Operator(t))
	must(t, err)
	var failed []string
	for _, u := range did.Unrenewed {
		code := u.Err.Error()
		if refusals := change.Refusals(u.Err); len(refusals) > 0 {
			code = string(refusals[0].Code)
		}
		if u.GivenUp {
			code += " for good"
		}
		failed = append(failed, u.Line.String()+" "+code)
	}
	return did.Added, failed
}

// mustRenewEvergreens is renewEvergreensOn for a run that adds so many terms and fails for no line.
func mustRenewEvergreens(t testing.TB, env *testenv.Env, today day.Day, want int) {
	t.Helper()
	if added, failed := renewEvergreensOn(t, env, today); added != want || len(failed) > 0 {
		t.Errorf("%s: %d terms were added, want %d; %v", today, added, want, failed)
	}
}

// termsOf are the periods of a line in the order of their first days: their days, what they grant, and until when their
// renewal can be cancelled. Periods that were voided are left out.
func termsOf(t testing.TB, env *testenv.Env, line string) (terms []string) {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct {
			Periods struct {
				Nodes []struct {
					StartsOn, EndsOn, CancelUntil *string
					Evergreen                     bool
					Decision                      *string
					Quantity                      *struct{ Amount *string }
				}
			}
		}
	}](t, env, `query ($id: ID!) { lineItem(id: $id) { periods(first: 100) { nodes { startsOn endsOn evergreen
		cancelUntil decision quantity { amount } } } } }`, map[string]any{"id": line})
	told := func(s *string) string {
		if s == nil {
			return "-"
		}
		return *s
	}
	for _, p := range got.LineItem.Periods.Nodes {
		if told(p.Decision) == "WITHDRAWN" {
			continue
		}
		text := told(p.StartsOn) + " " + told(p.EndsOn) + " " + told(p.Quantity.Amount)
		if p.Evergreen {
			text += " until " + told(p.CancelUntil)
		}
		terms = append(terms, text)
	}
	slices.Sort(terms)
	return terms
}

func mustHaveTerms(t testing.TB, env *testenv.Env, line string, want ...string) {
	t.Helper()
	if d := cmp.Diff(want, termsOf(t, env, line)); d != "" {
		t.Errorf("the terms differ: %s", d)
	}
}

func cancelRenewal(t testing.TB, env *testenv.Env, more map[string]any, lines ...string) *rightChange {
	t.Helper()
	in := map[string]any{"lineItems": lines, "reason": "they leave"}
	for name, is := range more {
		in[name] = is
	}
	return changeRight(t, env, "cancelRenewals", in)
}

// eventsOf are the kinds of what was recorded about a line, the newest first, with those of decisions.
func eventsOf(t testing.TB, env *testenv.Env, line string) (kinds []string) {
	t.Helper()
	header, _ := testenv.Must[struct {
		LineItem struct{ Entitlement struct{ ID string } }
	}](t, env,
		"query ($id: ID!) { lineItem(id: $id) { entitlement { id } } }", map[string]any{"id": line})
	got, _ := testenv.Must[struct {
		EntitlementHistory struct {
			Events []struct {
				Kind     string
				Decision *struct{ Kind string }
			}
		}
	}](t, env, `query ($id: ID!, $line: ID!) { entitlementHistory(entitlement: $id, lineItem: $line, first: 100) {
		events { kind decision { kind } } } }`, map[string]any{"id": header.LineItem.Entitlement.ID, "line": line})
	for _, e := range got.EntitlementHistory.Events {
		if e.Decision != nil {
			e.Kind += " " + e.Decision.Kind
		}
		kinds = append(kinds, e.Kind)
	}
	return kinds
}

// firstTerm and nextTerm are the terms of a line of the evergreen part number that begins today.
const (
	firstTerm = "2026-11-22 2027-02-21 5 until 2027-01-22"
	nextTerm  = "2027-02-22 2027-05-21 5 until 2027-04-21"
)

// An evergreen right is renewed by itself once its renewal can no longer be cancelled: once, with its coverage, and
// evergreen again. Nothing is renewed before, and what was missed is caught up.
func TestAnEvergreenRightIsRenewedByItself(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 5}, nil)
		plain := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		mustHaveTerms(t, env, line, firstTerm)
		cancelUntil := dayOf(t, "2027-01-22")
		mustRenewEvergreens(t, env, cancelUntil, 0)
		mustRenewEvergreens(t, env, cancelUntil+1, 1)
		mustRenewEvergreens(t, env, cancelUntil+1, 0)
		mustHaveTerms(t, env, line, firstTerm, nextTerm)
		mustBeHealthy(t, env)
		// The next two terms were missed, and the last one of them has ended.
		mustRenewEvergreens(t, env, dayOf(t, "2027-12-01"), 3)
		settleOn(t, env, dayOf(t, "2027-12-01"))
		mustHaveTerms(t, env, line, firstTerm, nextTerm, "2027-05-22 2027-08-21 5 until 2027-07-22",
			"2027-08-22 2027-11-21 5 until 2027-10-22", "2027-11-22 2028-02-21 5 until 2028-01-22")
		if len(termsOf(t, env, plain)) != 1 {
			t.Errorf("%v", termsOf(t, env, plain))
		}
		got, _ := testenv.Must[struct {
			LineItem struct{ CoverageEndsOn string }
		}](t, env, "query ($id: ID!) { lineItem(id: $id) { coverageEndsOn } }", map[string]any{"id": line})
		if got.LineItem.CoverageEndsOn != "2028-02-21" {
			t.Errorf("%+v", got)
		}
		if kinds := eventsOf(t, env, line); kinds[0] != "EXTENDED" || !slices.Contains(kinds, "RENEWED") {
			t.Errorf("%v", kinds)
		}
		mustBeHealthy(t, env)
	})
}

// A renewal that is cancelled does not happen; a dry run says the same. It is refused twice, and for what is not
// evergreen, but not after the last day to cancel, while no next term is written.
func TestARenewalIsCancelled(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		evergreen := map[string]any{"partNumber": w.evergreen, "pieces": 5}
		one, two := issueLine(t, env, w, evergreen, nil), issueLine(t, env, w, evergreen, nil)
		late := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-09-01"}, nil)
		lastDay := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "endsOn": "2026-12-22"}, nil)
		short := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "endsOn": "2026-11-30"}, nil)
		ended := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-08-10"}, nil)
		overdue := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-09-02"}, nil)
		for _, line := range []string{ended, overdue} {
			if got := cancelRenewal(t, env, nil, line); got.codes() != "" || len(got.Warnings) > 0 {
				t.Errorf("%+v", got)
			}
		}
		plain := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		perpetual := issueLine(t, env, w, map[string]any{"partNumber": w.perpetual}, nil)
		mustHaveTerms(t, env, short, "2026-11-22 2026-11-30 1 until 2026-11-22")
		env.Clock.Advance(time.Minute)
		dry := cancelRenewal(t, env, map[string]any{"dryRun": true}, one)
		wet := cancelRenewal(t, env, nil, one)
		if d := cmp.Diff(dry.effects(), wet.effects()); d != "" || wet.codes() != "" || len(wet.Warnings) > 0 ||
			wet.Results[0].Decision == nil || dry.Results[0].Decision != nil {
			t.Errorf("%s %+v", d, wet)
		}
		for line, want := range map[string]string{one: "RENEWAL_CANCELLED", late: "", lastDay: "",
			short: "", ended: "RENEWAL_CANCELLED", plain: "NOT_EVERGREEN", perpetual: "NOT_EVERGREEN"} {
			got := cancelRenewal(t, env, map[string]any{"dryRun": true}, line)
			if want != "" {
				want += " input.lineItems.0"
			}
			if got.codes() != want {
				t.Errorf("%s, want %q", got.codes(), want)
			}
		}
		if kinds := eventsOf(t, env, one); kinds[0] != "DECIDED RENEWAL_CANCELLED" {
			t.Errorf("%v", kinds)
		}
		// The status and the decision of the line are what they were.
		got, _ := testenv.Must[struct {
			LineItem struct {
				Status   string
				Decision *string
			}
		}](t, env, "query ($id: ID!) { lineItem(id: $id) { status decision } }", map[string]any{"id": one})
		if got.LineItem.Status != "ACTIVE" || got.LineItem.Decision != nil {
			t.Errorf("%+v", got)
		}
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 4) // all evergreen lines but one
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-01"), 3) // late, lastDay and short again
		mustHaveTerms(t, env, ended, "2026-08-10 2026-11-09 1 until 2026-10-10")
		mustHaveTerms(t, env, overdue, "2026-09-02 2026-12-01 1 until 2026-11-01")
		mustHaveTerms(t, env, one, firstTerm)
		mustHaveTerms(t, env, two, firstTerm, nextTerm)
		mustBeHealthy(t, env)
	})
}

// A renewal stays cancelled if the end of its term is corrected to a day before the cancellation, and an amendment does
// not let it be cancelled for longer.
func TestWhatChangesATermDoesNotReopenItsRenewal(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		cancelled := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-09-01"}, nil)
		amended := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 5}, nil)
		env.Clock.Advance(time.Minute)
		if got := cancelRenewal(t, env, nil, cancelled); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		first := env.Store.Client().Period.Query().Where(period.LineItemID(parsed(t, cancelled))).
			OnlyIDX(testenv.Operator(t))
		mustChangeRight(t, env, "correctPeriod", map[string]any{"period": first.String(), "endsOn": "2026-11-15",
			"reason": "misread"})
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": amended, "startsOn": "2027-02-01",
			"quantity": "7"})
		mustRenewEvergreens(t, env, testenv.Today, 0)
		mustHaveTerms(t, env, amended, firstTerm, "2027-02-01 2027-02-21 7 until 2027-01-22")
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 1)
		mustHaveTerms(t, env, cancelled, "2026-09-01 2026-11-15 1 until 2026-10-16")
		mustBeHealthy(t, env)
	})
}

// A cancellation is taken back by its release, or by a renewal, with which the line is evergreen again.
func TestACancelledRenewalIsTakenBack(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		evergreen := map[string]any{"partNumber": w.evergreen, "pieces": 5}
		released, renewed := issueLine(t, env, w, evergreen, nil), issueLine(t, env, w, evergreen, nil)
		env.Clock.Advance(time.Minute)
		before := env.Clock.Now()
		env.Clock.Advance(time.Minute)
		wet := cancelRenewal(t, env, nil, released, renewed)
		if wet.codes() != "" {
			t.Fatalf("%+v", wet)
		}
		env.Clock.Advance(time.Minute)
		mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": wet.Results[0].Decision.ID,
			"reason": "they stay"})
		if got := renewLine(t, env, renewed, nil); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		if kinds := eventsOf(t, env, renewed); !slices.Contains(kinds, "RELEASED RENEWAL_CANCELLED") {
			t.Errorf("%v", kinds)
		}
		// The next term is there already, so that its renewal is the one that can be cancelled.
		again := cancelRenewal(t, env, map[string]any{"dryRun": true}, renewed)
		if again.codes() != "" || len(again.Warnings) != 1 || again.Warnings[0].Code != "NEXT_TERM_STAYS" ||
			!strings.Contains(again.Warnings[0].Message, "21 May 2027") {
			t.Errorf("%+v", again)
		}
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 1)
		mustHaveTerms(t, env, released, firstTerm, nextTerm)
		mustHaveTerms(t, env, renewed, firstTerm, nextTerm)
		known, _ := testenv.Must[struct {
			LineItem struct{ Now, Then string }
		}](t, env, fmt.Sprintf(`query ($id: ID!) { lineItem(id: $id) { now: status(on: "2027-02-21")
			then: status(on: "2027-02-21", knownAt: %q) } }`, before), map[string]any{"id": renewed})
		if known.LineItem.Now != "ACTIVE" || known.LineItem.Then != "ACTIVE" {
			t.Errorf("%+v", known)
		}
		mustBeHealthy(t, env)
	})
}

// A renewal that was cancelled after the term had ended is taken back as long as the next term may still be written.
func TestACancellationAfterTheEndIsTakenBack(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-08-10"}, nil)
		mustBeEvergreen(t, env, line, map[string]string{today: "2026-11-09 until 2026-10-10"})
		env.Clock.Advance(time.Minute)
		cancelled := cancelRenewal(t, env, nil, line)
		mustBeEvergreen(t, env, line, map[string]string{today: "2026-11-09 cancelled"})
		env.Clock.Advance(time.Minute)
		mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": cancelled.Results[0].Decision.ID,
			"reason": "they stay"})
		mustBeEvergreen(t, env, line, map[string]string{today: "2026-11-09 until 2026-10-10"})
		mustRenewEvergreens(t, env, testenv.Today, 1)
		mustHaveTerms(t, env, line, "2026-08-10 2026-11-09 1 until 2026-10-10",
			"2026-11-10 2027-02-09 1 until 2027-01-10")
		mustBeHealthy(t, env)
	})
}

// What was done to a line decides whether and how it is renewed by itself: fewer copies after an amendment, a
// corrected end, a hold, a withdrawal and its release, a line that was ended, a term that was voided.
func TestWhatIsRenewedByItself(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		lines, periods := map[string]string{}, map[string]string{}
		headers := map[string]string{}
		for _, name := range []string{"amended", "corrected", "held", "withdrawn", "restored", "ended", "returned",
			"voided", "perpetual"} {
			got := issue(t, env, "issueEntitlement", w.order(nil, map[string]any{"partNumber": w.evergreen,
				"pieces": 5}), "id")
			line := got.Lines[0].LineItem
			lines[name] = line.ID
			row := env.Store.Client().LineItem.GetX(testenv.Operator(t), parsed(t, line.ID))
			headers[name] = row.EntitlementID.String()
			periods[name] = env.Store.Client().Period.Query().Where(period.LineItemID(row.ID)).
				OnlyX(testenv.Operator(t)).ID.String()
		}
		env.Clock.Advance(time.Minute)
		do := func(mutation string, in map[string]any) *rightChange {
			in["reason"] = "x"
			return mustChangeRight(t, env, mutation, in)
		}
		do("amendLineItem", map[string]any{"lineItem": lines["amended"], "startsOn": "2026-12-01", "quantity": "3"})
		do("correctPeriod", map[string]any{"period": periods["corrected"], "endsOn": "2027-03-31"})
		do("holdLineItems", map[string]any{"lineItems": []string{lines["held"]}})
		do("withdrawEntitlement", map[string]any{"entitlement": headers["withdrawn"]})
		withdrawn := do("withdrawEntitlement", map[string]any{"entitlement": headers["restored"]})
		do("amendLineItem", map[string]any{"lineItem": lines["ended"], "startsOn": "2026-12-01", "quantity": "5",
			"endsOn": "2026-12-31", "after": "END"})
		do("amendLineItem", map[string]any{"lineItem": lines["returned"], "startsOn": "2026-12-01", "quantity": "9",
			"endsOn": "2026-12-31", "after": "RETURN"})
		do("voidPeriod", map[string]any{"period": periods["voided"]})
		do("correctPeriod", map[string]any{"period": periods["perpetual"], "perpetual": true})
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 3) // amended, held and returned
		env.Clock.Advance(time.Minute)
		do("releaseDecision", map[string]any{"decision": withdrawn.Decision.ID})
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-31"), 2) // corrected and restored
		mustHaveTerms(t, env, lines["amended"], firstTerm, "2026-12-01 2027-02-21 3 until 2027-01-22",
			"2027-02-22 2027-05-21 3 until 2027-04-21")
		mustHaveTerms(t, env, lines["corrected"], "2026-11-22 2027-03-31 5 until 2027-03-01",
			"2027-04-01 2027-06-30 5 until 2027-05-31")
		mustHaveTerms(t, env, lines["held"], firstTerm, nextTerm)
		mustHaveTerms(t, env, lines["restored"], firstTerm, nextTerm)
		mustHaveTerms(t, env, lines["returned"], firstTerm, "2026-12-01 2026-12-31 9", nextTerm)
		mustHaveTerms(t, env, lines["perpetual"], "2026-11-22 - 5")
		for _, name := range []string{"withdrawn", "voided"} {
			if n := len(termsOf(t, env, lines[name])); n > 1 {
				t.Errorf("%s has %d terms", name, n)
			}
		}
		if terms := termsOf(t, env, lines["ended"]); len(terms) != 2 {
			t.Errorf("%v", terms)
		}
		// Once the term has ended, what was withdrawn on its last day stays as it is.
		mustRenewEvergreens(t, env, dayOf(t, "2027-04-01"), 0)
		if n := env.Store.Client().Period.Query().Where(period.LineItemID(parsed(t, lines["withdrawn"])),
			period.RenewsOnNotNil()).CountX(testenv.Operator(t)); n != 0 {
			t.Error("a term that ended while it was withdrawn is still looked at")
		}
		mustBeHealthy(t, env)
	})
}

// A line that cannot be renewed does not stop the others, and is tried again.
func TestALineThatCannotBeRenewedStopsNoOther(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		next := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-G2", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1, "termUnit": "YEARS",
			"cancelDays": 90}, "partNumber")
		other := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-G3", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 3, "termUnit": "MONTHS",
			"cancelDays": 30}, "partNumber")
		stuck := issueLine(t, env, w, map[string]any{"partNumber": other}, nil)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 5}, nil)
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": other, "retired": true},
			"partNumber")
		added, failed := renewEvergreensOn(t, env, dayOf(t, "2027-01-23"))
		if added != 1 || fmt.Sprint(failed) != "["+stuck+" RETIRED]" {
			t.Errorf("%d %v", added, failed)
		}
		mustHaveTerms(t, env, line, firstTerm, nextTerm)
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": other, "successor": next},
			"partNumber")
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-01"), 1)
		mustHaveTerms(t, env, stuck, "2026-11-22 2027-02-21 1 until 2027-01-22",
			"2027-02-22 2028-02-21 1 until 2027-11-23")
		mustBeHealthy(t, env)
	})
}

// A line that cannot be renewed is given up a month after its end: what becomes possible later adds no term that began
// long ago.
func TestALineThatCannotBeRenewedIsGivenUp(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen}, nil)
		retire := func(retired bool) {
			mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.evergreen,
				"retired": retired}, "partNumber")
		}
		retire(true)
		if _, failed := renewEvergreensOn(t, env, dayOf(t, "2027-03-23")); fmt.Sprint(failed) !=
			"["+line+" RETIRED]" {
			t.Errorf("%v", failed)
		}
		if _, failed := renewEvergreensOn(t, env, dayOf(t, "2027-03-24")); fmt.Sprint(failed) !=
			"["+line+" RETIRED for good]" {
			t.Errorf("%v", failed)
		}
		retire(false)
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-24"), 0)
		mustHaveTerms(t, env, line, "2026-11-22 2027-02-21 1 until 2027-01-22")
		if got := cancelRenewal(t, env, nil, line); got.codes() != "NOT_EVERGREEN input.lineItems.0" {
			t.Errorf("%+v", got)
		}
		// The way out is a renewal by hand.
		if got := renewLine(t, env, line, nil); got.codes() != "" {
			t.Errorf("%+v", got)
		}
		mustBeHealthy(t, env)
	})
}

// That a term was given up says nothing of the same term if its end was wrong, nor of a draft that is deployed later.
func TestWhatWasGivenUpIsRenewedIfItIsNotOver(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		long := map[string]any{"partNumber": w.evergreen, "startsOn": "2026-05-01"}
		lines := []string{issueLine(t, env, w, long, nil), issueLine(t, env, w, long, nil)}
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"}, long), "id")
		lines = append(lines, draft.Lines[0].LineItem.ID)
		env.Fill(t, func(f *testenv.Fixture) {
			must(t, f.Client().Period.Update().ClearRenewsOn().SetRenewalDecidedAt(clock.Instant(1)).Exec(f.Context()))
		})
		for i, last := range []string{"2026-12-31", "2026-09-30"} {
			first := env.Store.Client().Period.Query().Where(period.LineItemID(parsed(t, lines[i]))).
				OnlyIDX(testenv.Operator(t))
			mustChangeRight(t, env, "correctPeriod", map[string]any{"period": first.String(), "endsOn": last,
				"reason": "misread"})
		}
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID,
			"startsOn": "2026-11-22"}, ""); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		mustRenewEvergreens(t, env, testenv.Today, 0)
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 2)
		mustHaveTerms(t, env, lines[0], "2026-05-01 2026-12-31 1 until 2026-12-01",
			"2027-01-01 2027-03-31 1 until 2027-03-01")
		mustHaveTerms(t, env, lines[1], "2026-05-01 2026-09-30 1 until 2026-08-31")
		mustHaveTerms(t, env, lines[2], "2026-11-22 2027-02-21 1 until 2027-01-22",
			"2027-02-22 2027-05-21 1 until 2027-04-21")
		mustBeHealthy(t, env)
	})
}

// The next term is written before the line ends, also after a term of one day, and its warnings name the line.
func TestAnEvergreenRightServesWithoutABreak(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		part := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-G5", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 3, "termUnit": "MONTHS",
			"cancelDays": 1, "coverageKind": "SUPPORT", "coverageLength": 5, "coverageLengthUnit": "YEARS"},
			"partNumber")
		line := issueLine(t, env, w, map[string]any{"partNumber": part, "startsOn": "2026-12-22",
			"endsOn": "2026-12-22"}, nil)
		mustHaveTerms(t, env, line, "2026-12-22 2026-12-22 1 until 2026-12-22")
		mustBeHealthy(t, env)
		mustRenewEvergreens(t, env, dayOf(t, "2026-12-21"), 0)
		on := func() day.Day { return dayOf(t, "2026-12-22") }
		did, err := renewing.NewService(change.New(env.Store, clock.Freeze(clock.At(on().Time())).Now,
			access.NewAuthority(on)), on).RenewEvergreens(testenv.Operator(t))
		must(t, err)
		if did.Added != 1 || len(did.Unrenewed) > 0 || len(did.Warnings) != 1 {
			t.Fatalf("%+v", did)
		}
		if w := did.Warnings[0]; w.Code != "COVERAGE_OVERHANG" || !slices.ContainsFunc(w.Parameters,
			func(p fault.Parameter) bool { return p.Name == "lineItem" && strings.HasPrefix(p.Value.Form, line) }) {
			t.Errorf("%+v", w)
		}
		mustHaveTerms(t, env, line, "2026-12-22 2026-12-22 1 until 2026-12-22",
			"2026-12-23 2027-03-22 1 until 2027-03-21")
		mustBeHealthy(t, env)
	})
}

// Drafts, tests, rights of retired accounts and what another system holds are not renewed.
func TestWhatIsNotLiveIsNotRenewed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		evergreen := map[string]any{"partNumber": w.evergreen, "pieces": 5}
		var lines []string
		for _, more := range []map[string]any{{"state": "DRAFT"}, {"state": "TEST"}, {"account": w.other}} {
			lines = append(lines, issueLine(t, env, w, evergreen, more))
		}
		env.Fill(t, func(f *testenv.Fixture) {
			must(t, f.Client().Account.UpdateOneID(parsed(t, w.other)).SetRetiredAt(1).Exec(f.Context()))
		})
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 0)
		env.Fill(t, func(f *testenv.Fixture) {
			system := gid.New(gid.System, 0)
			must(t, f.Client().Account.UpdateOneID(parsed(t, w.other)).ClearRetiredAt().Exec(f.Context()))
			must(t, f.Client().System.Create().SetID(system).SetCode("old").SetName("Old").
				SetKind(vocabulary.SystemKindEntitlement).Exec(f.Context()))
			must(t, f.Client().Home.Create().SetAccountID(parsed(t, w.other)).SetProductLineID(parsed(t, w.line)).
				SetSystemID(system).SetSince(clock.Instant(1)).Exec(f.Context()))
		})
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-01"), 0)
		for i, want := range []string{"NOT_LIVE", "NOT_LIVE", "HOME_ELSEWHERE"} {
			if got := cancelRenewal(t, env, nil, lines[i]); got.codes() != want+" input.lineItems.0" {
				t.Errorf("%s, want %s", got.codes(), want)
			}
			mustHaveTerms(t, env, lines[i], firstTerm)
		}
		// They are tried again, also after their end, but not for ever.
		env.Fill(t, func(f *testenv.Fixture) {
			_, err := f.Client().Home.Delete().Exec(f.Context())
			must(t, err)
		})
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-23"), 1)
		mustHaveTerms(t, env, lines[2], firstTerm, nextTerm)
		tried := func(line string) bool {
			return env.Store.Client().Period.Query().Where(period.LineItemID(parsed(t, line)),
				period.RenewsOnNotNil()).ExistX(testenv.Operator(t))
		}
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-23"), 0)
		if !tried(lines[0]) {
			t.Error("a draft is given up on the thirtieth day after its end")
		}
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-24"), 0)
		if tried(lines[0]) || tried(lines[1]) {
			t.Error("a draft is tried for ever")
		}
		mustBeHealthy(t, env)
	})
}

// A term that starts by itself is evergreen from then on.
func TestATermThatStartsLaterIsEvergreen(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		part := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-GF", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIRST_ACTIVATION", "termLength": 3,
			"termUnit": "MONTHS", "cancelDays": 30}, "partNumber")
		line := issueLine(t, env, w, map[string]any{"partNumber": part, "pieces": 5,
			"startsLatestOn": "2026-11-22"}, nil)
		mustHaveTerms(t, env, line, "- - 5 until -")
		if got := cancelRenewal(t, env, nil, line); got.codes() != "TERM_UNDATED input.lineItems.0" {
			t.Errorf("%+v", got)
		}
		settleOn(t, env, testenv.Today)
		mustHaveTerms(t, env, line, firstTerm)
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 1)
		mustBeHealthy(t, env)
	})
}

// Only a subscription with a length can be evergreen, and its renewal can be cancelled on some day of each term.
func TestWhichPartNumbersAreEvergreen(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		for i, c := range []struct {
			in   map[string]any
			want string
		}{
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "MONTHS", "cancelDays": 27}, ""},
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "MONTHS", "cancelDays": 28},
				"BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 4, "termUnit": "YEARS", "cancelDays": 1460},
				"BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 4, "termUnit": "YEARS", "cancelDays": 1459}, ""},
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "YEARS", "cancelDays": -1},
				"BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 20, "termUnit": "YEARS", "cancelDays": 3651},
				"BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "YEARS", "cancelDays": 0},
				"BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "SUBSCRIPTION", "cancelDays": 1}, "BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "PERPETUAL", "cancelDays": 1}, "BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "TRIAL", "termLength": 30, "termUnit": "DAYS", "cancelDays": 1},
				"BAD_INPUT input.cancelDays"},
			{map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "YEARS", "cancelDays": 1,
				"startRule": "EACH_ACTIVATION"}, "BAD_INPUT input.cancelDays"},
		} {
			c.in["code"] = fmt.Sprint("EVER-", i)
			got := changeCatalog(t, env, "createPartNumber", c.in, "partNumber")
			if got.codes() != c.want {
				t.Errorf("%v: %q, want %q", c.in, got.codes(), c.want)
			}
		}
		sold := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen}, nil)
		// What was sold keeps what it was granted with, and what is granted from then on has what changed.
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.evergreen,
			"removes": []string{"CANCEL_DAYS"}}, "partNumber")
		plain := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen}, nil)
		mustHaveTerms(t, env, sold, "2026-11-22 2027-02-21 1 until 2027-01-22")
		mustHaveTerms(t, env, plain, "2026-11-22 2027-02-21 1")
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.evergreen, "cancelDays": 60},
			"partNumber")
		again := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen}, nil)
		mustHaveTerms(t, env, plain, "2026-11-22 2027-02-21 1")
		mustHaveTerms(t, env, again, "2026-11-22 2027-02-21 1 until 2026-12-23")
		unsold := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "EVER", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1, "termUnit": "YEARS",
			"cancelDays": 30}, "partNumber")
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": unsold,
			"removes": []string{"CANCEL_DAYS"}}, "partNumber")
		left, _ := testenv.Must[struct{ PartNumber struct{ CancelDays *int } }](t, env,
			"query ($id: ID!) { partNumber(id: $id) { cancelDays } }", map[string]any{"id": unsold})
		if left.PartNumber.CancelDays != nil {
			t.Errorf("%+v", left)
		}
	})
}
