package doctor

import (
	"context"
	"database/sql"
	"math/big"

	"github.com/muniment/muniment/internal/gid"
)

// paid is a period with the sum of its instalments.
type paid struct {
	period   int64
	price    sql.NullInt64
	currency sql.NullString
	// sum is exact, because SUM fails on SQLite if it does not fit into 64 bits.
	sum big.Int
	// other is the currency of an instalment that is not that of the price; "" if there is none.
	other string
}

// instalments compares the instalments of each period with its price.
func (c *checker) instalments(ctx context.Context) error {
	f := &Finding{Rule: Instalments}
	defer func() { c.close(f) }()
	err := c.query(ctx, func(rows *sql.Rows) error { return scanInto(rows, &f.Checked) },
		"SELECT count(*) FROM periods p WHERE /*scope:p.account_id*/")
	if err != nil {
		return err
	}
	var last *paid
	err = c.query(ctx, func(rows *sql.Rows) error {
		p, amount, currency := &paid{}, int64(0), ""
		if err := rows.Scan(&p.period, &p.price, &p.currency, &amount, &currency); err != nil {
			return err
		}
		if last == nil || last.period != p.period {
			last.judge(f)
			last = p
		}
		last.sum.Add(&last.sum, big.NewInt(amount))
		if currency != last.currency.String {
			last.other = currency
		}
		return nil
	}, `SELECT p.id, p.price_minor, p.currency, i.price_minor, i.currency
		FROM instalments i JOIN periods p ON p.id = i.period_id
		WHERE /*scope:i.account_id*/ ORDER BY i.period_id`)
	last.judge(f)
	return err
}

// judge adds a period whose instalments are not its price; nil is none.
func (p *paid) judge(f *Finding) {
	switch {
	case p == nil:
	case !p.price.Valid:
		f.add(gid.ID(p.period).String(), "it has instalments of %s minor units, and no price", &p.sum)
	case p.other != "":
		f.add(gid.ID(p.period).String(), "its price is in %s, and an instalment in %s", p.currency.String, p.other)
	case p.sum.Cmp(big.NewInt(p.price.Int64)) != 0:
		f.add(gid.ID(p.period).String(), "its price is %d minor units, and its instalments are %s", p.price.Int64,
			&p.sum)
	}
}
