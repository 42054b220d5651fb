package entitlement

import (
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/system"
)

// whereText splits a text at blanks and keeps the lines that match every part: as words of the product's name, or as
// the beginning of the activation id or of the entitlement's number. A blank text adds no condition.
func whereText(q *page.Query, text string) {
	for _, part := range strings.Fields(text) {
		ways := []*sql.Predicate{idBeginsWith(q, part)}
		header := q.Sub(entitlement.Table, "et")
		header.Select(header.C(entitlement.FieldID)).Where(sql.And(
			sql.ColumnsEQ(header.C(entitlement.FieldID), q.C(lineitem.FieldEntitlementID)),
			beginsWithAny(header.C(entitlement.FieldNumber), part)))
		ways = append(ways, sql.Exists(header.Selector))
		if words := search.QueryTerms(part); len(words) > 0 {
			named := make([]*sql.Predicate, len(words))
			for i, word := range words {
				named[i] = search.Named(q, lineitem.FieldProductID, word)
			}
			ways = append(ways, sql.And(named...))
		}
		q.Where(sql.Or(ways...))
	}
}

// idBeginsWith is the condition that the activation id of a line begins with a text, in any letter case.
func idBeginsWith(q *page.Query, part string) *sql.Predicate {
	return page.StartsWith(q.C(lineitem.FieldActivationKey), system.ActivationKey(part))
}

func beginsWithAny(column, part string) *sql.Predicate {
	var ways []*sql.Predicate
	for _, spelling := range fold.Spellings(part) {
		ways = append(ways, page.StartsWith(column, spelling))
	}
	return sql.Or(ways...)
}
