package email

import (
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// Spellings returns the forms of an address in which databases may hold it if they do not hold its Key: as it is given,
// and in small letters, each with the domain in its ASCII and in its Unicode form. A text that is no address is
// returned as it is, and in small letters.
func Spellings(address string) []string {
	list := []string{address, Key(address)}
	local, domain := split(address)
	if canonical, ok := CanonicalDomain(domain); ok {
		list = append(list, local+"@"+canonical)
		if readable, err := idna.Lookup.ToUnicode(canonical); err == nil {
			list = append(list, local+"@"+readable, strings.ToLower(local)+"@"+readable)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
