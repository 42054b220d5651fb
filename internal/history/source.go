package history

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// source is a table whose rows are events, at the moments in a column. Of two events of one moment, the one of the
// later source is the newer one.
type source struct {
	table, moment string
	// of bounds the rows to those that the question asks for.
	of func(q *page.Query, ask Question) *sql.Predicate
	// columns are read beside the key and the moment.
	columns []string
	event   func(r *row) Event
}

// row is a row of any source. Columns that its table does not have are nil.
type row struct {
	Key      int64         `sql:"id"`
	At       clock.Instant `sql:"at"`
	Line     gid.ID        `sql:"line_item_id"`
	Renews   *gid.ID       `sql:"renews_id"`
	Amends   *gid.ID       `sql:"amends_id"`
	Replaces *gid.ID       `sql:"replaces_id"`
	Coverage gid.ID        `sql:"coverage_id"`
	Subject  gid.ID        `sql:"subject_id"`
	Voids    bool          `sql:"voids"`
}

// sources are all sources, those of what is recorded first in front.
var sources = []source{
	{table: entitlement.Table, moment: entitlement.FieldCreatedAt, of: ofHeaders, event: func(r *row) Event {
		return Event{Kind: vocabulary.RightEventKindIssued, Entitlement: gid.ID(r.Key)}
	}},
	{table: period.Table, moment: period.FieldCreatedAt, of: ofPeriods, columns: []string{period.FieldLineItemID,
		period.FieldRenewsID, period.FieldAmendsID, period.FieldReplacesID}, event: eventOfPeriod},
	{table: coverage.Table, moment: coverage.FieldCreatedAt, of: ofCoverages, columns: []string{
		coverage.FieldRenewsID, coverage.FieldReplacesID}, event: eventOfCoverage},
	{table: coverageitem.Table, moment: coverageitem.FieldLinkedAt, of: ofLinks, columns: []string{
		coverageitem.FieldLineItemID, coverageitem.FieldCoverageID}, event: func(r *row) Event {
		return Event{Kind: vocabulary.RightEventKindLinked, LineItem: r.Line, Coverage: r.Coverage,
			CoverageItem: gid.ID(r.Key)}
	}},
	{table: decision.Table, moment: decision.FieldRecordedAt, of: ofDecisions, columns: []string{
		decision.FieldSubjectID, decision.FieldVoids}, event: func(r *row) Event {
		kind := vocabulary.RightEventKindDecided
		if r.Voids {
			kind = vocabulary.RightEventKindVoided
		}
		return eventOfDecision(kind, r)
	}},
	{table: decision.Table, moment: decision.FieldLiftedAt, of: ofDecisions, columns: []string{
		decision.FieldSubjectID, decision.FieldVoids}, event: func(r *row) Event {
		return eventOfDecision(vocabulary.RightEventKindReleased, r)
	}},
}

func eventOfPeriod(r *row) Event {
	e := Event{Kind: vocabulary.RightEventKindGranted, LineItem: r.Line, Period: gid.ID(r.Key)}
	switch {
	case r.Replaces != nil:
		e.Kind = vocabulary.RightEventKindCorrected
	case r.Amends != nil:
		e.Kind = vocabulary.RightEventKindAmended
	case r.Renews != nil:
		e.Kind = vocabulary.RightEventKindRenewed
	}
	return e
}

func eventOfCoverage(r *row) Event {
	e := Event{Kind: vocabulary.RightEventKindCovered, Coverage: gid.ID(r.Key)}
	switch {
	case r.Replaces != nil:
		e.Kind = vocabulary.RightEventKindCorrected
	case r.Renews != nil:
		e.Kind = vocabulary.RightEventKindExtended
	}
	return e
}

func eventOfDecision(kind vocabulary.RightEventKind, r *row) Event {
	e := Event{Kind: kind, Decision: gid.FromKey(gid.Decision, r.Key)}
	switch r.Subject.Type() {
	case gid.Entitlement:
		e.Entitlement = r.Subject
	case gid.LineItem:
		e.LineItem = r.Subject
	case gid.Period:
		e.Period = r.Subject
	case gid.Coverage:
		e.Coverage = r.Subject
	case gid.CoverageItem:
		e.CoverageItem = r.Subject
	}
	return e
}

// read returns the newest events of the source before a position, at most limit.
func (s *source) read(ctx context.Context, v *page.View, ask Question, number int64, before *position, limit int) (
	[]*Event, error) {
	var found []row
	err := v.Scan(ctx, s.table, func(q *page.Query) {
		key, at := q.C("id"), q.C(s.moment)
		q.Select(append(q.Columns(append([]string{"id"}, s.columns...)...), sql.As(at, "at"))...).
			Where(s.of(q, ask)).Where(sql.GT(at, 0))
		if ask.From != nil {
			q.Where(sql.GTE(at, int64(*ask.From)))
		}
		if ask.To != nil {
			q.Where(sql.LT(at, int64(*ask.To)))
		}
		if before != nil {
			q.Where(before.earlier(number, at, key))
		}
		q.Greatest(limit, at, key)
	}, &found)
	if err != nil {
		return nil, err
	}
	events := make([]*Event, len(found))
	for i := range found {
		r := &found[i]
		e := s.event(r)
		e.At, e.position = r.At, position{r.At, number, r.Key}
		events[i] = &e
	}
	return events, nil
}

