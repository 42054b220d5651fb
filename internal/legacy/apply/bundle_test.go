package apply

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

// bundle is the sample, held in memory so that a test may change rows of it.
type bundle struct {
	t     testing.TB
	files map[string][][]string // by name, headings first
}

func newBundle(t testing.TB) *bundle {
	t.Helper()
	b := &bundle{t: t, files: map[string][][]string{}}
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
		b.files[strings.TrimSuffix(name, ".csv.gz")] = rows
		_ = f.Close()
	}
	b.cut(60)
	return b
}

// cut keeps some accounts and what belongs to them alone, so that tests that import often stay quick.
func (b *bundle) cut(accounts int) {
	keep := map[string]map[string]bool{}
	note := func(kind, id string) {
		if keep[kind] == nil {
			keep[kind] = map[string]bool{}
		}
		keep[kind][id] = true
	}
	// The accounts of the graph come along, or there would be none.
	for _, l := range b.files["account_links"][1:] {
		note("accounts", l[0])
		note("accounts", l[1])
	}
	for _, a := range b.files["accounts"][1:] {
		if len(keep["accounts"]) < accounts {
			note("accounts", a[0])
		}
	}
	filter := func(file, id string, fits func(rowOf) bool) {
		kept := b.files[file][:1:1]
		for at := 1; at < len(b.files[file]); at++ {
			if r := (rowOf{b, file, at}); fits(r) {
				kept = append(kept, b.files[file][at])
				if id != "" {
					note(file, r.get(id))
				}
			}
		}
		b.files[file] = kept
	}
	in := func(kind, column string) func(rowOf) bool {
		return func(r rowOf) bool { return keep[kind][r.get(column)] }
	}
	filter("accounts", "", in("accounts", "accountId"))
	filter("user_accounts", "userName", in("accounts", "accountId"))
	filter("users", "", in("user_accounts", "userName"))
	filter("entitlements", "entitlementId", func(r rowOf) bool {
		return keep["accounts"][r.get("soldTo")] && (r.get("channelPartner") == "" || keep["accounts"][r.get("channelPartner")])
	})
	filter("line_items", "activationId", in("entitlements", "entitlementId"))
	filter("maintenance", "activationId", in("entitlements", "entitlementId"))
	filter("maintenance_links", "", func(r rowOf) bool {
		return keep["maintenance"][r.get("maintenanceActivationId")] && keep["line_items"][r.get("associatedActivationId")]
	})
	filter("devices", "deviceId", in("accounts", "soldTo"))
	filter("device_addons", "", func(r rowOf) bool {
		return keep["devices"][r.get("deviceId")] && keep["line_items"][r.get("activationId")]
	})
	filter("fulfillments", "", in("line_items", "activationId"))
	filter("usage", "", in("accounts", "accountId"))
}

// row is one row of a file, by heading.
type rowOf struct {
	bundle *bundle
	file   string
	at     int
}

func (r rowOf) column(name string) int {
	for i, heading := range r.bundle.files[r.file][0] {
		if heading == name {
			return i
		}
	}
	r.bundle.t.Fatalf("%s has no column %s", r.file, name)
	return 0
}

func (r rowOf) get(name string) string { return r.bundle.files[r.file][r.at][r.column(name)] }

func (r rowOf) set(name, value string) { r.bundle.files[r.file][r.at][r.column(name)] = value }

func (r rowOf) drop() {
	rows := r.bundle.files[r.file]
	r.bundle.files[r.file] = append(rows[:r.at:r.at], rows[r.at+1:]...)
}

// find returns the first row that fits.
func (b *bundle) find(file string, fits func(rowOf) bool) rowOf {
	b.t.Helper()
	for at := 1; at < len(b.files[file]); at++ {
		if r := (rowOf{b, file, at}); fits(r) {
			return r
		}
	}
	b.t.Fatalf("no row of %s fits", file)
	return rowOf{}
}

// add copies a row and changes values of the copy, given as pairs.
func (b *bundle) add(r rowOf, pairs ...string) rowOf {
	copied := append([]string(nil), b.files[r.file][r.at]...)
	b.files[r.file] = append(b.files[r.file], copied)
	added := rowOf{b, r.file, len(b.files[r.file]) - 1}
	for i := 0; i < len(pairs); i += 2 {
		added.set(pairs[i], pairs[i+1])
	}
	return added
}

// fs returns the bundle as plain files.
func (b *bundle) fs() fs.FS {
	out := fstest.MapFS{}
	for name, rows := range b.files {
		var buf bytes.Buffer
		w := csv.NewWriter(&buf)
		if err := w.WriteAll(rows); err != nil {
			b.t.Fatal(err)
		}
		out[name+".csv"] = &fstest.MapFile{Data: buf.Bytes()}
	}
	return out
}
