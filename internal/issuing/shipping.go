package issuing

import (
	"context"
	"errors"

	"github.com/muniment/muniment/ent"
	entaccount "github.com/muniment/muniment/ent/account"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
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
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
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
		decisions, err := entitlement.DecisionsAbout(ctx, tx, id)
		if err != nil {
			return err
		}
		if d := decisions[id].On(s.today()); d != nil && (*d == vocabulary.DecisionDraft ||
			*d == vocabulary.DecisionTest || *d == vocabulary.DecisionWithdrawn) {
			return fault.New(entitlement.NotLive, "input.entitlement",
				"The entitlement is {decision}, and sends no activation ids.",
				"Deploy a draft with deployEntitlement.", fault.With("decision", value.OfEnum("Decision", *d)))
		}
		holder, err := tx.Client().Account.Query().Where(entaccount.ID(header.AccountID)).Only(ctx)
		if err != nil {
			return wrap("read the account", err)
		}
		over, err := s.send(ctx, tx, header, holder.Name, to, language)
		if err != nil {
			return err
		}
		if over != nil {
			return fault.New(fault.RateLimited, "input.to",
				"This address has received the maximum number of mails with activation ids for one hour.",
				"Try again after {again}.", fault.Again(over.Again))
		}
		done.Result(id)
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "ActivationIDsSent", Account: header.AccountID,
			Subject: id, Label: header.Number, Fields: change.Is("email", email.Normal(to)),
			Effects: change.Effects(vocabulary.EffectKindChanged, id, header.Number, nil)})
		return nil
	})
}

// send mails the activation ids of an entitlement. It returns the budget that does not allow it, if there is one.
func (s *Service) send(ctx context.Context, tx store.Tx, header *ent.Entitlement, holder, to string,
	language vocabulary.Language) (*mail.BudgetError, error) {
	lines := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID))
	count, err := lines.Clone().Count(ctx)
	if err != nil {
		return nil, wrap("count the rights", err)
	}
	first, err := lines.WithProduct().WithUnit().Order(ent.Asc(lineitem.FieldCreatedAt), ent.Asc(lineitem.FieldID)).
		Limit(rightsInMail).All(ctx)
	if err != nil {
		return nil, wrap("read the rights", err)
	}
	rights, err := rightsOf(ctx, tx, first)
	if err != nil {
		return nil, err
	}
	err = s.outbox.Enqueue(ctx, tx, mail.ActivationIDs{Wording: mail.Wording{Language: language},
		To: email.Normal(to), Of: header.AccountID, Account: holder, Number: header.Number,
		Order: header.OrderReference, Rights: rights, More: count - len(first)})
	var over *mail.BudgetError
	if errors.As(err, &over) {
		return over, nil
	}
	return nil, err
}

func warnNotSent(done *change.Record) {
	done.Warn("MAIL_NOT_SENT", "The activation ids were not sent, because the address has received the maximum "+
		"number of such mails for one hour. Send them later, with sendActivationIds.")
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

// rightsOf returns what a mail says about line items: of each the period that starts last, among those about which
// nothing was decided.
func rightsOf(ctx context.Context, tx store.Tx, lines []*ent.LineItem) ([]mail.Right, error) {
	keys := make([]int64, len(lines))
	for i, l := range lines {
		keys[i] = int64(l.ID)
	}
	periods, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys), period.Decided(false)).
		Order(ent.Asc(period.FieldRankedAt), ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return nil, wrap("read the periods", err)
	}
	last := map[gid.ID]*ent.Period{}
	for _, p := range periods {
		if l := last[p.LineItemID]; l == nil || l.StartsOn == nil || p.StartsOn != nil && *l.StartsOn <= *p.StartsOn {
			last[p.LineItemID] = p
		}
	}
	rights := make([]mail.Right, len(lines))
	for i, l := range lines {
		r := mail.Right{ActivationID: l.ActivationID, Product: catalog.LabelOfProduct(l.Edges.Product)}
		if p := last[l.ID]; p != nil {
			r.StartsOn, r.EndsOn, r.Perpetual = p.StartsOn, p.EndsOn, p.Perpetual
			if p.Quantity != nil {
				r.Quantity = quantityText(*p.Quantity, l.Edges.Unit)
			}
		}
		rights[i] = r
	}
	return rights, nil
}
