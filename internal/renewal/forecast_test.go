package renewal_test

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/renewal"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// budgetCase is a line and the forecast from 15 December 2026 to 28 February 2027.
type budgetCase struct {
	name, part  string
	first, last day.Day
	quantity    int64
	price       int64 // in euro cents; -1 for none
	want        string
	more        func(w *world, line gid.ID, p *ent.PeriodCreate)
}

// later adds a period to a line, up to a day that is then the last one of the line.
func (w *world) later(account string, line gid.ID, first, last day.Day) *ent.PeriodCreate {
	w.must(w.Client().LineItem.UpdateOneID(line).SetEndsOn(last).Exec(w.Context()))
	return w.Period(w.accounts[account], line, &first, &last, 10)
}

// pay adds instalments to a period.
func (w *world) pay(account string, period gid.ID, due map[day.Day]int64) {
	for on, minor := range due {
		w.must(w.Client().Instalment.Create().SetAccountID(w.accounts[account]).SetPeriodID(period).SetDueOn(on).
			SetPriceMinor(minor).SetCurrency("EUR").Exec(w.Context()))
	}
}

func budgetCases() []budgetCase {
	d := day.Date
	return []budgetCase{
		{name: "a year", part: "YEAR", first: year, last: ends, quantity: 10, price: 120000,
			want: "2027-01: due LAST_PRICE EUR 120000 of 1 (1)"},
		{name: "months", part: "MONTH", first: d(2026, 12, 1), last: ends, quantity: 10, price: 100,
			want: "2027-01: due LAST_PRICE EUR 100 of 1 (1); 2027-02: due LAST_PRICE EUR 100 of 1 (1)"},
		{name: "a month from the 31st", part: "MONTH", first: d(2026, 12, 31), last: d(2027, 1, 30), quantity: 10,
			price: 100, want: "2026-12: ordered ORDERED EUR 100 of 1 (1); " +
				"2027-01: due LAST_PRICE EUR 100 of 1 (1)"}, // until 28 February
		{name: "a month at the list price", part: "MONTH LISTED", first: d(2026, 12, 1), last: ends, quantity: 3,
			price: -1, want: "2027-01: due LIST_PRICE EUR 30 of 1 (1); 2027-02: due LIST_PRICE EUR 36 of 1 (1)"},
		{name: "months after a year", part: "MONTH", first: year, last: ends, quantity: 1, price: 36500,
			want: "2027-01: due LAST_PRICE EUR 3100 of 1 (1); 2027-02: due LAST_PRICE EUR 3100 of 1 (1)"},
		{name: "weeks", part: "WEEK", first: d(2027, 1, 26), last: d(2027, 2, 1), quantity: 10, price: 7,
			want: "2027-01: ordered ORDERED EUR 7 of 1 (1); 2027-02: due LAST_PRICE EUR 28 of 1 (1)"},
		{name: "days", part: "DAYS", first: d(2026, 12, 12), last: ends, quantity: 10, price: 5,
			want: "2027-01: due LAST_PRICE EUR 10 of 1 (1); 2027-02: due LAST_PRICE EUR 5 of 1 (1)"},
		{name: "no part number", first: d(2026, 11, 1), last: ends, quantity: 10, price: 5,
			want: "2027-01: due LAST_PRICE EUR 5 of 1 (1)"}, // two months again
		{name: "without a price", part: "MONTH", first: d(2026, 12, 1), last: ends, quantity: 10, price: -1,
			want: "2027-01: due without 1 (1); 2027-02: due without 1 (1)"},
		{name: "the day before the first", part: "YEAR", first: d(2025, 12, 15), last: d(2026, 12, 14), quantity: 10,
			price: 3, want: "2026-12: due LAST_PRICE EUR 3 of 1 (1)"},
		{name: "overdue", part: "MONTH", first: d(2026, 11, 14), last: d(2026, 12, 13), quantity: 10, price: 3,
			want: ""},
		{name: "the last day but one", part: "YEAR", first: d(2026, 2, 28), last: d(2027, 2, 27), quantity: 10,
			price: 3, want: "2027-02: due LAST_PRICE EUR 3 of 1 (1)"},
		{name: "the last day", part: "YEAR", first: d(2026, 3, 1), last: d(2027, 2, 28), quantity: 10, price: 3,
			want: ""},
		{name: "a perpetual successor", part: "FOREVER", first: year, last: ends, quantity: 10, price: -1,
			want: "2027-01: due LIST_PRICE EUR 1000 of 1 (1)"},
		{name: "instalments", part: "YEAR", first: year, last: d(2028, 12, 31), quantity: 10, price: 150,
			want: "2026-12: ordered ORDERED EUR 50 of 1 (1); 2027-02: ordered ORDERED EUR 70 of 1 (1)",
			more: func(w *world, _ gid.ID, p *ent.PeriodCreate) {
				id, _ := p.Mutation().ID()
				w.after = append(w.after, func() {
					w.pay("instalments", id, map[day.Day]int64{d(2026, 12, 14): 30, d(2026, 12, 15): 50,
						d(2027, 2, 1): 30, d(2027, 2, 28): 40})
				})
			}},
		{name: "renewed", part: "YEAR", first: year, last: ends, quantity: 10, price: 100,
			want: "2027-01: ordered ORDERED EUR 90 of 1 (1)", more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.must(w.later("renewed", line, next, d(2027, 12, 31)).SetPriceMinor(90).SetCurrency("EUR").
					Exec(w.Context()))
			}},
		{name: "renewed for months", part: "MONTH", first: d(2026, 12, 1), last: ends, quantity: 10, price: 100,
			want: "2027-01: ordered ORDERED EUR 90 of 1 (1); 2027-02: due LAST_PRICE EUR 90 of 1 (1)",
			more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.must(w.later("renewed for months", line, next, d(2027, 1, 31)).SetPriceMinor(90).
					SetCurrency("EUR").SetPartNumberID(w.parts["MONTH"]).Exec(w.Context()))
			}},
		{name: "renewed without a price", part: "YEAR", first: year, last: ends, quantity: 10, price: 100,
			want: "2027-01: ordered without 1 (1)", more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.must(w.later("renewed without a price", line, next, d(2027, 12, 31)).Exec(w.Context()))
			}},
		{name: "renewed, and voided", part: "YEAR", first: year, last: ends, quantity: 10, price: 100,
			want: "2027-01: due LAST_PRICE EUR 100 of 1 (1)",
			more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				p, err := w.later("renewed, and voided", line, next, d(2027, 12, 31)).SetPriceMinor(90).
					SetCurrency("EUR").Save(w.Context())
				w.must(err)
				w.Decide(w.accounts["renewed, and voided"], p.ID, vocabulary.DecisionWithdrawn)
				w.must(w.Client().LineItem.UpdateOneID(line).SetEndsOn(ends).Exec(w.Context()))
			}},
		{name: "a trial to come", part: "YEAR", first: d(2027, 1, 5), last: d(2027, 2, 5), quantity: 10, price: 100,
			want: "", more: func(_ *world, _ gid.ID, p *ent.PeriodCreate) { p.SetTerm(vocabulary.TermTrial) }},
		{name: "a draft", part: "YEAR", first: d(2027, 1, 5), last: d(2027, 2, 5), quantity: 10, price: 100,
			want: "", more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.Decide(w.accounts["a draft"], line, vocabulary.DecisionDraft)
			}},
		{name: "on hold", part: "YEAR", first: year, last: ends, quantity: 10, price: 100,
			want: "2027-01: due LAST_PRICE EUR 100 of 1 (1, 1 held)",
			more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.Decide(w.accounts["on hold"], line, vocabulary.DecisionOnHold)
			}},
		{name: "evergreen", part: "YEAR", first: year, last: ends, quantity: 10, price: 100,
			want: "2027-01: due LAST_PRICE EUR 100 of 1 (1, 1 evergreen)",
			more: func(_ *world, _ gid.ID, p *ent.PeriodCreate) {
				p.SetCancelDays(30).SetCancelUntil(ends - 30).SetRenewsOn(ends - 29)
			}},
		{name: "8 of 10 renewed", part: "YEAR", first: year, last: ends, quantity: 10, price: 100,
			want: "2027-01: ordered ORDERED EUR 88 of 1 (1), due LAST_PRICE EUR 20 of 1 (1)",
			more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.must(w.follow("8 of 10 renewed", line, w.Seat, 8, next, vocabulary.LineageReasonRenewal).
					Exec(w.Context()))
				w.must(w.Client().Period.Update().SetPriceMinor(88).SetCurrency("EUR").Exec(w.Context()))
			}},
	}
}

