package renewal

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"time"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/value"
)

// Scenario says what a forecast assumes of what is due, as the client wrote it. What is ordered stays.
type Scenario struct {
	// Drop are lines that are not renewed.
	Drop []gid.ID
	// Quantities are lines of which fewer copies are renewed.
	Quantities []ScenarioQuantity
	// AlignTo is the day of the year on which all next terms end; nil if they end as they do.
	AlignTo *DayOfYear
	// UpliftPercent is a decimal number by which prices rise; nil stands for 0.
	UpliftPercent *string
}

// ScenarioQuantity says how many of a line are renewed, in its unit.
type ScenarioQuantity struct {
	LineItem gid.ID
	Quantity string
}

// DayOfYear is a day of a month, from 1; 29 February is the last day of February in every year.
type DayOfYear struct{ Month, Day int }

// from returns the first such day that is not before another day.
func (d DayOfYear) from(on day.Day) day.Day {
	for year := on.Time().Year(); ; year++ {
		last := day.Date(year, time.Month(d.Month)+1, 1) - 1
		if found := min(day.Date(year, time.Month(d.Month), d.Day), last); found >= on {
			return found
		}
	}
}

const (
	// leastUplift and mostUplift are the limits of UpliftPercent.
	leastUplift, mostUplift = -100, 1000
	// leapYear is a year that has every day.
	leapYear = 2024
)

var percentForm = regexp.MustCompile(`^-?[0-9]{1,4}(\.[0-9]{1,6})?$`)

// check returns BAD_INPUT for what is wrong with a scenario, whatever the lines are.
func (s *Scenario) check() error {
	if s.UpliftPercent != nil && s.uplift() == nil {
		return fault.Bad("scenario.upliftPercent", "Prices do not rise by this percentage.",
			"Give a decimal number from {min} to {max}, such as 7.5.", fault.WithNumber("min", leastUplift),
			fault.WithNumber("max", mostUplift), fault.WithText("given", *s.UpliftPercent))
	}
	if to := s.AlignTo; to != nil {
		days := 0
		if to.Month >= 1 && to.Month <= 12 {
			days = day.Date(leapYear, time.Month(to.Month)+1, 0).Time().Day()
		}
		if to.Day < 1 || to.Day > days {
			return fault.Bad("scenario.alignTo", "This is not a day of a year.",
				"Give a month of the year, and a day that it has.")
		}
	}
	seen := map[gid.ID]bool{}
	name := func(field string, id gid.ID) error {
		if seen[id] {
			return fault.Bad(field, "The scenario names {id} twice.", "Name each line item once.",
				fault.With("id", value.OfReference(id, "")))
		}
		seen[id] = true
		return nil
	}
	for i, id := range s.Drop {
		if err := name(fmt.Sprintf("scenario.drop.%d", i), id); err != nil {
			return err
		}
	}
	for i, q := range s.Quantities {
		if err := name(fmt.Sprintf("scenario.quantities.%d.lineItem", i), q.LineItem); err != nil {
			return err
		}
	}
	return nil
}

// uplift returns the factor of the percentage; nil if it is none.
func (s *Scenario) uplift() *big.Rat {
	if s.UpliftPercent == nil {
		return big.NewRat(1, 1)
	}
	if !percentForm.MatchString(*s.UpliftPercent) {
		return nil
	}
	percent, ok := new(big.Rat).SetString(*s.UpliftPercent)
	if !ok || percent.Cmp(big.NewRat(leastUplift, 1)) < 0 || percent.Cmp(big.NewRat(mostUplift, 1)) > 0 {
		return nil
	}
	return percent.Add(percent, big.NewRat(100, 1)).Quo(percent, big.NewRat(100, 1))
}

// text returns a form of the scenario that equal ones have in common; "" for none.
func (s *Scenario) text() string {
	if s == nil {
		return ""
	}
	form, err := json.Marshal(s)
	if err != nil {
		panic(err) // it has only texts and numbers
	}
	return string(form)
}

// scenarioOf reads the form of a scenario that was checked.
func scenarioOf(text string) *Scenario {
	s := &Scenario{}
	if text == "" {
		return s
	}
	if err := json.Unmarshal([]byte(text), s); err != nil {
		panic(err) // text wrote it
	}
	return s
}

// assumed is what a scenario says of the lines of one account.
type assumed struct {
	drop map[gid.ID]bool
	// fewer are the quantities that are renewed, in base units, and at says where the input names them.
	fewer map[gid.ID]int64
	at    map[gid.ID]string
	err   error
}

// assume finds the lines of a scenario in each account. An account without one of them has the refusal NOT_FOUND, and
// one with a quantity that cannot be read BAD_INPUT.
func (s *Scenario) assume(ctx context.Context, v *page.View, accounts []int64, below bool) (map[int64]*assumed, error) {
	named := make([]int64, 0, len(s.Drop)+len(s.Quantities))
	for _, id := range s.Drop {
		named = append(named, int64(id))
	}
	for _, q := range s.Quantities {
		named = append(named, int64(q.LineItem))
	}
	found, err := entitlement.LinesAmong(ctx, v, named, accounts, below)
	if err != nil {
		return nil, err
	}
	scales := map[int64]map[gid.ID]int64{}
	for _, l := range found {
		if scales[l.Holder] == nil {
			scales[l.Holder] = map[gid.ID]int64{}
		}
		scales[l.Holder][l.Line] = l.Scale
	}
	out := map[int64]*assumed{}
	for _, account := range accounts {
		out[account] = s.assumeFor(scales[account])
	}
	return out, nil
}

func (s *Scenario) assumeFor(scales map[gid.ID]int64) *assumed {
	a := &assumed{drop: map[gid.ID]bool{}, fewer: map[gid.ID]int64{}, at: map[gid.ID]string{}}
	for i, id := range s.Drop {
		if a.drop[id] = true; scales[id] == 0 {
			a.err = fault.Missing(fmt.Sprintf("scenario.drop.%d", i), "LineItem", id)
			return a
		}
	}
	for i, q := range s.Quantities {
		at, scale := fmt.Sprintf("scenario.quantities.%d", i), scales[q.LineItem]
		if scale == 0 {
			a.err = fault.Missing(at+".lineItem", "LineItem", q.LineItem)
			return a
		}
		base, ok := quantity.ParseUnits(q.Quantity, scale)
		if !ok || base == 0 {
			a.err = fault.Bad(at+".quantity", "This is not a quantity in the unit of the line item that is more than "+
				"nothing.", "Give a decimal number, or name the line item in drop.")
			return a
		}
		a.fewer[q.LineItem], a.at[q.LineItem] = base, at+".quantity"
	}
	return a
}

// of returns how much of a line is renewed, and whether anything is. It returns BAD_INPUT for more than is due.
func (a *assumed) of(l *entitlement.DueLine) (renewed *int64, any bool, err error) {
	if a.drop[l.Line] {
		return nil, false, nil
	}
	fewer, given := a.fewer[l.Line]
	switch {
	case !given:
		return l.Quantity, true, nil
	case l.Quantity == nil:
		return nil, false, fault.Bad(a.at[l.Line], "What is due of the line item has no limit, or is not known.",
			"Leave the quantity out.")
	case fewer > *l.Quantity:
		return nil, false, fault.Bad(a.at[l.Line], "Only {due} of the line item is due.",
			"Give a smaller quantity, or leave it out.",
			fault.WithText("due", quantity.Text(*l.Quantity, l.Scale)))
	}
	return &fewer, true, nil
}
