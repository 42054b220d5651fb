package system

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// lines and coverages are the tables of the rights that have activation ids, with the columns that Find reads.
var (
	lines         = page.NewSource(page.TableNamed(lineitem.Table))
	idOfLine      = lines.Column(lineitem.FieldID)
	nameOfLine    = lines.Column(lineitem.FieldActivationID)
	coverages     = page.NewSource(page.TableNamed(coverage.Table))
	idOfCoverage  = coverages.Column(coverage.FieldID)
	nameOf        = coverages.Column(coverage.FieldActivationID)
	renewedBefore = coverages.Column(coverage.FieldRenewsID)
	replaced      = coverages.Column(coverage.FieldReplacesID)
	recorded      = coverages.Column(coverage.FieldCreatedAt)
)

// present adds the line items and coverages whose present activation id is the name.
func (n Name) present(ctx context.Context, v *page.View, found *matches) error {
	if n.mayBe(KindActivation) {
		rows, err := v.Few(ctx, lines, func(q *page.Query) {
			q.Where(hasKeyOf(n.Value, q.C(lineitem.FieldActivationKey)))
		})
		if err != nil {
			return err
		}
		for _, row := range rows {
			found.add(gid.ID(row[idOfLine].Int()), row[nameOfLine].Text() == n.Value)
		}
	}
	if n.mayBe(KindMaintenance) {
		rows, err := v.Few(ctx, coverages, func(q *page.Query) { q.Where(n.spelled(q, coverage.FieldActivationID)) })
		if err != nil {
			return err
		}
		for _, chain := range chains(rows) {
			found.add(chain.named(found), chain[0].name == n.Value)
		}
	}
	return nil
}

// covering is a coverage that may be the successor or the correction of another one, with which it shares its
// activation id.
type covering struct {
	id, renews, replaces gid.ID
	name                 string
	recorded             int64
}

// chain are coverages that are one right, one after another.
type chain []*covering

// chains puts coverages together that share an activation id because one of them is the successor or the correction of
// another.
func chains(rows page.Rows) []chain {
	all, leader := map[gid.ID]*covering{}, map[gid.ID]gid.ID{}
	for _, row := range rows {
		c := &covering{gid.ID(row[idOfCoverage].Int()), gid.ID(row[renewedBefore].Int()),
			gid.ID(row[replaced].Int()), row[nameOf].Text(), row[recorded].Int()}
		all[c.id], leader[c.id] = c, c.id
	}
	leaderOf := func(id gid.ID) gid.ID {
		for leader[id] != id {
			id = leader[id]
		}
		return id
	}
	for _, c := range all {
		for _, before := range []gid.ID{c.renews, c.replaces} {
			if all[before] != nil && all[before].name == c.name {
				leader[leaderOf(c.id)] = leaderOf(before)
			}
		}
	}
	of := map[gid.ID]chain{}
	for _, c := range all {
		of[leaderOf(c.id)] = append(of[leaderOf(c.id)], c)
	}
	return slices.Collect(maps.Values(of))
}

// named returns the coverage by which a chain is found: the one with an external id that was looked up, or else the
// last one, which no other renews or replaces. Of several last ones it is the one recorded last.
func (c chain) named(found *matches) gid.ID {
	left := map[gid.ID]bool{}
	for _, one := range c {
		if found.has(one.id) {
			return one.id
		}
		left[one.renews], left[one.replaces] = true, true
	}
	last := slices.MaxFunc(c, func(a, b *covering) int {
		if left[a.id] != left[b.id] {
			if left[a.id] {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.recorded, b.recorded), cmp.Compare(a.id, b.id))
	})
	return last.id
}
