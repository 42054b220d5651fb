package coverage

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// place refuses a corrected first day with which a coverage would not start after the one that it renews, which is nil
// if there is none, or not before one that renews it.
func (r *refusals) place(c *subject, renewed *ent.Coverage, successors []*successorOf, meant *ent.Coverage) {
	if meant.StartsOn == nil || c.StartsOn != nil && *c.StartsOn == *meant.StartsOn {
		return
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
}

// predecessorsOf returns, for each of several coverages that renew another one, that one, or the last correction of it.
// The number of statements grows with the length of the chains of corrections, and not with the coverages.
func predecessorsOf(ctx context.Context, tx store.Tx, list ...*ent.Coverage) (map[gid.ID]*ent.Coverage, error) {
	renewed := map[gid.ID]gid.ID{} // by what renews it; it becomes its last correction
	var ids []gid.ID
	for _, c := range list {
		if c.RenewsID != nil {
			renewed[c.ID], ids = *c.RenewsID, append(ids, *c.RenewsID)
		}
	}
	rows := map[gid.ID]*ent.Coverage{}
	for replaces := false; len(ids) > 0; replaces = true {
		field := coverage.FieldID
		if replaces {
			field = coverage.FieldReplacesID
		}
		found, err := tx.Client().Coverage.Query().Where(store.KeyIn(field, ids)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read what coverages renew: %w", err)
		}
		ids = nil
		corrects := map[gid.ID]gid.ID{}
		for _, row := range found {
			rows[row.ID], ids = row, append(ids, row.ID)
			if replaces {
				corrects[*row.ReplacesID] = row.ID
			}
		}
		for id, of := range renewed {
			if correction := corrects[of]; correction != 0 {
				renewed[id] = correction
			}
		}
	}
	of := make(map[gid.ID]*ent.Coverage, len(renewed))
	for id, last := range renewed {
		of[id] = rows[last]
	}
	return of, nil
}

// pointedAtOnce is how many coverages one statement changes. A statement has at most 32,766 parameters on SQLite.
const pointedAtOnce = 1000

// pointOn lets the coverages that renew corrected ones renew their corrections, which are given by them. They cover
// lines of the corrected ones, which are locked.
func pointOn(ctx context.Context, tx store.Tx, done *change.Record, corrections map[gid.ID]*ent.Coverage) error {
	rows, err := tx.Client().Coverage.Query().
		Where(store.KeyIn(coverage.FieldRenewsID, slices.Collect(maps.Keys(corrections)))).
		Order(ent.Asc(coverage.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read what renews coverages: %w", err)
	}
	for part := range slices.Chunk(rows, pointedAtOnce) {
		values := make([]any, 0, 3*len(part))
		for _, row := range part {
			values = append(values, int64(row.ID), int64(corrections[*row.RenewsID].ID), int64(done.Now()))
		}
		if _, err := tx.Exec(ctx, pointStatement(len(part)), values...); err != nil {
			return fmt.Errorf("let coverages renew corrections: %w", err)
		}
	}
	for _, row := range rows {
		from, to := *row.RenewsID, corrections[*row.RenewsID]
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "CoveragePointedOn", Account: row.AccountID,
			Subject: row.ID, Label: row.ActivationID, Fields: change.Became("renews",
				ofReference(from, to.ActivationID), ofReference(to.ID, to.ActivationID))})
	}
	return nil
}

// pointStatement returns the statement that stores what so many coverages renew. PostgreSQL learns the types of the
// columns from the first row.
func pointStatement(rows int) string {
	list := slices.Repeat([]string{"(?, ?, ?)"}, rows)
	list[0] = "(CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint))"
	return "UPDATE coverages SET renews_id = v.column2, updated_at = CASE WHEN coverages.updated_at < v.column3 " +
		"THEN v.column3 ELSE coverages.updated_at + 1 END FROM (VALUES " + strings.Join(list, ", ") +
		") AS v WHERE coverages.id = v.column1"
}
