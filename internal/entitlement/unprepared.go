package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// isUnprepared tells whether a decision is another one than those with which entitlements are issued.
func isUnprepared(d vocabulary.Decision) bool {
	return d != vocabulary.DecisionDraft && d != vocabulary.DecisionTest
}

// isAmongDecided is IsDecided for drafts and tests in a form that reads the decisions first: few of these hold at a
// time, and an index has them alone. It is for viewers who see all accounts.
func isAmongDecided(q *page.Query, on day.Day, kinds []vocabulary.Decision) *sql.Predicate {
	d := q.Sub(decision.Table, "de")
	d.Select(d.C(decision.FieldSubjectID)).Where(sql.And(isIndexedAsDraft(d.C(decision.FieldKind)),
		sql.In(d.C(decision.FieldKind), values(kinds)...),
		sql.GTE(d.C(decision.FieldEndsOn), int64(on)), sql.LTE(d.C(decision.FieldStartsOn), int64(on))))
	return sql.In(q.C(entitlement.FieldID), d.Selector)
}
