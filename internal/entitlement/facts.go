package entitlement

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// FactColumns are the columns of a period that FactOf needs.
var FactColumns = []string{
	period.FieldLineItemID, period.FieldRenewsID, period.FieldStartsOn, period.FieldEndsOn, period.FieldPerpetual,
	period.FieldUnlimited, period.FieldQuantity, period.FieldOverdraft, period.FieldDecision,
}

// FactOf takes from a period's row what judging it needs.
func FactOf(p *ent.Period) PeriodFact {
	fact := PeriodFact{
		ID: p.ID, Interval: Interval{First: p.StartsOn, Last: p.EndsOn}, Perpetual: p.Perpetual,
		Unlimited: p.Unlimited, Quantity: p.Quantity, Overdraft: p.Overdraft, Decision: p.Decision,
	}
	if p.RenewsID != nil {
		fact.Renews = *p.RenewsID
	}
	return fact
}

// FactsOf gathers the facts of lines, in the order of their ids, with three statements however many lines there are.
// A line that does not exist, or that the viewer may not see, has facts without periods.
func (r *Reader) FactsOf(ctx context.Context, lines []int64) ([]*Facts, error) {
	out := make([]*Facts, len(lines))
	at := make(map[int64]*Facts, len(lines))
	for i, id := range lines {
		if at[id] == nil {
			at[id] = &Facts{}
		}
		out[i] = at[id]
	}
	if len(lines) == 0 {
		return out, nil
	}
	var decisions []struct {
		ID     int64                `sql:"id"`
		Line   *vocabulary.Decision `sql:"line"`
		Header *vocabulary.Decision `sql:"header"`
	}
	err := r.LineItems.Scan(ctx, func(q *sql.Selector) {
		header := sql.Table(entitlement.Table)
		q.Join(header).On(q.C(lineitem.FieldEntitlementID), header.C(entitlement.FieldID))
		q.Where(page.In(q, lineitem.FieldID, lines))
		q.Select(sql.As(q.C(lineitem.FieldID), "id"), sql.As(q.C(lineitem.FieldDecision), "line"),
			sql.As(header.C(entitlement.FieldDecision), "header"))
	}, &decisions)
	if err != nil {
		return nil, err
	}
	for _, d := range decisions {
		at[d.ID].Header, at[d.ID].Line = d.Header, d.Line
	}
	periods, err := r.Periods.Rows(ctx, FactColumns, func(q *sql.Selector) {
		q.Where(page.In(q, period.FieldLineItemID, lines))
	})
	if err != nil {
		return nil, err
	}
	for _, p := range periods {
		facts := at[int64(p.LineItemID)]
		facts.Periods = append(facts.Periods, FactOf(p))
	}
	return out, r.addSuccessors(ctx, lines, at)
}

// addSuccessors adds the intervals of the lines that renew or upgrade a period, where no decision rules them out.
func (r *Reader) addSuccessors(ctx context.Context, lines []int64, at map[int64]*Facts) error {
	var successors []struct {
		Line   int64    `sql:"line"`
		Period *int64   `sql:"period"`
		First  *day.Day `sql:"first_day"`
		Last   *day.Day `sql:"last_day"`
	}
	err := r.Lineage.Scan(ctx, func(q *sql.Selector) {
		p, l, e := sql.Table(period.Table), sql.Table(lineitem.Table), sql.Table(entitlement.Table)
		q.Join(p).On(q.C(lineagestep.FieldCounterpartID), p.C(period.FieldLineItemID))
		q.Join(l).On(q.C(lineagestep.FieldCounterpartID), l.C(lineitem.FieldID))
		q.Join(e).On(l.C(lineitem.FieldEntitlementID), e.C(entitlement.FieldID))
		q.Where(sql.And(
			page.In(q, lineagestep.FieldLineItemID, lines),
			sql.EQ(q.C(lineagestep.FieldDirection), string(vocabulary.LineageDirectionTo)),
			sql.In(q.C(lineagestep.FieldReason), string(vocabulary.LineageReasonRenewal), string(vocabulary.LineageReasonUpgrade)),
			sql.IsNull(p.C(period.FieldDecision)), sql.IsNull(l.C(lineitem.FieldDecision)),
			sql.IsNull(e.C(entitlement.FieldDecision)),
		))
		q.Select(sql.As(q.C(lineagestep.FieldLineItemID), "line"), sql.As(q.C(lineagestep.FieldPeriodID), "period"),
			sql.As(p.C(period.FieldStartsOn), "first_day"), sql.As(p.C(period.FieldEndsOn), "last_day"))
	}, &successors)
	if err != nil {
		return err
	}
	for _, s := range successors {
		for i := range at[s.Line].Periods {
			p := &at[s.Line].Periods[i]
			if s.Period == nil || p.ID == gid.ID(*s.Period) {
				p.Successors = append(p.Successors, Interval{s.First, s.Last})
			}
		}
	}
	return nil
}
