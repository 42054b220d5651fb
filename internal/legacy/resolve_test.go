package legacy_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/vocabulary"
)

// linesOf describes the line items of a stage: one text for each line, with periods in order.
func linesOf(t *testing.T, st *stage.Stage) []string {
	t.Helper()
	var list []string
	if err := st.LineItems(context.Background(), 0, func(l stage.LineItem) error {
		var periods []string
		for _, p := range l.Periods {
			text := fmt.Sprintf("%s %v..%v", p.ActivationID, on(p.FirstDay), on(p.LastDay))
			if p.Perpetual {
				text += " perpetual"
			}
			if p.FromID != "" {
				text += " renews " + p.FromID
			}
			periods = append(periods, text)
		}
		text := fmt.Sprintf("%s used %d: %s", l.ID, l.Used, strings.Join(periods, "; "))
		if l.From.Reason != "" {
			text += fmt.Sprintf(" (%s of %s in %s %d)", l.From.Reason, l.From.ActivationID, l.From.LineID, l.From.Line)
		}
		list = append(list, text)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return list
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestRenewalsBecomePeriods(t *testing.T) {
	b := newBase()
	b.add(legacy.LineItems,
		renewalRow("L3", "E1", "L2", "2028-01-01", "2028-12-31"),
		renewalRow("L2", "E1", "L1", "2026-12-01", "2027-12-31"),
		renewalRow("B", "E1", "L1", "2027-06-01", "2027-12-31"), // at the same time as L2
		renewalRow("C", "E1", "B", "2028-01-01", "2028-12-31"),
		lineRow("U", "E1", "2027-02-01", "2027-12-31").with("parentLineItem", "L2", "lineItemType", "UPGRADE"),
		lineRow("X", "E1", "2027-02-01", "2027-12-31").with("parentLineItem", "L9"))
	b.add(legacy.Fulfillments, fulfillmentRow("F3", "L2", "4", "ACTIVE", "H2"),
		fulfillmentRow("F4", "C", "5", "ACTIVE", "H2"))
	b.add(legacy.MaintenanceLinks, row{"maintenanceActivationId": "M1", "associatedActivationId": "L3"},
		row{"maintenanceActivationId": "M1", "associatedActivationId": "C"})
	st := staged(t, b.files(t))
	expect(t, linesOf(t, st),
		"B used 5: B 2027-06-01..2027-12-31; C 2028-01-01..2028-12-31 renews B (RENEWAL of L1 in L1 2)",
		"L1 used 10: L1 2026-01-01..2026-12-31; L2 2026-12-01..2027-12-31 renews L1; L3 2028-01-01..2028-12-31 "+
			"renews L2",
		"U used 0: U 2027-02-01..2027-12-31 (UPGRADE of L2 in L1 2)",
		"X used 0: X 2027-02-01..2027-12-31 (PARENT of L9 in  0)")
	var covered []string
	if err := st.Coverages(context.Background(), 0, func(c stage.Coverage) error {
		for _, item := range c.Items {
			covered = append(covered, fmt.Sprintf("%s covers %s by %v, level %s", c.ID, item.LineID,
				item.ActivationIDs, c.Level))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	expect(t, covered, "M1 covers B by [C], level PREMIUM", "M1 covers L1 by [L1 L3], level PREMIUM")
}

func TestTerms(t *testing.T) {
	started := func(id, n, unit, start string) row {
		return lineRow(id, "E1", start, "").with("termDuration", n, "termUnit", unit)
	}
	b := newBase()
	b[legacy.LineItems] = append(b[legacy.LineItems],
		started("T1", "1", "MONTHS", "2027-01-31"), started("T2", "13", "MONTHS", "2027-01-31"),
		started("T3", "1", "YEARS", "2028-02-29"),
		started("T4", "2", "WEEKS", "2027-01-01"), started("T5", "1", "DAYS", "2027-01-01"),
		started("T6", "12", "MONTHS", "").with("startDateOption", "DEFINE_AT_FIRST_ACTIVATION"),
		started("T7", "12", "MONTHS", "").with("startDateOption", "DEFINE_AT_FIRST_ACTIVATION"),
		started("T8", "12", "MONTHS", "").with("startDateOption", "DEFINE_AT_EACH_ACTIVATION"),
		lineRow("T9", "E1", "", "").with("isPermanent", "true"),
		started("U1", "999", "YEARS", "2024-02-29"),
		started("U2", "100000", "YEARS", "").with("startDateOption", "DEFINE_AT_FIRST_ACTIVATION"),
		started("U3", "475", "YEARS", "2024-12-31"))
	b.add(legacy.Fulfillments, fulfillmentRow("F3", "T6", "1", "OBSOLETE", "H").with("startDate", "2026-01-01"),
		fulfillmentRow("F4", "T6", "1", "ACTIVE", "H").with("startDate", "2026-05-02"),
		fulfillmentRow("F5", "T6", "1", "ACTIVE", "H").with("startDate", "2026-05-01"),
		fulfillmentRow("F6", "T8", "1", "ACTIVE", "H"),
		fulfillmentRow("F7", "U2", "1", "ACTIVE", "H").with("startDate", "2026-05-01"))
	expect(t, linesOf(t, staged(t, b.files(t)))[1:],
		"T1 used 0: T1 2027-01-31..2027-02-27", "T2 used 0: T2 2027-01-31..2028-02-28",
		"T3 used 0: T3 2028-02-29..2029-02-27",
		"T4 used 0: T4 2027-01-01..2027-01-14", "T5 used 0: T5 2027-01-01..2027-01-01",
		"T6 used 2: T6 2026-05-01..2027-04-30",
		"T7 used 0: T7 <nil>..<nil>", "T8 used 1: T8 <nil>..<nil>", "T9 used 0: T9 <nil>..<nil> perpetual",
		"U1 used 0: U1 2024-02-29..<nil> perpetual", "U2 used 1: U2 2026-05-01..<nil> perpetual",
		"U3 used 0: U3 2024-12-31..2499-12-30")
}

func TestDevicesAndUses(t *testing.T) {
	b := newBase()
	b.add(legacy.Devices, row{"deviceId": "D2", "deviceType": "CLIENT", "status": "RETURNED", "soldTo": "A2"})
	b.add(legacy.Fulfillments, fulfillmentRow("F3", "L1", "1", "ACTIVE", "D1"), // a registered device of the account
		fulfillmentRow("F4", "L1", "1", "ACTIVE", "D2"), // one of another account
		fulfillmentRow("F5", "L1", "1", "ACTIVE", ""))
	b.add(legacy.DeviceAddons, row{"deviceId": "D2", "activationId": "L1", "consumedCopies": "7",
		"licenseState": "OBSOLETE"})
	st := staged(t, b.files(t))
	ctx := context.Background()
	var got []string
	if err := st.Devices(ctx, 0, func(d stage.Device) error {
		got = append(got, fmt.Sprintf(
			"%s %s of %s served by %q %d", d.Kind, d.Fingerprint, d.AccountID, d.ServerID, d.Server))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	expect(t, got, `CLIENT D2 of A2 served by "" 0`, `SERVED_CLIENT D1 of A1 served by "S1" 1`,
		`HOST D2 of A1 served by "" 0`,
		`HOST F5 of A1 served by "" 0`, `HOST H1 of A1 served by "" 0`)
	got = nil
	if err := st.Activations(ctx, 0, func(a stage.Activation) error {
		got = append(got, fmt.Sprintf("%s: %d of %s on %s %d, live %v, returned %v", a.ID, a.Count, a.LineItemID,
			a.DeviceFingerprint, a.Device, a.Live, on(a.ReturnedOn)))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	expect(t, got, "D1 / L1: 1 of L1 on D1 2, live true, returned <nil>",
		"D2 / L1: 7 of L1 on D2 1, live true, returned <nil>",
		"F1: 3 of L1 on H1 5, live true, returned <nil>", "F2: 9 of L1 on H1 5, live false, returned 2026-03-04",
		"F3: 1 of L1 on D1 2, live true, returned <nil>", "F4: 1 of L1 on D2 3, live true, returned <nil>",
		"F5: 1 of L1 on F5 4, live true, returned <nil>")
	expect(t, linesOf(t, st), "L1 used 16: L1 2026-01-01..2026-12-31")
}

func TestUsageInBaseUnits(t *testing.T) {
	usage := func(meter, text, scale, entitled, used, over string) row {
		return row{"accountId": "A1", "productLine": "L", "meter": meter, "usageUnitName": meter, "friendlyName": text,
			"scale": scale, "entitled": entitled,
			"usageSinceReset": used, "overageSinceReset": over, "periodStart": "2026-11-01", "periodEnd": "2026-11-30"}
	}
	b := newBase()
	b.add(legacy.Usage, usage(
		"revenue", "Managed revenue (million USD)", "1000000", "1340000000", "670000000.005", "1e3"),
		usage("stored", "Gigabytes stored", "1", "0.5", "0.0000000001", "0"),
		usage("odd", "Furlongs", "3", "9", "1.5", "0.25"),
		usage("fine", "Transactions", "1", "0.5", "0", "0"))
	st := staged(t, b.files(t))
	var got []string
	if err := st.Usage(context.Background(), 0, func(u stage.Usage) error {
		got = append(got, fmt.Sprintf("%s %s%s: %d, %d and %d of %d", u.MeterCode, u.Unit, u.Currency, u.Entitled,
			u.UsedNumerator, u.OverNumerator, u.Denominator))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	expect(t, got, "calls API_CALL_THOUSAND: 5000, 2469 and 0 of 2", "odd UNKNOWN: 9, 6 and 1 of 4",
		"revenue REVENUE_MILLIONUSD: 134000000000, 134000000001 and 200000 of 2",
		"stored GB_STORED: 500000000, 1 and 0 of 10")
	expect(t, found(t, st), "bad_number A1 / L / fine / 2026-11-01", "meter_scale A1 / L / odd / 2026-11-01")
}

func TestUnitThatOtherLinesAgreeOn(t *testing.T) {
	b := newBase()
	b.add(legacy.LicenseModels, row{"name": "API Calls Metered", "metered": "1"}, row{"name": "Mixed", "metered": "0"})
	line := func(id, model, text string) row {
		return lineRow(id, "E1", "2026-01-01", "2026-12-31").with("licenseModel", model, "unitOfMeasure", text)
	}
	b.add(legacy.LineItems, line("N1", "API Calls Metered", "Thousand API calls"), line("N2", "API Calls Metered", ""),
		line("O1", "Mixed", "Seats"), line("O2", "Mixed", "Servers"), line("O3", "Mixed", ""))
	st := staged(t, b.files(t))
	var got []string
	if err := st.LineItems(context.Background(), 0, func(l stage.LineItem) error {
		got = append(got, l.ID+" "+l.Unit)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	expect(t, got, "L1 SEAT", "N1 API_CALL_THOUSAND", "N2 API_CALL_THOUSAND", "O1 SEAT", "O2 SERVER", "O3 UNKNOWN")
	expect(t, found(t, st), "undecided_unit O3", "unit_from_model N2")
}

// digests returns the digests of lines, activations and other records of a stage by key.
func digests(t *testing.T, st *stage.Stage) map[string]uint64 {
	t.Helper()
	ctx := context.Background()
	m := map[string]uint64{}
	for _, err := range []error{
		st.Accounts(ctx, 0, func(r stage.Account) error { m["account "+r.ID] = r.Digest; return nil }),
		st.Entitlements(ctx, 0, func(r stage.Entitlement) error { m["entitlement "+r.ID] = r.Digest; return nil }),
		st.LineItems(ctx, 0, func(r stage.LineItem) error { m["line "+r.ID] = r.Digest; return nil }),
		st.Coverages(ctx, 0, func(r stage.Coverage) error { m["coverage "+r.ID] = r.Digest; return nil }),
		st.Devices(ctx, 0, func(r stage.Device) error {
			m["device "+
				r.AccountID+r.Fingerprint] = r.Digest
			return nil
		}),
		st.Activations(ctx, 0, func(r stage.Activation) error { m["activation "+r.ID] = r.Digest; return nil }),
		st.Allocations(ctx, 0, func(r stage.Allocation) error {
			m["allocation "+
				r.ServerID+r.ActivationID] = r.Digest
			return nil
		}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestDigestsFollowMeaning(t *testing.T) {
	clean := newBase()
	before := digests(t, staged(t, clean.files(t)))
	for name, tt := range map[string]struct {
		change func(base)
		want   string // records with another digest, and new or removed ones
	}{
		"nothing": {func(base) {}, ""},
		"order of the rows": {func(b base) {
			slices.Reverse(b[legacy.Entitlements])
			slices.Reverse(
				b[legacy.Fulfillments])
		}, ""},
		"an account's name": {func(b base) { b.set(legacy.Accounts, "name", "Alfa") }, "account A1"},
		"an activation": {func(b base) { b[legacy.Fulfillments][0]["fulfilledCount"] = "4" },
			"activation F1, line L1"},
		"history only": {func(b base) { b[legacy.Fulfillments][1]["fulfilledCount"] = "4" }, "activation F2"},
		"a renewal": {func(b base) {
			b.add(legacy.LineItems,
				renewalRow("R", "E1", "L1", "2027-01-01", "2027-12-31"))
		}, "line L1"},
		"the header's account": {func(b base) { b.set(legacy.Entitlements, "soldTo", "A2") },
			"activation D1 / L1, activation F1, activation F2, allocation S1L1, coverage M1, device A1H1, device " +
				"A2H1, entitlement E1, line L1"},
		"what is covered": {func(b base) { b[legacy.MaintenanceLinks] = nil }, "coverage M1"},
		"a letter moves between values": {func(b base) {
			b.set(legacy.Accounts, "city", "ab", "state", "c")
		}, "account A1"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBase()
			tt.change(b)
			var changed []string
			after := digests(t, staged(t, b.files(t)))
			for id, d := range after {
				if before[id] != d {
					changed = append(changed, id)
				}
			}
			for id := range before {
				if after[id] == 0 {
					changed = append(changed, id)
				}
			}
			slices.Sort(changed)
			if got := strings.Join(changed, ", "); got != tt.want {
				t.Errorf("changed: %s; want %s", got, tt.want)
			}
		})
	}
}

func TestStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	st, err := stage.Create(ctx, filepath.Join(t.TempDir(), "stage.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	cancel()
	if err := st.Load(ctx, csvbundle.New(newBase().files(t)), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("loading did not stop: %v", err)
	}
}

func TestIterationsEndWithTheirCaller(t *testing.T) {
	st := staged(t, newBase().files(t))
	stop := errors.New("stop")
	n := 0
	err := st.Activations(context.Background(), 0, func(a stage.Activation) error {
		// A second iteration may run inside the first.
		if err := st.Devices(context.Background(), a.Device-1, func(d stage.Device) error {
			if d.Ref == a.Device && d.Fingerprint != a.DeviceFingerprint {
				t.Errorf("%s is on %s, not on %s", a.ID, a.DeviceFingerprint, d.Fingerprint)
			}
			return nil
		}); err != nil {
			return err
		}
		n++
		return stop
	})
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("%d activations, then %v, want err = %v and n = 1", n, err, stop)
	}
}

func TestDecisions(t *testing.T) {
	b := newBase()
	b.set(legacy.Entitlements, "state", "ON_HOLD", "channelPartner", "A2")
	b.set(legacy.LineItems, "state", "INACTIVE")
	b.set(legacy.Maintenance, "state", "OBSOLETE")
	st := staged(t, b.files(t))
	ctx := context.Background()
	var got []vocabulary.Decision
	for _, err := range []error{
		st.Entitlements(ctx, 0, func(e stage.Entitlement) error {
			if e.ID == "E1" {
				got = append(got, e.Decision)
				if e.ChannelPartnerID != "A2" || e.ChannelPartner == 0 {
					t.Errorf(`channel partner %q, want ChannelPartnerID = "A2" and ChannelPartner != 0`,
						e.ChannelPartnerID)
				}
			}
			return nil
		}),
		st.LineItems(ctx, 0, func(l stage.LineItem) error { got = append(got, l.Periods[0].Decision); return nil }),
		st.Coverages(ctx, 0, func(c stage.Coverage) error { got = append(got, c.Decision); return nil }),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if want := []vocabulary.Decision{vocabulary.DecisionOnHold, vocabulary.DecisionSuspended,
		vocabulary.DecisionWithdrawn}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
