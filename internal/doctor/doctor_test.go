package doctor_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

func filled(t *testing.T, config store.Config) *store.Store {
	t.Helper()
	db, err := store.Open(database.Operator(t), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := db.Migrate(database.Operator(t)); err != nil {
		t.Fatal(err)
	}
	today := day.Date(2026, 11, 22)
	_, err = apply.Run(database.Operator(t), db, apply.Options{Source: csvbundle.New(bundletest.New(t).FS()),
		StagePath: filepath.Join(t.TempDir(), "stage.db"), System: "legacy", Today: today,
		Now: clock.Freeze(clock.At(today.Time())).Now})
	if err != nil {
		t.Fatal(err)
	}
	provisioned(t, db)
	paidInInstalments(t, db)
	return db
}

// paidInInstalments lets the price of a period be paid in two instalments.
func paidInInstalments(t *testing.T, db *store.Store) {
	t.Helper()
	err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		c := tx.Client()
		p, err := c.Period.Query().First(ctx)
		if err != nil {
			return err
		}
		for on, price := range map[day.Day]int64{1: 60, 2: 40} {
			if err := c.Instalment.Create().SetAccountID(p.AccountID).SetPeriodID(p.ID).SetDueOn(on).
				SetPriceMinor(price).SetCurrency("EUR").Exec(ctx); err != nil {
				return err
			}
		}
		return c.Period.UpdateOne(p).SetPriceMinor(100).SetCurrency("EUR").Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// provisioned links a directory record to a user, which creates a membership.
func provisioned(t *testing.T, db *store.Store) {
	t.Helper()
	err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		c := tx.Client()
		at, err := c.Account.Query().FirstID(ctx)
		if err != nil {
			return err
		}
		user := gid.New(gid.User, at.Locality())
		if err := c.User.Create().SetID(user).SetUserName("provisioned").SetUserNameKey("provisioned").
			SetActive(true).SetShared(false).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx); err != nil {
			return err
		}
		if err := c.DirectoryRecord.Create().SetID(gid.New(gid.DirectoryRecord, at.Locality())).SetAccountID(at).
			SetUserName("provisioned").
			SetUserNameKey("provisioned").SetActive(true).SetUserID(user).SetLinkedAt(1).SetCreatedAt(1).
			SetUpdatedAt(1).Exec(ctx); err != nil {
			return err
		}
		return c.Membership.Create().SetUserName("provisioned").SetID(gid.New(gid.Membership, at.Locality())).
			SetAccountID(at).SetUserID(user).SetRoles(0).SetServiceAccess(0).
			SetDirectoryRoles(16).SetIncludeSubAccounts(false).SetOrigin(vocabulary.MembershipOriginDirectory).
			SetCreatedAt(1).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func broken(t *testing.T, db *store.Store) []doctor.Rule {
	t.Helper()
	report, err := doctor.Check(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		if f.Checked == 0 && f.Rule != doctor.Circle {
			t.Errorf("%s checked no rows", f.Rule)
		}
		if (f.Broken > 0) != (len(f.Examples) > 0) {
			t.Errorf("%s is broken %d times, with %d examples", f.Rule, f.Broken, len(f.Examples))
		}
	}
	if report.Healthy() != (len(report.Broken()) == 0) {
		t.Errorf("healthy is %v, broken are %v", report.Healthy(), report.Broken())
	}
	return report.Broken()
}

// TestEveryBreachIsNamed violates each rule by raw statements, checks that it is reported, and repairs it.
func TestEveryBreachIsNamed(t *testing.T) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		t.Run(string(engine), func(t *testing.T) {
			config := store.Config{Directory: t.TempDir()}
			if engine == store.Postgres {
				config = store.Config{URL: database.Postgres(t)}
			}
			db := filled(t, config)
			if rules := broken(t, db); len(rules) != 0 {
				t.Fatalf("broken at the beginning: %v, want none", rules)
			}
			line := "(SELECT MIN(line_item_id) FROM activations WHERE returned_on IS NULL)"
			for _, c := range []struct {
				name, corrupts, repairs string
				rules                   []doctor.Rule
			}{
				{"granted",
					"UPDATE ledger_entries SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM ledger_entries " +
						"WHERE kind = 'OPEN')",
					"UPDATE ledger_entries SET amount = amount - 1 WHERE id = (SELECT MIN(id) FROM ledger_entries " +
						"WHERE kind = 'OPEN')",
					[]doctor.Rule{doctor.LedgerGranted}},
				{"used",
					"UPDATE ledger_entries SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM ledger_entries " +
						"WHERE kind = 'ACTIVATE')",
					"UPDATE ledger_entries SET amount = amount - 1 WHERE id = (SELECT MIN(id) FROM ledger_entries " +
						"WHERE kind = 'ACTIVATE')",
					[]doctor.Rule{doctor.LedgerUsed, doctor.UseLedger}},
				{"excess",
					"UPDATE ledger_entries SET excess = excess + 1 WHERE id = (SELECT MAX(id) FROM ledger_entries)",
					"UPDATE ledger_entries SET excess = excess - 1 WHERE id = (SELECT MAX(id) FROM ledger_entries)",
					[]doctor.Rule{doctor.LedgerExcess}},
				{"activation",
					"UPDATE activations SET quantity = quantity + 1 WHERE id = (SELECT MIN(id) FROM activations " +
						"WHERE returned_on IS NULL)",
					"UPDATE activations SET quantity = quantity - 1 WHERE id = (SELECT MIN(id) FROM activations " +
						"WHERE returned_on IS NULL)",
					[]doctor.Rule{doctor.Uses, doctor.UseLedger}},
				{"allocation",
					"UPDATE allocations SET quantity = quantity + 1 WHERE id = (SELECT MIN(id) FROM allocations)",
					"UPDATE allocations SET quantity = quantity - 1 WHERE id = (SELECT MIN(id) FROM allocations)",
					[]doctor.Rule{doctor.Uses, doctor.UseLedger}},
				{"name of a membership",
					"UPDATE memberships SET user_name = user_name || '!' WHERE id = (SELECT MIN(id) FROM memberships)",
					"UPDATE memberships SET user_name = substr(user_name, 1, length(user_name) - 1) WHERE id = " +
						"(SELECT MIN(id) FROM memberships)",
					[]doctor.Rule{doctor.MembershipNames}},
				{"key of a user name",
					"UPDATE users SET user_name_key = '' WHERE user_name = 'provisioned'",
					"UPDATE users SET user_name_key = 'provisioned' WHERE user_name = 'provisioned'",
					[]doctor.Rule{doctor.NameKeys}},
				{"key of a user name in a directory",
					"UPDATE directory_records SET user_name_key = 'Provisioned' WHERE user_name = 'provisioned'",
					"UPDATE directory_records SET user_name_key = 'provisioned' WHERE user_name = 'provisioned'",
					[]doctor.Rule{doctor.NameKeys}},
				{"words of a device",
					"UPDATE devices SET words = words || ' other' WHERE id = (SELECT MAX(id) FROM devices)",
					"UPDATE devices SET words = substr(words, 1, length(words) - 6) WHERE id = (SELECT MAX(id) " +
						"FROM devices)",
					[]doctor.Rule{doctor.DeviceWords}},
				{"words of a license server",
					"UPDATE license_servers SET words = words || ' other' WHERE id = (SELECT MAX(id) FROM " +
						"license_servers)",
					"UPDATE license_servers SET words = substr(words, 1, length(words) - 6) WHERE id = (SELECT " +
						"MAX(id) FROM license_servers)",
					[]doctor.Rule{doctor.DeviceWords}},
				{"total used", "UPDATE line_items SET used = used - 1 WHERE id = " + line,
					"UPDATE line_items SET used = used + 1 WHERE id = " + line,
					[]doctor.Rule{doctor.LedgerUsed, doctor.Uses}},
				{"total granted", "UPDATE line_items SET granted = granted + 1 WHERE id = " + line,
					"UPDATE line_items SET granted = granted - 1 WHERE id = " + line,
					[]doctor.Rule{doctor.LedgerGranted, doctor.Summary}},
				{"last day", "UPDATE line_items SET ends_on = ends_on - 1 WHERE id = " + line,
					"UPDATE line_items SET ends_on = ends_on + 1 WHERE id = " + line,
					[]doctor.Rule{doctor.Summary}},
				{"next day",
					"UPDATE line_items SET next_starts_on = 7 WHERE id = (SELECT MIN(id) FROM line_items WHERE " +
						"next_starts_on IS NULL)",
					"UPDATE line_items SET next_starts_on = NULL WHERE next_starts_on = 7",
					[]doctor.Rule{doctor.Summary}},
				{"last day to cancel",
					"UPDATE periods SET cancel_days = 30 WHERE id = (SELECT MIN(id) FROM periods WHERE starts_on IS " +
						"NOT NULL AND ends_on IS NOT NULL)",
					"UPDATE periods SET cancel_days = NULL WHERE cancel_days = 30", []doctor.Rule{doctor.Evergreen}},
				{"renewal that nobody decided",
					"UPDATE periods SET cancel_days = 30, cancel_until = ends_on - 30 WHERE id = (SELECT MAX(id) " +
						"FROM periods WHERE starts_on < ends_on - 30)",
					"UPDATE periods SET cancel_days = NULL, cancel_until = NULL WHERE cancel_days = 30",
					[]doctor.Rule{doctor.Evergreen}},
				{"missing path",
					"UPDATE account_paths SET depth = 99 WHERE id = (SELECT MIN(id) FROM account_paths WHERE depth " +
						"= 1)",
					"UPDATE account_paths SET depth = 1 WHERE depth = 99", []doctor.Rule{doctor.Closure}},
				{"external id",
					"UPDATE external_ids SET entity_id = entity_id + 1 WHERE id = (SELECT MIN(id) FROM " +
						"external_ids WHERE kind = 'entitlement')",
					"UPDATE external_ids SET entity_id = entity_id - 1 WHERE id = (SELECT MIN(id) FROM " +
						"external_ids WHERE kind = 'entitlement')",
					[]doctor.Rule{doctor.ExternalIDs}},
				{"record of an external id",
					"UPDATE external_ids SET record_id = record_id + 1 WHERE id = (SELECT MIN(id) FROM " +
						"external_ids WHERE record_id IS NOT NULL)",
					"UPDATE external_ids SET record_id = record_id - 1 WHERE id = (SELECT MIN(id) FROM " +
						"external_ids WHERE record_id IS NOT NULL)",
					[]doctor.Rule{doctor.ExternalIDs}},
				{"no type",
					"UPDATE external_ids SET entity_id = 5, account_id = NULL WHERE id = (SELECT MIN(id) FROM " +
						"external_ids WHERE kind = 'product')",
					"UPDATE external_ids SET entity_id = (SELECT MIN(id) FROM products) WHERE entity_id = 5",
					[]doctor.Rule{doctor.ExternalIDs}},
				{"decided without a decision",
					"UPDATE entitlements SET decided = true WHERE id = (SELECT MIN(id) FROM entitlements " +
						"WHERE NOT decided)",
					"UPDATE entitlements SET decided = false WHERE decided AND id NOT IN (SELECT subject_id FROM " +
						"decisions)",
					[]doctor.Rule{doctor.Decisions}},
				{"decision without its mark",
					"UPDATE entitlements SET decided = false WHERE id = (SELECT MIN(id) FROM entitlements " +
						"WHERE decided)",
					"UPDATE entitlements SET decided = true WHERE id IN (SELECT subject_id FROM decisions)",
					[]doctor.Rule{doctor.Decisions}},
				{"owner",
					"UPDATE periods SET account_id = (SELECT MAX(id) FROM accounts) WHERE id = (SELECT MIN(id) " +
						"FROM periods)",
					"UPDATE periods SET account_id = (SELECT l.account_id FROM line_items l WHERE l.id = " +
						"periods.line_item_id) WHERE id = (SELECT MIN(id) FROM periods)",
					[]doctor.Rule{doctor.Owners}},
				{"owner of an instalment",
					"UPDATE instalments SET account_id = (SELECT MAX(id) FROM accounts) WHERE due_on = 1",
					"UPDATE instalments SET account_id = (SELECT p.account_id FROM periods p WHERE p.id = " +
						"instalments.period_id)",
					[]doctor.Rule{doctor.Owners}},
				{"instalments that are not the price", "UPDATE instalments SET price_minor = 39 WHERE due_on = 2",
					"UPDATE instalments SET price_minor = 40 WHERE due_on = 2", []doctor.Rule{doctor.Instalments}},
				{"instalments that do not fit into 64 bits",
					"UPDATE instalments SET price_minor = 9223372036854775807 WHERE due_on = 2",
					"UPDATE instalments SET price_minor = 40 WHERE due_on = 2", []doctor.Rule{doctor.Instalments}},
				{"an instalment in another currency", "UPDATE instalments SET currency = 'USD' WHERE due_on = 2",
					"UPDATE instalments SET currency = 'EUR' WHERE due_on = 2", []doctor.Rule{doctor.Instalments}},
				{"instalments without a price",
					"UPDATE periods SET price_minor = NULL, currency = NULL WHERE id IN (SELECT period_id FROM " +
						"instalments)",
					"UPDATE periods SET price_minor = 100, currency = 'EUR' WHERE id IN (SELECT period_id FROM " +
						"instalments)", []doctor.Rule{doctor.Instalments}},
			} {
				t.Run(c.name, func(t *testing.T) {
					do(t, db, c.corrupts)
					if rules := broken(t, db); !slices.Equal(rules, c.rules) {
						t.Errorf("broken are %v, want %v", rules, c.rules)
					}
					do(t, db, c.repairs)
				})
			}
			if rules := broken(t, db); len(rules) != 0 {
				t.Errorf("broken at the end: %v, want none", rules)
			}
			t.Run("circle", func(t *testing.T) { circle(t, db) })
			t.Run("unfinished import", func(t *testing.T) {
				do(t, db, "UPDATE batches SET finished_at = NULL")
				report, err := doctor.Check(database.Operator(t), db)
				if err != nil || !slices.ContainsFunc(report.Findings, func(f doctor.Finding) bool {
					return f.Rule == doctor.UnfinishedImport && f.Broken == 1 && f.Warning
				}) {
					t.Errorf("%+v, %v", report, err)
				}
			})
		})
	}
}

