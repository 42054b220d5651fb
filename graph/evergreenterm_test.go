package graph_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

type evergreenTerm struct {
	EndsOn, CancelUntil string
	Cancelled           bool
}

func (t *evergreenTerm) String() string {
	switch {
	case t == nil:
		return "-"
	case t.Cancelled:
		return t.EndsOn + " cancelled"
	}
	return t.EndsOn + " until " + t.CancelUntil
}

// evergreenOf returns after which term a line is renewed by itself, as of a day, and as known at a moment if one is
// given.
func evergreenOf(t testing.TB, env *testenv.Env, line, on string, at ...clock.Instant) string {
	t.Helper()
	args := fmt.Sprintf("on: %q", on)
	if len(at) > 0 {
		args += fmt.Sprintf(", knownAt: %q", at[0])
	}
	got, _ := testenv.Must[struct {
		LineItem struct{ Evergreen *evergreenTerm }
	}](t, env,
		"query ($id: ID!) { lineItem(id: $id) { evergreen("+args+") { endsOn cancelUntil cancelled } } }",
		map[string]any{"id": line})
	return got.LineItem.Evergreen.String()
}

func mustBeEvergreen(t testing.TB, env *testenv.Env, line string, want map[string]string) {
	t.Helper()
	for on, term := range want {
		if got := evergreenOf(t, env, line, on); got != term {
			t.Errorf("on %s the line is renewed after %s, want %s", on, got, term)
		}
	}
}

// The terms of a line that begins today, as the field evergreen tells them.
const (
	today       = "2026-11-22"
	afterFirst  = "2027-02-21 until 2027-01-22"
	afterSecond = "2027-05-21 until 2027-04-21"
)

// A line says after which term it is renewed by itself: on days before, in and after the term, once the next term is
// written, once it is cancelled and once that is taken back.
func TestALineSaysAfterWhichTermItIsRenewedByItself(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 5}, nil)
		mustBeEvergreen(t, env, line, map[string]string{"2020-01-01": afterFirst, today: afterFirst,
			"2027-01-23": afterFirst, "2027-02-21": afterFirst, "2027-02-22": afterFirst, "2040-01-01": afterFirst})
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 1)
		mustBeEvergreen(t, env, line, map[string]string{today: afterSecond, "2027-02-21": afterSecond,
			"2027-02-22": afterSecond, "2027-05-22": afterSecond})
		env.Clock.Advance(90 * 24 * time.Hour)
		cancelled := cancelRenewal(t, env, nil, line)
		mustBeEvergreen(t, env, line, map[string]string{today: "2027-05-21 cancelled",
			"2027-05-21": "2027-05-21 cancelled", "2027-06-01": "2027-05-21 cancelled"})
		env.Clock.Advance(time.Minute)
		mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": cancelled.Results[0].Decision.ID,
			"reason": "they stay"})
		mustBeEvergreen(t, env, line, map[string]string{today: afterSecond})
	})
}

// Where the days of a line pause, each of its terms is told on its own days.
func TestATermThatWasCancelledIsToldOnItsDays(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-08-10"}, nil)
		env.Clock.Advance(time.Minute)
		env.Fill(t, func(f *testenv.Fixture) {
			f.DecideFor(parsed(t, w.account), parsed(t, line), vocabulary.DecisionRenewalCancelled,
				dayOf(t, "2026-10-01"), day.Forever)
		})
		mustRenewEvergreens(t, env, testenv.Today, 0)
		ended := "2026-11-09 cancelled"
		mustBeEvergreen(t, env, line, map[string]string{"2026-09-01": ended, "2026-11-09": ended, today: ended})
		env.Clock.Advance(time.Minute)
		if got := renewLine(t, env, line, map[string]any{"startsOn": "2026-12-01"}); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		next := "2027-02-28 until 2027-01-29"
		mustBeEvergreen(t, env, line, map[string]string{"2026-09-01": ended, "2026-11-09": ended, "2026-11-10": next,
			"2027-02-01": next})
		env.Clock.Advance(time.Minute)
		if got := cancelRenewal(t, env, nil, line); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		next = "2027-02-28 cancelled"
		mustBeEvergreen(t, env, line, map[string]string{"2026-11-09": ended, "2026-11-10": next, "2027-03-01": next})
		mustBeHealthy(t, env)
	})
}

// A term that was given up and renewed by hand later is not cancelled by what is decided of the term after it.
func TestACancellationIsAboutOneTerm(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-08-10"}, nil)
		env.Clock.Advance(time.Minute)
		if got := renewLine(t, env, line, map[string]any{"startsOn": "2026-12-01"}); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		env.Clock.Advance(time.Minute)
		if got := cancelRenewal(t, env, nil, line); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		next := "2027-02-28 cancelled"
		mustBeEvergreen(t, env, line, map[string]string{"2026-09-01": next, "2026-11-20": next, "2026-12-01": next})
	})
}

