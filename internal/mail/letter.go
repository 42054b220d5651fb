package mail

import (
	"context"
	"errors"
	netmail "net/mail"

	"github.com/wneessen/go-mail"

	"github.com/muniment/muniment/internal/clock"
)

// ErrRefused is returned by a Delivery when the same mail would be refused again.
var ErrRefused = errors.New("the mail was refused")

// Letter is a mail, ready to be delivered. Its texts may hold the secret of a link.
type Letter struct {
	// MessageID is unique, without angle brackets.
	MessageID string
	From      Sender
	// To is a bare address.
	To      string
	Date    clock.Instant
	Subject string
	// Text and HTML are two forms of the same.
	Text, HTML string
}

// Delivery brings mails to people, or at least to the next server. It returns ErrRefused or ErrAddress when trying again
// is of no use. Its errors hold neither addresses nor anything of the letter.
type Delivery interface {
	Deliver(ctx context.Context, letter Letter) error
}

// compose makes the MIME form of a letter. It returns ErrAddress.
func compose(letter Letter) (*mail.Msg, error) {
	if err := errors.Join(checkAddress(letter.To), letter.From.check()); err != nil {
		return nil, err
	}
	message := mail.NewMsg(mail.WithNoDefaultUserAgent())
	message.FromMailAddress(&netmail.Address{Name: oneLine(letter.From.Name), Address: letter.From.Address})
	message.ToMailAddress(&netmail.Address{Address: letter.To})
	message.Subject(oneLine(letter.Subject))
	message.SetMessageIDWithValue(letter.MessageID)
	message.SetDateWithValue(letter.Date.Time())
	// Answering machines are to keep silent (RFC 3834).
	message.SetGenHeader("Auto-Submitted", "auto-generated")
	message.SetBodyString(mail.TypeTextPlain, letter.Text)
	message.AddAlternativeString(mail.TypeTextHTML, letter.HTML)
	return message, nil
}
