package doctor_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// finding returns the finding for a rule.
func finding(t *testing.T, db *store.Store, rule doctor.Rule) doctor.Finding {
	t.Helper()
	report, err := doctor.Check(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("doctor does not know %s", rule)
	return doctor.Finding{}
}

// recorded creates two accounts and records five entries of the first; their ids are 1 to 5.
func recorded(t *testing.T, db *store.Store, at clock.Instant) (accounts [2]gid.ID) {
	t.Helper()
	err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		for i := range accounts {
			accounts[i] = gid.Derive(gid.Account, 7, "test", fmt.Sprint(i), 0)
			if err := tx.Client().Account.Create().SetID(accounts[i]).SetName("Harbor").SetNameKey("harbor").
				SetKind(vocabulary.AccountKindCustomer).SetVisible(true).SetCreatedAt(at).SetUpdatedAt(at).
				Exec(ctx); err != nil {
				return err
			}
			path := tx.Client().AccountPath.Create().SetAncestorID(accounts[i]).SetDescendantID(accounts[i]).
				SetDepth(0)
			if err := path.Exec(ctx); err != nil {
				return err
			}
		}
		before := "one"
		for n := range 5 {
			if err := audit.Record(ctx, tx, at, audit.Entry{Account: accounts[0], Action: "changeMemberAccess",
				Label:   fmt.Sprint("member ", n),
				Subject: gid.New(gid.Membership, 7),
				Fields:  []audit.Field{{Field: "roles", Before: &before}}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return accounts
}

func statements(t *testing.T, db *store.Store, list ...string) {
	t.Helper()
	err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		for _, statement := range list {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTamperingWithTheAuditIsFound changes each column of an entry, deletes entries and seals, and moves them.
func TestTamperingWithTheAuditIsFound(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		accounts := recorded(t, db, clock.At(time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)))
		if n, err := audit.Seal(t.Context(), db, 0); n != 5 || err != nil {
			t.Fatalf("sealed %d, %v, want 5", n, err)
		}
		tables := []string{"audit_seals", "unsealed_entries", "audit_entries"}
		var keep, mend []string
		for _, table := range tables {
			keep = append(keep, "CREATE TABLE kept_"+table+" AS SELECT * FROM "+table)
			mend = append(mend, "DELETE FROM "+table, "INSERT INTO "+table+" SELECT * FROM kept_"+table)
		}
		statements(t, db, keep...)
		third := fmt.Sprintf("position 3 of the chain of %s", accounts[0])
		type breach struct {
			name, corrupts string
			want           []string
		}
		cases := []breach{
			{"an entry is gone", "DELETE FROM audit_entries WHERE id = 3",
				[]string{third + ": audit entry 3 is gone"}},
			{"an entry and its seal are gone",
				"DELETE FROM audit_entries WHERE id = 3; DELETE FROM audit_seals WHERE audit_entry_id = 3",
				[]string{fmt.Sprintf("position 4 of the chain of %s: the seals at the positions 3 to 3 are gone",
					accounts[0])}},
			{"the first entries and their seals are gone",
				"DELETE FROM audit_entries WHERE id < 3; DELETE FROM audit_seals WHERE audit_entry_id < 3",
				[]string{third + ": the seals at the positions 1 to 2 are gone"}},
			{"the last seal is gone", "DELETE FROM audit_seals WHERE position = 5",
				[]string{"audit entry 5: it is not sealed, and does not wait for it"}},
			{"a seal is gone", "DELETE FROM audit_seals WHERE position = 3",
				[]string{fmt.Sprintf("position 4 of the chain of %s: the seals at the positions 3 to 3 are gone",
					accounts[0]),
					"audit entry 3: it is not sealed, and does not wait for it"}},
			{"two seals changed places", `UPDATE audit_seals SET audit_entry_id = 99 WHERE position = 2;
				UPDATE audit_seals SET audit_entry_id = 2 WHERE position = 3; UPDATE audit_seals SET audit_entry_id = 3
				WHERE position = 2`,
				[]string{fmt.Sprintf("position 2 of the chain of %s: audit entry 3,", accounts[0]),
					third + ": audit entry 2,"}},
			{"two positions changed places", `UPDATE audit_seals SET position = 99 WHERE position = 2;
				UPDATE audit_seals SET position = 2 WHERE position = 3; UPDATE audit_seals SET position = 3
				WHERE position = 99`,
				[]string{fmt.Sprintf("position 2 of the chain of %s: audit entry 3,", accounts[0]),
					third + ": audit entry 2,",
					fmt.Sprintf("position 4 of the chain of %s: audit entry 4,", accounts[0])}},
			{"another hash", "UPDATE audit_seals SET hash = REPLACE(hash, SUBSTR(hash, 1, 1), 'x') WHERE position = 5",
				[]string{fmt.Sprintf("position 5 of the chain of %s: audit entry 5,", accounts[0])}},
			{"another form", "UPDATE audit_seals SET form = 1 WHERE position = 3",
				[]string{third + ": audit entry 3: it has a salt"}},
			{"an unknown form", "UPDATE audit_seals SET form = 3 WHERE position = 3",
				[]string{third + ": audit entry 3: nothing is sealed"}},
			{"a position before the first", "UPDATE audit_seals SET position = 0 WHERE position = 1",
				[]string{"audit entry 1: positions are counted from 1",
					fmt.Sprintf("position 2 of the chain of %s: the seals at the positions 1 to 1 are gone",
						accounts[0])}},
			{"another chain", fmt.Sprintf("UPDATE audit_seals SET chain_id = %d, position = 1 WHERE position = 5",
				accounts[1]),
				[]string{fmt.Sprintf("position 1 of the chain of %s: audit entry 5 belongs to another account",
					accounts[1])}},
			{"it waits once more", "INSERT INTO unsealed_entries (audit_entry_id, recorded_at) VALUES (3, 0)",
				[]string{"audit entry 3: it is sealed, and still waits for it"}},
			{"it waits and is gone", "INSERT INTO unsealed_entries (audit_entry_id, recorded_at) VALUES (77, 0)",
				[]string{"audit entry 77: it waits for its seal and is gone"}},
			{"it waits and cannot be read", `DELETE FROM audit_seals WHERE position = 5; UPDATE audit_entries
				SET changes = '{' WHERE id = 5;
				INSERT INTO unsealed_entries (audit_entry_id, recorded_at) VALUES (5, 0)`,
				[]string{"audit entry 5: it waits for its seal and cannot be read"}},
		}
		for _, column := range auditentry.Columns {
			value, want := column+" || 'x'", third+": audit entry 3,"
			switch column {
			case auditentry.FieldID:
				value, want = "33", third+": audit entry 3 is gone"
			case auditentry.FieldAccountID:
				value, want = fmt.Sprint(int64(accounts[1])), third+": audit entry 3 belongs to another account"
			case auditentry.FieldSubjectID, auditentry.FieldActorID, auditentry.FieldOnBehalfOfID,
				auditentry.FieldRecordedAt:
				value = "COALESCE(" + column + ", 0) + 1"
			case auditentry.FieldByProducer:
				value = "NOT by_producer"
			case auditentry.FieldChanges:
				value = "REPLACE(changes, 'one', 'none')"
			case auditentry.FieldSalt:
				value = "REPLACE(salt, SUBSTR(salt, 1, 1), CASE WHEN SUBSTR(salt, 1, 1) = '0' THEN '1' ELSE '0' END)"
			case auditentry.FieldRemains:
				value, want = "'{}'", third+": audit entry 3: what remains"
			}
			c := breach{"column " + column, fmt.Sprintf("UPDATE audit_entries SET %s = %s WHERE id = 3", column,
				value), []string{want}}
			if column == auditentry.FieldID {
				c.want = append(c.want, "audit entry 33: it is not sealed, and does not wait for it")
			}
			cases = append(cases, c)
		}
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				statements(t, db, strings.Split(c.corrupts, ";")...)
				f := finding(t, db, doctor.AuditChain)
				if f.Broken != int64(len(c.want)) || f.Warning {
					t.Errorf("broken %d times: %v, want Broken = %v and Warning = false", f.Broken, f.Examples,
						int64(len(c.want)))
				}
				for i, want := range c.want {
					if got := f.Examples[i].ID + ": " + f.Examples[i].Message; !strings.HasPrefix(got, want) {
						t.Errorf("%s, want %s", got, want)
					}
				}
				statements(t, db, mend...)
				if f := finding(t, db, doctor.AuditChain); f.Broken > 0 || f.Checked != 10 {
					t.Fatalf("%+v, want Broken = 0 and Checked = 10", f)
				}
			})
		}
		if n, err := audit.Seal(t.Context(), db, 0); n != 0 || err != nil {
			t.Errorf("sealed %d, %v, want 0", n, err)
		}
	})
}