// fillBudgets creates the lines of the cases, each in an account of its name.
func (w *world) fillBudgets(cases []budgetCase) {
	w.parts = w.fillCatalog()
	for i := len(cases) - 1; i >= 0; i-- { // the last one sets the price of all periods so far
		c := cases[i]
		line, p := w.line(c.name, "", c.first, c.last, c.quantity)
		if c.part != "" {
			p.SetPartNumberID(w.parts[c.part])
		}
		if c.price >= 0 {
			p.SetPriceMinor(c.price).SetCurrency("EUR")
		}
		if c.more != nil {
			c.more(w, line, p)
		}
		w.must(p.Exec(w.Context()))
		for _, do := range w.after {
			do()
		}
		w.after = nil
	}
}

func forecastOf(t *testing.T, v *page.View, account gid.ID, from day.Day, months int, s *renewal.Scenario) (
	*renewal.Forecast, error) {
	t.Helper()
	request, err := renewal.NewForecastRequest(from, months, false, s)
	if err != nil {
		return nil, err
	}
	found, err := renewal.Forecasts(t.Context(), v, producer, request, []int64{int64(account)})
	if err != nil {
		return nil, err
	}
	return found[0][0], found[0][0].Err
}

// budget writes the months of a forecast in which something is ordered or due.
func budget(f *renewal.Forecast) string {
	var months []string
	for _, m := range f.Months {
		if text := sumsOf(&m.Sums); text != "" {
			months = append(months, m.Month.String()[:7]+": "+text)
		}
	}
	return strings.Join(months, "; ")
}

