package stage

import (
	"math/big"
	"strings"
)

// parseDecimal parses an exact decimal number of at most 48 characters with a small exponent.
func parseDecimal(s string) (*big.Rat, bool) {
	if len(s) > 48 || strings.ContainsAny(s, "/_xXpPbBoO") {
		return nil, false
	}
	if i := strings.IndexAny(s, "eE"); i >= 0 && len(s)-i > 4 {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}
