package entitlement

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// FactOf returns what is needed to compute the status of a period, without its successors.
func FactOf(p *ent.Period) PeriodFact {
	return PeriodFact{
		ID: p.ID, Interval: Interval{First: p.StartsOn, Last: p.EndsOn}, Recorded: p.CreatedAt, Perpetual: p.Perpetual,
		Unlimited: p.Unlimited, Quantity: p.Quantity, Overdraft: p.Overdraft, Decision: p.Decision,
		Renews: orNone(p.RenewsID), Trial: p.Term == vocabulary.TermTrial,
	}
}

// FactsOf returns the facts of lines, in the order of lines. It runs three statements, however many lines there are. A
// line that does not exist, or that the scope of the view does not show, gets facts without periods.
func FactsOf(ctx context.Context, v *page.View, lines []int64) ([]*Facts, error) {
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
	for _, add := range []func(context.Context, *page.View, []int64, map[int64]*Facts) error{
		addDecisions, addPeriods, addSuccessors,
	} {
		if err := add(ctx, v, lines, at); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// PeriodsOf returns the facts of lines, in the order of lines, with one statement. Only the periods are set: decisions
// on lines and headers, and successors, are missing.
func PeriodsOf(ctx context.Context, v *page.View, lines []int64) ([]*Facts, error) {
	at, err := periodsOf(ctx, v, lines)
	if err != nil {
		return nil, err
	}
	out := make([]*Facts, len(lines))
	for i, id := range lines {
		out[i] = at[id]
	}
	return out, nil
}

func periodsOf(ctx context.Context, v *page.View, lines []int64) (map[int64]*Facts, error) {
	at := make(map[int64]*Facts, len(lines))
	for _, id := range lines {
		at[id] = &Facts{}
	}
	if len(lines) == 0 {
		return at, nil
	}
	return at, addPeriods(ctx, v, lines, at)
}

// addDecisions adds the decisions on lines and on their headers.
func addDecisions(ctx context.Context, v *page.View, lines []int64, at map[int64]*Facts) error {
	var found []struct {
		ID     int64                `sql:"id"`
		Line   *vocabulary.Decision `sql:"line"`
		Header *vocabulary.Decision `sql:"header"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		e := q.Join(entitlement.Table, "en", func(e *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(e.C(entitlement.FieldID), q.C(lineitem.FieldEntitlementID))
		})
		q.Select(sql.As(q.C(lineitem.FieldID), "id"), sql.As(q.C(lineitem.FieldDecision), "line"),
			sql.As(e.C(entitlement.FieldDecision), "header")).Where(q.In(q.C(lineitem.FieldID), lines))
	}, &found)
	if err != nil {
		return err
	}
	for _, f := range found {
		at[f.ID].Header, at[f.ID].Line = f.Header, f.Line
	}
	return nil
}

// addPeriods adds the periods of lines.
func addPeriods(ctx context.Context, v *page.View, lines []int64, at map[int64]*Facts) error {
	var found []struct {
		ID        gid.ID               `sql:"id"`
		Line      int64                `sql:"line_item_id"`
		Renews    *gid.ID              `sql:"renews_id"`
		First     *day.Day             `sql:"starts_on"`
		Last      *day.Day             `sql:"ends_on"`
		Recorded  clock.Instant        `sql:"created_at"`
		Term      vocabulary.Term      `sql:"term"`
		Perpetual bool                 `sql:"perpetual"`
		Unlimited bool                 `sql:"unlimited"`
		Quantity  *int64               `sql:"quantity"`
		Overdraft int64                `sql:"overdraft"`
		Decision  *vocabulary.Decision `sql:"decision"`
	}
	err := v.ScanBelow(ctx, period.Table, func(q *page.Query) {
		q.Select(q.Columns(
			period.FieldID, period.FieldLineItemID, period.FieldRenewsID, period.FieldStartsOn, period.FieldEndsOn,
			period.FieldCreatedAt, period.FieldPerpetual, period.FieldUnlimited, period.FieldQuantity,
			period.FieldOverdraft, period.FieldDecision, period.FieldTerm,
		)...).Where(q.In(q.C(period.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return err
	}
	for i := range found {
		f := &found[i]
		facts := at[f.Line]
		facts.Periods = append(facts.Periods, PeriodFact{
			ID: f.ID, Renews: orNone(f.Renews), Interval: Interval{First: f.First, Last: f.Last}, Recorded: f.Recorded,
			Perpetual: f.Perpetual, Unlimited: f.Unlimited, Quantity: f.Quantity, Overdraft: f.Overdraft,
			Decision: f.Decision, Trial: f.Term == vocabulary.TermTrial,
		})
	}
	return nil
}

// addSuccessors adds to the periods of lines the intervals of their successors.
func addSuccessors(ctx context.Context, v *page.View, lines []int64, at map[int64]*Facts) error {
	var found []struct {
		Line   int64    `sql:"line"`
		Period *gid.ID  `sql:"period"`
		First  *day.Day `sql:"first_day"`
		Last   *day.Day `sql:"last_day"`
	}
	err := v.Scan(ctx, lineagestep.Table, func(q *page.Query) {
		n, _ := joinSuccessors(q)
		q.Select(sql.As(q.C(lineagestep.FieldLineItemID), "line"), sql.As(q.C(lineagestep.FieldPeriodID), "period"),
			sql.As(n.C(period.FieldStartsOn), "first_day"), sql.As(n.C(period.FieldEndsOn), "last_day")).
			Where(q.In(q.C(lineagestep.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return err
	}
	for _, f := range found {
		for i := range at[f.Line].Periods {
			p := &at[f.Line].Periods[i]
			if f.Period == nil || p.ID == *f.Period {
				p.Successors = append(p.Successors, Interval{f.First, f.Last})
			}
		}
	}
	return nil
}

// joinSuccessors adds to steps of lineage the periods of the lines that renew or upgrade the step's line, and keeps
// those that no decision rules out. It returns the periods and their lines. The scope does not bound them: that its
// successor is in force is part of the state of a line, for everyone who may see the line.
func joinSuccessors(steps *page.Query) (periods, lines columns) {
	n := steps.JoinOf(period.Table, "np", func(n *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(n.C(period.FieldLineItemID), steps.C(lineagestep.FieldCounterpartID))
	})
	l := steps.JoinOf(lineitem.Table, "nl", func(l *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(l.C(lineitem.FieldID), n.C(period.FieldLineItemID))
	})
	e := steps.JoinOf(entitlement.Table, "ne", func(e *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(e.C(entitlement.FieldID), l.C(lineitem.FieldEntitlementID))
	})
	steps.Where(sql.And(
		sql.EQ(steps.C(lineagestep.FieldDirection), string(vocabulary.LineageDirectionTo)),
		sql.In(steps.C(lineagestep.FieldReason),
			string(vocabulary.LineageReasonRenewal), string(vocabulary.LineageReasonUpgrade)),
		undecided(n), sql.IsNull(l.C(lineitem.FieldDecision)), sql.IsNull(e.C(entitlement.FieldDecision))))
	return n, l
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}