// TestATruncatedChainIsFoundAgainstHeads checks that a truncated chain is found only by comparing it with earlier
// heads.
func TestATruncatedChainIsFoundAgainstHeads(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		accounts := recorded(t, db, 1)
		if n, err := audit.Seal(t.Context(), db, 0); n != 5 || err != nil {
			t.Fatalf("sealed %d, %v, want 5", n, err)
		}
		kept, err := audit.Heads(t.Context(), db)
		if err != nil {
			t.Fatal(err)
		}
		check := func() doctor.Finding {
			t.Helper()
			report, err := doctor.CheckAgainst(t.Context(), db, kept)
			if err != nil || slices.Contains(report.Broken(), doctor.AuditChain) {
				t.Fatalf("%v, %v", report.Broken(), err)
			}
			for _, f := range report.Findings {
				if f.Rule == doctor.AuditHeads {
					return f
				}
			}
			t.Fatal("the heads were not compared")
			return doctor.Finding{}
		}
		if f := check(); f.Broken > 0 || f.Checked != 1 {
			t.Errorf("%+v, want Broken = 0 and Checked = 1", f)
		}
		statements(t, db, "DELETE FROM audit_entries WHERE id = 5", "DELETE FROM audit_seals WHERE position = 5")
		f := check()
		if f.Broken != 1 || f.Warning || f.Examples[0].ID != fmt.Sprintf("position 5 of the chain of %s",
			accounts[0]) {
			t.Errorf("%+v", f)
		}
		report, err := doctor.Check(t.Context(), db)
		if err != nil || slices.ContainsFunc(report.Findings,
			func(f doctor.Finding) bool { return f.Rule == doctor.AuditHeads }) {
			t.Errorf("without heads: %+v, %v", report, err)
		}
	})
}

