package audit_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// about returns an entry about eve with her name in the label and a field, and the name of otto in another field.
func about(account, eve gid.ID, n int) audit.Entry {
	name, other := "eve@harbor.example", "otto"
	return audit.Entry{Account: account, Action: "x", Subject: eve, Label: "eve@harbor.example",
		Reason: fmt.Sprint("because ", n),
		Fields: []audit.Field{{Field: "email", Before: &name}, {Field: "roles", After: &other}}}
}

func erase(t *testing.T, db *store.Store, p audit.Person) audit.Erased {
	t.Helper()
	var did audit.Erased
	if err := db.Write(system(t), func(ctx context.Context, tx store.Tx) error {
		var err error
		did, err = audit.Erase(ctx, tx, p)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return did
}

func eve(id gid.ID) audit.Person {
	called := &person.Called{}
	called.Add("eve@harbor.example")
	return audit.Person{User: id, Subjects: []gid.ID{id}, Called: called}
}

// TestErasedValuesLeaveTheChainsProven erases values of sealed and unsealed entries, and checks that later edits are
// still found.
func TestErasedValuesLeaveTheChainsProven(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		account := accounts(t, db, 1)[0]
		id := gid.New(gid.User, 1)
		stranger := entry(account, 1)
		stranger.Reason = "told by Eve@harbor.example"
		record(t, system(t), db, began, about(account, id, 1), stranger, about(0, id, 2), entry(account, 2))
		sealAll(t, db)
		heads, err := audit.Heads(t.Context(), db)
		if err != nil {
			t.Fatal(err)
		}
		record(t, system(t), db, began, about(account, id, 3), about(account, id, 4))
		change(t, db, "UPDATE audit_entries SET salt = '' WHERE id = 6") // as an older version recorded it
		did := erase(t, db, eve(id))
		if did.Entries != 5 || did.Values != 4*3+1 || did.Refused != 0 {
			t.Errorf("%+v, want Entries = 5, Values = %v and Refused = 0", did, 4*3+1)
		}
		if did := erase(t, db, eve(id)); did != (audit.Erased{}) {
			t.Errorf("again: %+v", did)
		}
		sealAll(t, db)
		if list, seen := breaches(t, db); len(list) > 0 || seen.Seals != 6 {
			t.Errorf("%v, %+v, want len(list) = 0 and Seals = 6", list, seen)
		}
		if now, err := audit.Heads(t.Context(), db); err != nil || now[0] != heads[0] {
			t.Errorf("%v became %v, %v", heads, now, err)
		}
		first := db.Client().AuditEntry.Query().Where(auditentry.ID(1)).OnlyX(system(t))
		if first.Salt != "" || strings.Contains(first.Changes, "eve") || !strings.Contains(first.Changes, "otto") ||
			first.Reason != "" {
			t.Errorf(`%+v, want Salt = "", Changes without "eve", Changes with "otto" and Reason = ""`, first)
		}
		text := export(t, system(t), db, account, 0, 0, audit.JSONLines)
		if proof, err := audit.VerifyExport(strings.NewReader(text)); err != nil || proof.Last != 5 ||
			strings.Contains(text, "eve@") {
			t.Errorf("%+v, %v:\n%s", proof, err, text)
		}
		t.Run("by the program in the README", func(t *testing.T) { byProgramUpTo(t, text, 5, `"otto"`, `"ottone"`) })
		t.Run("edits", func(t *testing.T) { editsOfErased(t, db, first) })
	})
}

