package mail

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Budgets prevent anybody from flooding a mailbox through Muniment. Each is a number of mails within a window of one
// hour, which begins with the first of them. docs/operating.md lists them.
const (
	budgetWindow = clock.Instant(time.Hour / time.Microsecond)
	// maxBySender is how many mails one person, or all programs of one account, may cause in an hour; maxByProducer is
	// the same for one of the producer's people or programs.
	maxBySender   = 300
	maxByProducer = 3000
	// maxFromAccount is how many invitations one account may send to one address in an hour. It is less than the limit
	// of the address, so that no single account can prevent others from inviting the person.
	maxFromAccount = 4
)

// allowance holds the limits of a kind of message.
type allowance struct {
	// toAddress is how many mails of the kind are sent to one address in an hour. Each kind has its own limit:
	// invitations by strangers cannot suppress the notice of a new key.
	toAddress int64
	// counted says that the mail counts against the budget of the person or program that causes it. Notices about
	// actions in somebody's name do not: they must be sent even if that budget is used up. Nor do mails about a
	// request for access: it is charged once (see Charge), whether it leads to an account or not and however many
	// administrators that has, and a request or a decision that is stored must reach somebody.
	counted bool
	// required says that the change is told if the mail may not be sent: an invitation then fails, and whoever issued
	// something sends its activation ids later. Other mails are dropped.
	required bool
}

var allowances = map[kind]allowance{
	kindInvitation:         {toAddress: 10, counted: true, required: true},
	kindSignInLink:         {toAddress: 5},
	kindAccessRequest:      {toAddress: 20},
	kindAccessDecision:     {toAddress: 10},
	kindMembershipEnded:    {toAddress: 20},
	kindKeyCreated:         {toAddress: 20},
	kindAdministratorAdded: {toAddress: 20},
	kindAddressChanged:     {toAddress: 20},
	kindDomainFailing:      {toAddress: 20},
	// One mailbox of a reseller may get the activation ids of many orders.
	kindActivationIDs: {toAddress: 200, required: true},
}

// ErrBudget matches every BudgetError.
var ErrBudget = errors.New("the budget of mails is used up")

// BudgetError says which budget does not allow a mail.
type BudgetError struct {
	// Sender is true for the budget of the sender, and false for that of the address.
	Sender bool
	// Again is when the mail will be allowed. For the budget of a sender it is when a new window begins. For that of
	// an address it is an hour from now, because its window tells when others sent mails.
	Again clock.Instant
}

// Error implements error.
func (e *BudgetError) Error() string {
	if e.Sender {
		return ErrBudget.Error() + ": that of the sender"
	}
	return ErrBudget.Error() + ": that of the address"
}

// Is lets errors.Is find ErrBudget.
func (e *BudgetError) Is(target error) bool { return target == ErrBudget } //nolint:errorlint // comparing the target itself is intended

// spend counts a message against its budgets, in the transaction of the change. It returns a BudgetError if one is
// used up. The sender's budget is locked before those of addresses, so that two changes of one sender cannot deadlock.
func (o *Outbox) spend(ctx context.Context, tx store.Tx, message Message) error {
	may := allowances[message.kind()]
	if may.counted {
		if err := o.Charge(ctx, tx); err != nil {
			return err
		}
	}
	to, most := message.recipient(), may.toAddress
	parts := []string{string(message.kind()), mailbox(to)}
	switch m := message.(type) {
	case SignInLink:
		parts = append(parts, m.Browser)
	case Invitation:
		if m.Of != 0 {
			ok, err := o.take(ctx, tx, "from "+digest(m.Of.String(), mailbox(to)), maxFromAccount)
			if err != nil {
				return err
			}
			if !ok {
				return &BudgetError{Again: o.now() + budgetWindow}
			}
		}
	}
	ok, err := o.take(ctx, tx, "to "+digest(parts...), most)
	if err == nil && !ok {
		err = &BudgetError{Again: o.now() + budgetWindow}
	}
	return err
}

