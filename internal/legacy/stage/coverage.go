package stage

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/legacy"
)

func (s *Stage) resolveCoverage(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE x_maintenance_terms (id INTEGER PRIMARY KEY, product INTEGER, part INTEGER)`,
		`INSERT INTO x_maintenance_terms SELECT t.id, rp.ref, rn.ref FROM maintenance_terms t
			LEFT JOIN products p ON p.productName = t.maintenanceProduct AND p.version = t.version AND p.valid = 1
			LEFT JOIN r_products rp ON rp.rid = p.rid
			LEFT JOIN part_numbers n ON n.partId = t.partNumber AND n.valid = 1 LEFT JOIN r_part_numbers rn
			ON rn.rid = n.rid`,
		`CREATE TABLE x_maintenance (rid INTEGER PRIMARY KEY, account INTEGER, entitlement INTEGER, terms INTEGER)`,
		`INSERT INTO x_maintenance SELECT k.rid, re.account, re.ref, k.terms FROM maintenance k
			LEFT JOIN entitlements e ON e.entitlementId = k.entitlementId AND e.valid = 1 LEFT JOIN r_entitlements re
			ON re.rid = e.rid
			WHERE k.valid = 1`); err != nil {
		return err
	}
	from := "FROM x_maintenance x JOIN maintenance k ON k.rid = x.rid AND k.valid = 1 JOIN maintenance_terms t ON " +
		"t.id = k.terms WHERE "
	sold := func(column, value string) string {
		return from +
			fmt.Sprintf(
				"k.terms IN (SELECT b.id FROM x_maintenance_terms b JOIN maintenance_terms t ON t.id = b.id WHERE "+
					"b.%s IS NULL AND %s IS NOT NULL)", column, value)
	}
	for _, ref := range []reference{
		{from: legacy.Maintenance, to: legacy.Entitlements, values: []string{"k.entitlementId"},
			rows: from + "x.entitlement IS NULL"},
		{from: legacy.Maintenance, to: legacy.Products, values: []string{"t.maintenanceProduct", "t.version"},
			rows: sold("product", "t.maintenanceProduct")},
		{from: legacy.Maintenance, to: legacy.PartNumbers, values: []string{"t.partNumber"},
			rows: sold("part", "t.partNumber")},
	} {
		if _, err := s.refuse(ctx, ref); err != nil {
			return err
		}
	}
	if err := s.run(ctx,
		`DELETE FROM x_maintenance WHERE rid IN (SELECT x.rid FROM x_maintenance x JOIN maintenance k ON k.rid = x.rid
			WHERE k.valid = 0)`,
		`CREATE TABLE r_coverages (ref INTEGER PRIMARY KEY, rid INTEGER, account INTEGER, entitlement INTEGER)`,
		`INSERT INTO r_coverages (rid, account, entitlement) SELECT x.rid, x.account, x.entitlement
			FROM x_maintenance x
			JOIN maintenance k ON k.rid = x.rid ORDER BY x.account, x.entitlement, k.activationId`,
		`CREATE UNIQUE INDEX r_coverages_rid ON r_coverages (rid)`,
		`CREATE TABLE x_maintenance_links (rid INTEGER PRIMARY KEY, coverage INTEGER, line INTEGER)`,
		`INSERT INTO x_maintenance_links SELECT k.rid, r.ref, l.rid FROM maintenance_links k
			LEFT JOIN maintenance m ON m.activationId = k.maintenanceActivationId AND m.valid = 1
			LEFT JOIN r_coverages r ON r.rid = m.rid
			LEFT JOIN line_items l ON l.activationId = k.associatedActivationId AND l.valid = 1
			WHERE k.valid = 1`); err != nil {
		return err
	}
	links := "FROM x_maintenance_links x JOIN maintenance_links k ON k.rid = x.rid AND k.valid = 1 WHERE "
	anyLine := "EXISTS (SELECT 1 FROM line_items p WHERE p.activationId = k.associatedActivationId)"
	for _, ref := range []reference{
		{from: legacy.MaintenanceLinks, to: legacy.Maintenance, values: []string{"k.maintenanceActivationId"},
			rows: links + "x.coverage IS NULL"},
		{from: legacy.MaintenanceLinks, to: legacy.LineItems, values: []string{"k.associatedActivationId"},
			rows: links + "x.line IS NULL AND " + anyLine},
		{from: legacy.MaintenanceLinks, to: legacy.LineItems, values: []string{"k.associatedActivationId"},
			rows:   links + "x.line IS NULL AND x.coverage IS NOT NULL AND NOT " + anyLine,
			warnAs: legacy.DanglingMaintenance, done: "the link is left out"},
	} {
		if _, err := s.refuse(ctx, ref); err != nil {
			return err
		}
	}
	return s.run(ctx,
		`CREATE TABLE r_coverage_items (coverage INTEGER, line INTEGER, rid INTEGER, PRIMARY KEY (coverage, line,
			rid)) WITHOUT ROWID`,
		`INSERT INTO r_coverage_items SELECT x.coverage, o.line, x.line FROM x_maintenance_links x
			JOIN x_roots o ON o.rid = x.line WHERE x.coverage IS NOT NULL ORDER BY 1, 2, 3`)
}
