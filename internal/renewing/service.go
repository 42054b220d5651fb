// Package renewing renews rights with the coverage that is sold along. See README.md.
package renewing

import (
	"context"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Service renews line items and converts trials, for the producer's operators: people, and programs whose key may
// write. It is safe for concurrent use.
type Service struct {
	changes *change.Pipeline
	today   func() day.Day
}

// NewService returns a service over a pipeline of changes. today returns the day on which rights are judged.
func NewService(changes *change.Pipeline, today func() day.Day) *Service {
	return &Service{changes, today}
}

// Renew renews line items. The outcome has three ids for each line in the order of the input: the line item, the new
// period, and the coverage that was sold along, 0 if there is none. The last two are 0 for a line that was refused. In
// the mode EACH, the outcome has the refusals. entitlement.Renew says what is refused.
func (s *Service) Renew(ctx context.Context, r change.Request, renewals entitlement.Renewals) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		renewed, err := s.renew(ctx, tx, done, r, renewals)
		if err != nil {
			return err
		}
		for i := range renewals.Lines {
			if len(renewed) > 0 && renewed[0].Index == i {
				done.Result(renewed[0].Line.ID, renewed[0].Period.ID, renewed[0].coverage)
				renewed = renewed[1:]
				continue
			}
			done.Result(renewals.Lines[i].LineItem, 0, 0)
		}
		return nil
	})
}

// Convert lets a trial become a paid right. The outcome has the ids of the new period, of the line item, and of the
// coverage that was sold along, 0 if there is none.
func (s *Service) Convert(ctx context.Context, r change.Request, trial entitlement.Renewal) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		renewed, err := s.renew(ctx, tx, done, r,
			entitlement.Renewals{Lines: []entitlement.Renewal{trial}, Converts: true})
		if err != nil {
			return err
		}
		done.Result(renewed[0].Period.ID, renewed[0].Line.ID, renewed[0].coverage)
		return nil
	})
}

// renewed is a line that was renewed, with the coverage that was sold along; 0 if there is none.
type renewed struct {
	*entitlement.Renewed
	coverage gid.ID
}

func (s *Service) renew(ctx context.Context, tx store.Tx, done *change.Record, r change.Request,
	renewals entitlement.Renewals) ([]renewed, error) {
	lines, err := entitlement.Renew(ctx, tx, done, s.today(), r.Reason, renewals)
	if err != nil {
		return nil, err
	}
	terms, list := make([]coverage.Term, len(lines)), make([]renewed, len(lines))
	for i, l := range lines {
		terms[i] = coverage.Term{Line: l.Line, PartNumber: l.Sold, First: *l.Period.StartsOn, Last: l.Period.EndsOn,
			Order: coverage.Order{Number: l.Period.OrderID, Line: l.Period.OrderLine}}
	}
	coverages, err := coverage.Renew(ctx, tx, done, terms, r.DryRun)
	if err != nil {
		return nil, err
	}
	for i, l := range lines {
		list[i] = renewed{l, coverages[i]}
	}
	return list, nil
}
