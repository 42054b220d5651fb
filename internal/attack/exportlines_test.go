package attack_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// rights gives a customer three line items, one of them of another product line and one in the account below, and
// another customer one.
func (w *world) rights() {
	w.t.Helper()
	fixture.Fill(w.t, w.db, func(f *fixture.Fixture) {
		line := func(account gid.ID, name string, last *day.Day) gid.ID {
			id := f.Line(account, f.Entitlement(account, "ENT-"+name), f.Seat, name, 5)
			first := day.Date(2026, 1, 1)
			f.Period(account, id, &first, last, 5).SaveX(f.Context())
			change := f.Client().LineItem.UpdateOneID(id).SetStartsOn(first)
			if last != nil {
				change.SetEndsOn(*last)
			}
			change.ExecX(f.Context())
			return id
		}
		last := day.Date(2027, 6, 30)
		a := line(w.alder.account, "=ALDER-1", &last)
		f.Activation(w.alder.account, a, f.Device(w.alder.account, "device"), 2)
		f.Client().LineItem.UpdateOneID(a).SetUsed(2).ExecX(f.Context())
		f.Coverage(w.alder.account, day.Date(2026, 1, 1), day.Date(2026, 12, 31), a)
		f.Client().LineItem.UpdateOneID(line(w.alder.account, "ALDER-2", nil)).SetProductLineID(w.productLine).
			ExecX(f.Context())
		line(w.alder.below, "ALDER-BELOW", &last)
		line(w.birch.account, "BIRCH-1", &last)
	})
}

// export sends a request for a file of line items.
func (w *world) export(as actor, query string) answer {
	w.t.Helper()
	r := w.request(http.MethodGet, "/export/line-items?"+query, nil)
	as.credential(r)
	return w.serve(r)
}

// exported returns the rows of a CSV file, by the names of their columns.
func exported(t *testing.T, a answer) []map[string]string {
	t.Helper()
	if a.status != http.StatusOK {
		t.Fatalf("%d %s", a.status, a.text)
	}
	lines, err := csv.NewReader(strings.NewReader(a.text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(lines))
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func column(rows []map[string]string, name string) string {
	all := make([]string, len(rows))
	for i, row := range rows {
		all[i] = row[name]
	}
	return strings.Join(all, " ")
}

// A file has the rows of the list, in its order, for its day, and each viewer gets only what they may see.
func TestExportOfLineItemsHasTheRowsOfTheList(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.rights()
		account := "account=" + w.alder.account.String()
		limited := w.person(w.alder, "limited", false, vocabulary.RoleReader)
		community := w.person(w.alder, "community", false, vocabulary.RoleReader)
		suspended := w.person(w.alder, "suspended", false, vocabulary.RoleReader)
		services, err := vocabulary.Services(vocabulary.ServiceCommunity)
		w.must(err)
		w.write(func(ctx context.Context, c *ent.Client) {
			w.must(c.Membership.UpdateOneID(limited.membership).SetProductLineID(w.productLine).Exec(ctx))
			w.must(c.Membership.UpdateOneID(community.membership).
				SetServiceAccess(services).Exec(ctx))
		})
		w.change(w.alder.chief.actor, "suspendMember", input{"membership": suspended.membership.String()}).ok(t)

		for _, test := range []struct {
			name  string
			as    actor
			query string
			want  string
		}{
			{"a reader", w.alder.reader.actor, account, "'=ALDER-1 ALDER-2"},
			{"the other order", w.alder.reader.actor, account + "&direction=DESCENDING", "ALDER-2 '=ALDER-1"},
			{"with the accounts below", w.alder.chief.actor, account + "&includeSubAccounts=true&orderBy=CREATED",
				"ALDER-BELOW ALDER-2 '=ALDER-1"},
			{"the accounts below, which a reader does not see", w.alder.reader.actor,
				account + "&includeSubAccounts=true", "'=ALDER-1 ALDER-2"},
			{"a member of one product line", limited.actor, account, "ALDER-2"},
			{"support", w.agent, account, "'=ALDER-1 ALDER-2"},
			{"a range of days", w.alder.reader.actor,
				account + "&endsBetween.from=2027-01-01&endsBetween.to=2027-12-31", "'=ALDER-1"},
			{"a day after the end", w.alder.reader.actor, account + "&status=ACTIVE&on=2028-01-01", "ALDER-2"},
			{"two states", w.alder.reader.actor, account + "&status=ACTIVE&status=EXPIRED&on=2028-01-01",
				"'=ALDER-1 ALDER-2"},
		} {
			if got := column(exported(t, w.export(test.as, test.query)), "Activation id"); got != test.want {
				t.Errorf("%s: %q, want %q", test.name, got, test.want)
			}
		}
		for _, test := range []struct {
			name  string
			as    actor
			query string
			code  string
			field string
		}{
			{"another customer", w.birch.chief.actor, account, "NOT_FOUND", "account"},
			{"an account below", w.alder.reader.actor, "account=" + w.alder.below.String(), "NOT_FOUND", "account"},
			{"without the service", community.actor, account, "SERVICE_CLOSED", ""},
			{"a suspended member", suspended.actor, account, "UNAUTHENTICATED", "Authorization"},
			{"a suspended member who signs in again", w.signIn("again", suspended.user), account, "NOT_FOUND",
				"account"},
			{"nobody", actor{}, account, "UNAUTHENTICATED", "Authorization"},
			{"a key that may not read", w.key(w.alder.chief.actor, input{"name": "narrow",
				"account": w.alder.account.String(), "scopes": []string{"MINT_WIDGET_TOKENS"}}), account,
				"FORBIDDEN", ""},
			{"no account", w.alder.reader.actor, "", "BAD_INPUT", "account"},
			{"a status that is none", w.alder.reader.actor, account + "&status=ACTIVE&status=GONE", "BAD_INPUT",
				"status"},
			{"a bad range", w.alder.reader.actor,
				account + "&endsBetween.from=2027-01-01&endsBetween.to=2026-01-01", "BAD_RANGE", "endsBetween"},
			{"a day that is none", w.alder.reader.actor, account + "&endsBetween.to=soon", "BAD_INPUT",
				"endsBetween.to"},
			{"an unknown parameter", w.alder.reader.actor, account + "&colour=red", "BAD_INPUT", "colour"},
			{"a parameter twice", w.alder.reader.actor, account + "&covered=true&covered=false", "BAD_INPUT",
				"covered"},
			{"an unknown format", w.alder.reader.actor, account + "&format=pdf", "BAD_INPUT", "format"},
			{"many words", w.alder.reader.actor, account + "&text=a+b+c+d+e+f+g+h+i+j+k", "TOO_MANY_WORDS", "text"},
			{"text that is no text", w.alder.reader.actor, account + "&text=%00", "BAD_INPUT", "text"},
		} {
			a := w.export(test.as, test.query)
			a.want(t, test.code)
			if test.field != "" && !strings.Contains(a.text, `"field":"`+test.field+`"`) {
				t.Errorf("%s: %s, want the field %s", test.name, a.text, test.field)
			}
			if strings.Contains(a.text, "ALDER-1") {
				t.Errorf("%s: a row in %s", test.name, a.text)
			}
		}

		first := exported(t, w.export(w.alder.reader.actor, account))[0]
		for name, want := range map[string]string{"Account": "Alder", "Entitlement": "ENT-=ALDER-1",
			"Status": "Active", "Quantity": "5", "Used": "2", "Free": "3", "Starts": "2026-01-01",
			"Ends": "2027-06-30", "Perpetual": "false", "Covered": "true", "Maintenance until": "2026-12-31",
			"Support until": "", "Unit code": "SEAT"} {
			if first[name] != want {
				t.Errorf("%s is %q, want %q", name, first[name], want)
			}
		}
	})
}

