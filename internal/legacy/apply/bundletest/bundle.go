// Package bundletest gives tests a small, modifiable export of an older system.
package bundletest

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/muniment/muniment/internal/legacy/sample"
)

// Bundle is a part of the sample in memory, so that a test can change its rows.
type Bundle struct {
	// Files holds the rows of each file by its name; the first row has the headings.
	Files map[string][][]string
	t     testing.TB
}

// New reads the sample and keeps sixty of its accounts with everything that belongs only to them.
func New(t testing.TB) *Bundle {
	t.Helper()
	b := &Bundle{t: t, Files: map[string][][]string{}}
	names, err := fs.Glob(sample.Bundle(), "*.csv.gz")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		f, err := sample.Bundle().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(z).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		b.Files[strings.TrimSuffix(name, ".csv.gz")] = rows
		_ = f.Close()
	}
	b.cut(60)
	return b
}

// cut keeps some accounts and what belongs only to them, so that tests that import often are fast.
func (b *Bundle) cut(accounts int) {
	keep := map[string]map[string]bool{}
	note := func(kind, id string) {
		if keep[kind] == nil {
			keep[kind] = map[string]bool{}
		}
		keep[kind][id] = true
	}
	// Keep all accounts with links first, or the account graph would be empty.
	for _, l := range b.Files["account_links"][1:] {
		note("accounts", l[0])
		note("accounts", l[1])
	}
	for _, a := range b.Files["accounts"][1:] {
		if len(keep["accounts"]) < accounts {
			note("accounts", a[0])
		}
	}
	filter := func(file, id string, fits func(Row) bool) {
		kept := b.Files[file][:1:1]
		for at := 1; at < len(b.Files[file]); at++ {
			if r := (Row{b, file, at}); fits(r) {
				kept = append(kept, b.Files[file][at])
				if id != "" {
					note(file, r.Get(id))
				}
			}
		}
		b.Files[file] = kept
	}
	in := func(kind, column string) func(Row) bool {
		return func(r Row) bool { return keep[kind][r.Get(column)] }
	}
	filter("accounts", "", in("accounts", "accountId"))
	filter("user_accounts", "userName", in("accounts", "accountId"))
	filter("users", "", in("user_accounts", "userName"))
	filter("entitlements", "entitlementId", func(r Row) bool {
		return keep["accounts"][r.Get("soldTo")] &&
			(r.Get("channelPartner") == "" || keep["accounts"][r.Get("channelPartner")])
	})
	filter("line_items", "activationId", in("entitlements", "entitlementId"))
	filter("maintenance", "activationId", in("entitlements", "entitlementId"))
	filter("maintenance_links", "", func(r Row) bool {
		return keep["maintenance"][r.Get("maintenanceActivationId")] &&
			keep["line_items"][r.Get("associatedActivationId")]
	})
	filter("devices", "deviceId", in("accounts", "soldTo"))
	filter("device_addons", "", func(r Row) bool {
		return keep["devices"][r.Get("deviceId")] && keep["line_items"][r.Get("activationId")]
	})
	filter("fulfillments", "", in("line_items", "activationId"))
	filter("usage", "", in("accounts", "accountId"))
}

// Row is a row of a file; its values are accessed by heading.
type Row struct {
	bundle *Bundle
	file   string
	at     int
}

func (r Row) column(name string) int {
	for i, heading := range r.bundle.Files[r.file][0] {
		if heading == name {
			return i
		}
	}
	r.bundle.t.Fatalf("%s has no column %s", r.file, name)
	return 0
}

// Get returns the value under a heading.
func (r Row) Get(name string) string { return r.bundle.Files[r.file][r.at][r.column(name)] }

// Set changes the value under a heading.
func (r Row) Set(name, value string) { r.bundle.Files[r.file][r.at][r.column(name)] = value }

// Drop takes the row out of its file.
func (r Row) Drop() {
	rows := r.bundle.Files[r.file]
	r.bundle.Files[r.file] = append(rows[:r.at:r.at], rows[r.at+1:]...)
}

// Find returns the first row that fits, and fails the test if there is none.
func (b *Bundle) Find(file string, fits func(Row) bool) Row {
	b.t.Helper()
	for at := 1; at < len(b.Files[file]); at++ {
		if r := (Row{b, file, at}); fits(r) {
			return r
		}
	}
	b.t.Fatalf("no row of %s fits", file)
	return Row{}
}

// Add appends a copy of a row with changed values, given as pairs of heading and value.
func (b *Bundle) Add(r Row, pairs ...string) Row {
	copied := append([]string(nil), b.Files[r.file][r.at]...)
	b.Files[r.file] = append(b.Files[r.file], copied)
	added := Row{b, r.file, len(b.Files[r.file]) - 1}
	for i := 0; i < len(pairs); i += 2 {
		added.Set(pairs[i], pairs[i+1])
	}
	return added
}

// FS returns the bundle as a file system of uncompressed files.
func (b *Bundle) FS() fs.FS {
	out := fstest.MapFS{}
	for name, rows := range b.Files {
		var buf bytes.Buffer
		w := csv.NewWriter(&buf)
		if err := w.WriteAll(rows); err != nil {
			b.t.Fatal(err)
		}
		out[name+".csv"] = &fstest.MapFile{Data: buf.Bytes()}
	}
	return out
}

// First returns the first row of a file.
func (b *Bundle) First(file string) Row { return Row{b, file, 1} }

// Each calls yield with every row of a file.
func (b *Bundle) Each(file string, yield func(Row)) {
	for at := 1; at < len(b.Files[file]); at++ {
		yield(Row{b, file, at})
	}
}

// At returns the row with a number, counted from 1.
func (b *Bundle) At(file string, number int) Row { return Row{b, file, number} }
