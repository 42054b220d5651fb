package stage

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
)

// drawFamily draws a top line and renewals of it or of each other, in the order in which they are folded.
func drawFamily(t *rapid.T) []*member {
	n := rapid.IntRange(1, 12).Draw(t, "members")
	members := make([]*member, n)
	for i := range members {
		first := day.Day(rapid.IntRange(0, 40).Draw(t, "first"))
		m := &member{rid: int64(i + 1), id: fmt.Sprint(i), account: int64(rapid.IntRange(1, 8).Draw(t, "account")) / 8,
			unit:  "SEAT",
			first: Day{V: first, Valid: rapid.IntRange(0, 9).Draw(t, "first known") > 0},
			last: Day{V: first + day.Day(rapid.IntRange(0, 12).Draw(t, "length")),
				Valid: rapid.IntRange(0, 9).Draw(t, "last known") > 0}}
		if !m.first.Valid {
			m.first.V = 0
		}
		if i > 0 {
			parent := members[rapid.IntRange(0, i-1).Draw(t, "parent")]
			m.parentRID, m.depth = parent.rid, parent.depth+1
		}
		members[i] = m
	}
	slices.SortStableFunc(members, func(a, b *member) int {
		if a.first != b.first {
			if !a.first.Valid || b.first.Valid && a.first.V < b.first.V {
				return -1
			}
			return 1
		}
		return a.depth - b.depth
	})
	return members
}

// No line is lost or used twice, no count hides another, and each renewal that stays separate is reported once.
func TestFoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members := drawFamily(t)
		reported := map[string]int{}
		f := family{members: members, report: func(f legacy.Finding) error {
			if f.Rule == legacy.SeparateRenewal || f.Rule == legacy.ParallelRenewal {
				reported[f.LegacyID]++
			}
			return nil
		}}
		if err := f.fold(); err != nil {
			t.Fatal(err)
		}
		places := map[*member]int{}
		for _, m := range members {
			if m.root.root != m.root {
				t.Fatalf("the root of %s is not a root", m.id)
			}
			if stays := m.root == m && m.parent != nil; stays != (reported[m.id] == 1) || reported[m.id] > 1 {
				t.Fatalf("%s stays separate: %v, reported %d times", m.id, stays, reported[m.id])
			}
			for i, p := range m.periods {
				places[p]++
				if p.root != m || p.ordinal != i+1 || i > 0 && m.periods[i-1].first.V > p.first.V {
					t.Fatalf("period %s is out of place", p.id)
				}
				for _, q := range m.periods[:i] {
					if p.overlaps(q) && !p.descendsFrom(q) && !q.descendsFrom(p) {
						t.Fatalf("%s hides %s", p.id, q.id)
					}
					if p.account != q.account {
						t.Fatalf("%s and %s belong to different accounts", p.id, q.id)
					}
				}
			}
		}
		for _, m := range members {
			if places[m] != 1 {
				t.Fatalf("%s is in %d lines", m.id, places[m])
			}
		}
	})
}
