package entitlement

import "entgo.io/ent/dialect/sql"

// isIndexedAsDraft is the condition that the index of drafts and tests has a decision, in the words of that index. kind
// is the column of its kind.
func isIndexedAsDraft(kind string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) { b.WriteString(kind + " IN ('DRAFT', 'TEST')") })
}
