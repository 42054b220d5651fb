package loadset

import (
	"fmt"
	"math/rand/v2"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lineWriter writes one line item with its periods, activations and ledger.
type lineWriter struct {
	*rightWriter
	*holder
	index       int // index among all line items
	entitlement gid.ID
	number      string
	made        clock.Instant
	sold        *productLine
	before      gid.ID // the previous line item of the entitlement, or 0
}

// use is an activation or an allocation.
type use struct {
	id       gid.ID
	amount   int64 // base units
	on       day.Day
	returned *day.Day
	server   gid.ID // 0 for an activation
}

// LineName returns the activation id of the g-th line item, which is also its external id in the legacy system.
func (s Shape) LineName(g int) string { return scramble(s.Seed, g) }

func (w *lineWriter) write() gid.ID {
	r := w.random
	p := &w.sold.products[r.IntN(len(w.sold.products))]
	of := p.parts[r.IntN(len(p.parts))]
	id := w.keys.owned(gid.LineItem, w.locality, w.made, w.index)
	uses := w.uses(of.scale)
	var used int64
	for _, u := range uses {
		if u.returned == nil {
			used += u.amount
		}
	}
	quantity := int64(1+r.IntN(10)) * of.scale
	if r.IntN(3) == 0 {
		quantity *= 25
	}
	if r.IntN(100) > 0 { // one line item in a hundred stays over-used
		quantity = max(quantity, used)
	}
	facts := w.periods(id, quantity, len(uses) > 0, of)
	summary := entitlement.Summarize(facts, w.shape.Today)
	decision := decisionOf(r)
	activation := w.shape.LineName(w.index)
	key := system.ActivationKey(activation)
	w.line.add(int64(id), int64(w.id), int64(w.entitlement), int64(p.id), int64(w.sold.id), int64(of.unit), activation,
		key, decision != "",
		summary.Unlimited, summary.Granted, summary.Overdraft, summary.Excess(used), used, int64(w.shape.Today),
		orNil(summary.StartsOn),
		int64(summary.EndsOn), orNil(summary.InForceUntil), orNil(summary.NextStartsOn), int64(w.made), int64(w.made))
	w.decide(w.holder, id, decision, w.made)
	w.external.add(int64(w.rightWriter.catalog.system), KindActivation, activation, key, int64(id),
		int64(w.id))
	w.writeUses(id, facts[len(facts)-1].ID, uses, &summary)
	if w.before != 0 && r.IntN(50) == 0 {
		happened := int64(w.made) / microsecondsADay
		w.lineage.add(int64(w.id), int64(id), nil, int64(w.before), "", string(vocabulary.LineageDirectionFrom),
			string(vocabulary.LineageReasonUpgrade), happened, nil)
		w.lineage.add(int64(w.id), int64(w.before), nil, int64(id), "", string(vocabulary.LineageDirectionTo),
			string(vocabulary.LineageReasonUpgrade), happened, nil)
	}
	return id
}

// uses draws the activations and allocations of the line.
func (w *lineWriter) uses(scale int64) []use {
	r := w.random
	var out []use
	since := day.Day(int64(w.made) / microsecondsADay)
	on := func() day.Day { return since + day.Day(r.IntN(int(w.shape.Today-since)+1)) }
	for n := range shuffled(&activationsOf, w.index) {
		u := use{on: on(), amount: int64(1+r.IntN(3)) * scale}
		u.id = w.keys.owned(gid.Activation, w.locality, instant(u.on, n), w.index, n)
		if r.IntN(10) == 0 {
			back := u.on + day.Day(r.IntN(int(w.shape.Today-u.on)+1))
			u.returned = &back
		}
		out = append(out, u)
	}
	if len(w.servers) > 0 && r.IntN(10) == 0 {
		u := use{on: since, amount: int64(1+r.IntN(10)) * scale, server: w.servers[r.IntN(len(w.servers))]}
		u.id = w.keys.owned(gid.Allocation, w.locality, w.made, w.index)
		out = append(out, u)
	}
	return out
}

// periods draws and writes the periods of the line item. Each period renews the previous one.
func (w *lineWriter) periods(line gid.ID, quantity int64, inUse bool, of part) []entitlement.PeriodFact {
	r := w.random
	made := day.Day(int64(w.made) / microsecondsADay)
	term, n, months := vocabulary.TermSubscription, 1, 12
	switch x := r.IntN(20); {
	case x < 7:
		term = vocabulary.TermPerpetual
	case x == 19:
		term, months = vocabulary.TermTrial, 1
	default:
		// Two in three were renewed until today, and a few beyond today.
		n = 1 + renewals(r, made, w.shape.Today)
	}
	first := made + day.Day(r.IntN(14))
	waits := !inUse && n == 1 && term != vocabulary.TermPerpetual && r.IntN(12) == 0
	facts := make([]entitlement.PeriodFact, 0, n)
	var before gid.ID
	for k := range n {
		id := w.keys.owned(gid.Period, w.locality, w.made, w.index, k)
		begins, ends := first, first.AddMonths(months)-1
		fact := entitlement.PeriodFact{ID: id, Renews: before, Ranked: w.made,
			Perpetual: term == vocabulary.TermPerpetual, Quantity: &quantity}
		rule, length, unit := vocabulary.StartRuleFixed, any(nil), any(nil)
		if waits {
			rule, length, unit = vocabulary.StartRuleFirstActivation, int64(months), string(vocabulary.TermUnitMonths)
		} else {
			fact.First = &begins
			if term != vocabulary.TermPerpetual {
				fact.Last = &ends
			}
		}
		var price, currency any
		if r.IntN(2) == 0 {
			price, currency = int64(100*(1+r.IntN(50_000))), "EUR"
		}
		w.period.add(int64(id), int64(w.id), int64(line), orNone(before), string(term), string(rule), length, unit,
			orNil(fact.First), orNil(fact.Last),
			fact.Perpetual, false, quantity, int64(0), int64(of.id), int64(of.version),
			fmt.Sprintf("SO-%07d", r.IntN(10_000_000)), "10", price, currency,
			"", "", "", w.number, int64(w.made), int64(w.made), int64(w.made))
		facts = append(facts, fact)
		before, first = id, ends+1
	}
	return facts
}

// renewals draws how often a line item that was created on a day was renewed for another year.
func renewals(r *rand.Rand, made, today day.Day) int {
	years := int(today-made) / 365
	if r.IntN(3) == 0 {
		return r.IntN(years + 1)
	}
	if r.IntN(20) == 0 {
		years++
	}
	return years
}

func orNone(id gid.ID) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}

