package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A line that ended with an amendment goes on if the amendment is voided, and ends later if its end is corrected.
func TestWhatAnAmendmentEndedFollowsIt(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		line := made.lines[0]
		amend := func(end day.Day) string {
			return mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line.String(), "quantity": "3",
				"startsOn": testenv.Today.String(), "endsOn": end.String(), "after": "END"}).Period.ID
		}
		grants := func(what string, want ...string) {
			t.Helper()
			got, _, _ := lineOn(t, env, line, testenv.Today-1, testenv.Today, testenv.Today+10, testenv.Today+11,
				testenv.Today+20, testenv.Today+21, last)
			if !slices.Equal(got, want) {
				t.Errorf("%s, the line grants %v, want %v", what, got, want)
			}
			mustBeHealthy(t, env)
		}
		id := amend(testenv.Today + 10)
		grants("after the amendment", "10", "3", "3", "0", "0", "0", "0")
		env.Clock.Advance(time.Minute)
		id = mustChangeRight(t, env, "correctPeriod", map[string]any{"period": id, "reason": "a longer one",
			"endsOn": (testenv.Today + 20).String()}).Period.ID
		grants("after the correction", "10", "3", "3", "3", "3", "0", "0")
		mustChangeRight(t, env, "voidPeriod", map[string]any{"period": id, "reason": "not ordered"})
		grants("after the voiding", "10", "10", "10", "10", "10", "10", "10")
		// What was released partly is lifted, too.
		id = amend(testenv.Today + 5)
		for _, d := range decisionsAboutPeriods(t, env, line) {
			if d.startsOn == (testenv.Today + 6).String() {
				mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": d.id, "reason": "x",
					"lastDay": (testenv.Today + 11).String()})
			}
		}
		grants("after the release", "10", "3", "0", "0", "10", "10", "10")
		mustChangeRight(t, env, "voidPeriod", map[string]any{"period": id, "reason": "not ordered"})
		grants("after the second voiding", "10", "10", "10", "10", "10", "10", "10")
		// Nobody asks about days after 9999.
		forever := issueLines(t, env, testenv.Today, nil, 10, 0, "ENDLESS").lines[0]
		c := mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": forever.String(), "quantity": "3",
			"startsOn": testenv.Today.String(), "endsOn": "9999-12-31", "after": "END"})
		if len(decisionsAboutPeriods(t, env, forever)) > 0 {
			t.Errorf("something is decided about days that nobody can write: %v", c.effects())
		}
	})
}

// An amendment ends with the period that it amends, also after that was corrected. A correction with which it would not
// lie within it any more is refused.
func TestAnAmendmentEndsWithACorrectedPeriod(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		line, base := made.lines[0].String(), made.periods[0].String()
		amend := func(start day.Day, quantity string) {
			mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": start.String(),
				"quantity": quantity})
		}
		amend(testenv.Today-50, "15")
		amend(testenv.Today-10, "20") // of the amendment
		c := mustChangeRight(t, env, "correctPeriod", map[string]any{"period": base, "reason": "misread",
			"endsOn": (testenv.Today + 30).String()})
		replaced := 0
		for _, e := range c.Effects {
			if e.Kind == "CREATED" && e.SubjectID != nil && strings.HasPrefix(*e.SubjectID, "per_") {
				replaced++
			}
		}
		if replaced != 3 {
			t.Errorf("the effects show %d new periods, want 3: %v", replaced, c.effects())
		}
		granted, _, _ := lineOn(t, env, made.lines[0], testenv.Today-60, testenv.Today-20, testenv.Today,
			testenv.Today+30, testenv.Today+31)
		if want := []string{"10", "15", "20", "20", "0"}; !slices.Equal(granted, want) {
			t.Errorf("granted %v, want %v", granted, want)
		}
		for _, days := range []map[string]any{{"startsOn": (testenv.Today - 40).String()},
			{"endsOn": (testenv.Today - 20).String()}} {
			days["period"], days["reason"] = c.Period.ID, "x"
			got := changeRight(t, env, "correctPeriod", days)
			if len(got.Errors) == 0 || got.Errors[0].Code != string(entitlement.OtherPeriodFirst) {
				t.Errorf("%v: %+v", days, got.Errors)
			}
		}
		late := changeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "quantity": "1",
			"startsOn": testenv.Today.String(), "endsOn": (testenv.Today + 31).String()})
		if late.codes() != "BAD_INPUT input.endsOn" {
			t.Errorf("an amendment that ends later: %+v", late.Errors)
		}
		got, _ := testenv.Must[struct {
			LineItem struct {
				PeriodInForce struct {
					Amends *struct{ Amends *struct{ ID string } }
				}
			}
		}](t, env, "query ($id: ID!) { lineItem(id: $id) { periodInForce { amends { amends { id } } } } }",
			map[string]any{"id": line})
		if of := got.LineItem.PeriodInForce.Amends; of == nil || of.Amends == nil || of.Amends.ID != c.Period.ID {
			t.Errorf("the period in force amends %+v, want an amendment of %s", of, c.Period.ID)
		}
		mustBeHealthy(t, env)
	})
}

