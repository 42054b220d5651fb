package mail

import (
	"context"
	"errors"
	netmail "net/mail"

	"github.com/wneessen/go-mail"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
)

// ErrRefused is returned by a Delivery if a retry would be refused too.
var ErrRefused = errors.New("the mail was refused")

// Letter is a mail that is ready to be delivered. Its texts may contain the secret of a link.
type Letter struct {
	// MessageID is unique; it has no angle brackets.
	MessageID string
	From      Sender
	// To is a bare address.
	To      string
	Date    clock.Instant
	Subject string
	// Text and HTML are the two forms of the body.
	Text, HTML string
}

// Delivery delivers mails, at least to the next mail server. It returns ErrRefused or ErrAddress if a retry is
// useless. Its errors contain neither addresses nor parts of the letter.
type Delivery interface {
	Deliver(ctx context.Context, letter Letter) error
}

// compose returns the MIME form of a letter. It returns ErrAddress for an invalid address.
func compose(letter Letter) (*mail.Msg, error) {
	if err := errors.Join(checkAddress(letter.To), letter.From.check()); err != nil {
		return nil, err
	}
	message := mail.NewMsg(mail.WithNoDefaultUserAgent())
	message.FromMailAddress(&netmail.Address{Name: oneLine(letter.From.Name), Address: letter.From.Address})
	message.ToMailAddress(&netmail.Address{Address: email.Wire(letter.To)})
	message.Subject(oneLine(letter.Subject))
	message.SetMessageIDWithValue(letter.MessageID)
	message.SetDateWithValue(letter.Date.Time())
	// Tells auto-responders not to answer (RFC 3834).
	message.SetGenHeader("Auto-Submitted", "auto-generated")
	message.SetBodyString(mail.TypeTextPlain, letter.Text)
	message.AddAlternativeString(mail.TypeTextHTML, letter.HTML)
	return message, nil
}
