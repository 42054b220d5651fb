package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
)

// AccountOfRequest returns the account of an access request, and whether the request is open, for who may see the
// request. It returns NOT_FOUND, in the same words whether the request exists or not, for everybody else.
func (s *Service) AccountOfRequest(ctx context.Context, id gid.ID) (account gid.ID, open bool, err error) {
	who := viewer.From(ctx)
	asked, err := s.db().Client().AccessRequest.Query().Where(accessrequest.ID(id)).Only(ctx)
	if ent.IsNotFound(err) || err == nil && (who == nil || !who.Administers(asked.AccountID)) {
		return 0, false, fault.New(fault.NotFound, "", "There is no such request for access that you may decide.",
			"Check the link. If you administer the account with another user, sign in as that user.")
	}
	if err != nil {
		return 0, false, fmt.Errorf("read the request: %w", err)
	}
	return asked.AccountID, asked.DecidedAt == nil, nil
}
