package naive

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
)

// evergreen answers the term after which a line item is renewed by itself, as of a day.
func evergreen(in asked) (any, error) {
	on, err := in.today()
	if err != nil {
		return nil, err
	}
	if term := in.evergreenOf(in.row, on); term != nil {
		return term.value(), nil
	}
	return nil, nil
}

// evergreenTerm is a term after which a line item is renewed by itself.
type evergreenTerm struct {
	endsOn, cancelUntil day.Day
	cancelled           bool
}

func (t *evergreenTerm) value() *value {
	return &value{"EvergreenTerm", map[string]any{"endsOn": t.endsOn.String(), "cancelUntil": t.cancelUntil.String(),
		"cancelled": t.cancelled}}
}

// evergreenOf returns the first term that ends on a day or later; else the last one of the line item.
func (a *Answerer) evergreenOf(line row, on day.Day) *evergreenTerm {
	var terms []*evergreenTerm
	f := a.factsOf(line.number("id"))
	for _, p := range a.seenHaving("periods", "line_item_id", line.number("id")) {
		if days := daysOf(p); days.first == nil && !p.truth("perpetual") && !ruledOut(days, a.decisionsAbout(p)) {
			return nil // no day of it is known
		}
		if term := a.evergreenTerm(f, line, p, on); term != nil {
			terms = append(terms, term)
		}
	}
	slices.SortFunc(terms, func(a, b *evergreenTerm) int { return int(a.endsOn - b.endsOn) })
	for _, term := range terms {
		if term.endsOn >= on || term.endsOn == a.lastDayOf(line.number("id")) {
			return term
		}
	}
	return nil
}

// endsEvergreen tells whether a line item is renewed by itself after its last day.
func (a *Answerer) endsEvergreen(line row) bool {
	last := day.Day(line.number("ends_on"))
	term := a.evergreenOf(line, last)
	return term != nil && term.endsOn == last && !term.cancelled
}

// evergreenTerm returns the term that ends with a period; nil if that is not evergreen, if another period is in force
// on its last day or on the next, if it grants nothing, if it was decided that nothing follows for another reason than
// a cancellation, or if the right is withdrawn, a draft or a test.
func (a *Answerer) evergreenTerm(f *lineFacts, line, p row, on day.Day) *evergreenTerm {
	last := pointer[day.Day](p, "ends_on")
	if p.null("cancel_days") || last == nil || p.null("starts_on") {
		return nil
	}
	if quantity := pointer[int64](p, "quantity"); quantity != nil && *quantity == 0 && !p.truth("unlimited") {
		return nil
	}
	ends := f.inForce(*last)
	if ends == nil || ends.id != p.number("id") || f.inForce(*last+1) != nil || a.tookOver(line, p, *last) {
		return nil
	}
	for _, d := range slices.Concat(f.header, f.line) {
		holds := func(on day.Day) bool { return d.first <= on && on <= d.last }
		switch d.kind {
		case "WITHDRAWN":
			if holds(on) || holds(*last) || holds(*last+1) {
				return nil
			}
		case "DRAFT", "TEST":
			if holds(on) || holds(*last+1) {
				return nil
			}
		}
	}
	cancelled := a.isCancelled(line, p, *last)
	if p.null("renews_on") && !cancelled {
		return nil
	}
	until := *last - day.Day(p.number("cancel_days"))
	if p.null("amends_id") {
		until = max(until, day.Day(p.number("starts_on")))
	}
	return &evergreenTerm{*last, until, cancelled}
}

// isCancelled tells whether the renewal of a line item after the last day of a period is cancelled, by a decision that
// was made before it was decided what follows the period.
func (a *Answerer) isCancelled(line, p row, last day.Day) bool {
	return slices.ContainsFunc(a.Base.having("decisions", "subject_id", line.number("id")), func(d row) bool {
		return d.text("kind") == "RENEWAL_CANCELLED" && day.Day(d.number("ends_on")) >= last &&
			(d.null("lifted_at") || day.Day(d.number("starts_on")) <= last) &&
			(p.null("renewal_decided_at") || d.number("recorded_at") <= p.number("renewal_decided_at"))
	})
}

// tookOver tells whether another line item is granted on the last day of a period or later in its place. Only decisions
// about the periods of the other count.
func (a *Answerer) tookOver(line, p row, last day.Day) bool {
	for _, s := range a.successorsOf(line.number("id"), p.number("id")) {
		for _, q := range s.periods {
			days := daysOf(q)
			if (days.last == nil || *days.last >= last) && !ruledOut(days, a.decisionsAbout(q)) {
				return true
			}
		}
	}
	return false
}

// lastDayOf is the last day of the periods of a line item on which no decision holds about them; those that a single
// decision rules out count only if there are no others.
func (a *Answerer) lastDayOf(line int64) day.Day {
	all := a.seenHaving("periods", "line_item_id", line)
	counted := slices.DeleteFunc(slices.Clone(all), func(p row) bool {
		return ruledOut(daysOf(p), a.decisionsAbout(p))
	})
	if len(counted) == 0 {
		counted = all
	}
	end := day.Beginning
	for _, p := range counted {
		first, last := day.Beginning, day.Forever
		if days := daysOf(p); days.first != nil {
			first = *days.first
		}
		if days := daysOf(p); days.last != nil {
			last = *days.last
		}
		if free, any := a.decisionsAbout(p).lastFree(first, last); any {
			last = free
		}
		end = max(end, last)
	}
	return end
}

// ruledOut tells whether a single one of some decisions rules a period in or out on all of its days.
func ruledOut(days span, about decisions) bool {
	return slices.ContainsFunc(about, func(d decided) bool {
		begins := d.first == day.Beginning || days.first != nil && d.first <= *days.first
		ends := d.last == day.Forever || days.last != nil && d.last >= *days.last
		return begins && ends && decisions{d}.on(d.last) != nil
	})
}
