// Package lint judges a staged base by rules that compare records with each other. What a row tells by itself, and
// what makes a row invalid, the stage has reported already. It does not know in what form the source was.
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
	for _, list := range [][]rule{accountRules(), userRules(), lineRules(), countRules(), maintenanceRules(), catalogRules()} {
		for _, r := range list {
			if err := r.run(ctx, st); err != nil {
				return fmt.Errorf("rule %s: %w", r.name, err)
			}
		}
	}
	return nil
}

// rule is one query that finds records, and how to speak of each.
type rule struct {
	name legacy.Rule
	kind legacy.Kind
	// query returns the columns file, line, legacy id, related ids (a JSON list, or null), and then whatever say needs.
	query  string
	say    func(stage.Row) string
	remedy string
	// mild is the rule for rows whose last column is not 0, if one query serves two rules.
	mild legacy.Rule
}

// firstFact is the first column after those that every query has.
const firstFact = 4

func (r rule) run(ctx context.Context, st *stage.Stage) error {
	return st.Select(ctx, r.query, nil, func(row stage.Row) error {
		f := legacy.Finding{Rule: r.name, Kind: r.kind, File: row.Text(0), Line: row.Int(1), LegacyID: row.Text(2),
			Message: r.say(row), Remedy: r.remedy}
		if r.mild != "" && row.Bool(len(row)-1) {
			f.Rule, f.Remedy = r.mild, ""
		}
		if !row.Null(3) {
			if err := json.Unmarshal([]byte(row.Text(3)), &f.RelatedIDs); err != nil {
				return err
			}
		}
		return st.Add(f)
	})
}

func always(message string) func(stage.Row) string { return func(stage.Row) string { return message } }

// facts fills what a row tells into a message.
func facts(format string, columns int) func(stage.Row) string {
	return func(row stage.Row) string {
		values := make([]any, columns)
		for i := range values {
			values[i] = row[firstFact+i]
		}
		return fmt.Sprintf(format, values...)
	}
}
