package renewal_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/renewal"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// producer sees all prices.
var producer = (&viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: 1,
	Scopes: vocabulary.EveryKeyScope, Producer: vocabulary.ProducerRoleOperator}).Settle()

// sold is a part number of the catalog of a test.
type sold struct {
	length    int
	unit      vocabulary.TermUnit
	successor string
	otherUnit bool
	perpetual bool
	// listed are list prices in minor units, by the currency and the first day.
	listed map[string]map[day.Day]int64
}

// ends and next are the last day of the lines of the catalog, and the first day of their next terms.
var (
	ends = day.Date(2026, 12, 31)
	next = ends + 1
)

// soldParts are the part numbers by their codes. All sell a subscription.
var soldParts = map[string]sold{
	"YEAR":  {length: 1, unit: vocabulary.TermUnitYears},
	"MONTH": {length: 1, unit: vocabulary.TermUnitMonths},
	"WEEK":  {length: 1, unit: vocabulary.TermUnitWeeks},
	"DAYS":  {length: 20, unit: vocabulary.TermUnitDays},
	"MONTH LISTED": {length: 1, unit: vocabulary.TermUnitMonths, listed: map[string]map[day.Day]int64{
		"EUR": {day.Date(2020, 1, 1): 10, day.Date(2027, 2, 1): 12}}},
	"LISTED": {length: 1, unit: vocabulary.TermUnitYears, listed: map[string]map[day.Day]int64{
		"EUR": {day.Date(2020, 1, 1): 100, next: 133, next + 1: 999}}},
	"TWO CURRENCIES": {length: 1, unit: vocabulary.TermUnitYears, listed: map[string]map[day.Day]int64{
		"EUR": {day.Date(2020, 1, 1): 100}, "USD": {day.Date(2020, 1, 1): 120}}},
	"SECOND CURRENCY LATER": {length: 1, unit: vocabulary.TermUnitYears, listed: map[string]map[day.Day]int64{
		"EUR": {day.Date(2020, 1, 1): 100}, "USD": {next + 1: 120}}},
	"LISTED LATER": {length: 1, unit: vocabulary.TermUnitYears, listed: map[string]map[day.Day]int64{
		"EUR": {next + 1: 100}}},
	"YEN": {length: 1, unit: vocabulary.TermUnitYears, listed: map[string]map[day.Day]int64{
		"JPY": {day.Date(2020, 1, 1): 1500}}},
	"OLD":        {length: 1, unit: vocabulary.TermUnitYears, successor: "TWO YEARS"},
	"TWO YEARS":  {length: 2, unit: vocabulary.TermUnitYears},
	"OLD LISTED": {length: 1, unit: vocabulary.TermUnitYears, successor: "LISTED"},
	"OTHER UNIT": {length: 1, unit: vocabulary.TermUnitYears, otherUnit: true,
		listed: map[string]map[day.Day]int64{"EUR": {day.Date(2020, 1, 1): 100}}},
	"FOREVER": {perpetual: true, listed: map[string]map[day.Day]int64{"EUR": {day.Date(2020, 1, 1): 100}}},
}

// fillCatalog creates the part numbers, and returns their ids by their codes.
func (w *world) fillCatalog() map[string]gid.ID {
	ids := map[string]gid.ID{}
	for code := range soldParts {
		ids[code] = gid.New(gid.PartNumber, 0)
	}
	save := func(code string, s sold) {
		unit, term := w.Seat, vocabulary.TermSubscription
		if s.otherUnit {
			unit = w.APICalls
		}
		create := w.Client().PartNumber.Create().SetID(ids[code]).SetCode(code).SetUnitID(unit)
		if s.perpetual {
			term = vocabulary.TermPerpetual
		} else {
			create.SetTermLength(s.length).SetTermUnit(s.unit)
		}
		if s.successor != "" {
			create.SetSuccessorID(ids[s.successor])
		}
		w.must(create.SetTerm(term).Exec(w.Context()))
		for currency, prices := range s.listed {
			for from, minor := range prices {
				w.must(w.Client().ListPrice.Create().SetID(gid.New(gid.ListPrice, 0)).SetPartNumberID(ids[code]).
					SetCurrency(currency).SetAmountMinor(minor).SetValidFrom(from).Exec(w.Context()))
			}
		}
	}
	for _, followed := range []bool{true, false} {
		for code, s := range soldParts {
			if followed == (s.successor == "") {
				save(code, s)
			}
		}
	}
	return ids
}

