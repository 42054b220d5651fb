package audit_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

var began = clock.At(time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC))

// accounts creates n accounts.
func accounts(t *testing.T, db *store.Store, n int) []gid.ID {
	t.Helper()
	ids := make([]gid.ID, n)
	err := db.Write(system(t), func(ctx context.Context, tx store.Tx) error {
		for i := range ids {
			ids[i] = gid.New(gid.Account, gid.NewLocality())
			if err := tx.Client().Account.Create().SetID(ids[i]).SetName("Harbor").SetNameKey("harbor").
				SetKind(vocabulary.AccountKindCustomer).SetVisible(true).SetCreatedAt(began).SetUpdatedAt(began).
				Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func system(t *testing.T) context.Context { return viewer.With(t.Context(), viewer.System()) }

// entry returns an entry with a value in every column.
func entry(account gid.ID, n int) audit.Entry {
	before, after := "one", fmt.Sprintf("two\u2028 %d \"quoted\" <&> é", n)
	return audit.Entry{Account: account, Action: "changeMemberAccess",
		Subject: gid.Derive(gid.Membership, 0, "test", fmt.Sprint(n), 0),
		Label:   fmt.Sprintf("=member %d", n), Reason: "asked for", RequestID: fmt.Sprintf("request-%d", n),
		Fields: []audit.Field{{Field: "roles", Before: &before, After: &after},
			{Field: "endsOn", Before: nil, After: nil}}}
}

// record writes entries in one transaction.
func record(t *testing.T, ctx context.Context, db *store.Store, now clock.Instant, entries ...audit.Entry) {
	t.Helper()
	if err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return audit.Record(ctx, tx, now, entries...)
	}); err != nil {
		t.Fatal(err)
	}
}

// sealAll seals until nothing is left.
func sealAll(t *testing.T, db *store.Store) int {
	t.Helper()
	for sum := 0; ; {
		n, err := audit.Seal(t.Context(), db, began)
		if err != nil {
			t.Fatal(err)
		}
		if sum += n; n < audit.AtOnce {
			return sum
		}
	}
}

// breaches verifies the chains.
func breaches(t *testing.T, db *store.Store) ([]string, audit.Chains) {
	t.Helper()
	var list []string
	seen, err := audit.Verify(t.Context(), db, func(b audit.Breach) error {
		list = append(list, b.Name()+": "+b.Message)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list, seen
}

// change runs statements.
func change(t *testing.T, db *store.Store, statements ...string) {
	t.Helper()
	if err := db.Write(system(t), func(ctx context.Context, tx store.Tx) error {
		for _, statement := range statements {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
