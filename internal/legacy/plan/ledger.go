package plan

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

func add(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

// use is the amount of a line that one activation or allocation has.
type use struct {
	subject    gid.ID
	allocation bool
	amount     int64 // base units that count today
	was        int64 // base units that counted until a return
	from       *day.Day
	returned   *day.Day
	period     gid.ID
}

// usesIn lists the amounts of the activations and allocations of a line, in the order of the parts.
func usesIn(parts []row) []use {
	var list []use
	for i := range parts {
		r := &parts[i]
		get := func(column string) any { return plain(r.values[r.table.index(column)]) }
		amount := func() int64 { n, _ := get("quantity").(int64); return n }
		switch r.table.name {
		case "allocations":
			list = append(list, use{subject: gid.ID(r.id()), allocation: true, amount: amount(), was: amount(),
				period: idOf(get("period_id"))})
		case "activations":
			u := use{subject: gid.ID(r.id()), was: amount(), from: dayOf(get("starts_on")),
				returned: dayOf(get("returned_on"))}
			if u.from == nil {
				at, _ := get("activated_at").(int64)
				u.from = dayAt(at)
			}
			if u.returned == nil {
				u.amount = u.was
			}
			list = append(list, u)
		}
	}
	return list
}

const microsecondsADay = 24 * 60 * 60 * 1_000_000

func dayAt(instant int64) *day.Day {
	n := instant / microsecondsADay
	if instant < 0 && instant%microsecondsADay != 0 {
		n--
	}
	d := day.Day(n)
	return &d
}

func dayOf(v any) *day.Day {
	n, ok := plain(v).(int64)
	if !ok {
		return nil
	}
	d := day.Day(n)
	return &d
}

// momentOf reads a moment; the zero moment if there is none.
func momentOf(v any) clock.Instant {
	n, _ := plain(v).(int64)
	return clock.Instant(n)
}

// usedOf sums what the parts of a line hold. It returns false where the sum does not fit.
func usedOf(parts []row) (int64, bool) {
	var used int64
	for _, u := range usesIn(parts) {
		sum, ok := add(used, u.amount)
		if !ok && u.amount != 0 {
			return 0, false
		}
		used = sum
	}
	return used, true
}

// factsOf returns the facts of the periods among the parts of a line.
func factsOf(parts []row) []entitlement.PeriodFact {
	var facts []entitlement.PeriodFact
	for i := range parts {
		r := &parts[i]
		if r.table.name != "periods" {
			continue
		}
		get := func(column string) any { return plain(r.values[r.table.index(column)]) }
		fact := entitlement.PeriodFact{ID: gid.ID(r.id()), Renews: idOf(get("renews_id")),
			Interval:  entitlement.Interval{First: dayOf(get("starts_on")), Last: dayOf(get("ends_on"))},
			Ranked:    momentOf(get("ranked_at")),
			Perpetual: get("perpetual") == int64(1), Unlimited: get("unlimited") == int64(1),
			Quantity: intOf(get("quantity"))}
		fact.Overdraft, _ = get("overdraft").(int64)
		fact.Decisions = r.decisions
		if text, ok := get("decision").(string); ok && r.decisions == nil {
			fact.Decisions = entitlement.Decisions{{Kind: vocabulary.Decision(text), First: day.Beginning,
				Last: day.Forever}}
		}
		facts = append(facts, fact)
	}
	return facts
}

// importCause is the cause of the ledger entries of an import.
const importCause = "import"

func (b *lineBuilder) entry(now clock.Instant, line gid.ID, kind vocabulary.LedgerKind, amount, excess int64,
	on day.Day, subject gid.ID) row {
	return b.tables.ledger.row(int64(b.account), int64(line), string(kind), amount, excess, int64(on), int64(now),
		b.actor(), importCause, maybeID(subject))
}

// opening makes the ledger of a new line: what it grants, then each activation and allocation. What does not fit is
// noted as excess on the entry at which it came to be.
func (b *lineBuilder) opening(now clock.Instant, next *aggregate, summary entitlement.Summary) []row {
	line, today := gid.ID(next.main.id()), b.options.Today
	facts := entitlement.Facts{Periods: factsOf(next.parts)}
	on := today
	starts := map[gid.ID]*day.Day{}
	for i := range facts.Periods {
		starts[facts.Periods[i].ID] = facts.Periods[i].First
	}
	if period := facts.InForce(today); period != nil && period.First != nil {
		on = *period.First
	}
	rows := []row{b.entry(now, line, vocabulary.LedgerKindOpen, summary.Granted, 0, on, 0)}
	var used int64
	for _, u := range usesIn(next.parts) {
		if u.was == 0 {
			continue
		}
		kind, from := vocabulary.LedgerKindActivate, u.from
		if u.allocation {
			kind, from = vocabulary.LedgerKindAllocate, starts[u.period]
		}
		if from == nil || *from > today {
			from = &today
		}
		if u.returned != nil {
			// A returned activation no longer counts, so neither of its two entries changes the excess.
			back := min(max(*u.returned, *from), today)
			rows = append(rows, b.entry(now, line, kind, u.was, 0, *from, u.subject),
				b.entry(now, line, vocabulary.LedgerKindReturn, -u.was, 0, back, u.subject))
			continue
		}
		before := summary.Excess(used)
		used += u.amount
		rows = append(rows, b.entry(now, line, kind, u.amount, summary.Excess(used)-before, *from, u.subject))
	}
	return rows
}

// amend keeps parts that the source no longer has: a period stays, an activation is returned today, an allocation is
// released. Then it computes the totals.
func (b *lineBuilder) amend(have *stored, next *aggregate) {
	for _, part := range have.parts {
		same := func(n row) bool { return n.table == part.table && n.id() == part.id() }
		if at := slices.IndexFunc(next.parts, same); at >= 0 {
			next.parts[at].keepDecisions(&part, b.options.Today)
			continue
		}
		kept := row{part.table, slices.Clone(part.values), part.decisions}
		switch part.table {
		case b.tables.activation:
			if at := part.table.index("returned_on"); kept.values[at] == nil {
				kept.values[at] = int64(b.options.Today)
			}
		case b.tables.allocation:
			kept.values[part.table.index("quantity")] = int64(0)
		}
		next.parts = append(next.parts, kept)
	}
	used, _ := usedOf(next.parts)
	summary := entitlement.Summarize(factsOf(next.parts), b.options.Today)
	for column, value := range map[string]any{
		"used": used, "unlimited": summary.Unlimited, "granted": summary.Granted, "overdraft": summary.Overdraft,
		"excess": summary.Excess(used), "starts_on": pointerDay(summary.StartsOn), "ends_on": int64(summary.EndsOn),
		"in_force_until": pointerDay(summary.InForceUntil), "next_starts_on": pointerDay(summary.NextStartsOn),
	} {
		next.main.values[next.main.table.index(column)] = value
	}
}

// keepDecisions takes over the decisions about the row as it is stored. If the source decides otherwise now, the old
// decision holds until yesterday and the new one from today on, as decideAnew records it.
func (r *row) keepDecisions(have *row, today day.Day) {
	at := r.table.decision
	r.decisions = slices.Clone(have.decisions)
	if at < 0 || same(have.values[at], r.values[at]) {
		return
	}
	for i := range r.decisions {
		d := &r.decisions[i]
		if was, _ := plain(have.values[at]).(string); d.Last == day.Forever && string(d.Kind) == was {
			d.Last = today - 1
		}
	}
	if is, decided := plain(r.values[at]).(string); decided {
		r.decisions = append(r.decisions, entitlement.Decided{Kind: vocabulary.Decision(is), First: today,
			Last: day.Forever})
	}
	if r.decisions == nil {
		r.decisions = entitlement.Decisions{}
	}
}

// follow adds ledger entries that take a changed line to its new totals.
func (b *lineBuilder) follow(ctx context.Context, q Reader, have *stored, next *aggregate, changes *Changes) error {
	line := gid.ID(next.main.id())
	counted := map[gid.ID]int64{}
	err := each(ctx, q, func(v []any) error {
		kind, _ := plain(v[0]).(string)
		if subject := idOf(v[2]); subject != 0 && entitlement.MovesUsed(vocabulary.LedgerKind(kind)) {
			amount, _ := plain(v[1]).(int64)
			counted[subject] += amount
		}
		return nil
	}, "SELECT kind, amount, subject_id FROM ledger_entries WHERE line_item_id = ?", int64(line))
	if err != nil {
		return fmt.Errorf("read the ledger: %w", err)
	}
	get := func(r *row, column string) int64 {
		n, _ := plain(r.values[r.table.index(column)]).(int64)
		return n
	}
	today := b.options.Today
	var rows []row
	put := func(kind vocabulary.LedgerKind, amount int64, on day.Day, subject gid.ID) {
		if amount != 0 {
			rows = append(rows, b.entry(changes.now, line, kind, amount, 0, min(on, today), subject))
		}
	}
	before := entitlement.Summarize(factsOf(have.parts), today)
	put(vocabulary.LedgerKindStep, before.Granted-get(&have.main, "granted"), today, 0)
	put(vocabulary.LedgerKindAdjust, get(&next.main, "granted")-before.Granted, today, 0)
	for _, u := range usesIn(next.parts) {
		move := u.amount - counted[u.subject]
		on := today
		kind := vocabulary.LedgerKindActivate
		switch {
		case u.allocation && move > 0:
			kind = vocabulary.LedgerKindAllocate
		case u.allocation:
			kind = vocabulary.LedgerKindRelease
		case move < 0:
			kind = vocabulary.LedgerKindReturn
			if u.returned != nil {
				on = *u.returned
			}
		case u.from != nil:
			on = *u.from
		}
		if _, known := counted[u.subject]; !known && u.returned != nil && u.was != 0 {
			put(vocabulary.LedgerKindActivate, u.was, *u.from, u.subject)
			put(vocabulary.LedgerKindReturn, -u.was, *u.returned, u.subject)
			continue
		}
		put(kind, move, on, u.subject)
	}
	excess := get(&next.main, "excess") - get(&have.main, "excess")
	if excess != 0 {
		if len(rows) == 0 {
			rows = append(rows, b.entry(changes.now, line, vocabulary.LedgerKindAdjust, 0, 0, today, 0))
		}
		last := &rows[len(rows)-1]
		last.values[last.table.index("excess")] = excess
	}
	for _, r := range rows {
		changes.insert(r)
	}
	return nil
}
