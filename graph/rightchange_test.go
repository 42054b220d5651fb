package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// effectValue is a value in an effect; SubjectID is what a reference names.
type effectValue struct {
	Text      string
	SubjectID *string
}

// rightChange is the answer of a mutation of rights.
type rightChange struct {
	Period, LineItem, Entitlement, Decision *struct{ ID string }
	Results                                 []struct {
		LineItem, Decision *struct{ ID string }
		Error              *struct{ Code, Field string }
	}
	Effects []struct {
		Kind, Label   string
		SubjectID     *string
		Field         *string
		Before, After *effectValue
	}
	Warnings []struct{ Code, Message string }
	Errors   []struct{ Code, Field, Message, Remedy string }
	Replayed bool
}

func (c *rightChange) codes() string {
	var list []string
	for _, e := range c.Errors {
		list = append(list, e.Code+" "+e.Field)
	}
	return strings.Join(list, ", ")
}

func (c *rightChange) warnings() string {
	var list []string
	for _, w := range c.Warnings {
		list = append(list, w.Code)
	}
	return strings.Join(list, ", ")
}

// effects returns the effects as texts, such as "CHANGED ONE granted: 10 SEAT to 8 SEAT". Subjects of which a dry run
// tells nothing are left out.
func (c *rightChange) effects() []string {
	var list []string
	created := map[string]bool{}
	for _, e := range c.Effects {
		text := e.Kind + " " + e.Label
		if e.SubjectID != nil {
			created[*e.SubjectID] = created[*e.SubjectID] || e.Kind == "CREATED"
			if !created[*e.SubjectID] {
				text += " " + *e.SubjectID
			}
		}
		if e.Field != nil {
			text += " " + *e.Field + ":"
		}
		for _, v := range []*effectValue{e.Before, e.After} {
			if v != nil && v.SubjectID != nil && created[*v.SubjectID] {
				v = nil // a dry run does not name it
			}
			if v != nil {
				text += " " + v.Text
			} else {
				text += " -"
			}
		}
		list = append(list, text)
	}
	return list
}

// objectsOfRights are the fields of the payloads that are objects.
var objectsOfRights = map[string]string{
	"amendLineItem": "period { id } lineItem { id }", "correctPeriod": "period { id } lineItem { id }",
	"voidPeriod":          "period { id } lineItem { id }",
	"holdLineItems":       "results { lineItem { id } decision { id } error { code field } }",
	"grantGrace":          "results { lineItem { id } decision { id } error { code field } }",
	"cancelRenewals":      "results { lineItem { id } decision { id } error { code field } }",
	"suspendLineItems":    "results { lineItem { id } decision { id } error { code field } }",
	"withdrawEntitlement": "entitlement { id } decision { id }", "releaseDecision": "decision { id }",
	"replaceActivationId": "lineItem { id }",
}

// changeRight sends a mutation of rights.
func changeRight(t testing.TB, env *testenv.Env, mutation string, input map[string]any) *rightChange {
	t.Helper()
	got, _ := testenv.Must[struct{ Change *rightChange }](t, env, fmt.Sprintf(
		"mutation ($input: %s%sInput!) { change: %s(input: $input) { %s effects { kind label subjectId field before { "+
			"text } after { text ... on ReferenceValue { subjectId } } } warnings { code message } errors { "+
			"code field message remedy } replayed } }",
		strings.ToUpper(mutation[:1]), mutation[1:], mutation, objectsOfRights[mutation]),
		map[string]any{"input": input})
	return got.Change
}

// mustChangeRight is changeRight for a change that is not refused.
func mustChangeRight(t testing.TB, env *testenv.Env, mutation string, input map[string]any) *rightChange {
	t.Helper()
	c := changeRight(t, env, mutation, input)
	if len(c.Errors) > 0 {
		t.Fatalf("%s %v: %+v", mutation, input, c.Errors)
	}
	return c
}

// holding is an account with entitlements of one line each, of which something is in use.
type holding struct {
	account              gid.ID
	headers, lines, live []gid.ID
	periods              []gid.ID
}

