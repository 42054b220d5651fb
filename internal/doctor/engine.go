package doctor

import (
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/store"
)

func (c *checker) integrity(ctx context.Context) error {
	f := &Finding{Rule: Integrity, Checked: 1}
	defer func() { c.close(f) }()
	if c.db.Engine() == store.Postgres {
		return c.query(ctx, func(rows *sql.Rows) error {
			var name string
			if err := rows.Scan(&name); err != nil {
				return err
			}
			f.add(name, "the index is not valid; REINDEX it")
			return nil
		}, `SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
			JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE n.nspname = current_schema() AND NOT (i.indisvalid AND i.indisready) AND /*scope:c.relname*/`)
	}
	return c.query(ctx, func(rows *sql.Rows) error {
		var message string
		if err := rows.Scan(&message); err != nil {
			return err
		}
		if message != "ok" {
			f.add("", "%s", message)
		}
		return nil
	}, "SELECT integrity_check FROM pragma_integrity_check WHERE /*scope:integrity_check*/")
}

func (c *checker) foreignKeys(ctx context.Context) error {
	f := &Finding{Rule: ForeignKeys}
	defer func() { c.close(f) }()
	if c.db.Engine() == store.Postgres {
		return c.query(ctx, func(rows *sql.Rows) error {
			var table, name string
			var validated, enforced bool
			if err := rows.Scan(&table, &name, &validated, &enforced); err != nil {
				return err
			}
			f.Checked++
			if !validated || !enforced {
				f.add(table, "the foreign key %s is not enforced for every row", name)
			}
			return nil
		}, `SELECT r.relname, k.conname, k.convalidated, NOT EXISTS (SELECT 1 FROM pg_trigger t
			WHERE t.tgconstraint = k.oid AND t.tgenabled = 'D')
			FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid JOIN pg_namespace n ON n.oid = r.relnamespace
			WHERE k.contype = 'f' AND n.nspname = current_schema() AND /*scope:r.relname*/`)
	}
	err := c.query(ctx, func(rows *sql.Rows) error {
		return rows.Scan(&f.Checked)
	},
		"SELECT count(*) FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND "+
			"/*scope:m.name*/")
	if err != nil {
		return err
	}
	return c.query(ctx, func(rows *sql.Rows) error {
		var table, parent string
		var row sql.NullInt64
		if err := rows.Scan(&table, &row, &parent); err != nil {
			return err
		}
		f.add(rowName(table, row.Int64), "a row of %s refers to a row of %s that is not there", table, parent)
		return nil
	}, `SELECT "table", rowid, parent FROM pragma_foreign_key_check WHERE /*scope:parent*/`)
}
