package quantity

import (
	"strings"

	"golang.org/x/text/currency"
)

// inUse and everUsed are the currencies that are, and that are or were, legal tender somewhere.
var inUse, everUsed = currencies(), currencies(currency.Historical)

func currencies(options ...currency.QueryOption) map[string]bool {
	found := map[string]bool{}
	for it := currency.Query(options...); it.Next(); {
		found[it.Unit().String()] = true
	}
	return found
}

// IsCurrencyInUse tells whether an ISO 4217 code in capital letters names a currency in which something is paid today.
// The code of a currency that is not legal tender any more does not, nor one that ISO 4217 keeps for tests, for metals
// and for what is no currency: those begin with an X, too. Codes of funds, such as CLF, count as in use.
func IsCurrencyInUse(code string) bool {
	if _, err := currency.ParseISO(code); err != nil || code != strings.ToUpper(code) {
		return false
	}
	return inUse[code] || !everUsed[code] && !strings.HasPrefix(code, "X")
}
