package stage

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"github.com/muniment/muniment/internal/legacy"
)

// resolveAccounts sorts the accounts so that parents come first, and makes links invalid that form a cycle.
func (s *Stage) resolveAccounts(ctx context.Context) error {
	if err := s.joinLinks(ctx); err != nil {
		return err
	}
	graph, err := s.linkGraph(ctx)
	if err != nil {
		return err
	}
	depths, circles := graph.levels()
	if err := s.refuseCircles(ctx, graph, circles); err != nil {
		return err
	}
	if err := s.run(ctx, "CREATE TABLE x_depths (rid INTEGER PRIMARY KEY, depth INTEGER)"); err != nil {
		return err
	}
	insert, err := s.db.prepare("INSERT INTO x_depths VALUES (?, ?)")
	if err != nil {
		return err
	}
	for _, rid := range graph.nodes {
		if err := insert.do(rid, int64(depths[rid])); err != nil {
			return err
		}
	}
	if err := insert.close(); err != nil {
		return err
	}
	if err := s.placeAccounts(ctx); err != nil {
		return err
	}
	return s.run(ctx,
		`CREATE TABLE r_accounts (ref INTEGER PRIMARY KEY, rid INTEGER)`,
		`INSERT INTO r_accounts (rid) SELECT a.rid FROM accounts a LEFT JOIN x_depths d ON d.rid = a.rid
			LEFT JOIN x_places p ON p.rid = a.rid
			WHERE a.valid = 1 ORDER BY coalesce(d.depth, 0), p.place, a.accountId`,
		`CREATE INDEX r_accounts_rid ON r_accounts (rid)`,
		`CREATE TABLE r_account_links (ref INTEGER PRIMARY KEY, rid INTEGER, parent INTEGER, child INTEGER)`,
		`INSERT INTO r_account_links (rid, parent, child) SELECT x.rid, p.ref, c.ref FROM x_account_links x
			JOIN account_links k ON k.rid = x.rid AND k.valid = 1
			JOIN r_accounts p ON p.rid = x.parent JOIN r_accounts c ON c.rid = x.child ORDER BY p.ref, c.ref`,
		`CREATE INDEX r_account_links_child ON r_account_links (child)`)
}

// OrderAccounts sets the order of accounts with the same number of levels above them, and thus of everything
// they own. It must be called before Resolve; without it the order is that of their ids. If it is the order in which
// a database stores their rows, writing is faster.
func (s *Stage) OrderAccounts(place func(accountID string) int64) { s.place = place }

func (s *Stage) placeAccounts(ctx context.Context) error {
	if err := s.run(ctx, "CREATE TABLE x_places (rid INTEGER PRIMARY KEY, place INTEGER)"); err != nil ||
		s.place == nil {
		return err
	}
	insert, err := s.db.prepare("INSERT INTO x_places VALUES (?, ?)")
	if err != nil {
		return err
	}
	err = s.db.each(ctx, "SELECT rid, accountId FROM accounts WHERE valid = 1", nil, func(r Row) error {
		return insert.do(r.Int(0), s.place(r.Text(1)))
	})
	if err != nil {
		return err
	}
	return insert.close()
}

func (s *Stage) joinLinks(ctx context.Context) error {
	err := s.run(ctx,
		`CREATE TABLE x_account_links (rid INTEGER PRIMARY KEY, parent INTEGER, child INTEGER)`,
		`INSERT INTO x_account_links SELECT k.rid, p.rid, c.rid FROM account_links k
			LEFT JOIN accounts p ON p.accountId = k.parentAccountId AND p.valid = 1
			LEFT JOIN accounts c ON c.accountId = k.accountId AND c.valid = 1 WHERE k.valid = 1`)
	if err != nil {
		return err
	}
	from := "FROM x_account_links x JOIN account_links k ON k.rid = x.rid AND k.valid = 1 WHERE "
	for _, ref := range []reference{
		{from: legacy.AccountLinks, to: legacy.Accounts, values: []string{"k.parentAccountId"},
			rows: from + "x.parent IS NULL"},
		{from: legacy.AccountLinks, to: legacy.Accounts, values: []string{"k.accountId"},
			rows: from + "x.child IS NULL"},
	} {
		if _, err := s.refuse(ctx, ref); err != nil {
			return err
		}
	}
	return nil
}

// graph has the account links; it contains only accounts with links.
type graph struct {
	nodes    []int64 // in ascending order
	children map[int64][]int64
	parents  map[int64]int // how many
}

func (s *Stage) linkGraph(ctx context.Context) (*graph, error) {
	g := &graph{children: map[int64][]int64{}, parents: map[int64]int{}}
	seen := map[int64]bool{}
	err := s.db.each(ctx, `SELECT x.parent, x.child FROM x_account_links x JOIN account_links k ON k.rid = x.rid
		WHERE k.valid = 1 ORDER BY x.parent, x.child`, nil, func(r Row) error {
		parent, child := r.Int(0), r.Int(1)
		g.children[parent] = append(g.children[parent], child)
		g.parents[child]++
		for _, n := range []int64{parent, child} {
			if !seen[n] {
				seen[n] = true
				g.nodes = append(g.nodes, n)
			}
		}
		return nil
	})
	slices.Sort(g.nodes)
	return g, err
}