// line adds a line of an account, which is created first, and returns it with the builder of its period.
func (w *world) line(account, name string, first, last day.Day, amount int64) (gid.ID, *ent.PeriodCreate) {
	id, known := w.accounts[account]
	if !known {
		id = w.Account(account)
		w.accounts[account] = id
	}
	line := w.Line(id, w.Entitlement(id, account+name), w.Seat, account+name, amount)
	w.must(w.Client().LineItem.UpdateOneID(line).SetEndsOn(last).Exec(w.Context()))
	return line, w.Period(id, line, &first, &last, amount)
}

// pricedCase is a line that ends with what was paid for it, and what its next term costs.
type pricedCase struct {
	name     string
	part     string
	first    day.Day
	quantity int64
	price    int64 // in minor units; -1 for none
	currency string
	want     string
	more     func(w *world, line gid.ID, p *ent.PeriodCreate)
}

var year = day.Date(2026, 1, 1)

func pricedCases() []pricedCase {
	return []pricedCase{
		{name: "the same again", part: "YEAR", first: year, quantity: 10, price: 120000, currency: "EUR",
			want: "LAST_PRICE EUR 120000 of 1"},
		{name: "for nothing", part: "LISTED", first: year, quantity: 10, price: 0, currency: "EUR",
			want: "LAST_PRICE EUR 0 of 1"},
		{name: "a shorter term", part: "YEAR", first: day.Date(2026, 12, 1), quantity: 10, price: 3100, currency: "EUR",
			want: "LAST_PRICE EUR 36500 of 1"},
		{name: "a year of the part number for three years", part: "YEAR", first: day.Date(2024, 1, 1), quantity: 3,
			price: 109600, currency: "EUR", want: "LAST_PRICE EUR 36500 of 1"},
		{name: "a successor of another length", part: "OLD", first: year, quantity: 10, price: 365, currency: "EUR",
			want: "LAST_PRICE EUR 731 of 1"},
		{name: "rounded half up", part: "MONTH", first: year, quantity: 1, price: 200, currency: "EUR",
			want: "LAST_PRICE EUR 17 of 1"}, // 200 × 31 ÷ 365 = 16.99
		{name: "exactly a half", part: "YEAR", first: day.Date(2025, 1, 1), quantity: 1, price: 5, currency: "EUR",
			want: "LAST_PRICE EUR 3 of 1"}, // 5 × 365 ÷ 730 = 2.5
		{name: "yen", part: "YEAR", first: day.Date(2025, 1, 1), quantity: 1, price: 5, currency: "JPY",
			want: "LAST_PRICE JPY 3 of 1"},
		{name: "no part number", first: year, quantity: 10, price: 120000, currency: "EUR",
			want: "LAST_PRICE EUR 120000 of 1"},
		{name: "no part number, and an odd length", first: year + 9, quantity: 10, price: 120000, currency: "EUR",
			want: "LAST_PRICE EUR 120000 of 1"},
		{name: "a currency that is gone", part: "YEAR", first: year, quantity: 10, price: 120000, currency: "DEM",
			want: "without 1"},
		{name: "no price", part: "YEAR", first: year, quantity: 10, price: -1, want: "without 1"},
		{name: "the list price of the next day", part: "LISTED", first: year, quantity: 10, price: -1,
			want: "LIST_PRICE EUR 1330 of 1"},
		{name: "the list price in yen", part: "YEN", first: year, quantity: 3, price: -1,
			want: "LIST_PRICE JPY 4500 of 1"},
		{name: "the list price of the successor", part: "OLD LISTED", first: year, quantity: 2, price: -1,
			want: "LIST_PRICE EUR 266 of 1"},
		{name: "the last price before the list price", part: "LISTED", first: year, quantity: 10, price: 7,
			currency: "USD", want: "LAST_PRICE USD 7 of 1"},
		{name: "a list price that is not valid yet", part: "LISTED LATER", first: year, quantity: 10, price: -1,
			want: "without 1"},
		{name: "a currency that is listed later", part: "SECOND CURRENCY LATER", first: year, quantity: 10, price: -1,
			want: "LIST_PRICE EUR 1000 of 1"},
		{name: "two currencies", part: "TWO CURRENCIES", first: year, quantity: 10, price: -1, want: "without 1"},
		{name: "two currencies, paid in one", part: "TWO CURRENCIES", first: year, quantity: 10, price: -1,
			want: "LIST_PRICE USD 1200 of 1", more: func(w *world, _ gid.ID, _ *ent.PeriodCreate) {
				w.paidBefore("two currencies, paid in one", "USD")
			}},
		{name: "two currencies, paid in both", part: "TWO CURRENCIES", first: year, quantity: 10, price: -1,
			want: "without 1", more: func(w *world, _ gid.ID, _ *ent.PeriodCreate) {
				w.paidBefore("two currencies, paid in both", "USD")
				w.paidBefore("two currencies, paid in both", "EUR")
			}},
		{name: "two currencies, paid in a third", part: "TWO CURRENCIES", first: year, quantity: 10, price: -1,
			want: "without 1", more: func(w *world, _ gid.ID, _ *ent.PeriodCreate) {
				w.paidBefore("two currencies, paid in a third", "CHF")
			}},
		{name: "a list price of another unit", part: "OTHER UNIT", first: year, quantity: 10, price: -1,
			want: "without 1"},
		{name: "a perpetual successor", part: "FOREVER", first: year, quantity: 10, price: 50, currency: "EUR",
			want: "LIST_PRICE EUR 1000 of 1"},
		{name: "without a limit", part: "YEAR", first: year, price: 50, currency: "EUR",
			want: "LAST_PRICE EUR 50 of 1", more: unlimited},
		{name: "a list price of what has no limit", part: "LISTED", first: year, price: -1, want: "without 1",
			more: unlimited},
		{name: "an unknown quantity", part: "LISTED", first: year, quantity: 10, price: 50, currency: "EUR",
			want: "without 1", more: func(_ *world, _ gid.ID, p *ent.PeriodCreate) { p.Mutation().ResetQuantity() }},
		{name: "on hold", part: "YEAR", first: year, quantity: 10, price: 70, currency: "EUR",
			want: "LAST_PRICE EUR 70 of 1", more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.Decide(w.accounts["on hold"], line, vocabulary.DecisionOnHold)
			}},
		{name: "withdrawn", part: "YEAR", first: year, quantity: 10, price: 70, currency: "EUR", want: "nothing",
			more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.Decide(w.accounts["withdrawn"], line, vocabulary.DecisionWithdrawn)
			}},
		{name: "a trial", part: "LISTED", first: year, quantity: 10, price: -1, want: "nothing",
			more: func(_ *world, _ gid.ID, p *ent.PeriodCreate) { p.SetTerm(vocabulary.TermTrial) }},
		{name: "8 of 10 renewed", part: "YEAR", first: year, quantity: 10, price: 1000, currency: "EUR",
			want: "LAST_PRICE EUR 200 of 1", more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.must(w.follow("8 of 10 renewed", line, w.Seat, 8, next, vocabulary.LineageReasonRenewal).
					Exec(w.Context()))
			}},
		{name: "all renewed", part: "YEAR", first: year, quantity: 10, price: 1000, currency: "EUR", want: "nothing",
			more: func(w *world, line gid.ID, _ *ent.PeriodCreate) {
				w.must(w.follow("all renewed", line, w.Seat, 10, next, vocabulary.LineageReasonRenewal).
					Exec(w.Context()))
			}},
		{name: "two lines", part: "YEAR", first: year, quantity: 10, price: 1000, currency: "USD",
			want: "LAST_PRICE EUR 5 of 1, LIST_PRICE EUR 399 of 1, LAST_PRICE USD 2000 of 2, without 1",
			more: func(w *world, _ gid.ID, _ *ent.PeriodCreate) {
				for name, add := range map[string]func(*ent.PeriodCreate){
					"second": func(p *ent.PeriodCreate) { p.SetPriceMinor(1000).SetCurrency("USD") },
					"third":  func(p *ent.PeriodCreate) { p.SetPriceMinor(5).SetCurrency("EUR") },
					"listed": func(p *ent.PeriodCreate) { p.SetPartNumberID(w.parts["LISTED"]) },
					"none":   func(*ent.PeriodCreate) {},
				} {
					_, p := w.line("two lines", name, year, ends, 3)
					add(p)
					w.must(p.Exec(w.Context()))
				}
			}},
	}
}

