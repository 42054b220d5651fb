package mail

import (
	"errors"
	"fmt"
	"net/mail"
	"strings"

	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/origin"
)

// ErrAddress is returned for text that is not an e-mail address. The error does not contain the text.
var ErrAddress = errors.New("not an e-mail address")

// checkAddress returns ErrAddress unless the text is a bare address, without a display name.
func checkAddress(address string) error {
	if !email.Valid(address) {
		return ErrAddress
	}
	return nil
}

// Sender is the sender of mails.
type Sender struct {
	// Name is the display name; may be empty.
	Name string
	// Address also receives bounces. Its domain is in ASCII form.
	Address string
}

// ParseSender parses an address with or without a display name, such as "Example Licensing <licensing@example.com>".
// It returns ErrAddress for anything else.
func ParseSender(text string) (Sender, error) {
	parsed, err := mail.ParseAddress(text)
	if err != nil {
		return Sender{}, fmt.Errorf("%w: the sender of mails", ErrAddress)
	}
	sender := Sender{Name: oneLine(parsed.Name), Address: email.Wire(parsed.Address)}
	return sender, sender.check()
}

func (s Sender) check() error {
	// Readable, not Valid: an internal mail domain may have a single label. The domain is part of the ids of mails.
	_, reachable := origin.Host(s.domain())
	if !email.Readable(s.Address) || !email.IsASCII(s.domain()) || !reachable {
		return fmt.Errorf("%w: the sender of mails", ErrAddress)
	}
	return nil
}

// domain returns the domain of the address, which message ids end with.
func (s Sender) domain() string { return s.Address[strings.LastIndexByte(s.Address, '@')+1:] }
