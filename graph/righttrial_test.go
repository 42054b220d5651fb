package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// periodOf returns the id of the only period of a line.
func periodOf(t testing.TB, env *testenv.Env, line string) string {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct {
			Periods struct{ Nodes []struct{ ID string } }
		}
	}](t, env, "query ($id: ID!) { lineItem(id: $id) { periods { nodes { id } } } }", map[string]any{"id": line})
	if len(got.LineItem.Periods.Nodes) != 1 {
		t.Fatalf("%+v", got)
	}
	return got.LineItem.Periods.Nodes[0].ID
}

// termOf returns the term of a period.
func termOf(t testing.TB, env *testenv.Env, period string) string {
	t.Helper()
	got, _ := testenv.Must[struct{ Period struct{ Term string } }](t, env,
		"query ($id: ID!) { period: node(id: $id) { ... on Period { term } } }", map[string]any{"id": period})
	return got.Period.Term
}

// A trial stays one, whatever is corrected, so that the account gets no second one.
func TestACorrectedTrialStaysATrial(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.trial}, nil)
		correct := func(period string, more map[string]any) *rightChange {
			return changeRight(t, env, "correctPeriod", merged(map[string]any{"period": period, "reason": "misread"},
				more))
		}
		period := periodOf(t, env, line)
		if got := correct(period, map[string]any{"perpetual": true}); got.codes() != "BAD_INPUT input.perpetual" {
			t.Fatalf("a trial without end: %+v", got)
		}
		got := correct(period, map[string]any{"endsOn": (testenv.Today + 10).String()})
		if got.codes() != "" || termOf(t, env, got.Period.ID) != "TRIAL" {
			t.Errorf("%+v", got)
		}
		again := issue(t, env, "issueEntitlement", w.order(nil, w.trial), "id")
		if again.codes() != "TRIAL_USED input.lines.0.partNumber" {
			t.Errorf("a second trial: %+v", again)
		}
		// An import may bring a trial without end.
		made := issueLines(t, env, testenv.Today-10, nil, 10, 0, "ENDLESS")
		env.Fill(t, func(f *testenv.Fixture) {
			must(t, f.Client().Period.UpdateOneID(made.periods[0]).SetTerm(vocabulary.TermTrial).Exec(f.Context()))
		})
		endless := correct(made.periods[0].String(), map[string]any{"startsOn": (testenv.Today - 20).String()})
		if endless.codes() != "" || termOf(t, env, endless.Period.ID) != "TRIAL" {
			t.Errorf("%+v", endless)
		}
		ended := correct(endless.Period.ID, map[string]any{"endsOn": (testenv.Today + 10).String()})
		if ended.codes() != "" || termOf(t, env, ended.Period.ID) != "TRIAL" {
			t.Errorf("%+v", ended)
		}
		mustBeHealthy(t, env)
	})
}

// A correction does not let a trial begin less than 180 days from another one of the account, unless it did before.
func TestACorrectionMakesNoSecondTrial(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		named := map[string]any{"source": map[string]any{"externalId": "4711"}}
		order := func(startsOn day.Day, more map[string]any) issued {
			return issue(t, env, "issueEntitlement", w.order(merged(named, more), map[string]any{"partNumber": w.trial,
				"startsOn": startsOn.String()}), "id")
		}
		first := periodOf(t, env, order(testenv.Today, nil).Lines[0].LineItem.ID)
		second := periodOf(t, env, issueLine(t, env, w, map[string]any{"partNumber": w.trial,
			"startsOn": (testenv.Today + 180).String()}, nil))
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"},
			map[string]any{"partNumber": w.trial, "startsOn": (testenv.Today + 400).String()}), "id")
		ofDraft := periodOf(t, env, draft.Lines[0].LineItem.ID)
		for i, c := range []struct {
			period *string
			starts day.Day
			want   string
		}{
			{&first, 1, "TRIAL_USED input.startsOn"},
			{&second, 179, "TRIAL_USED input.startsOn"},
			{&second, 185, ""},
			{&first, 6, "TRIAL_USED input.startsOn"},
			{&first, 5, ""},
			{&first, -400, ""},
			{&second, -300, "TRIAL_USED input.startsOn"},
			{&ofDraft, 200, ""}, // a draft is no trial yet
		} {
			got := changeRight(t, env, "correctPeriod", map[string]any{"period": *c.period, "reason": "misread",
				"startsOn": (testenv.Today + c.starts).String(), "endsOn": (testenv.Today + c.starts + 9).String()})
			if got.codes() != c.want {
				t.Fatalf("%d: %q, want %q", i, got.codes(), c.want)
			}
			if c.want == "" {
				*c.period = got.Period.ID
			}
		}
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID},
			""); got.codes() != "TRIAL_USED input.entitlement" {
			t.Errorf("the draft: %+v", got)
		}
		if got := order(testenv.Today+6, map[string]any{"onDifference": "CORRECT", "reason": "misread"}); got.codes() !=
			"TRIAL_USED input.lines.0.startsOn" {
			t.Errorf("the order: %+v", got)
		}
		mustBeHealthy(t, env)
		// An import may bring trials that are too close already.
		env.Fill(t, func(f *testenv.Fixture) {
			must(t, f.Client().Period.UpdateOneID(parsed(t, first)).SetStartsOn(testenv.Today+100).
				SetEndsOn(testenv.Today+130).Exec(f.Context()))
		})
		if got := changeRight(t, env, "correctPeriod", map[string]any{"period": second, "reason": "misread",
			"startsOn": (testenv.Today + 186).String()}); got.codes() != "" {
			t.Errorf("two that are too close: %+v", got)
		}
	})
}

