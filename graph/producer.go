package graph

import (
	"context"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/change"
)

// userPayload makes the payload of a change of a user.
func userPayload[P any](ctx context.Context, r *Resolver, outcome change.Outcome, err error, payload func(*model.User, report) *P) (*P, error) {
	told, err := told(outcome, err)
	if err != nil {
		return nil, err
	}
	u, err := changed(ctx, r.kinds.user, outcome, 0)
	return payload(u, told), err
}
