package naive

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// amountOf answers the field with a name that is an amount of a line item on a day.
func amountOf(name string) field {
	return quantityOf(ownUnit, func(in asked) (*amount, error) {
		d, err := in.today()
		if err != nil {
			return nil, err
		}
		a := in.amountsOn(in.row, d)
		if name == "free" && in.factsOf(in.row.number("id")).status(d) != "ACTIVE" {
			return base(0), nil
		}
		if a.unlimited && (name == "granted" || name == "free") {
			return unlimited, nil
		}
		return base(map[string]int64{"granted": a.granted, "overdraft": a.overdraft, "excess": a.excess,
			"used": a.used,
			"free": a.free()}[name]), nil
	})
}

// amounts is how much a line item grants on a day, and how much of it is in use.
type amounts struct {
	unlimited                        bool
	granted, overdraft, excess, used int64
}

func (a amounts) free() int64 { return max(0, a.granted+a.overdraft-a.used) }

// isStale tells whether what a line stores was right on an earlier day only: the right that was in force then is over,
// or the next one is there.
func (a *Answerer) isStale(line row) bool {
	return !line.null("in_force_until") && line.number("in_force_until") < int64(a.Today) ||
		!line.null("next_starts_on") && line.number("next_starts_on") <= int64(a.Today)
}

// amountsOn reads the amounts of a line: of today from the line itself, unless that is stale; of another day from its
// periods, with the use of the ledger up to that day, or the use of today if the day is to come. What does not
// fit is excess.
func (a *Answerer) amountsOn(line row, on day.Day) amounts {
	if a.Base.until != nil {
		return a.amountsThen(line, on, a.usedUntil(line, on))
	}
	if on == a.Today && !a.isStale(line) {
		return amounts{line.truth("unlimited"), line.number("granted"), line.number("overdraft"),
			line.number("excess"),
			line.number("used")}
	}
	if on < a.Today {
		return a.amountsThen(line, on, a.usedUntil(line, on))
	}
	return a.amountsThen(line, on, line.number("used"))
}

// amountsThen reads the amounts of a line on a day from its periods, with so much in use.
func (a *Answerer) amountsThen(line row, on day.Day, used int64) (out amounts) {
	if p := a.factsOf(line.number("id")).granting(on); p != nil {
		out.unlimited, out.overdraft = p.unlimited, p.overdraft
		if p.quantity != nil {
			out.granted = *p.quantity
		}
	}
	out.used = used
	if room := out.granted + out.overdraft; !out.unlimited && out.used > room {
		out.excess = out.used - room
	}
	return out
}

// usedUntil returns the sum of the ledger of a line up to a day.
func (a *Answerer) usedUntil(line row, on day.Day) (used int64) {
	for _, e := range a.seenHaving("ledger_entries", "line_item_id", line.number("id")) {
		if day.Day(e.number("effective_on")) > on {
			continue
		}
		switch vocabulary.LedgerKind(e.text("kind")) {
		case vocabulary.LedgerKindActivate, vocabulary.LedgerKindReturn, vocabulary.LedgerKindAllocate,
			vocabulary.LedgerKindRelease:
			used += e.number("amount")
		}
	}
	return used
}

// linesOf returns the line items of the parent account that the viewer sees; if below is true, also those of the
// accounts below it.
func (in asked) linesOf(below bool) []row {
	if !below {
		return in.seenHaving("line_items", "account_id", in.row.number("id"))
	}
	var rows []row
	for _, p := range in.seenHaving("account_paths", "ancestor_id", in.row.number("id")) {
		rows = append(rows, in.seenHaving("line_items", "account_id", p.number("descendant_id"))...)
	}
	return rows
}

// position holds the sums of one group and unit.
type position struct {
	group, unit                 int64
	granted, used, free, excess big.Int
	overdraft, overdraftUsed    big.Int
	lines, unlimited            int
	ending                      [3]int
	rows                        []row
}