// Charge counts one mail against the budget of the viewer, for a change whose mails are enqueued later. It returns a
// BudgetError if the budget is used up.
func (o *Outbox) Charge(ctx context.Context, tx store.Tx) error {
	name, most := sender(ctx)
	if name == "" {
		return nil
	}
	ok, err := o.take(ctx, tx, "by "+name, most)
	if err == nil && !ok {
		err = o.senderError(ctx, tx, name)
	}
	return err
}

// sender returns the name of the budget of whoever causes a mail, and its limit. The name is "" for the system itself,
// and for requests without a viewer, which are limited by network address.
func sender(ctx context.Context) (name string, most int64) {
	who := viewer.From(ctx)
	if who == nil {
		return "", 0
	}
	most = maxBySender
	if who.OfProducer() {
		most = maxByProducer
	}
	switch {
	case who.Credential == vocabulary.CredentialKindSystem, who.Credential == vocabulary.CredentialKindCommandLine:
		return "", 0
	case who.User != 0:
		return who.User.String(), most
	case !who.OfProducer() && len(who.Grants) > 0:
		// all programs of an account share one budget, because keys are easily created
		return who.Grants[0].Account.String(), most
	}
	return who.CredentialID.String(), most
}

// mailbox returns the same text for addresses that usually belong to the same person: it ignores letter case, dots,
// and what follows a plus sign. It is only used for counting; if two persons share a budget, little is lost.
func mailbox(address string) string {
	key := email.Key(address)
	at := strings.LastIndexByte(key, '@')
	if at < 0 {
		return key
	}
	local, _, _ := strings.Cut(key[:at], "+")
	return strings.ReplaceAll(local, ".", "") + key[at:]
}

// digest hashes the parts, so that the table of budgets contains no addresses.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

// takeStatement counts one mail if the budget allows it, and otherwise changes no row. Concurrent changes to one
// budget are serialized by the row lock.
const takeStatement = `INSERT INTO mail_budgets (name, sent, window_began_at) VALUES (?, 1, ?)
ON CONFLICT (name) DO UPDATE SET
  sent = CASE WHEN mail_budgets.window_began_at <= ? THEN 1 ELSE mail_budgets.sent + 1 END,
  window_began_at = CASE WHEN mail_budgets.window_began_at <= ? THEN excluded.window_began_at
ELSE mail_budgets.window_began_at END
WHERE mail_budgets.window_began_at <= ? OR mail_budgets.sent < ?`

// take counts one mail against a budget, and reports whether it may be sent.
func (o *Outbox) take(ctx context.Context, tx store.Tx, name string, most int64) (bool, error) {
	now := o.now()
	over := int64(now - budgetWindow)
	result, err := tx.Exec(ctx, takeStatement, name, int64(now), over, over, over, most)
	if err != nil {
		return false, fmt.Errorf("count a mail: %w", err)
	}
	counted, err := result.RowsAffected()
	if err != nil {
		return false, fmt.Errorf("count a mail: %w", err)
	}
	return counted > 0, nil
}

func (o *Outbox) senderError(ctx context.Context, tx store.Tx, name string) error {
	var began int64
	err := tx.QueryRow(ctx, "SELECT window_began_at FROM mail_budgets WHERE name = ?", []any{"by " + name}, &began)
	if err != nil {
		return fmt.Errorf("read the budget of a sender: %w", err)
	}
	return &BudgetError{Sender: true, Again: clock.Instant(began) + budgetWindow}
}

// SweepBudgets deletes budgets whose window is over. They have no effect any more; deleting them only frees space.
func SweepBudgets(ctx context.Context, db *store.Store, now clock.Instant) error {
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(ctx, "DELETE FROM mail_budgets WHERE window_began_at <= ?", int64(now-budgetWindow))
		if err != nil {
			return fmt.Errorf("remove budgets of mails that are over: %w", err)
		}
		return nil
	})
}