// issueLines makes lines of seats. Each has a period from first to last; a nil last has no end.
func issueLines(t testing.TB, env *testenv.Env, first day.Day, last *day.Day, granted, used int64, names ...string) (
	made holding) {
	t.Helper()
	env.Fill(t, func(f *testenv.Fixture) {
		made.account = f.Account("Rights")
		for _, name := range names {
			header := f.Entitlement(made.account, "ENT-"+name)
			line := f.Line(made.account, header, f.Seat, name, 0)
			create := f.Period(made.account, line, &first, last, granted)
			term := vocabulary.TermSubscription
			if last == nil {
				term = vocabulary.TermPerpetual
			}
			if err := create.SetTerm(term).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
			period, _ := create.Mutation().ID()
			made.headers, made.lines = append(made.headers, header), append(made.lines, line)
			made.periods = append(made.periods, period)
			if used > 0 {
				device := f.Device(made.account, "of "+name)
				made.live = append(made.live, f.Activation(made.account, line, device, used))
			}
		}
	})
	now := clock.At(testenv.Today.Time())
	opened := entitlement.Cause{Kind: vocabulary.LedgerKindOpen, Author: entitlement.Author{Name: "a test"}, Text: "x"}
	if err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
		if err := entitlement.Settle(ctx, tx, made.lines, testenv.Today, now, opened); err != nil || used == 0 {
			return err
		}
		for i, line := range made.lines {
			if err := tx.Client().LineItem.UpdateOneID(line).SetUsed(used).Exec(ctx); err != nil {
				return err
			}
			if err := tx.Client().LedgerEntry.Create().SetAccountID(made.account).SetLineItemID(line).
				SetKind(vocabulary.LedgerKindActivate).SetAmount(used).SetExcess(0).SetEffectiveOn(testenv.Today).
				SetRecordedAt(now).SetActor("a test").SetCause("x").SetSubjectID(made.live[i]).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return made
}

// resettle stores in lines what their periods say, after a test has changed these.
func resettle(t testing.TB, env *testenv.Env, lines ...gid.ID) {
	t.Helper()
	must(t, env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
		return entitlement.Settle(ctx, tx, lines, testenv.Today, clock.At(testenv.Today.Time()), entitlement.Cause{
			Kind: vocabulary.LedgerKindAdjust, Author: entitlement.Author{Name: "a test"}, Text: "x"})
	}))
}

// mustBeHealthy fails if doctor finds anything wrong.
func mustBeHealthy(t testing.TB, env *testenv.Env) {
	t.Helper()
	report, err := doctor.Check(testenv.Operator(t), env.Store)
	if err != nil {
		t.Fatal(err)
	}
	if !report.Healthy() {
		for _, f := range report.Findings {
			if len(f.Examples) > 0 {
				t.Errorf("%s: %+v", f.Rule, f.Examples)
			}
		}
		t.Fatalf("doctor: %v", report.Broken())
	}
}

// lineOn asks for what a line grants on days.
func lineOn(t testing.TB, env *testenv.Env, line gid.ID, days ...day.Day) (granted, excess, status []string) {
	t.Helper()
	var fields strings.Builder
	for i, on := range days {
		fmt.Fprintf(&fields, "g%d: granted(on: %q) { amount } e%d: excess(on: %q) { amount } s%d: status(on: %q) ",
			i, on, i, on, i, on)
	}
	got, _ := testenv.Must[struct{ LineItem map[string]json.RawMessage }](t, env,
		"query ($id: ID!) { lineItem(id: $id) { "+fields.String()+"} }", map[string]any{"id": line.String()})
	amount := func(alias string) string {
		var q *struct{ Amount *string }
		if err := json.Unmarshal(got.LineItem[alias], &q); err != nil || q == nil {
			t.Fatalf("%s: %s %v", alias, got.LineItem[alias], err)
		}
		if q.Amount == nil {
			return "unlimited"
		}
		return *q.Amount
	}
	for i := range days {
		granted, excess = append(granted, amount(fmt.Sprint("g", i))), append(excess, amount(fmt.Sprint("e", i)))
		status = append(status, strings.Trim(string(got.LineItem[fmt.Sprint("s", i)]), `"`))
	}
	return granted, excess, status
}