func sumsOf(s *renewal.ForecastSums) string {
	var parts []string
	if s.CommittedLineItemCount > 0 {
		parts = append(parts, fmt.Sprintf("ordered %s (%d)",
			amountsOf(s.Committed, s.CommittedWithoutPriceLineItemCount), s.CommittedLineItemCount))
	}
	if s.DueLineItemCount > 0 {
		text := fmt.Sprintf("due %s (%d", amountsOf(s.Due, s.DueWithoutPriceLineItemCount), s.DueLineItemCount)
		if s.HeldLineItemCount > 0 {
			text += fmt.Sprintf(", %d held", s.HeldLineItemCount)
		}
		if s.EvergreenLineItemCount > 0 {
			text += fmt.Sprintf(", %d evergreen", s.EvergreenLineItemCount)
		}
		parts = append(parts, text+")")
	}
	return strings.Join(parts, ", ")
}

var begins = day.Date(2026, 12, 15)

func TestForecast(t *testing.T) {
	cases := budgetCases()
	want := map[string]string{}
	for _, c := range cases {
		want[c.name] = c.want
	}
	database.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{t: t, accounts: map[string]gid.ID{}}
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			w.Fixture = f
			w.fillBudgets(cases)
		})
		got := map[string]string{}
		database.View(t, s, store.Everything(), func(v *page.View) error {
			for name, account := range w.accounts {
				f, err := forecastOf(t, v, account, begins, 3, nil)
				if err != nil {
					return err
				}
				got[name] = budget(f)
				w.properties(v, name, f)
			}
			return nil
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the budget (-want, +got):\n%s", diff)
		}
		w.together(s, want)
		database.View(t, s, store.Accounts([]gid.ID{w.accounts["a year"]}), func(v *page.View) error {
			for name, account := range w.accounts {
				f, err := forecastOf(t, v, account, begins, 3, nil)
				if err != nil {
					return err
				}
				if text := budget(f); name != "a year" && text != "" || name == "a year" && text != want[name] {
					t.Errorf("a customer of another account sees of %s: %s", name, text)
				}
			}
			return nil
		})
	})
}

