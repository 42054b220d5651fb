package store_test

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/identity"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/upgrade"
)

// released has one file for each release: NAME.sql, where NAME is the last step of the release's history. It has rows
// for every table in the release's schema, one statement a line, in SQL that both engines accept. Each release adds a
// file; the files of earlier releases never change.
//
//go:embed testdata/released/*.sql
var released embed.FS

func TestDatabasesOfEachReleaseComeUpToDate(t *testing.T) {
	entries, err := released.ReadDir("testdata/released")
	if err != nil || len(entries) == 0 {
		t.Fatalf("no releases: %v", err)
	}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), ".sql")
		t.Run(name, func(t *testing.T) {
			t.Run("sqlite", func(t *testing.T) { bringUp(t, store.Config{Directory: t.TempDir()}, name) })
			t.Run("postgres", func(t *testing.T) { bringUp(t, store.Config{URL: database.EmptyPostgres(t)}, name) })
		})
	}
}

// ended is the number of rows that later steps delete intentionally, by release and table; negative if the upgrade
// adds some (an audit entry about sealing anew).
var ended = map[string]map[string]int{"audit_of_people": {"sessions": 1, "identities": 1, "sign_in_attempts": 1,
	"audit_entries": -1, "unsealed_entries": -1}}

// added is the number of rows that every upgrade adds, by table: the marker of the rule for search words.
var added = map[string]int{"search_words": 1}

// checks verify what later steps make of the rows of a release.
var checks = map[string]func(t *testing.T, s *store.Store){"audit_of_people": checkIdentity}

