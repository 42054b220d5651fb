package change

import (
	"context"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Authority checks the viewer's authorization again inside the transaction of a change.
type Authority interface {
	// Confirm returns the viewer with their current rights. Until the transaction ends it locks the rows these depend
	// on: the credential, the user and, if the change needs a right in an account, the memberships that grant it
	// there. It returns UNAUTHENTICATED for a credential that is no longer valid.
	Confirm(ctx context.Context, tx store.Tx, now clock.Instant, who *viewer.Viewer, needs Needs) (
		*viewer.Viewer, error)
}

// confirm returns the context in which the rule runs, with the viewer whom the authority has confirmed. It checks that
// the viewer may still make the change, and returns the same refusals as the check before the transaction.
func confirm(ctx context.Context, tx store.Tx, authority Authority, now clock.Instant, needs Needs) (
	context.Context, error) {
	who, err := authority.Confirm(ctx, tx, now, viewer.From(ctx), needs)
	if err != nil {
		return nil, err
	}
	if err := needs.check(who); err != nil {
		return nil, err
	}
	return viewer.With(ctx, who), nil
}
