package audit_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func export(t *testing.T, ctx context.Context, db *store.Store, of gid.ID, from, to clock.Instant,
	format audit.Format) string {
	t.Helper()
	var out bytes.Buffer
	if err := audit.Export(ctx, db, everythingPaid, of, from, to, format, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// everythingPaid is the rule that the viewer may see all that was paid.
func everythingPaid(_ context.Context, _ *page.View, _ *viewer.Viewer, rights []gid.ID) ([]bool, error) {
	return slices.Repeat([]bool{true}, len(rights)), nil
}

// administrator returns a context whose viewer has roles in an account.
func administrator(t *testing.T, account gid.ID, roles ...vocabulary.Role) context.Context {
	t.Helper()
	set, err := vocabulary.Roles(roles...)
	if err != nil {
		t.Fatal(err)
	}
	v := &viewer.Viewer{Credential: vocabulary.CredentialKindSession, User: gid.New(gid.User, account.Locality()),
		Name:   "ada",
		Scopes: vocabulary.EveryKeyScope, Grants: []viewer.Grant{{Account: account, Accounts: []gid.ID{account},
			Roles: set}}}
	return viewer.With(t.Context(), v.Settle())
}

func TestAnExportCanBeVerified(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := accounts(t, db, 2)
		const sealed = 1050 // more than a page
		err := db.Write(system(t), func(ctx context.Context, tx store.Tx) error {
			for n := range sealed {
				if err := audit.Record(ctx, tx, began+clock.Instant(n), entry(ids[0], n)); err != nil {
					return err
				}
			}
			return audit.Record(ctx, tx, began, entry(ids[1], 0))
		})
		if err != nil {
			t.Fatal(err)
		}
		sealAll(t, db)
		record(t, system(t), db, began+sealed, entry(ids[0], sealed), entry(ids[1], sealed))
		text := export(t, administrator(t, ids[0], vocabulary.RoleAccountAdministrator), db, ids[0], 0, 0,
			audit.JSONLines)
		proof, err := audit.VerifyExport(strings.NewReader(text))
		if err != nil || proof.First != 1 || proof.Last != sealed || len(proof.Hash) != 64 || proof.Unsealed != 1 {
			t.Errorf("%+v, %v, want First = 1, Last = %v, len(Hash) = 64 and Unsealed = 1", proof, err, sealed)
		}
		if strings.Contains(text, ids[1].String()) {
			t.Error("it contains another account")
		}
		part := export(t, system(t), db, ids[0], began+500, began+600, audit.JSONLines)
		proof, err = audit.VerifyExport(strings.NewReader(part))
		if err != nil || proof.First != 501 || proof.Last != 600 || proof.Unsealed != 0 {
			t.Errorf("part: %+v, %v, want First = 501, Last = 600 and Unsealed = 0", proof, err)
		}
		if !strings.Contains(text, part) {
			t.Error("the export of a part is not a part of the whole export")
		}
		t.Run("altered", func(t *testing.T) { altered(t, text) })
		t.Run("by the program in the README", func(t *testing.T) { byProgram(t, text) })
	})
}

// altered changes each field of a line, and removes and repeats lines, and checks that the export no longer verifies.
func altered(t *testing.T, text string) {
	lines := strings.SplitAfter(text, "\n")
	fails := func(what string, lines ...string) {
		t.Helper()
		if _, err := audit.VerifyExport(strings.NewReader(strings.Join(lines, ""))); !errors.Is(err,
			audit.ErrNotProven) {
			t.Errorf("%s: %v, want %v", what, err, audit.ErrNotProven)
		}
	}
	var fields map[string]any
	if err := json.Unmarshal([]byte(lines[1]), &fields); err != nil {
		t.Fatal(err)
	}
	if len(fields) != 21 {
		t.Errorf("%d fields: %v, want 21", len(fields), fields)
	}
	for name, value := range fields {
		altered := map[string]any{}
		for n, v := range fields {
			altered[n] = v
		}
		switch value := value.(type) {
		case string:
			altered[name] = value + "x"
		case float64:
			altered[name] = value + 1
		case bool:
			altered[name] = !value
		case nil:
			altered[name] = ""
		default:
			altered[name] = []any{}
		}
		line, err := json.Marshal(altered)
		if err != nil {
			t.Fatal(err)
		}
		fails(name, lines[0], string(line)+"\n", lines[2])
	}
	fails("a line is missing", lines[0], lines[2])
	fails("two lines are swapped", lines[0], lines[2], lines[1])
	fails("a line stands there twice", lines[0], lines[0])
	fails("no JSON", lines[0], "nonsense")
	fails("an unknown field", strings.Replace(lines[0], "{", `{"approved":true,`, 1))
	fails("a seal behind an entry without", lines[0], lines[len(lines)-2], lines[1])
}