// ledgerOf returns the newest entries of a line as texts, newest first.
func ledgerOf(t testing.TB, env *testenv.Env, line gid.ID) (list []string) {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct {
			Ledger struct {
				Nodes []struct {
					Kind, EffectiveOn string
					Amount, Excess    struct{ Amount string }
				}
			}
		}
	}](t, env, "query ($id: ID!) { lineItem(id: $id) { ledger { nodes { kind effectiveOn amount { amount } excess { "+
		"amount } } } } }", map[string]any{"id": line.String()})
	for _, n := range got.LineItem.Ledger.Nodes {
		list = append(list, fmt.Sprintf("%s %s %s %s", n.Kind, n.Amount.Amount, n.Excess.Amount, n.EffectiveOn))
	}
	return list
}

func dayOf(t testing.TB, text string) day.Day {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// An amendment states the new total from a day on, and ends with the period that it amends.
func TestAnAmendmentIsANewTotal(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 8, "ONE")
		line := made.lines[0]
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(500).Coverage(made.account, testenv.Today-100, last, line)
		})
		input := map[string]any{"lineItem": line.String(), "startsOn": (testenv.Today - 5).String(), "quantity": "15",
			"orderNumber": "4711", "orderLine": "10", "price": map[string]any{"amount": "12.50", "currency": "EUR"}}
		grown := mustChangeRight(t, env, "amendLineItem", input)
		if grown.warnings() != "COVERAGE_GROWS" || grown.Period == nil || grown.LineItem == nil {
			t.Errorf("%+v, want COVERAGE_GROWS", grown)
		}
		less := mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line.String(),
			"startsOn": testenv.Today.String(), "quantity": "5", "endsOn": (testenv.Today + 3).String(),
			"after": "RETURN"})
		if less.warnings() != "EXCESS" || !strings.Contains(less.Warnings[0].Message, "8 SEAT are in use and 5 SEAT "+
			"granted, so that 3 SEAT are excess") {
			t.Errorf("%+v, want EXCESS with its amounts", less.Warnings)
		}
		granted, excess, _ := lineOn(t, env, line, testenv.Today-6, testenv.Today-5, testenv.Today-1, testenv.Today,
			testenv.Today+3, testenv.Today+4, last, last+1)
		if want := []string{"10", "15", "15", "5", "5", "15", "15", "0"}; !slices.Equal(granted, want) {
			t.Errorf("granted %v, want %v", granted, want)
		}
		if excess[3] != "3" || excess[5] != "0" {
			t.Errorf("excess %v, want 3 on the first day of the reduction and 0 after it", excess)
		}
		if got, want := ledgerOf(t, env, line)[:2], []string{
			fmt.Sprintf("REDUCE -10 3 %s", testenv.Today), fmt.Sprintf("STEP 5 0 %s", testenv.Today-5),
		}; !slices.Equal(got, want) {
			t.Errorf("the ledger has %v, want %v", got, want)
		}
		type shown struct {
			Period struct {
				Term, StartsOn, EndsOn string
				OrderReference         struct{ Number, Line string }
				Price                  struct{ Amount string }
			}
		}
		got, _ := testenv.Must[shown](t, env, "query ($id: ID!) { period(id: $id) { term startsOn endsOn "+
			"orderReference { number line } price { amount } } }", map[string]any{"id": grown.Period.ID})
		if p := got.Period; p.Term != "SUBSCRIPTION" || p.EndsOn != last.String() ||
			p.OrderReference.Number != "4711" || p.OrderReference.Line != "10" || p.Price.Amount != "12.5" {
			t.Errorf("the amendment is %+v", p)
		}
		mustBeHealthy(t, env)
	})
}

