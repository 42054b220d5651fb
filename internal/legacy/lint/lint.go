// Package lint checks a staged source by rules that compare records with each other. The stage itself reports faults
// of single rows and makes rows invalid. Package lint does not depend on the format of the source.
package lint

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// Run adds the findings of every rule to a resolved stage. It is called once.
func Run(ctx context.Context, st *stage.Stage) error {
	for _, list := range [][]rule{accountRules(), userRules(), lineRules(), countRules(), maintenanceRules(),
		catalogRules()} {
		for _, r := range list {
			if err := r.run(ctx, st); err != nil {
				return fmt.Errorf("rule %s: %w", r.name, err)
			}
		}
	}
	return nil
}

// rule is a query that finds records, with the message and the remedy of its findings.
type rule struct {
	name legacy.Rule
	kind legacy.Kind
	// query returns the columns file, line, legacy id, related ids (a JSON list, or null), and then the arguments of
	// message.
	query   string
	message func(stage.Row) string
	remedy  string
	// alternative is the rule for rows whose last column is not 0, if one query serves two rules. It has no remedy.
	alternative legacy.Rule
}

// firstFact is the index of the first column after those that every query has.
const firstFact = 4

func (r rule) run(ctx context.Context, st *stage.Stage) error {
	return st.Select(ctx, r.query, nil, func(row stage.Row) error {
		f := legacy.Finding{Rule: r.name, Kind: r.kind, File: row.Text(0), Line: row.Int(1), LegacyID: row.Text(2),
			Message: r.message(row), Remedy: r.remedy}
		if r.alternative != "" && row.Bool(len(row)-1) {
			f.Rule, f.Remedy = r.alternative, ""
		}
		if !row.Null(3) {
			if err := json.Unmarshal([]byte(row.Text(3)), &f.RelatedIDs); err != nil {
				return err
			}
		}
		return st.Add(f)
	})
}

func fixedMessage(message string) func(stage.Row) string {
	return func(stage.Row) string { return message }
}

// formatted inserts the values of a number of columns, from firstFact on, into a message.
func formatted(format string, columns int) func(stage.Row) string {
	return func(row stage.Row) string {
		values := make([]any, columns)
		for i := range values {
			values[i] = row[firstFact+i]
		}
		return fmt.Sprintf(format, values...)
	}
}
