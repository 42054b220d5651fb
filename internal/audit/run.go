package audit

import (
	"context"
	"log/slog"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
)

// every is how often Run looks for entries to be sealed.
const every = time.Second

// Run seals what was recorded, every second, until ctx ends. Several processes may run it at once.
func Run(ctx context.Context, db *store.Store, now clock.Clock, log *slog.Logger) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	run(ctx, db, now, log, ticker.C)
}

func run(ctx context.Context, db *store.Store, now clock.Clock, log *slog.Logger, tick <-chan time.Time) {
	ctx = store.Routine(ctx, true)
	for failing := false; ; {
		n, err := Seal(ctx, db, now())
		switch {
		case ctx.Err() != nil:
			return
		case err != nil && !failing: // one line for a failure, however long it lasts
			log.ErrorContext(ctx, "audit entries are not sealed", slog.Any("error", err))
		case err == nil && failing:
			log.InfoContext(ctx, "audit entries are sealed again")
		}
		failing = err != nil
		if n == atOnce {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
	}
}
