package graph_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// amountsOfToday selects every field that is computed from the amounts of today.
const amountsOfToday = `query ($account: ID!) {
  account(id: $account) {
    lineItems(first: 100) { nodes { activationId ...a } }
    positions(by: UNIT) { ...p } lines: positions(by: PRODUCT_LINE) { ...p }
    free: lineItems(first: 100, filter: { hasFree: true }) { totalCount nodes { activationId } }
    full: lineItems(first: 100, filter: { hasFree: false }) { totalCount }
    excess: lineItems(first: 100, filter: { hasExcess: true }) { totalCount nodes { activationId } }
    fits: lineItems(first: 100, filter: { hasExcess: false }) { totalCount }
  }
}
fragment a on LineItem { granted { amount unlimited } overdraft { amount } excess { amount } used { amount } free { amount unlimited } }
fragment p on Position { unit { code } granted { amount } used { amount } free { amount } excess { amount } lineItemCount
  unlimitedLineItemCount endingWithin30Days }`

// settleAsOf stores in a line what the sweep would have stored on a day.
func settleAsOf(t *testing.T, f *testenv.Fixture, line gid.ID, used int64, on day.Day,
	periods ...entitlement.PeriodFact) {
	t.Helper()
	s := entitlement.Summarize(periods, on)
	must(t, f.Client().LineItem.UpdateOneID(line).SetUnlimited(s.Unlimited).SetGranted(s.Granted).
		SetOverdraft(s.Overdraft).
		SetUsed(used).SetExcess(s.Excess(used)).SetSettledOn(on).SetEndsOn(s.EndsOn).SetNillableStartsOn(s.StartsOn).
		SetNillableInForceUntil(s.InForceUntil).SetNillableNextStartsOn(s.NextStartsOn).Exec(f.Context()))
}

// A line that ended yesterday grants nothing today, whether or not the hourly sweep has run.
func TestARightThatEndedYesterdayGrantsNothingToday(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Unswept")
			add := func(name string, used int64, spans ...day.Day) gid.ID {
				line := f.Line(account, f.Entitlement(account, name), f.Seat, name, 0)
				var facts []entitlement.PeriodFact
				for i := 0; i < len(spans); i += 2 {
					p, err := f.Period(account, line, &spans[i], &spans[i+1], 10).Save(f.Context())
					must(t, err)
					facts = append(facts, entitlement.FactOf(p, nil))
				}
				settleAsOf(t, f, line, used, testenv.Today-2, facts...)
				return line
			}
			add("ended", 4, testenv.Today-30, testenv.Today-1)
			add("ended-idle", 0, testenv.Today-30, testenv.Today-1)
			add("begun", 0, testenv.Today, testenv.Today+30)
			add("renewed", 4, testenv.Today-30, testenv.Today-1, testenv.Today, testenv.Today+30)
			add("settled", 4, testenv.Today-30, testenv.Today+30)
			held := add("held", 4, testenv.Today-30, testenv.Today+30) // nothing of it can be put to use
			f.Decide(account, held, vocabulary.DecisionOnHold)
		})
		answer := env.Ask(t, `query ($id: ID!) { account(id: $id) {
			lineItems(orderBy: CREATED, direction: ASCENDING) { nodes { activationId granted { amount } used { amount } free { amount } excess { amount } } }
			positions(by: UNIT) { lineItemCount granted { amount } used { amount } free { amount } excess { amount } }
			free: lineItems(filter: { hasFree: true }) { totalCount } full: lineItems(filter: { hasFree: false }) { totalCount }
			excess: lineItems(filter: { hasExcess: true }) { totalCount } fits: lineItems(filter: { hasExcess: false }) { totalCount } } }`,
			map[string]any{"id": account.String()})
		line := func(name string, granted, used, free, excess int) string {
			return fmt.Sprintf(
				`{"activationId":%q,"granted":{"amount":"%d"},"used":{"amount":"%d"},"free":{"amount":"%d"},"excess":{"amount":"%d"}}`,
				name, granted, used, free, excess)
		}
		same(t, "today", answer, `{"account":{"lineItems":{"nodes":[`+line("ended", 0, 4, 0, 4)+","+
			line("ended-idle", 0, 0, 0, 0)+","+
			line("begun", 10, 0, 10, 0)+","+line("renewed", 10, 4, 6, 0)+","+line("settled", 10, 4, 6, 0)+","+
			line("held", 10, 4, 0, 0)+`]},
			"positions":[{"lineItemCount":3,"granted":{"amount":"30"},"used":{"amount":"8"},"free":{"amount":"22"},"excess":{"amount":"0"}}],
			"free":{"totalCount":3},"full":{"totalCount":3},"excess":{"totalCount":1},"fits":{"totalCount":5}}}`)
	})
}

// The sweep changes no response: the same query returns the same data before and after it.
func TestTheSweepChangesNoAnswer(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Unswept")
			draw := rapid.Custom(func(r *rapid.T) [4]int {
				return [4]int{rapid.IntRange(-6, 3).Draw(r, "first"), rapid.IntRange(0, 6).Draw(r, "days"),
					rapid.IntRange(0, 12).Draw(r, "amount"), rapid.IntRange(0, 9).Draw(r, "form")}
			})
			for n := range 60 {
				name := fmt.Sprintf("line-%02d", n)
				line := f.Line(account, f.Entitlement(account, name), []gid.ID{f.Seat, f.APICalls}[n%2], name, 0)
				var facts []entitlement.PeriodFact
				for i := range n % 4 {
					d := draw.Example(4*n + i)
					first := testenv.Today + day.Day(d[0])
					last := first + day.Day(d[1])
					create := f.Period(account, line, &first, &last, int64(d[2])).SetOverdraft(int64(n % 3)).
						SetUnlimited(d[3] == 0)
					if d[3] == 2 {
						create.SetTerm(vocabulary.TermTrial)
					}
					p, err := create.Save(f.Context())
					must(t, err)
					var decisions entitlement.Decisions
					if from := first + day.Day(d[3]); d[3] < 4 && d[3] > 0 { // some begin, or end, on days of the test
						decisions = entitlement.Decisions{{Kind: vocabulary.DecisionOnHold, First: from,
							Last: []day.Day{day.Forever, from + 1}[d[3]%2]}}
						f.DecideFor(account, p.ID, vocabulary.DecisionOnHold, from, decisions[0].Last)
					}
					facts = append(facts, entitlement.FactOf(p, decisions))
				}
				settleAsOf(t, f, line, int64(n%8), testenv.Today-day.Day(n%5), facts...)
			}
		})
		ask := func() string {
			answer := env.Ask(t, amountsOfToday, map[string]any{"account": account.String()})
			if len(answer.Errors) > 0 {
				t.Fatalf("%+v, want none", answer.Errors)
			}
			return string(answer.Data)
		}
		before := ask()
		ctx := testenv.Operator(t)
		changed, err := entitlement.Sweep(ctx, env.Store, testenv.Today,
			clock.Freeze(clock.At(testenv.Today.Time())).Now)
		must(t, err)
		if changed == 0 {
			t.Error("no line was due: the test proves nothing")
		}
		same(t, "after the sweep", env.Ask(t, amountsOfToday, map[string]any{"account": account.String()}), before)
	})
}
