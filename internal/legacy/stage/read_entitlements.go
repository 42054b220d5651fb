package stage

import (
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Entitlements calls yield with every valid entitlement after a Ref, ordered by account.
func (s *Stage) Entitlements(ctx context.Context, after Ref, yield func(Entitlement) error) error {
	more := s.encoders[legacy.Entitlements].unpacker()
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.entitlementId, r.account, k.soldTo, k.state, r.partner, k.channelPartner, k.more
		FROM r_entitlements r JOIN entitlements k ON k.rid = r.rid WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		more.open(row[9])
		e := Entitlement{Head: r.head(row), ID: row.Text(3), Account: row.Ref(4), AccountID: row.Text(5), Decision: vocabulary.Decision(row.Text(6)),
			ChannelPartner: row.Ref(7), Description: more.text("description"), ShipToEmail: more.text("shipToEmail"),
			OrderReference: more.text("orderReference"), PortalLogin: more.flag("allowPortalLogin", true), CreatedBy: more.text("createdUserId"),
			CreatedAt: more.instant("createdOn"), ModifiedAt: more.instant("lastModifiedDateTime")}
		if e.ChannelPartner != 0 {
			e.ChannelPartnerID = row.Text(8)
		}
		e.Digest = uint64(digest(e.Digest).text(e.ChannelPartnerID))
		return yield(e)
	})
}

