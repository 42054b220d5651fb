package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// read locks the lines, settles those that are due, and reads what decides about them. The number of statements does
// not grow with the lines, only with their accounts and product lines.
func (b *renewing) read(ctx context.Context, list []Renewal) error {
	keys := make([]gid.ID, len(list))
	for i := range list {
		keys[i] = list[i].LineItem
	}
	locked, err := Lock(ctx, b.tx, Wanted{Lines: keys, GrantsAt: "input.lineItem"})
	if err != nil {
		return err
	}
	known, err := b.readLines(ctx, locked.Lines)
	if err != nil {
		return err
	}
	homes, seen := homeCheck{}, map[gid.ID]bool{}
	for i := range list {
		id := list[i].LineItem
		l := known[id]
		again := seen[id]
		if seen[id] = true; l == nil || again {
			l = &renewal{lineChange: &lineChange{}}
		}
		l.Renewal, l.index, l.of = list[i], i, b
		b.lines = append(b.lines, l)
		switch {
		case again:
			l.wrong.Add(fault.Bad("input.lineItem", "The list names {id} twice.", "Name each line item once.",
				fault.With("id", value.OfReference(id, ""))))
			continue
		case !l.isKnown():
			l.wrong.Add(fault.Missing("input.lineItem", "LineItem", id))
			continue
		}
		refusal, err := homes.refusal(ctx, b.tx, change.Home{Account: l.line.AccountID,
			ProductLine: l.line.ProductLineID})
		if err != nil {
			return err
		}
		if refusal != nil {
			refusal.Field = "input.lineItem"
		}
		l.wrong.Add(refusal, locked.Retired(l.line.AccountID))
	}
	return nil
}

// readLines settles the lines that are due, and reads what decides about lines.
func (b *renewing) readLines(ctx context.Context, locked []*ent.LineItem) (map[gid.ID]*renewal, error) {
	changes := &LineChanges{tx: b.tx, done: b.done, by: b.by, today: b.today}
	if err := changes.open(ctx, locked); err != nil {
		return nil, err
	}
	known := make(map[gid.ID]*renewal, len(locked))
	for _, c := range changes.order {
		known[c.line.ID] = &renewal{lineChange: c}
	}
	succeeded, err := readSuccessors(ctx, b.tx, locked)
	for id, l := range known {
		l.succeeded = succeeded[id]
	}
	return known, err
}

// succeeding is a line that took the place of another, or of part of it.
type succeeding struct {
	line *ent.LineItem
	// of is the period that it succeeded; 0 stands for all.
	of      gid.ID
	periods []PeriodFact
}

// takesOver tells whether the other line is in force after the last day of a line, or on it.
func (s *succeeding) takesOver(last day.Day) bool {
	return slices.ContainsFunc(s.periods, func(p PeriodFact) bool { return p.takesOver(last) })
}

// readSuccessors returns the lines that took the place of others.
func readSuccessors(ctx context.Context, tx store.Tx, locked []*ent.LineItem) (map[gid.ID][]*succeeding, error) {
	steps, err := tx.Client().LineageStep.Query().Where(
		store.KeyIn(lineagestep.FieldLineItemID, keysOfLines(locked)),
		lineagestep.DirectionEQ(vocabulary.LineageDirectionTo), lineagestep.CounterpartIDNotNil(),
		lineagestep.ReasonIn(vocabulary.LineageReasonRenewal, vocabulary.LineageReasonUpgrade)).
		Order(ent.Asc(lineagestep.FieldID)).WithCounterpart().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what succeeded lines: %w", err)
	}
	if len(steps) == 0 {
		return nil, nil
	}
	lines := make([]*ent.LineItem, len(steps))
	for i, step := range steps {
		lines[i] = step.Edges.Counterpart
	}
	facts, err := periodFacts(ctx, tx, lines)
	if err != nil {
		return nil, err
	}
	succeeded := map[gid.ID][]*succeeding{}
	for i, step := range steps {
		succeeded[step.LineItemID] = append(succeeded[step.LineItemID],
			&succeeding{lines[i], orNone(step.PeriodID), facts[lines[i].ID]})
	}
	return succeeded, nil
}

func keysOfLines(lines []*ent.LineItem) []int64 {
	keys := make([]int64, len(lines))
	for i, line := range lines {
		keys[i] = int64(line.ID)
	}
	return keys
}

// sorted returns different ids in their order.
func sorted(ids []gid.ID) []gid.ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}
