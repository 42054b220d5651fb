package quantity

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseDecimal(t *testing.T) {
	for text, want := range map[string]string{"0": "0", "007": "7", "12.50": "25/2", "0.001": "1/1000",
		strings.Repeat("9", 40): strings.Repeat("9", 40)} {
		got, ok := ParseDecimal(text)
		if !ok || got.RatString() != want {
			t.Errorf("%q: %v, %t, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", " ", "1 ", "-1", "+1", "1,5", "1.000,5", "1e3", "1E3", "NaN", "Inf", "1/2", ".5",
		"1.", "0x10", "1_000", "١", "1\n", strings.Repeat("9", 41)} {
		if got, ok := ParseDecimal(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestFactor(t *testing.T) {
	unit := func(kind, base, currency string, scale int64) Unit { return Unit{"", kind, base, currency, scale} }
	for name, c := range map[string]struct {
		from, to Unit
		want     string
	}{
		"thousands":        {unit("COUNT", "call", "", 1000), unit("COUNT", "call", "", 1), "1000"},
		"lowest terms":     {unit("VOLUME", "byte", "", 1<<30), unit("VOLUME", "byte", "", 1e9), "2097152/1953125"},
		"the same":         {unit("COUNT", "seat", "", 1), unit("COUNT", "seat", "", 1), "1"},
		"largest":          {unit("COUNT", "seat", "", 1<<63-1), unit("COUNT", "seat", "", 1), "9223372036854775807"},
		"other base":       {unit("COUNT", "seat", "", 1), unit("COUNT", "core", "", 1), ""},
		"other kind":       {unit("COUNT", "byte", "", 1), unit("VOLUME", "byte", "", 1), ""},
		"one currency":     {unit("MONEY", "minor", "EUR", 1e8), unit("MONEY", "minor", "EUR", 100), "1000000"},
		"two currencies":   {unit("MONEY", "minor", "EUR", 100), unit("MONEY", "minor", "CHF", 100), ""},
		"without currency": {unit("MONEY", "minor", "", 1e8), unit("MONEY", "minor", "", 100), ""},
		"not known":        {unit("NONE", "unknown", "", 1), unit("NONE", "unknown", "", 1), ""},
	} {
		factor, ok := c.from.Factor(c.to)
		if ok != (c.want != "") || ok && factor.RatString() != c.want {
			t.Errorf("%s: %v, %t, want %q", name, factor, ok, c.want)
		}
	}
}

func TestTextOfRatio(t *testing.T) {
	for fraction, want := range map[string]string{"1/3": "0.333333333", "2/3": "0.666666667", "1/8": "0.125",
		"5": "5", "0": "0", "1/2000000000": "0.0000000005", "1/6000000000": "0.000000000"} {
		r, _ := new(big.Rat).SetString(fraction)
		text, exact := TextOfRatio(r)
		back, _ := new(big.Rat).SetString(text)
		if text != want || exact != (back.Cmp(r) == 0) {
			t.Errorf("%s: %s, %t, want %s", fraction, text, exact, want)
		}
	}
}

// Converting there and back is exact, and a larger amount stays larger.
func TestConvertingIsExactAndMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.Int64Range(1, 1<<63-1)
		from := Unit{Kind: "COUNT", BaseUnit: "one", Scale: scale.Draw(t, "from")}
		to := Unit{Kind: "COUNT", BaseUnit: "one", Scale: scale.Draw(t, "to")}
		amount := rapid.StringMatching(`[0-9]{1,20}(\.[0-9]{1,19})?`)
		a, _ := ParseDecimal(amount.Draw(t, "a"))
		b, _ := ParseDecimal(amount.Draw(t, "b"))
		there, _ := from.Factor(to)
		back, _ := to.Factor(from)
		convert := func(r, factor *big.Rat) *big.Rat { return new(big.Rat).Mul(r, factor) }
		if again := convert(convert(a, there), back); again.Cmp(a) != 0 {
			t.Fatalf("%v comes back as %v", a, again)
		}
		if a.Cmp(b) != convert(a, there).Cmp(convert(b, there)) {
			t.Fatalf("the order of %v and %v changes", a, b)
		}
	})
}
