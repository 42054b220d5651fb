// Package routine runs recurring background work.
package routine

import (
	"context"
	"log/slog"
	"time"

	"github.com/muniment/muniment/internal/store"
)

// every is the interval between the runs of a routine.
const every = time.Second

// Routine is background work that is done in small portions while the program runs.
type Routine struct {
	// Do does at most one portion, and reports whether more is left.
	Do func(context.Context) (more bool, err error)
	// Fails is logged when Do begins to fail, Works when it succeeds again. Repeated failures are not logged.
	Fails, Works string
	// Ran is called after each call of Do with its error, unless ctx has ended; may be nil.
	Ran func(error)
}

// Run calls Do until no more is left, and then again every second, until ctx is done. Several processes may run the
// same routine if Do allows it.
func (r Routine) Run(ctx context.Context, log *slog.Logger) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	r.OnTicks(ctx, log, ticker.C)
}

// OnTicks is Run with a given ticker channel, for tests.
func (r Routine) OnTicks(ctx context.Context, log *slog.Logger, tick <-chan time.Time) {
	ctx = store.Routine(ctx, true)
	for failing := false; ; {
		more, err := r.Do(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil && !failing:
			log.ErrorContext(ctx, r.Fails, slog.Any("error", err))
		case err == nil && failing:
			log.InfoContext(ctx, r.Works)
		}
		if r.Ran != nil {
			r.Ran(err)
		}
		failing = err != nil
		if more && err == nil {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
	}
}
