package importrun

import (
	"encoding/json"

	"github.com/muniment/muniment/ent/finding"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Newest is the order of runs from the last begun to the first. It is the order of descending ids.
var Newest = page.Order{Name: "NEWEST", Descending: true}

// Recorded is the order of the findings of a run: the most severe ones first, then by file and line. They are
// recorded in this order.
var Recorded = page.Order{Name: "RECORDED"}

// FindingFilter selects findings of a run. A zero value is no condition. A run has few findings, so that they may be
// combined.
type FindingFilter struct {
	Rules      []string
	Severities []vocabulary.FindingSeverity
	Text       string
}

// Where adds the conditions of the filter to a query.
func (f FindingFilter) Where(q *page.Query) {
	page.OneOf(q, finding.FieldRule, f.Rules)
	page.OneOf(q, finding.FieldSeverity, f.Severities)
	search.WhereListed(q, finding.FieldWords, f.Text)
}

// RulesOf reads the column rules of a run.
func RulesOf(text string) ([]RuleCount, error) {
	var list []RuleCount
	return list, json.Unmarshal([]byte(text), &list)
}

// RecordsOf reads the column kinds of a run.
func RecordsOf(text string) ([]Records, error) {
	var list []Records
	return list, json.Unmarshal([]byte(text), &list)
}
