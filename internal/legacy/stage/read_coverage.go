package stage

import (
	"context"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Coverages calls yield with every valid coverage after a Ref, ordered by account, each with its items.
func (s *Stage) Coverages(ctx context.Context, after Ref, yield func(Coverage) error) error {
	more := s.encoders[legacy.Maintenance].unpacker()
	var terms *soldTerms
	var c Coverage
	flush := func() error {
		if c.Ref == 0 {
			return nil
		}
		return yield(c)
	}
	err := s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.activationId, r.account, r.entitlement, k.entitlementId,
		k.startDate, k.lastDay, k.state, k.more,
			k.terms, i.line, q.activationId, g.activationId
		FROM r_coverages r CROSS JOIN maintenance k ON k.rid = r.rid
		LEFT JOIN r_coverage_items i ON i.coverage = r.ref LEFT JOIN line_items q ON q.rid = i.rid
		LEFT JOIN r_line_items w ON w.ref = i.line LEFT JOIN line_items g ON g.rid = w.rid
		WHERE r.ref > ? ORDER BY r.ref, i.line, i.rid`, after, func(r *reader, row Row) error {
		if row.Ref(0) != c.Ref {
			if err := flush(); err != nil {
				return err
			}
			if terms == nil {
				terms = maintenanceTerms(r.db)
			}
			what, err := terms.get(ctx, row.Int(11))
			if err != nil {
				return err
			}
			more.open(row[10])
			if c, err = r.coverage(ctx, row, what, more); err != nil {
				return err
			}
		}
		if row.Null(12) {
			return nil
		}
		if n := len(c.Items); n == 0 || c.Items[n-1].Line != row.Ref(12) {
			c.Items = append(c.Items, CoverageItem{Line: row.Ref(12), LineID: row.Text(14)})
		}
		item := &c.Items[len(c.Items)-1]
		item.ActivationIDs = append(item.ActivationIDs, row.Text(13))
		c.Digest = uint64(digest(c.Digest).text(item.LineID).text(row.Text(13)))
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

func (r *reader) coverage(ctx context.Context, row Row, what *sold, more *unpacker) (Coverage, error) {
	c := Coverage{Head: r.head(row), ID: row.Text(3), Account: row.Ref(4), Entitlement: row.Ref(5),
		EntitlementID: row.Text(6),
		Kind:          vocabulary.CoverageKindMaintenance, Level: what.level, Product: what.product,
		ProductName: what.name, ProductVersion: what.version,
		ProductLine: what.productLine, ProductLineName: what.lineName, PartNumber: what.partNumber,
		PartNumberID: what.partNumberID,
		FirstDay:     row.Day(7), LastDay: row.Day(8), Perpetual: more.flag("perpetual", false),
		Decision: vocabulary.Decision(row.Text(9)),
		OrderID:  more.text("orderId"), OrderLine: more.text("orderLineNumber"),
		CreatedAt:  more.instant("createdOnDateTime"),
		ModifiedAt: more.instant("lastModifiedDateTime")}
	id, err := r.accountID(ctx, c.Account)
	if err != nil {
		return Coverage{}, err
	}
	c.AccountID = id
	c.Digest = uint64(digest(c.Digest).text(c.AccountID).text(c.ProductLineName))
	return c, nil
}
