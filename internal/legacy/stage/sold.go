package stage

import (
	"context"

	"github.com/muniment/muniment/internal/vocabulary"
)

// sold holds the values that line items or maintenance with the same terms share.
type sold struct {
	product, productLine, partNumber, licenseModel        Ref
	name, version, lineName, partNumberID, licenseModelID string
	unit, currency, level                                 string
	startRule                                             vocabulary.StartRule
	termUnit                                              vocabulary.TermUnit
}

// soldTerms reads shared values by their number, and caches at most maxTerms of them.
type soldTerms struct {
	db    *scratch
	query string
	scan  func(Row) *sold
	known map[int64]*sold
}

func (m *soldTerms) get(ctx context.Context, id int64) (*sold, error) {
	if s, ok := m.known[id]; ok {
		return s, nil
	}
	if m.known == nil || len(m.known) >= maxTerms {
		m.known = map[int64]*sold{}
	}
	err := m.db.each(ctx, m.query, []any{id}, func(row Row) error {
		m.known[id] = m.scan(row)
		return nil
	})
	return m.known[id], err
}

func lineTerms(db *scratch) *soldTerms {
	return &soldTerms{db: db, query: `SELECT b.product, t.productName, t.productVersion, b.part, t.partNumber, b.model,
		t.licenseModel,
			t.startDateOption, t.termUnit, t.unit, t.currency, l.ref, l.name
		FROM line_items_terms t JOIN x_terms b ON b.id = t.id JOIN r_products rp ON rp.ref = b.product JOIN products pr
		ON pr.rid = rp.rid
		JOIN r_product_lines l ON l.name = coalesce(t.productLine, pr.productCategory,
			'` + UnassignedLine + `') WHERE t.id = ?`,
		scan: func(row Row) *sold {
			return &sold{product: row.Ref(0), name: row.Text(1), version: row.Text(2), partNumber: row.Ref(3),
				partNumberID: row.Text(4),
				licenseModel: row.Ref(5), licenseModelID: row.Text(6), startRule: vocabulary.StartRule(row.Text(7)),
				termUnit: vocabulary.TermUnit(row.Text(8)), unit: row.Text(9), currency: row.Text(10),
				productLine: row.Ref(11), lineName: row.Text(12)}
		}}
}

func maintenanceTerms(db *scratch) *soldTerms {
	return &soldTerms{db: db, query: `SELECT b.product, t.maintenanceProduct, t.version, t.level, b.part, t.partNumber,
		l.ref, l.name
		FROM maintenance_terms t JOIN x_maintenance_terms b ON b.id = t.id JOIN r_products rp ON rp.ref = b.product
		JOIN products pr ON pr.rid = rp.rid
		JOIN r_product_lines l ON l.name = coalesce(pr.productCategory, '` + UnassignedLine + `') WHERE t.id = ?`,
		scan: func(row Row) *sold {
			return &sold{product: row.Ref(0), name: row.Text(1), version: row.Text(2), level: row.Text(3),
				partNumber: row.Ref(4), partNumberID: row.Text(5),
				productLine: row.Ref(6), lineName: row.Text(7)}
		}}
}