// What an import withdrew on all days was not voided: the decision can be released, and the period corrected.
func TestWhatAnImportWithdrewIsNotVoided(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(900).Decide(made.account, made.periods[0], vocabulary.DecisionWithdrawn)
		})
		mustChangeRight(t, env, "correctPeriod", map[string]any{"period": made.periods[0].String(), "quantity": "8",
			"reason": "8 were meant"})
		id := ""
		for _, d := range decisionsAboutPeriods(t, env, made.lines[0]) {
			if d.period != made.periods[0].String() {
				id = d.id
			}
		}
		mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": id, "reason": "still in use"})
		if granted, _, _ := lineOn(t, env, made.lines[0], testenv.Today); granted[0] != "8" {
			t.Errorf("granted %v, want 8", granted)
		}
		mustBeHealthy(t, env)
	})
}

// A release for a day to come can be followed by another one. What was believed between them is still answered.
func TestADecisionIsReleasedAgain(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		line := made.lines[0].String()
		held := mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{line}, "reason": "x",
			"from": (testenv.Today - 5).String()}).Results[0].Decision.ID
		release := func(id string, last day.Day) *rightChange {
			env.Clock.Advance(time.Minute)
			return changeRight(t, env, "releaseDecision", map[string]any{"decision": id, "reason": "settled",
				"lastDay": last.String()})
		}
		first := release(held, testenv.Today+20)
		between := env.Clock.Now()
		again := recordedIn(first)
		if c := release(held, testenv.Today+1); c.codes() != "DECISION_LIFTED input.decision" {
			t.Errorf("%+v", c)
		}
		if c := release(again, testenv.Today+10); len(c.Errors) > 0 || recordedIn(c) == "" {
			t.Errorf("%+v", c)
		}
		var now, then []string
		for _, on := range []day.Day{testenv.Today - 1, testenv.Today + 10, testenv.Today + 11, testenv.Today + 20,
			testenv.Today + 21} {
			got, _ := testenv.Must[struct{ LineItem struct{ Now, Then string } }](t, env, fmt.Sprintf(
				"{ lineItem(id: %q) { now: status(on: %q) then: status(on: %[2]q, knownAt: %q) } }", line, on, between),
				nil)
			now, then = append(now, got.LineItem.Now), append(then, got.LineItem.Then)
		}
		if want := []string{"ON_HOLD", "ON_HOLD", "ACTIVE", "ACTIVE", "ACTIVE"}; !slices.Equal(now, want) {
			t.Errorf("the states are %v, want %v", now, want)
		}
		if want := []string{"ON_HOLD", "ON_HOLD", "ON_HOLD", "ON_HOLD", "ACTIVE"}; !slices.Equal(then, want) {
			t.Errorf("between the releases, the states were %v, want %v", then, want)
		}
	})
}

// The ledger tells whether an amendment grants more or less, also without a limit. A retired account is granted no
// more, and the terms decide whether there is an overdraft.
func TestWhatAnAmendmentMayGrant(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		line := made.lines[0].String()
		amend := func(more map[string]any) *rightChange {
			return changeRight(t, env, "amendLineItem", merged(map[string]any{"lineItem": line,
				"startsOn": testenv.Today.String()}, more))
		}
		amend(map[string]any{"unlimited": true})
		amend(map[string]any{"quantity": "5"})
		ledger := ledgerOf(t, env, made.lines[0])
		if !strings.HasPrefix(ledger[0], "REDUCE") || !strings.HasPrefix(ledger[1], "STEP") {
			t.Errorf("the ledger has %v", ledger)
		}
		version := gid.New(gid.LicenseModelVersion, 0)
		env.Fill(t, func(f *testenv.Fixture) {
			must(t, f.Client().LicenseModelVersion.Create().SetID(version).SetLicenseModelID(f.LicenseModel).
				SetNumber(77).SetValidFrom(testenv.Today-1000).SetOverdraftAllowed(false).SetGraceDays(0).
				SetOfflineAllowed(false).Exec(f.Context()))
			must(t, f.Client().Period.Update().Where(period.LineItemID(made.lines[0])).
				SetLicenseModelVersionID(version).Exec(f.Context()))
			must(t, f.Client().Account.UpdateOneID(made.account).SetRetiredAt(1).Exec(f.Context()))
		})
		for _, c := range []struct {
			more map[string]any
			want string
		}{
			{map[string]any{"quantity": "6", "overdraft": "1"},
				"OVERDRAFT_NOT_ALLOWED input.overdraft, ACCOUNT_RETIRED input.lineItem"},
			{map[string]any{"quantity": "6"}, "ACCOUNT_RETIRED input.lineItem"},
			{map[string]any{"quantity": "4", "overdraft": "0"}, ""},
		} {
			if got := amend(c.more); got.codes() != c.want {
				t.Errorf("%v: %q, want %q", c.more, got.codes(), c.want)
			}
		}
	})
}

