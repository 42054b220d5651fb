package issuing

import (
	"context"
	"errors"

	"github.com/muniment/muniment/ent"
	entaccount "github.com/muniment/muniment/ent/account"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// rightsInMail is how many rights a mail lists. The portal has all.
const rightsInMail = 100

// SendActivationIDs mails the activation ids of an entitlement again: to an address, or to that of the entitlement if
// it is "". The outcome has the id of the entitlement. It returns NOT_LIVE or RATE_LIMITED.
func (s *Service) SendActivationIDs(ctx context.Context, r change.Request, id gid.ID, to string,
	language vocabulary.Language) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		header, err := lockEntitlement(ctx, tx, id)
		if err != nil {
			return err
		}
		if to == "" {
			to = header.ShipToEmail
		}
		if to == "" {
			return badInput("input.to", "It is not known to whom the entitlement was shipped.", "Give an address.")
		}
		if wrong := checkAddress("input.to", to); len(wrong) > 0 {
			return wrong[0]
		}
		if err := s.send(ctx, tx, "input.entitlement", header, to, language); err != nil {
			return err
		}
		done.Result(id)
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "ActivationIDsSent", Account: header.AccountID,
			Subject: id, Label: header.Number, Fields: change.Is("email", email.Normal(to)),
			Effects: change.Effects(vocabulary.EffectKindChanged, id, header.Number, nil)})
		return nil
	})
}

// send mails the activation ids of those line items of an entitlement that are live today. It returns NOT_LIVE if there
// is none, with field as the path of the input that names the entitlement, or RATE_LIMITED.
func (s *Service) send(ctx context.Context, tx store.Tx, field string, header *ent.Entitlement, to string,
	language vocabulary.Language) error {
	holder, err := tx.Client().Account.Query().Where(entaccount.ID(header.AccountID)).Only(ctx)
	if err != nil {
		return wrap("read the account", err)
	}
	lines, err := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID)).WithProduct().WithUnit().
		Order(ent.Asc(lineitem.FieldCreatedAt), ent.Asc(lineitem.FieldID)).All(ctx)
	if err != nil {
		return wrap("read the rights", err)
	}
	facts, err := entitlement.FactsIn(ctx, tx, lines)
	if err != nil {
		return err
	}
	var rights []mail.Right
	var dead *vocabulary.Status
	for _, l := range lines {
		switch status := facts[l.ID].Status(s.today()); status {
		case vocabulary.StatusDraft, vocabulary.StatusTest, vocabulary.StatusWithdrawn:
			dead = &status
		default:
			rights = append(rights, rightOf(l, facts[l.ID].Governing(s.today())))
		}
	}
	if len(rights) == 0 {
		return notLive(field, dead)
	}
	err = s.outbox.Enqueue(ctx, tx, mail.ActivationIDs{Wording: mail.Wording{Language: language},
		To: email.Normal(to), Of: header.AccountID, Account: holder.Name, Number: header.Number,
		Order: header.OrderReference, Rights: rights[:min(len(rights), rightsInMail)],
		More: max(0, len(rights)-rightsInMail)})
	var over *mail.BudgetError
	if errors.As(err, &over) {
		return fault.New(fault.RateLimited, "input.to",
			"This address has received the maximum number of mails with activation ids for one hour.",
			"Try again after {again}.", fault.Again(over.Again))
	}
	return err
}

// notLive is the refusal to send the activation ids of an entitlement none of whose line items is live. status is that
// of one of them; nil if there is none.
func notLive(field string, status *vocabulary.Status) *fault.Error {
	if status == nil {
		return fault.New(entitlement.NotLive, field, "The entitlement has no line items.", "Name another entitlement.")
	}
	return fault.New(entitlement.NotLive, field, "The rights are {decision}, and send no activation ids.",
		"Deploy a draft with deployEntitlement, issue a live entitlement in place of a test, or release what "+
			"withdraws the rights with releaseDecision.", fault.With("decision", value.OfEnum("Decision", *status)))
}

// notSent warns if a mail could not be sent for a reason that does not prevent the change. It returns any other error.
func notSent(done *change.Record, err error) error {
	switch fault.CodeOf(err) {
	case fault.RateLimited:
		done.Warn("MAIL_NOT_SENT", "The activation ids were not sent, because the address has received the maximum "+
			"number of such mails for one hour. Send them later, with sendActivationIds.")
		return nil
	case entitlement.NotLive:
		done.Warn("NOTHING_TO_SEND", "The activation ids were not sent, because none of the rights is live.")
		return nil
	}
	return err
}

// lockEntitlement reads an entitlement and locks its row.
func lockEntitlement(ctx context.Context, tx store.Tx, id gid.ID) (*ent.Entitlement, error) {
	header, err := tx.Client().Entitlement.Query().Where(entitlementrow.ID(id), store.Locked).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.Missing("input.entitlement", "Entitlement", id)
	}
	return header, wrap("lock the entitlement", err)
}

// checkAddress checks an address, which may be "".
func checkAddress(field, address string) []*fault.Error {
	if address == "" || email.Valid(address) {
		return nil
	}
	return []*fault.Error{badInput(field, "This is not an e-mail address.", "Type the address again.")}
}

func quantityText(base int64, unit *ent.UnitOfMeasure) string {
	words := unit.Plural
	if base == unit.Scale {
		words = unit.Singular
	}
	return quantity.Text(base, unit.Scale) + " " + words
}

// rightOf returns what a mail says about a line item whose status a period governs.
func rightOf(l *ent.LineItem, p *entitlement.PeriodFact) mail.Right {
	r := mail.Right{ActivationID: l.ActivationID, Product: catalog.LabelOfProduct(l.Edges.Product)}
	if p == nil {
		return r
	}
	r.StartsOn, r.EndsOn, r.Perpetual, r.Unlimited = p.First, p.Last, p.Perpetual, p.Unlimited
	if p.Quantity != nil && !p.Unlimited {
		r.Quantity = quantityText(*p.Quantity, l.Edges.Unit)
	}
	return r
}