// writeUses writes the uses and the ledger: the opening entry of the line item, and one entry for each use with its
// excess.
func (w *lineWriter) writeUses(line, period gid.ID, uses []use, summary *entitlement.Summary) {
	entry := func(kind vocabulary.LedgerKind, amount, excess int64, on day.Day, subject gid.ID) {
		w.ledger.add(int64(w.id), int64(line), string(kind), amount, excess, int64(on), int64(w.made), actor,
			"load set", orNone(subject))
	}
	opened := w.shape.Today
	if summary.StartsOn != nil {
		opened = min(opened, *summary.StartsOn)
	}
	entry(vocabulary.LedgerKindOpen, summary.Granted, 0, opened, 0)
	var used int64
	for n, u := range uses {
		at := instant(u.on, n)
		kind := vocabulary.LedgerKindActivate
		if u.server != 0 {
			kind = vocabulary.LedgerKindAllocate
			w.allocation.add(int64(u.id), int64(w.id), int64(u.server), int64(line), int64(period), u.amount, u.amount,
				nil, int64(at), int64(at))
		} else {
			device := w.devices[w.random.IntN(len(w.devices))]
			w.activation.add(int64(u.id), int64(w.id), int64(line), int64(period), int64(device), u.amount, int64(0),
				int64(u.on), nil, int64(at),
				orNil(u.returned), "", "ONLINE", int64(at), int64(at))
		}
		if u.returned != nil {
			entry(kind, u.amount, 0, u.on, u.id)
			entry(vocabulary.LedgerKindReturn, -u.amount, 0, *u.returned, u.id)
			continue
		}
		before := summary.Excess(used)
		used += u.amount
		entry(kind, u.amount, summary.Excess(used)-before, u.on, u.id)
	}
}