// together asks for the budgets of all accounts at once, which takes no more statements than for a few.
func (w *world) together(s *store.Store, want map[string]string) {
	w.t.Helper()
	request, err := renewal.NewForecastRequest(begins, 3, false, nil)
	w.must(err)
	var names []string
	var accounts []int64
	for name, account := range w.accounts {
		names, accounts = append(names, name), append(accounts, int64(account))
	}
	ctx, counter := store.WithCounter(w.t.Context())
	scope := store.Everything()
	w.must(s.Snapshot(ctx, &scope, 1, func(v *page.View) error {
		found, err := renewal.Forecasts(ctx, v, producer, request, accounts)
		for i, f := range found {
			if got := budget(f[0]); got != want[names[i]] {
				w.t.Errorf("%s, among all: %s, want %s", names[i], got, want[names[i]])
			}
		}
		return err
	}))
	if n := len(counter.Statements()); n > 16 {
		w.t.Errorf("%d statements", n)
	}
}

// properties compares a forecast with its lines, with one of a scenario that assumes nothing, and with one that drops
// all that is due.
func (w *world) properties(v *page.View, name string, f *renewal.Forecast) {
	w.t.Helper()
	var lines []gid.ID
	for _, m := range f.Months {
		sums := map[string]*big.Int{}
		for after := (*string)(nil); ; {
			one := 1
			p, err := m.Bookings(page.Args{First: &one, After: after}, "")
			w.must(err)
			for _, b := range p.Bookings {
				if b.Due {
					lines = append(lines, b.Line)
				}
				if b.Basis != "" {
					key := fmt.Sprint(b.Due, b.Basis, b.Currency)
					if sums[key] == nil {
						sums[key] = new(big.Int)
					}
					sums[key].Add(sums[key], big.NewInt(b.Minor))
				}
				if first := m.Month; b.On < first || b.On >= first.AddMonths(1) {
					w.t.Errorf("%s: booked on %s in the month of %s", name, b.On, first)
				}
			}
			if after = &p.Cursor; !p.More {
				break
			}
		}
		for due, list := range map[bool][]*renewal.Amount{false: m.Sums.Committed, true: m.Sums.Due} {
			for _, a := range list {
				key := fmt.Sprint(due, a.Basis, a.Currency)
				if sums[key] == nil || sums[key].Cmp(a.Minor) != 0 {
					w.t.Errorf("%s: the lines of %s are %v, the month %s", name, key, sums[key], a.Minor)
				}
				delete(sums, key)
			}
		}
		if len(sums) > 0 {
			w.t.Errorf("%s: lines without sums: %v", name, sums)
		}
	}
	same, err := forecastOf(w.t, v, w.accounts[name], f.StartsOn, len(f.Months), &renewal.Scenario{})
	w.must(err)
	if budget(same) != budget(f) {
		w.t.Errorf("%s: with an empty scenario %s, without %s", name, budget(same), budget(f))
	}
	drop := &renewal.Scenario{}
	for _, l := range lines {
		if len(drop.Drop) == 0 || drop.Drop[len(drop.Drop)-1] != l {
			drop.Drop = append(drop.Drop, l)
		}
	}
	if len(drop.Drop) > 1 && drop.Drop[0] == drop.Drop[1] {
		w.t.Fatal("a line is named twice")
	}
	rest, err := forecastOf(w.t, v, w.accounts[name], f.StartsOn, len(f.Months), drop)
	w.must(err)
	if rest.Sums.DueLineItemCount != 0 || amountsOf(rest.Sums.Committed, 0) != amountsOf(f.Sums.Committed, 0) {
		w.t.Errorf("%s: all dropped, and still %s", name, budget(rest))
	}
}

