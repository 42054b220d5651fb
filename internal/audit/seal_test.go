package audit_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func TestEntriesAreSealedInTheChainsOfTheirAccounts(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := append(accounts(t, db, 2), 0)
		var entries []audit.Entry
		for n := range 2*audit.AtOnce + 10 {
			entries = append(entries, entry(ids[n%3], n))
		}
		record(t, system(t), db, began, entries...)
		if list, seen := breaches(t, db); len(list) > 0 || seen.Unsealed != int64(len(entries)) ||
			seen.OldestUnsealed != began {
			t.Errorf("before sealing: %v, %+v, want len(list) = 0, Unsealed = %v and OldestUnsealed = %v", list, seen,
				int64(len(entries)), began)
		}
		for _, want := range []int{audit.AtOnce, audit.AtOnce, 10, 0} {
			if n, err := audit.Seal(t.Context(), db, began+1); err != nil || n != want {
				t.Fatalf("sealed %d, %v, want %d", n, err, want)
			}
		}
		list, seen := breaches(t, db)
		want := audit.Chains{Chains: 3, Seals: int64(len(entries)), Entries: int64(len(entries))}
		if len(list) > 0 || seen != want {
			t.Errorf("%v, %+v, want %+v", list, seen, want)
		}
		for _, chain := range ids {
			seals, err := db.Client().AuditSeal.Query().Where(auditseal.ChainID(chain)).
				Order(ent.Asc(auditseal.FieldPosition)).All(system(t))
			if err != nil {
				t.Fatal(err)
			}
			last := int64(0)
			for i, s := range seals {
				if s.Position != int64(i+1) || s.AuditEntryID <= last || len(s.Hash) != 64 || s.SealedAt != began+1 {
					t.Fatalf("seal %d of %s is %+v after entry %d", i, chain, s, last)
				}
				last = s.AuditEntryID
			}
		}
	})
}

// TestTheHashNeverChanges compares with fixed hashes, because sealed entries must be verifiable forever.
func TestTheHashNeverChanges(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		account := gid.Derive(gid.Account, 7, "test", "account", 0)
		err := db.Write(system(t), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, `INSERT INTO accounts (id, name, name_key, kind, visible, created_at, updated_at)
				VALUES (?, 'Harbor', 'harbor', 'CUSTOMER', TRUE, 0, 0)`, int64(account))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		record(t, system(t), db, began, entry(account, 1), entry(account, 2))
		change(t, db, "UPDATE audit_entries SET salt = '000102030405060708090a0b0c0d0e0f'")
		sealAll(t, db)
		hold := func(form int16, want ...string) {
			t.Helper()
			seals := db.Client().AuditSeal.Query().Order(ent.Asc(auditseal.FieldPosition)).AllX(system(t))
			for i, s := range seals {
				if s.Hash != want[i] || s.Form != form {
					t.Errorf(
						"position %d has the hash %s of the form %d, want %s of %d", i+1, s.Hash, s.Form, want[i],
						form)
				}
			}
			if list, _ := breaches(t, db); len(list) > 0 {
				t.Error(list)
			}
		}
		hold(2, "832cd07896db372d810e9d9fc04f5314a904fc59f0a94466d297f0be47a0a9ef",
			"e36aa1ffa06c6a870f51afda938d02f81538b949704c6b381866de0702aeb7c6")
		audit.MakePlain(t, db)
		hold(1, "93a5de48109029890fc14f92ab19e5c7e432b71f3793e03ce83ee5958e0a31b1",
			"9d713f063c076d657834b7e1e3d6946c184c8414f93077c1cdc22556a16e1283")
	})
}

func TestNothingToSealNeedsNoWriter(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		err := db.Write(system(t), func(context.Context, store.Tx) error {
			n, err := audit.Seal(t.Context(), db, began) // the writer is in use, so a write would never return
			if n != 0 {
				t.Errorf("sealed %d, want 0", n)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

var errRolledBack = errors.New("rolled back")

// TestChainsHoldWhateverHappens records, rolls back, seals concurrently and verifies, in random order.
func TestChainsHoldWhateverHappens(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := append(accounts(t, db, 3), 0)
		ctx := system(t)
		recorded := int64(0)
		write := func(n, account int, rollBack bool) error {
			err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				for i := range n {
					if err := audit.Record(ctx, tx, began, entry(ids[(account+i)%len(ids)], i)); err != nil {
						return err
					}
				}
				if rollBack {
					return errRolledBack
				}
				return nil
			})
			if rollBack && errors.Is(err, errRolledBack) {
				return nil
			}
			return err
		}
		verify := func() error {
			_, err := audit.Verify(ctx, db, func(b audit.Breach) error {
				return fmt.Errorf("%s: %s", b.Name(), b.Message)
			})
			return err
		}
		seal := func() error {
			_, err := audit.Seal(ctx, db, began)
			return err
		}
		rapid.Check(t, func(t *rapid.T) {
			for range rapid.IntRange(1, 4).Draw(t, "rounds") {
				var tasks []func() error
				for range rapid.IntRange(0, 4).Draw(t, "changes") {
					n, account := rapid.IntRange(1, 4).Draw(t, "entries"), rapid.IntRange(0, 3).Draw(t, "account")
					rollBack := rapid.Bool().Draw(t, "rolls back")
					if !rollBack {
						recorded += int64(n)
					}
					tasks = append(tasks, func() error { return write(n, account, rollBack) })
				}
				for range rapid.IntRange(0, 2).Draw(t, "sealers") {
					tasks = append(tasks, seal)
				}
				if rapid.Bool().Draw(t, "verifies meanwhile") {
					tasks = append(tasks, verify)
				}
				if err := atTheSameTime(tasks); err != nil {
					t.Fatal(err)
				}
			}
			if err := verify(); err != nil {
				t.Fatal(err)
			}
		})
		sealAll(t, db)
		list, seen := breaches(t, db)
		if len(list) > 0 || seen.Entries != recorded || seen.Seals != recorded || seen.Unsealed != 0 {
			t.Errorf("%v, %+v, want %d entries", list, seen, recorded)
		}
	})
}

func atTheSameTime(tasks []func() error) error {
	errs := make([]error, len(tasks))
	var group sync.WaitGroup
	for i, task := range tasks {
		group.Go(func() { errs[i] = task() })
	}
	group.Wait()
	return errors.Join(errs...)
}

func TestRunSealsAtEveryTickUntilItIsToEnd(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		account := accounts(t, db, 1)[0]
		record(t, system(t), db, began, entry(account, 1))
		ctx, end := context.WithCancel(t.Context())
		tick, ended := make(chan time.Time), make(chan struct{})
		go func() {
			audit.Sealing(db, func() clock.Instant { return began }).OnTicks(ctx, slog.New(slog.DiscardHandler), tick)
			close(ended)
		}()
		for n := int64(1); n <= 3; n++ {
			tick <- began.Time() // it is received after the earlier entries are sealed
			if _, seen := breaches(t, db); seen.Seals < n {
				t.Errorf("%d seals, want %d", seen.Seals, n)
			}
			record(t, system(t), db, began, entry(account, int(n)+1))
			tick <- began.Time()
		}
		end()
		<-ended
	})
}
