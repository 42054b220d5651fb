package app

import (
	"context"
	"fmt"
	"time"

	"github.com/muniment/muniment/internal/renewing"
	"github.com/muniment/muniment/internal/vocabulary"
)

// evergreenInterval is how often evergreen line items are renewed. A term is due for a whole day before it would be
// late, so that nothing depends on it.
const evergreenInterval = time.Hour

// renewEvergreens renews evergreen line items at the start and then every hour, until ctx ends.
func (a *App) renewEvergreens(ctx context.Context) {
	ticker, ran := time.NewTicker(evergreenInterval), a.Operation.Ran(vocabulary.RoutineKindRenewEvergreens)
	defer ticker.Stop()
	for {
		did, err := a.Renewing.RenewEvergreens(ctx)
		if err == nil && len(did.Unrenewed) > 0 {
			err = fmt.Errorf("%d line items could not be renewed", len(did.Unrenewed))
		}
		if ctx.Err() != nil {
			return
		}
		ran(err)
		a.logEvergreens(ctx, did)
		if err != nil {
			a.log.ErrorContext(ctx, "evergreen line items could not be renewed; trying again within an hour",
				"error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// logEvergreens logs what was renewed, and what was not.
func (a *App) logEvergreens(ctx context.Context, did renewing.Evergreens) {
	for _, u := range did.Unrenewed {
		will := "trying again within an hour"
		if u.GivenUp {
			will = "it ended long ago and is not tried again"
		}
		a.log.WarnContext(ctx, "an evergreen line item could not be renewed; "+will, "lineItem", u.Line.String(),
			"error", u.Err)
	}
	for _, w := range did.Warnings {
		line := ""
		for _, p := range w.Parameters {
			if p.Name == "lineItem" {
				line = p.Value.Form
			}
		}
		a.log.WarnContext(ctx, "an evergreen line item was renewed with a warning", "lineItem", line, "code", w.Code,
			"message", w.Message)
	}
	if did.Added > 0 {
		a.log.InfoContext(ctx, "renewed evergreen line items", "terms", did.Added)
	}
}
