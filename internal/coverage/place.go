package coverage

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// place refuses a corrected first day with which a coverage would not start after the one that it renews, or not before
// one that renews it.
func (r *refusals) place(ctx context.Context, tx store.Tx, c *subject, successors []*successorOf,
	meant *ent.Coverage) error {
	if meant.StartsOn == nil || c.StartsOn != nil && *c.StartsOn == *meant.StartsOn {
		return nil
	}
	renewed, err := predecessorOf(ctx, tx, c.Coverage)
	if err != nil {
		return err
	}
	if renewed != nil && renewed.StartsOn != nil && *meant.StartsOn <= *renewed.StartsOn {
		r.Add(fault.Bad("input.startsOn", "The coverage renews {other}, which starts on {startsOn}, and starts later.",
			"Give a later day, or correct that one first.",
			fault.With("other", value.OfReference(renewed.ID, renewed.ActivationID)),
			fault.With("startsOn", value.OfDay(*renewed.StartsOn))))
	}
	for _, next := range successors {
		if first := orBeginning(next.StartsOn); first != day.Beginning && first <= *meant.StartsOn {
			r.Add(fault.Bad("input.startsOn", "The coverage {other} renews this one and starts on {startsOn}, so that "+
				"this one starts earlier.", "Give an earlier day, or correct that one first.",
				fault.With("other", value.OfReference(next.ID, next.ActivationID)),
				fault.With("startsOn", value.OfDay(first))))
			break
		}
	}
	return nil
}

// predecessorOf returns the coverage that another one renews, or the last correction of it; nil if there is none.
func predecessorOf(ctx context.Context, tx store.Tx, c *ent.Coverage) (*ent.Coverage, error) {
	if c.RenewsID == nil {
		return nil, nil
	}
	row, err := tx.Client().Coverage.Get(ctx, *c.RenewsID)
	for err == nil {
		next, missing := tx.Client().Coverage.Query().Where(coverage.ReplacesID(row.ID)).Only(ctx)
		if ent.IsNotFound(missing) {
			return row, nil
		}
		row, err = next, missing
	}
	return nil, fmt.Errorf("read what %s renews: %w", c.ID, err)
}

// pointOn lets the coverages that renew corrected ones renew their corrections, which are given by them. They cover
// lines of the corrected ones, which are locked.
func pointOn(ctx context.Context, tx store.Tx, done *change.Record, corrections map[gid.ID]*ent.Coverage) error {
	rows, err := tx.Client().Coverage.Query().
		Where(store.KeyIn(coverage.FieldRenewsID, slices.Collect(maps.Keys(corrections)))).
		Order(ent.Asc(coverage.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read what renews coverages: %w", err)
	}
	for _, row := range rows {
		from, to := *row.RenewsID, corrections[*row.RenewsID]
		if err := tx.Client().Coverage.UpdateOne(row).SetRenewsID(to.ID).
			SetUpdatedAt(clock.Later(row.UpdatedAt, done.Now())).Exec(ctx); err != nil {
			return fmt.Errorf("let %s renew %s: %w", row.ID, to.ID, err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "CoveragePointedOn", Account: row.AccountID,
			Subject: row.ID, Label: row.ActivationID, Fields: change.Became("renews",
				ofReference(from, to.ActivationID), ofReference(to.ID, to.ActivationID))})
	}
	return nil
}
