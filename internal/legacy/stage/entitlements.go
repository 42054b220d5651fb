package stage

import (
	"context"

	"github.com/muniment/muniment/internal/legacy"
)

func (s *Stage) resolveEntitlements(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE x_entitlements (rid INTEGER PRIMARY KEY, account INTEGER, partner INTEGER)`,
		`INSERT INTO x_entitlements SELECT k.rid, ra.ref, rp.ref FROM entitlements k
			LEFT JOIN accounts a ON a.accountId = k.soldTo AND a.valid = 1 LEFT JOIN r_accounts ra ON ra.rid = a.rid
			LEFT JOIN accounts p ON p.accountId = k.channelPartner AND p.valid = 1 LEFT JOIN r_accounts rp
			ON rp.rid = p.rid
			WHERE k.valid = 1`); err != nil {
		return err
	}
	from := "FROM x_entitlements x JOIN entitlements k ON k.rid = x.rid AND k.valid = 1 WHERE "
	for _, ref := range []reference{
		{from: legacy.Entitlements, to: legacy.Accounts, values: []string{"k.soldTo"},
			rows: from + "x.account IS NULL"},
		{from: legacy.Entitlements, to: legacy.Accounts, values: []string{"k.channelPartner"},
			rows:   from + "x.partner IS NULL AND x.account IS NOT NULL AND k.channelPartner IS NOT NULL",
			warnAs: legacy.UnknownChannelPartner, done: "imported without channel partner"},
	} {
		if _, err := s.refuse(ctx, ref); err != nil {
			return err
		}
	}
	return s.run(ctx,
		`CREATE TABLE r_entitlements (ref INTEGER PRIMARY KEY, rid INTEGER, account INTEGER, partner INTEGER)`,
		`INSERT INTO r_entitlements (rid, account, partner) SELECT x.rid, x.account, x.partner FROM x_entitlements x
			JOIN entitlements k ON k.rid = x.rid WHERE x.account IS NOT NULL ORDER BY x.account, k.entitlementId`,
		`CREATE UNIQUE INDEX r_entitlements_rid ON r_entitlements (rid, account)`,
		`DROP TABLE x_entitlements`)
}
