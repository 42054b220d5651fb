// Package routine runs what the program does by itself again and again.
package routine

import (
	"context"
	"log/slog"
	"time"

	"github.com/muniment/muniment/internal/store"
)

// every is how often a routine looks for something to do.
const every = time.Second

// Routine is something that is done in small portions for as long as the program runs.
type Routine struct {
	// Do does at most one portion, and tells whether more is left.
	Do func(context.Context) (more bool, err error)
	// Fails is logged when Do begins to fail, Works when it works again: one line each, however long it lasts.
	Fails, Works string
}

// Run does what there is to do, every second, until ctx ends. Several processes may run the same routine if Do allows it.
func (r Routine) Run(ctx context.Context, log *slog.Logger) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	r.OnTicks(ctx, log, ticker.C)
}

// OnTicks is Run at the ticks of a clock, for tests.
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
