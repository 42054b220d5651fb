package coverage

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Fact is what judging a coverage needs to know. Last is day.Forever where it has no last day.
type Fact struct {
	Kind      vocabulary.CoverageKind
	First     *day.Day
	Last      day.Day
	Perpetual bool
	Own       *vocabulary.Decision
	Header    *vocabulary.Decision
}

// FactOf takes from a coverage's row what judging it needs; header is the decision on its entitlement.
func FactOf(c *ent.Coverage, header *vocabulary.Decision) Fact {
	return Fact{c.Kind, c.StartsOn, c.EndsOn, c.Perpetual, c.Decision, header}
}

// Status judges the coverage on a day; the last day is part of it.
func (f Fact) Status(on day.Day) vocabulary.Status {
	if d := rights.Ruling(f.Own, f.Header); d != nil {
		return vocabulary.Status(*d)
	}
	switch {
	case f.First == nil && !f.Perpetual:
		return vocabulary.StatusAwaitingActivation
	case f.First != nil && *f.First > on:
		return vocabulary.StatusFuture
	case f.Last < on:
		return vocabulary.StatusExpired
	}
	return vocabulary.StatusActive
}

// DaysLeft counts the days from on to the last day, both included; 0 where the coverage is not in force on the day.
// The second result is false where there is no last day.
func (f Fact) DaysLeft(on day.Day) (int, bool) {
	switch {
	case f.Status(on) != vocabulary.StatusActive:
		return 0, true
	case f.Last == day.Forever:
		return 0, false
	}
	return int(f.Last-on) + 1, true
}

// HeadersOf returns the decision on the entitlement of each coverage, in the order of the ids, with one statement.
func (r *Reader) HeadersOf(ctx context.Context, coverages []int64) ([]*vocabulary.Decision, error) {
	var found []struct {
		ID     int64                `sql:"id"`
		Header *vocabulary.Decision `sql:"header"`
	}
	err := r.Coverages.Scan(ctx, func(q *sql.Selector) {
		header := sql.Table(entitlement.Table)
		q.Join(header).On(q.C(coverage.FieldEntitlementID), header.C(entitlement.FieldID))
		q.Where(sql.And(page.In(q, coverage.FieldID, coverages), sql.NotNull(header.C(entitlement.FieldDecision))))
		q.Select(sql.As(q.C(coverage.FieldID), "id"), sql.As(header.C(entitlement.FieldDecision), "header"))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*vocabulary.Decision, len(found))
	for _, f := range found {
		at[f.ID] = f.Header
	}
	out := make([]*vocabulary.Decision, len(coverages))
	for i, id := range coverages {
		out[i] = at[id]
	}
	return out, nil
}

// FactsOfLines returns the facts of the coverages of each line item, in the order of the ids, with one statement.
func (r *Reader) FactsOfLines(ctx context.Context, lines []int64) ([][]Fact, error) {
	var found []struct {
		Line      int64                   `sql:"line"`
		Kind      vocabulary.CoverageKind `sql:"kind"`
		First     *day.Day                `sql:"first_day"`
		Last      day.Day                 `sql:"last_day"`
		Perpetual bool                    `sql:"perpetual"`
		Own       *vocabulary.Decision    `sql:"own"`
		Header    *vocabulary.Decision    `sql:"header"`
	}
	err := r.Items.Scan(ctx, func(q *sql.Selector) {
		c, e := sql.Table(coverage.Table), sql.Table(entitlement.Table)
		q.Join(c).On(q.C(coverageitem.FieldCoverageID), c.C(coverage.FieldID))
		q.LeftJoin(e).On(c.C(coverage.FieldEntitlementID), e.C(entitlement.FieldID))
		q.Where(page.In(q, coverageitem.FieldLineItemID, lines))
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"), sql.As(c.C(coverage.FieldKind), "kind"),
			sql.As(c.C(coverage.FieldStartsOn), "first_day"), sql.As(c.C(coverage.FieldEndsOn), "last_day"),
			sql.As(c.C(coverage.FieldPerpetual), "perpetual"), sql.As(c.C(coverage.FieldDecision), "own"),
			sql.As(e.C(entitlement.FieldDecision), "header"))
	}, &found)
	if err != nil {
		return nil, err
	}
	out := make([][]Fact, len(lines))
	at := make(map[int64][]int, len(lines))
	for i, id := range lines {
		at[id] = append(at[id], i)
	}
	for _, f := range found {
		for _, i := range at[f.Line] {
			out[i] = append(out[i], Fact{f.Kind, f.First, f.Last, f.Perpetual, f.Own, f.Header})
		}
	}
	return out, nil
}

// LastDaysOfLines returns, in the order of the ids and with one statement, the last day on which a coverage without a
// decision covers each line item: nil where none does, day.Forever where one has no end.
func (r *Reader) LastDaysOfLines(ctx context.Context, lines []int64) ([]*day.Day, error) {
	var found []struct {
		Line int64   `sql:"line"`
		Last day.Day `sql:"last_day"`
	}
	err := r.Items.Scan(ctx, func(q *sql.Selector) {
		c := sql.Table(coverage.Table)
		q.Join(c).On(q.C(coverageitem.FieldCoverageID), c.C(coverage.FieldID))
		q.Where(sql.And(page.In(q, coverageitem.FieldLineItemID, lines), sql.IsNull(c.C(coverage.FieldDecision))))
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"), sql.As(sql.Max(c.C(coverage.FieldEndsOn)), "last_day"))
		q.GroupBy(q.C(coverageitem.FieldLineItemID))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*day.Day, len(found))
	for i := range found {
		at[found[i].Line] = &found[i].Last
	}
	out := make([]*day.Day, len(lines))
	for i, id := range lines {
		out[i] = at[id]
	}
	return out, nil
}
