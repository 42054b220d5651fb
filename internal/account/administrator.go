package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// administrators counts the active users with a membership in the account itself that makes them administrators: those
// in force today, and of these the ones without a last day. Administrators of parent accounts, and memberships that
// are limited to a product line, do not count.
type administrators struct{ today, lasting int }

const administratorsStatement = `SELECT COUNT(*), COUNT(CASE WHEN m.ends_on IS NULL THEN 1 END)
FROM memberships m JOIN users u ON u.id = m.user_id
WHERE m.account_id = ? AND ` + InForceSQL +
	` AND m.product_line_id IS NULL AND u.active AND (m.roles | m.directory_roles) & ? <> 0`

func (s *Service) administrators(ctx context.Context, tx store.Tx, account gid.ID) (administrators, error) {
	var a administrators
	err := tx.QueryRow(ctx, administratorsStatement, []any{int64(account), int64(s.today()), int64(administrator)},
		&a.today, &a.lasting)
	if err != nil {
		return a, fmt.Errorf("count the administrators: %w", err)
	}
	return a, nil
}

// losesLast reports whether a change from a to after removes the last administrator, or the last one without a last
// day.
func (a administrators) losesLast(after administrators) bool {
	return a.today > 0 && after.today == 0 || a.lasting > 0 && after.lasting == 0
}

func lastAdministrator() *fault.Error {
	return fault.New(LastAdministrator, "",
		"The account would have no administrator left whose membership has no end.",
		"Make another member an administrator without a last day first.")
}

// keepAdministrator runs a part of a change that may remove the last administrator of an account. If it does, the
// change is refused with LAST_ADMINISTRATOR; for an operator there is a warning instead. The caller holds the lock of
// LockAccount.
func (s *Service) keepAdministrator(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID,
	by Authority, part func() error) error {
	before, err := s.administrators(ctx, tx, account)
	if err != nil {
		return err
	}
	if err := part(); err != nil {
		return err
	}
	after, err := s.administrators(ctx, tx, account)
	if err != nil || !before.losesLast(after) {
		return err
	}
	if !by.Operator {
		return lastAdministrator()
	}
	done.Warn(string(LastAdministrator), "The account has no administrator left whose membership has no end.")
	return nil
}
