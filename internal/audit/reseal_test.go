package audit_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func ignore(int64, int64) {}

// old creates chains as older versions sealed them: one longer than two portions, one of three entries, and the
// producer's.
func old(t *testing.T, db *store.Store) []gid.ID {
	t.Helper()
	ids := append(accounts(t, db, 2), 0)
	var list []audit.Entry
	for n := range 2*audit.AtOnce + 10 {
		list = append(list, entry(ids[0], n))
	}
	for n := range 3 {
		list = append(list, entry(ids[1], n), entry(0, n))
	}
	record(t, system(t), db, began, list...)
	sealAll(t, db)
	audit.MakePlain(t, db)
	return ids
}

func head(t *testing.T, db *store.Store, chain gid.ID) *ent.AuditSeal {
	t.Helper()
	return db.Client().AuditSeal.Query().Where(auditseal.ChainID(chain)).Order(ent.Desc(auditseal.FieldPosition)).
		FirstX(system(t))
}

// checkResealed checks that every chain verifies in the new form and has exactly one entry with its old end. grown
// says that entries were sealed before the conversion of a chain began, so that its old end is later than in ends.
func checkResealed(t *testing.T, db *store.Store, ends map[gid.ID]*ent.AuditSeal, grown bool) {
	t.Helper()
	sealAll(t, db)
	if list, _ := breaches(t, db); len(list) > 0 {
		t.Fatal(list)
	}
	if n := db.Client().AuditSeal.Query().Where(auditseal.Form(1)).CountX(system(t)); n > 0 {
		t.Errorf("%d seals are in the old form", n)
	}
	for chain, end := range ends {
		owner := auditentry.AccountIDIsNil()
		if chain != 0 {
			owner = auditentry.AccountID(chain)
		}
		e := db.Client().AuditEntry.Query().Where(owner, auditentry.Action(audit.ActionSealAnew)).OnlyX(system(t))
		for _, want := range []string{fmt.Sprintf(`"%d"`, end.Position), end.Hash} {
			if !grown && !strings.Contains(e.Changes, want) {
				t.Errorf("%s says %s, want %s", audit.ChainName(chain), e.Changes, want)
			}
		}
		text := export(t, system(t), db, chain, 0, 0, audit.JSONLines)
		if proof, err := audit.VerifyExport(strings.NewReader(text)); err != nil || proof.Last <= end.Position {
			t.Errorf("%+v, %v, want Last > %v", proof, err, end.Position)
		}
	}
}

func ends(t *testing.T, db *store.Store, chains []gid.ID) map[gid.ID]*ent.AuditSeal {
	t.Helper()
	ends := map[gid.ID]*ent.AuditSeal{}
	for _, chain := range chains {
		ends[chain] = head(t, db, chain)
	}
	return ends
}

func TestChainsOfOlderVersionsAreSealedAnew(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := old(t, db)
		was := ends(t, db, ids)
		var told []int64
		did, err := audit.Reseal(t.Context(), db, began,
			func(done, total int64) { told = append(told, done, total) })
		total := int64(2*audit.AtOnce + 16)
		if err != nil || did.Chains != 3 || did.Entries != total || len(did.Left) > 0 ||
			!slices.Equal(told[len(told)-2:], []int64{total, total}) {
			t.Fatalf("%+v, %v, told %v", did, err, told)
		}
		checkResealed(t, db, was, false)
		if did, err := audit.Reseal(t.Context(), db, began, ignore); err != nil || did.Entries > 0 {
			t.Errorf("again: %+v, %v", did, err)
		}
		checkResealed(t, db, was, false)
	})
}

