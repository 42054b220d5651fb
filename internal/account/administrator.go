package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// administrators are how many active users administer an account by a membership of its own: today, and without a last
// day. Those of accounts above, and memberships that are limited to a product line, do not count.
type administrators struct{ today, lasting int }

const administratorsStatement = `SELECT COUNT(*), COUNT(CASE WHEN m.ends_on IS NULL THEN 1 END)
FROM memberships m JOIN users u ON u.id = m.user_id
WHERE m.account_id = ? AND ` + InForceSQL + ` AND m.product_line_id IS NULL AND u.active AND (m.roles | m.directory_roles) & ? <> 0`

func (s *Service) administrators(ctx context.Context, tx store.Tx, account gid.ID) (administrators, error) {
	var a administrators
	err := tx.QueryRow(ctx, administratorsStatement, []any{int64(account), int64(s.today()), int64(administrator)}, &a.today, &a.lasting)
	if err != nil {
		return a, fmt.Errorf("count the administrators: %w", err)
	}
	return a, nil
}

// leaves tells whether an account that had an administrator has none afterwards, or none without a last day.
func (a administrators) leaves(after administrators) bool {
	return a.today > 0 && after.today == 0 || a.lasting > 0 && after.lasting == 0
}

func lastAdministrator() *fault.Error {
	return fault.New(LastAdministrator, "", "The account would have no administrator left whose membership has no end.",
		"Make another member an administrator without a last day first.")
}

// keeping carries a part of a change out that may leave the account, whose members are held, without an administrator. That
// is refused with LAST_ADMINISTRATOR; an operator may do it and is warned.
func (s *Service) keeping(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID, by Authority, part func() error) error {
	before, err := s.administrators(ctx, tx, account)
	if err != nil {
		return err
	}
	if err := part(); err != nil {
		return err
	}
	after, err := s.administrators(ctx, tx, account)
	if err != nil || !before.leaves(after) {
		return err
	}
	if !by.Operator {
		return lastAdministrator()
	}
	done.Warn(string(LastAdministrator), "The account has no administrator left whose membership has no end.")
	return nil
}
