package renewing

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// evergreensAtOnce is how many lines one transaction renews. It is small, so that other writers wait only briefly.
const evergreensAtOnce = 100

// Evergreens is what RenewEvergreens did.
type Evergreens struct {
	// Added is how many terms it added, and Warnings what somebody should know about them.
	Added    int
	Warnings []change.Warning
	// Unrenewed are the lines that could not be renewed.
	Unrenewed []Unrenewed
}

// Unrenewed is an evergreen line that could not be renewed by itself, and why.
type Unrenewed struct {
	Line gid.ID
	Err  error
	// GivenUp says that it is not tried again, because the line has ended long ago.
	GivenUp bool
}

// RenewEvergreens renews the evergreen lines of which nobody cancelled the renewal in time, as often as terms were
// missed. What could not be renewed, it tries again when it is called again, until it gives up. It can be interrupted
// and repeated: each term is added in one transaction with the note that the one before it is followed. It returns what
// it did also if it failed.
func (s *Service) RenewEvergreens(ctx context.Context) (Evergreens, error) {
	sweep := &evergreens{Service: s, failed: map[gid.ID]bool{}}
	ctx = viewer.With(ctx, viewer.System())
	for before := -1; before < sweep.Added; {
		before = sweep.Added
		if err := sweep.pass(ctx); err != nil {
			return sweep.Evergreens, err
		}
	}
	return sweep.Evergreens, sweep.giveUp(ctx)
}

// evergreens is a run of RenewEvergreens.
type evergreens struct {
	*Service
	Evergreens
	// failed are the lines of Unrenewed.
	failed map[gid.ID]bool
}

// giveUp stops trying lines that were refused and have ended long ago.
func (e *evergreens) giveUp(ctx context.Context) error {
	var refused []gid.ID
	for _, u := range e.Unrenewed {
		if len(change.Refusals(u.Err)) > 0 {
			refused = append(refused, u.Line)
		}
	}
	given := map[gid.ID]bool{}
	for lines := range slices.Chunk(refused, evergreensAtOnce) {
		err := e.changes.Store().Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
			up, err := entitlement.GiveUpEvergreens(ctx, tx, e.changes.Now(), e.today(), lines)
			for _, line := range up {
				given[line] = true
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("give up evergreen line items: %w", err)
		}
	}
	for i := range e.Unrenewed {
		e.Unrenewed[i].GivenUp = given[e.Unrenewed[i].Line]
	}
	return nil
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
	e.Unrenewed = append(e.Unrenewed, Unrenewed{Line: line, Err: err})
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
	e.Added += len(outcome.IDs)
	e.Warnings = append(e.Warnings, outcome.Warnings...)
	for _, refused := range outcome.Refused {
		if line := lines[refused.Index]; !e.failed[line] {
			e.fail(line, refused.Refusal)
		}
	}
	return nil
}
