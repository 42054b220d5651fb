package mail

import (
	"errors"
	"fmt"
	"net/mail"
	"strings"

	"github.com/muniment/muniment/internal/email"
)

// ErrAddress is returned for text that is no e-mail address. It does not repeat the text.
var ErrAddress = errors.New("not an e-mail address")

// checkAddress accepts a bare address, without a name.
func checkAddress(address string) error {
	if !email.Valid(address) {
		return ErrAddress
	}
	return nil
}

// Sender is from whom mails come.
type Sender struct {
	// Name is shown to people; may be empty.
	Name string
	// Address receives what bounces.
	Address string
}

// ParseSender reads an address with or without a name, such as "Example Licensing <licensing@example.com>". It returns
// ErrAddress for anything else.
func ParseSender(text string) (Sender, error) {
	parsed, err := mail.ParseAddress(text)
	if err != nil {
		return Sender{}, fmt.Errorf("%w: the sender of mails", ErrAddress)
	}
	sender := Sender{Name: oneLine(parsed.Name), Address: parsed.Address}
	return sender, sender.check()
}

func (s Sender) check() error {
	if !email.Readable(s.Address) { // a mail server of one's own may have a name of one label
		return fmt.Errorf("%w: the sender of mails", ErrAddress)
	}
	return nil
}

// domain is the part of the address that message ids end with.
func (s Sender) domain() string { return s.Address[strings.LastIndexByte(s.Address, '@')+1:] }
