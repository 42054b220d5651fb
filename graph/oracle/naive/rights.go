package naive

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// seen returns the row with an id; nil if there is none or the viewer does not see it.
func (a *Answerer) seen(table string, id int64) row {
	r := a.Base.get(table, id)
	if r == nil || !a.visibility.sees(table, r) {
		return nil
	}
	return r
}

// seenHaving returns the rows that the viewer sees and whose column has a value.
func (a *Answerer) seenHaving(table, column string, v any) []row {
	return a.keep(table, a.Base.having(table, column, v))
}

func (a *Answerer) keep(table string, rows []row) []row {
	var kept []row
	for _, r := range rows {
		if a.visibility.sees(table, r) {
			kept = append(kept, r)
		}
	}
	return kept
}

func (a *Answerer) factsOf(line int64) *lineFacts {
	if known := a.facts[line]; known != nil {
		return known
	}
	f := &lineFacts{}
	a.facts[line] = f
	l := a.seen("line_items", line)
	if l == nil {
		return f
	}
	if header := a.seen("entitlements", l.number("entitlement_id")); header != nil {
		f.header, f.line = a.decisionsAbout(header), a.decisionsAbout(l)
	}
	for _, p := range a.seenHaving("periods", "line_item_id", line) {
		f.periods = append(f.periods, period{id: p.number("id"), renews: p.number("renews_id"),
			replaces: p.number("replaces_id"), days: daysOf(p),
			ranked: p.number("ranked_at"), perpetual: p.truth("perpetual"),
			unlimited: p.truth("unlimited"), quantity: pointer[int64](p, "quantity"),
			overdraft: p.number("overdraft"), trial: p.text("term") == "TRIAL",
			graceDays: p.number("grace_days"),
			decisions: a.decisionsAbout(p), successors: a.successors(line, p.number("id"))})
	}
	for _, i := range a.seenHaving("coverage_items", "line_item_id", line) {
		c := a.seen("coverages", i.number("coverage_id"))
		if c == nil {
			continue
		}
		first := day.Beginning
		if !c.null("starts_on") {
			first = day.Day(c.number("starts_on"))
		}
		about := a.decisionsAbout(i, c, a.Base.get("entitlements", c.number("entitlement_id")))
		last, free := about.lastFree(first, day.Day(c.number("ends_on")))
		if !free {
			continue
		}
		if f.lastCovered == nil || *f.lastCovered < last {
			f.lastCovered = &last
		}
		f.coveredForever = f.coveredForever || c.truth("perpetual") && last == day.Forever
	}
	return f
}

// decisionsAbout returns what was decided about objects; some may be missing. It counts even if the viewer may not see
// the records, because it is part of the state of what they see.
func (a *Answerer) decisionsAbout(objects ...row) (list decisions) {
	for _, o := range objects {
		if o == nil {
			continue
		}
		for _, d := range a.Base.having("decisions", "subject_id", o.number("id")) {
			list = append(list, decided{vocabulary.Decision(d.text("kind")), day.Day(d.number("starts_on")),
				day.Day(d.number("ends_on"))})
		}
	}
	return list
}

func daysOf(r row) span {
	return span{pointer[day.Day](r, "starts_on"), pointer[day.Day](r, "ends_on")}
}

// successor is another line item that replaced a period by renewal or upgrade, with its entitlement and its periods.
type successor struct {
	step, line, header row
	periods            []row
}

// successorsOf returns what replaced a period of a line item. It affects the period even if the viewer may not see the
// other line items.
func (a *Answerer) successorsOf(line, period int64) (list []successor) {
	for _, step := range a.seenHaving("lineage_steps", "line_item_id", line) {
		reason := vocabulary.LineageReason(step.text("reason"))
		if step.text("direction") != string(vocabulary.LineageDirectionTo) ||
			reason != vocabulary.LineageReasonRenewal && reason != vocabulary.LineageReasonUpgrade ||
			!step.null("period_id") && step.number("period_id") != period {
			continue
		}
		l := a.Base.get("line_items", step.number("counterpart_id"))
		if l == nil {
			continue
		}
		list = append(list, successor{step: step, line: l,
			header:  a.Base.get("entitlements", l.number("entitlement_id")),
			periods: a.Base.having("periods", "line_item_id", l.number("id"))})
	}
	return list
}

// successors returns the periods of other line items that replaced a period.
func (a *Answerer) successors(line, period int64) (list []replacement) {
	for _, s := range a.successorsOf(line, period) {
		for _, p := range s.periods {
			list = append(list, replacement{daysOf(p), a.decisionsAbout(p, s.line, s.header)})
		}
	}
	return list
}