func byProgram(t *testing.T, text string) { byProgramUpTo(t, text, 1050, "asked for", "not asked for") }

// byProgramUpTo verifies an export with the program in the README, and checks that the program finds an edit at
// position 1.
func byProgramUpTo(t *testing.T, text string, last int, old, edited string) {
	database.SkipPart(t, "node")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, program, _ := strings.Cut(string(readme), "```js\n")
	program, _, found := strings.Cut(program, "```")
	if !found {
		t.Fatal("the README has no program")
	}
	directory := t.TempDir()
	run := func(text string) (string, error) {
		for name, content := range map[string]string{"verify.mjs": program, "export.jsonl": text} {
			if err := os.WriteFile(filepath.Join(directory, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		out, err := exec.CommandContext(t.Context(), "node", filepath.Join(directory, "verify.mjs"),
			filepath.Join(directory, "export.jsonl")).CombinedOutput()
		return string(out), err
	}
	if out, err := run(text); err != nil || out != fmt.Sprintf("whole up to position %d\n", last) {
		t.Errorf("%v: %s", err, out)
	}
	if out, err := run(strings.Replace(text, old, edited, 1)); err == nil ||
		!strings.Contains(out, "position 1 is not what was sealed") {
		t.Errorf(`altered: %v: %s, want "position 1 is not what was sealed" in it`, err, out)
	}
}

func TestOnlyAdministratorsExport(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := accounts(t, db, 2)
		record(t, system(t), db, began, entry(ids[0], 1), entry(0, 2))
		sealAll(t, db)
		for name, c := range map[string]struct {
			ctx context.Context
			of  gid.ID
		}{
			"an administrator of another":  {administrator(t, ids[1], vocabulary.RoleAccountAdministrator), ids[0]},
			"a license manager":            {administrator(t, ids[0], vocabulary.RoleLicenseManager), ids[0]},
			"a customer of the producer's": {administrator(t, ids[0], vocabulary.RoleAccountAdministrator), 0},
			"an account that is not there": {system(t), gid.New(gid.Account, 1)},
			"an id of another type":        {system(t), gid.New(gid.User, 1)},
		} {
			var out bytes.Buffer
			err := audit.Export(c.ctx, db, everythingPaid, c.of, 0, 0, audit.JSONLines, &out)
			want := fault.NotFound
			if name == "a license manager" { // who sees the account
				want = "FORBIDDEN"
			}
			if fault.CodeOf(err) != want || out.Len() > 0 {
				t.Errorf("%s: %v, %s, want code = %v and Len = 0", name, err, out.String(), want)
			}
		}
		if err := audit.Export(system(t), db, everythingPaid, ids[0], 0, 0, "xml",
			&bytes.Buffer{}); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("another format: %v, want %v", err, fault.BadInput)
		}
		var out bytes.Buffer
		err := audit.Export(system(t), db, everythingPaid, ids[0], 2, 1, audit.CSV, &out)
		if fault.CodeOf(err) != fault.BadRange || out.Len() > 0 {
			t.Errorf("a range that ends before it begins: %v, %s", err, out.String())
		}
		proof, err := audit.VerifyExport(strings.NewReader(export(t, system(t), db, 0, 0, 0, audit.JSONLines)))
		if err != nil || proof.Last != 1 {
			t.Errorf("the producer's own: %+v, %v, want Last = 1", proof, err)
		}
		err = audit.Export(t.Context(), db, everythingPaid, ids[0], 0, 0, audit.CSV, &bytes.Buffer{})
		if !errors.Is(err, store.ErrNoScope) {
			t.Errorf("nobody: %v, want %v", err, store.ErrNoScope)
		}
	})
}

