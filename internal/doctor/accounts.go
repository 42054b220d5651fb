package doctor

import (
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/gid"
)

// closure computes the ancestors of every account from the links and compares them with the stored paths, in batches
// of accounts, so that only the links of all accounts are held in memory. All is read in one snapshot, because one link
// may belong to the paths of accounts of several batches.
func (c *checker) closure(ctx context.Context) error {
	closure, circle := &Finding{Rule: Closure}, &Finding{Rule: Circle}
	defer func() { c.close(closure, circle) }()
	return c.together(ctx, func() error { return c.compareClosure(ctx, closure, circle) })
}

func (c *checker) compareClosure(ctx context.Context, closure, circle *Finding) error {
	parents := map[int64][]int64{}
	err := c.query(ctx, func(rows *sql.Rows) error {
		var parent, child int64
		if err := rows.Scan(&parent, &child); err != nil {
			return err
		}
		parents[child] = append(parents[child], parent)
		return nil
	}, "SELECT parent_id, child_id FROM account_links WHERE /*scope:child_id*/")
	if err != nil {
		return err
	}
	findCircles(parents, circle)

	for after := int64(0); ; {
		batch, last, err := c.readPaths(ctx, after)
		if err != nil {
			return err
		}
		if len(batch) == 0 {
			return nil
		}
		after = last
		for id, have := range batch {
			closure.Checked++
			compareAccount(closure, id, have, ancestors(id, parents))
		}
	}
}

// accountBatch is the number of accounts that are compared at a time.
const accountBatch = 2000

// readPaths reads the paths of the accounts after an id, and returns the last id that it read. An account without
// paths has an empty map.
func (c *checker) readPaths(ctx context.Context, after int64) (map[int64]map[int64]int, int64, error) {
	batch := map[int64]map[int64]int{}
	var last int64
	err := c.query(ctx, func(rows *sql.Rows) error {
		if err := rows.Scan(&last); err != nil {
			return err
		}
		batch[last] = map[int64]int{}
		return nil
	}, "SELECT id FROM accounts WHERE id > ? AND /*scope:id*/ ORDER BY id LIMIT ?", after, accountBatch)
	if err != nil || len(batch) == 0 {
		return nil, 0, err
	}
	err = c.query(ctx, func(rows *sql.Rows) error {
		var ancestor, descendant int64
		var depth int
		if err := rows.Scan(&ancestor, &descendant, &depth); err != nil {
			return err
		}
		if of := batch[descendant]; of != nil {
			of[ancestor] = depth
		}
		return nil
	},
		"SELECT ancestor_id, descendant_id, depth FROM account_paths WHERE descendant_id > ? AND descendant_id <= "+
			"? AND /*scope:descendant_id*/",
		after, last)
	return batch, last, err
}

func ancestors(id int64, parents map[int64][]int64) map[int64]int {
	depth := map[int64]int{id: 0}
	for queue := []int64{id}; len(queue) > 0; queue = queue[1:] {
		for _, parent := range parents[queue[0]] {
			if _, seen := depth[parent]; !seen {
				depth[parent] = depth[queue[0]] + 1
				queue = append(queue, parent)
			}
		}
	}
	return depth
}

func compareAccount(f *Finding, id int64, have, want map[int64]int) {
	name := gid.ID(id).String()
	for ancestor, depth := range want {
		switch stored, ok := have[ancestor]; {
		case !ok:
			f.add(name, "no path says that it is below %s", gid.ID(ancestor))
		case stored != depth:
			f.add(name, "the path below %s has length %d, not %d", gid.ID(ancestor), stored, depth)
		}
	}
	for ancestor := range have {
		if _, ok := want[ancestor]; !ok {
			f.add(name, "a path says that it is below %s, and no links do", gid.ID(ancestor))
		}
	}
}

// findCircles repeatedly removes the accounts without parents; the accounts that remain are on a cycle or below one.
func findCircles(parents map[int64][]int64, f *Finding) {
	above := map[int64]int{}
	below := map[int64][]int64{}
	for child, list := range parents {
		above[child] += len(list)
		for _, parent := range list {
			below[parent] = append(below[parent], child)
			if _, ok := above[parent]; !ok {
				above[parent] = 0
			}
		}
	}
	f.Checked = int64(len(above))
	var roots []int64
	for id, n := range above {
		if n == 0 {
			roots = append(roots, id)
		}
	}
	for len(roots) > 0 {
		id := roots[len(roots)-1]
		roots = roots[:len(roots)-1]
		delete(above, id)
		for _, child := range below[id] {
			if above[child]--; above[child] == 0 {
				roots = append(roots, child)
			}
		}
	}
	for id := range above {
		f.add(gid.ID(id).String(), "the account is on a circle of accounts, or below one")
	}
}
