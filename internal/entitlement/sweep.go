package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// sweepChunk is the number of lines that one transaction settles. It is small, so that other writers wait only
// briefly.
const sweepChunk = 200

// Sweep settles the lines of which a period has begun or ended since they were last settled, and returns how many it
// changed. Each transaction takes the time of its changes from now. Sweep can be interrupted and repeated, because
// each line is settled in one transaction.
func Sweep(ctx context.Context, s *store.Store, today day.Day, now clock.Clock) (int, error) {
	changed := 0
	for after := int64(0); ; {
		lines, err := due(ctx, s.Client(), today, after)
		if err != nil || len(lines) == 0 {
			return changed, err
		}
		n := 0
		err = s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			n, err = settle(ctx, tx.Client(), lines, today, now())
			return err
		})
		if err != nil {
			return changed, fmt.Errorf("settle line items: %w", err)
		}
		changed += n
		after = lines[len(lines)-1]
	}
}

// due returns the ids of the next lines, after an id, that are due today.
func due(ctx context.Context, client *ent.Client, today day.Day, after int64) ([]int64, error) {
	found, err := client.LineItem.Query().
		Where(lineitem.IDGT(gid.ID(after)), isDue(today)).
		Order(ent.Asc(lineitem.FieldID)).Limit(sweepChunk).IDs(ctx)
	ids := make([]int64, len(found))
	for i, id := range found {
		ids[i] = int64(id)
	}
	return ids, err
}

// settle stores in lines the amounts and days that follow from their periods on a day, and writes the difference to
// the ledger. What is in use and no longer fits becomes excess; what fits again stops being excess.
func settle(ctx context.Context, client *ent.Client, ids []int64, today day.Day, now clock.Instant) (int, error) {
	lines, err := client.LineItem.Query().Where(store.KeyIn(lineitem.FieldID, ids)).
		Order(ent.Asc(lineitem.FieldID)).All(ctx)
	if err != nil {
		return 0, err
	}
	periods, err := client.Period.Query().Where(store.KeyIn(period.FieldLineItemID, ids)).
		Order(ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return 0, err
	}
	factsOf := make(map[gid.ID][]PeriodFact, len(lines))
	for _, p := range periods {
		factsOf[p.LineItemID] = append(factsOf[p.LineItemID], FactOf(p))
	}
	changed := 0
	for _, line := range lines {
		facts := factsOf[line.ID]
		s := Summarize(facts, today)
		excess := s.Excess(line.Used)
		saved, err := save(ctx, client, line, s, excess, today, now)
		if err != nil {
			return changed, err
		}
		if saved == 0 {
			continue // another transaction changed its counts meanwhile; the next sweep finds it again
		}
		changed++
		if s.Granted == line.Granted && excess == line.Excess {
			continue
		}
		err = client.LedgerEntry.Create().SetAccountID(line.AccountID).SetLineItemID(line.ID).
			SetKind(vocabulary.LedgerKindStep).SetAmount(s.Granted - line.Granted).SetExcess(excess - line.Excess).
			SetEffectiveOn(boundary(facts, today)).SetRecordedAt(now).SetActor("muniment").
			SetCause("the period in force changed").Exec(ctx)
		if err != nil {
			return changed, err
		}
	}
	return changed, nil
}

func save(ctx context.Context, client *ent.Client, line *ent.LineItem, s Summary, excess int64, today day.Day,
	now clock.Instant) (int, error) {
	update := client.LineItem.Update().Where(lineitem.ID(line.ID), lineitem.Granted(line.Granted),
		lineitem.Used(line.Used),
		lineitem.Excess(line.Excess)).SetUnlimited(s.Unlimited).SetGranted(s.Granted).
		SetOverdraft(s.Overdraft).SetExcess(excess).SetSettledOn(today).SetEndsOn(s.EndsOn).
		SetUpdatedAt(clock.Later(line.UpdatedAt, now))
	setOrClear(s.StartsOn, func(d day.Day) { update.SetStartsOn(d) }, func() { update.ClearStartsOn() })
	setOrClear(s.InForceUntil, func(d day.Day) { update.SetInForceUntil(d) }, func() { update.ClearInForceUntil() })
	setOrClear(s.NextStartsOn, func(d day.Day) { update.SetNextStartsOn(d) }, func() { update.ClearNextStartsOn() })
	return update.Save(ctx)
}

func setOrClear(d *day.Day, set func(day.Day), unset func()) {
	if d == nil {
		unset()
		return
	}
	set(*d)
}

// boundary returns the last day up to today on which a period began, or the day after one ended.
func boundary(periods []PeriodFact, today day.Day) day.Day {
	days := []day.Day{}
	for i := range periods {
		if first := periods[i].First; first != nil && *first <= today {
			days = append(days, *first)
		}
		if last := periods[i].Last; last != nil && *last < today {
			days = append(days, *last+1)
		}
	}
	if len(days) == 0 {
		return today
	}
	return slices.Max(days)
}
