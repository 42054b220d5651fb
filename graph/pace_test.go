package graph_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// usedUp has customers whose rights are used up, with the rows that a test adds.
type usedUp struct {
	*testenv.Fixture
	t       testing.TB
	account gid.ID
	count   int
}

func (u *usedUp) unit(code string, aggregation vocabulary.Aggregation) gid.ID {
	id := gid.New(gid.UnitOfMeasure, 0)
	must(u.t, u.Client().UnitOfMeasure.Create().SetID(id).SetCode(code).SetSingular(code).SetPlural(code).
		SetKind(vocabulary.UnitKindCount).SetPool(vocabulary.UnitPoolNone).SetAggregation(aggregation).
		SetBaseUnit(code).SetScale(10).SetDecimals(1).SetRule("Counted.").Exec(u.Context()))
	return id
}

// line adds a line item from one day to another, both counted from today.
func (u *usedUp) line(unit gid.ID, granted, used, overdraft int64, from, to day.Day) gid.ID {
	u.count++
	name := fmt.Sprint("line ", u.count)
	line := u.Line(u.account, u.Entitlement(u.account, name), unit, name, granted)
	first, last := testenv.Today+from, testenv.Today+to
	must(u.t, u.Client().LineItem.UpdateOneID(line).SetUsed(used).SetOverdraft(overdraft).SetStartsOn(first).
		SetEndsOn(last).SetInForceUntil(last).Exec(u.Context()))
	must(u.t, u.Period(u.account, line, &first, &last, granted).SetOverdraft(overdraft).Exec(u.Context()))
	return line
}

// entry adds an entry of the ledger, so many days after today.
func (u *usedUp) entry(line gid.ID, on day.Day, amount int64) {
	kind := vocabulary.LedgerKindActivate
	if amount < 0 {
		kind = vocabulary.LedgerKindReturn
	}
	must(u.t, u.Client().LedgerEntry.Create().SetAccountID(u.account).SetLineItemID(line).SetKind(kind).
		SetAmount(amount).SetExcess(0).SetEffectiveOn(testenv.Today+on).SetRecordedAt(1).SetActor("a").
		SetCause("test").Exec(u.Context()))
}

func (u *usedUp) meter(unit gid.ID, reset vocabulary.ResetInterval) gid.ID {
	u.count++
	id := gid.New(gid.Meter, 0)
	must(u.t, u.Client().Meter.Create().SetID(id).SetProductLineID(u.ProductLine).SetUnitID(unit).
		SetCode(fmt.Sprint("meter ", u.count)).SetName("Meter").SetResetInterval(reset).Exec(u.Context()))
	return id
}

// report adds a report of a meter, from one day to another, both counted from today.
func (u *usedUp) report(meter gid.ID, from, to day.Day, used int64, opening bool) {
	must(u.t, u.Client().UsageRecord.Create().SetID(gid.New(gid.UsageRecord, u.account.Locality())).
		SetAccountID(u.account).SetMeterID(meter).SetStartsOn(testenv.Today+from).SetEndsOn(testenv.Today+to).
		SetOpening(opening).SetGranted(0).SetUsedNumerator(used).SetExcessNumerator(0).SetDenominator(1).
		SetRecordedAt(1).Exec(u.Context()))
}

const paceFields = `{ unit { code } overdraft { baseAmount } overdraftUsed { baseAmount } runsOutOn
	pace { rule perDay { amount baseAmount unit { code } } } }`

// pacesOf returns for each unit a text such as "GROWTH_OVER_90_DAYS 0.1 2026-12-01", or "none".
func pacesOf(t testing.TB, env *testenv.Env, account gid.ID, arguments string) map[string]string {
	t.Helper()
	data, _ := testenv.Must[struct {
		Account struct {
			Positions []struct {
				Unit      struct{ Code string }
				RunsOutOn *string
				Pace      *struct {
					Rule   string
					PerDay struct{ Amount, BaseAmount string }
				}
			}
		}
	}](t, env, `query ($id: ID!) { account(id: $id) { positions`+arguments+paceFields+` } }`,
		map[string]any{"id": account.String()})
	out := map[string]string{}
	for _, p := range data.Account.Positions {
		out[p.Unit.Code] = "none"
		if p.Pace != nil {
			out[p.Unit.Code] = p.Pace.Rule + " " + p.Pace.PerDay.BaseAmount + " " + orEmptyText(p.RunsOutOn)
		} else if p.RunsOutOn != nil {
			t.Errorf("%s runs out on %s without a pace", p.Unit.Code, *p.RunsOutOn)
		}
	}
	return out
}