// A test that is corrected to an earlier day is a test on that day, too.
func TestATestStaysATest(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := oneTenant(t, env)
		issued := examples(t, env, p)["issueEntitlement"]
		input := merged(issued.input, map[string]any{"state": "TEST", "reason": "a test"})
		got, _ := testenv.Must[struct {
			Change struct {
				Entitlement struct {
					LineItems struct {
						Nodes []struct {
							ID            string
							PeriodInForce struct{ ID string }
						}
					}
				}
				Errors []struct{ Code, Message string }
			}
		}](t, env, `mutation ($input: IssueEntitlementInput!) { change: issueEntitlement(input: $input) { entitlement {
			lineItems { nodes { id periodInForce { id } } } } errors { code message } } }`,
			map[string]any{"input": input})
		if len(got.Change.Errors) > 0 {
			t.Fatalf("%+v", got.Change.Errors)
		}
		line := got.Change.Entitlement.LineItems.Nodes[0]
		before := testenv.Today - 400
		mustChangeRight(t, env, "correctPeriod", map[string]any{"period": line.PeriodInForce.ID, "reason": "earlier",
			"startsOn": before.String()})
		id, err := gid.Parse(line.ID)
		must(t, err)
		if _, _, status := lineOn(t, env, id, before-1, before, testenv.Today); !slices.Equal(status,
			[]string{"TEST", "TEST", "TEST"}) {
			t.Errorf("the test is %v", status)
		}
	})
}

// A term that no activation has started starts by itself on its latest day.
func TestATermStartsByItself(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		made := issueLines(t, env, testenv.Today-100, nil, 10, 0, "ONE")
		var line gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			line = f.After(900).Line(made.account, made.headers[0], f.Seat, "WAITS", 0)
			must(t, f.Period(made.account, line, nil, nil, 5).SetStartRule(vocabulary.StartRuleFirstActivation).
				SetTermLength(1).SetTermUnit(vocabulary.TermUnitMonths).SetStartsLatestOn(testenv.Today+3).
				Exec(f.Context()))
		})
		for _, today := range []day.Day{testenv.Today + 2, testenv.Today + 4} {
			_, err := entitlement.Sweep(testenv.Operator(t), env.Store, today, env.Clock.Now)
			must(t, err)
		}
		granted, _, status := lineOn(t, env, line, testenv.Today+2, testenv.Today+3, testenv.Today+32,
			testenv.Today+33)
		if !slices.Equal(granted, []string{"0", "5", "5", "0"}) || status[1] != "ACTIVE" {
			t.Errorf("granted %v, %v", granted, status)
		}
		mustBeHealthy(t, env)
	})
}

// Of many changes that want one activation id at once, one gets it.
func TestOneActivationIDIsGivenOnce(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		made := issueLines(t, env, testenv.Today-100, nil, 10, 0, "ONE", "TWO", "THREE", "FOUR")
		var running sync.WaitGroup
		var mutex sync.Mutex
		got := map[string]int{}
		for i, line := range made.lines {
			running.Go(func() {
				id := []string{"same-id", "SAME-ID"}[i%2]
				c := changeRight(t, env, "replaceActivationId", map[string]any{"lineItem": line.String(),
					"activationId": id})
				mutex.Lock()
				got[c.codes()]++
				mutex.Unlock()
			})
		}
		running.Wait()
		if got[""] != 1 || got["ACTIVATION_ID_TAKEN input.activationId"] != 3 {
			t.Errorf("%v", got)
		}
	})
}

// Two decisions about one object in one moment: each is a new version of it.
func TestEachDecisionIsANewVersionOfItsSubject(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		made := issueLines(t, env, testenv.Today-100, nil, 10, 0, "ONE")
		read := func() (at int64) {
			must(t, env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
				row, err := tx.Client().LineItem.Get(ctx, made.lines[0])
				if err == nil {
					at = int64(row.UpdatedAt)
				}
				return err
			}))
			return at
		}
		before := read()
		for range 2 {
			mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{made.lines[0].String()},
				"reason": "x"})
			if now := read(); now <= before {
				t.Errorf("the line has the version %d after %d", now, before)
			} else {
				before = now
			}
		}
	})
}
