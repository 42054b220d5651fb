package lint

import (
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
)

func catalogRules() []rule {
	// Names of the product by part number: those in valid line items, and the one of the part number itself.
	sold := `sold AS MATERIALIZED (SELECT DISTINCT t.partNumber, t.productName FROM line_items_terms t
		WHERE t.partNumber IS NOT NULL
			AND t.id IN (SELECT terms FROM x_line_items)
			UNION SELECT partId, productName FROM part_numbers WHERE valid = 1 AND productName IS NOT NULL),
		renamed AS MATERIALIZED (SELECT partNumber FROM sold GROUP BY partNumber HAVING count(*) > 1)`
	return []rule{
		{name: legacy.RenamedProduct, kind: legacy.PartNumbers, query: `WITH ` + sold + `
			SELECT ` + stage.Where +
			`, k.partId, (SELECT json_group_array(productName) FROM sold s WHERE s.partNumber = k.partId)
			FROM renamed n JOIN part_numbers k ON k.partId = n.partNumber AND k.valid = 1 ORDER BY k.rid`,
			message: fixedMessage("products of different names are sold under this part number"),
			remedy:  "decide whether they are one product that was renamed"},
		{name: legacy.RenamedLines, kind: legacy.LineItems, query: `WITH ` + sold + `,
				other AS MATERIALIZED (SELECT t.id, t.partNumber, t.productName, p.productName partName
				FROM line_items_terms t JOIN renamed n ON n.partNumber = t.partNumber
					JOIN part_numbers p ON p.partId = t.partNumber AND p.valid = 1
					WHERE t.productName <> p.productName)
			SELECT ` + stage.Where +
			`, k.activationId, (SELECT json_group_array(l.activationId) FROM x_line_items y CROSS JOIN line_items l
				ON l.rid = y.rid
					JOIN line_items_terms s ON s.id = l.terms WHERE y.entitlement = x.entitlement
					AND s.partNumber = o.partNumber AND l.rid <> k.rid),
				o.productName, o.partNumber, o.partName
			FROM x_line_items x CROSS JOIN other o ON o.id = x.terms CROSS JOIN line_items k ON k.rid = x.rid
			ORDER BY k.rid`,
			message: formatted(
				"the line item names the product %q, its part number %q the product %q; the line item's own is kept",
				3),
			remedy: "decide whether they are one product that was renamed"},
		{name: legacy.OtherProductLine, kind: legacy.LineItems, query: `
			WITH other AS MATERIALIZED (SELECT t.id, t.productLine, p.productCategory FROM line_items_terms t
			JOIN products p
				ON p.productName = t.productName AND p.version = t.productVersion AND p.valid = 1
				WHERE t.productLine IS NOT NULL AND t.productLine <> coalesce(p.productCategory, ''))
			SELECT ` + stage.Where + `, k.activationId, NULL, o.productLine, coalesce(o.productCategory, '')
			FROM x_line_items x CROSS JOIN other o ON o.id = x.terms CROSS JOIN line_items k ON k.rid = x.rid
			ORDER BY k.rid`,
			message: formatted("the line item names the product line %q, its product %q", 2),
			remedy:  "decide to which product line it belongs"},
	}
}
