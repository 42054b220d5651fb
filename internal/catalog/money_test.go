package catalog

import "testing"

func TestMoneyOfTwoCurrenciesIsOfTwoUnits(t *testing.T) {
	for _, c := range []struct {
		code, currency, want string
		scale                int64
	}{
		{"REVENUE", "USD", "REVENUE_USD", 100}, {"REVENUE_MILLION", "EUR", "REVENUE_MILLION_EUR", 100_000_000},
		{"REVENUE", "JPY", "REVENUE_JPY", 1}, {"REVENUE_MILLION", "KWD", "REVENUE_MILLION_KWD", 1_000_000_000},
		{"SEAT", "", "SEAT", 1},
	} {
		if u, ok := UnitIn(c.code, c.currency); !ok || u.Code != c.want || u.Scale != c.scale ||
			u.Currency != c.currency {
			t.Errorf("%s in %q: %+v, %v, want ok = true, Code = %v, Scale = %v and Currency = %v", c.code, c.currency,
				u, ok, c.want, c.scale, c.currency)
		}
	}
	for _, c := range [][2]string{{"SEAT", "USD"}, {"REVENUE", "nothing"}, {"NO_SUCH_UNIT", ""}} {
		if u, ok := UnitIn(c[0], c[1]); ok {
			t.Errorf("%s in %q became %+v", c[0], c[1], u)
		}
	}
}