// levels returns the length of the longest path from a root to each account, and the cycles of accounts (strongly
// connected ones; overlapping cycles are one list). Links within a cycle do not count for the levels.
func (g *graph) levels() (map[int64]int, [][]int64) {
	circles := g.components()
	home := map[int64]int{}
	for i, list := range circles {
		for _, n := range list {
			home[n] = i + 1
		}
	}
	inner := func(parent, child int64) bool { return home[parent] != 0 && home[parent] == home[child] }
	waiting, depths := map[int64]int{}, map[int64]int{}
	for parent, children := range g.children {
		for _, child := range children {
			if !inner(parent, child) {
				waiting[child]++
			}
		}
	}
	var ready []int64
	for _, n := range g.nodes {
		if waiting[n] == 0 {
			ready = append(ready, n)
		}
	}
	for len(ready) > 0 {
		n := ready[0]
		ready = ready[1:]
		for _, child := range g.children[n] {
			if inner(n, child) {
				continue
			}
			depths[child] = max(depths[child], depths[n]+1)
			if waiting[child]--; waiting[child] == 0 {
				ready = append(ready, child)
			}
		}
	}
	return depths, circles
}

// components returns the strongly connected components of more than one account, or of one that is its own parent. It
// is Tarjan's algorithm without recursion, because a chain can be arbitrarily long.
func (g *graph) components() [][]int64 {
	type frame struct {
		node int64
		next int
	}
	index, low, onStack := map[int64]int{}, map[int64]int{}, map[int64]bool{}
	var stack []int64
	var lists [][]int64
	for _, start := range g.nodes {
		if index[start] != 0 {
			continue
		}
		work := []frame{{node: start}}
		for len(work) > 0 {
			f := &work[len(work)-1]
			n := f.node
			if f.next == 0 {
				index[n] = len(index) + 1
				low[n] = index[n]
				stack, onStack[n] = append(stack, n), true
			}
			if f.next < len(g.children[n]) {
				child := g.children[n][f.next]
				f.next++
				if index[child] == 0 {
					work = append(work, frame{node: child})
				} else if onStack[child] {
					low[n] = min(low[n], index[child])
				}
				continue
			}
			work = work[:len(work)-1]
			if len(work) > 0 {
				parent := work[len(work)-1].node
				low[parent] = min(low[parent], low[n])
			}
			if low[n] != index[n] {
				continue
			}
			var list []int64
			for {
				top := stack[len(stack)-1]
				stack, onStack[top] = stack[:len(stack)-1], false
				list = append(list, top)
				if top == n {
					break
				}
			}
			if len(list) > 1 || slices.Contains(g.children[n], n) {
				slices.Sort(list)
				lists = append(lists, list)
			}
		}
	}
	sort.Slice(lists, func(i, j int) bool { return lists[i][0] < lists[j][0] })
	return lists
}

// refuseCircles makes the links within each cycle invalid and reports the accounts.
func (s *Stage) refuseCircles(ctx context.Context, g *graph, circles [][]int64) error {
	home := map[int64]int{}
	names := make([][]string, len(circles))
	for i, list := range circles {
		for _, n := range list {
			home[n] = i + 1
			if err := s.db.each(ctx, "SELECT accountId FROM accounts WHERE rid = ?", []any{n}, func(r Row) error {
				names[i] = append(names[i], r.Text(0))
				return nil
			}); err != nil {
				return err
			}
		}
	}
	if len(circles) == 0 {
		return nil
	}
	var refused []int64
	err := s.db.each(ctx, fmt.Sprintf(`SELECT %s, x.parent, x.child, k.rid FROM x_account_links x
		JOIN account_links k ON k.rid = x.rid AND k.valid = 1
		ORDER BY k.rid`, where(legacy.AccountLinks)), nil, func(r Row) error {
		circle := home[r.Int(4)]
		if circle == 0 || circle != home[r.Int(5)] {
			return nil
		}
		refused = append(refused, r.Int(6))
		return s.Add(legacy.Finding{Rule: legacy.AccountCircle, Kind: legacy.AccountLinks,
			LegacyID:   joinKey(legacy.AccountLinks, r, 2),
			RelatedIDs: names[circle-1], File: r.Text(0), Line: r.Int(1),
			Message: fmt.Sprintf("%d accounts are above each other in a circle", len(names[circle-1])),
			Remedy:  "take one of the links of the circle away"})
	})
	if err != nil {
		return err
	}
	return s.invalidate(ctx, legacy.AccountLinks, refused)
}
