package benchmark

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// BenchmarkChange compares mutations with transactions written by hand that read what the mutation decides upon, and
// write the same rows, records and events included, with as few statements as possible. Both sides alternate in one
// run. It reports how many times as long as the transaction the mutation takes.
func BenchmarkChange(b *testing.B) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		b.Run(string(engine), func(b *testing.B) {
			config := store.Config{Directory: b.TempDir()}
			if engine == store.Postgres {
				config = store.Config{URL: database.Postgres(b)}
			}
			c := newChanges(b, testenv.New(b, config))
			b.Run("issue 1 line", func(b *testing.B) {
				c.compare(b, func() (took time.Duration, copied *rowCopy) {
					before := c.rows(b, nil, nil)
					ids, took := c.issue(b, 1)
					return took, c.copied(b, before, ids)
				})
			})
			for _, lines := range []int{1, 1000} {
				b.Run(fmt.Sprintf("renew %d lines", lines), func(b *testing.B) {
					c.compare(b, func() (took time.Duration, copied *rowCopy) {
						ids, _ := c.issue(b, lines)
						before := c.rows(b, nil, ids)
						took = c.renew(b, ids)
						return took, c.copied(b, before, ids)
					})
				})
			}
		})
	}
}

// changes is a database with an account and a part number that sells coverage along.
type changes struct {
	*testenv.Env
	account, part gid.ID
	// used are the drawn ids of all rows. Those of one account have 36 random bits, so that of some hundred thousand
	// rows two have one id; the program draws again then.
	used map[int64]bool
}

