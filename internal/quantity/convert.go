package quantity

import (
	"math/big"
	"regexp"
)

// Factor returns how many of v one of u is, exactly. It returns false if the units do not convert into each other.
func (u Unit) Factor(v Unit) (*big.Rat, bool) {
	if !u.Converts(v) {
		return nil, false
	}
	return big.NewRat(u.Scale, v.Scale), true
}

// ParseDecimal reads a decimal number that is not negative, such as "12.50". It returns false for any other text, such
// as one with an exponent, a sign, a comma or blanks, and for one of more than MaxDigits characters.
func ParseDecimal(text string) (*big.Rat, bool) {
	if len(text) > MaxDigits || !decimalNumber.MatchString(text) {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// MaxDigits is the maximum length of a decimal number that ParseDecimal and ParseUnits read. A longer one does not fit
// into 64 bits anyway.
const MaxDigits = 40

var decimalNumber = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$`)

// TextOfRatio returns a number as a decimal text, in the form of Text, and whether the text is exact.
func TextOfRatio(r *big.Rat) (text string, exact bool) {
	_, exact = r.FloatPrec()
	return ratio(r), exact
}
