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

// FactOf returns what is needed to compute the status of a period under decisions, without its successors.
func FactOf(p *ent.Period, decisions Decisions) PeriodFact {
	return PeriodFact{
		ID: p.ID, Interval: Interval{First: p.StartsOn, Last: p.EndsOn}, Recorded: p.CreatedAt, Ranked: p.RankedAt,
		Perpetual: p.Perpetual, Unlimited: p.Unlimited, Quantity: p.Quantity, Overdraft: p.Overdraft,
		Decisions: decisions, Renews: orNone(p.RenewsID), Replaces: orNone(p.ReplacesID), Amends: orNone(p.AmendsID),
		Trial: p.Term == vocabulary.TermTrial, GraceDays: p.GraceDays,
		CancelDays: p.CancelDays, RenewsOn: p.RenewsOn, RenewalDecided: p.RenewalDecidedAt,
	}
}

// FactsOf returns the facts of lines, in the order of lines. It runs three statements, however many lines there are,
// and one more if there are decisions. A line that does not exist, or that the scope of the view does not show, gets
// facts without periods.
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
	var decisions DecisionReader
	if err := askForDecisions(ctx, v, lines, at, &decisions); err != nil {
		return nil, err
	}
	if err := addPeriods(ctx, v, lines, at, &decisions); err != nil {
		return nil, err
	}
	successors, err := findSuccessors(ctx, v, lines, &decisions)
	if err != nil {
		return nil, err
	}
	if err := decisions.Read(ctx, v); err != nil {
		return nil, err
	}
	for _, s := range successors {
		of := at[s.line]
		of.successions = append(of.successions, s)
		s.addTo(of)
	}
	return out, nil
}

// PeriodsOf returns the facts of lines, in the order of lines, with one statement, and another if there are decisions
// about periods. Only the periods are set: decisions on lines and headers, and successors, are missing.
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
	var decisions DecisionReader
	if err := addPeriods(ctx, v, lines, at, &decisions); err != nil {
		return nil, err
	}
	return at, decisions.Read(ctx, v)
}

