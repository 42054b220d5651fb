package coverage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// subject is the coverage that a change is about. It is locked, and so are the lines that it covers, so that changes
// of the coverage run one after another.
type subject struct {
	*ent.Coverage
	items []*ent.CoverageItem
	lines map[gid.ID]*ent.LineItem
	// decisions has those about the coverage, its entitlement and its items, in the order in which they were recorded.
	decisions map[gid.ID][]*ent.Decision
	// retired is why the account is granted nothing more; nil if it is, or if the change grants nothing.
	retired *fault.Error
}

// lockCoverage locks the only coverage that is wanted, with the lines that it covers and further ones, and reads what
// decides about it. field is the path of the input that names the coverage. It returns NOT_FOUND or HOME_ELSEWHERE.
func lockCoverage(ctx context.Context, tx store.Tx, field string, w rights.Wanted) (*subject, error) {
	found, err := lockCoverages(ctx, tx, w)
	if err != nil {
		return nil, err
	}
	if s := found[w.Coverages[0]]; s != nil {
		return s, nil
	}
	return nil, fault.Missing(field, "Coverage", w.Coverages[0])
}

// lockCoverages locks the coverages that are wanted, with the lines that they cover and further ones, and reads what
// decides about those that exist. It returns HOME_ELSEWHERE.
func lockCoverages(ctx context.Context, tx store.Tx, w rights.Wanted) (map[gid.ID]*subject, error) {
	locked, err := rights.Lock(ctx, tx, w)
	if err != nil {
		return nil, err
	}
	lines := map[gid.ID]*ent.LineItem{}
	for _, line := range locked.Lines {
		lines[line.ID] = line
	}
	rows, err := tx.Client().Coverage.Query().Where(store.KeyIn(coverage.FieldID, w.Coverages)).WithLevel().
		WithPartNumber().Order(ent.Asc(coverage.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read coverages: %w", err)
	}
	items, err := tx.Client().CoverageItem.Query().Where(store.KeyIn(coverageitem.FieldCoverageID, w.Coverages)).
		WithLevel().Order(ent.Asc(coverageitem.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the items of coverages: %w", err)
	}
	found := make(map[gid.ID]*subject, len(rows))
	var homes []change.Home
	var keys []gid.ID
	for _, row := range rows {
		found[row.ID] = &subject{Coverage: row, lines: lines, retired: locked.Retired(row.AccountID)}
		home := change.Home{Account: row.AccountID, ProductLine: row.ProductLineID}
		if !slices.Contains(homes, home) {
			homes = append(homes, home)
		}
		keys = append(keys, row.ID)
		if row.EntitlementID != nil {
			keys = append(keys, *row.EntitlementID)
		}
	}
	for _, item := range items {
		found[item.CoverageID].items = append(found[item.CoverageID].items, item)
		keys = append(keys, item.ID)
	}
	if err := change.AtHome(ctx, tx, homes...); err != nil {
		return nil, err
	}
	slices.Sort(keys)
	decisions, err := decisionsAbout(ctx, tx, slices.Compact(keys))
	for _, s := range found {
		s.decisions = decisions
	}
	return found, err
}

// decisionsAbout returns the decisions about subjects, in the order in which they were recorded.
func decisionsAbout(ctx context.Context, tx store.Tx, subjects []gid.ID) (map[gid.ID][]*ent.Decision, error) {
	rows, err := tx.Client().Decision.Query().Where(store.KeyIn(decision.FieldSubjectID, subjects)).
		Order(ent.Asc(decision.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the decisions about coverages: %w", err)
	}
	decisions := map[gid.ID][]*ent.Decision{}
	for _, d := range rows {
		decisions[d.SubjectID] = append(decisions[d.SubjectID], d)
	}
	return decisions, nil
}

// about returns the decisions about subjects; an id of 0 stands for none.
func (s *subject) about(subjects ...gid.ID) (list rights.Decisions) {
	for _, id := range subjects {
		for _, d := range s.decisions[id] {
			list = append(list, rights.Decided{Kind: d.Kind, First: d.StartsOn, Last: d.EndsOn})
		}
	}
	return list
}

// isWithdrawn tells whether the coverage, or the entitlement with which it was sold, is withdrawn on a day.
func (s *subject) isWithdrawn(on day.Day) bool {
	d := s.about(s.ID, orZero(s.EntitlementID)).On(on)
	return d != nil && *d == vocabulary.DecisionWithdrawn
}

// withdrawals returns those of the decisions that withdraw.
func withdrawals(list rights.Decisions) (withdrawn rights.Decisions) {
	for _, d := range list {
		if d.Kind == vocabulary.DecisionWithdrawn {
			withdrawn = append(withdrawn, d)
		}
	}
	return withdrawn
}

func (s *subject) reference() value.Value { return value.OfReference(s.ID, s.ActivationID) }

// label is how people call the line of an item.
func (s *subject) label(item *ent.CoverageItem) string {
	if line := s.lines[item.LineItemID]; line != nil {
		return line.ActivationID
	}
	return ""
}

// WarnOfOverhang warns of the lines, in the order of their ids, whose rights end before the last day of a coverage;
// day.Forever if it has none, or none is known yet.
func WarnOfOverhang(done *change.Record, last day.Day, lines ...*ent.LineItem) {
	slices.SortFunc(lines, func(a, b *ent.LineItem) int { return cmp.Compare(a.ID, b.ID) })
	for _, line := range lines {
		if line.EndsOn < last {
			rights.WarnThatCoverageOutlasts(done, line, line.EndsOn)
		}
	}
}