// A line that ends with an amendment grants nothing afterwards, also if a renewal was recorded already. Releasing the
// decisions lets it go on.
func TestALineEndsWithAnAmendment(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		line, next := made.lines[0], last+1
		env.Fill(t, func(f *testenv.Fixture) {
			end := next + 364
			if err := f.After(500).Period(made.account, line, &next, &end, 20).SetRenewsID(made.periods[0]).
				Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		end := testenv.Today + 10
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line.String(), "quantity": "3",
			"startsOn": testenv.Today.String(), "endsOn": end.String(), "after": "END"})
		days := []day.Day{testenv.Today - 1, testenv.Today, end, end + 1, last, next, next + 10}
		granted, _, status := lineOn(t, env, line, days...)
		if want := []string{"10", "3", "3", "0", "0", "0", "0"}; !slices.Equal(granted, want) {
			t.Errorf("granted %v, want %v", granted, want)
		}
		if status[2] != "ACTIVE" || status[3] != "EXPIRED" || status[5] != "EXPIRED" {
			t.Errorf("the states are %v", status)
		}
		got, _ := testenv.Must[struct{ LineItem struct{ EndsOn string } }](t, env,
			"query ($id: ID!) { lineItem(id: $id) { endsOn } }", map[string]any{"id": line.String()})
		if got.LineItem.EndsOn != end.String() {
			t.Errorf("the line ends on %s, want %s", got.LineItem.EndsOn, end)
		}
		mustBeHealthy(t, env)
		for _, d := range decisionsAboutPeriods(t, env, line) {
			mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": d.id, "reason": "a mistake"})
		}
		granted, _, _ = lineOn(t, env, line, days...)
		if want := []string{"10", "3", "3", "10", "10", "20", "20"}; !slices.Equal(granted, want) {
			t.Errorf("after the release, granted %v, want %v", granted, want)
		}
		mustBeHealthy(t, env)
	})
}

type periodDecision struct{ period, id, startsOn, endsOn string }

// decisionsAboutPeriods returns the decisions about the periods of a line that were not lifted.
func decisionsAboutPeriods(t testing.TB, env *testenv.Env, line gid.ID) (list []periodDecision) {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct {
			Periods struct {
				Nodes []struct {
					ID        string
					Decisions []struct{ ID, StartsOn, EndsOn, LiftedAt string }
				}
			}
		}
	}](t, env, "query ($id: ID!) { lineItem(id: $id) { periods(first: 100) { nodes { id decisions { id "+
		"startsOn endsOn liftedAt } } } } }", map[string]any{"id": line.String()})
	for _, p := range got.LineItem.Periods.Nodes {
		for _, d := range p.Decisions {
			if d.LiftedAt == "" {
				list = append(list, periodDecision{p.ID, d.ID, d.StartsOn, d.EndsOn})
			}
		}
	}
	return list
}

// 10 were recorded in January, and 8 were meant. The correction counts from the first of January; use stays as it is,
// and what no longer fits is excess.
func TestACorrectionCountsFromTheFirstDay(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := dayOf(t, "2026-12-31")
		made := issueLines(t, env, dayOf(t, "2026-01-01"), &last, 10, 9, "ONE")
		c := mustChangeRight(t, env, "correctPeriod", map[string]any{"period": made.periods[0].String(),
			"quantity": "8", "reason": "8 were meant"})
		if c.warnings() != "EXCESS" {
			t.Errorf("warnings %q, want EXCESS", c.warnings())
		}
		if got, want := ledgerOf(t, env, made.lines[0])[0], "ADJUST -2 1 2026-01-01"; got != want {
			t.Errorf("the ledger has %s, want %s", got, want)
		}
		granted, _, status := lineOn(t, env, made.lines[0], dayOf(t, "2025-12-31"), dayOf(t, "2026-01-01"),
			dayOf(t, "2026-03-15"), testenv.Today, last+1)
		if want := []string{"0", "8", "8", "8", "0"}; !slices.Equal(granted, want) {
			t.Errorf("granted %v, want %v", granted, want)
		}
		if status[2] != "ACTIVE" || status[4] != "EXPIRED" {
			t.Errorf("the states are %v", status)
		}
		type shown struct {
			LineItem struct{ Used, Excess struct{ Amount string } }
			Period   struct{ Replaces, ReplacedBy *struct{ ID string } }
			Old      struct {
				ReplacedBy *struct{ ID string }
				Status     string
			}
		}
		got, _ := testenv.Must[shown](t, env, "query ($line: ID!, $new: ID!, $old: ID!) { lineItem(id: $line) { "+
			"used { amount } excess { amount } } period(id: $new) { replaces { id } replacedBy { id } } "+
			"old: period(id: $old) { replacedBy { id } status } }", map[string]any{"line": made.lines[0].String(),
			"new": c.Period.ID, "old": made.periods[0].String()})
		if got.LineItem.Used.Amount != "9" || got.LineItem.Excess.Amount != "1" ||
			got.Period.Replaces.ID != made.periods[0].String() || got.Period.ReplacedBy != nil ||
			got.Old.ReplacedBy.ID != c.Period.ID || got.Old.Status != "WITHDRAWN" {
			t.Errorf("%+v", got)
		}
		believed, _ := testenv.Must[struct {
			LineItem struct{ Granted struct{ Amount string } }
		}](t, env, "query ($id: ID!, $at: DateTime!) { lineItem(id: $id) { "+
			"granted(on: \"2026-03-15\", knownAt: $at) { amount } } }",
			map[string]any{"id": made.lines[0].String(), "at": testenv.Today.String() + "T11:00:00Z"})
		if believed.LineItem.Granted.Amount != "10" {
			t.Errorf("before the correction, %s were believed, want 10", believed.LineItem.Granted.Amount)
		}
		again := changeRight(t, env, "correctPeriod", map[string]any{"period": made.periods[0].String(),
			"quantity": "7", "reason": "once more"})
		if again.codes() != "PERIOD_VOIDED input.period" {
			t.Errorf("a correction of what was corrected: %s", again.codes())
		}
		for _, d := range decisionsAboutPeriods(t, env, made.lines[0]) {
			c := changeRight(t, env, "releaseDecision", map[string]any{"decision": d.id, "reason": "x"})
			if c.codes() != "DECISION_STAYS input.decision" {
				t.Errorf("the release of a voiding: %s", c.codes())
			}
		}
		mustBeHealthy(t, env)
	})
}

