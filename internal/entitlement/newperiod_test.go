package entitlement

import (
	"testing"

	"github.com/muniment/muniment/ent"
)

// The price of a period has the form of any other amount of money, also in a currency that is not known any more.
func TestThePriceOfAPeriodIsWrittenLikeAnyMoney(t *testing.T) {
	minor := int64(1250)
	for currency, want := range map[string]string{"EUR": "12.5 EUR", "JPY": "1250 JPY", "ZZZ": "1250 ZZZ"} {
		if got := ofPrice(&ent.Period{PriceMinor: &minor, Currency: &currency}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := ofPrice(&ent.Period{}); got != "" {
		t.Errorf("without a price: %q", got)
	}
}