func TestSpreadsheetsFindNoFormulas(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		account := accounts(t, db, 1)[0]
		for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", " ="} {
			e := entry(account, 1)
			e.Label, e.Reason, e.RequestID = start+"1+cmd", start+"1", start+"1"
			record(t, system(t), db, began, e)
		}
		sealAll(t, db)
		rows, err := csv.NewReader(strings.NewReader(export(t, system(t), db, account, 0, 0, audit.CSV))).ReadAll()
		if err != nil || len(rows) != 10 {
			t.Fatalf("%d rows, %v, want 10", len(rows), err)
		}
		for _, row := range rows[1:] {
			for i, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n \uff1d") {
					t.Errorf("%s is %q", rows[0][i], cell)
				}
			}
		}
		if rows[1][8] != "'=1+cmd" || rows[0][8] != "subjectLabel" || rows[1][0] != "1" || rows[7][0] != "7" {
			t.Errorf(
				`%q, want rows[1][8] = "'=1+cmd", rows[0][8] = "subjectLabel", rows[1][0] = "1" and rows[7][0] = "7"`,
				rows)
		}
	})
}

func TestTextsThatADatabaseCannotStore(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		account := accounts(t, db, 1)[0]
		odd := "a\x00b\xffc"
		e := entry(account, 1)
		e.Label, e.Reason, e.RequestID, e.Fields = odd, odd, odd, []audit.Field{{Field: "name", After: &odd}}
		record(t, system(t), db, began, e)
		sealAll(t, db)
		if list, _ := breaches(t, db); len(list) > 0 {
			t.Errorf("%v, want none", list)
		}
		text := export(t, system(t), db, account, 0, 0, audit.JSONLines)
		if _, err := audit.VerifyExport(strings.NewReader(text)); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
	})
}

// A customer's export tells nothing of a draft, and can be verified over what is withheld. The producer's tells all.
func TestAnExportWithholdsDrafts(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		of := accounts(t, db, 1)[0]
		draft := gid.New(gid.Entitlement, of.Locality())
		about := entry(of, 1)
		about.Subject, about.Label, about.Reason = draft, "DRAFT-4711", "a secret price"
		err := db.Write(system(t), func(ctx context.Context, tx store.Tx) error {
			return tx.Client().Entitlement.Create().SetID(draft).SetAccountID(of).SetNumber("DRAFT-4711").
				SetVisible(false).SetCreatedAt(began).SetUpdatedAt(began).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		record(t, system(t), db, began, entry(of, 0), about, entry(of, 2))
		sealAll(t, db)
		record(t, system(t), db, began+1, about)
		ada := administrator(t, of, vocabulary.RoleAccountAdministrator)
		for _, format := range []audit.Format{audit.JSONLines, audit.CSV} {
			if text := export(t, ada, db, of, 0, 0, format); strings.Contains(text, "DRAFT-4711") ||
				strings.Contains(text, "secret") || strings.Contains(text, draft.String()) {
				t.Errorf("%s: %s", format, text)
			}
			if text := export(t, system(t), db, of, 0, 0, format); strings.Count(text, "DRAFT-4711") != 2 {
				t.Errorf("of the producer: %s", text)
			}
		}
		proof, err := audit.VerifyExport(strings.NewReader(export(t, ada, db, of, 0, 0, audit.JSONLines)))
		if err != nil || proof.First != 1 || proof.Last != 3 || proof.Withheld != 1 || proof.Unsealed != 0 {
			t.Errorf("%+v, %v, want 3 positions, one withheld", proof, err)
		}
	})
}
