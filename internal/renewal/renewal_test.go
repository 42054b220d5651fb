package renewal_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
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

// last is the day on which the line items end.
var last = fixture.Today + 10

// world creates accounts with one line item each, of which 10 end on a day.
type world struct {
	*fixture.Fixture
	t        *testing.T
	accounts map[string]gid.ID
	parts    map[string]gid.ID
	after    []func() // what is done once a period is stored
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// ending adds an account with a line item that ends, and returns the line item and the builder of its period.
func (w *world) ending(name string) (line gid.ID, create *ent.PeriodCreate) {
	account := w.Account(name)
	w.accounts[name] = account
	line = w.Line(account, w.Entitlement(account, name), w.Seat, name, 10)
	w.must(w.Client().LineItem.UpdateOneID(line).SetEndsOn(last).Exec(w.Context()))
	begin, end := fixture.Today-90, last
	return line, w.Period(account, line, &begin, &end, 10)
}

// cover covers a line item to its last day; quantity 0 covers all of it.
func (w *world) cover(name string, line gid.ID, until day.Day, quantity int64) {
	c := w.Coverage(w.accounts[name], fixture.Today-90, until, line)
	if quantity > 0 {
		w.must(w.Client().CoverageItem.Update().Where(coverageitem.CoverageID(c)).SetQuantity(quantity).
			Exec(w.Context()))
	}
}

// follow adds a line item that takes the place of another from a day on, and returns the builder of the step.
func (w *world) follow(name string, line, unit gid.ID, amount int64, from day.Day,
	reason vocabulary.LineageReason) *ent.LineageStepCreate {
	account := w.accounts[name]
	header := w.Entitlement(account, name+" next")
	next := w.Line(account, header, unit, header.String(), amount)
	end := from + 365
	w.must(w.Client().LineItem.UpdateOneID(next).SetEndsOn(end).Exec(w.Context()))
	w.must(w.Period(account, next, &from, &end, amount).Exec(w.Context()))
	return w.Client().LineageStep.Create().SetAccountID(account).SetLineItemID(line).SetCounterpartID(next).
		SetDirection(vocabulary.LineageDirectionTo).SetReason(reason)
}

func (w *world) fill() {
	const renews, upgrades = vocabulary.LineageReasonRenewal, vocabulary.LineageReasonUpgrade
	save := func(create interface{ Exec(context.Context) error }) { w.must(create.Exec(w.Context())) }
	for _, c := range []struct {
		name          string
		amount, moved int64 // moved is what the step records, if anything
		reason        vocabulary.LineageReason
		from          day.Day
		otherUnit     bool
		covered       int64
	}{
		{"renewed in part", 8, 0, renews, last + 1, false, 0},
		{"renewed in part before the last day", 8, 0, renews, last - 3, false, 1},
		{"renewed in part, with a step that says how much", 8, 3, renews, last + 1, false, 0},
		{"renewed as a whole", 10, 0, renews, last + 1, false, 0},
		{"renewed too late", 10, 0, renews, last + 2, false, 0},
		{"upgraded", 4, 0, upgrades, last + 1, false, 0},
		{"renewed in another unit", 4, 0, renews, last + 1, true, 0},
	} {
		line, create := w.ending(c.name)
		save(create)
		w.cover(c.name, line, last, c.covered)
		unit := w.Seat
		if c.otherUnit {
			unit = w.APICalls
		}
		step := w.follow(c.name, line, unit, c.amount, c.from, c.reason)
		if c.moved > 0 {
			step.SetQuantity(c.moved)
		}
		save(step)
	}
	line, create := w.ending("renewed by two")
	save(create)
	save(w.follow("renewed by two", line, w.Seat, 4, last+1, renews).SetCounterpartLabel("a"))
	save(w.follow("renewed by two", line, w.Seat, 5, last+1, renews).SetCounterpartLabel("b"))

	line, create = w.ending("a trial")
	save(create.SetTerm(vocabulary.TermTrial))
	w.cover("a trial", line, last, 0)

	line, create = w.ending("without a limit, renewed")
	save(create.SetUnlimited(true))
	save(w.follow("without a limit, renewed", line, w.Seat, 4, last+1, renews))

	const unknown = "one of an amount that is not known, and one of 10"
	line, create = w.ending(unknown)
	create.Mutation().ResetQuantity()
	save(create)
	save(w.follow(unknown, line, w.Seat, 4, last+2, renews))
	account, begin, end := w.accounts[unknown], fixture.Today-90, last
	line = w.Line(account, w.Entitlement(account, unknown+" too"), w.Seat, unknown+" too", 10)
	w.must(w.Client().LineItem.UpdateOneID(line).SetEndsOn(last).Exec(w.Context()))
	save(w.Period(account, line, &begin, &end, 10))

	line, create = w.ending("covered longer than granted")
	save(create)
	w.cover("covered longer than granted", line, last+1, 0)
}

func TestWhatIsLeftToRenew(t *testing.T) {
	want := map[string]string{
		"renewed in part":                                 "1 line of 2, 1 coverage of 2",
		"renewed in part before the last day":             "1 line of 2, 1 coverage of 1",
		"renewed in part, with a step that says how much": "1 line of 7, 1 coverage of 7",
		"renewed as a whole":                              "nothing",
		"renewed too late":                                "1 line of 10, 1 coverage of 10",
		"upgraded":                                        "nothing",
		"renewed in another unit":                         "nothing",
		"renewed by two":                                  "1 line of 1",
		"a trial":                                         "nothing",
		"without a limit, renewed":                        "nothing",
		"covered longer than granted":                     "1 line of 10",

		"one of an amount that is not known, and one of 10": "2 line of 10",
	}
	database.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{t: t, accounts: map[string]gid.ID{}}
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			w.Fixture = f
			w.fill()
		})
		ask, err := renewal.NewRequest(last-5, last+5, []vocabulary.RenewalGrouping{vocabulary.RenewalGroupingMonth},
			false)
		w.must(err)
		got := map[string]string{}
		for name, account := range w.accounts {
			database.View(t, s, store.Everything(), func(v *page.View) error {
				rows, err := renewal.Renewals(t.Context(), v, ask, []int64{int64(account)})
				if err == nil {
					got[name] = describe(rows[0])
				}
				return err
			})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("what ends (-want, +got):\n%s", diff)
		}
	})
}

// describe says what ends in the rows of an account, all of them in one month.
func describe(rows []*renewal.Renewal) string {
	text := "nothing"
	for _, r := range rows {
		text = fmt.Sprintf("%d line of %s", r.LineItemCount, r.Quantities[0].Base)
		for _, c := range r.CoveredQuantities {
			text += fmt.Sprintf(", %d coverage of %s", r.CoverageCount, c.Base)
		}
	}
	return text
}

// The last day must come before the day 36 months after the first.
func TestDaysThatLieTooFarApart(t *testing.T) {
	by := []vocabulary.RenewalGrouping{vocabulary.RenewalGroupingUnit}
	for name, c := range map[string]struct {
		from, to day.Day
		field    string
	}{
		"the day before": {day.Date(2027, 1, 15), day.Date(2030, 1, 14), ""},
		"that day":       {day.Date(2027, 1, 15), day.Date(2030, 1, 15), "to"},
		"a day":          {day.Date(2027, 1, 15), day.Date(2027, 1, 15), ""},
		"backward":       {day.Date(2027, 1, 15), day.Date(2027, 1, 14), "to"},
	} {
		_, err := renewal.NewRequest(c.from, c.to, by, false)
		var f *fault.Error
		if got := errors.As(err, &f); got != (c.field != "") || got && f.Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
}