// coverageStatus judges a coverage on a day, for the line that an item covers if it is not nil. The decisions on its
// entitlement count even if the viewer does not see the entitlement.
func (a *Answerer) coverageStatus(c, item row, on day.Day) vocabulary.Status {
	if d := a.decisionsAbout(c, item, a.Base.get("entitlements", c.number("entitlement_id"))).on(on); d != nil {
		return vocabulary.Status(*d)
	}
	switch {
	case c.null("starts_on") && !c.truth("perpetual"):
		return "AWAITING_ACTIVATION"
	case !c.null("starts_on") && day.Day(c.number("starts_on")) > on:
		return "FUTURE"
	case day.Day(c.number("ends_on")) < on:
		return "EXPIRED"
	}
	return "ACTIVE"
}

// coverageDaysLeft counts the days from a day to the first one on which the coverage is not ACTIVE. The second result
// is false if there is none.
func (a *Answerer) coverageDaysLeft(c row, on day.Day) (int, bool) {
	if a.coverageStatus(c, nil, on) != "ACTIVE" {
		return 0, true
	}
	last := day.Day(c.number("ends_on"))
	for _, d := range a.decisionsAbout(c, a.Base.get("entitlements", c.number("entitlement_id"))) {
		if d.first > on && d.first <= d.last {
			last = min(last, d.first-1)
		}
	}
	return int(last-on) + 1, last != day.Forever
}

// isPerpetual tells whether a line goes on for ever: it has a period without end that is not held for ever; or a single
// decision holds on all days of each period, and one of these has no end.
func (a *Answerer) isPerpetual(line int64) bool {
	free, freeForEver, heldForEver := false, false, false
	for _, p := range a.seenHaving("periods", "line_item_id", line) {
		about := a.decisionsAbout(p)
		days := daysOf(p)
		free = free || !ruledOut(days, about)
		heldForEver = heldForEver || p.truth("perpetual")
		freeForEver = freeForEver || p.truth("perpetual") && about.on(day.Forever) == nil
	}
	return freeForEver || !free && heldForEver
}

// coverageInForce is the item of the coverage that covers a line on a day: of several the one with the highest level,
// then the one that ends last, then the one that was created first, then the first kind. One that its successor
// replaces is left out.
func (in asked) coverageInForce(line int64, kind *vocabulary.CoverageKind, on day.Day) *item {
	if !in.factsOf(line).usable(on) {
		return nil
	}
	type ranked struct {
		item                row
		rank, last, created int64
		kind                int
	}
	var all []ranked
	for _, counted := range in.countingOn(in.coveringOf(line), kind, on) {
		i, c := counted.item, counted.coverage
		level := i.number("level_id")
		if i.null("level_id") {
			level = c.number("level_id")
		}
		rank := int64(-1 << 63)
		if l := in.Base.get("coverage_levels", level); l != nil {
			rank = l.number("rank")
		}
		all = append(all, ranked{i, rank, c.number("ends_on"), c.number("created_at"),
			slices.Index([]string{"MAINTENANCE", "SUPPORT", "SUBSCRIPTION"}, c.text("kind"))})
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.last, a.last),
			cmp.Compare(a.created, b.created), cmp.Compare(a.kind, b.kind), cmp.Compare(a.item.id(), b.item.id()))
	})
	if len(all) == 0 {
		return nil
	}
	return &item{typ: "CoverageItem", row: all[0].item}
}

// covers tells whether a coverage covers a line on a day: both are in use on that day, each by its own state.
func (a *Answerer) covers(c, item row, line int64, on day.Day) bool {
	status := a.coverageStatus(c, item, on)
	return (status == "ACTIVE" || status == "IN_GRACE") && a.factsOf(line).usable(on)
}

// isCovered tells whether a coverage of a kind, or of any kind, covers a line on a day.
func (a *Answerer) isCovered(line int64, kind *vocabulary.CoverageKind, on day.Day) bool {
	return slices.ContainsFunc(a.seenHaving("coverage_items", "line_item_id", line), func(i row) bool {
		c := a.seen("coverages", i.number("coverage_id"))
		return c != nil && (kind == nil || string(*kind) == c.text("kind")) && a.covers(c, i, line, on)
	})
}

// replacedBy answers the period that replaces the object.
func replacedBy(in asked) (any, error) {
	for _, p := range in.seenHaving("periods", "replaces_id", in.row.number("id")) {
		return in.object("Period", p.number("id")), nil
	}
	return (*item)(nil), nil
}