func positions(in asked) (any, error) {
	by, err := argument[vocabulary.PositionGrouping](in, "by")
	if err != nil {
		return nil, err
	}
	below, err := argument[bool](in, "includeSubAccounts")
	if err != nil {
		return nil, err
	}
	on, err := in.today()
	if err != nil {
		return nil, err
	}
	column, typ := map[vocabulary.PositionGrouping]string{"PRODUCT": "product_id", "PRODUCT_LINE": "product_line_id",
		"ACCOUNT": "account_id"}[*by], map[vocabulary.PositionGrouping]string{"PRODUCT": "Product",
		"PRODUCT_LINE": "ProductLine", "ACCOUNT": "Account"}[*by]
	var all []*position
	for _, line := range in.linesOf(orZero(below) || *by == "ACCOUNT") {
		facts := in.factsOf(line.number("id"))
		if !facts.usable(on) || facts.granting(on).trial {
			continue
		}
		group, unit := int64(0), line.number("unit_id")
		if column != "" {
			group = line.number(column)
		}
		n := slices.IndexFunc(all, func(p *position) bool { return p.group == group && p.unit == unit })
		if n < 0 {
			n, all = len(all), append(all, &position{group: group, unit: unit})
		}
		all[n].rows = append(all[n].rows, line)
		all[n].add(in.amountsOn(line, on), facts.status(on) == "ACTIVE", int(line.number("ends_on")-int64(on)))
	}
	slices.SortFunc(all, func(a, b *position) int {
		x, y := in.nameOf(typ, a.group), in.nameOf(typ, b.group)
		return cmp.Or(cmp.Compare(search.Key(x), search.Key(y)), cmp.Compare(x, y), cmp.Compare(a.group, b.group),
			cmp.Compare(in.unitCode(a.unit), in.unitCode(b.unit)))
	})
	list := make([]*value, len(all))
	for i, p := range all {
		list[i] = in.positionValue(p, typ)
		pace, runsOut := in.paceOf(p, *by, on, orZero(below) || *by == "ACCOUNT")
		list[i].fields["pace"], list[i].fields["runsOutOn"] = pace, runsOut
	}
	return list, nil
}

// add adds a line item. Nothing of one that is not active, and so in grace, is free.
func (p *position) add(a amounts, active bool, left int) {
	p.lines++
	for i, within := range []int{30, 60, 90} {
		if left >= 0 && left < within {
			p.ending[i]++
		}
	}
	p.used.Add(&p.used, big.NewInt(a.used))
	if a.unlimited {
		p.unlimited++
		return
	}
	p.granted.Add(&p.granted, big.NewInt(a.granted))
	if active {
		p.free.Add(&p.free, big.NewInt(a.free()))
	}
	p.excess.Add(&p.excess, big.NewInt(a.excess))
	p.overdraft.Add(&p.overdraft, big.NewInt(a.overdraft))
	p.overdraftUsed.Add(&p.overdraftUsed, big.NewInt(min(a.overdraft, max(0, a.used-a.granted))))
}

// nameOf returns the name by which groups are sorted; "" if the viewer does not see the object.
func (a *Answerer) nameOf(typ string, id int64) string {
	if typ == "" || a.object(typ, id) == nil {
		return ""
	}
	r := a.object(typ, id).row
	if typ == "Product" {
		return r.text("name") + " " + r.text("version")
	}
	return r.text("name")
}

func (a *Answerer) unitCode(id int64) string { return a.Base.get("units_of_measure", id).text("code") }

func (in asked) positionValue(p *position, typ string) *value {
	fields := map[string]any{"product": nil, "productLine": nil, "account": nil,
		"unit": in.object("UnitOfMeasure", p.unit), "granted": in.sum(&p.granted, p.unit),
		"used": in.sum(&p.used, p.unit),
		"free": in.sum(&p.free, p.unit), "excess": in.sum(&p.excess, p.unit),
		"overdraft": in.sum(&p.overdraft, p.unit), "overdraftUsed": in.sum(&p.overdraftUsed, p.unit),
		"lineItemCount":          p.lines,
		"unlimitedLineItemCount": p.unlimited, "endingWithin30Days": p.ending[0], "endingWithin60Days": p.ending[1],
		"endingWithin90Days": p.ending[2]}
	if typ != "" {
		fields[map[string]string{"Product": "product", "ProductLine": "productLine", "Account": "account"}[typ]] =
			in.object(typ, p.group)
	}
	return &value{"Position", fields}
}

// sum returns an exact sum of base units as a quantity.
func (in asked) sum(n *big.Int, unit int64) *value {
	u := in.object("UnitOfMeasure", unit)
	scaled := new(big.Rat).SetFrac(n, big.NewInt(u.row.number("scale")))
	places, exact := scaled.FloatPrec()
	if !exact {
		places = 9
	}
	return &value{"Quantity", map[string]any{"unlimited": false, "unit": u, "amount": scaled.FloatString(places),
		"baseAmount": n.String()}}
}
