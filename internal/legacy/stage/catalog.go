package stage

import (
	"context"

	"github.com/muniment/muniment/internal/legacy"
)

// UnassignedLine is the product line of products without one.
const UnassignedLine = "UNASSIGNED"

// resolveCatalog resolves license models, products, suites and part numbers.
func (s *Stage) resolveCatalog(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE r_license_models (ref INTEGER PRIMARY KEY, rid INTEGER UNIQUE)`,
		`INSERT INTO r_license_models (rid) SELECT rid FROM license_models WHERE valid = 1
			ORDER BY name`); err != nil {
		return err
	}
	noModel := "k.valid = 1 AND k.licenseModel IS NOT NULL AND NOT EXISTS (SELECT 1 FROM license_models p WHERE " +
		"p.name = k.licenseModel AND p.valid = 1)"
	noProduct := func(name, version string) string {
		return "k.valid = 1 AND " + name +
			" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM products p WHERE p.productName = " +
			name + " AND p.version = " + version + " AND p.valid = 1)"
	}
	for _, ref := range []reference{
		{from: legacy.Products, to: legacy.LicenseModels, values: []string{"k.licenseModel"},
			rows: "FROM products k WHERE " + noModel},
		{from: legacy.SuiteMembers, to: legacy.Products, values: []string{"k.suiteName", "k.suiteVersion"},
			rows: "FROM suite_members k WHERE " + noProduct("k.suiteName", "k.suiteVersion")},
		{from: legacy.SuiteMembers, to: legacy.Products, values: []string{"k.productName", "k.version"},
			rows: "FROM suite_members k WHERE " + noProduct("k.productName", "k.version")},
		{from: legacy.PartNumbers, to: legacy.LicenseModels, values: []string{"k.licenseModel"},
			rows: "FROM part_numbers k WHERE " + noModel},
		{from: legacy.PartNumbers, to: legacy.Products, values: []string{"k.productName", "k.version"},
			rows: "FROM part_numbers k WHERE " + noProduct("k.productName", "k.version")},
	} {
		if _, err := s.refuse(ctx, ref); err != nil {
			return err
		}
	}
	return s.run(ctx,
		`CREATE TABLE r_products (ref INTEGER PRIMARY KEY, rid INTEGER UNIQUE, model INTEGER)`,
		`INSERT INTO r_products (rid, model) SELECT k.rid, rm.ref FROM products k
			LEFT JOIN license_models m ON m.name = k.licenseModel AND m.valid = 1 LEFT JOIN r_license_models rm
			ON rm.rid = m.rid
			WHERE k.valid = 1 ORDER BY k.productName, k.version`,
		`CREATE TABLE r_suite_members (ref INTEGER PRIMARY KEY, rid INTEGER, suite INTEGER, member INTEGER)`,
		`INSERT INTO r_suite_members (rid, suite, member) SELECT k.rid, rs.ref, rp.ref FROM suite_members k
			JOIN products s ON s.productName = k.suiteName AND s.version = k.suiteVersion AND s.valid = 1
			JOIN r_products rs ON rs.rid = s.rid
			JOIN products p ON p.productName = k.productName AND p.version = k.version AND p.valid = 1
			JOIN r_products rp ON rp.rid = p.rid
			WHERE k.valid = 1 ORDER BY rs.ref, rp.ref`,
		`CREATE TABLE r_part_numbers (ref INTEGER PRIMARY KEY, rid INTEGER UNIQUE, product INTEGER, model INTEGER)`,
		`INSERT INTO r_part_numbers (rid, product, model) SELECT k.rid, rp.ref, rm.ref FROM part_numbers k
			LEFT JOIN products p ON p.productName = k.productName AND p.version = k.version AND p.valid = 1
			LEFT JOIN r_products rp ON rp.rid = p.rid
			LEFT JOIN license_models m ON m.name = k.licenseModel AND m.valid = 1 LEFT JOIN r_license_models rm
			ON rm.rid = m.rid
			WHERE k.valid = 1 ORDER BY k.partId`)
}

// resolveProductLines collects the product lines that valid records name.
func (s *Stage) resolveProductLines(ctx context.Context) error {
	return s.run(ctx,
		`CREATE TABLE r_product_lines (ref INTEGER PRIMARY KEY, name UNIQUE)`,
		`INSERT INTO r_product_lines (name)
			SELECT coalesce(productCategory, '`+UnassignedLine+`') FROM products WHERE valid = 1
			UNION SELECT productLine FROM line_items_terms WHERE productLine IS NOT NULL AND id IN (SELECT terms FROM x_line_items)
			UNION SELECT productLine FROM usage WHERE valid = 1
			ORDER BY 1`)
}
