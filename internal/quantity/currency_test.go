package quantity

import "testing"

func TestOnlyCurrenciesInUseAreAccepted(t *testing.T) {
	for code, want := range map[string]bool{"EUR": true, "JPY": true, "KWD": true, "XAF": true, "XCD": true,
		"CLF": true, "XXX": false, "XTS": false, "XAU": false, "XDR": false, "DEM": false, "eur": false,
		"QQQ": false, "EURO": false, "": false} {
		if got := IsCurrencyInUse(code); got != want {
			t.Errorf("%q: %t, want %t", code, got, want)
		}
	}
}
