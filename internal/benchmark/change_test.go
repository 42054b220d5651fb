package benchmark

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
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
					before := c.last(b)
					_, took = c.issue(b, 1)
					return took, c.written(b, before)
				})
			})
			for _, lines := range []int{1, 1000} {
				b.Run(fmt.Sprintf("renew %d lines", lines), func(b *testing.B) {
					c.compare(b, func() (took time.Duration, copied *rowCopy) {
						ids, _ := c.issue(b, lines)
						before := c.last(b)
						took = c.renew(b, ids)
						return took, c.written(b, before)
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
}

func newChanges(b *testing.B, env *testenv.Env) *changes {
	b.Helper()
	c := &changes{Env: env, part: gid.New(gid.PartNumber, 0)}
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

// drawn are the tables whose ids are drawn, in the order in which rows refer to each other, and numbered those whose
// ids the database counts.
var (
	drawn    = []string{"entitlements", "line_items", "periods", "coverages", "coverage_items"}
	numbered = []string{"ledger_entries", "audit_entries", "events"}
)

// last returns the last rows of the tables, by which the rows of a change are told from those before it.
func (c *changes) last(b *testing.B) map[string]map[int64]bool {
	b.Helper()
	known := map[string]map[int64]bool{}
	c.write(b, func(ctx context.Context, tx store.Tx) error {
		for _, name := range slices.Concat(drawn, numbered) {
			ids, err := read(ctx, tx, "SELECT id FROM "+name)
			if err != nil {
				return err
			}
			known[name] = map[int64]bool{}
			for _, row := range ids.rows {
				known[name][row[0].(int64)] = true
			}
		}
		return nil
	})
	return known
}

// written reads the rows that were written since.
func (c *changes) written(b *testing.B, before map[string]map[int64]bool) *rowCopy {
	b.Helper()
	copied := &rowCopy{}
	c.write(b, func(ctx context.Context, tx store.Tx) error {
		copied.tables, copied.settled = nil, nil
		created := map[int64]bool{}
		for _, name := range slices.Concat(drawn, numbered) {
			t, err := read(ctx, tx, "SELECT * FROM "+name)
			if err != nil {
				return err
			}
			t.name = name
			id := slices.Index(t.columns, "id")
			t.rows = slices.DeleteFunc(t.rows, func(row []any) bool { return before[name][row[id].(int64)] })
			copied.tables = append(copied.tables, *t)
			for _, row := range t.rows {
				switch name {
				case "line_items":
					created[row[id].(int64)] = true
				case "periods":
					if line := row[slices.Index(t.columns, "line_item_id")].(int64); !created[line] {
						copied.settled = append(copied.settled, line)
					}
				}
			}
		}
		return nil
	})
	return copied
}

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
	copied.rename()
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
	list, args := strings.TrimSuffix(strings.Repeat("?, ", len(lines)), ", "), make([]any, len(lines))
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

// rename gives the rows new ids, also where they refer to each other.
func (r *rowCopy) rename() {
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
			fresh[int64(old)] = int64(gid.New(old.Type(), old.Locality()))
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
	row := "(" + strings.TrimSuffix(strings.Repeat("?, ", len(t.columns)), ", ") + ")"
	for part := range slices.Chunk(t.rows, 100) {
		text := strings.Join(slices.Repeat([]string{row}, len(part)), ", ")
		if _, err := tx.Exec(ctx, `INSERT INTO `+t.name+` ("`+strings.Join(t.columns, `", "`)+`") VALUES `+text,
			slices.Concat(part...)...); err != nil {
			return err
		}
	}
	return nil
}