// A correction takes the place of what it corrects: an amendment and a renewal of the same day stay in force.
func TestACorrectionDoesNotOvertakeWhatCameLater(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		first, last := testenv.Today-10, testenv.Today+100
		made := issueLines(t, env, first, &last, 10, 0, "AMENDED", "RENEWED")
		amended := mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": made.lines[0].String(),
			"startsOn": first.String(), "quantity": "12"})
		env.Fill(t, func(f *testenv.Fixture) {
			// recorded before what it renews, as an import may do
			if err := f.After(500).Period(made.account, made.lines[1], &first, &last, 12).SetRenewsID(made.periods[1]).
				SetRankedAt(1).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		for i, line := range made.lines {
			c := mustChangeRight(t, env, "correctPeriod", map[string]any{"period": made.periods[i].String(),
				"quantity": "7", "reason": "7 were meant"})
			if granted, _, _ := lineOn(t, env, line, testenv.Today); granted[0] != "12" {
				t.Errorf("line %d grants %v after the correction of an older period, want 12", i, granted)
			}
			got, _ := testenv.Must[struct{ Period struct{ Status string } }](t, env,
				"query ($id: ID!) { period(id: $id) { status } }", map[string]any{"id": c.Period.ID})
			if want := []string{"ACTIVE", "SUPERSEDED"}[i]; got.Period.Status != want {
				t.Errorf("the replacement is %s, want %s", got.Period.Status, want)
			}
		}
		mustChangeRight(t, env, "voidPeriod", map[string]any{"period": amended.Period.ID, "reason": "not ordered"})
		if granted, _, _ := lineOn(t, env, made.lines[0], testenv.Today); granted[0] != "7" {
			t.Errorf("the line grants %v after the amendment was voided, want 7", granted)
		}
		mustBeHealthy(t, env)
	})
}

// replacementOf returns the id of the period that replaces another, or the id itself if none does.
func replacementOf(t testing.TB, env *testenv.Env, period string) string {
	t.Helper()
	got, _ := testenv.Must[struct {
		Period struct{ ReplacedBy *struct{ ID string } }
	}](t, env, "query ($id: ID!) { period(id: $id) { replacedBy { id } } }", map[string]any{"id": period})
	if by := got.Period.ReplacedBy; by != nil {
		return by.ID
	}
	return period
}

