package graph_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

const asKnown = `query ($line: ID!, $header: ID!, $coverage: ID!, $day: Date!, $at: DateTime) {
  lineItem(id: $line) {
    status(on: $day, knownAt: $at) decision(on: $day, knownAt: $at) daysLeft(on: $day, knownAt: $at)
    isCovered(on: $day, knownAt: $at) coverageInForce(on: $day, knownAt: $at) { id }
    quantity(on: $day, knownAt: $at) { amount unlimited } granted(on: $day, knownAt: $at) { amount unlimited }
    overdraft(on: $day, knownAt: $at) { amount } excess(on: $day, knownAt: $at) { amount }
    used(on: $day, knownAt: $at) { amount } free(on: $day, knownAt: $at) { amount unlimited }
    periodInForce(on: $day, knownAt: $at) { id }
    coveredQuantity(on: $day, knownAt: $at) { amount unlimited } coveredUntil(on: $day, knownAt: $at)
    isCoveredForever(on: $day, knownAt: $at)
    evergreen(on: $day, knownAt: $at) { endsOn cancelUntil cancelled }
    coverageTimeline(from: $day, to: $day, knownAt: $at) { startsOn endsOn state items { id } quantity { amount } }
  }
  coverage(id: $coverage) {
    status(on: $day, knownAt: $at) decision(on: $day, knownAt: $at) daysLeft(on: $day, knownAt: $at)
  }
  entitlement(id: $header) { decision(on: $day, knownAt: $at) }
}`

// history changes one line at random, as mutations do: rows are added, and decisions are recorded and lifted.
type history struct {
	t             *testing.T
	random        *rand.Rand
	account       gid.ID
	header, line  gid.ID
	coverage      gid.ID
	added         []gid.ID // periods
	used, granted int64
	env           *testenv.Env
	made          map[string]int // changes by mutations
}

// change makes a random change by a mutation: also of a period that another line renews, and of amendments. Refusals do
// not matter.
func (h *history) change() {
	h.t.Helper()
	ctx, c := testenv.Operator(h.t), h.env.Store.Client()
	periods := c.Period.Query().Where(period.LineItemID(h.line)).AllX(ctx)
	of := periods[h.random.IntN(len(periods))].ID.String()
	mutation, input := "correctPeriod", map[string]any{"period": of, "reason": "x"}
	switch h.random.IntN(5) {
	case 0:
		input["quantity"] = strconv.Itoa(h.random.IntN(50))
	case 1:
		input["endsOn"] = (h.day() + 20).String()
	case 2:
		last := h.day()
		mutation, input = "amendLineItem", map[string]any{"lineItem": h.line.String(), "quantity": "7", "after": "END",
			"startsOn": (last - 5).String(), "endsOn": last.String()}
	case 3:
		mutation = "voidPeriod"
	case 4:
		made := c.Decision.Query().Where(decision.LiftedAtIsNil(), decision.AccountID(h.account)).AllX(ctx)
		if len(made) == 0 {
			return
		}
		id := gid.FromKey(gid.Decision, made[h.random.IntN(len(made))].ID)
		mutation, input = "releaseDecision", map[string]any{"decision": id.String(), "reason": "x",
			"lastDay": h.day().String()}
	}
	if got := changeRight(h.t, h.env, mutation, input); len(got.Errors) == 0 {
		h.made[mutation]++
	}
}

func (h *history) day() day.Day { return testenv.Today + day.Day(h.random.IntN(60)-30) }

