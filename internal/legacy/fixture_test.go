package legacy_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// row is a row of a fixture: values by column; missing values are empty.
type row map[string]string

// base is a small export without faults, to which tests add faults.
type base map[legacy.Kind][]row

func newBase() base {
	return base{
		legacy.Accounts: {
			{"accountId": "A1", "name": "Alpha", "accountType": "CUSTOMER"},
			{"accountId": "A2", "name": "Beta", "accountType": "PUBLISHER"},
		},
		legacy.AccountLinks: {{"parentAccountId": "A2", "accountId": "A1"}},
		legacy.Users: {{"userName": "u1", "displayName": "U One", "emailAddress": "u1@example.test",
			"status": "Active"}},
		legacy.UserAccounts: {{"userName": "u1", "accountId": "A1", "roles": "CUSTOMER_ADMIN,READ_ONLY",
			"expiryDate": "2027-01-31"}},
		legacy.LicenseModels: {{"name": "Seat Nodelocked Counted", "licenseTechnology": "X", "metered": "0"}},
		legacy.Products: {
			{"productName": "P", "version": "1", "productType": "LICENSED_PRODUCT", "state": "DEPLOYED",
				"productCategory": "L", "licenseModel": "Seat Nodelocked Counted"},
			{"productName": "P Suite", "version": "1", "productType": "SUITE", "state": "DEPLOYED",
				"productCategory": "L"},
			{"productName": "P Premium Maintenance", "version": "1", "productType": "MAINTENENACE",
				"state": "DEPLOYED", "productCategory": "L"},
		},
		legacy.SuiteMembers: {{"suiteName": "P Suite", "suiteVersion": "1", "productName": "P", "version": "1",
			"count": "2"}},
		legacy.PartNumbers: {
			{"partId": "PN-S", "productName": "P", "version": "1", "licenseModel": "Seat Nodelocked Counted"},
			{"partId": "PN-M", "productName": "P Premium Maintenance", "version": "1"},
		},
		legacy.Entitlements: {
			{"entitlementId": "E1", "soldTo": "A1", "state": "DEPLOYED"},
			{"entitlementId": "E2", "soldTo": "A2", "state": "DEPLOYED"},
		},
		legacy.LineItems:        {lineRow("L1", "E1", "2026-01-01", "2026-12-31")},
		legacy.Maintenance:      {maintenanceRow("M1", "E1", "2026-01-01", "2026-12-31")},
		legacy.MaintenanceLinks: {{"maintenanceActivationId": "M1", "associatedActivationId": "L1"}},
		legacy.Devices: {
			{"deviceId": "S1", "deviceType": "SERVER", "deployment": "CLOUD", "status": "ACTIVE", "soldTo": "A1"},
			{"deviceId": "D1", "deviceType": "SERVED_CLIENT", "status": "ACTIVE", "soldTo": "A1",
				"parentDeviceId": "S1"},
		},
		legacy.DeviceAddons: {
			{"deviceId": "S1", "activationId": "L1", "consumedCopies": "2"},
			{"deviceId": "D1", "activationId": "L1", "consumedCopies": "1"},
		},
		legacy.Fulfillments: {fulfillmentRow("F1", "L1", "3", "ACTIVE", "H1"),
			fulfillmentRow("F2", "L1", "9", "OBSOLETE", "H1")},
		legacy.Usage: {{"accountId": "A1", "productLine": "L", "meter": "calls", "usageUnitName": "API_CALL",
			"friendlyName": "Thousand API calls",
			"scale":        "1000", "entitled": "5000", "usageSinceReset": "1234.5", "overageSinceReset": "0",
			"periodStart": "2026-11-01", "periodEnd": "2026-11-30"}},
	}
}

func lineRow(id, entitlement, first, last string) row {
	return row{"activationId": id, "entitlementId": entitlement, "productName": "P", "productVersion": "1",
		"productLine": "L", "partNumber": "PN-S",
		"licenseModel": "Seat Nodelocked Counted", "unitOfMeasure": "Seats", "numberOfCopies": "10",
		"startDate":       first,
		"startDateOption": "DEFINE_NOW", "isPermanent": "0", "expirationDate": last, "state": "DEPLOYED"}
}

func maintenanceRow(id, entitlement, first, last string) row {
	return row{"activationId": id, "entitlementId": entitlement, "maintenanceProduct": "P Premium Maintenance",
		"version": "1", "partNumber": "PN-M",
		"startDate": first, "expirationDate": last, "isPermanent": "0", "state": "DEPLOYED"}
}

func fulfillmentRow(id, line, count, state, host string) row {
	return row{"fulfillmentId": id, "activationId": line, "state": state, "fulfilledCount": count,
		"startDate": "2026-02-01", "expirationDate": "2026-12-31",
		"isPermanent": "0", "host": host, "lastModifiedDateTime": "2026-03-04T23:30:00.000Z"}
}

// with returns a copy of a row with other values.
func (r row) with(pairs ...string) row {
	c := row{}
	for k, v := range r {
		c[k] = v
	}
	for i := 0; i < len(pairs); i += 2 {
		c[pairs[i]] = pairs[i+1]
	}
	return c
}

func (b base) add(kind legacy.Kind, rows ...row) { b[kind] = append(b[kind], rows...) }

// set changes values of the first row of a kind.
func (b base) set(kind legacy.Kind, pairs ...string) { b[kind][0] = b[kind][0].with(pairs...) }

func (b base) files(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, kind := range legacy.Kinds() {
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		var names []string
		known := map[string]bool{}
		for _, c := range kind.Columns() {
			names = append(names, c.Name)
			known[c.Name] = true
		}
		write := func(values []string) {
			if err := w.Write(values); err != nil {
				t.Fatal(err)
			}
		}
		write(names)
		for _, r := range b[kind] {
			values := make([]string, len(names))
			for i, name := range names {
				values[i] = r[name]
			}
			for name := range r {
				if !known[name] {
					t.Fatalf("%s has no column %s", kind, name)
				}
			}
			write(values)
		}
		w.Flush()
		files[kind.String()+".csv"] = &fstest.MapFile{Data: out.Bytes()}
	}
	return files
}

// found lists the findings of a stage as "rule id", sorted, followed by the ids of related records.
func found(t *testing.T, st *stage.Stage) []string {
	t.Helper()
	list := []string{}
	if err := st.Findings(context.Background(), func(f legacy.Finding) error {
		if f.Message == "" || f.Severity == 0 {
			t.Errorf("finding without message or severity: %+v", f)
		}
		entry := fmt.Sprintf("%s %s", f.Rule, f.LegacyID)
		if len(f.RelatedIDs) > 0 {
			related := append([]string{}, f.RelatedIDs...)
			sort.Strings(related)
			entry += " <" + strings.Join(related, " ") + ">"
		}
		list = append(list, entry)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	sort.Strings(list)
	return list
}