// askForDecisions asks for the decisions on lines and on their headers.
func askForDecisions(ctx context.Context, v *page.View, lines []int64, at map[int64]*Facts,
	decisions *DecisionReader) error {
	var found []struct {
		ID            int64 `sql:"id"`
		Header        int64 `sql:"header"`
		Decided       bool  `sql:"decided"`
		HeaderDecided bool  `sql:"header_decided"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		e := q.Join(entitlement.Table, "en", func(e *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(e.C(entitlement.FieldID), q.C(lineitem.FieldEntitlementID))
		})
		q.Select(q.C(lineitem.FieldID), q.C(lineitem.FieldDecided), sql.As(e.C(entitlement.FieldID), "header"),
			sql.As(e.C(entitlement.FieldDecided), "header_decided")).Where(q.In(q.C(lineitem.FieldID), lines))
	}, &found)
	if err != nil {
		return err
	}
	for _, f := range found {
		facts := at[f.ID]
		decisions.About(f.Decided, f.ID, func(d Decisions) { facts.Line = d })
		decisions.cancellations(f.Decided, f.ID, func(d Decisions) { facts.Cancelled = d })
		decisions.About(f.HeaderDecided, f.Header, func(d Decisions) { facts.Header = d })
	}
	return nil
}

// addPeriods adds the periods of lines, and asks for the decisions on them.
func addPeriods(ctx context.Context, v *page.View, lines []int64, at map[int64]*Facts,
	decisions *DecisionReader) error {
	var found []struct {
		ID        gid.ID          `sql:"id"`
		Line      int64           `sql:"line_item_id"`
		Renews    *gid.ID         `sql:"renews_id"`
		Amends    *gid.ID         `sql:"amends_id"`
		Replaces  *gid.ID         `sql:"replaces_id"`
		First     *day.Day        `sql:"starts_on"`
		Last      *day.Day        `sql:"ends_on"`
		Recorded  clock.Instant   `sql:"created_at"`
		Ranked    clock.Instant   `sql:"ranked_at"`
		Term      vocabulary.Term `sql:"term"`
		Perpetual bool            `sql:"perpetual"`
		Unlimited bool            `sql:"unlimited"`
		Quantity  *int64          `sql:"quantity"`
		Overdraft int64           `sql:"overdraft"`
		GraceDays int             `sql:"grace_days"`
		Cancel    *int            `sql:"cancel_days"`
		RenewsOn  *day.Day        `sql:"renews_on"`
		Renewal   *clock.Instant  `sql:"renewal_decided_at"`
		Decided   bool            `sql:"decided"`
		// LineDecided tells whether there are decisions about the line.
		LineDecided bool `sql:"line_decided"`
	}
	err := v.ScanBelow(ctx, period.Table, func(q *page.Query) {
		l := q.JoinOf(lineitem.Table, "gl", func(l *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(l.C(lineitem.FieldID), q.C(period.FieldLineItemID))
		})
		q.Select(q.Columns(
			period.FieldID, period.FieldLineItemID, period.FieldRenewsID, period.FieldReplacesID,
			period.FieldStartsOn, period.FieldEndsOn,
			period.FieldCreatedAt, period.FieldRankedAt, period.FieldPerpetual, period.FieldUnlimited,
			period.FieldQuantity, period.FieldAmendsID, period.FieldOverdraft, period.FieldDecided, period.FieldTerm,
			period.FieldGraceDays, period.FieldCancelDays, period.FieldRenewsOn, period.FieldRenewalDecidedAt,
		)...).AppendSelect(sql.As(l.C(lineitem.FieldDecided), "line_decided")).
			Where(q.In(q.C(period.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return err
	}
	for i := range found {
		f := &found[i]
		facts, n := at[f.Line], len(at[f.Line].Periods)
		decisions.About(f.Decided, int64(f.ID), func(d Decisions) { facts.Periods[n].Decisions = d })
		decisions.graces(f.LineDecided, f.Line, func(d Decisions) { facts.Periods[n].Graces = d })
		facts.Periods = append(facts.Periods, PeriodFact{
			ID: f.ID, Renews: orNone(f.Renews), Replaces: orNone(f.Replaces), Amends: orNone(f.Amends),
			Interval: Interval{First: f.First, Last: f.Last}, Recorded: f.Recorded, Ranked: f.Ranked,
			Perpetual: f.Perpetual, Unlimited: f.Unlimited, Quantity: f.Quantity, Overdraft: f.Overdraft,
			Trial: f.Term == vocabulary.TermTrial, GraceDays: f.GraceDays,
			CancelDays: f.Cancel, RenewsOn: f.RenewsOn, RenewalDecided: f.Renewal,
		})
	}
	return nil
}

// succession is a period of another line that replaced a line, or one of its periods, by renewal or upgrade.
type succession struct {
	line      int64
	of        gid.ID // the replaced period; 0 stands for all of the line
	days      Interval
	recorded  clock.Instant
	by        gid.ID    // the line of the period
	own       Decisions // on the period
	decisions Decisions // on the period, its line and its header
}

// addTo adds the days of the succession to the periods that it replaced.
func (s *succession) addTo(facts *Facts) {
	free := s.days.without(s.decisions)
	for i := range facts.Periods {
		p := &facts.Periods[i]
		if s.of == 0 || p.ID == s.of {
			p.Successors = append(p.Successors, free...)
		}
	}
}

// findSuccessors returns what replaced lines, and asks for the decisions about it.
func findSuccessors(ctx context.Context, v *page.View, lines []int64, decisions *DecisionReader) (
	[]*succession, error) {
	var found []struct {
		Line     int64         `sql:"line"`
		Period   *gid.ID       `sql:"of_period"`
		First    *day.Day      `sql:"first_day"`
		Last     *day.Day      `sql:"last_day"`
		Recorded clock.Instant `sql:"recorded"`
		decidedSuccessor
	}
	err := v.Scan(ctx, lineagestep.Table, func(q *page.Query) {
		s := joinSuccessors(q)
		q.Select(append(s.decided(), sql.As(q.C(lineagestep.FieldLineItemID), "line"),
			sql.As(q.C(lineagestep.FieldPeriodID), "of_period"), sql.As(s.period.C(period.FieldStartsOn), "first_day"),
			sql.As(s.period.C(period.FieldEndsOn), "last_day"),
			sql.As(s.period.C(period.FieldCreatedAt), "recorded"))...).
			Where(q.In(q.C(lineagestep.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return nil, err
	}
	out := make([]*succession, len(found))
	for i := range found {
		f := &found[i]
		s := &succession{line: f.Line, of: orNone(f.Period), days: Interval{f.First, f.Last}, recorded: f.Recorded,
			by: gid.ID(f.Successor)}
		decisions.About(f.PeriodDecided, int64(f.ID), func(d Decisions) { s.own = d })
		f.ask(decisions, func(d Decisions) { s.decisions = append(s.decisions, d...) })
		out[i] = s
	}
	return out, nil
}

// successors are the tables of a statement that has joined, to steps of lineage, the periods of the lines that renew or
// upgrade the step's line, their lines and the headers of these.
type successors struct{ period, line, header columns }

// joinSuccessors joins successors. The scope does not bound them: that its successor is in force is part of the state
// of a line, for everyone who may see the line.
func joinSuccessors(steps *page.Query) successors {
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
			string(vocabulary.LineageReasonRenewal), string(vocabulary.LineageReasonUpgrade))))
	return successors{n, l, e}
}

// areFree is the condition that no decision holds on a day about the period, its line or its header.
func (s successors) areFree(q *page.Query, on any) *sql.Predicate {
	return sql.And(IsFree(q, s.period, on), IsFree(q, s.line, on), IsFree(q, s.header, on))
}

// decided returns the columns of a decidedSuccessor.
func (s successors) decided() []string {
	return []string{
		sql.As(s.period.C(period.FieldID), "period"), sql.As(s.period.C(decidedColumn), "period_decided"),
		sql.As(s.line.C(lineitem.FieldID), "successor"), sql.As(s.line.C(decidedColumn), "successor_decided"),
		sql.As(s.header.C(entitlement.FieldID), "header"), sql.As(s.header.C(decidedColumn), "header_decided"),
	}
}

// decidedSuccessor tells about which of the successor's rows there are decisions.
type decidedSuccessor struct {
	ID            gid.ID `sql:"period"`
	PeriodDecided bool   `sql:"period_decided"`
	Successor     int64  `sql:"successor"`
	LineDecided   bool   `sql:"successor_decided"`
	Header        int64  `sql:"header"`
	HeaderDecided bool   `sql:"header_decided"`
}

// ask asks for the decisions about the period, its line and its header.
func (s *decidedSuccessor) ask(decisions *DecisionReader, add func(Decisions)) {
	decisions.About(s.PeriodDecided, int64(s.ID), add)
	decisions.About(s.LineDecided, s.Successor, add)
	decisions.About(s.HeaderDecided, s.Header, add)
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}

// ReplacementsOf returns the ids of the periods that replace others, in the order of the others' ids and with one
// statement; 0 for a period that was not replaced.
func ReplacementsOf(ctx context.Context, v *page.View, periods []int64) ([]gid.ID, error) {
	var found []struct {
		ID       gid.ID `sql:"id"`
		Replaces int64  `sql:"replaces_id"`
	}
	err := v.ScanBelow(ctx, period.Table, func(q *page.Query) {
		q.Select(q.C(period.FieldID), q.C(period.FieldReplacesID)).Where(q.In(q.C(period.FieldReplacesID), periods))
	}, &found)
	if err != nil {
		return nil, err
	}
	of := make(map[int64]gid.ID, len(found))
	for _, f := range found {
		of[f.Replaces] = f.ID
	}
	out := make([]gid.ID, len(periods))
	for i, id := range periods {
		out[i] = of[id]
	}
	return out, nil
}
