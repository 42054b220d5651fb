package email

import (
	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/internal/fold"
)

// UserNameKey returns the form in which user names are compared, those of users and those of directories: in any letter
// case and either Unicode form, and with the domain in the ASCII form if the name is an address.
func UserNameKey(name string) string {
	if address := norm.NFC.String(name); !IsASCII(address) && Valid(address) {
		return fold.Text(Key(address))
	}
	return fold.Text(name)
}
