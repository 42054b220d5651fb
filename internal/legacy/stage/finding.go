package stage

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/muniment/muniment/internal/legacy"
)

// Add stores a finding with the severity of its rule. It returns an error for a rule that is not in legacy.RuleInfos.
func (s *Stage) Add(f legacy.Finding) error {
	severity, ok := s.severities[f.Rule]
	if !ok {
		return fmt.Errorf("stage: finding of the unlisted rule %q", f.Rule)
	}
	var related any
	if len(f.RelatedIDs) > 0 {
		list, err := json.Marshal(f.RelatedIDs)
		if err != nil {
			return fmt.Errorf("stage: related ids: %w", err)
		}
		related = string(list)
	}
	return s.addFinding.do(int64(severity), string(f.Rule), int64(f.Kind), f.LegacyID, related, f.File, f.Line,
		f.Message, f.Remedy)
}

// Findings calls yield with every finding: errors first, then by file, line and rule.
func (s *Stage) Findings(ctx context.Context, yield func(legacy.Finding) error) error {
	return s.read(ctx, `SELECT severity, rule, kind, legacyId, related, file, line, message, remedy FROM findings
		ORDER BY severity DESC, file, line, rule, legacyId, message`, nil, func(r Row) error {
		f := legacy.Finding{Severity: legacy.Severity(r.Int(0)), Rule: legacy.Rule(r.Text(1)),
			Kind:     legacy.Kind(r.Int(2)),
			LegacyID: r.Text(3), File: r.Text(5), Line: r.Int(6), Message: r.Text(7), Remedy: r.Text(8)}
		if !r.Null(4) {
			if err := json.Unmarshal([]byte(r.Text(4)), &f.RelatedIDs); err != nil {
				return fmt.Errorf("stage: related ids: %w", err)
			}
		}
		return yield(f)
	})
}

// RuleCount is the number of findings of a rule.
type RuleCount struct {
	Rule     legacy.Rule     `json:"rule"`
	Severity legacy.Severity `json:"severity"`
	Count    int64           `json:"count"`
}

// FindingCounts counts the findings by rule, errors first.
func (s *Stage) FindingCounts(ctx context.Context) ([]RuleCount, error) {
	var counts []RuleCount
	err := s.read(ctx,
		"SELECT rule, severity, count(*) FROM findings GROUP BY rule, severity ORDER BY severity DESC, rule", nil,
		func(r Row) error {
			counts = append(counts, RuleCount{legacy.Rule(r.Text(0)), legacy.Severity(r.Int(1)), r.Int(2)})
			return nil
		})
	return counts, err
}

// Errors counts the findings of severity ERROR.
func (s *Stage) Errors(ctx context.Context) (int64, error) {
	var n int64
	err := s.read(ctx, "SELECT count(*) FROM findings WHERE severity = ?", []any{int64(legacy.Error)},
		func(r Row) error {
			n = r.Int(0)
			return nil
		})
	return n, err
}

// read runs a query on a separate connection, so that several may run concurrently.
func (s *Stage) read(ctx context.Context, query string, args []any, yield func(Row) error) error {
	db, err := openScratch(s.path, true)
	if err != nil {
		return err
	}
	failed := db.each(ctx, query, args, yield)
	if err := db.close(); failed == nil {
		return err
	}
	return failed
}
