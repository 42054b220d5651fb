package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// passed is why the sweep settles lines: a day came on which a period began or ended.
var passed = Cause{Kind: vocabulary.LedgerKindStep, Author: Author{Name: "muniment"},
	Text: "the period in force changed"}

// sweepChunk is the number of lines that one transaction settles. It is small, so that other writers wait only
// briefly.
const sweepChunk = 200

// Sweep starts the terms that no activation has started until their latest day. Then it settles the lines of which a
// period has begun or ended since they were last settled. It returns how many it changed. Each transaction takes the time of its changes from now. Sweep can be interrupted and repeated, because
// each line is settled in one transaction.
func Sweep(ctx context.Context, s *store.Store, today day.Day, now clock.Clock) (int, error) {
	changed, err := startTerms(ctx, s, today, now)
	if err != nil {
		return changed, err
	}
	for after := gid.ID(0); ; {
		lines, err := due(ctx, s.Client(), today, after)
		if err != nil || len(lines) == 0 {
			return changed, err
		}
		err = s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			return Settle(ctx, tx, lines, today, now(), passed)
		})
		if err != nil {
			return changed, fmt.Errorf("settle line items: %w", err)
		}
		changed += len(lines)
		after = lines[len(lines)-1]
	}
}

// due returns the ids of the next lines, after an id, that are due today.
func due(ctx context.Context, client *ent.Client, today day.Day, after gid.ID) ([]gid.ID, error) {
	return client.LineItem.Query().Where(lineitem.IDGT(after), isDue(today)).
		Order(ent.Asc(lineitem.FieldID)).Limit(sweepChunk).IDs(ctx)
}
