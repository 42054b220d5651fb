package entitlement

import (
	"context"
	"math/big"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Renewing is what tells how much of a line has to be renewed: its periods, and the lines that renew it or that it was
// upgraded to.
type Renewing struct {
	Facts
	Successors []*Successor
}

// Successor is a line that took the place of another, or of part of it. Period is the period that it succeeds; 0
// stands for all. Quantity is how much of it moved, in base units; nil if that was not recorded. SameUnit says that
// both lines count the same unit.
type Successor struct {
	Facts
	Period   gid.ID
	Reason   vocabulary.LineageReason
	Quantity *int64
	SameUnit bool
}

// Due returns how much of the line is due if nothing more is renewed after a day: what the period in force grants,
// less what successors took over that are in force on that day or on the next. The amount is nil if it has no limit or
// is not known. The second result is false if nothing is due: no period is in force, the one in force is a trial, or
// successors took over all of it.
func (r *Renewing) Due(on day.Day) (*big.Int, bool) {
	p := r.InForce(on)
	if p == nil || p.Trial {
		return nil, false
	}
	var left *big.Int
	if !p.Unlimited && p.Quantity != nil {
		left = big.NewInt(*p.Quantity)
	}
	succeeded := false
	for _, s := range r.Successors {
		if s.Period != 0 && s.Period != p.ID {
			continue
		}
		switch taken, all := s.took(on); {
		case all, taken != nil && left == nil:
			return nil, false
		case taken != nil:
			succeeded = true
			left.Sub(left, taken)
		}
	}
	if succeeded && left.Sign() <= 0 {
		return nil, false
	}
	return left, true
}

// took returns how much of the other line a successor has taken over by the end of a day; nil if it is in force
// neither on that day nor on the next. It took all if it is an upgrade, or if the amounts cannot be compared.
func (s *Successor) took(on day.Day) (amount *big.Int, all bool) {
	p := s.InForce(on + 1)
	if p == nil {
		p = s.InForce(on)
	}
	switch {
	case p == nil:
		return nil, false
	case s.Reason != vocabulary.LineageReasonRenewal:
		return nil, true
	case s.Quantity != nil:
		return big.NewInt(*s.Quantity), false
	case !s.SameUnit || p.Unlimited || p.Quantity == nil:
		return nil, true
	}
	return big.NewInt(*p.Quantity), false
}

// RenewingOf returns what tells how much of lines has to be renewed, in the order of their ids and with two
// statements, or four if there are decisions.
func RenewingOf(ctx context.Context, v *page.View, lines []int64) ([]*Renewing, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	facts, err := PeriodsOf(ctx, v, lines)
	if err != nil {
		return nil, err
	}
	successors, err := successorsOf(ctx, v, lines)
	if err != nil {
		return nil, err
	}
	out := make([]*Renewing, len(lines))
	for i, id := range lines {
		out[i] = &Renewing{*facts[i], successors[id]}
	}
	return out, nil
}

// successorsOf returns the successors of lines with their periods. The decisions on their lines and headers are added
// to those of each period.
func successorsOf(ctx context.Context, v *page.View, lines []int64) (map[int64][]*Successor, error) {
	var found []struct {
		Step      int64                    `sql:"step"`
		Line      int64                    `sql:"line"`
		Of        *gid.ID                  `sql:"of_period"`
		Reason    vocabulary.LineageReason `sql:"reason"`
		Moved     *int64                   `sql:"moved"`
		Unit      int64                    `sql:"unit"`
		OwnUnit   int64                    `sql:"own_unit"`
		Renews    *gid.ID                  `sql:"renews"`
		First     *day.Day                 `sql:"first_day"`
		Last      *day.Day                 `sql:"last_day"`
		Ranked    clock.Instant            `sql:"ranked"`
		Unlimited bool                     `sql:"unlimited"`
		Quantity  *int64                   `sql:"quantity"`
		decidedSuccessor
	}
	err := v.Scan(ctx, lineagestep.Table, func(q *page.Query) {
		own := q.Join(lineitem.Table, "ol", func(l *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(l.C(lineitem.FieldID), q.C(lineagestep.FieldLineItemID))
		})
		successors := joinSuccessors(q)
		n, l := successors.period, successors.line
		q.Select(append(successors.decided(),
			sql.As(q.C(lineagestep.FieldID), "step"), sql.As(q.C(lineagestep.FieldLineItemID), "line"),
			sql.As(q.C(lineagestep.FieldPeriodID), "of_period"), q.C(lineagestep.FieldReason),
			sql.As(q.C(lineagestep.FieldQuantity), "moved"), sql.As(l.C(lineitem.FieldUnitID), "unit"),
			sql.As(own.C(lineitem.FieldUnitID), "own_unit"),
			sql.As(n.C(period.FieldRenewsID), "renews"), sql.As(n.C(period.FieldStartsOn), "first_day"),
			sql.As(n.C(period.FieldEndsOn), "last_day"), sql.As(n.C(period.FieldRankedAt), "ranked"),
			sql.As(n.C(period.FieldUnlimited), "unlimited"), sql.As(n.C(period.FieldQuantity), "quantity"))...).
			Where(sql.And(q.In(q.C(lineagestep.FieldLineItemID), lines), sql.NotNull(n.C(period.FieldStartsOn))))
	}, &found)
	if err != nil {
		return nil, err
	}
	out, bySteps := map[int64][]*Successor{}, map[int64]*Successor{}
	var decisions DecisionReader
	for i := range found {
		f := &found[i]
		s := bySteps[f.Step]
		if s == nil {
			s = &Successor{Period: orNone(f.Of), Reason: f.Reason, Quantity: f.Moved, SameUnit: f.Unit == f.OwnUnit}
			bySteps[f.Step], out[f.Line] = s, append(out[f.Line], s)
		}
		n := len(s.Periods)
		f.ask(&decisions, func(d Decisions) { s.Periods[n].Decisions = append(s.Periods[n].Decisions, d...) })
		s.Periods = append(s.Periods, PeriodFact{ID: f.ID, Renews: orNone(f.Renews),
			Interval: Interval{f.First, f.Last}, Ranked: f.Ranked, Unlimited: f.Unlimited, Quantity: f.Quantity})
	}
	return out, decisions.Read(ctx, v)
}