// Every refusal of a change of periods names its place.
func TestWhatIsNotAmendedOrCorrected(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE", "TWO", "THREE")
		var waiting gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(500)
			waiting = f.Line(made.account, made.headers[0], f.Seat, "WAITING", 0)
			if err := f.Period(made.account, waiting, nil, nil, 5).SetStartRule(vocabulary.StartRuleFirstActivation).
				Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		mustChangeRight(t, env, "withdrawEntitlement", map[string]any{"entitlement": made.headers[1].String(),
			"reason": "not paid"})
		today := testenv.Today.String()
		for _, c := range []struct {
			mutation string
			input    map[string]any
			want     string
		}{
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": today},
				"BAD_INPUT input.quantity"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": today, "quantity": "-1"},
				"BAD_INPUT input.quantity"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": today, "quantity": "1.5"},
				"BAD_INPUT input.quantity"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": today,
				"quantity": "9000000000000000000"}, "BAD_INPUT input.quantity"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": today, "quantity": "1",
				"unlimited": true}, "BAD_INPUT input.quantity"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": today, "quantity": "1",
				"endsOn": (testenv.Today - 1).String()}, "BAD_RANGE input.endsOn, BAD_INPUT input.after"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": today, "quantity": "x",
				"overdraft": "y", "after": "END", "price": map[string]any{"amount": "1", "currency": "eur"}},
				"BAD_INPUT input.quantity, BAD_INPUT input.overdraft, BAD_INPUT input.price.currency, " +
					"BAD_INPUT input.after"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[0].String(), "startsOn": (last + 1).String(),
				"quantity": "1"}, "PERIOD_MISSING input.startsOn"},
			{"amendLineItem", map[string]any{"lineItem": made.lines[1].String(), "startsOn": today, "quantity": "1"},
				"RIGHT_WITHDRAWN input.lineItem"},
			{"amendLineItem", map[string]any{"lineItem": waiting.String(), "startsOn": today, "quantity": "1"},
				"TERM_UNDATED input.lineItem"},
			{"amendLineItem", map[string]any{"lineItem": gid.New(gid.LineItem, 1).String(), "startsOn": today,
				"quantity": "1"}, "NOT_FOUND input.lineItem"},
			{"correctPeriod", map[string]any{"period": made.periods[0].String(), "quantity": "8", "reason": " "},
				"BAD_INPUT input.reason"},
			{"correctPeriod", map[string]any{"period": made.periods[0].String(), "quantity": "10", "reason": "x"},
				"BAD_INPUT input"},
			{"correctPeriod", map[string]any{"period": made.periods[0].String(), "endsOn": "2020-01-01", "reason": "x"},
				"BAD_RANGE input.endsOn"},
			{"correctPeriod", map[string]any{"period": made.periods[0].String(), "endsOn": today, "perpetual": true,
				"reason": "x"}, "BAD_INPUT input.endsOn"},
			{"correctPeriod", map[string]any{"period": gid.New(gid.Period, 1).String(), "quantity": "8", "reason": "x"},
				"NOT_FOUND input.period"},
			{"voidPeriod", map[string]any{"period": made.periods[0].String(), "reason": ""}, "BAD_INPUT input.reason"},
			{"holdLineItems", map[string]any{"lineItems": slices.Repeat([]string{made.lines[0].String()}, 1001),
				"reason": "x"}, "LIST_TOO_LONG input.lineItems"},
			{"holdLineItems", map[string]any{"lineItems": []string{}, "reason": ""},
				"BAD_INPUT input.reason, BAD_INPUT input.lineItems"},
			{"holdLineItems", map[string]any{"lineItems": []string{made.lines[0].String()}, "until": "2020-01-01",
				"reason": "x"}, "BAD_RANGE input.until"},
			{"suspendLineItems", map[string]any{"lineItems": []string{made.lines[0].String(), made.lines[0].String(),
				gid.New(gid.LineItem, 1).String()}, "reason": "x"},
				"BAD_INPUT input.lineItems.1, NOT_FOUND input.lineItems.2"},
			{"withdrawEntitlement", map[string]any{"entitlement": made.headers[1].String(), "reason": "x"},
				"RIGHT_WITHDRAWN input.entitlement"},
			{"releaseDecision", map[string]any{"decision": gid.FromKey(gid.Decision, 999).String(), "reason": "x"},
				"NOT_FOUND input.decision"},
			{"replaceActivationId", map[string]any{"lineItem": made.lines[0].String(), "activationId": "two"},
				"ACTIVATION_ID_TAKEN input.activationId"},
			{"replaceActivationId", map[string]any{"lineItem": made.lines[0].String(), "activationId": " x"},
				"BAD_INPUT input.activationId"},
		} {
			for _, dry := range []bool{true, false} {
				c.input["dryRun"] = dry
				if got := changeRight(t, env, c.mutation, c.input); got.codes() != c.want {
					t.Errorf("%s %v: %q, want %q", c.mutation, c.input, got.codes(), c.want)
				}
			}
		}
	})
}