// editsOfErased checks that every edit of an entry with erased values is found.
func editsOfErased(t *testing.T, db *store.Store, e *ent.AuditEntry) {
	for name, edit := range map[string]string{
		"a value comes back":       "subject_label = 'somebody'",
		"another value is changed": "changes = REPLACE(changes, 'otto', 'otta')",
		"another value is erased":  "changes = REPLACE(changes, 'otto', '')",
		"an erased value is null":  `changes = REPLACE(changes, '"before":""', '"before":null')`,
		"a salt comes back":        "salt = '000102030405060708090a0b0c0d0e0f'",
		"the remains go":           "remains = ''",
		"a digest is another":      `remains = REPLACE(remains, '"label":"', '"label":"0')`,
		"a place more": `remains = REPLACE(remains, '"digests":{', '"digests":{"changes.0.after":"` +
			strings.Repeat("0", 64) + `",')`,
		"a place less":               `remains = REPLACE(remains, '"label"', '"lable"')`,
		"a blank more":               `remains = remains || ' '`,
		"capital letters in a salt":  `remains = UPPER(remains)`,
		"the actor is somebody else": "actor_name = 'otto'",
	} {
		change(t, db, fmt.Sprintf("UPDATE audit_entries SET %s WHERE id = %d", edit, e.ID))
		list, _ := breaches(t, db)
		if len(list) != 1 || !strings.HasPrefix(list[0], "position 1 of ") {
			t.Errorf(`%s: %v, want len(list) = 1 and list[0] "position 1 of " at its beginning`, name, list)
		}
		if err := db.Write(system(t), func(ctx context.Context, tx store.Tx) error {
			return tx.Client().AuditEntry.Update().Where(auditentry.ID(e.ID)).SetSubjectLabel(e.SubjectLabel).
				SetChanges(e.Changes).SetSalt(e.Salt).
				SetRemains(e.Remains).SetActorName(e.ActorName).Exec(ctx)
		}); err != nil {
			t.Fatal(err)
		}
	}
	if list, _ := breaches(t, db); len(list) > 0 {
		t.Error(list)
	}
}

// TestAnErasedValueCannotBeTried checks that the salts of erased values are not stored, so that guesses of a value
// cannot be verified.
func TestAnErasedValueCannotBeTried(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		id := gid.New(gid.User, 1)
		record(t, system(t), db, began, about(0, id, 1))
		salt := db.Client().AuditEntry.Query().OnlyX(system(t)).Salt
		erase(t, db, eve(id))
		e := db.Client().AuditEntry.Query().OnlyX(system(t))
		if strings.Contains(e.Remains, salt) || len(salt) != 32 ||
			strings.Contains(e.Remains, audit.SaltOf(salt, "label")) ||
			!strings.Contains(e.Remains, `"changes.1.after":"`+audit.SaltOf(salt, "changes.1.after")+`"`) {
			t.Errorf("%s of %s", e.Remains, salt)
		}
	})
}

// TestValuesUnderOldSealsStay checks that values under old seals are counted as refused, and can be erased only after
// Reseal is complete.
func TestValuesUnderOldSealsStay(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		account := accounts(t, db, 1)[0]
		id := gid.New(gid.User, 1)
		list := []audit.Entry{about(account, id, 0)}
		for n := range audit.AtOnce + 5 {
			list = append(list, entry(account, n))
		}
		list = append(list, about(account, id, 1), about(0, id, 2))
		record(t, system(t), db, began, list...)
		sealAll(t, db)
		audit.MakePlain(t, db)
		record(t, system(t), db, began, about(account, id, 3))
		sealAll(t, db) // after the old seals
		if did := erase(t, db, eve(id)); did.Refused != 9 || did.Entries != 1 || did.Values != 3 {
			t.Errorf("%+v, want Refused = 9, Entries = 1 and Values = 3", did)
		}
		ctx, kill := context.WithCancel(t.Context())
		for n := 0; n < 2; { // the producer's chain, and the first portion of the account's
			_, err := audit.Reseal(ctx, db, began, func(int64, int64) {
				if n++; n == 2 {
					kill()
				}
			})
			if err == nil {
				t.Fatal("it was not interrupted")
			}
		}
		kill()
		if did := erase(t, db, eve(id)); did.Refused != 6 || did.Values != 3 {
			t.Errorf("broken off: %+v, want Refused = 6 and Values = 3", did)
		}
		if did, err := audit.Reseal(t.Context(), db, began, ignore); err != nil || len(did.Left) > 0 {
			t.Fatalf("%+v, %v, want none", did, err)
		}
		if did := erase(t, db, eve(id)); did.Refused != 0 || did.Values != 6 {
			t.Errorf("sealed anew: %+v, want Refused = 0 and Values = 6", did)
		}
		sealAll(t, db)
		if list, _ := breaches(t, db); len(list) > 0 {
			t.Error(list)
		}
		if slices.ContainsFunc(db.Client().AuditEntry.Query().AllX(system(t)), func(e *ent.AuditEntry) bool {
			return strings.Contains(e.SubjectLabel+e.Changes, "eve@")
		}) {
			t.Error("an entry still contains the name")
		}
	})
}
