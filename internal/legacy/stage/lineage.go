package stage

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// resolveLineage finds the predecessor of each legacy line, and makes cycles invalid.
func (s *Stage) resolveLineage(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE x_lineage (rid INTEGER PRIMARY KEY, pred INTEGER, reason, depth INTEGER)`,
		`INSERT INTO x_lineage SELECT k.rid, p.rid, k.reason, NULL FROM line_items k
			LEFT JOIN line_items p ON p.activationId = k.pred AND p.valid = 1 WHERE k.valid = 1
			AND k.pred IS NOT NULL`,
		`CREATE INDEX x_lineage_pred ON x_lineage (pred)`,
		`CREATE INDEX x_lineage_depth ON x_lineage (depth)`,
		// A line whose predecessor has none has depth 1, and so on; lines without a depth are on a cycle or follow
		// one.
		`UPDATE x_lineage SET depth = 1 WHERE pred IS NULL OR pred NOT IN (SELECT rid FROM x_lineage)`); err != nil {
		return err
	}
	for depth := 1; ; depth++ {
		n, err := s.db.do(ctx, `UPDATE x_lineage SET depth = ? WHERE rid IN
			(SELECT x.rid FROM x_lineage p CROSS JOIN x_lineage x ON x.pred = p.rid
			WHERE p.depth = ?)`, depth+1, depth)
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
	}
	if err := s.refuseLineCircles(ctx); err != nil {
		return err
	}
	_, err := s.refuse(ctx, reference{from: legacy.LineItems, to: legacy.LineItems, values: []string{"k.pred"},
		rows:   "FROM x_lineage x JOIN line_items k ON k.rid = x.rid AND k.valid = 1 WHERE x.pred IS NULL",
		warnAs: legacy.UnknownPredecessor, done: "lineage keeps the id as a label"})
	return err
}

// refuseLineCircles makes the lines of each cycle invalid. Lines that only follow a cycle lose their predecessor.
func (s *Stage) refuseLineCircles(ctx context.Context) error {
	next := map[int64]int64{}
	if err := s.db.each(ctx, "SELECT rid, pred FROM x_lineage WHERE depth IS NULL", nil, func(r Row) error {
		next[r.Int(0)] = r.Int(1)
		return nil
	}); err != nil {
		return err
	}
	if len(next) == 0 {
		return nil
	}
	for _, circle := range circlesOf(next) {
		if err := s.refuseLineCircle(ctx, circle); err != nil {
			return err
		}
	}
	return s.run(ctx,
		`DELETE FROM x_lineage WHERE rid IN (SELECT x.rid FROM x_lineage x JOIN line_items k ON k.rid = x.rid
			WHERE k.valid = 0)`,
		`UPDATE x_lineage SET pred = NULL WHERE pred IN (SELECT x.pred FROM x_lineage x JOIN line_items k
			ON k.rid = x.pred WHERE k.valid = 0)`,
		`UPDATE x_lineage SET depth = 1 WHERE depth IS NULL`)
}

// circlesOf returns the cycles of a relation in which every node has at most one successor.
func circlesOf(next map[int64]int64) [][]int64 {
	state := map[int64]int64{} // the walk that visited a node
	var circles [][]int64
	for _, start := range slices.Sorted(maps.Keys(next)) {
		n := start
		for state[n] == 0 {
			state[n] = start + 1
			to, ok := next[n]
			if !ok {
				break
			}
			n = to
		}
		if state[n] != start+1 {
			continue
		}
		if _, ok := next[n]; !ok {
			continue
		}
		circle := []int64{n}
		for m := next[n]; m != n; m = next[m] {
			circle = append(circle, m)
		}
		circles = append(circles, circle)
	}
	return circles
}

func (s *Stage) refuseLineCircle(ctx context.Context, circle []int64) error {
	ids := make([]string, len(circle))
	findings := make([]legacy.Finding, len(circle))
	for i, rid := range circle {
		err := s.db.each(ctx, fmt.Sprintf("SELECT %s FROM line_items k WHERE k.rid = ?", where(legacy.LineItems)),
			[]any{rid}, func(r Row) error {
				ids[i] = r.Text(2)
				findings[i] = legacy.Finding{Rule: legacy.LineCircle, Kind: legacy.LineItems, LegacyID: r.Text(2),
					File: r.Text(0), Line: r.Int(1)}
				return nil
			})
		if err != nil {
			return err
		}
	}
	for _, f := range findings {
		f.RelatedIDs = ids
		f.Message = fmt.Sprintf("%d line items follow each other in a circle", len(circle))
		f.Remedy = "clear the parent, split or transfer of the oldest of them"
		if err := s.Add(f); err != nil {
			return err
		}
	}
	if err := s.invalidate(ctx, legacy.LineItems, circle); err != nil {
		return err
	}
	return s.dropRefusedLines(ctx)
}

// renewal is the reason RENEWAL as an SQL literal.
const renewal = "'" + string(vocabulary.LineageReasonRenewal) + "'"
