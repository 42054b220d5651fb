package stage

import (
	"context"
	"strings"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ProductLines calls yield with every product line after a Ref.
func (s *Stage) ProductLines(ctx context.Context, after Ref, yield func(ProductLine) error) error {
	return s.iterate(ctx, "SELECT ref, name FROM r_product_lines WHERE ref > ? ORDER BY ref", after,
		func(_ *reader, row Row) error {
			name := row.Text(1)
			return yield(ProductLine{Head: Head{Ref: row.Ref(0), Digest: uint64(newDigest().text(name))}, Name: name})
		})
}

const unitsQuery = `SELECT unit, coalesce(currency, '') currency FROM line_items_terms WHERE unit IS NOT NULL
	AND id IN (SELECT terms FROM x_line_items)
	UNION SELECT unit, currency FROM r_meters`

// Units calls yield with every unit that valid records use, after a Ref.
func (s *Stage) Units(ctx context.Context, after Ref, yield func(Unit) error) error {
	return s.iterate(ctx,
		"SELECT * FROM (SELECT row_number() OVER (ORDER BY unit, currency) ref, unit, currency FROM ("+
			unitsQuery+")) WHERE ref > ? ORDER BY ref",
		after, func(_ *reader, row Row) error {
			u := Unit{Head: Head{Ref: row.Ref(0)}, Code: row.Text(1), Currency: row.Text(2)}
			u.Digest = uint64(newDigest().text(u.Code).text(u.Currency))
			return yield(u)
		})
}

// LicenseModels calls yield with every valid license model after a Ref.
func (s *Stage) LicenseModels(ctx context.Context, after Ref, yield func(LicenseModel) error) error {
	units := legacy.NewUnits()
	agreed := map[string]string{}
	if err := s.read(ctx, `SELECT licenseModel, min(unit) FROM line_items_terms WHERE licenseModel IS NOT NULL
		AND unit IS NOT NULL
		GROUP BY licenseModel HAVING count(DISTINCT unit) = 1`, nil, func(row Row) error {
		agreed[row.Text(0)] = row.Text(1)
		return nil
	}); err != nil {
		return err
	}
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.name, k.licenseTechnology, k.metered
		FROM r_license_models r
		JOIN license_models k ON k.rid = r.rid WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		m := LicenseModel{Head: r.head(row), Name: row.Text(3), Technology: row.Text(4), Metered: row.Bool(5)}
		m.Activation = activationModel(m.Name, m.Metered)
		if m.Unit = agreed[m.Name]; m.Unit == "" {
			named, _ := units.FromModel(m.Name)
			m.Unit = named.Code
		}
		m.Digest = uint64(digest(m.Digest).text(m.Unit))
		return yield(m)
	})
}

// activationModel derives how a right is activated from the name of its license model; the older system has no other
// information about it.
func activationModel(name string, metered bool) vocabulary.ActivationModel {
	lower := strings.ToLower(name)
	has := func(word string) bool { return strings.Contains(lower, word) }
	switch {
	case metered || has("metered"):
		return vocabulary.ActivationModelUsage
	case has("floating") || has("concurrent"):
		return vocabulary.ActivationModelFloating
	case has("served") || has("embedded") || has("cloud"):
		return vocabulary.ActivationModelCloudServed
	default:
		return vocabulary.ActivationModelNodeLocked
	}
}

// Products calls yield with every valid product after a Ref.
func (s *Stage) Products(ctx context.Context, after Ref, yield func(Product) error) error {
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.productName, k.version, k.productType, k.state,
		k.description,
			l.ref, l.name, r.model, k.licenseModel, k.startDate, k.endDate, k.creationDate FROM r_products r
			JOIN products k ON k.rid = r.rid
			JOIN r_product_lines l ON l.name = coalesce(k.productCategory,
				'`+UnassignedLine+`') WHERE r.ref > ? ORDER BY r.ref`, after,
		func(r *reader, row Row) error {
			return yield(Product{Head: r.head(row), Name: row.Text(3), Version: row.Text(4),
				Kind:  vocabulary.ProductKind(row.Text(5)),
				State: vocabulary.CatalogState(row.Text(6)), Description: row.Text(7), ProductLine: row.Ref(8),
				ProductLineName: row.Text(9),
				LicenseModel:    row.Ref(10), LicenseModelID: row.Text(11), FirstDay: row.Day(12),
				LastDay: row.Day(13), CreatedAt: row.Instant(14)})
		})
}

// SuiteMembers calls yield with every valid member of a suite after a Ref.
func (s *Stage) SuiteMembers(ctx context.Context, after Ref, yield func(SuiteMember) error) error {
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, r.suite, r.member, k.suiteName, k.suiteVersion,
		k.productName, k.version, k.count
		FROM r_suite_members r JOIN suite_members k ON k.rid = r.rid WHERE r.ref > ?
		ORDER BY r.ref`, after, func(r *reader, row Row) error {
		return yield(SuiteMember{Head: r.head(row), Suite: row.Ref(3), Member: row.Ref(4), SuiteName: row.Text(5),
			SuiteVersion: row.Text(6),
			MemberName:   row.Text(7), MemberVersion: row.Text(8), Quantity: row.Int(9)})
	})
}

// PartNumbers calls yield with every valid part number after a Ref.
func (s *Stage) PartNumbers(ctx context.Context, after Ref, yield func(PartNumber) error) error {
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.partId, k.description, r.product, r.model, k.productName,
		k.version, k.licenseModel
		FROM r_part_numbers r JOIN part_numbers k ON k.rid = r.rid WHERE r.ref > ?
		ORDER BY r.ref`, after, func(r *reader, row Row) error {
		return yield(PartNumber{Head: r.head(row), ID: row.Text(3), Description: row.Text(4), Product: row.Ref(5),
			LicenseModel: row.Ref(6),
			ProductName:  row.Text(7), ProductVersion: row.Text(8), LicenseModelID: row.Text(9)})
	})
}