// What is not renewed by itself says nothing: other part numbers, drafts, tests, what is withdrawn, voided or ended by
// an amendment, and what has no end.
func TestWhatIsNotEvergreen(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		evergreen := map[string]any{"partNumber": w.evergreen, "pieces": 5}
		lines := map[string]string{}
		for _, name := range []string{"amended", "ended", "returned", "voided", "perpetual", "withdrawn", "later",
			"held"} {
			lines[name] = issueLine(t, env, w, evergreen, nil)
		}
		lines["plain"] = issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		lines["endless"] = issueLine(t, env, w, map[string]any{"partNumber": w.perpetual}, nil)
		waiting := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-GF",
			"product": w.product, "unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIRST_ACTIVATION",
			"termLength": 3, "termUnit": "MONTHS", "cancelDays": 30}, "partNumber")
		lines["waiting"] = issueLine(t, env, w, map[string]any{"partNumber": waiting}, nil)
		lines["draft"] = issueLine(t, env, w, evergreen, map[string]any{"state": "DRAFT"})
		lines["test"] = issueLine(t, env, w, evergreen, map[string]any{"state": "TEST"})
		env.Clock.Advance(time.Minute)
		ctx, c := testenv.Operator(t), env.Store.Client()
		do := func(mutation string, in map[string]any) {
			in["reason"] = "x"
			mustChangeRight(t, env, mutation, in)
		}
		first := func(name string) string {
			return c.Period.Query().Where(period.LineItemID(parsed(t, lines[name]))).OnlyIDX(ctx).String()
		}
		header := func(name string) string {
			return c.LineItem.GetX(ctx, parsed(t, lines[name])).EntitlementID.String()
		}
		do("amendLineItem", map[string]any{"lineItem": lines["amended"], "startsOn": "2026-12-01", "quantity": "3"})
		do("amendLineItem", map[string]any{"lineItem": lines["ended"], "startsOn": "2026-12-01", "quantity": "5",
			"endsOn": "2026-12-31", "after": "END"})
		do("amendLineItem", map[string]any{"lineItem": lines["returned"], "startsOn": "2026-12-01", "quantity": "9",
			"endsOn": "2026-12-31", "after": "RETURN"})
		do("voidPeriod", map[string]any{"period": first("voided")})
		do("correctPeriod", map[string]any{"period": first("perpetual"), "perpetual": true})
		do("withdrawEntitlement", map[string]any{"entitlement": header("withdrawn")})
		do("withdrawEntitlement", map[string]any{"entitlement": header("later"), "from": "2027-02-22"})
		do("holdLineItems", map[string]any{"lineItems": []string{lines["held"]}})
		for name, want := range map[string]string{"amended": afterFirst, "returned": afterFirst, "held": afterFirst,
			"ended": "-", "voided": "-", "perpetual": "-", "withdrawn": "-", "later": "-", "plain": "-", "endless": "-",
			"waiting": "-", "draft": "-", "test": "-"} {
			for _, on := range []string{"2026-12-15", "2027-02-21"} {
				if got := evergreenOf(t, env, lines[name], on); got != want {
					t.Errorf("on %s the line %s is renewed after %s, want %s", on, name, got, want)
				}
			}
		}
	})
}

// What a line says with knownAt is what it said then, whatever was decided since.
func TestWhatWasKnownOfARenewalIsAnsweredLater(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 5}, nil)
		given := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen}, nil)
		ctx, c := testenv.Operator(t), env.Store.Client()
		latest := func() string {
			p := c.Period.Query().Where(period.LineItemID(parsed(t, line)), period.Not(period.HasReplacement())).
				Order(period.ByStartsOn()).AllX(ctx)
			return p[len(p)-1].ID.String()
		}
		change := func(mutation string, more map[string]any) func() *rightChange {
			return func() *rightChange {
				in := map[string]any{"reason": "x"}
				for name, is := range more {
					in[name] = is
				}
				if mutation == "correctPeriod" {
					in["period"] = latest()
				}
				return mustChangeRight(t, env, mutation, in)
			}
		}
		renewOn := func(on string) func() *rightChange {
			return func() *rightChange {
				renewEvergreensOn(t, env, dayOf(t, on))
				return nil
			}
		}
		retire := func() *rightChange {
			mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.evergreen, "retired": true},
				"partNumber")
			return nil
		}
		var decision string
		release := func() *rightChange {
			return mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": decision, "reason": "x"})
		}
		days := []string{today, "2027-02-21", "2027-05-21", "2027-09-01"}
		type moment struct {
			on, said string
			at       clock.Instant
		}
		var moments []moment
		said := map[string]bool{}
		for _, step := range []func() *rightChange{
			change("cancelRenewals", map[string]any{"lineItems": []string{line}}), release,
			change("correctPeriod", map[string]any{"perpetual": true}),
			change("correctPeriod", map[string]any{"endsOn": "2027-02-21"}),
			change("amendLineItem", map[string]any{"lineItem": line, "startsOn": "2026-12-01", "quantity": "7"}),
			renewOn("2027-01-23"),
			change("cancelRenewals", map[string]any{"lineItems": []string{line}}),
			renewOn("2027-05-22"),                                         // the cancellation is final
			release, retire, renewOn("2027-06-21"), renewOn("2027-06-22"), // the other line is given up
		} {
			env.Clock.Advance(30 * 24 * time.Hour)
			if got := step(); got != nil && len(got.Results) > 0 {
				decision = got.Results[0].Decision.ID
			}
			env.Clock.Advance(time.Hour)
			for _, of := range []string{line, given} {
				for _, on := range days {
					m := moment{on, evergreenOf(t, env, of, on), env.Clock.Now()}
					said[m.said] = true
					moments = append(moments, m)
				}
			}
		}
		for i, m := range moments {
			of := []string{line, given}[i/len(days)%2]
			if got := evergreenOf(t, env, of, m.on, m.at); got != m.said {
				t.Errorf("as known at %s, the line is renewed after %s on %s; it was %s then", m.at, got, m.on, m.said)
			}
		}
		if len(said) < 5 {
			t.Errorf("only %v was said: the test proves less", said)
		}
		mustBeHealthy(t, env)
	})
}