// Without terms that repeat, what is due in a month is what ends on the days before it.
func TestAForecastOfOneMonthIsWhatItsRenewalsCost(t *testing.T) {
	cases := pricedCases()
	database.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{t: t, accounts: map[string]gid.ID{}}
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			w.Fixture = f
			w.fillPriced(cases)
			w.amended()
		})
		request, err := renewal.NewRequest(next-1, next.AddMonths(1)-2,
			[]vocabulary.RenewalGrouping{vocabulary.RenewalGroupingUnit}, false)
		w.must(err)
		seen := 0
		database.View(t, s, store.Everything(), func(v *page.View) error {
			for name, account := range w.accounts {
				of := []int64{int64(account)}
				rows, err := renewal.Renewals(t.Context(), v, request, of)
				w.must(err)
				priced, err := renewal.Prices(t.Context(), v, producer, rows[0], of)
				w.must(err)
				f, err := forecastOf(t, v, account, next, 1, nil)
				w.must(err)
				want := ""
				for _, p := range priced[0] {
					want += amountsOf(p.Amounts, p.WithoutPrice)
				}
				got := amountsOf(f.Months[0].Sums.Due, f.Months[0].Sums.DueWithoutPriceLineItemCount)
				if seen++; got != want {
					t.Errorf("%s: forecast %s, renewals %s", name, got, want)
				}
			}
			return nil
		})
		if seen < 30 {
			t.Errorf("%d accounts were compared", seen)
		}
	})
}

