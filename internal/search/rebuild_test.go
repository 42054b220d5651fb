package search_test

import (
	"context"
	"slices"
	"testing"

	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
)

// blockedByMe counts the locks for which others wait until this transaction ends.
const blockedByMe = "SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"

// A name that is changed while the words are made anew gets the words of the new name: Rebuild waits for the change,
// and then reads the name.
func TestAChangeDuringTheRebuildKeepsItsWords(t *testing.T) {
	const before, after = "株式会社東京電機", "大阪機械"
	database.Each(t, func(t *testing.T, db *store.Store) {
		var account, device gid.ID
		fixture.Fill(t, db, func(f *fixture.Fixture) {
			account = f.Account(before)
			device = f.Device(account, "machine")
			must(t, f.Client().Device.UpdateOneID(device).SetName(before).SetWords("").Exec(f.Context()))
		})
		ctx := database.Operator(t)
		rebuilt := make(chan error, 1)
		for _, change := range []func(context.Context, store.Tx) error{
			func(ctx context.Context, tx store.Tx) error {
				return tx.Client().Device.UpdateOneID(device).SetName(after).
					SetWords(search.OfDevice(after, "", "", "machine")).Exec(ctx)
			},
			func(ctx context.Context, tx store.Tx) error {
				if err := tx.Client().Account.UpdateOneID(account).SetName(after).Exec(ctx); err != nil {
					return err
				}
				_, err := tx.Client().SearchWord.Delete().Where(searchword.EntityID(account)).Exec(ctx)
				if err != nil {
					return err
				}
				for _, word := range search.Words(after) {
					if err := tx.Client().SearchWord.Create().SetEntityType(int16(gid.Account)).SetWord(word).
						SetEntityID(account).SetAccountID(account).Exec(ctx); err != nil {
						return err
					}
				}
				return nil
			},
		} {
			must(t, db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				_, err := tx.Client().SearchWord.Delete().Where(searchword.EntityType(0)).Exec(ctx)
				return err
			}))
			must(t, db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				if err := change(ctx, tx); err != nil {
					return err
				}
				go func() {
					_, err := search.Rebuild(context.WithoutCancel(database.Operator(t)), db, func(int) {})
					rebuilt <- err
				}()
				if db.Engine() != store.Postgres {
					return nil // others wait for the only writer before they read
				}
				for waiting := 0; waiting == 0 && len(rebuilt) == 0; {
					if err := tx.QueryRow(ctx, blockedByMe, nil, &waiting); err != nil {
						return err
					}
				}
				return nil
			}))
			must(t, <-rebuilt)
			row, err := db.Client().Device.Get(ctx, device)
			must(t, err)
			if want := search.OfDevice(after, "", "", "machine"); row.Words != want {
				t.Errorf("the words of the device are %q, want %q", row.Words, want)
			}
		}
		words, err := db.Client().SearchWord.Query().Where(searchword.EntityID(account)).
			Select(searchword.FieldWord).Strings(ctx)
		must(t, err)
		want := search.Words(after)
		slices.Sort(words)
		slices.Sort(want)
		if !slices.Equal(words, want) {
			t.Errorf("the words of the account are %q, want %q", words, want)
		}
	})
}

// The rule for the words of devices came after the one for scripts without blanks. A database of which only the first
// is noted gets the words of devices anew, once.
func TestTheMarkerOfAnOlderRuleDoesNotCount(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		var device gid.ID
		fixture.Fill(t, db, func(f *fixture.Fixture) {
			device = f.Device(f.Account("Older"), "machine")
			must(t, f.Client().Device.UpdateOneID(device).SetWords(" raw_type").Exec(f.Context()))
			must(t, f.Client().SearchWord.Create().SetID(-1).SetEntityType(0).SetWord("bigrams").SetEntityID(0).
				Exec(f.Context()))
		})
		ctx := database.Operator(t)
		for _, want := range []int{1, 0} {
			if n, err := search.Rebuild(ctx, db, func(int) {}); err != nil || n != want {
				t.Fatalf("%d, %v; want %d", n, err, want)
			}
		}
		row, err := db.Client().Device.Get(ctx, device)
		must(t, err)
		if want := search.OfDevice("machine", "", "", "machine"); row.Words != want {
			t.Errorf("the words are %q, want %q", row.Words, want)
		}
		if n, err := db.Client().SearchWord.Query().Where(searchword.EntityType(0)).Count(ctx); err != nil || n != 1 {
			t.Errorf("%d markers, %v, want 1", n, err)
		}
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
