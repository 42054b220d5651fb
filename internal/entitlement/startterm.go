package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A term with the start rule FIRST_ACTIVATION starts for all copies with the first of them, or by itself on its latest
// day, and with it the coverage that was sold along. One that was a draft on that day starts on the day on which it was
// deployed. The days are filled in, with what follows from them.

// startTerms starts the terms whose latest day has come, and returns on how many lines it did.
func startTerms(ctx context.Context, s *store.Store, today day.Day, now clock.Clock) (int, error) {
	changed := 0
	for after := gid.ID(0); ; {
		found, err := s.Client().Period.Query().Where(period.IDGT(after), waitsUntil(today)).
			Order(ent.Asc(period.FieldID)).Limit(sweepChunk).All(ctx)
		if err != nil {
			return changed, fmt.Errorf("find terms to start: %w", err)
		}
		if len(found) == 0 {
			return changed, nil
		}
		after = found[len(found)-1].ID
		err = s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			lines, err := startEach(ctx, tx, found, today, now())
			changed += len(lines)
			return err
		})
		if err != nil {
			return changed, fmt.Errorf("start terms: %w", err)
		}
	}
}

// waitsUntil is the condition that a term has not started, although it starts by itself on a day or before it.
func waitsUntil(today day.Day) predicate.Period {
	return period.And(period.StartsLatestOnLTE(today), period.StartsOnIsNil(), period.Perpetual(false),
		period.StartRuleEQ(vocabulary.StartRuleFirstActivation), period.TermLengthNotNil(), period.TermUnitNotNil())
}

// startEach starts those of the terms that still wait and are live, and settles their lines, whose ids it returns.
func startEach(ctx context.Context, tx store.Tx, found []*ent.Period, today day.Day, now clock.Instant) (
	[]gid.ID, error) {
	ids, keys := []gid.ID{}, []int64{}
	for _, p := range found {
		ids, keys = append(ids, p.LineItemID), append(keys, int64(p.ID))
	}
	locked, err := LockLines(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	lines := make(map[gid.ID]*ent.LineItem, len(locked))
	for _, line := range locked {
		lines[line.ID] = line
	}
	// An activation may have started one of them before the lock was granted.
	waiting, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldID, keys), waitsUntil(today)).
		Order(ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read terms to start: %w", err)
	}
	about, err := DecisionsAbout(ctx, tx, subjectsOf(waiting, lines)...)
	if err != nil {
		return nil, err
	}
	parts, err := partsOf(ctx, tx, waiting)
	if err != nil {
		return nil, err
	}
	var started []gid.ID
	for _, p := range waiting {
		line := lines[p.LineItemID]
		first := max(*p.StartsLatestOn, about[line.EntitlementID].deployedOn())
		if isKeptFromStarting(first, about[p.ID], about[line.ID], about[line.EntitlementID]) {
			continue
		}
		last := min(catalog.LastDay(first, *p.TermLength, *p.TermUnit), day.Latest)
		until := CancelUntil(p.CancelDays, &first, &last, p.AmendsID != nil)
		if err := tx.Client().Period.UpdateOne(p).SetStartsOn(first).SetEndsOn(last).
			SetNillableCancelUntil(until).SetNillableRenewsOn(RenewsOn(until, &last)).
			SetUpdatedAt(clock.Later(p.UpdatedAt, now)).Exec(ctx); err != nil {
			return nil, fmt.Errorf("start %s: %w", p.ID, err)
		}
		if err := startCoverages(ctx, tx, p, parts[orNone(p.PartNumberID)], first, last, now); err != nil {
			return nil, err
		}
		started = append(started, p.LineItemID)
	}
	return started, Settle(ctx, tx, started, today, now, passed)
}

// deployedOn returns the day on which a draft was deployed, of the decisions about a header: on the days before it,
// nobody could use it. It is day.Beginning if it was none.
func (list Decisions) deployedOn() day.Day {
	on := day.Beginning
	for _, d := range list {
		if d.Kind == vocabulary.DecisionDraft && d.Lifted != nil {
			on = max(on, day.Local(d.Lifted.Time()))
		}
	}
	return on
}

// isKeptFromStarting tells whether one of several subjects is a draft, or is withdrawn, on the day on which a term
// would start. A void is a withdrawal on all days.
func isKeptFromStarting(on day.Day, subjects ...Decisions) bool {
	ruling := Ruling(on, subjects...)
	return ruling != nil && (*ruling == vocabulary.DecisionDraft || *ruling == vocabulary.DecisionWithdrawn)
}

// subjectsOf returns about what decisions are that keep terms from starting.
func subjectsOf(periods []*ent.Period, lines map[gid.ID]*ent.LineItem) []gid.ID {
	var ids []gid.ID
	for _, p := range periods {
		ids = append(ids, p.ID, p.LineItemID, lines[p.LineItemID].EntitlementID)
	}
	return sorted(ids)
}

// partsOf returns the part numbers of periods.
func partsOf(ctx context.Context, tx store.Tx, periods []*ent.Period) (map[gid.ID]*catalog.Sold, error) {
	var parts []gid.ID
	for _, p := range periods {
		if p.PartNumberID != nil {
			parts = append(parts, *p.PartNumberID)
		}
	}
	slices.Sort(parts)
	return catalog.ReadSold(ctx, tx, slices.Compact(parts))
}

// decisionsAboutCoverages returns the decisions about coverage items, their coverages, and the entitlements of these.
func decisionsAboutCoverages(ctx context.Context, tx store.Tx, items []*ent.CoverageItem) (map[gid.ID]Decisions,
	error) {
	subjects := make([]gid.ID, 0, 3*len(items))
	for _, item := range items {
		subjects = append(subjects, item.ID, item.CoverageID, orNone(item.Edges.Coverage.EntitlementID))
	}
	return DecisionsAbout(ctx, tx, sorted(subjects)...)
}

// startCoverages starts what covers a line and waits with a term that starts on its latest day: the coverages that were
// sold along under the same part number, which is nil if the term has none, and that are live. first and last are the
// days of the term.
func startCoverages(ctx context.Context, tx store.Tx, p *ent.Period, sold *catalog.Sold, first, last day.Day,
	now clock.Instant) error {
	if sold == nil {
		return nil
	}
	items, err := tx.Client().CoverageItem.Query().Where(coverageitem.LineItemID(p.LineItemID)).WithCoverage().All(ctx)
	if err != nil {
		return fmt.Errorf("read what covers %s: %w", p.LineItemID, err)
	}
	about, err := decisionsAboutCoverages(ctx, tx, items)
	if err != nil {
		return err
	}
	for _, item := range items {
		c := item.Edges.Coverage
		if c.StartsOn != nil || c.Perpetual || orNone(c.PartNumberID) != sold.ID ||
			isKeptFromStarting(first, about[item.ID], about[c.ID], about[orNone(c.EntitlementID)]) {
			continue
		}
		until := sold.CoveredUntil(&first, &last)
		if until != day.Forever {
			until = min(until, day.Latest)
		}
		if err := tx.Client().Coverage.UpdateOne(c).SetStartsOn(first).SetEndsOn(until).
			SetUpdatedAt(clock.Later(c.UpdatedAt, now)).Exec(ctx); err != nil {
			return fmt.Errorf("start %s: %w", c.ID, err)
		}
	}
	return nil
}