// TestADamagedUnsealedEntryDoesNotBlockOthers damages an entry before it is sealed, and checks that the others are
// sealed.
func TestADamagedUnsealedEntryDoesNotBlockOthers(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		recorded(t, db, clock.At(time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)))
		statements(t, db, "UPDATE audit_entries SET changes = '[' WHERE id = 1",
			"DELETE FROM audit_entries WHERE id = 3")
		if n, err := audit.Seal(t.Context(), db, 0); n != 3 || err != nil {
			t.Errorf("sealed %d, %v, want 3", n, err)
		}
		f := finding(t, db, doctor.AuditChain)
		if f.Broken != 2 || f.Examples[0].ID != "audit entry 1" || f.Examples[1].ID != "audit entry 3" {
			t.Errorf(`%+v, want Broken = 2, ID = "audit entry 1" and ID = "audit entry 3"`, f)
		}
	})
}

func TestEntriesThatAreUnsealedForLongAreReported(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		recorded(t, db, clock.At(clock.System().Time().Add(-2*time.Hour)))
		f := finding(t, db, doctor.AuditUnsealed)
		if f.Broken != 1 || !f.Warning || f.Examples[0].ID != "audit entry 1" ||
			!strings.HasPrefix(f.Examples[0].Message, "5 entries wait for their seals, the oldest for 2h0m") {
			t.Errorf(
				`%+v, want Broken = 1, Warning = true, ID = "audit entry 1" and Message "5 entries wait for `+
					`their seals, the oldest for 2h0m" at its beginning`,
				f)
		}
		if _, err := audit.Seal(t.Context(), db, 0); err != nil {
			t.Fatal(err)
		}
		if f := finding(t, db, doctor.AuditUnsealed); f.Broken > 0 || f.Checked != 5 {
			t.Errorf("%+v, want Broken = 0 and Checked = 5", f)
		}
	})
}

