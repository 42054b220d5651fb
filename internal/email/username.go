package email

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/internal/fold"
)

// UserNameKey returns the form in which user names are compared, those of users and those of directories. An address
// has the key of Key, so that two addresses are one user name only if they are one address: weiß@x.example and
// weiss@x.example are two mailboxes. Other names are the same in any letter case and either Unicode form.
func UserNameKey(name string) string {
	if address := norm.NFC.String(name); !IsASCII(address) && Readable(address) {
		return Key(address)
	}
	return fold.Text(name)
}

// Misleads reports whether a user name with an at sign could be mistaken for the address of another person: it has a
// character that is taken for an ASCII one (see Imitates), or another spelling of a domain. Other user names need not
// be addresses.
func Misleads(name string) bool {
	if !strings.Contains(name, "@") {
		return false
	}
	_, domain := split(norm.NFC.String(name))
	return Imitates(name) || misspelled(domain)
}
