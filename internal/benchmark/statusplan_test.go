package benchmark

import (
	"fmt"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TestPlansOfStatuses checks that PostgreSQL decides on the status and the excess of one line item after another. If it
// joins the line items with their periods, it may join all periods of an account with all its entitlements.
func TestPlansOfStatuses(t *testing.T) {
	each(t, smallSize, func(t *testing.T, s *server) {
		if s.Store.Engine() != store.Postgres {
			t.Skip("SQLite makes no joins of EXISTS here")
		}
		variables := s.planVariables(t)
		filters := []string{`hasExcess: true`, `hasExcess: true, on: "2026-01-01"`, `hasExcess: true, on: "2027-01-01"`}
		for _, status := range vocabulary.Status("").Values() {
			filters = append(filters, fmt.Sprintf(`status: [%s]`, status),
				fmt.Sprintf(`status: [%s], hasExcess: true, on: "2026-01-01"`, status))
		}
		for _, filter := range filters {
			query := `lineItems(filter: { account: $account, ` + filter + ` }) { totalCount }`
			statements := s.statements(t, query, variables)
			if len(statements) == 0 {
				t.Errorf("%s ran no statement", query)
			}
			for _, statement := range statements {
				plan := s.explain(t, statement)
				if joins := joinsOutsideSubplans(plan); len(joins) > 0 {
					t.Errorf("%s\n%s\n-> %s", query, strings.Join(plan, "\n"), strings.Join(joins, "; "))
				}
			}
		}
	})
}

// joinsOutsideSubplans returns the joins of a plan of PostgreSQL that are not part of a subplan.
func joinsOutsideSubplans(plan []string) (joins []string) {
	subplan := -1 // indentation of the subplan that holds the line
	for _, line := range plan {
		text := strings.TrimLeft(line, " ")
		indentation := len(line) - len(text)
		if indentation <= subplan {
			subplan = -1
		}
		switch {
		case subplan >= 0:
		case strings.HasPrefix(text, "SubPlan"), strings.HasPrefix(text, "InitPlan"):
			subplan = indentation
		case strings.Contains(text, "Nested Loop"), strings.Contains(text, " Join "):
			joins = append(joins, text)
		}
	}
	return joins
}
