package account_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
)

// path is a row of account_paths: from, to and the length.
type path struct {
	ancestor, descendant gid.ID
	depth                int
}

// paths returns the stored closure.
func (w *world) paths() map[path]bool {
	w.t.Helper()
	found := map[path]bool{}
	for _, p := range w.db.Client().AccountPath.Query().AllX(w.all()) {
		found[path{p.AncestorID, p.DescendantID, p.Depth}] = true
	}
	return found
}

// closureOf computes the closure of links in the plainest way: it adds one link to known paths until nothing changes,
// and keeps the shortest.
func closureOf(accounts []gid.ID, links map[[2]gid.ID]bool) map[path]bool {
	depth := map[[2]gid.ID]int{}
	for _, id := range accounts {
		depth[[2]gid.ID{id, id}] = 0
	}
	for again := true; again; {
		again = false
		for link := range links {
			for _, from := range accounts {
				above, is := depth[[2]gid.ID{from, link[0]}]
				if !is {
					continue
				}
				to := [2]gid.ID{from, link[1]}
				if known, is := depth[to]; !is || above+1 < known {
					depth[to] = above + 1
					again = true
				}
			}
		}
	}
	closure := map[path]bool{}
	for of, n := range depth {
		closure[path{of[0], of[1], n}] = true
	}
	return closure
}

// After random links and unlinks account_paths is the closure of account_links, and a link is refused exactly if it
// would close a circle.
func TestPathsAreTheClosureOfTheLinks(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	limitChecks(t)
	database.Each(t, func(t *testing.T, db *store.Store) {
		w := newWorld(t, db)
		ctx := viewer.With(t.Context(), viewer.CommandLine())
		rapid.Check(t, func(r *rapid.T) {
			accounts := make([]gid.ID, 7)
			w.together(func() {
				w.write(func(ctx context.Context, c *ent.Client) error {
					if _, err := c.AccountLink.Delete().Exec(ctx); err != nil {
						return err
					}
					_, err := c.AccountPath.Delete().Exec(ctx)
					return err
				})
				for i := range accounts {
					accounts[i] = w.account(fmt.Sprint("account ", i))
				}
			})
			links := map[[2]gid.ID]bool{}
			for range rapid.IntRange(5, 25).Draw(r, "changes") {
				parent := rapid.SampledFrom(accounts).Draw(r, "parent")
				child := rapid.SampledFrom(accounts).Draw(r, "child")
				link := [2]gid.ID{parent, child}
				if rapid.IntRange(0, 3).Draw(r, "unlink") == 0 {
					if _, err := w.UnlinkAccounts(ctx, request("unlinkAccounts"), parent, child); err != nil {
						r.Fatal(err)
					}
					delete(links, link)
				} else {
					_, err := w.LinkAccounts(ctx, request("linkAccounts"), parent, child)
					circle := false
					for p := range closureOf(accounts, links) {
						circle = circle || p.ancestor == child && p.descendant == parent
					}
					refusals := change.Refusals(err)
					switch {
					case circle && (len(refusals) != 1 || refusals[0].Code != account.AccountCircle):
						r.Fatalf("a circle: %v", err)
					case !circle && err != nil:
						r.Fatal(err)
					case !circle:
						links[link] = true
					}
				}
				if d := cmp.Diff(closureOf(accounts, links), w.paths(), cmp.AllowUnexported(path{})); d != "" {
					r.Fatal(d)
				}
			}
		})
	})
}

// Of two links that would form a circle together, one is refused.
func TestConcurrentLinksFormNoCircle(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := viewer.With(t.Context(), viewer.CommandLine())
		for range 5 {
			one, other, third := w.account("one"), w.account("other"), w.account("third")
			var all sync.WaitGroup
			var refusedLinks, made sync.Map
			for parent, child := range map[gid.ID]gid.ID{one: other, other: third, third: one} {
				all.Go(func() {
					_, err := w.LinkAccounts(ctx, request("linkAccounts"), parent, child)
					switch refusals := change.Refusals(err); {
					case err == nil:
						made.Store(parent, child)
					case len(refusals) == 1 && refusals[0].Code == account.AccountCircle:
						refusedLinks.Store(parent, child)
					default:
						t.Error(err)
					}
				})
			}
			all.Wait()
			links := map[[2]gid.ID]bool{}
			made.Range(func(parent, child any) bool {
				links[[2]gid.ID{parent.(gid.ID), child.(gid.ID)}] = true
				return true
			})
			if len(links) != 2 {
				t.Fatalf("%d links were made, want 2", len(links))
			}
			stored := w.paths()
			for p := range closureOf([]gid.ID{one, other, third}, links) {
				if !stored[p] {
					t.Errorf("the path %v is missing", p)
				}
			}
		}
	})
}
