package legacy_test

import (
	"testing"

	"github.com/muniment/muniment/internal/legacy"
)

func TestUnitTexts(t *testing.T) {
	units := legacy.NewUnits()
	for text, want := range map[string]legacy.Unit{
		"Seats":                  {Code: "SEAT", Base: 1, SourceScale: 1},
		"named-user":             {Code: "NAMED_USER", Base: 1, SourceScale: 1},
		"NAMED_USER":             {Code: "NAMED_USER", Base: 1, SourceScale: 1},
		" Processor   Cores ":    {Code: "CORE", Base: 1, SourceScale: 1},
		"Device access licences": {Code: "CAL_DEVICE", Base: 1, SourceScale: 1},
		"Gigabytes stored":       {Code: "GB_STORED", Base: 1_000_000_000, SourceScale: 1},
		"GByte (stored)":         {Code: "GB_STORED", Base: 1_000_000_000, SourceScale: 1},
		"GiB stored":             {Code: "GIB_STORED", Base: 1 << 30, SourceScale: 1},
		"Gigabytes delivered":    {Code: "GB_DELIVERED", Base: 1_000_000_000, SourceScale: 1},
		"API calls":              {Code: "API_CALL", Base: 1, SourceScale: 1},
		"Thousand API calls":     {Code: "API_CALL_THOUSAND", Base: 1000, SourceScale: 1000},
		"Managed revenue (million USD)": {Code: "REVENUE_MILLION", Base: 100_000_000, SourceScale: 1_000_000,
			Currency: "USD"},
		"revenue (eur)":                   {Code: "REVENUE", Base: 100, SourceScale: 1, Currency: "EUR"},
		"GB":                              legacy.Unknown(),
		"Gigabytes":                       legacy.Unknown(),
		"Users":                           legacy.Unknown(),
		"Managed revenue":                 legacy.Unknown(),
		"Managed revenue (million JPY)":   legacy.Unknown(), // a yen has no minor unit
		"Managed revenue (million stars)": legacy.Unknown(),
		"":                                legacy.Unknown(),
		"Seats or servers":                legacy.Unknown(),
	} {
		for range 2 { // the second time from the cache
			got, ok := units.FromText(text)
			if got != want || ok != (want.Code != legacy.UnitUnknown) {
				t.Errorf("%q: got %+v, %v, want %+v", text, got, ok, want)
			}
		}
	}
}

func TestUnitsOfLicenseModels(t *testing.T) {
	units := legacy.NewUnits()
	for name, want := range map[string]string{
		"Seat Nodelocked Counted": "SEAT", "Concurrent Floating Counted": "CONCURRENT_USER",
		"Device CAL Counted":    "CAL_DEVICE",
		"Device Served Counted": "DEVICE", "GB Stored Metered": "GB_STORED", "External User Counted": "EXTERNAL_USER",
		"API Calls Metered": legacy.UnitUnknown, "Revenue Band Uncounted": legacy.UnitUnknown,
		"Unlimited": legacy.UnitUnknown, "": legacy.UnitUnknown,
		"Scoreboard": legacy.UnitUnknown,
	} {
		if got, ok := units.FromModel(name); got.Code != want || ok != (want != legacy.UnitUnknown) {
			t.Errorf("%q: got %s, want %s", name, got.Code, want)
		}
	}
}

func TestUnitsOfMeters(t *testing.T) {
	units := legacy.NewUnits()
	for _, tt := range []struct {
		text, code string
		scale      int64
		want       string
	}{
		{"Thousand API calls", "API_CALL", 1000, "API_CALL_THOUSAND"},
		{"", "API_CALL", 1000, "API_CALL_THOUSAND"},
		{"API calls", "API_CALL", 1, "API_CALL"},
		{"Thousand API calls", "API_CALL", 1, legacy.UnitUnknown}, // the code agrees with the scale, the text does not
		{"number of calls made", "API_CALL", 1, "API_CALL"},
		{"Thousand API calls", "", 10, legacy.UnitUnknown},
		{"Managed revenue (million USD)", "REVENUE", 1_000_000, "REVENUE_MILLION"},
		{"Managed revenue (million USD)", "REVENUE", 1000, legacy.UnitUnknown},
		{"Transactions", "TRANSACTION", 1, "TRANSACTION"},
		{"GB", "GB", 1, legacy.UnitUnknown},
	} {
		if got, ok := units.FromMeter(tt.text, tt.code, tt.scale); got.Code != tt.want ||
			ok != (tt.want != legacy.UnitUnknown) {
			t.Errorf("%+v: got %s, want Code = %v and ok = %v", tt, got.Code, tt.want, tt.want != legacy.UnitUnknown)
		}
	}
}