func (h *history) step(ctx context.Context, tx store.Tx, now clock.Instant) error {
	by := entitlement.Author{Name: "a test"}
	switch h.random.IntN(6) {
	case 0, 1:
		return h.addPeriod(ctx, tx, now)
	case 2: // a correction: an older period is withdrawn on every day, and another one is added
		gone := h.added[h.random.IntN(len(h.added))]
		if _, err := entitlement.Decide(ctx, tx, now, by, entitlement.NewDecision{Account: h.account, Subject: gone,
			Kind: vocabulary.DecisionWithdrawn, First: day.Beginning, Last: day.Forever}); err != nil {
			return err
		}
		return h.addPeriod(ctx, tx, now)
	case 3:
		subject := []gid.ID{h.header, h.line, h.coverage}[h.random.IntN(3)]
		first := h.day()
		last, kind := first+day.Day(h.random.IntN(30)), vocabulary.DecisionOnHold
		if h.random.IntN(3) == 0 {
			last = day.Forever
		}
		if subject == h.line && h.random.IntN(2) == 0 {
			last, kind = day.Forever, vocabulary.DecisionRenewalCancelled
		}
		_, err := entitlement.Decide(ctx, tx, now, by, entitlement.NewDecision{Account: h.account, Subject: subject,
			Kind: kind, First: first, Last: last})
		return err
	case 4:
		held, err := tx.Client().Decision.Query().Where(decision.LiftedAtIsNil(), decision.Voids(false),
			decision.CauseIDIsNil()).First(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		return entitlement.Lift(ctx, tx, now, by, held, h.day(), "")
	default:
		room := h.granted - h.used
		if room <= 0 {
			return nil
		}
		amount := 1 + h.random.Int64N(room)
		h.used += amount
		if err := tx.Client().LineItem.UpdateOneID(h.line).SetUsed(h.used).Exec(ctx); err != nil {
			return err
		}
		return tx.Client().LedgerEntry.Create().SetAccountID(h.account).SetLineItemID(h.line).
			SetKind(vocabulary.LedgerKindActivate).SetAmount(amount).SetExcess(0).
			SetEffectiveOn(testenv.Today - day.Day(h.random.IntN(20))).SetRecordedAt(now).SetActor("a device").Exec(ctx)
	}
}

func (h *history) addPeriod(ctx context.Context, tx store.Tx, now clock.Instant) error {
	first := h.day()
	last := first + day.Day(h.random.IntN(60))
	days := 1 + h.random.IntN(9)
	until := entitlement.CancelUntil(&days, &first, &last, false)
	p, err := tx.Client().Period.Create().SetID(gid.New(gid.Period, h.account.Locality())).SetAccountID(h.account).
		SetLineItemID(h.line).SetTerm(vocabulary.TermSubscription).SetStartRule(vocabulary.StartRuleFixed).
		SetStartsOn(first).SetEndsOn(last).SetPerpetual(false).SetUnlimited(false).SetCancelDays(days).
		SetCancelUntil(*until).SetRenewsOn(*entitlement.RenewsOn(until, &last)).
		SetQuantity(h.random.Int64N(50)).SetOverdraft(h.random.Int64N(3)).SetCreatedAt(now).SetRankedAt(now).
		SetUpdatedAt(now).Save(ctx)
	if err == nil {
		h.added = append(h.added, p.ID)
	}
	return err
}

// missing returns the changes that were never carried out.
func (h *history) missing() (list []string) {
	for _, mutation := range []string{"correctPeriod", "amendLineItem", "voidPeriod", "releaseDecision"} {
		if h.made[mutation] == 0 {
			list = append(list, mutation)
		}
	}
	return list
}

// A question with knownAt gives the answer that was given then, for a line that is changed at random; and before the
// line was recorded, there was no answer.
func TestWhatWasKnownThenIsAnsweredLater(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := &history{t: t, env: env, made: map[string]int{},
			random: rand.New(rand.NewPCG(7, 11))} //nolint:gosec // the same on every run
		env.Fill(t, func(f *testenv.Fixture) {
			h.account = f.Account("known")
			h.header = f.Entitlement(h.account, "E")
			h.line = f.Line(h.account, h.header, f.Seat, "L", 0)
			h.coverage = f.Coverage(h.account, testenv.Today-10, testenv.Today+10, h.line)
			must(t, f.Client().LineItem.UpdateOneID(h.line).SetCreatedAt(env.Clock.Now()).Exec(f.Context()))
			// Another line renews the first period, for some days.
			first, last, from := testenv.Today-30, testenv.Today+30, testenv.Today-5
			renewed, err := f.Period(h.account, h.line, &first, &last, 10).SetCreatedAt(env.Clock.Now()).
				Save(f.Context())
			must(t, err)
			h.added = append(h.added, renewed.ID)
			next := f.Line(h.account, h.header, f.Seat, "NEXT", 0)
			must(t, f.Period(h.account, next, &from, &last, 10).Exec(f.Context()))
			must(t, f.Client().LineageStep.Create().SetAccountID(h.account).SetLineItemID(h.line).
				SetPeriodID(renewed.ID).SetCounterpartID(next).SetDirection(vocabulary.LineageDirectionTo).
				SetReason(vocabulary.LineageReasonRenewal).Exec(f.Context()))
		})
		ask := func(on day.Day, at *clock.Instant) (data map[string]any) {
			variables := map[string]any{"line": h.line.String(), "header": h.header.String(),
				"coverage": h.coverage.String(), "day": on.String()}
			if at != nil {
				variables["at"] = at.String()
			}
			answer := env.Ask(t, asKnown, variables)
			if len(answer.Errors) > 0 {
				t.Fatalf("%+v", answer.Errors)
			}
			must(t, json.Unmarshal(answer.Data, &data))
			return data
		}
		type moment struct {
			on    day.Day
			at    clock.Instant
			given map[string]any
		}
		var moments []moment
		before := env.Clock.Now() - clock.Instant(time.Hour/time.Microsecond)
		// What is changed follows from ids, which are drawn: a change that was refused each time is tried for longer.
		for n := 0; n < 60 || n < 300 && len(h.missing()) > 0; n++ {
			env.Clock.Advance(time.Minute)
			if n > 3 && h.random.IntN(2) == 0 {
				h.change()
			}
			env.Clock.Advance(time.Minute)
			now := env.Clock.Now()
			must(t, env.Store.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
				if err := h.step(ctx, tx, now); err != nil {
					return err
				}
				if err := entitlement.Settle(ctx, tx, []gid.ID{h.line}, testenv.Today, now,
					entitlement.Cause{Kind: vocabulary.LedgerKindAdjust}); err != nil {
					return err
				}
				line, err := tx.Client().LineItem.Get(ctx, h.line)
				h.granted = line.Granted
				return err
			}))
			for range 3 {
				on := h.day()
				moments = append(moments, moment{on, now, ask(on, nil)})
			}
			moments = append(moments, moment{testenv.Today, now, ask(testenv.Today, nil)})
		}
		if missing := h.missing(); len(missing) > 0 {
			t.Errorf("%q were never carried out: the test proves less", missing)
		}
		for _, m := range moments {
			if d := cmp.Diff(m.given, ask(m.on, &m.at)); d != "" {
				t.Fatalf("on %s as known at %s (then -, now +):\n%s", m.on, m.at, d)
			}
		}
		for field, value := range ask(testenv.Today, &before)["lineItem"].(map[string]any) { //nolint:forcetypeassert
			if value != nil {
				t.Errorf("%s is %v before the line was recorded, want null", field, value)
			}
		}
	})
}

// docs/filters.md lists every field that takes knownAt, and the test above asks for it.
func TestEveryFieldThatIsKnownAtAMomentIsListed(t *testing.T) {
	page, err := os.ReadFile("../docs/filters.md")
	must(t, err)
	_, section, _ := strings.Cut(string(page), "## Answers as of a moment")
	for _, d := range generated.NewExecutableSchema(generated.Config{}).Schema().Types {
		for _, f := range d.Fields {
			if f.Arguments.ForName("knownAt") == nil {
				continue
			}
			if name := "`" + d.Name + "." + f.Name + "`"; !strings.Contains(section, name) {
				t.Errorf("%s takes a moment and is not listed", name)
			}
			asked := regexp.MustCompile(`\b` + f.Name + `\([^)]*knownAt: \$at\)`)
			if d.Name != "Period" && !asked.MatchString(asKnown) {
				t.Errorf("%s.%s takes a moment and is not asked by the test", d.Name, f.Name)
			}
		}
	}
}