func unlimited(_ *world, _ gid.ID, p *ent.PeriodCreate) {
	p.SetUnlimited(true)
	p.Mutation().ResetQuantity()
}

// paidBefore adds a right of an account that ended long ago and was paid in a currency.
func (w *world) paidBefore(account, currency string) {
	_, p := w.line(account, currency, day.Date(2020, 1, 1), day.Date(2020, 12, 31), 1)
	w.must(p.SetPriceMinor(1).SetCurrency(currency).Exec(w.Context()))
}

func (w *world) fillPriced(cases []pricedCase) {
	w.parts = w.fillCatalog()
	for _, c := range cases {
		line, p := w.line(c.name, "", c.first, ends, c.quantity)
		if c.part != "" {
			p.SetPartNumberID(w.parts[c.part])
		}
		if c.price >= 0 {
			p.SetPriceMinor(c.price).SetCurrency(c.currency)
		}
		if c.more != nil {
			c.more(w, line, p)
		}
		w.must(p.Exec(w.Context()))
	}
}

func TestWhatDueLinesCost(t *testing.T) {
	cases := pricedCases()
	want := map[string]string{}
	for _, c := range cases {
		want[c.name] = c.want
	}
	database.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{t: t, accounts: map[string]gid.ID{}}
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			w.Fixture = f
			w.fillPriced(cases)
			w.amended()
		})
		want["amended"] = "LAST_PRICE EUR 26667 of 1"
		request, err := renewal.NewRequest(ends, ends, []vocabulary.RenewalGrouping{vocabulary.RenewalGroupingMonth},
			false)
		w.must(err)
		got := map[string]string{}
		database.View(t, s, store.Everything(), func(v *page.View) error {
			for name, account := range w.accounts {
				of := []int64{int64(account)}
				rows, err := renewal.Renewals(t.Context(), v, request, of)
				if err != nil {
					return err
				}
				priced, err := renewal.Prices(t.Context(), v, producer, rows[0], of)
				if err != nil {
					return err
				}
				got[name] = "nothing"
				for i, p := range priced[0] {
					got[name] = amountsOf(p.Amounts, p.WithoutPrice)
					if lines := rows[0][i].LineItemCount; lines != countOf(p) {
						t.Errorf("%s: %d lines end, and prices are told of %d", name, lines, countOf(p))
					}
				}
			}
			return nil
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("what is due costs (-want, +got):\n%s", diff)
		}
	})
}

