package renewing

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// evergreensAtOnce is how many lines one transaction renews. It is small, so that other writers wait only briefly.
const evergreensAtOnce = 100

// Unrenewed is an evergreen line that could not be renewed by itself, and why.
type Unrenewed struct {
	Line gid.ID
	Err  error
}

// RenewEvergreens renews the evergreen lines of which nobody cancelled the renewal in time, as often as terms were
// missed. It returns how many terms it added, and the lines that could not be renewed, which it tries again when it is
// called again. It can be interrupted and repeated: each term is added in one transaction with the note that the one
// before it is followed.
func (s *Service) RenewEvergreens(ctx context.Context) (int, []Unrenewed, error) {
	sweep := &evergreens{Service: s, failed: map[gid.ID]bool{}}
	ctx = viewer.With(ctx, viewer.System())
	for before := -1; before < sweep.added; {
		before = sweep.added
		if err := sweep.pass(ctx); err != nil {
			return sweep.added, sweep.unrenewed, err
		}
	}
	return sweep.added, sweep.unrenewed, nil
}

// evergreens is a run of RenewEvergreens.
type evergreens struct {
	*Service
	added     int
	unrenewed []Unrenewed
	// failed are the lines of unrenewed.
	failed map[gid.ID]bool
}

// pass adds one term to each line that is due.
func (e *evergreens) pass(ctx context.Context) error {
	for after := gid.ID(0); ; {
		due, err := entitlement.DueEvergreens(store.Unscoped(ctx), e.changes.Store().Client(), e.today(), after,
			evergreensAtOnce)
		if err != nil || len(due) == 0 {
			return err
		}
		after = due[len(due)-1]
		var lines []gid.ID
		for _, line := range due {
			if !e.failed[line] {
				lines = append(lines, line)
			}
		}
		if err := e.portion(ctx, lines); err != nil {
			return err
		}
	}
}

// portion adds a term to each of some lines. If that fails, it tries one line at a time, so that one line does not stop
// the others.
func (e *evergreens) portion(ctx context.Context, lines []gid.ID) error {
	if len(lines) == 0 {
		return nil
	}
	err := e.renewEach(ctx, lines)
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case len(lines) == 1:
		e.fail(lines[0], err)
		return nil
	}
	for i := range lines {
		if err := e.portion(ctx, lines[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (e *evergreens) fail(line gid.ID, err error) {
	e.failed[line] = true
	e.unrenewed = append(e.unrenewed, Unrenewed{line, err})
}

func (e *evergreens) renewEach(ctx context.Context, lines []gid.ID) error {
	renewals := entitlement.Renewals{Mode: vocabulary.BulkModeEach, ByItself: true}
	for _, line := range lines {
		renewals.Lines = append(renewals.Lines, entitlement.Renewal{LineItem: line})
	}
	r := change.Request{Action: "renewEvergreens", Reason: "the evergreen term was not cancelled"}
	outcome, err := e.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		renewed, err := e.renew(ctx, tx, done, r, renewals)
		for _, l := range renewed {
			done.Result(l.Line.ID)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("renew evergreen line items: %w", err)
	}
	e.added += len(outcome.IDs)
	for _, refused := range outcome.Refused {
		if line := lines[refused.Index]; !e.failed[line] {
			e.fail(line, refused.Refusal)
		}
	}
	return nil
}