func TestScenarios(t *testing.T) {
	percent := func(text string) *string { return &text }
	database.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{t: t, accounts: map[string]gid.ID{}}
		var long, short, free, other, endless gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			w.Fixture = f
			w.parts = w.fillCatalog()
			var p *ent.PeriodCreate
			long, p = w.line("all", "long", year, ends, 10)
			w.must(p.SetPartNumberID(w.parts["YEAR"]).SetPriceMinor(36500).SetCurrency("EUR").Exec(w.Context()))
			short, p = w.line("all", "short", day.Date(2026, 12, 1), ends, 1)
			w.must(p.SetPartNumberID(w.parts["MONTH"]).SetPriceMinor(100).SetCurrency("JPY").Exec(w.Context()))
			free, p = w.line("all", "free", year, day.Date(2029, 1, 1), 1)
			w.must(p.Exec(w.Context()))
			endless, p = w.line("all", "endless", year, ends, 1)
			unlimited(w, endless, p)
			w.must(p.SetPriceMinor(1).SetCurrency("CHF").Exec(w.Context()))
			other, p = w.line("other", "", year, ends, 1)
			w.must(p.Exec(w.Context()))
		})
		for name, c := range map[string]struct {
			s    renewal.Scenario
			want string
		}{
			"nothing": {renewal.Scenario{}, "CHF 1, EUR 36500, JPY 200"},
			"dropped": {renewal.Scenario{Drop: []gid.ID{long, free}}, "CHF 1, JPY 200"},
			"fewer": {renewal.Scenario{Quantities: []renewal.ScenarioQuantity{{long, "5"}, {short, "1"},
				{free, "1"}}}, "CHF 1, EUR 18250, JPY 200"},
			"dearer":  {renewal.Scenario{UpliftPercent: percent("7.5")}, "CHF 1, EUR 39238, JPY 216"},
			"cheaper": {renewal.Scenario{UpliftPercent: percent("-100")}, "CHF 0, EUR 0, JPY 0"},
			"aligned to June": {renewal.Scenario{AlignTo: &renewal.DayOfYear{Month: 6, Day: 30}},
				"CHF 1, EUR 54700, JPY 584"}, // 547 of 365 days, 181 of 31
			"aligned to the end of February": {renewal.Scenario{AlignTo: &renewal.DayOfYear{Month: 2, Day: 29}},
				"CHF 1, EUR 42500, JPY 190"}, // 425 of 365 days, 59 of 31
			"aligned to the end": {renewal.Scenario{AlignTo: &renewal.DayOfYear{Month: 12, Day: 31}},
				"CHF 1, EUR 36500, JPY 1177"}, // 365 of 31 days
			"all of it": {renewal.Scenario{AlignTo: &renewal.DayOfYear{Month: 6, Day: 30}, UpliftPercent: percent("10"),
				Drop: []gid.ID{short}, Quantities: []renewal.ScenarioQuantity{{long, "1"}}}, "CHF 2, EUR 6017"},
		} {
			database.View(t, s, store.Everything(), func(v *page.View) error {
				f, err := forecastOf(t, v, w.accounts["all"], begins, 3, &c.s)
				if err != nil {
					return err
				}
				var parts []string
				for _, a := range f.Sums.Due {
					parts = append(parts, a.Currency+" "+a.Minor.String())
				}
				if got := strings.Join(parts, ", "); got != c.want {
					t.Errorf("%s: %s, want %s", name, got, c.want)
				}
				return nil
			})
		}
		for want, s2 := range map[string]renewal.Scenario{
			"NOT_FOUND scenario.drop.1":                {Drop: []gid.ID{long, other}},
			"NOT_FOUND scenario.quantities.0.lineItem": {Quantities: []renewal.ScenarioQuantity{{other, "1"}}},
			"BAD_INPUT scenario.quantities.0.quantity": {Quantities: []renewal.ScenarioQuantity{{long, "11"}}},
			"BAD_INPUT scenario.quantities.1.quantity": {Quantities: []renewal.ScenarioQuantity{{long, "1"},
				{short, "0"}}},
			"BAD_INPUT scenario.quantities.2.quantity": {Quantities: []renewal.ScenarioQuantity{{long, "1"},
				{short, "1"}, {endless, "1"}}},
			"BAD_INPUT scenario.quantities.0.lineItem": {Drop: []gid.ID{long},
				Quantities: []renewal.ScenarioQuantity{{long, "1"}}},
			"BAD_INPUT scenario.drop.1":        {Drop: []gid.ID{long, long}},
			"BAD_INPUT scenario.alignTo":       {AlignTo: &renewal.DayOfYear{Month: 4, Day: 31}},
			"BAD_INPUT scenario.upliftPercent": {UpliftPercent: percent("1e3")},
		} {
			database.View(t, s, store.Everything(), func(v *page.View) error {
				_, err := forecastOf(t, v, w.accounts["all"], begins, 3, &s2)
				var refused *fault.Error
				if !errors.As(err, &refused) || string(refused.Code)+" "+refused.Field != want {
					t.Errorf("%v, want %s", err, want)
				}
				return nil
			})
		}
	})
}

func TestForecastsThatCannotBeAskedFor(t *testing.T) {
	for _, c := range []struct {
		from   day.Day
		months int
		field  string
	}{{begins, 0, "months"}, {begins, 37, "months"}, {day.Latest, 2, "from"}, {day.Latest, 1, ""}, {begins, 36, ""}} {
		_, err := renewal.NewForecastRequest(c.from, c.months, false, nil)
		var refused *fault.Error
		if got := errors.As(err, &refused); got != (c.field != "") || got && refused.Field != c.field {
			t.Errorf("%d months from %s: %v, want %q", c.months, c.from, err, c.field)
		}
	}
	r, err := renewal.NewForecastRequest(day.Date(2028, 1, 31), 2, false, nil)
	if err != nil || r.To != day.Date(2028, 2, 29) {
		t.Errorf("ends on %s: %v", r.To, err)
	}
}
