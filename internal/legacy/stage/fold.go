package stage

import (
	"context"
	"fmt"
	"math"
	"sort"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
)

// foldRenewals turns renewals into periods of the line that they renew, if they differ only in time. A family
// is a line and all renewals that lead back to it. Only one family at a time is in memory.
func (s *Stage) foldRenewals(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE x_families (rid INTEGER PRIMARY KEY, top INTEGER, depth INTEGER)`,
		`CREATE INDEX x_families_depth ON x_families (depth)`,
		`CREATE TABLE x_folds (rid INTEGER PRIMARY KEY, root INTEGER, ordinal INTEGER)`,
		`INSERT INTO x_families SELECT DISTINCT x.pred, x.pred, 0 FROM x_lineage x
				WHERE x.reason = `+renewal+` AND x.pred IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM x_lineage p WHERE p.rid = x.pred
				AND p.reason = `+renewal+` AND p.pred IS NOT NULL)`); err != nil {
		return err
	}
	for depth := 0; ; depth++ {
		n, err := s.db.do(ctx, `INSERT INTO x_families SELECT x.rid, f.top, f.depth + 1 FROM x_families f
			CROSS JOIN x_lineage x ON x.pred = f.rid WHERE f.depth = ? AND x.reason = `+renewal, depth)
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
	}
	insert, err := s.db.prepare("INSERT INTO x_folds VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	var members []*member
	var top int64
	foldFamily := func() error {
		f := family{members: members, report: s.Add}
		if err := f.fold(); err != nil {
			return err
		}
		for _, m := range members {
			if len(m.root.periods) > 1 {
				if err := insert.do(m.rid, m.root.rid, int64(m.ordinal)); err != nil {
					return err
				}
			}
		}
		members = nil
		return nil
	}
	err = s.db.each(ctx, fmt.Sprintf(`SELECT %s, f.top, k.rid, f.depth, l.pred, x.account, coalesce(e.state, ''),
		t.product,
			coalesce(s.unit, ''), coalesce(s.currency, ''), k.firstDay, k.lastDay FROM x_families f
		JOIN line_items k ON k.rid = f.rid JOIN x_line_items x ON x.rid = f.rid LEFT JOIN x_lineage l ON l.rid = f.rid
		JOIN x_terms t ON t.id = k.terms JOIN line_items_terms s ON s.id = k.terms
		JOIN r_entitlements r ON r.ref = x.entitlement JOIN entitlements e ON e.rid = r.rid
		ORDER BY f.top, k.firstDay, f.depth, k.activationId`, where(legacy.LineItems)), nil, func(r Row) error {
		if r.Int(3) != top {
			if err := foldFamily(); err != nil {
				return err
			}
			top = r.Int(3)
		}
		m := &member{file: r.Text(0), line: r.Int(1), id: r.Text(2), rid: r.Int(4), depth: int(r.Int(5)),
			parentRID: r.Int(6),
			account:   r.Int(7), state: r.Text(8), product: r.Int(9), unit: r.Text(10) + " " + r.Text(11),
			first: r.Day(12), last: r.Day(13)}
		members = append(members, m)
		return nil
	})
	if err != nil {
		return err
	}
	if err := foldFamily(); err != nil {
		return err
	}
	return insert.close()
}

// member is a legacy line of a family.
type member struct {
	file, id         string
	line             int64
	rid, parentRID   int64
	depth            int
	account, product int64
	state, unit      string
	first, last      Day
	parent           *member // nil for the top
	root             *member
	periods          []*member // of a root: itself and what was folded into it
	ordinal          int
}

// end returns the last day, or a day after all others if there is none.
func (m *member) end() day.Day {
	if m.last.Valid {
		return m.last.V
	}
	return math.MaxInt32 - 1
}

func (m *member) overlaps(o *member) bool { return m.first.V <= o.end() && o.first.V <= m.end() }

func (m *member) descendsFrom(o *member) bool {
	for a := m.parent; a != nil; a = a.parent {
		if a == o {
			return true
		}
	}
	return false
}

// family folds its members, which are sorted by first day, depth and id.
type family struct {
	members []*member
	report  func(legacy.Finding) error
}

func (f *family) fold() error {
	byRID := make(map[int64]*member, len(f.members))
	for _, m := range f.members {
		byRID[m.rid] = m
		m.root, m.periods = m, []*member{m}
	}
	for _, m := range f.members {
		if m.depth > 0 {
			m.parent = byRID[m.parentRID]
		}
	}
	for _, m := range f.members {
		if m.parent == nil {
			continue
		}
		rule, why := m.separateReason()
		covered := m.parent.end()
		if rule == "" {
			root := m.parent.root
			for _, p := range root.periods {
				covered = max(covered, p.end())
			}
			m.root, m.periods = root, nil
			root.periods = append(root.periods, m)
		} else if err := f.reportRow(m, rule, why); err != nil {
			return err
		}
		if err := f.judgeDays(m, covered); err != nil {
			return err
		}
	}
	for _, m := range f.members {
		sort.SliceStable(m.periods, func(i, j int) bool { return m.periods[i].first.V < m.periods[j].first.V })
		for i, p := range m.periods {
			p.ordinal = i + 1
		}
	}
	return nil
}

// separateReason returns why a renewal stays a separate line; the rule is "" if it does not.
func (m *member) separateReason() (legacy.Rule, string) {
	p := m.parent
	switch {
	case m.account != p.account:
		return legacy.SeparateRenewal, "it belongs to another account"
	case m.state != p.state:
		return legacy.SeparateRenewal, "its entitlement is in another state"
	case m.product != p.product:
		return legacy.SeparateRenewal, "it is of another product"
	case m.unit != p.unit:
		return legacy.SeparateRenewal, "it is in another unit"
	case !m.first.Valid || !p.first.Valid:
		return legacy.SeparateRenewal, "a first day is not known"
	case m.first.V < p.first.V:
		return legacy.SeparateRenewal, "it begins before the line item it renews"
	}
	for _, other := range p.root.periods {
		if other.overlaps(m) && !m.descendsFrom(other) {
			return legacy.ParallelRenewal, "it runs at the same time as " + quoted(other.id)
		}
	}
	return "", ""
}

func (f *family) reportRow(m *member, rule legacy.Rule, why string) error {
	finding := legacy.Finding{Rule: rule, Kind: legacy.LineItems, LegacyID: m.id, RelatedIDs: []string{m.parent.id},
		File: m.file, Line: m.line,
		Message: "the renewal of " + quoted(m.parent.id) + " stays a line of its own: " + why}
	if rule == legacy.ParallelRenewal {
		finding.Remedy = "decide whether both were granted"
	}
	return f.report(finding)
}

// judgeDays reports uncovered days before a renewal, and a renewal that begins early.
func (f *family) judgeDays(m *member, covered day.Day) error {
	if !m.first.Valid || !m.parent.first.Valid {
		return nil
	}
	finding := legacy.Finding{Kind: legacy.LineItems, LegacyID: m.id, RelatedIDs: []string{m.parent.id}, File: m.file,
		Line: m.line}
	switch gap := int64(m.first.V) - int64(covered) - 1; {
	case gap > 0:
		finding.Rule, finding.Remedy = legacy.RenewalGap, "decide whether the days were meant to be covered"
		finding.Message = fmt.Sprintf(
			"%d days between %s and the renewal on %s are not covered", gap, covered, m.first.V)
	case m.first.V <= m.parent.end():
		finding.Rule = legacy.RenewalParent
		finding.Message = fmt.Sprintf("the renewal begins on %s, while %s has not ended; their counts are not added",
			m.first.V, quoted(m.parent.id))
	default:
		return nil
	}
	return f.report(finding)
}
