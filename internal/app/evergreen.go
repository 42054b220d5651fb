package app

import (
	"context"
	"fmt"
	"time"

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
		added, unrenewed, err := a.Renewing.RenewEvergreens(ctx)
		if err == nil && len(unrenewed) > 0 {
			err = fmt.Errorf("%d line items could not be renewed", len(unrenewed))
		}
		if ctx.Err() != nil {
			return
		}
		ran(err)
		for _, u := range unrenewed {
			a.log.WarnContext(ctx, "an evergreen line item could not be renewed; trying again within an hour",
				"lineItem", u.Line, "error", u.Err)
		}
		if err != nil {
			a.log.ErrorContext(ctx, "evergreen line items could not be renewed; trying again within an hour",
				"error", err)
		}
		if added > 0 {
			a.log.InfoContext(ctx, "renewed evergreen line items", "terms", added)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