func newChanges(b *testing.B, env *testenv.Env) *changes {
	b.Helper()
	c := &changes{Env: env, part: gid.New(gid.PartNumber, 0), used: map[int64]bool{}}
	env.Fill(b, func(f *testenv.Fixture) {
		c.account = f.Account("Buyer")
		for _, err := range []error{
			f.Client().LicenseModelVersion.Create().SetID(gid.New(gid.LicenseModelVersion, 0)).
				SetLicenseModelID(f.LicenseModel).SetNumber(1).SetValidFrom(0).SetGraceDays(0).
				SetOverdraftAllowed(false).SetOfflineAllowed(false).Exec(f.Context()),
			f.Client().PartNumber.Create().SetID(c.part).SetCode("BENCH").SetProductID(f.Product).SetUnitID(f.Seat).
				SetTerm(vocabulary.TermSubscription).SetStartRule(vocabulary.StartRuleFixed).SetTermLength(1).
				SetTermUnit(vocabulary.TermUnitYears).SetPackSize(5).
				SetCoverageKind(vocabulary.CoverageKindSupport).Exec(f.Context()),
		} {
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	return c
}

// compare runs a mutation and its copy by hand in alternation, and reports the ratio of their medians.
func (c *changes) compare(b *testing.B, mutate func() (time.Duration, *rowCopy)) {
	b.Helper()
	var ours, theirs []time.Duration
	for b.Loop() {
		took, copied := mutate()
		ours, theirs = append(ours, took), append(theirs, c.byHand(b, copied))
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	a, h := ours[len(ours)/2], theirs[len(theirs)/2]
	b.ReportMetric(float64(a.Microseconds()), "contract-µs")
	b.ReportMetric(float64(h.Microseconds()), "by-hand-µs")
	b.ReportMetric(float64(a)/float64(h), "times-by-hand")
}

// mutate sends a mutation and returns the ids of its line items, and how long it took.
func (c *changes) mutate(b *testing.B, document string, input map[string]any) ([]string, time.Duration) {
	b.Helper()
	began := time.Now()
	answer := c.Ask(b, document, map[string]any{"input": input})
	took := time.Since(began)
	var got struct {
		Change struct {
			Lines  []struct{ LineItem struct{ ID string } }
			Errors []struct{ Code, Message string }
		}
	}
	if err := json.Unmarshal(answer.Data, &got); err != nil || len(answer.Errors) > 0 || len(got.Change.Errors) > 0 {
		b.Fatalf("%.500s %+v %v", answer.Data, answer.Errors, err)
	}
	ids := make([]string, len(got.Change.Lines))
	for i, l := range got.Change.Lines {
		ids[i] = l.LineItem.ID
	}
	return ids, took
}

func (c *changes) issue(b *testing.B, lines int) ([]string, time.Duration) {
	b.Helper()
	return c.mutate(b, `mutation ($input: IssueEntitlementInput!) { change: issueEntitlement(input: $input) {
		lines { lineItem { id } } errors { code message } } }`, map[string]any{"account": c.account.String(),
		"lines": slices.Repeat([]any{map[string]any{"partNumber": c.part.String()}}, lines)})
}

func (c *changes) renew(b *testing.B, ids []string) time.Duration {
	b.Helper()
	lines := make([]any, len(ids))
	for i, id := range ids {
		lines[i] = map[string]any{"lineItem": id}
	}
	_, took := c.mutate(b, `mutation ($input: RenewLineItemsInput!) { change: renewLineItems(input: $input) {
		results { period { id } } errors { code message } } }`, map[string]any{"lines": lines})
	return took
}

// rowCopy has rows that a change wrote.
type rowCopy struct {
	tables []tableCopy
	// settled are the line items whose counts and days the change stored, if it did not create them.
	settled []int64
}

type tableCopy struct {
	name    string
	columns []string
	rows    [][]any
}

// drawn are the tables whose ids are drawn, in the order in which rows refer to each other, with what selects the rows
// of line items, and numbered those whose ids the database counts.
var (
	drawn = []struct{ name, of string }{
		{"entitlements", "id IN (SELECT entitlement_id FROM line_items WHERE id IN (%s))"},
		{"line_items", "id IN (%s)"}, {"periods", "line_item_id IN (%s)"},
		{"coverages", "id IN (SELECT coverage_id FROM coverage_items WHERE line_item_id IN (%s))"},
		{"coverage_items", "line_item_id IN (%s)"},
	}
	numbered = []string{"ledger_entries", "audit_entries", "events"}
)

// snapshot has the rows of line items, and the logs after a moment.
type snapshot struct {
	tables []tableCopy
	// last are the last ids of the logs.
	last map[string]int64
}

// rows reads the rows of line items, and what the logs have since an earlier moment, if one is given.
func (c *changes) rows(b *testing.B, since *snapshot, lines []string) *snapshot {
	b.Helper()
	var found *snapshot
	ids := make([]any, len(lines))
	for i, line := range lines {
		id, err := gid.Parse(line)
		if err != nil {
			b.Fatal(err)
		}
		ids[i] = int64(id)
	}
	c.write(b, func(ctx context.Context, tx store.Tx) error {
		found = &snapshot{last: map[string]int64{}}
		add := func(name, where string, args ...any) error {
			t, err := read(ctx, tx, "SELECT * FROM "+name+" WHERE "+where, args...)
			if err == nil {
				t.name = name
				found.tables = append(found.tables, *t)
			}
			return err
		}
		for _, t := range drawn {
			if len(ids) == 0 {
				break
			}
			if err := add(t.name, fmt.Sprintf(t.of, marks(len(ids))), ids...); err != nil {
				return err
			}
		}
		for _, name := range numbered {
			if since != nil {
				if err := add(name, "id > ?", since.last[name]); err != nil {
					return err
				}
				continue
			}
			last, err := read(ctx, tx, "SELECT coalesce(max(id), 0) FROM "+name)
			if err != nil {
				return err
			}
			found.last[name] = last.rows[0][0].(int64)
		}
		return nil
	})
	return found
}

// copied returns the rows of line items that a change wrote, with the records and events of it.
func (c *changes) copied(b *testing.B, before *snapshot, lines []string) *rowCopy {
	b.Helper()
	known := map[int64]bool{}
	for i := range before.tables {
		t := &before.tables[i]
		for _, row := range t.rows {
			known[row[slices.Index(t.columns, "id")].(int64)] = true
		}
	}
	maps.Copy(c.used, known)
	after, copied, created := c.rows(b, before, lines), &rowCopy{}, map[int64]bool{}
	for _, t := range after.tables {
		id, log := slices.Index(t.columns, "id"), slices.Contains(numbered, t.name)
		t.rows = slices.DeleteFunc(t.rows, func(row []any) bool { return !log && known[row[id].(int64)] })
		copied.tables = append(copied.tables, t)
		for _, row := range t.rows {
			if !log {
				c.used[row[id].(int64)] = true
			}
			switch t.name {
			case "line_items":
				created[row[id].(int64)] = true
			case "periods":
				if line := row[slices.Index(t.columns, "line_item_id")].(int64); !created[line] {
					copied.settled = append(copied.settled, line)
				}
			}
		}
	}
	return copied
}

// marks are the places of n arguments in a list.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

func (c *changes) write(b *testing.B, change func(context.Context, store.Tx) error) {
	b.Helper()
	if err := c.Store.Write(testenv.Operator(b), change); err != nil {
		b.Fatal(err)
	}
}

func read(ctx context.Context, tx store.Tx, statement string, args ...any) (*tableCopy, error) {
	found, err := tx.Query(ctx, statement, args...)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	t := &tableCopy{}
	if t.columns, err = found.Columns(); err != nil {
		return nil, err
	}
	for found.Next() {
		row, into := make([]any, len(t.columns)), make([]any, len(t.columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := found.Scan(into...); err != nil {
			return nil, err
		}
		t.rows = append(t.rows, row)
	}
	return t, found.Err()
}

// byHand writes the same rows again, under other ids, and returns how long that took.
func (c *changes) byHand(b *testing.B, copied *rowCopy) time.Duration {
	b.Helper()
	copied.rename(c.used)
	began := time.Now()
	c.write(b, func(ctx context.Context, tx store.Tx) error {
		if err := c.decide(ctx, tx, copied.settled); err != nil {
			return err
		}
		for i := range copied.tables {
			if err := copied.tables[i].insert(ctx, tx); err != nil {
				return err
			}
		}
		_, err := tx.Exec(ctx, "INSERT INTO unsealed_entries (audit_entry_id, recorded_at) SELECT id, recorded_at "+
			"FROM audit_entries ORDER BY id DESC LIMIT ?", len(copied.tables[len(copied.tables)-2].rows))
		return err
	})
	return time.Since(began)
}

// decide locks and reads what the mutation decides upon, and stores the days of the lines that it settles.
func (c *changes) decide(ctx context.Context, tx store.Tx, lines []int64) error {
	lock := ""
	if tx.Engine() == store.Postgres {
		lock = " FOR UPDATE"
	}
	list, args := marks(len(lines)), make([]any, len(lines))
	for i, id := range lines {
		args[i] = id
	}
	statements := []string{"SELECT * FROM accounts WHERE id = ?" + lock, "SELECT * FROM homes WHERE account_id = ?"}
	for _, statement := range statements {
		if _, err := read(ctx, tx, statement, int64(c.account)); err != nil {
			return err
		}
	}
	if _, err := read(ctx, tx, "SELECT * FROM part_numbers p JOIN products r ON r.id = p.product_id JOIN "+
		"license_model_versions v ON v.license_model_id = r.license_model_id WHERE p.id = ?",
		int64(c.part)); err != nil {
		return err
	}
	if len(lines) == 0 {
		return nil
	}
	for _, statement := range []string{"SELECT * FROM line_items WHERE id IN (" + list + ") ORDER BY id" + lock,
		"SELECT * FROM periods WHERE line_item_id IN (" + list + ")",
		"SELECT * FROM decisions WHERE subject_id IN (" + list + ")",
		"SELECT * FROM lineage_steps WHERE line_item_id IN (" + list + ")",
		"SELECT * FROM coverage_items i JOIN coverages c ON c.id = i.coverage_id WHERE i.line_item_id IN (" + list +
			")",
	} {
		if _, err := read(ctx, tx, statement, args...); err != nil {
			return err
		}
	}
	_, err := tx.Exec(ctx, "UPDATE line_items SET ends_on = ends_on + 365, next_starts_on = 30000, updated_at = "+
		"updated_at + 1 WHERE id IN ("+list+")", args...)
	return err
}

// rename gives the rows new ids that are not used, also where they refer to each other, and new activation ids.
func (r *rowCopy) rename(used map[int64]bool) {
	fresh := map[int64]int64{}
	for i := range r.tables {
		t := &r.tables[i]
		id := slices.Index(t.columns, "id")
		if slices.Contains(numbered, t.name) {
			t.columns = slices.Delete(t.columns, id, id+1)
			for n := range t.rows {
				t.rows[n] = slices.Delete(t.rows[n], id, id+1)
			}
			continue
		}
		for _, row := range t.rows {
			old := gid.ID(row[id].(int64))
			next := int64(gid.New(old.Type(), old.Locality()))
			for used[next] {
				next = int64(gid.New(old.Type(), old.Locality()))
			}
			used[next], fresh[int64(old)] = true, next
			if t.name == "line_items" {
				activation := rights.NewActivationID()
				row[slices.Index(t.columns, "activation_id")] = activation
				row[slices.Index(t.columns, "activation_key")] = system.ActivationKey(activation)
			}
		}
	}
	for i := range r.tables {
		for _, row := range r.tables[i].rows {
			for at, v := range row {
				if n, ok := v.(int64); ok && fresh[n] != 0 {
					row[at] = fresh[n]
				}
			}
		}
	}
}

// insert writes the rows of a table, a hundred with each statement.
func (t *tableCopy) insert(ctx context.Context, tx store.Tx) error {
	row := "(" + marks(len(t.columns)) + ")"
	for part := range slices.Chunk(t.rows, 100) {
		text := strings.Join(slices.Repeat([]string{row}, len(part)), ", ")
		if _, err := tx.Exec(ctx, `INSERT INTO `+t.name+` ("`+strings.Join(t.columns, `", "`)+`") VALUES `+text,
			slices.Concat(part...)...); err != nil {
			return err
		}
	}
	return nil
}