// A workbook has true days and numbers, texts that are no formulas, and a note above its headers.
func TestWorkbookOfLineItems(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.rights()
		a := w.export(w.alder.reader.actor, "format=xlsx&language=de&on=2026-11-22&account="+w.alder.account.String())
		if a.status != http.StatusOK || !strings.Contains(a.header.Get("Content-Disposition"), "-2026-11-22.xlsx") {
			t.Fatalf("%d %v", a.status, a.header)
		}
		file, err := excelize.OpenReader(bytes.NewReader([]byte(a.text)), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		sheet := file.GetSheetName(0)
		rows, err := file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != 4 || rows[0][0] != "Alder: Positionen am 2026-11-22 (2)" {
			t.Fatalf("%d rows: %q", len(rows), rows)
		}
		at := func(header string) string {
			name, err := excelize.CoordinatesToCellName(slices.Index(rows[1], header)+1, 3)
			if err != nil {
				t.Fatalf("no column %s in %q", header, rows[1])
			}
			return name
		}
		types := map[string]excelize.CellType{"Aktivierungskennung": excelize.CellTypeInlineString,
			"Menge": excelize.CellTypeUnset, "Endet": excelize.CellTypeUnset, "Dauerhaft": excelize.CellTypeBool}
		values := map[string]string{"Aktivierungskennung": "=ALDER-1", "Menge": "5", "Endet": "46568",
			"Status": "Aktiv", "Dauerhaft": "0"}
		for _, header := range slices.Sorted(maps.Keys(values)) {
			got, err := file.GetCellValue(sheet, at(header))
			if err != nil || got != values[header] {
				t.Errorf("%s: %q %v, want %q", header, got, err, values[header])
			}
			// a cell without a type is a number
			if typ, err := file.GetCellType(sheet, at(header)); header != "Status" && typ != types[header] {
				t.Errorf("%s has the type %d %v", header, typ, err)
			}
			if formula, _ := file.GetCellFormula(sheet, at(header)); formula != "" {
				t.Errorf("%s is the formula %q", header, formula)
			}
		}
		if panes, err := file.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 2 {
			t.Errorf("panes %+v %v", panes, err)
		}
	})
}

// A query string that is not UTF-8 does not come to a database: PostgreSQL would refuse it, and SQLite would not.
func TestExportsWantUTF8(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		account := "account=" + w.alder.account.String()
		for _, path := range []string{"line-items", "audit", "access-review"} {
			for _, query := range []string{"&text=%ff", "&text=%c0%af", "&text=%e2%82", "&text=%ed%a0%80", "&%ff=1",
				"&text=a&text=%ff", "&text=%zz"} {
				r := w.request(http.MethodGet, "/export/"+path+"?"+account+query, nil)
				w.alder.chief.credential(r)
				if a := w.serve(r); a.status != http.StatusBadRequest ||
					!strings.Contains(a.text, `"code":"MALFORMED_REQUEST"`) {
					t.Errorf("%s%s: %d %s", path, query, a.status, a.text)
				}
			}
		}
	})
}
