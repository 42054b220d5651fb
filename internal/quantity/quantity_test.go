package quantity

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestSumsAreExactOrRefused(t *testing.T) {
	u := Unit{Code: "SEAT", Kind: "COUNT", BaseUnit: "seat", Scale: 1}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "b")
		want := new(big.Int).Add(big.NewInt(a), big.NewInt(b))
		got, err := Amount{a, u}.Add(Amount{b, u})
		if want.IsInt64() != (err == nil) || err == nil && got.Base != want.Int64() {
			t.Fatalf("%d + %d = %d, %v", a, b, got.Base, err)
		}
	})
}

func TestProductsAreExactOrRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, scale := rapid.Int64().Draw(t, "units"), rapid.Int64Range(1, math.MaxInt64).Draw(t, "scale")
		want := new(big.Int).Mul(big.NewInt(units), big.NewInt(scale))
		got, err := Of(units, Unit{Scale: scale})
		if err == nil && big.NewInt(got.Base).Cmp(want) != 0 {
			t.Fatalf("%d units of %d = %d", units, scale, got.Base)
		}
		if err != nil && want.IsInt64() && want.Int64() != math.MinInt64 {
			t.Fatalf("%d units of %d refused: %v", units, scale, err)
		}
	})
}

func TestWhatDoesNotConvertIsNeverAdded(t *testing.T) {
	seat := Amount{5, Unit{Code: "SEAT", Kind: "COUNT", BaseUnit: "seat", Scale: 1}}
	for _, other := range []Unit{
		{Code: "CORE", Kind: "CAPACITY", BaseUnit: "core", Scale: 1},
		{Code: "NAMED_USER", Kind: "COUNT", BaseUnit: "named user", Scale: 1},
	} {
		if _, err := seat.Add(Amount{5, other}); !errors.Is(err, ErrUnits) {
			t.Errorf("SEAT + %s: %v, want %v", other.Code, err, ErrUnits)
		}
		if _, err := seat.In(other); !errors.Is(err, ErrUnits) {
			t.Errorf("SEAT in %s: %v, want %v", other.Code, err, ErrUnits)
		}
	}
	eur := Unit{Code: "REVENUE", Kind: "MONEY", BaseUnit: "minor currency unit", Currency: "EUR", Scale: 100}
	usd := eur
	usd.Currency = "USD"
	if eur.Converts(usd) {
		t.Error("two currencies convert")
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		base, scale int64
		want        string
	}{{50, 1, "50"}, {1500, 1000, "1.5"}, {-1500, 1000, "-1.5"}, {1073741824, 1000000000, "1.073741824"},
		{1, 1073741824, "0.000000000931322574615478515625"}, {1200, 3600, "0.333333333"}, {0, 1000, "0"}} {
		if got := Text(c.base, c.scale); got != c.want {
			t.Errorf("%d base units of %d: %s, want %s", c.base, c.scale, got, c.want)
		}
	}
	if got := Fraction(1, 3, 1); got != "0.333333333" {
		t.Errorf(`a third: %s, want "0.333333333"`, got)
	}
}

func TestTextIsTheExactNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := rapid.Int64().Draw(t, "base")
		scale := rapid.SampledFrom([]int64{1, 2, 10, 100, 1000, 3600, 1_000_000, 1_000_000_000, 1 << 30, 250, 16}).
			Draw(t, "scale")
		want := new(big.Rat).SetFrac64(base, scale)
		text := Text(base, scale)
		got, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("Text(%d, %d) = %q is no number", base, scale, text)
		}
		if n, exact := want.FloatPrec(); exact && (got.Cmp(want) != 0 || text != want.FloatString(n)) {
			t.Fatalf("Text(%d, %d) = %s, want %s", base, scale, text, want.FloatString(n))
		}
	})
}

func TestMinorUnits(t *testing.T) {
	for code, want := range map[string]int64{"EUR": 100, "JPY": 1, "KWD": 1000} {
		if got, err := MinorUnits(code); err != nil || got != want {
			t.Errorf("%s: %d, %v; want %d", code, got, err, want)
		}
	}
	if _, err := MinorUnits("nope"); err == nil {
		t.Error("a currency that does not exist was accepted")
	}
}
