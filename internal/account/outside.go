package account

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/outsiderequest"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
)

const (
	// outsideLife is how long a user sees an outside request.
	outsideLife = 90 * 24 * time.Hour
	// maxOutside is how many outside requests of a user are kept.
	maxOutside = 100
)

// OutsideRequestsNewest is the order of the outside requests of a user.
var OutsideRequestsNewest = page.Order{Name: "NEWEST", Columns: []string{outsiderequest.FieldCreatedAt},
	Descending: true}

// tooOld returns the last moment of which outside requests are not shown any more.
func (s *Service) tooOld() clock.Instant { return s.now().Add(-outsideLife) }

// OutsideRequestIsShown reports whether an outside request that was made at a moment is not too old to be seen.
func (s *Service) OutsideRequestIsShown(created clock.Instant) bool {
	return created > s.tooOld()
}

// LiveOutsideRequests is the condition that outside requests are not too old to be seen.
func (s *Service) LiveOutsideRequests(q *page.Query) {
	q.Where(sql.GT(q.C(outsiderequest.FieldCreatedAt), int64(s.tooOld())))
}

// named returns what the request names the account by.
func (in WantedAccess) named() string {
	if in.Reference != "" {
		return in.Reference
	}
	return in.Account.String()
}

// keepOutside stores the outside request of the viewer, or renews an open one by the same reference. It does the same
// whether the account exists or not.
func (s *Service) keepOutside(ctx context.Context, tx store.Tx, in WantedAccess) error {
	who, client, unscoped := viewerID(ctx), tx.Client(), store.Unscoped(ctx) // all rows are the viewer's own
	mine := outsiderequest.UserID(who)
	renewed, err := client.OutsideRequest.Update().
		Where(mine, outsiderequest.Reference(in.named()), outsiderequest.DecidedAtIsNil()).
		SetCreatedAt(s.now()).Save(unscoped)
	if err != nil {
		return fmt.Errorf("renew the outside request: %w", err)
	}
	if renewed > 0 {
		return nil
	}
	if err := client.OutsideRequest.Create().SetUserID(who).SetReference(in.named()).SetCreatedAt(s.now()).
		Exec(unscoped); err != nil {
		return fmt.Errorf("store the outside request: %w", err)
	}
	old, err := client.OutsideRequest.Query().Where(mine).
		Order(ent.Desc(outsiderequest.FieldCreatedAt, outsiderequest.FieldID)).Offset(maxOutside).IDs(unscoped)
	if err != nil {
		return fmt.Errorf("look for old outside requests: %w", err)
	}
	if len(old) == 0 {
		return nil
	}
	if _, err := client.OutsideRequest.Delete().Where(outsiderequest.IDIn(old...)).Exec(unscoped); err != nil {
		return fmt.Errorf("delete old outside requests: %w", err)
	}
	return nil
}

// linkOutside records which request was made of an open outside request, by what it names the account by.
func linkOutside(ctx context.Context, tx store.Tx, who gid.ID, reference string, id gid.ID) error {
	err := tx.Client().OutsideRequest.Update().Where(outsiderequest.UserID(who), outsiderequest.Reference(reference),
		outsiderequest.DecidedAtIsNil()).SetAccessRequestID(id).Exec(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("link the outside request: %w", err)
	}
	return nil
}

// linkAgain links an outside request to the one that was made of an outside request which is not kept any more. It does
// nothing if another outside request shows how that stands: equal decisions would tell which references lead to the
// account.
func linkAgain(ctx context.Context, tx store.Tx, reference string, waiting *ent.AccessRequest) error {
	if !waiting.Outside {
		return nil
	}
	linked, err := tx.Client().OutsideRequest.Query().Where(outsiderequest.AccessRequestID(waiting.ID)).
		Exist(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("look for the outside request: %w", err)
	}
	if linked {
		return nil
	}
	return linkOutside(ctx, tx, waiting.UserID, reference, waiting.ID)
}

// decideOutside shows a decision in the outside request of which the request was made. Only a grant names the account.
func decideOutside(ctx context.Context, tx store.Tx, now clock.Instant, asked *ent.AccessRequest, in Decision) error {
	update := tx.Client().OutsideRequest.Update().Where(outsiderequest.AccessRequestID(asked.ID)).SetDecidedAt(now).
		SetGranted(in.Grant).SetAnswer(in.Answer)
	if in.Grant {
		update.SetAccountID(asked.AccountID)
	}
	// the administrator does not see the outside requests of others
	if err := update.Exec(store.Unscoped(ctx)); err != nil {
		return fmt.Errorf("show the decision: %w", err)
	}
	return nil
}

// SweepOutsideRequests deletes outside requests that nobody sees any more.
func (s *Service) SweepOutsideRequests(ctx context.Context) error {
	return s.db().Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Client().OutsideRequest.Delete().
			Where(outsiderequest.CreatedAtLTE(s.tooOld())).Exec(ctx)
		if err != nil {
			return fmt.Errorf("delete old outside requests: %w", err)
		}
		return nil
	})
}
