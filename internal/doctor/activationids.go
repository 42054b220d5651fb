package doctor

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/namekey"
	"github.com/muniment/muniment/internal/system"
)

// activationKeys computes the keys of the activation ids of line items, and of those among the external ids, and
// compares them with the stored ones. A line item whose key is another one is found only by its id as it is written,
// and the id can be given again.
func (c *checker) activationKeys(ctx context.Context) error {
	f := &Finding{Rule: ActivationKeys}
	defer func() { c.close(f) }()
	for _, of := range []struct {
		table string
		keys  namekey.Keys
	}{{"line_items", entitlement.PresentIDKeys()}, {"external_ids", entitlement.KeptIDKeys()}} {
		checked, err := of.keys.Check(ctx, c.db, func(row namekey.Row) {
			f.add(rowName(of.table, int64(row.ID)), "the activation id %q is compared by %q, which should be %q",
				row.Name, row.Key, row.Wanted)
		})
		f.Checked += checked
		if err != nil {
			return err
		}
	}
	return nil
}

// ofRenewal is the condition that an external id e is the activation id of an imported period of a line item that was
// not given another id since. Others that a line item had and has no more activate nothing.
const ofRenewal = `e.record_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM external_ids o JOIN systems s
	ON s.id = o.system_id WHERE o.entity_id = e.entity_id AND o.kind = e.kind AND s.code = '` + system.Own + `')`

// sharedIDs warns of activation ids that a line item has and that are those of another one as well, in whatever letter
// case. Older versions let that happen.
func (c *checker) sharedIDs(ctx context.Context) error {
	f := &Finding{Rule: SharedActivationIDs, Warning: true}
	defer func() { c.close(f) }()
	err := c.query(ctx, func(rows *sql.Rows) error { return scanInto(rows, &f.Checked) },
		"SELECT count(*) FROM line_items l WHERE /*scope:l.account_id*/")
	if err != nil {
		return err
	}
	shared := map[string]bool{}
	for _, statement := range []string{
		"SELECT activation_key FROM line_items WHERE activation_key LIKE '%\n%' AND /*scope:account_id*/",
		"SELECT value_key FROM external_ids WHERE value_key LIKE '%\n%' AND /*scope:account_id*/",
		`SELECT l.activation_key FROM line_items l JOIN external_ids e ON e.value_key = l.activation_key
			WHERE e.entity_id <> l.id AND ` + ofRenewal + ` AND /*scope:l.account_id*/`,
	} {
		err := c.query(ctx, func(rows *sql.Rows) error {
			var key string
			if err := rows.Scan(&key); err != nil {
				return err
			}
			key, _, _ = strings.Cut(key, "\n")
			shared[key] = true
			return nil
		}, statement)
		if err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(shared)) {
		if err := c.sharers(ctx, f, key); err != nil {
			return err
		}
	}
	return nil
}

// sharers adds the line items that share an activation id, unless none has it now.
func (c *checker) sharers(ctx context.Context, f *Finding, key string) error {
	type sharer struct {
		line gid.ID
		id   string
	}
	var present, others []sharer
	from, to := fold.Beside(key)
	for _, of := range []struct {
		into      *[]sharer
		statement string
	}{
		{&present, `SELECT id, activation_id FROM line_items WHERE (activation_key = ? OR activation_key >= ? AND
			activation_key < ?) AND /*scope:account_id*/ ORDER BY activation_key`},
		{&others, `SELECT e.entity_id, e.value FROM external_ids e WHERE (e.value_key = ? OR e.value_key >= ? AND
			e.value_key < ?) AND ` + ofRenewal + ` AND /*scope:e.account_id*/ ORDER BY e.value_key`},
	} {
		err := c.query(ctx, func(rows *sql.Rows) error {
			var s sharer
			if err := rows.Scan(&s.line, &s.id); err != nil {
				return err
			}
			*of.into = append(*of.into, s)
			return nil
		}, of.statement, key, from, to)
		if err != nil {
			return err
		}
	}
	seen := map[gid.ID]bool{}
	for i, s := range slices.Concat(present, others) {
		if i > 0 && len(present) > 0 && !seen[s.line] {
			f.add(present[0].line.String(), "its activation id %q is that of %s as well, as %q: give one of them "+
				"another, with replaceActivationId", present[0].id, s.line, s.id)
		}
		seen[s.line] = true
	}
	return nil
}