// LineItems calls yield with every valid line item after a Ref, ordered by account, each with its periods.
func (s *Stage) LineItems(ctx context.Context, after Ref, yield func(LineItem) error) error {
	more := s.encoders[legacy.LineItems].unpacker()
	var line LineItem
	flush := func() error {
		if len(line.Periods) == 0 {
			return nil
		}
		done := line
		line = LineItem{}
		return yield(done)
	}
	err := s.iterate(ctx, `SELECT p.line, k.pos, k.digest, k.activationId, r.account, r.entitlement, x.entitlement, k.entitlementId,
			k.numberOfCopies, k.overdraftMax, k.firstDay, k.lastDay, k.perpetual, k.termDuration, k.state, k.pred, k.reason, k.more,
			b.product, t.productName, t.productVersion, t.productLine, b.part, t.partNumber, b.model, t.licenseModel, t.startDateOption, t.termUnit,
			t.unit, t.currency, l.ref, l.name, u.used, o.line, g.activationId
		FROM r_periods p JOIN r_line_items r ON r.ref = p.line JOIN line_items k ON k.rid = p.rid JOIN x_line_items x ON x.rid = p.rid
		JOIN line_items_terms t ON t.id = k.terms JOIN x_terms b ON b.id = k.terms
		JOIN r_products rp ON rp.ref = b.product JOIN products pr ON pr.rid = rp.rid
		JOIN r_product_lines l ON l.name = coalesce(t.productLine, pr.productCategory, '`+UnassignedLine+`')
		LEFT JOIN x_uses u ON u.line = p.rid LEFT JOIN x_lineage i ON i.rid = p.rid LEFT JOIN x_roots o ON o.rid = i.pred
		LEFT JOIN r_line_items q ON q.ref = o.line LEFT JOIN line_items g ON g.rid = q.rid
		WHERE p.line > ? ORDER BY p.line, p.ordinal`, after, func(r *reader, row Row) error {
		if row.Ref(0) != line.Ref {
			if err := flush(); err != nil {
				return err
			}
			line = LineItem{Head: r.head(row), ID: row.Text(3), Account: row.Ref(4), Entitlement: row.Ref(5), EntitlementID: row.Text(7),
				Product: row.Ref(18), ProductName: row.Text(19), ProductVersion: row.Text(20), ProductLine: row.Ref(30), ProductLineName: row.Text(31),
				Unit: row.Text(28), Currency: row.Text(29)}
			line.Digest = uint64(newDigest().text(line.Unit).text(line.Currency).text(line.ProductLineName))
			if !row.Null(15) {
				line.From = Predecessor{Reason: vocabulary.LineageReason(row.Text(16)), ActivationID: row.Text(15), Line: row.Ref(33), LineID: row.Text(34)}
				line.Digest = uint64(digest(line.Digest).text(line.From.LineID))
			}
			id, err := r.accountID(ctx, line.Account)
			if err != nil {
				return err
			}
			line.AccountID = id
			line.Digest = uint64(digest(line.Digest).text(id))
		}
		more.open(row[17])
		p := period(r, row, more)
		p.Ordinal = len(line.Periods) + 1
		if p.Ordinal > 1 {
			p.FromID, p.FromReason = row.Text(15), vocabulary.LineageReason(row.Text(16))
		}
		line.Used += p.Used
		line.Digest = uint64(digest(line.Digest).integer(row.Int(2)).integer(p.Used).
			day(p.FirstDay).day(p.LastDay).integer(row.Int(12)))
		line.Periods = append(line.Periods, p)
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

func period(r *reader, row Row, more *unpacker) Period {
	p := Period{ActivationID: row.Text(3), Entitlement: row.Ref(6), EntitlementID: row.Text(7), File: r.file(row.Int(1)), Line: line(row.Int(1)),
		LegacyQuantity: row.Int(8), Overdraft: row.Int(9), FirstDay: row.Day(10), LastDay: row.Day(11), Perpetual: row.Bool(12),
		TermLength: row.Int(13), TermUnit: vocabulary.TermUnit(row.Text(27)), StartRule: vocabulary.StartRule(row.Text(26)),
		Decision: vocabulary.Decision(row.Text(14)), PartNumber: row.Ref(22), PartNumberID: row.Text(23), LicenseModel: row.Ref(24),
		LicenseModelID: row.Text(25), OrderID: more.text("orderId"), OrderLine: more.text("orderLineNumber"),
		TimeZone: more.text("FNPTimeZoneValue"), Used: row.Int(32), CreatedAt: more.instant("createdOnDateTime"),
		ModifiedAt: more.instant("lastModifiedDateTime")}
	p.Quantity = sql.Null[int64]{V: p.LegacyQuantity, Valid: p.LegacyQuantity >= 0}
	p.Term = term(p.PartNumberID, p.Perpetual)
	if p.TermLength == 0 {
		p.TermUnit = ""
	}
	return p
}

// Coverages calls yield with every valid coverage after a Ref, ordered by account, each with its items.
func (s *Stage) Coverages(ctx context.Context, after Ref, yield func(Coverage) error) error {
	more := s.encoders[legacy.Maintenance].unpacker()
	var c Coverage
	flush := func() error {
		if c.Ref == 0 {
			return nil
		}
		return yield(c)
	}
	err := s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.activationId, r.account, r.entitlement, k.entitlementId, k.startDate, k.lastDay, k.state, k.more,
			b.product, t.maintenanceProduct, t.version, t.level, b.part, t.partNumber, l.ref, l.name, i.line, q.activationId, g.activationId
		FROM r_coverages r JOIN maintenance k ON k.rid = r.rid JOIN maintenance_terms t ON t.id = k.terms JOIN x_maintenance_terms b ON b.id = k.terms
		JOIN r_products rp ON rp.ref = b.product JOIN products pr ON pr.rid = rp.rid
		JOIN r_product_lines l ON l.name = coalesce(pr.productCategory, '`+UnassignedLine+`')
		LEFT JOIN r_coverage_items i ON i.coverage = r.ref LEFT JOIN line_items q ON q.rid = i.rid
		LEFT JOIN r_line_items w ON w.ref = i.line LEFT JOIN line_items g ON g.rid = w.rid
		WHERE r.ref > ? ORDER BY r.ref, i.line, i.rid`, after, func(r *reader, row Row) error {
		if row.Ref(0) != c.Ref {
			if err := flush(); err != nil {
				return err
			}
			more.open(row[10])
			c = Coverage{Head: r.head(row), ID: row.Text(3), Account: row.Ref(4), Entitlement: row.Ref(5), EntitlementID: row.Text(6),
				Kind: vocabulary.CoverageKindMaintenance, Level: row.Text(14), Product: row.Ref(11), ProductName: row.Text(12),
				ProductVersion: row.Text(13), ProductLine: row.Ref(17), ProductLineName: row.Text(18), PartNumber: row.Ref(15), PartNumberID: row.Text(16),
				FirstDay: row.Day(7), LastDay: row.Day(8), Perpetual: more.flag("perpetual", false), Decision: vocabulary.Decision(row.Text(9)),
				OrderID: more.text("orderId"), OrderLine: more.text("orderLineNumber"), CreatedAt: more.instant("createdOnDateTime"),
				ModifiedAt: more.instant("lastModifiedDateTime")}
			id, err := r.accountID(ctx, c.Account)
			if err != nil {
				return err
			}
			c.AccountID = id
			c.Digest = uint64(digest(c.Digest).text(c.AccountID).text(c.ProductLineName))
		}
		if row.Null(19) {
			return nil
		}
		if n := len(c.Items); n == 0 || c.Items[n-1].Line != row.Ref(19) {
			c.Items = append(c.Items, CoverageItem{Line: row.Ref(19), LineID: row.Text(21)})
		}
		item := &c.Items[len(c.Items)-1]
		item.ActivationIDs = append(item.ActivationIDs, row.Text(20))
		c.Digest = uint64(digest(c.Digest).text(item.LineID).text(row.Text(20)))
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}
