package account

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accountlink"
	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Ancestors returns an account and all accounts above it, with the length of the shortest path. parents returns the
// accounts directly above one. This is what account_paths holds; whoever writes account_links writes it too.
func Ancestors(id gid.ID, parents func(gid.ID) []gid.ID) map[gid.ID]int {
	depth := map[gid.ID]int{id: 0}
	for queue := []gid.ID{id}; len(queue) > 0; queue = queue[1:] {
		for _, parent := range parents(queue[0]) {
			if _, seen := depth[parent]; !seen {
				depth[parent] = depth[queue[0]] + 1
				queue = append(queue, parent)
			}
		}
	}
	return depth
}

// lockGraph serializes changes of the account graph until the transaction ends. Otherwise two links could be made at
// the same time that form a circle together.
func lockGraph(ctx context.Context, tx store.Tx) error {
	return wrap("wait for other changes of the account graph", tx.AdvisoryLock(ctx, "account graph"))
}

// accountsBelow returns an account and all accounts below it.
func accountsBelow(ctx context.Context, tx store.Tx, id gid.ID) ([]gid.ID, error) {
	var below []gid.ID
	err := tx.Client().AccountPath.Query().Where(accountpath.AncestorID(id)).
		Select(accountpath.FieldDescendantID).Scan(ctx, &below)
	return below, wrap("read the accounts below", err)
}

// linksAbove returns the parents of accounts, of their parents, and so on.
func linksAbove(ctx context.Context, tx store.Tx, ids []gid.ID) (map[gid.ID][]gid.ID, error) {
	parents := map[gid.ID][]gid.ID{}
	for level := ids; len(level) > 0; {
		seen := map[gid.ID]bool{}
		var next []gid.ID
		for part := range slices.Chunk(level, batchSize) {
			links, err := tx.Client().AccountLink.Query().Where(accountlink.ChildIDIn(part...)).
				Order(ent.Asc(accountlink.FieldID)).All(ctx)
			if err != nil {
				return nil, fmt.Errorf("read the account graph: %w", err)
			}
			for _, l := range links {
				parents[l.ChildID] = append(parents[l.ChildID], l.ParentID)
				if !seen[l.ParentID] {
					seen[l.ParentID] = true
					next = append(next, l.ParentID)
				}
			}
		}
		level = slices.DeleteFunc(next, func(id gid.ID) bool { return parents[id] != nil })
	}
	return parents, nil
}

// rewritePaths makes the paths to accounts what the links say. The caller holds lockGraph, has changed the links, and
// gives every account below which they were changed.
func rewritePaths(ctx context.Context, tx store.Tx, descendants []gid.ID) error {
	parents, err := linksAbove(ctx, tx, descendants)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(descendants, batchSize) {
		if err := rewriteSome(ctx, tx, part, parents); err != nil {
			return err
		}
	}
	return nil
}

// rewriteSome is rewritePaths for one batch of accounts.
func rewriteSome(ctx context.Context, tx store.Tx, descendants []gid.ID, parents map[gid.ID][]gid.ID) error {
	want := map[[2]gid.ID]int{}
	for _, descendant := range descendants {
		for ancestor, depth := range Ancestors(descendant, func(id gid.ID) []gid.ID { return parents[id] }) {
			want[[2]gid.ID{ancestor, descendant}] = depth
		}
	}
	have, err := tx.Client().AccountPath.Query().Where(accountpath.DescendantIDIn(descendants...)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the account paths: %w", err)
	}
	var wrong []int64
	for _, p := range have {
		of := [2]gid.ID{p.AncestorID, p.DescendantID}
		if depth, is := want[of]; is && depth == p.Depth {
			delete(want, of)
		} else {
			wrong = append(wrong, p.ID)
		}
	}
	for part := range slices.Chunk(wrong, batchSize) {
		if _, err := tx.Client().AccountPath.Delete().Where(accountpath.IDIn(part...)).Exec(ctx); err != nil {
			return fmt.Errorf("delete account paths: %w", err)
		}
	}
	var rows []*ent.AccountPathCreate
	for of, depth := range want {
		rows = append(rows, tx.Client().AccountPath.Create().SetAncestorID(of[0]).SetDescendantID(of[1]).
			SetDepth(depth))
	}
	for part := range slices.Chunk(rows, batchSize) {
		if err := tx.Client().AccountPath.CreateBulk(part...).Exec(ctx); err != nil {
			return fmt.Errorf("write account paths: %w", err)
		}
	}
	return nil
}

// pathUp returns the accounts on the shortest path from an account up to one above it, both included. It is nil if
// there is no path.
func pathUp(from, to gid.ID, parents map[gid.ID][]gid.ID) []gid.ID {
	below := map[gid.ID]gid.ID{from: 0}
	for queue := []gid.ID{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			var path []gid.ID
			for id := to; id != 0; id = below[id] {
				path = append(path, id)
			}
			slices.Reverse(path)
			return path
		}
		for _, parent := range parents[queue[0]] {
			if _, seen := below[parent]; !seen {
				below[parent] = queue[0]
				queue = append(queue, parent)
			}
		}
	}
	return nil
}
