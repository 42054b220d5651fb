package change

import (
	"context"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Authority looks again, inside the transaction of a change, at what the viewer's right rests on.
type Authority interface {
	// Confirm returns the viewer as they are now. It locks what that rests on until the transaction ends: the credential, the
	// user and, if the change needs a right in an account, the memberships that grant it there. It returns UNAUTHENTICATED for
	// a credential that does not hold any more.
	Confirm(ctx context.Context, tx store.Tx, now clock.Instant, who *viewer.Viewer, needs Needs) (*viewer.Viewer, error)
}

// confirm returns the context in which the rule runs: its viewer is the one whom the authority has confirmed, and who may still do
// what the change needs. It returns the same refusals as the check before the transaction.
func confirm(ctx context.Context, tx store.Tx, authority Authority, now clock.Instant, needs Needs) (context.Context, error) {
	who, err := authority.Confirm(ctx, tx, now, viewer.From(ctx), needs)
	if err != nil {
		return nil, err
	}
	if err := needs.check(who); err != nil {
		return nil, err
	}
	return viewer.With(ctx, who), nil
}