func bringUp(t *testing.T, config store.Config, name string) {
	ctx := database.Operator(t)
	s := openRelease(t, config, name)
	before := rowCounts(t, s)
	for table, n := range before {
		if n == 0 {
			t.Errorf("%s has no row in the file of the release", table)
		}
	}
	if _, err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.RequireSchema(ctx); err != nil {
		t.Error(err)
	}
	if _, err := upgrade.Run(ctx, s, clock.System, nil); err != nil {
		t.Fatal(err)
	}
	after := rowCounts(t, s)
	for table, n := range before {
		if want := n - ended[name][table] + added[table]; after[table] != want {
			t.Errorf("%s had %d rows and has %d, not %d", table, n, after[table], want)
		}
	}
	checkUsage(t, s)
	if check := checks[name]; check != nil {
		check(t, s)
	}
	report, err := doctor.Check(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range report.Findings {
		if finding.Broken > 0 {
			t.Errorf("doctor: %+v, want Broken = 0", finding)
		}
	}
}

// openRelease opens a database with the rows of a release, which has the name of its last step of the history.
func openRelease(t *testing.T, config store.Config, name string) *store.Store {
	t.Helper()
	s := openEmpty(t, config)
	upToStep(t, s, name)
	rows, err := released.ReadFile(path.Join("testdata/released", name+".sql"))
	if err != nil {
		t.Fatal(err)
	}
	execute(t, s, strings.Split(string(rows), "\n")...)
	return s
}

// execute runs statements in one transaction, without those that are empty or a comment.
func execute(t *testing.T, s *store.Store, statements ...string) {
	t.Helper()
	err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		for _, statement := range statements {
			if statement = strings.TrimSpace(statement); statement == "" || strings.HasPrefix(statement, "--") {
				continue
			}
			if _, err := tx.Exec(ctx, statement); err != nil {
				t.Logf("%s", statement)
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
}

// upToStep applies the history up to and including the step of a name.
func upToStep(t *testing.T, s *store.Store, name string) {
	t.Helper()
	ctx := database.Operator(t)
	steps, err := s.SchemaStatus(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		if step.Name != name {
			continue
		}
		if err := s.UpTo(ctx, step.Version); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("the history has no step %s", name)
}

func rowCounts(t *testing.T, s *store.Store) map[string]int {
	t.Helper()
	tables, err := s.Tables(database.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	counts := make(map[string]int)
	for _, table := range tables {
		rows, err := s.Scoped(database.Operator(t), store.Everything(), "SELECT count(*) FROM "+
			table+" WHERE /*scope:id*/")
		if err != nil {
			t.Fatal(err)
		}
		var n int
		for rows.Next() {
			if err := rows.Scan(&n); err != nil {
				t.Fatal(err)
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		counts[table] = n
	}
	return counts
}

// checkUsage checks that the amounts of usage records are kept. In every release, those of a record are its id.
func checkUsage(t *testing.T, s *store.Store) {
	t.Helper()
	for _, u := range s.Client().UsageRecord.Query().AllX(database.Operator(t)) {
		if n := int64(u.ID); u.Granted != n || u.UsedNumerator != n || u.ExcessNumerator != n {
			t.Errorf("the upgrade changed a usage record: %+v", u)
		}
	}
}

// checkIdentity checks how the upgrade converted the members that directories had created: Ada, ada, Éva, Bo, Cy and
// Dee. Olga is an operator.
func checkIdentity(t *testing.T, s *store.Store) {
	ctx, c := database.Operator(t), s.Client()
	names := map[gid.ID]string{}
	var got []string
	note := func(format string, args ...any) { got = append(got, fmt.Sprintf(format, args...)) }
	for _, u := range c.User.Query().Where(user.IDGT(2)).Order(ent.Asc(user.FieldID)).AllX(ctx) {
		names[u.ID] = u.UserName
		note("user %s: address %t, proven %t", u.UserName, u.Email != nil && u.EmailKey != nil, u.EmailProvenAt != nil)
	}
	for _, r := range c.DirectoryRecord.Query().Order(ent.Asc(directoryrecord.FieldID)).AllX(ctx) {
		in := c.DirectoryGroupMember.Query().Where(directorygroupmember.DirectoryRecordID(r.ID)).CountX(ctx)
		note("record %s (%s) of %s: active %t, adopted %t, in %d groups, address %t, external id %t", r.UserName,
			r.UserNameKey, names[*r.UserID],
			r.Active, r.Adopted, in, r.Email != nil, r.ExternalID != nil)
		if r.ID.Type() != gid.DirectoryRecord || r.LinkedAt == nil {
			t.Errorf("the record: %+v, want Type = %v and LinkedAt != nil", r, gid.DirectoryRecord)
		}
	}
	for _, m := range c.Membership.Query().Where(membership.IDGT(2)).Order(ent.Asc(membership.FieldID)).AllX(ctx) {
		note("member %s: %q and %q, by the directory %q and %q, suspended %t", names[m.UserID], m.Roles,
			m.ServiceAccess, m.DirectoryRoles,
			m.DirectoryServices, m.SuspendedAt != nil)
	}
	for _, row := range c.Session.Query().AllX(ctx) {
		note("session of %s by %s", names[row.UserID], row.EmailKey)
	}
	for _, k := range c.APIKey.Query().Order(ent.Asc(apikey.FieldID)).AllX(ctx) {
		note("key %s: revoked %t, below %t, rests on %q", k.SecretHash, k.RevokedAt != nil, k.IncludeSubAccounts,
			k.EmailKey)
	}
	for _, l := range c.Link.Query().Order(ent.Asc(link.FieldID)).AllX(ctx) {
		note("link to %s: used %t, address %t", names[l.SubjectID], l.UsedAt != nil, l.EmailKey != "")
	}
	for _, i := range c.Identity.Query().Order(ent.Asc(identity.FieldID)).AllX(ctx) {
		note("identity of %s: %s", names[i.UserID], i.Subject)
	}
	want := []string{
		"user Ada@A.example: address false, proven false", "user ada@a.example: address false, proven false",
		"user Éva: address false, proven false",
		"user Bo: address true, proven true", "user Olga: address true, proven false",
		"user Cy: address false, proven false",
		"user Dee: address false, proven false", "user Flo: address true, proven false",
		"record Ada@A.example (ada@a.example\ndrec_1W0000000000A) of Ada@A.example: " +
			"active true, adopted true, in 0 groups, " +
			"address " +
			"true, external id true",
		"record ada@a.example (ada@a.example) of ada@a.example: active true, adopted true, in 0 groups, address " +
			"false, external id false",
		"record Éva (éva) of Éva: active false, adopted true, in 1 groups, address true, external id false",
		"record Bo (bo) of Bo: active true, adopted true, in 1 groups, address true, external id false",
		"record Cy (cy) of Cy: active false, adopted true, in 0 groups, address true, external id false",
		"record Dee (dee) of Dee: active true, adopted true, in 1 groups, address true, external id false",
		`member Ada@A.example: "" and "", by the directory "READER" and "", suspended false`,
		`member ada@a.example: "" and "", by the directory "READER" and "", suspended false`,
		`member Éva: "" and "", by the directory "" and "", suspended false`,
		`member Bo: "DOWNLOADER" and "DOWNLOADS", by the directory "LICENSE_MANAGER,READER" and "COMMUNITY", suspended false`,
		`member Cy: "LICENSE_MANAGER" and "COMMUNITY", by the directory "" and "", suspended true`,
		`member Dee: "" and "", by the directory "LICENSE_MANAGER,READER" and "COMMUNITY", suspended true`,
		"session of Olga by olga@producer.example",
		`key key of nobody: revoked false, below false, rests on ""`,
		`key key of Bo: revoked false, below false, rests on ""`,
		`key key of Olga: revoked false, below true, rests on ""`,
		`key key 10: revoked true, below false, rests on ""`,
		`key key 14: revoked false, below false, rests on ""`,
		`key key 17: revoked false, below false, rests on "flo@a.example"`,
		"link to Ada@A.example: used true, address false", "link to Olga: used false, address true",
		"identity of Bo: one13", "identity of Olga: one14",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
