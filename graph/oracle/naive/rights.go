package naive

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/coverage"
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
		f.header, f.line = word[vocabulary.Decision](header, "decision"), word[vocabulary.Decision](l, "decision")
	}
	for _, p := range a.seenHaving("periods", "line_item_id", line) {
		f.periods = append(f.periods, period{id: p.number("id"), renews: p.number("renews_id"), days: daysOf(p),
			recorded: clock.Instant(p.number("created_at")), perpetual: p.truth("perpetual"),
			unlimited: p.truth("unlimited"), quantity: pointer[int64](p, "quantity"),
			overdraft: p.number("overdraft"), trial: p.text("term") == "TRIAL",
			decision: word[vocabulary.Decision](p, "decision"), successors: a.successors(line, p.number("id"))})
	}
	for _, i := range a.seenHaving("coverage_items", "line_item_id", line) {
		c := a.seen("coverages", i.number("coverage_id"))
		if c == nil {
			continue
		}
		fact := a.coverageFact(c)
		if fact.Own == nil && (f.lastCovered == nil || *f.lastCovered < fact.Last) {
			f.lastCovered = &fact.Last
		}
		f.coveredForever = f.coveredForever || fact.Own == nil && fact.Perpetual
	}
	return f
}

func daysOf(r row) span {
	return span{pointer[day.Day](r, "starts_on"), pointer[day.Day](r, "ends_on")}
}

// successor is another line item that replaced a period by renewal or upgrade, with its periods under no decision.
type successor struct {
	step, line row
	periods    []row
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
		if l == nil || !l.null("decision") {
			continue
		}
		if header := a.Base.get("entitlements", l.number("entitlement_id")); header == nil ||
			!header.null("decision") {
			continue
		}
		s := successor{step: step, line: l}
		for _, p := range a.Base.having("periods", "line_item_id", l.number("id")) {
			if p.null("decision") {
				s.periods = append(s.periods, p)
			}
		}
		list = append(list, s)
	}
	return list
}

// successors returns the days of the periods of other line items that replaced a period.
func (a *Answerer) successors(line, period int64) (days []span) {
	for _, s := range a.successorsOf(line, period) {
		for _, p := range s.periods {
			days = append(days, daysOf(p))
		}
	}
	return days
}

// coverageFact returns the data from which the status of a coverage is computed. The decision on its entitlement
// counts even if the viewer does not see the entitlement.
func (a *Answerer) coverageFact(c row) coverage.Fact {
	f := coverage.Fact{Kind: vocabulary.CoverageKind(c.text("kind")), First: pointer[day.Day](c, "starts_on"),
		Last: day.Day(c.number("ends_on")), Perpetual: c.truth("perpetual"),
		Own: word[vocabulary.Decision](c, "decision")}
	if header := a.Base.get("entitlements", c.number("entitlement_id")); header != nil {
		f.Header = word[vocabulary.Decision](header, "decision")
	}
	return f
}

// isPerpetual tells whether a line goes on for ever: it has a period without end that is not held; or everything of it
// is held, and a period without end is.
func (a *Answerer) isPerpetual(line int64) bool {
	free, freeForEver, heldForEver := false, false, false
	for _, p := range a.seenHaving("periods", "line_item_id", line) {
		switch {
		case p.null("decision"):
			free = true
			freeForEver = freeForEver || p.truth("perpetual")
		case p.truth("perpetual"):
			heldForEver = true
		}
	}
	return freeForEver || !free && heldForEver
}

// coverageInForce is the item of the coverage that covers a line on a day: of several the one with the highest level,
// then the one that ends last, then the one that was created first.
func (in asked) coverageInForce(line int64, kind *vocabulary.CoverageKind, on day.Day) *item {
	type covering struct {
		item                row
		rank, last, created int64
	}
	var all []covering
	for _, i := range in.seenHaving("coverage_items", "line_item_id", line) {
		c := in.seen("coverages", i.number("coverage_id"))
		if c == nil || kind != nil && string(*kind) != c.text("kind") || !in.covers(c, line, on) {
			continue
		}
		level := i.number("level_id")
		if i.null("level_id") {
			level = c.number("level_id")
		}
		rank := int64(-1 << 63)
		if l := in.Base.get("coverage_levels", level); l != nil {
			rank = l.number("rank")
		}
		all = append(all, covering{i, rank, c.number("ends_on"), c.number("created_at")})
	}
	slices.SortFunc(all, func(a, b covering) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.last, a.last),
			cmp.Compare(a.created, b.created), cmp.Compare(a.item.id(), b.item.id()))
	})
	if len(all) == 0 {
		return nil
	}
	return &item{typ: "CoverageItem", row: all[0].item}
}

// covers tells whether a coverage covers a line on a day: both are in use on that day, each by its own state.
func (a *Answerer) covers(c row, line int64, on day.Day) bool {
	status := a.coverageFact(c).Status(on)
	return (status == "ACTIVE" || status == "IN_GRACE") && a.factsOf(line).usable(on)
}

// isCovered tells whether a coverage of a kind, or of any kind, covers a line on a day.
func (a *Answerer) isCovered(line int64, kind *vocabulary.CoverageKind, on day.Day) bool {
	return slices.ContainsFunc(a.seenHaving("coverage_items", "line_item_id", line), func(i row) bool {
		c := a.seen("coverages", i.number("coverage_id"))
		return c != nil && (kind == nil || string(*kind) == c.text("kind")) && a.covers(c, line, on)
	})
}
