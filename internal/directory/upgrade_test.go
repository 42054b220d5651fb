package directory_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// older adds records and groups as older versions left them.
func older(t *testing.T, db *store.Store, rows func(ctx context.Context, c *ent.Client, account gid.ID) error) {
	t.Helper()
	account := gid.New(gid.Account, gid.NewLocality())
	err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		err := tx.Client().Account.Create().SetID(account).SetName("Harbor").SetNameKey("harbor").
			SetKind(vocabulary.AccountKindCustomer).SetVisible(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
		if err != nil {
			return err
		}
		return rows(ctx, tx.Client(), account)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// onlyReads checks that nothing is left to fold: it does not wait for the open write transaction.
func onlyReads(t *testing.T, db *store.Store, fold func(context.Context, *store.Store) (int, error), statements int) {
	t.Helper()
	ctx, counter := store.WithCounter(t.Context())
	err := db.Write(database.Operator(t), func(context.Context, store.Tx) error {
		n, err := fold(ctx, db)
		if n != 0 {
			t.Errorf("%d folded again", n)
		}
		return err
	})
	if err != nil || counter.Count() != statements {
		t.Errorf("%v, %q, want %d", err, counter.Statements(), statements)
	}
}

func TestUserNamesAreFolded(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		older(t, db, func(ctx context.Context, c *ent.Client, account gid.ID) error {
			for _, r := range []struct {
				name, key string
				adopted   bool
			}{
				{"bo", "bo", true}, {"BO", "BO", true}, {"CY", "CY", true}, {"Di", "di", false},
				{"ed@xn--bcher-kva.example", "ed@xn--bcher-kva.example", false},
				{"Ed@B\u00fccher.example", "ed@b\u00fccher.example", false},
				{"fay@b\u00fccher.example", "fay@b\u00fccher.example", false},
			} {
				err := c.DirectoryRecord.Create().SetID(gid.New(gid.DirectoryRecord, account.Locality())).
					SetAccountID(account).SetUserName(r.name).SetUserNameKey(r.key).SetAdopted(r.adopted).
					SetActive(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
				if err != nil {
					return err
				}
			}
			return nil
		})
		if n, err := directory.FoldUserNames(t.Context(), db); n != 4 || err != nil {
			t.Errorf("%d folded, %v, want 4", n, err)
		}
		onlyReads(t, db, directory.FoldUserNames, 3) // of two records, the keys beside others
		got := db.Client().DirectoryRecord.Query().Order(ent.Asc(directoryrecord.FieldUserNameKey)).
			Select(directoryrecord.FieldUserNameKey).StringsX(database.Operator(t))
		for i, key := range got {
			got[i], _, _ = strings.Cut(key, "drec_") // the id of a record beside another is random
		}
		if want := []string{"bo", "bo\n", "cy", "di", "ed@xn--bcher-kva.example", "ed@xn--bcher-kva.example\n",
			"fay@xn--bcher-kva.example"}; !slices.Equal(got, want) {
			t.Errorf("the keys are %q, want %q", got, want)
		}
	})
}

func TestNamesOfGroupsAreFolded(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		older(t, db, func(ctx context.Context, c *ent.Client, account gid.ID) error {
			for _, name := range []string{"Crew", "CREW", "\u00c9quipe"} {
				err := c.DirectoryGroup.Create().SetID(gid.New(gid.DirectoryGroup, account.Locality())).
					SetAccountID(account).SetName(name).SetNameKey(name).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
				if err != nil {
					return err
				}
			}
			return nil
		})
		if n, err := directory.FoldGroupNames(t.Context(), db); n != 3 || err != nil {
			t.Errorf("%d folded, %v, want 3", n, err)
		}
		onlyReads(t, db, directory.FoldGroupNames, 2)
		got := db.Client().DirectoryGroup.Query().Order(ent.Asc(directorygroup.FieldNameKey)).
			Select(directorygroup.FieldNameKey).StringsX(database.Operator(t))
		if len(got) != 3 || got[0] != "crew" || !strings.HasPrefix(got[1], "crew\ndgrp_") || got[2] != "\u00e9quipe" {
			t.Errorf("the keys are %q, want crew, one beside it and \u00e9quipe", got)
		}
	})
}
