package stage

import (
	"context"

	"github.com/muniment/muniment/internal/day"
)

// Meters calls yield with every meter that valid usage names, after a Ref.
func (s *Stage) Meters(ctx context.Context, after Ref, yield func(Meter) error) error {
	return s.iterate(ctx, `SELECT r.ref, l.ref, l.name, r.code, r.name, r.unit, r.currency FROM r_meters r
		JOIN r_product_lines l ON l.name = r.productLine WHERE r.ref > ?
		ORDER BY r.ref`, after, func(_ *reader, row Row) error {
		m := Meter{Head: Head{Ref: row.Ref(0)}, ProductLine: row.Ref(1), ProductLineName: row.Text(2),
			Code: row.Text(3), Name: row.Text(4),
			Unit: row.Text(5), Currency: row.Text(6)}
		m.Digest = uint64(newDigest().text(m.ProductLineName).text(m.Code).text(m.Name).text(m.Unit).text(m.Currency))
		return yield(m)
	})
}

// Usage calls yield with every valid usage after a Ref, ordered by account.
func (s *Stage) Usage(ctx context.Context, after Ref, yield func(Usage) error) error {
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, r.meter, k.meter, k.productLine, k.unit, k.currency,
		r.account, k.accountId,
			k.entitledBase, k.usedNumerator, k.overNumerator, k.denominator, k.periodStart, k.periodEnd, k.scale
		FROM r_usage r JOIN usage k ON k.rid = r.rid WHERE r.ref > ?
		ORDER BY r.ref`, after, func(r *reader, row Row) error {
		return yield(Usage{Head: r.head(row), Meter: row.Ref(3), MeterCode: row.Text(4), ProductLineName: row.Text(5),
			Unit:     row.Text(6),
			Currency: row.Text(7), Account: row.Ref(8), AccountID: row.Text(9), Entitled: row.Int(10),
			UsedNumerator: row.Int(11),
			OverNumerator: row.Int(12), Denominator: row.Int(13), FirstDay: day.Day(row.Int(14)),
			LastDay: day.Day(row.Int(15)), Scale: row.Int(16)})
	})
}