// TestSealingAnewContinuesAfterAnInterruption interrupts Reseal after each portion, and seals new entries in
// between.
func TestSealingAnewContinuesAfterAnInterruption(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := old(t, db)
		was := ends(t, db, ids)
		for n := 0; ; n++ {
			ctx, kill := context.WithCancel(t.Context())
			_, err := audit.Reseal(ctx, db, began, func(int64, int64) { kill() })
			kill()
			if err == nil {
				if n < 4 {
					t.Errorf("it was interrupted %d times", n)
				}
				break
			}
			if !errors.Is(err, context.Canceled) && !errors.Is(err, store.ErrTimeout) {
				t.Fatal(err)
			}
			record(t, system(t), db, began, entry(ids[0], n), entry(ids[1], n), entry(0, n))
			sealAll(t, db)
		}
		checkResealed(t, db, was, true)
	})
}

// TestAChainThatDoesNotVerifyIsLeft changes entries and checks that the chain is reported and stays unchanged.
func TestAChainThatDoesNotVerifyIsLeft(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := old(t, db)
		change(t, db,
			fmt.Sprintf(
				"UPDATE audit_entries SET reason = 'another' WHERE account_id = %d AND subject_label = '=member 1'",
				int64(ids[1])))
		was := head(t, db, ids[1])
		wantLeft := func(n int, chain gid.ID, position int64) {
			t.Helper()
			did, err := audit.Reseal(t.Context(), db, began, ignore)
			if err != nil || len(did.Left) != n || did.Left[0].Chain != chain || did.Left[0].Position != position {
				t.Fatalf("%+v, %v, want len(Left) = %v, Chain = %v and Position = %v", did, err, n, chain, position)
			}
		}
		wantLeft(1, ids[1], 2)
		if now := head(t, db, ids[1]); now.Hash != was.Hash || now.Form != 1 || now.Position != was.Position {
			t.Errorf("%+v became %+v", was, now)
		}
		record(t, system(t), db, began, entry(ids[1], 7))
		sealAll(t, db)
		if now := head(t, db, ids[1]); now.Form != 2 || now.Position != 4 {
			t.Errorf("the next seal is %+v", now)
		}
		wantLeft(1, ids[1], 2)
		list, _ := breaches(t, db)
		if len(list) != 1 || !strings.HasPrefix(list[0], fmt.Sprintf("position 2 of the chain of %s: ", ids[1])) {
			t.Errorf("%v", list)
		}
	})
}

// TestTamperingWhileSealingAnewIsInterruptedIsFound changes entries before and after the place where Reseal was
// interrupted.
func TestTamperingWhileSealingAnewIsInterruptedIsFound(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := old(t, db)
		var killed error
		for db.Client().AuditSeal.Query().Where(auditseal.ChainID(ids[0]), auditseal.Form(2)).CountX(system(t)) == 0 {
			ctx, kill := context.WithCancel(t.Context())
			_, killed = audit.Reseal(ctx, db, began, func(int64, int64) { kill() })
			kill()
		}
		if killed == nil {
			t.Fatal("it was not interrupted")
		}
		for _, position := range []int64{1, audit.AtOnce, audit.AtOnce + 1, audit.AtOnce + 2, 2*audit.AtOnce + 10} {
			s := db.Client().AuditSeal.Query().Where(auditseal.ChainID(ids[0]), auditseal.Position(position)).
				OnlyX(system(t))
			change(t, db, fmt.Sprintf(
				"UPDATE audit_entries SET subject_label = subject_label || 'x' WHERE id = %d", s.AuditEntryID))
			did, err := audit.Reseal(t.Context(), db, began, ignore)
			if err != nil || len(did.Left) != 1 || did.Left[0].Position != position {
				t.Errorf("position %d: %+v, %v, want len(Left) = 1 and Position = %v", position, did, err, position)
			}
			change(t, db,
				fmt.Sprintf(
					"UPDATE audit_entries SET subject_label = SUBSTR(subject_label, 1, LENGTH(subject_label) - 1) "+
						"WHERE id = %d", s.AuditEntryID))
		}
		if did, err := audit.Reseal(t.Context(), db, began, ignore); err != nil || len(did.Left) > 0 {
			t.Errorf("%+v, %v, want none", did, err)
		}
		sealAll(t, db)
		if list, _ := breaches(t, db); len(list) > 0 {
			t.Error(list)
		}
	})
}
