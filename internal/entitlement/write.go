package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Cause says why counts move. It stands in the ledger entries.
type Cause struct {
	// Kind is the kind of the entries, one that changes the granted count.
	Kind vocabulary.LedgerKind
	// Author is who made the change.
	Author Author
	// Text says why.
	Text string
	// Subject is the object by which the counts move, such as a new period; 0 if there is none.
	Subject gid.ID
	// On is the day from which the change counts. Nil stands, for each line, for the last day up to the day of
	// settling on which a period began, or the day after one ended.
	On *day.Day
	// Of has the subject and the day of a line, if each line has its own.
	Of map[gid.ID]LineCause
}

// LineCause says why the counts of one line move. Its fields are those of Cause.
type LineCause struct {
	Subject gid.ID
	On      *day.Day
}

// of returns why the counts of a line move.
func (c *Cause) of(line gid.ID) LineCause {
	if own, is := c.Of[line]; is {
		return own
	}
	return LineCause{c.Subject, c.On}
}

// LockLines locks lines until the transaction ends, and returns them in the order of their ids, without those that do
// not exist. A change locks all lines that it needs with one call before it reads what it decides upon: then changes
// of the same lines run one after another, and since all lock in the same order, none waits for one that waits for it.
func LockLines(ctx context.Context, tx store.Tx, lines []gid.ID) ([]*ent.LineItem, error) {
	q := tx.Client().LineItem.Query().Where(store.KeyIn(lineitem.FieldID, lines)).Order(ent.Asc(lineitem.FieldID))
	if tx.Engine() == store.Postgres { // SQLite has one writer
		q.ForUpdate()
	}
	found, err := q.All(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock line items: %w", err)
	}
	return found, nil
}

// Settle stores in lines the amounts and days that follow from their periods on a day, and writes to the ledger by how
// much granted and excess moved. What is in use and no longer fits becomes excess; what fits again stops being excess.
// It is the only way in which the periods of a line reach its counts. It locks the lines as LockLines does.
func Settle(ctx context.Context, tx store.Tx, lines []gid.ID, today day.Day, now clock.Instant, cause Cause) error {
	locked, facts, err := lockWithFacts(ctx, tx, lines)
	if err != nil {
		return err
	}
	_, err = settleLocked(ctx, tx, locked, facts, today, now, cause)
	return err
}

// settleLocked is Settle for lines that are locked already, and whose periods are known. It returns the lines as they
// are after it, in the same order.
func settleLocked(ctx context.Context, tx store.Tx, locked []*ent.LineItem, facts map[gid.ID][]PeriodFact,
	today day.Day, now clock.Instant, cause Cause) ([]*ent.LineItem, error) {
	settled := make([]*ent.LineItem, len(locked))
	var entries []*ent.LedgerEntryCreate
	for i, line := range locked {
		s := Summarize(facts[line.ID], today)
		settled[i] = s.applied(line, today, now)
		if s.Granted == line.Granted && settled[i].Excess == line.Excess {
			continue
		}
		on, of := boundary(facts[line.ID], today), cause.of(line.ID)
		if of.On != nil {
			on = *of.On
		}
		entry := ledgerEntry(tx, line, cause.Kind, s.Granted-line.Granted, on, now, cause.Author, cause.Text).
			SetExcess(settled[i].Excess - line.Excess)
		if of.Subject != 0 {
			entry.SetSubjectID(of.Subject)
		}
		entries = append(entries, entry)
	}
	if err := saveLines(ctx, tx, locked, settled); err != nil {
		return nil, err
	}
	return settled, writeLedger(ctx, tx, entries)
}

// lockWithFacts locks lines as LockLines does, and returns them with the facts of their periods.
func lockWithFacts(ctx context.Context, tx store.Tx, lines []gid.ID) ([]*ent.LineItem, map[gid.ID][]PeriodFact, error) {
	locked, err := LockLines(ctx, tx, lines)
	if err != nil {
		return nil, nil, err
	}
	facts, err := periodFacts(ctx, tx, locked)
	return locked, facts, err
}

// periodFacts returns the facts of the periods of lines.
func periodFacts(ctx context.Context, tx store.Tx, lines []*ent.LineItem) (map[gid.ID][]PeriodFact, error) {
	keys := make([]int64, len(lines))
	for i, line := range lines {
		keys[i] = int64(line.ID)
	}
	periods, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys)).
		Order(ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read periods: %w", err)
	}
	decided := []gid.ID{}
	for _, line := range lines {
		if line.Decided {
			decided = append(decided, line.ID)
		}
	}
	for _, p := range periods {
		if p.Decided {
			decided = append(decided, p.ID)
		}
	}
	decisions, err := allDecisions(ctx, tx, decided...)
	if err != nil {
		return nil, err
	}
	facts := make(map[gid.ID][]PeriodFact, len(lines))
	for _, p := range periods {
		fact := FactOf(p, decisions[p.ID])
		fact.Graces = decisions[p.LineItemID].graces()
		facts[p.LineItemID] = append(facts[p.LineItemID], fact)
	}
	return facts, nil
}

// DecisionsAbout returns the decisions about subjects that rule them in or out, in the transaction of a change.
func DecisionsAbout(ctx context.Context, tx store.Tx, subjects ...gid.ID) (map[gid.ID]Decisions, error) {
	of, err := allDecisions(ctx, tx, subjects...)
	for subject, list := range of {
		of[subject] = list.rulings()
	}
	return of, err
}

// allDecisions returns the decisions of every kind about subjects.
func allDecisions(ctx context.Context, tx store.Tx, subjects ...gid.ID) (map[gid.ID]Decisions, error) {
	of := make(map[gid.ID]Decisions, len(subjects))
	if len(subjects) == 0 {
		return of, nil
	}
	found, err := tx.Client().Decision.Query().Where(store.KeyIn(decision.FieldSubjectID, subjects)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	for _, d := range found {
		of[d.SubjectID] = append(of[d.SubjectID], decidedBy(d))
	}
	return of, nil
}

// decidedBy returns what a decision says.
func decidedBy(d *ent.Decision) Decided {
	return Decided{d.Kind, d.StartsOn, d.EndsOn, d.RecordedAt, d.LiftedAt, d.PlannedEndsOn, d.Voids,
		gid.FromKey(gid.Decision, d.ID)}
}

// boundary returns the last of the turns of periods up to today, or today if there are none.
func boundary(periods []PeriodFact, today day.Day) day.Day {
	days := turns(periods, today)
	if len(days) == 0 {
		return today
	}
	return days[len(days)-1]
}

// turns returns the days up to today, in their order, on which a period began, or a decision about one began or had
// ended, or which follow the last day of a period or of its grace.
func turns(periods []PeriodFact, today day.Day) []day.Day {
	days, facts := []day.Day{}, Facts{Periods: periods}
	for i := range periods {
		for _, on := range periods[i].boundaries() {
			if on > day.Beginning && on <= today {
				days = append(days, on)
			}
		}
		if last := periods[i].Last; last != nil && *last < today {
			days = append(days, *last+1)
		}
		if until := periods[i].graceUntil(); until != nil && *until < today {
			if p := facts.Graced(*until); p != nil && p.ID == periods[i].ID {
				days = append(days, *until+1)
			}
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