func circle(t *testing.T, db *store.Store) {
	do(t, db,
		"INSERT INTO account_links (parent_id, child_id) SELECT child_id, parent_id FROM account_links WHERE id = "+
			"(SELECT MIN(id) FROM account_links)")
	if rules := broken(t, db); !slices.Contains(rules, doctor.Circle) {
		t.Errorf("broken are %v", rules)
	}
	do(t, db, "DELETE FROM account_links WHERE id = (SELECT MAX(id) FROM account_links)")
	if rules := broken(t, db); len(rules) != 0 {
		t.Errorf("broken at the end: %v, want none", rules)
	}
}

func TestForeignKeysAndCountsThatTheDatabaseDidNotEnforce(t *testing.T) {
	directory := t.TempDir()
	db := filled(t, store.Config{Directory: directory})
	for _, c := range []struct {
		name, corrupts string
		rules          []doctor.Rule
	}{
		{"foreign key",
			"PRAGMA foreign_keys = off; UPDATE memberships SET user_id = 1 WHERE id = (SELECT MIN(id) FROM " +
				"memberships)",
			[]doctor.Rule{doctor.ForeignKeys}},
		{"count",
			"PRAGMA ignore_check_constraints = on; UPDATE line_items SET used = granted + overdraft + excess + 1 " +
				"WHERE id = (SELECT MAX(id) FROM line_items WHERE NOT unlimited)",
			[]doctor.Rule{doctor.ForeignKeys, doctor.Count}},
	} {
		raw, err := sql.Open("sqlite", filepath.Join(directory, store.FileName))
		if err != nil {
			t.Fatal(err)
		}
		raw.SetMaxOpenConns(1)
		if _, err := raw.ExecContext(database.Operator(t), c.corrupts); err != nil {
			t.Fatal(err)
		}
		if err := raw.Close(); err != nil {
			t.Fatal(err)
		}
		rules := broken(t, db)
		for _, want := range c.rules {
			if !slices.Contains(rules, want) {
				t.Errorf("%s: broken are %v, want %v among them", c.name, rules, want)
			}
		}
	}
}

func do(t *testing.T, db *store.Store, statement string) {
	t.Helper()
	err := db.Write(context.Background(), func(ctx context.Context, tx store.Tx) error {
		result, err := tx.Exec(ctx, statement)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return fmt.Errorf("%d rows, %w", n, err)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// TestTypesAreWhereTheQueriesLookForThem checks that the shift in typeExpression matches the format of ids.
func TestTypesAreWhereTheQueriesLookForThem(t *testing.T) {
	for _, typ := range gid.Types() {
		if id := gid.New(typ, gid.NewLocality()); gid.Type(int64(id)>>56) != typ {
			t.Errorf("%s does not have type %d at bit 56", id, typ)
		}
	}
}