// Holds and suspensions move no count, and a release restores what was.
func TestLinesAreHeldAndReleased(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 8, "ONE", "TWO")
		unknown := gid.New(gid.LineItem, 1).String()
		input := map[string]any{"lineItems": []string{made.lines[0].String(), unknown, made.lines[1].String()},
			"from": testenv.Today.String(), "until": (testenv.Today + 9).String(), "mode": "EACH",
			"reason": "a dispute", "idempotencyKey": "once"}
		held := mustChangeRight(t, env, "holdLineItems", input)
		replayed := mustChangeRight(t, env, "holdLineItems", input)
		for _, c := range []*rightChange{held, replayed} {
			if r := c.Results; len(r) != 3 || r[0].Decision == nil || r[0].LineItem.ID != made.lines[0].String() ||
				r[1].LineItem != nil || r[1].Decision != nil || r[1].Error == nil || r[1].Error.Code != "NOT_FOUND" ||
				r[1].Error.Field != "input.lineItems.1" || r[2].Error != nil || r[2].Decision == nil {
				t.Fatalf("%+v", c)
			}
		}
		if !replayed.Replayed || held.Replayed {
			t.Error("the repeated request was not replayed")
		}
		ledger := len(ledgerOf(t, env, made.lines[0]))
		granted, _, status := lineOn(t, env, made.lines[0], testenv.Today-1, testenv.Today, testenv.Today+9,
			testenv.Today+10)
		want := []string{"ACTIVE", "ON_HOLD", "ON_HOLD", "ACTIVE"}
		if !slices.Equal(status, want) || granted[1] != "10" {
			t.Errorf("the states are %v, want %v, and granted %v", status, want, granted)
		}
		dry := mustChangeRight(t, env, "suspendLineItems", map[string]any{"dryRun": true, "reason": "x",
			"lineItems": []string{made.lines[0].String()}})
		if r := dry.Results; len(r) != 1 || r[0].LineItem == nil || r[0].Decision != nil {
			t.Errorf("a dry run: %+v", r)
		}
		release := map[string]any{"decision": held.Results[0].Decision.ID, "reason": "settled",
			"lastDay": (testenv.Today + 20).String()}
		if c := changeRight(t, env, "releaseDecision", release); c.codes() != "DECISION_ENDED input.lastDay" {
			t.Errorf("a release after the end: %s", c.codes())
		}
		release["lastDay"] = (testenv.Today + 2).String()
		mustChangeRight(t, env, "releaseDecision", release)
		if c := changeRight(t, env, "releaseDecision", release); c.codes() != "DECISION_LIFTED input.decision" {
			t.Errorf("a second release: %s", c.codes())
		}
		_, _, status = lineOn(t, env, made.lines[0], testenv.Today, testenv.Today+2, testenv.Today+3)
		if want := []string{"ON_HOLD", "ON_HOLD", "ACTIVE"}; !slices.Equal(status, want) {
			t.Errorf("the states after the release are %v, want %v", status, want)
		}
		if n := len(ledgerOf(t, env, made.lines[0])); n != ledger {
			t.Errorf("the ledger has %d entries, before the decisions %d", n, ledger)
		}
		mustBeHealthy(t, env)
	})
}

// An entitlement with live activations is withdrawn only if that is accepted, and the effects list the devices.
func TestAnEntitlementIsWithdrawn(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 8, "ONE")
		input := map[string]any{"entitlement": made.headers[0].String(), "reason": "not paid"}
		if c := changeRight(t, env, "withdrawEntitlement", input); c.codes() != "LIVE_ACTIVATIONS input.acceptLive" ||
			!strings.Contains(c.Errors[0].Message, "it has 1 activations") {
			t.Errorf("%+v", c.Errors)
		}
		input["acceptLive"], input["dryRun"] = true, true
		dry := mustChangeRight(t, env, "withdrawEntitlement", input)
		if list := strings.Join(dry.effects(), "\n"); !strings.Contains(list, "CHANGED of ONE dev_") {
			t.Errorf("the device is missing in the effects:\n%s", list)
		}
		input["dryRun"] = false
		wet := mustChangeRight(t, env, "withdrawEntitlement", input)
		if !slices.Equal(wet.effects(), dry.effects()) || wet.warnings() != "DEVICES_LOSE_RIGHT" {
			t.Errorf("%v, the dry run said %v", wet.effects(), dry.effects())
		}
		granted, _, status := lineOn(t, env, made.lines[0], testenv.Today-1, testenv.Today, last)
		if want := []string{"ACTIVE", "WITHDRAWN", "WITHDRAWN"}; !slices.Equal(status, want) || granted[1] != "10" {
			t.Errorf("the states are %v, want %v, and granted %v", status, want, granted)
		}
		mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": wet.Decision.ID, "reason": "paid"})
		if _, _, status = lineOn(t, env, made.lines[0], testenv.Today); status[0] != "ACTIVE" {
			t.Errorf("after the release, the line is %s", status[0])
		}
		mustBeHealthy(t, env)
	})
}

