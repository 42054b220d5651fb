package stage

import (
	"context"

	"github.com/muniment/muniment/internal/legacy"
)

func (s *Stage) resolveUsage(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE x_usage (rid INTEGER PRIMARY KEY, account INTEGER)`,
		`INSERT INTO x_usage SELECT k.rid, r.ref FROM usage k LEFT JOIN accounts a ON a.accountId = k.accountId
			AND a.valid = 1
			LEFT JOIN r_accounts r ON r.rid = a.rid WHERE k.valid = 1`); err != nil {
		return err
	}
	if _, err := s.refuse(ctx, reference{from: legacy.Usage, to: legacy.Accounts, values: []string{"k.accountId"},
		rows: "FROM x_usage x JOIN usage k ON k.rid = x.rid AND k.valid = 1 WHERE x.account IS NULL"}); err != nil {
		return err
	}
	return s.run(ctx,
		`CREATE TABLE r_meters (ref INTEGER PRIMARY KEY, productLine, code, unit, currency, name)`,
		`INSERT INTO r_meters (productLine, code, unit, currency, name)
			SELECT productLine, meter, unit, coalesce(currency, ''), min(coalesce(friendlyName, usageUnitName))
			FROM usage WHERE valid = 1 GROUP BY productLine, meter, unit, coalesce(currency, '') ORDER BY 1, 2, 3, 4`,
		`CREATE UNIQUE INDEX r_meters_key ON r_meters (productLine, code, unit, currency)`,
		`CREATE TABLE r_usage (ref INTEGER PRIMARY KEY, rid INTEGER, account INTEGER, meter INTEGER)`,
		`INSERT INTO r_usage (rid, account, meter) SELECT x.rid, x.account, m.ref FROM x_usage x JOIN usage k
			ON k.rid = x.rid
			JOIN r_meters m ON m.productLine = k.productLine AND m.code = k.meter AND m.unit = k.unit
			AND m.currency = coalesce(k.currency, '')
			WHERE x.account IS NOT NULL ORDER BY x.account, m.ref, k.periodStart`)
}
