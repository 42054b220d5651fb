package naive

import (
	"math/big"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// paceOf answers pace and runsOutOn of a position. It walks day by day.
func (in asked) paceOf(p *position, by vocabulary.PositionGrouping, on day.Day, below bool) (pace, runsOut any) {
	var perDay, left *big.Rat
	rule, known, last := "", on, day.Latest
	switch in.Base.get("units_of_measure", p.unit).text("aggregation") {
	case "LAST", "PEAK":
		rule, perDay, left = "GROWTH_OVER_90_DAYS", in.growthOf(p, on), new(big.Rat).SetInt(&p.free)
	case "SUM":
		rule, known = "MEAN_OF_28_DAYS", on-1
		var used *big.Rat
		perDay, used, last = in.meanOf(p, by, on, below)
		if perDay != nil {
			left = new(big.Rat).SetInt(new(big.Int).Add(&p.granted, &p.overdraft))
			left.Sub(left, used)
		}
	}
	if on > in.Today || perDay == nil || perDay.Sign() <= 0 {
		return nil, nil
	}
	u := in.object("UnitOfMeasure", p.unit)
	text := func(r *big.Rat) string {
		places, exact := r.FloatPrec()
		if !exact {
			places = 9
		}
		return r.FloatString(places)
	}
	scale := new(big.Rat).SetInt64(u.row.number("scale"))
	pace = &value{"Pace", map[string]any{"rule": rule, "perDay": &value{"Quantity", map[string]any{"unlimited": false,
		"unit": u, "amount": text(new(big.Rat).Quo(perDay, scale)), "baseAmount": text(perDay)}}}}
	for _, line := range p.rows {
		last = min(last, day.Day(line.number("ends_on")))
	}
	if p.unlimited > 0 {
		return pace, nil
	}
	at := on
	if left.Sign() > 0 {
		at = known
		for left.Sign() > 0 && at <= last {
			left.Sub(left, perDay)
			at++
		}
	}
	if at > last {
		return pace, nil
	}
	return pace, at.String()
}

// growthOf returns how much more of the lines of a position is in use than 90 days before, for each day; nil if none of
// them had begun then.
func (in asked) growthOf(p *position, on day.Day) *big.Rat {
	grown, begun := int64(0), false
	for _, line := range p.rows {
		begun = begun || line.null("starts_on") || day.Day(line.number("starts_on")) <= on-90
		grown += in.usedUntil(line, on) - in.usedUntil(line, on-90)
	}
	if !begun {
		return nil
	}
	return big.NewRat(grown, 90)
}

// meanOf returns what was used on each of the last 28 complete days, on average, what was used since the meters last
// started at zero, and the last day before they do so again. It returns nil if that is not known.
func (in asked) meanOf(p *position, by vocabulary.PositionGrouping, on day.Day, below bool) (
	mean, used *big.Rat, last day.Day) {
	if by == vocabulary.PositionGroupingProduct {
		return nil, nil, 0
	}
	accounts := []int64{in.row.number("id")}
	if below {
		accounts = nil
		for _, path := range in.seenHaving("account_paths", "ancestor_id", in.row.number("id")) {
			accounts = append(accounts, path.number("descendant_id"))
		}
	}
	if by == vocabulary.PositionGroupingAccount {
		accounts = []int64{p.group}
	}
	type series struct{ account, meter int64 }
	days := map[series][]day.Day{}
	resets := map[string]bool{}
	sum, used := new(big.Rat), new(big.Rat)
	for _, account := range accounts {
		for _, r := range in.seenHaving("usage_records", "account_id", account) {
			m := in.Base.get("meters", r.number("meter_id"))
			begins, ends := day.Day(r.number("starts_on")), day.Day(r.number("ends_on"))
			since, until := around(m.text("reset_interval"), on)
			if m.number("unit_id") != p.unit || begins >= on ||
				by == vocabulary.PositionGroupingProductLine && m.number("product_line_id") != p.group ||
				ends < min(since, on-28) {
				continue
			}
			resets[m.text("reset_interval")], last = true, until
			all := big.NewRat(r.number("used_numerator"), r.number("denominator"))
			if r.truth("opening") {
				if begins >= since {
					used.Add(used, all)
				}
				continue
			}
			if ends >= on {
				continue
			}
			each := new(big.Rat).Quo(all, big.NewRat(int64(ends-begins)+1, 1))
			of := series{account, r.number("meter_id")}
			if days[of] == nil {
				days[of] = []day.Day{}
			}
			for d := begins; d <= ends; d++ {
				if d >= since {
					used.Add(used, each)
				}
				if d >= on-28 {
					sum.Add(sum, each)
					days[of] = append(days[of], d)
				}
			}
		}
	}
	if len(resets) != 1 || len(days) == 0 {
		return nil, nil, 0
	}
	for _, seen := range days {
		for d := on - 28; d < on; d++ {
			if !slices.Contains(seen, d) {
				return nil, nil, 0
			}
		}
	}
	return sum.Quo(sum, big.NewRat(28, 1)), used, last
}

// around returns the first and the last day on which a meter counts without starting at zero again, around a day.
func around(reset string, on day.Day) (first, last day.Day) {
	months := map[string]int{"MONTH": 1, "QUARTER": 3, "YEAR": 12}[reset]
	if months == 0 {
		return day.Beginning, day.Latest
	}
	for first = on; !startsPeriod(first, months); first-- {
	}
	for last = on; !startsPeriod(last+1, months); last++ {
	}
	return first, last
}

func startsPeriod(d day.Day, months int) bool {
	return d.Time().Day() == 1 && (int(d.Time().Month())-1)%months == 0
}
