// Package quantity holds exact amounts with their unit. Amounts are whole base units; two units convert only if they
// share kind and base unit, and adding what does not convert is an error with both units named, never a best guess.
package quantity

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"strconv"
)

// Unit is what one counted thing is: Scale base units make one.
type Unit struct {
	Code, Kind, BaseUnit, Currency string
	Scale                          int64
}

// Amount is a number of base units of a unit.
type Amount struct {
	Base int64
	Unit Unit
}

var (
	// ErrUnits is returned where two units do not convert into each other.
	ErrUnits = errors.New("the units do not convert into each other")
	// ErrRange is returned where a number of base units passes 64 bits.
	ErrRange = errors.New("the amount is too large")
)

// Of makes an amount of whole units. It returns ErrRange.
func Of(units int64, u Unit) (Amount, error) {
	base, err := multiply(units, u.Scale)
	return Amount{base, u}, err
}

// Add returns the sum in a's unit. It returns ErrUnits or ErrRange.
func (a Amount) Add(b Amount) (Amount, error) {
	if !a.Unit.Converts(b.Unit) {
		return Amount{}, fmt.Errorf("%w: %s and %s", ErrUnits, a.Unit.Code, b.Unit.Code)
	}
	sum := a.Base + b.Base
	if (sum > a.Base) != (b.Base > 0) && b.Base != 0 {
		return Amount{}, ErrRange
	}
	return Amount{sum, a.Unit}, nil
}

// In returns the same amount in another unit. It returns ErrUnits.
func (a Amount) In(u Unit) (Amount, error) {
	if !a.Unit.Converts(u) {
		return Amount{}, fmt.Errorf("%w: %s and %s", ErrUnits, a.Unit.Code, u.Code)
	}
	return Amount{a.Base, u}, nil
}

// Converts tells whether amounts of the two units can be added.
func (u Unit) Converts(v Unit) bool {
	return u.Kind == v.Kind && u.BaseUnit == v.BaseUnit && u.Currency == v.Currency
}

// String returns the amount in its unit as Text does, with the code of the unit.
func (a Amount) String() string { return Text(a.Base, a.Unit.Scale) + " " + a.Unit.Code }

// places are shown where a number of units has no finite decimal form, such as a third of an hour.
const places = 9

// Text returns base/scale as a decimal number: exact where it has a finite form, else rounded to nine places. It is
// for showing; the exact amount is the number of base units.
func Text(base, scale int64) string {
	return Fraction(base, 1, scale)
}

// Fraction is Text for numerator/denominator base units.
func Fraction(numerator, denominator, scale int64) string {
	if denominator == 1 && numerator >= 0 {
		if text, ok := decimal(numerator, scale); ok {
			return text
		}
	}
	return ratio(new(big.Rat).SetFrac(big.NewInt(numerator), new(big.Int).Mul(big.NewInt(denominator), big.NewInt(scale))))
}

func ratio(r *big.Rat) string {
	n, exact := r.FloatPrec()
	if !exact {
		n = places
	}
	return r.FloatString(n)
}

// TextOf is Text for an exact sum, which may pass 64 bits.
func TextOf(base *big.Int, scale int64) string {
	if base.IsInt64() {
		return Text(base.Int64(), scale)
	}
	return ratio(new(big.Rat).SetFrac(base, big.NewInt(scale)))
}

// decimal writes base/scale where no more than moving the point is needed.
func decimal(base, scale int64) (string, bool) {
	whole, rest := base/scale, base%scale
	text := strconv.AppendInt(make([]byte, 0, 40), whole, 10)
	if rest == 0 {
		return string(text), true
	}
	text = append(text, '.')
	for ; scale > 1; scale /= 10 {
		if scale%10 != 0 {
			return "", false
		}
		if rest == 0 {
			break
		}
		digit := rest / (scale / 10)
		text = append(text, '0'+byte(digit))
		rest %= scale / 10
	}
	return string(text), true
}

func multiply(a, b int64) (int64, error) {
	negative := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > 1<<63-1 {
		return 0, ErrRange
	}
	if negative {
		return -int64(lo), nil
	}
	return int64(lo), nil
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
