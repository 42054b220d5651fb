package stage

import (
	"context"
	"fmt"
	"strings"
)

// reader is one iteration over resolved records, on a separate connection.
type reader struct {
	db       *scratch
	files    map[int64]string
	accounts lastKey
	servers  lastKey
}

// lastKey caches the last key looked up: records are ordered by account, so the next lookup is usually
// the same.
type lastKey struct {
	ref Ref
	key string
}

// iterate runs a query on resolved records. The first column of the query is the Ref; its only parameter is after.
func (s *Stage) iterate(ctx context.Context, query string, after Ref, yield func(*reader, Row) error) error {
	db, err := openScratch(s.path, true)
	if err != nil {
		return err
	}
	r := &reader{db: db, files: map[int64]string{}}
	failed := db.each(ctx, "SELECT id, name FROM files", nil, func(row Row) error {
		r.files[row.Int(0)] = row.Text(1)
		return nil
	})
	if failed == nil {
		failed = db.each(ctx, query, []any{after}, func(row Row) error { return yield(r, row) })
	}
	if err := db.close(); failed == nil {
		return err
	}
	return failed
}

// head reads Ref, position and digest, the first columns of every query.
func (r *reader) head(row Row) Head {
	return Head{Ref: row.Ref(0), File: r.file(row.Int(1)), Line: line(row.Int(1)), Digest: uint64(row.Int(2))}
}

func (r *reader) file(pos int64) string { return r.files[pos>>posBits] }

func line(pos int64) int64 { return pos & (1<<posBits - 1) }

// accountID returns the id of an account.
func (r *reader) accountID(ctx context.Context, ref Ref) (string, error) {
	return r.look(ctx, &r.accounts, ref,
		"SELECT a.accountId FROM r_accounts r JOIN accounts a ON a.rid = r.rid WHERE r.ref = ?")
}

func (r *reader) serverID(ctx context.Context, ref Ref) (string, error) {
	return r.look(ctx, &r.servers, ref,
		"SELECT d.deviceId FROM r_license_servers r JOIN devices d ON d.rid = r.rid WHERE r.ref = ?")
}

func (r *reader) look(ctx context.Context, last *lastKey, ref Ref, query string) (string, error) {
	if ref == 0 {
		return "", nil
	}
	if last.ref != ref {
		if err := r.db.each(ctx, query, []any{ref}, func(row Row) error {
			last.ref, last.key = ref, row.Text(0)
			return nil
		}); err != nil {
			return "", err
		}
	}
	return last.key, nil
}

// Counts holds the number of valid records of each kind.
type Counts struct {
	ProductLines, Units, LicenseModels, Products, SuiteMembers, PartNumbers int64
	Accounts, AccountLinks, Users, Memberships                              int64
	Entitlements, LineItems, Periods, Coverages, CoverageItems              int64
	LicenseServers, Devices, Allocations, Activations, Meters, Usage        int64
}

// Counts counts the valid records, after Resolve.
func (s *Stage) Counts(ctx context.Context) (Counts, error) {
	var c Counts
	tables := []struct {
		name string
		to   *int64
	}{
		{"r_product_lines", &c.ProductLines}, {"(" + unitsQuery + ")", &c.Units},
		{"r_license_models", &c.LicenseModels},
		{"r_products", &c.Products}, {"r_suite_members", &c.SuiteMembers}, {"r_part_numbers", &c.PartNumbers},
		{"r_accounts", &c.Accounts}, {"r_account_links", &c.AccountLinks}, {"r_users", &c.Users},
		{"r_memberships", &c.Memberships}, {"r_entitlements", &c.Entitlements}, {"r_line_items", &c.LineItems},
		{"r_periods", &c.Periods}, {"r_coverages", &c.Coverages},
		{"(SELECT DISTINCT coverage, line FROM r_coverage_items)", &c.CoverageItems},
		{"r_license_servers", &c.LicenseServers}, {"r_devices", &c.Devices}, {"r_allocations", &c.Allocations},
		{"r_activations", &c.Activations}, {"r_meters", &c.Meters}, {"r_usage", &c.Usage},
	}
	parts := make([]string, len(tables))
	for i, t := range tables {
		parts[i] = fmt.Sprintf("(SELECT count(*) FROM %s)", t.name)
	}
	err := s.read(ctx, "SELECT "+strings.Join(parts, ", "), nil, func(r Row) error {
		for i, t := range tables {
			*t.to = r.Int(i)
		}
		return nil
	})
	return c, err
}
