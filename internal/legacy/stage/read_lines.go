package stage

import (
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The columns of lineItemsQuery.
const (
	lineRef = iota
	linePos
	lineDigest
	lineID
	lineAccount
	lineEntitlement
	periodEntitlement
	periodEntitlementID
	periodCopies
	periodOverdraft
	periodFirst
	periodLast
	periodPerpetual
	periodTerm
	periodState
	periodFrom
	periodReason
	periodMore
	periodTerms
	periodUsed
	fromLine
	fromLineID
)

// The predecessor is looked up only for lines that name one: a join with NULL costs nothing.
const lineItemsQuery = `SELECT p.line, k.pos, k.digest, k.activationId, r.account, r.entitlement, x.entitlement,
	k.entitlementId,
		k.numberOfCopies, k.overdraftMax, k.firstDay, k.lastDay, k.perpetual, k.termDuration, k.state, k.pred,
		k.reason, k.more, k.terms,
		u.used, o.line, g.activationId
	FROM r_periods p CROSS JOIN r_line_items r ON r.ref = p.line CROSS JOIN line_items k ON k.rid = p.rid
	CROSS JOIN x_line_items x ON x.rid = p.rid
	LEFT JOIN x_uses u ON u.line = p.rid
	LEFT JOIN x_lineage i ON i.rid = CASE WHEN k.pred IS NULL THEN NULL ELSE p.rid END LEFT JOIN x_roots o
	ON o.rid = i.pred
	LEFT JOIN r_line_items q ON q.ref = o.line LEFT JOIN line_items g ON g.rid = q.rid
	WHERE p.line > ? ORDER BY p.line, p.ordinal`

// LineItems calls yield with every valid line item after a Ref, ordered by account, each with its periods.
func (s *Stage) LineItems(ctx context.Context, after Ref, yield func(LineItem) error) error {
	more := s.encoders[legacy.LineItems].unpacker()
	var terms *soldTerms
	var line LineItem
	flush := func() error {
		if len(line.Periods) == 0 {
			return nil
		}
		done := line
		line = LineItem{}
		return yield(done)
	}
	err := s.iterate(ctx, lineItemsQuery, after, func(r *reader, row Row) error {
		if terms == nil {
			terms = lineTerms(r.db)
		}
		what, err := terms.get(ctx, row.Int(periodTerms))
		if err != nil {
			return err
		}
		if row.Ref(lineRef) != line.Ref {
			if err := flush(); err != nil {
				return err
			}
			if line, err = r.lineItem(ctx, row, what); err != nil {
				return err
			}
		}
		more.open(row[periodMore])
		p := r.period(row, what, more)
		p.Ordinal = len(line.Periods) + 1
		if p.Ordinal > 1 {
			p.FromID, p.FromReason = row.Text(periodFrom), vocabulary.LineageReason(row.Text(periodReason))
		}
		line.Used += p.Used
		line.Digest = uint64(digest(line.Digest).integer(row.Int(lineDigest)).integer(p.Used).day(p.FirstDay).
			day(p.LastDay).
			integer(row.Int(periodPerpetual)))
		line.Periods = append(line.Periods, p)
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

func (r *reader) lineItem(ctx context.Context, row Row, what *sold) (LineItem, error) {
	line := LineItem{Head: r.head(row), ID: row.Text(lineID), Account: row.Ref(lineAccount),
		Entitlement:   row.Ref(lineEntitlement),
		EntitlementID: row.Text(periodEntitlementID), Product: what.product, ProductName: what.name,
		ProductVersion: what.version,
		ProductLine:    what.productLine, ProductLineName: what.lineName, Unit: what.unit, Currency: what.currency}
	var err error
	if line.AccountID, err = r.accountID(ctx, line.Account); err != nil {
		return LineItem{}, err
	}
	d := newDigest().text(line.AccountID).text(line.Unit).text(line.Currency).text(line.ProductLineName)
	if !row.Null(periodFrom) {
		line.From = Predecessor{Reason: vocabulary.LineageReason(row.Text(periodReason)),
			ActivationID: row.Text(periodFrom),
			Line:         row.Ref(fromLine), LineID: row.Text(fromLineID)}
		d = d.text(line.From.LineID)
	}
	line.Digest = uint64(d)
	return line, nil
}

func (r *reader) period(row Row, what *sold, more *unpacker) Period {
	p := Period{ActivationID: row.Text(lineID), Entitlement: row.Ref(periodEntitlement),
		EntitlementID: row.Text(periodEntitlementID),
		File:          r.file(row.Int(linePos)), Line: line(row.Int(linePos)), LegacyQuantity: row.Int(periodCopies),
		Overdraft: row.Int(periodOverdraft),
		FirstDay:  row.Day(periodFirst), LastDay: row.Day(periodLast), Perpetual: row.Bool(periodPerpetual),
		TermLength: row.Int(periodTerm),
		StartRule:  what.startRule, Decision: vocabulary.Decision(row.Text(periodState)), PartNumber: what.partNumber,
		PartNumberID: what.partNumberID,
		LicenseModel: what.licenseModel, LicenseModelID: what.licenseModelID, OrderID: more.text("orderId"),
		OrderLine: more.text("orderLineNumber"), TimeZone: more.text("FNPTimeZoneValue"), Used: row.Int(periodUsed),
		CreatedAt: more.instant("createdOnDateTime"), ModifiedAt: more.instant("lastModifiedDateTime")}
	p.Quantity = sql.Null[int64]{V: p.LegacyQuantity, Valid: p.LegacyQuantity >= 0}
	p.Term = term(p.PartNumberID, p.Perpetual)
	if p.TermLength != 0 {
		p.TermUnit = what.termUnit
	}
	return p
}