// Today is 22 November 2026.
func TestThePaceFollowsTheAggregationOfTheUnit(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		u := &usedUp{t: t}
		other := gid.ID(0)
		env.Fill(t, func(f *testenv.Fixture) {
			u.Fixture = f
			u.account, other = f.Account("Used up"), f.Account("Another")
			last, sum := vocabulary.AggregationLast, vocabulary.AggregationSum
			grows := func(code string, aggregation vocabulary.Aggregation, granted, overdraft int64, from, to day.Day,
				amounts ...int64) {
				line := u.line(u.unit(code, aggregation), granted, amounts[0]+amounts[1], overdraft, from, to)
				u.entry(line, -90, amounts[0])
				u.entry(line, -89, amounts[1])
			}
			grows("LAST", last, 100, 0, -400, 400, 10, 45)
			grows("PEAK", vocabulary.AggregationPeak, 100, 0, -400, 400, 10, 45)
			grows("AVERAGE", vocabulary.AggregationAverage, 100, 0, -400, 400, 10, 45)
			grows("ENTITLED", vocabulary.AggregationEntitled, 100, 0, -400, 400, 10, 45)
			grows("OVERDRAFT", last, 50, 10, -400, 400, 10, 45)
			grows("FULL", last, 55, 0, -400, 400, 10, 45)
			grows("SHRINKS", last, 100, 0, -400, 400, 50, -5)
			grows("FLAT", last, 100, 0, -400, 400, 50, 0)
			grows("YOUNG", last, 100, 0, -89, 400, 0, 45)
			grows("OF AGE", last, 100, 0, -90, 400, 0, 45)
			grows("ENDS FIRST", last, 100, 0, -400, 89, 10, 45)
			grows("ENDS THEN", last, 100, 0, -400, 90, 10, 45)
			metered := func(code string, granted int64, reset vocabulary.ResetInterval, days day.Day,
				each int64) gid.ID {
				unit := u.unit(code, sum)
				u.line(unit, granted, 0, 0, -400, 400)
				m := u.meter(unit, reset)
				for d := -days; d < 0; d++ {
					u.report(m, d, d, each, false)
				}
				u.report(m, 0, 0, 1000, false) // the day is not over
				return m
			}
			metered("MONTH", 250, vocabulary.ResetIntervalMonth, 28, 10)
			metered("RESETS", 301, vocabulary.ResetIntervalMonth, 28, 10)
			metered("LAST DAY", 299, vocabulary.ResetIntervalMonth, 28, 10)
			metered("USED UP", 210, vocabulary.ResetIntervalMonth, 28, 10)
			metered("NEVER", 1000, vocabulary.ResetIntervalNever, 40, 10)
			metered("27 DAYS", 250, vocabulary.ResetIntervalMonth, 27, 10)
			metered("NOTHING", 250, vocabulary.ResetIntervalMonth, 28, 0)
			m := metered("IMPORTED", 250, vocabulary.ResetIntervalMonth, 28, 10)
			u.report(m, -21, 8, 20, true) // from 1 to 30 November
			u.report(m, -52, -22, 999, true)
			months := u.unit("MONTHLY", sum)
			u.line(months, 600, 0, 0, -400, 400)
			m = u.meter(months, vocabulary.ResetIntervalYear)
			u.report(m, -60, -11, 500, false)
			u.report(m, -10, -1, 50, false)
			mixed := u.unit("MIXED", sum)
			u.line(mixed, 600, 0, 0, -400, 400)
			for _, reset := range []vocabulary.ResetInterval{vocabulary.ResetIntervalYear,
				vocabulary.ResetIntervalMonth} {
				u.report(u.meter(mixed, reset), -40, -1, 80, false)
			}
			u.report(u.meter(u.unit("NOT GRANTED", sum), vocabulary.ResetIntervalYear), -40, -1, 80, false)
			two := u.unit("TWO METERS", sum)
			u.line(two, 20000, 0, 0, -400, 400)
			u.report(u.meter(two, vocabulary.ResetIntervalYear), -40, -1, 400, false)
			u.report(u.meter(two, vocabulary.ResetIntervalYear), -40, -1, 800, false)
			limits := u.unit("NO LIMIT", last)
			line := u.line(limits, 100, 10, 0, -400, 400)
			u.entry(line, -5, 9)
			free := u.line(limits, 0, 0, 0, -400, 400)
			must(t, u.Client().LineItem.UpdateOneID(free).SetUnlimited(true).Exec(u.Context()))
		})
		want := map[string]string{
			"LAST": "GROWTH_OVER_90_DAYS 0.5 2027-02-20", "PEAK": "GROWTH_OVER_90_DAYS 0.5 2027-02-20",
			"AVERAGE": "none", "ENTITLED": "none", "SHRINKS": "none", "FLAT": "none", "YOUNG": "none",
			"OVERDRAFT": "GROWTH_OVER_90_DAYS 0.5 2026-12-02", "FULL": "GROWTH_OVER_90_DAYS 0.5 2026-11-22",
			"OF AGE":     "GROWTH_OVER_90_DAYS 0.5 2027-03-12",
			"ENDS FIRST": "GROWTH_OVER_90_DAYS 0.5 ", "ENDS THEN": "GROWTH_OVER_90_DAYS 0.5 2027-02-20",
			"NO LIMIT": "GROWTH_OVER_90_DAYS 0.1 ",
			// 210 were used from 1 to 21 November, and the month has nine more days.
			"MONTH": "MEAN_OF_28_DAYS 10 2026-11-25", "RESETS": "MEAN_OF_28_DAYS 10 ",
			"LAST DAY": "MEAN_OF_28_DAYS 10 2026-11-30", "USED UP": "MEAN_OF_28_DAYS 10 2026-11-22",
			"NEVER": "MEAN_OF_28_DAYS 10 2027-01-20", "27 DAYS": "none", "NOTHING": "none",
			"IMPORTED": "MEAN_OF_28_DAYS 10 2026-11-23",
			"MONTHLY":  "MEAN_OF_28_DAYS 8.214285714 2026-11-28", "MIXED": "none",
			"TWO METERS": "MEAN_OF_28_DAYS 30 ",
		}
		if d := cmp.Diff(want, pacesOf(t, env, u.account, "(by: PRODUCT_LINE)")); d != "" {
			t.Error(d)
		}
		for _, arguments := range []string{"(by: UNIT)", "(by: ACCOUNT)", "(by: UNIT, includeSubAccounts: true)"} {
			if d := cmp.Diff(want, pacesOf(t, env, u.account, arguments)); d != "" {
				t.Errorf("%s: %s", arguments, d)
			}
		}
		for code, pace := range pacesOf(t, env, u.account, "") {
			growing := want[code] != "" && want[code][0] == 'G'
			if growing && pace != want[code] || !growing && pace != "none" {
				t.Errorf("by product, %s has %s", code, pace)
			}
		}
		for code, pace := range pacesOf(t, env, u.account, `(by: UNIT, on: "2026-11-23")`) {
			if pace != "none" {
				t.Errorf("tomorrow, %s has %s", code, pace)
			}
		}
		past := pacesOf(t, env, u.account, `(by: UNIT, on: "2026-11-21")`)
		if past["LAST"] != "GROWTH_OVER_90_DAYS 0.611111111 2027-02-03" || past["MONTH"] != "none" ||
			past["NEVER"] != "MEAN_OF_28_DAYS 10 2027-01-20" {
			t.Error(past)
		}
		if none := pacesOf(t, env, other, "(by: UNIT)"); len(none) > 0 {
			t.Errorf("another account has %v", none)
		}
		answer := env.Ask(t, `query ($id: ID!) { account(id: $id) { positions(by: UNIT) { runsOutOn pace { rule } } } }`,
			map[string]any{"id": u.account.String()})
		before := env.Ask(t, `query ($id: ID!) { account(id: $id) { positions(by: UNIT) { lineItemCount } } }`,
			map[string]any{"id": u.account.String()})
		if more := len(answer.Statements) - len(before.Statements); more != 2 {
			t.Errorf("the pace takes %d statements more, want 2: %q", more, answer.Statements)
		}
	})
}
