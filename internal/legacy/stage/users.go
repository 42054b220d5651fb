package stage

import (
	"context"

	"github.com/muniment/muniment/internal/legacy"
)

func (s *Stage) resolveUsers(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE r_users (ref INTEGER PRIMARY KEY, rid INTEGER)`,
		`INSERT INTO r_users (rid) SELECT rid FROM users WHERE valid = 1 ORDER BY userName`,
		`CREATE INDEX r_users_rid ON r_users (rid)`,
		`CREATE TABLE x_user_accounts (rid INTEGER PRIMARY KEY, user INTEGER, account INTEGER)`,
		`INSERT INTO x_user_accounts SELECT k.rid, ru.ref, ra.ref FROM user_accounts k
			LEFT JOIN users u ON u.userName = k.userName AND u.valid = 1 LEFT JOIN r_users ru ON ru.rid = u.rid
			LEFT JOIN accounts a ON a.accountId = k.accountId AND a.valid = 1 LEFT JOIN r_accounts ra ON ra.rid = a.rid
			WHERE k.valid = 1`); err != nil {
		return err
	}
	from := "FROM x_user_accounts x JOIN user_accounts k ON k.rid = x.rid AND k.valid = 1 WHERE "
	for _, ref := range []reference{
		{from: legacy.UserAccounts, to: legacy.Users, values: []string{"k.userName"}, rows: from + "x.user IS NULL"},
		{from: legacy.UserAccounts, to: legacy.Accounts, values: []string{"k.accountId"},
			rows: from + "x.account IS NULL"},
	} {
		if _, err := s.refuse(ctx, ref); err != nil {
			return err
		}
	}
	return s.run(ctx,
		`CREATE TABLE r_memberships (ref INTEGER PRIMARY KEY, rid INTEGER, user INTEGER, account INTEGER)`,
		`INSERT INTO r_memberships (rid, user, account) SELECT rid, user, account FROM x_user_accounts
			WHERE user IS NOT NULL AND account IS NOT NULL ORDER BY account, user`,
		`CREATE INDEX r_memberships_user ON r_memberships (user)`)
}
