// Package quantity has exact amounts with a unit. Amounts are whole numbers of base units. Two units convert only if
// they have the same kind, base unit and currency. Adding amounts that do not convert is an error that names both
// units.
package quantity

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"strconv"
)

// Unit is a unit of measure; Scale is the number of base units in one unit.
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
	// ErrUnits is returned if two units do not convert into each other.
	ErrUnits = errors.New("the units do not convert into each other")
	// ErrRange is returned if a number of base units does not fit into 64 bits.
	ErrRange = errors.New("the amount is too large")
)

// Of returns an amount of whole units. It returns ErrRange.
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

// kindNone is the kind of a unit of which nobody knows what it counts, and kindMoney the kind of a unit that counts
// money.
const kindNone, kindMoney = "NONE", "MONEY"

// Converts reports whether amounts of the two units can be added. If nobody knows what a unit counts, or in which
// currency, it converts into nothing, not even into itself: two amounts of it may count different things.
func (u Unit) Converts(v Unit) bool {
	known := u.Kind != kindNone && (u.Kind != kindMoney || u.Currency != "")
	return known && u.Kind == v.Kind && u.BaseUnit == v.BaseUnit && u.Currency == v.Currency
}

// String returns the amount as Text does, with the code of the unit.
func (a Amount) String() string { return Text(a.Base, a.Unit.Scale) + " " + a.Unit.Code }

// places is the number of decimal places of a number that has no finite decimal form, such as a third of an hour.
const places = 9

// Text returns base/scale as a decimal number: exact if it has a finite decimal form, otherwise rounded to nine
// places. It is for display only; the exact amount is base.
func Text(base, scale int64) string {
	return Fraction(base, 1, scale)
}

// Fraction returns numerator/denominator/scale in the form of Text.
func Fraction(numerator, denominator, scale int64) string {
	if denominator == 1 && numerator >= 0 {
		if text, ok := decimal(numerator, scale); ok {
			return text
		}
	}
	return ratio(new(big.Rat).SetFrac(big.NewInt(numerator),
		new(big.Int).Mul(big.NewInt(denominator), big.NewInt(scale))))
}

func ratio(r *big.Rat) string {
	n, exact := r.FloatPrec()
	if !exact {
		n = places
	}
	return r.FloatString(n)
}

// TextOf is Text for an exact sum that may exceed 64 bits.
func TextOf(base *big.Int, scale int64) string {
	if base.IsInt64() {
		return Text(base.Int64(), scale)
	}
	return ratio(new(big.Rat).SetFrac(base, big.NewInt(scale)))
}

// decimal returns base/scale by moving the decimal point. It returns false if the scale does not allow that.
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