func TestEntriesThatAreUnsealedForAShortTimeAreNotReported(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		recorded(t, db, clock.System())
		if f := finding(t, db, doctor.AuditUnsealed); f.Broken > 0 {
			t.Errorf("%+v, want Broken = 0", f)
		}
	})
}

// TestGroupsAddWhatTheyGrant falsifies what memberships and groups of the directory say about each other.
func TestGroupsAddWhatTheyGrant(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		accounts := recorded(t, db, 1)
		ctx := database.Operator(t)
		user, member := gid.New(gid.User, 7), gid.New(gid.Membership, 7)
		groups := []gid.ID{gid.New(gid.DirectoryGroup, 7), gid.New(gid.DirectoryGroup, 7)}
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			c := tx.Client()
			if err := c.User.Create().SetID(user).SetUserName("ada").SetActive(true).SetShared(false).SetCreatedAt(1).
				SetUpdatedAt(1).Exec(ctx); err != nil {
				return err
			}
			if err := c.Membership.Create().SetID(member).SetAccountID(accounts[0]).SetUserID(user).SetRoles(16).
				SetServiceAccess(0).
				SetIncludeSubAccounts(false).SetCreatedAt(1).SetDirectoryRoles(22).SetDirectoryServices(3).
				Exec(ctx); err != nil {
				return err
			}
			record := gid.New(gid.DirectoryRecord, 7)
			if err := c.DirectoryRecord.Create().SetID(record).SetAccountID(accounts[0]).SetUserName("record").
				SetUserNameKey("record").SetActive(true).
				SetUserID(user).SetLinkedAt(1).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx); err != nil {
				return err
			}
			for i, id := range groups {
				roles, services := vocabulary.RoleSet(2+2*i), vocabulary.ServiceSet(3-i)
				if err := c.DirectoryGroup.Create().SetID(id).SetAccountID(accounts[0]).
					SetName(fmt.Sprint("group ", i)).SetNameKey(fmt.Sprint("group ", i)).SetRoles(roles).
					SetServiceAccess(services).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx); err != nil {
					return err
				}
				if err := c.DirectoryGroupMember.Create().SetAccountID(accounts[0]).SetDirectoryGroupID(id).
					SetDirectoryRecordID(record).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if f := finding(t, db, doctor.MembershipGroups); f.Broken > 0 || f.Checked != 1 {
			t.Errorf("at the beginning: %+v, want Broken = 0 and Checked = 1", f)
		}
		for _, c := range []struct {
			corrupts, repairs string
			rule              doctor.Rule
		}{
			{"UPDATE memberships SET directory_roles = 7", "UPDATE memberships SET directory_roles = 22",
				doctor.MembershipGroups},
			{"UPDATE memberships SET directory_services = 0", "UPDATE memberships SET directory_services = 3",
				doctor.MembershipGroups},
			{"UPDATE directory_groups SET roles = 0 WHERE name = 'group 1'",
				"UPDATE directory_groups SET roles = 4 WHERE name = 'group 1'", doctor.MembershipGroups},
			{"UPDATE memberships SET account_id = (SELECT MAX(id) FROM accounts WHERE id <> account_id), " +
				"directory_roles = 0, directory_services = 0",
				fmt.Sprintf("UPDATE memberships SET account_id = %d, directory_roles = 22, directory_services = 3",
					accounts[0]), doctor.DirectoryMembers},
			{"UPDATE directory_group_members SET account_id = (SELECT MAX(id) FROM accounts WHERE id <> account_id)",
				fmt.Sprintf("UPDATE directory_group_members SET account_id = %d", accounts[0]), doctor.Owners},
		} {
			do(t, db, c.corrupts)
			if f := finding(t, db, c.rule); f.Broken == 0 {
				t.Errorf("%s: %+v, want Broken != 0", c.corrupts, f)
			}
			do(t, db, c.repairs)
		}
		report, err := doctor.Check(t.Context(), db)
		if err != nil || slices.Contains(report.Broken(), doctor.MembershipGroups) {
			t.Errorf("at the end: %v, %v", report.Broken(), err)
		}
	})
}