// No correction lets a period that was renewed be in force again after its renewal, or lets the renewal begin first.
func TestARenewedPeriodDoesNotComeBack(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.trial}, nil)
		trial := periodOf(t, env, line)
		paid := renew(t, env, "convertTrial", map[string]any{"lineItem": line, "partNumber": w.part,
			"startsOn": (testenv.Today + 5).String()})
		if paid.codes() != "" {
			t.Fatalf("%+v", paid)
		}
		last := dayOf(t, paid.Period.EndsOn)
		for _, c := range []struct {
			period, field string
			on            day.Day
			want          string
		}{
			{trial, "endsOn", last + 1, "OTHER_PERIOD_FIRST input.endsOn"},
			{trial, "startsOn", testenv.Today + 6, "OTHER_PERIOD_FIRST input.startsOn"},
			{paid.Period.ID, "endsOn", testenv.Today + 28, "OTHER_PERIOD_FIRST input.endsOn"},
			{paid.Period.ID, "startsOn", testenv.Today - 1, "OTHER_PERIOD_FIRST input.startsOn"},
			{paid.Period.ID, "startsOn", testenv.Today + 7, ""},
			{trial, "endsOn", last, ""},
		} {
			got := changeRight(t, env, "correctPeriod", map[string]any{"period": c.period, "reason": "misread",
				c.field: c.on.String()})
			if got.codes() != c.want {
				t.Errorf("%s %s of %s: %q, want %q", c.field, c.on, c.period, got.codes(), c.want)
			}
		}
		if got := renew(t, env, "convertTrial", map[string]any{"lineItem": line,
			"partNumber": w.part}); got.codes() != "NOT_A_TRIAL input.lineItem" {
			t.Errorf("%+v", got)
		}
		mustBeHealthy(t, env)
	})
}

// A trial is not converted on days that are paid already.
func TestAConversionDoesNotLieOverAPaidTerm(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.trial, "startsOn": testenv.Today.String()}, nil)
		env.Fill(t, func(f *testenv.Fixture) {
			first, last := testenv.Today+2, testenv.Today+20
			must(t, f.After(900).Period(parsed(t, w.account), parsed(t, line), &first, &last, 5).
				SetTerm(vocabulary.TermSubscription).Exec(f.Context()))
		})
		convert := func(more map[string]any) *renewal {
			return renew(t, env, "convertTrial", merged(map[string]any{"lineItem": line, "partNumber": w.part}, more))
		}
		if got := convert(map[string]any{"startsOn": (testenv.Today + 20).String()}); got.codes() !=
			"STARTS_TOO_EARLY input.startsOn" {
			t.Errorf("over the paid term: %+v", got)
		}
		if got := convert(nil); got.codes() != "" || got.Period.StartsOn != (testenv.Today+21).String() {
			t.Errorf("%s %+v", got.days(), got)
		}
	})
}

// A conversion begins no earlier than an amendment of the trial, which would be in force again.
func TestAnAmendedTrialIsConverted(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.trial}, nil)
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "quantity": "9",
			"startsOn": (testenv.Today + 3).String()})
		convert := func(more map[string]any) *renewal {
			return renew(t, env, "convertTrial", merged(map[string]any{"lineItem": line, "partNumber": w.part}, more))
		}
		if got := convert(map[string]any{"startsOn": testenv.Today.String()}); got.codes() !=
			"STARTS_TOO_EARLY input.startsOn" {
			t.Errorf("before the amendment: %+v", got)
		}
		if got := convert(nil); got.codes() != "" || got.Period.StartsOn != (testenv.Today+3).String() {
			t.Errorf("%s %+v", got.days(), got)
		}
	})
}

// What a conversion of a trial that is over grants counts from its first day.
func TestALateConversionCountsFromItsFirstDay(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.trial, "startsOn": "2026-10-01"}, nil)
		got := renew(t, env, "convertTrial", map[string]any{"lineItem": line, "partNumber": w.part,
			"startsOn": "2026-10-20"})
		if got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		ledger := ledgerOf(t, env, parsed(t, line))
		if !slices.ContainsFunc(ledger, func(entry string) bool {
			return strings.HasPrefix(entry, "STEP") && strings.Contains(entry, "2026-10-20")
		}) {
			t.Errorf("the ledger has %v", ledger)
		}
		mustBeHealthy(t, env)
	})
}