// A leaked activation id is replaced, and still finds its line, also after further replacements.
func TestAnActivationIDIsReplaced(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		made := issueLines(t, env, testenv.Today-100, nil, 10, 0, "ONE", "TWO")
		line := made.lines[0].String()
		dry := mustChangeRight(t, env, "replaceActivationId", map[string]any{"lineItem": line, "dryRun": true})
		if len(dry.Effects) != 1 || dry.Effects[0].After != nil {
			t.Errorf("a dry run tells an id that will not be: %+v", dry.Effects)
		}
		mustChangeRight(t, env, "replaceActivationId", map[string]any{"lineItem": line, "activationId": "FRESH"})
		made2 := mustChangeRight(t, env, "replaceActivationId", map[string]any{"lineItem": line})
		third := made2.Effects[0].After.Text
		for _, id := range []string{"ONE", "FRESH", third} {
			got, _ := testenv.Must[struct {
				Lookup struct{ ID, ActivationID string }
			}](t, env,
				"query ($id: String!) { lookup(externalId: { value: $id }) { ... on LineItem { id activationId } } }",
				map[string]any{"id": id})
			if got.Lookup.ID != line || got.Lookup.ActivationID != third {
				t.Errorf("%s finds %+v", id, got.Lookup)
			}
		}
		if len(third) != 23 {
			t.Errorf("Muniment made the activation id %q", third)
		}
		for _, taken := range []string{"ONE", "fresh", "TWO", third} {
			c := changeRight(t, env, "replaceActivationId", map[string]any{"lineItem": made.lines[1].String(),
				"activationId": taken})
			if c.codes() != "ACTIVATION_ID_TAKEN input.activationId" {
				t.Errorf("%s was not refused: %+v", taken, c)
			}
		}
	})
}

// Rights that another system holds are not changed here, line by line.
func TestRightsElsewhereAreNotChanged(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		made := issueLines(t, env, testenv.Today-100, nil, 10, 0, "ONE")
		line := made.lines[0].String()
		held := mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{line}, "reason": "x"})
		env.Fill(t, func(f *testenv.Fixture) {
			system := gid.New(gid.System, 0)
			for _, err := range []error{f.Client().System.Create().SetID(system).SetCode("older").SetName("Older").
				SetKind(vocabulary.SystemKindEntitlement).Exec(f.Context()),
				f.Client().Home.Create().SetAccountID(made.account).SetProductLineID(f.ProductLine).
					SetSystemID(system).SetSince(1).Exec(f.Context())} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		for mutation, input := range map[string]map[string]any{
			"amendLineItem":       {"lineItem": line, "startsOn": testenv.Today.String(), "quantity": "3"},
			"correctPeriod":       {"period": made.periods[0].String(), "quantity": "3", "reason": "x"},
			"voidPeriod":          {"period": made.periods[0].String(), "reason": "x"},
			"holdLineItems":       {"lineItems": []string{line}, "reason": "x"},
			"grantGrace":          {"lineItems": []string{line}, "until": "2027-06-30", "reason": "x"},
			"cancelRenewals":      {"lineItems": []string{line}, "reason": "x"},
			"withdrawEntitlement": {"entitlement": made.headers[0].String(), "reason": "x"},
			"releaseDecision":     {"decision": held.Results[0].Decision.ID, "reason": "x"},
			"replaceActivationId": {"lineItem": line},
		} {
			c := changeRight(t, env, mutation, input)
			if len(c.Errors) != 1 || c.Errors[0].Code != string(change.HomeElsewhere) {
				t.Errorf("%s: %+v", mutation, c)
			}
		}
	})
}
