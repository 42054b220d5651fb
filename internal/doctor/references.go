package doctor

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/gid"
)

// entityTables maps the types of entities that can have external ids to their tables.
var entityTables = map[gid.Type]string{
	gid.Account: "accounts", gid.User: "users", gid.Membership: "memberships", gid.ProductLine: "product_lines",
	gid.Product: "products", gid.PartNumber: "part_numbers", gid.Feature: "features",
	gid.LicenseModel:        "license_models",
	gid.LicenseModelVersion: "license_model_versions", gid.UnitOfMeasure: "units_of_measure",
	gid.CoverageLevel: "coverage_levels", gid.Entitlement: "entitlements", gid.LineItem: "line_items",
	gid.Period: "periods", gid.Coverage: "coverages", gid.CoverageItem: "coverage_items", gid.Device: "devices",
	gid.LicenseServer: "license_servers", gid.Allocation: "allocations", gid.Activation: "activations",
	gid.Meter:       "meters",
	gid.UsageRecord: "usage_records", gid.ListPrice: "list_prices", gid.System: "systems",
	gid.Session: "sessions", gid.APIKey: "api_keys", gid.Invitation: "invitations",
	gid.AccessRequest:  "access_requests",
	gid.DirectoryGroup: "directory_groups", gid.DirectoryRecord: "directory_records",
	gid.CustomField: "custom_fields",
}

// typeExpression returns the SQL expression for the type in a stored id, on both engines. gid defines the format of
// ids; a test of this package checks that they agree.
func typeExpression(column string) string { return "(" + column + " >> 56)" }

func (c *checker) externalIDs(ctx context.Context) error {
	f := &Finding{Rule: ExternalIDs}
	defer func() { c.close(f) }()
	err := c.query(ctx, func(rows *sql.Rows) error { return scanInto(rows, &f.Checked) },
		"SELECT count(*) FROM external_ids e WHERE /*scope:e.account_id*/")
	if err != nil {
		return err
	}
	var known []string
	for _, t := range gid.Types() {
		if t.Numbered() {
			continue // rows of logs have no external ids
		}
		known = append(known, fmt.Sprint(int(t)))
		for _, column := range []string{"entity_id", "record_id"} {
			err := c.query(ctx, func(rows *sql.Rows) error {
				var kind, value string
				var id int64
				if err := rows.Scan(&kind, &value, &id); err != nil {
					return err
				}
				f.add(gid.ID(id).String(), "the external id %s %.80q points to it, and it is not in %s", kind, value,
					entityTables[t])
				return nil
			}, fmt.Sprintf(`SELECT e.kind, e.value, e.%[1]s FROM external_ids e LEFT JOIN %[2]s x ON x.id = e.%[1]s
				WHERE %[3]s = %[4]d AND x.id IS NULL
				AND /*scope:e.account_id*/`, column, entityTables[t], typeExpression("e."+column), int(t)))
			if err != nil {
				return err
			}
		}
	}
	return c.query(ctx, func(rows *sql.Rows) error {
		var kind, value string
		var id int64
		if err := rows.Scan(&kind, &value, &id); err != nil {
			return err
		}
		f.add(rowName("entity", id), "the external id %s %.80q points to no known type of entity", kind, value)
		return nil
	}, "SELECT e.kind, e.value, e.entity_id FROM external_ids e WHERE "+typeExpression("e.entity_id")+
		" NOT IN ("+strings.Join(known, ", ")+") AND /*scope:e.account_id*/")
}

// decisions compares the column decided of every subject with the record of decisions.
func (c *checker) decisions(ctx context.Context) error {
	f := &Finding{Rule: Decisions}
	defer func() { c.close(f) }()
	for _, table := range []string{"entitlements", "line_items", "periods", "coverages", "coverage_items"} {
		err := c.query(ctx, func(rows *sql.Rows) error { return scanInto(rows, &f.Checked) },
			"SELECT count(*) FROM "+table+" s WHERE /*scope:s.account_id*/")
		if err != nil {
			return err
		}
		err = c.query(ctx, func(rows *sql.Rows) error {
			var id int64
			var decided bool
			if err := rows.Scan(&id, &decided); err != nil {
				return err
			}
			if decided {
				f.add(gid.ID(id).String(), "it says that there are decisions about it, and there are none")
			} else {
				f.add(gid.ID(id).String(), "there are decisions about it, and it says that there are none")
			}
			return nil
		}, `SELECT s.id, s.decided FROM `+table+` s
			WHERE s.decided <> EXISTS (SELECT 1 FROM decisions d WHERE d.subject_id = s.id)
			AND /*scope:s.account_id*/`)
		if err != nil {
			return err
		}
	}
	return nil
}

// owners checks that rows have the account of the row of which they are a part, because the scope of reads relies on
// that column.
func (c *checker) owners(ctx context.Context) error {
	f := &Finding{Rule: Owners}
	defer func() { c.close(f) }()
	for _, part := range []struct{ table, column, whole string }{
		{"line_items", "entitlement_id", "entitlements"}, {"periods", "line_item_id", "line_items"},
		{"instalments", "period_id", "periods"},
		{"allocations", "line_item_id", "line_items"}, {"activations", "line_item_id", "line_items"},
		{"coverage_items", "coverage_id", "coverages"},
		{"custom_values", "subject_id", "entitlements"}, {"custom_values", "subject_id", "line_items"},
		{"custom_values", "subject_id", "devices"},
		{"directory_group_members", "directory_group_id", "directory_groups"},
		{"directory_group_members", "directory_record_id", "directory_records"},
	} {
		err := c.query(ctx, func(rows *sql.Rows) error {
			var id, whole int64
			if err := rows.Scan(&id, &whole); err != nil {
				return err
			}
			f.add(rowName(part.table, id), "it belongs to another account than %s, of which it is a part",
				gid.ID(whole))
			return nil
		},
			fmt.Sprintf(
				"SELECT p.id, w.id FROM %s p JOIN %s w ON w.id = p.%s WHERE p.account_id <> w.account_id AND "+
					"/*scope:p.account_id*/",
				part.table, part.whole, part.column))
		if err != nil {
			return err
		}
		err = c.query(ctx, func(rows *sql.Rows) error { return scanInto(rows, &f.Checked) },
			"SELECT count(*) FROM "+part.table+" p WHERE /*scope:p.account_id*/")
		if err != nil {
			return err
		}
	}
	return nil
}

// batches warns if the last import of a system was not completed.
func (c *checker) batches(ctx context.Context) error {
	f := &Finding{Rule: UnfinishedImport, Warning: true}
	defer func() { c.close(f) }()
	return c.query(ctx, func(rows *sql.Rows) error {
		var code string
		var ended sql.NullInt64
		if err := rows.Scan(&code, &ended); err != nil {
			return err
		}
		f.Checked++
		if !ended.Valid {
			f.add(code, "the last import from %s was not finished: run it again", code)
		}
		return nil
	}, `SELECT s.code, b.finished_at FROM batches b JOIN systems s ON s.id = b.system_id
		WHERE b.id = (SELECT MAX(o.id) FROM batches o WHERE o.system_id = b.system_id) AND /*scope:s.code*/`)
}