// amended adds a line of 3 that grew to 8: what the difference cost tells no rate.
func (w *world) amended() {
	line, p := w.line("amended", "", year, ends, 3)
	first, err := p.SetPriceMinor(10000).SetCurrency("EUR").SetPartNumberID(w.parts["YEAR"]).Save(w.Context())
	w.must(err)
	from, end := day.Date(2026, 6, 1), ends
	second, err := w.Period(w.accounts["amended"], line, &from, &end, 5).SetPriceMinor(77).SetCurrency("EUR").
		SetPartNumberID(w.parts["YEAR"]).SetAmendsID(first.ID).Save(w.Context())
	w.must(err)
	from++
	w.must(w.Period(w.accounts["amended"], line, &from, &end, 8).SetAmendsID(second.ID).
		SetPartNumberID(w.parts["YEAR"]).Exec(w.Context()))
}

func amountsOf(amounts []*renewal.Amount, without int64) string {
	var parts []string
	for _, a := range amounts {
		parts = append(parts, fmt.Sprintf("%s %s %s of %d", a.Basis, a.Currency, a.Minor, a.LineItemCount))
	}
	if without > 0 {
		parts = append(parts, fmt.Sprintf("without %d", without))
	}
	return strings.Join(parts, ", ")
}

func countOf(p *renewal.Priced) int64 {
	n := p.WithoutPrice
	for _, a := range p.Amounts {
		n += a.LineItemCount
	}
	return n
}
