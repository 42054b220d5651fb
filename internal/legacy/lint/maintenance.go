package lint

import (
	"fmt"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
)

func maintenanceRules() []rule {
	return []rule{
		{name: legacy.OrphanMaintenance, kind: legacy.Maintenance, query: `
			SELECT ` + stage.Where + `, k.activationId, NULL FROM r_coverages r JOIN maintenance k ON k.rid = r.rid
			WHERE NOT EXISTS (SELECT 1 FROM r_coverage_items i WHERE i.coverage = r.ref) ORDER BY k.rid`,
			message: fixedMessage("the maintenance covers no line item"), remedy: "decide what it was sold for"},
		{name: legacy.CrossMaintenance, kind: legacy.Maintenance, query: `
			SELECT ` + stage.Where +
			`, k.activationId, json_group_array(l.activationId) FROM r_coverages r JOIN r_coverage_items i
				ON i.coverage = r.ref
			JOIN x_line_items x ON x.rid = i.rid JOIN maintenance k ON k.rid = r.rid JOIN line_items l ON l.rid = i.rid
			WHERE r.ref IN (SELECT r.ref FROM r_coverages r JOIN r_coverage_items i ON i.coverage = r.ref
				JOIN x_line_items x ON x.rid = i.rid WHERE x.entitlement <> r.entitlement)
			GROUP BY r.ref ORDER BY k.rid`,
			message: fixedMessage("the maintenance covers line items of another entitlement")},
		// Maintenance of any level covers the days of a line item.
		{name: legacy.RenewalGap, kind: legacy.Maintenance, query: `
			WITH terms AS (SELECT DISTINCT i.line, k.rid, k.startDate first, coalesce(k.lastDay, 2147483646) last
					FROM r_coverage_items i CROSS JOIN r_coverages r ON r.ref = i.coverage CROSS JOIN maintenance k
					ON k.rid = r.rid
					WHERE k.state IS NULL AND k.startDate IS NOT NULL),
				ends AS (SELECT line, rid, first, max(last) OVER (PARTITION BY line
				ORDER BY first, rid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) covered
					FROM terms)
			SELECT ` + stage.Where +
			`, k.activationId, json_group_array(l.activationId), max(e.covered), e.first FROM ends e
			JOIN r_line_items r ON r.ref = e.line JOIN line_items l ON l.rid = r.rid JOIN maintenance k
			ON k.rid = e.rid
			WHERE e.first > e.covered + 1 GROUP BY k.rid ORDER BY k.rid`,
			message: func(row stage.Row) string {
				covered, first := day.Day(row.Int(firstFact)), day.Day(row.Int(firstFact+1))
				return fmt.Sprintf("%d days between %s and the maintenance from %s are not covered", first-covered-1,
					covered, first)
			},
			remedy: "decide whether the days were meant to be covered"},
	}
}
