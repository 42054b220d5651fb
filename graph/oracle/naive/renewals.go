package naive

import (
	"cmp"
	"math/big"
	"slices"
	"time"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// renewal holds the rights of one group that end.
type renewal struct {
	month                  string
	productLine, unit      int64
	lines, held, unlimited int
	evergreen, overdue     int
	unpriced               int
	prices                 []*duePrice
	coverages              map[int64]bool
	quantities             map[int64]*big.Int
	covered                map[string]map[int64]*big.Int // by kind and unit
}

// renewalsAsked holds the arguments of Account.renewals.
type renewalsAsked struct {
	from, to             day.Day
	month, product, unit bool
	below                bool
}

func renewalArguments(in asked) (r renewalsAsked, err error) {
	var from, to date
	var by []vocabulary.RenewalGrouping
	for name, into := range map[string]any{"from": &from, "to": &to, "by": &by} {
		if err := read(in.args[name], into, name); err != nil {
			return r, err
		}
	}
	below, err := argument[bool](in, "includeSubAccounts")
	if err != nil {
		return r, err
	}
	r = renewalsAsked{from: day.Day(from), to: day.Day(to), month: slices.Contains(by, "MONTH"),
		product: slices.Contains(by, "PRODUCT_LINE"), unit: slices.Contains(by, "UNIT"), below: orZero(below)}
	first := r.from.Time()
	end := time.Date(first.Year()+3, first.Month(), first.Day(), 0, 0, 0, 0, time.UTC)
	if end.Day() != first.Day() { // the 29th of February
		end = end.AddDate(0, 0, -end.Day())
	}
	switch {
	case len(by) < 1 || len(by) > 2 || len(by) == 2 && by[0] == by[1]:
		return r, badInput("by", "one or two groupings are given")
	case r.from > r.to:
		return r, badRange()
	case !r.to.Time().Before(end):
		return r, badInput("to", "the days are too far apart")
	}
	return r, nil
}

func renewals(in asked) (any, error) {
	ask, err := renewalArguments(in)
	if err != nil {
		return nil, err
	}
	var all []*renewal
	group := func(on day.Day, productLine, unit int64) *renewal {
		k := renewal{coverages: map[int64]bool{}, quantities: map[int64]*big.Int{},
			covered: map[string]map[int64]*big.Int{}}
		if ask.month {
			k.month = on.String()[:8] + "01"
		}
		if ask.product {
			k.productLine = productLine
		}
		if ask.unit {
			k.unit = unit
		}
		for _, r := range all {
			if r.month == k.month && r.productLine == k.productLine && r.unit == k.unit {
				return r
			}
		}
		all = append(all, &k)
		return &k
	}
	for _, line := range in.linesOf(ask.below) {
		if on := day.Day(line.number("ends_on")); ask.from <= on && on <= ask.to {
			if left := in.due(line, on); left != nil && in.isRenewable(line, on) {
				group(on, line.number("product_line_id"), line.number("unit_id")).addLine(line, left, in)
			}
		}
	}
	for _, c := range in.coveragesOf(ask.below) {
		on := day.Day(c.number("ends_on"))
		if on < ask.from || on > ask.to || !in.isRenewable(c, on) {
			continue
		}
		for _, i := range in.seenHaving("coverage_items", "coverage_id", c.number("id")) {
			line := in.seen("line_items", i.number("line_item_id"))
			if line == nil || !in.isRenewable(line, on) || in.decisionsAbout(i).on(on) != nil {
				continue
			}
			if lost := in.loses(line, c.text("kind"), on); lost != nil {
				r := group(on, c.number("product_line_id"), line.number("unit_id"))
				r.coverages[c.number("id")] = true
				r.cover(c.text("kind"), line.number("unit_id"), lost[i.number("id")])
			}
		}
	}
	slices.SortFunc(all, func(a, b *renewal) int {
		x, y := in.renewalLine(a), in.renewalLine(b)
		return cmp.Or(cmp.Compare(a.month, b.month), cmp.Compare(search.Key(x), search.Key(y)), cmp.Compare(x, y),
			cmp.Compare(a.productLine, b.productLine),
			cmp.Compare(in.renewalUnit(a), in.renewalUnit(b)))
	})
	list := make([]*value, len(all))
	for i, r := range all {
		list[i] = in.renewalValue(r)
	}
	return list, nil
}

func (a *Answerer) renewalLine(r *renewal) string {
	if r.productLine == 0 {
		return ""
	}
	return a.Base.get("product_lines", r.productLine).text("name")
}

func (a *Answerer) renewalUnit(r *renewal) string {
	if r.unit == 0 {
		return ""
	}
	return a.unitCode(r.unit)
}

// coveragesOf returns the coverages of the parent account that the viewer sees; if below is true, also those of the
// accounts below it.
func (in asked) coveragesOf(below bool) []row {
	if !below {
		return in.seenHaving("coverages", "account_id", in.row.number("id"))
	}
	var rows []row
	for _, p := range in.seenHaving("account_paths", "ancestor_id", in.row.number("id")) {
		rows = append(rows, in.seenHaving("coverages", "account_id", p.number("descendant_id"))...)
	}
	return rows
}

// isRenewable tells whether the decisions about a row and its entitlement allow a renewal on a day.
func (a *Answerer) isRenewable(r row, on day.Day) bool {
	return !a.isDecided(r, on, "WITHDRAWN", "DRAFT", "TEST")
}

// isDecided tells whether one of some decisions holds about a row or its entitlement on a day.
func (a *Answerer) isDecided(r row, on day.Day, kinds ...vocabulary.Decision) bool {
	for _, d := range a.decisionsAbout(r, a.Base.get("entitlements", r.number("entitlement_id"))) {
		if d.first <= on && on <= d.last && slices.Contains(kinds, d.kind) {
			return true
		}
	}
	return false
}

// due is what of a line item has to be renewed after a day: an amount, or something without a limit or without a known
// amount.
type due struct {
	unlimited bool
	amount    *big.Int // nil without a limit, and if it is not known
}

// due returns what of a line item has to be renewed after a day; nil if that is nothing.
func (a *Answerer) due(line row, on day.Day) *due {
	p := a.factsOf(line.number("id")).inForce(on)
	if p == nil || p.trial {
		return nil
	}
	left := &due{unlimited: p.unlimited}
	if !p.unlimited && p.quantity != nil {
		left.amount = big.NewInt(*p.quantity)
	}
	for _, s := range a.successorsOf(line.number("id"), p.id) {
		next := a.successorOn(s, on+1)
		if next == nil {
			next = a.successorOn(s, on)
		}
		if next == nil {
			continue
		}
		moved := pointer[int64](s.step, "quantity")
		if moved == nil && s.line.number("unit_id") == line.number("unit_id") && !next.unlimited {
			moved = next.quantity
		}
		if s.step.text("reason") == "UPGRADE" || moved == nil || left.amount == nil {
			return nil
		}
		if left.amount.Sub(left.amount, big.NewInt(*moved)).Sign() <= 0 {
			return nil
		}
	}
	return left
}

// successorOn returns the dated period of a successor that is in force on a day; nil if there is none.
func (a *Answerer) successorOn(s successor, on day.Day) *period {
	var list []period
	for _, p := range s.periods {
		if daysOf(p).has(on) && a.decisionsAbout(p, s.line, s.header).on(on) == nil {
			list = append(list, period{id: p.number("id"), renews: p.number("renews_id"), days: daysOf(p),
				ranked: p.number("ranked_at"), unlimited: p.truth("unlimited"),
				quantity: pointer[int64](p, "quantity")})
		}
	}
	return lastOf(list)
}

// part is what one item covers of a line on a day.
type part struct {
	item   int64
	amount *big.Int // nil for all of the line
	ends   bool     // that day is its last
}

// partsOn are the items of a kind that cover a line on a day, whether or not they or the line are held, oldest first.
// Those that a successor replaces on the day are left out.
func (a *Answerer) partsOn(line row, kind string, on day.Day) []part {
	all := a.coveringOf(line.number("id"))
	var some []covering
	for _, covering := range all {
		i, c := covering.item, covering.coverage
		if c.text("kind") != kind || c.number("ends_on") < int64(on) {
			continue
		}
		if last := day.Day(c.number("ends_on")); !a.isRenewable(c, last) || a.decisionsAbout(i).on(last) != nil {
			continue
		}
		if c.null("starts_on") && !c.truth("perpetual") || !c.null("starts_on") && c.number("starts_on") > int64(on) {
			continue
		}
		some = append(some, covering)
	}
	var parts []part
	for _, covering := range withoutReplaced(some, all) {
		i, c := covering.item, covering.coverage
		p := part{item: i.number("id"), ends: c.number("ends_on") == int64(on)}
		if !i.null("quantity") {
			p.amount = big.NewInt(i.number("quantity"))
		}
		parts = append(parts, p)
	}
	slices.SortFunc(parts, func(x, y part) int { return cmp.Compare(x.item, y.item) })
	return parts
}

// loses tells what of a line is covered on a day and on the day after no longer, for each item that ends; nil if that
// is nothing. An item without an amount in the answer loses something that has no limit.
func (a *Answerer) loses(line row, kind string, on day.Day) map[int64]*big.Int {
	renewing := a.due(line, on)
	if renewing == nil {
		return nil
	}
	endless := new(big.Int).Lsh(big.NewInt(1), 200) // more than any amount
	most := renewing.amount
	if most == nil {
		most = endless
	}
	sum := func(parts []part) *big.Int {
		total := new(big.Int)
		for _, p := range parts {
			if p.amount == nil {
				return most
			}
			total.Add(total, p.amount)
		}
		if total.Cmp(most) > 0 {
			return most
		}
		return total
	}
	now := a.partsOn(line, kind, on)
	before := sum(now)
	left := new(big.Int).Sub(before, sum(a.partsOn(line, kind, on+1)))
	if left.Sign() <= 0 {
		return nil
	}
	lost := map[int64]*big.Int{}
	for _, p := range now {
		if !p.ends || before == endless {
			continue
		}
		share := most
		if p.amount != nil {
			share = p.amount
		}
		if share.Cmp(left) > 0 {
			share = new(big.Int).Set(left)
		}
		lost[p.item] = share
		left.Sub(left, share)
	}
	return lost
}

func more(to map[int64]*big.Int, unit int64, n *big.Int) {
	if to[unit] == nil {
		to[unit] = new(big.Int)
	}
	to[unit].Add(to[unit], n)
}

func (r *renewal) addLine(line row, left *due, in asked) {
	r.lines++
	if in.isDecided(line, day.Day(line.number("ends_on")), "SUSPENDED", "ON_HOLD") {
		r.held++
	}
	if in.endsEvergreen(line) {
		r.evergreen++
	}
	if day.Day(line.number("ends_on")) < in.Today {
		r.overdue++
	}
	r.addPrice(in.priceOfDue(line, left, day.Day(line.number("ends_on"))))
	switch {
	case left.unlimited:
		r.unlimited++
	case left.amount != nil:
		more(r.quantities, line.number("unit_id"), left.amount)
	default:
		more(r.quantities, line.number("unit_id"), new(big.Int))
	}
}

func (r *renewal) cover(kind string, unit int64, n *big.Int) {
	if n == nil || n.Sign() == 0 {
		return
	}
	if r.covered[kind] == nil {
		r.covered[kind] = map[int64]*big.Int{}
	}
	if r.covered[kind][unit] == nil {
		r.covered[kind][unit] = new(big.Int)
	}
	r.covered[kind][unit].Add(r.covered[kind][unit], n)
}

func (in asked) renewalValue(r *renewal) *value {
	sums := func(of map[int64]*big.Int) []*value {
		var units []int64
		for unit := range of {
			units = append(units, unit)
		}
		slices.SortFunc(units, func(a, b int64) int { return cmp.Compare(in.unitCode(a), in.unitCode(b)) })
		list := make([]*value, len(units))
		for i, unit := range units {
			list[i] = in.sum(of[unit], unit)
		}
		return list
	}
	covered := []*value{}
	for _, kind := range []string{"MAINTENANCE", "SUPPORT", "SUBSCRIPTION"} {
		for _, q := range sums(r.covered[kind]) {
			covered = append(covered, &value{"CoveredQuantity", map[string]any{"kind": kind, "quantity": q}})
		}
	}
	fields := map[string]any{"month": nil, "productLine": in.object("ProductLine", r.productLine),
		"unit": in.object("UnitOfMeasure", r.unit), "lineItemCount": r.lines, "heldLineItemCount": r.held,
		"evergreenLineItemCount": r.evergreen, "overdueLineItemCount": r.overdue,
		"withoutPriceLineItemCount": r.unpriced, "amounts": amountsOf(r.prices),
		"unlimitedLineItemCount": r.unlimited, "coverageCount": len(r.coverages), "quantities": sums(r.quantities),
		"coveredQuantities": covered}
	if r.month != "" {
		fields["month"] = r.month
	}
	return &value{"Renewal", fields}
}
