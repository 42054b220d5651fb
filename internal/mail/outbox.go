package mail

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/store"
)

// Outbox accepts the messages of changes.
type Outbox struct {
	queue *job.Queue
	from  Sender
	now   clock.Clock
}

// NewOutbox returns an outbox that stores mails as jobs. now is the clock of the budgets. It returns ErrAddress for a
// sender without a valid address.
func NewOutbox(queue *job.Queue, from Sender, now clock.Clock) (*Outbox, error) {
	if err := from.check(); err != nil {
		return nil, err
	}
	return &Outbox{queue: queue, from: from, now: now}, nil
}

// Enqueue stores a message in the transaction of a change: it is sent if and only if the transaction commits. For an
// invitation or activation ids over budget it returns a BudgetError, and nothing is stored. Any other message over
// budget is dropped without an error. It returns ErrAddress, or a store error.
func (o *Outbox) Enqueue(ctx context.Context, tx store.Tx, message Message) error {
	if err := message.check(); err != nil {
		return fmt.Errorf("%s: %w", message.kind(), err)
	}
	switch err := o.spend(ctx, tx, message); {
	case errors.Is(err, ErrBudget) && !allowances[message.kind()].required:
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w", message.kind(), err)
	}
	text, err := json.Marshal(message)
	if err != nil {
		return fmt.Errorf("%s: %w", message.kind(), err)
	}
	return o.queue.Insert(ctx, tx, envelope{
		MessageID: strings.ToLower(rand.Text()) + "@" + o.from.domain(), Type: message.kind(), Message: text,
	})
}

// envelope is a message in the form in which a job stores it. The message id is chosen once, so that mail programs
// recognize a mail that is sent again after a crash as the same one.
type envelope struct {
	MessageID string          `json:"message_id"`
	Type      kind            `json:"type"`
	Message   json.RawMessage `json:"message"`
}

// Kind implements job.Args.
func (envelope) Kind() string { return JobKind }

// open returns the message. Its errors do not contain the message.
func (e envelope) open() (Message, error) {
	var (
		message Message
		err     error
	)
	switch e.Type {
	case kindInvitation:
		message, err = decode[Invitation](e.Message)
	case kindSignInLink:
		message, err = decode[SignInLink](e.Message)
	case kindAccessRequest:
		message, err = decode[AccessRequest](e.Message)
	case kindAccessDecision:
		message, err = decode[AccessDecision](e.Message)
	case kindMembershipEnded:
		message, err = decode[MembershipEnded](e.Message)
	case kindKeyCreated:
		message, err = decode[KeyCreated](e.Message)
	case kindAdministratorAdded:
		message, err = decode[AdministratorAdded](e.Message)
	case kindAddressChanged:
		message, err = decode[AddressChanged](e.Message)
	case kindDomainFailing:
		message, err = decode[DomainFailing](e.Message)
	case kindActivationIDs:
		message, err = decode[ActivationIDs](e.Message)
	default:
		// A newer process may have enqueued it, and may send it.
		return nil, fmt.Errorf("messages of type %q are unknown to this version", string(e.Type))
	}
	if err != nil {
		return nil, job.Permanent(fmt.Errorf("a message of type %s cannot be read", e.Type))
	}
	return message, nil
}

func decode[M Message](text []byte) (Message, error) {
	var message M
	err := json.Unmarshal(text, &message)
	return message, err
}