// earlier is the condition that an event of a source, whose moment and key two columns have, is before the position.
func (p *position) earlier(source int64, at, key string) *sql.Predicate {
	switch {
	case source < p.source:
		return sql.LTE(at, int64(p.at))
	case source > p.source:
		return sql.LT(at, int64(p.at))
	}
	return sql.Or(sql.LT(at, int64(p.at)), sql.And(sql.EQ(at, int64(p.at)), sql.LT(key, p.key)))
}

func ofHeaders(q *page.Query, ask Question) *sql.Predicate {
	if ask.Entitlement != 0 {
		return sql.EQ(q.C(entitlement.FieldID), int64(ask.Entitlement))
	}
	return sql.EQ(q.C(entitlement.FieldAccountID), int64(ask.Account))
}

func ofPeriods(q *page.Query, ask Question) *sql.Predicate {
	return isOneOf(q.C(period.FieldLineItemID), linesOf(q, ask))
}

func ofLinks(q *page.Query, ask Question) *sql.Predicate {
	return sql.And(sql.GT(q.C(coverageitem.FieldLinkedAt), 0),
		isOneOf(q.C(coverageitem.FieldLineItemID), linesOf(q, ask)))
}

func ofCoverages(q *page.Query, ask Question) *sql.Predicate {
	switch {
	case ask.LineItem != 0:
		return isOneOf(q.C(coverage.FieldID), below(q, coverageitem.Table, "ci", coverageitem.FieldCoverageID, ask))
	case ask.Entitlement != 0:
		return sql.Or(sql.EQ(q.C(coverage.FieldEntitlementID), int64(ask.Entitlement)),
			isOneOf(q.C(coverage.FieldID), below(q, coverageitem.Table, "ci", coverageitem.FieldCoverageID, ask)))
	}
	return sql.EQ(q.C(coverage.FieldAccountID), int64(ask.Account))
}

// ofDecisions bounds decisions to those about what the question asks for, without those that voided a row in whose
// place another was recorded.
func ofDecisions(q *page.Query, ask Question) *sql.Predicate {
	subject := q.C(decision.FieldSubjectID)
	replaced := func(table, alias string) *sql.Predicate {
		r := q.SubOf(table, alias)
		return sql.Exists(r.Select(r.C("id")).Where(sql.ColumnsEQ(r.C("replaces_id"), subject)).Selector)
	}
	counts := sql.Not(sql.And(sql.EQ(q.C(decision.FieldVoids), true),
		sql.Or(replaced(period.Table, "rp"), replaced(coverage.Table, "rc"))))
	if ask.Entitlement == 0 {
		return sql.And(sql.EQ(q.C(decision.FieldAccountID), int64(ask.Account)), counts)
	}
	about := []*sql.Predicate{
		sql.EQ(subject, int64(ask.Entitlement)),
		isOneOf(subject, linesOf(q, ask)),
		isOneOf(subject, below(q, period.Table, "pe", period.FieldID, ask)),
		isOneOf(subject, below(q, coverageitem.Table, "ci", coverageitem.FieldID, ask)),
		isOneOf(subject, below(q, coverageitem.Table, "cc", coverageitem.FieldCoverageID, ask)),
	}
	if ask.LineItem == 0 {
		c := q.SubOf(coverage.Table, "co")
		about = append(about, isOneOf(subject, c.Select(c.C(coverage.FieldID)).
			Where(sql.EQ(c.C(coverage.FieldEntitlementID), int64(ask.Entitlement)))))
	}
	return sql.And(sql.Or(about...), counts)
}

// linesOf is a subquery for the lines that the question asks for.
func linesOf(q *page.Query, ask Question) *page.Query {
	l := q.SubOf(lineitem.Table, "li")
	l.Select(l.C(lineitem.FieldID))
	switch {
	case ask.LineItem != 0:
		return l.Where(sql.And(sql.EQ(l.C(lineitem.FieldID), int64(ask.LineItem)),
			sql.EQ(l.C(lineitem.FieldEntitlementID), int64(ask.Entitlement))))
	case ask.Entitlement != 0:
		return l.Where(sql.EQ(l.C(lineitem.FieldEntitlementID), int64(ask.Entitlement)))
	}
	return l.Where(sql.EQ(l.C(lineitem.FieldAccountID), int64(ask.Account)))
}

// below is a subquery for a column of the rows of a table that belong to these lines.
func below(q *page.Query, table, alias, column string, ask Question) *page.Query {
	t := q.SubOf(table, alias)
	return t.Select(t.C(column)).Where(isOneOf(t.C("line_item_id"), linesOf(q, ask)))
}

func isOneOf(column string, among *page.Query) *sql.Predicate { return sql.In(column, among.Selector) }
