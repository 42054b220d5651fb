package issuing

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	entaccount "github.com/muniment/muniment/ent/account"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Issue issues an order: an entitlement with a line item, a period and the coverage that is sold along for each line.
// The outcome has the ids of the entitlement and of the line items, in the order of the lines; a line item that is not
// there any more is 0. An order that was issued before with the same content changes nothing; the outcome has what was
// issued then, with the warning ALREADY_ISSUED. If the content is another one, its OnDifference says what happens: it
// returns ORDER_DIFFERS, or amends or corrects what was issued, with the refusals of these changes and ORDER_OVERTAKEN.
// A credit note reduces what another order granted; the outcome has the line items that it reduces. Issue returns
// PART_NUMBER_INCOMPLETE, NOT_OFFERED, TERMS_NOT_VALID, TRIAL_USED, NUMBER_TAKEN or ACTIVATION_ID_TAKEN. language is
// that of the mail with the activation ids.
func (s *Service) Issue(ctx context.Context, r change.Request, o Order, language vocabulary.Language) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if n := len(o.Lines); n > maxLines {
			return fault.LongList("input.lines", maxLines, n)
		}
		o := o // the rule may run more than once, and fills in the number
		var wrong fault.List
		isCredit := o.Credits != nil
		if o.check(&wrong); isCredit && o.Credits == nil {
			return wrong.Err() // it would be judged as an order
		}
		buyer, locked, err := o.lock(ctx, tx)
		if err != nil {
			return errors.Join(wrong.Err(), err)
		}
		source, err := o.findSource(ctx, tx)
		if err != nil {
			return err
		}
		again := source != nil && source.issued != nil
		if again || o.Credits != nil {
			if err := wrong.Err(); err != nil {
				return err
			}
		}
		switch {
		case o.Credits != nil:
			return s.credit(ctx, tx, done, &o, locked, source, r.Reason)
		case again && locked == nil && o.changes():
			return change.ErrOvertaken // it was issued after its rights were to be locked
		case again:
			return s.repeat(ctx, tx, done, &o, source, r.Reason)
		}
		done.Called(buyer.ID, buyer.Name)
		lines, err := s.prepare(ctx, tx, &o, buyer, &wrong)
		if err != nil {
			return err
		}
		made, err := s.write(ctx, tx, done, &o, lines, source, r.Reason, r.DryRun)
		if err != nil {
			return err
		}
		if o.State != vocabulary.IssueStateLive || o.ShipTo == "" {
			return nil
		}
		return notSent(done, s.send(ctx, tx, "input.lines", made, o.ShipTo, language))
	})
}

// lock locks the account of an order, so that orders of one account run one after another, and two do not take the same
// number, and so that it is not retired before they are issued. Before it, it locks the rights that the order may
// change, because all changes of rights lock in this order. It returns the name of the order that has these rights, or
// nil if there is none.
func (o *Order) lock(ctx context.Context, tx store.Tx) (buyer *ent.Account, issued *ent.ExternalID, err error) {
	name, field := o.Credits, "input.credits.externalId"
	if name == nil && o.changes() {
		name, field = o.Source, "input.source.externalId"
	}
	if name != nil {
		if issued, err = findOrder(ctx, tx, name, kindOrder); err != nil {
			return nil, nil, err
		}
		if issued != nil && issued.EntityID.Type() == gid.Entitlement {
			if _, _, err := lockRights(ctx, tx, field, issued.EntityID); err != nil {
				return nil, nil, err
			}
		}
	}
	buyer, err = tx.Client().Account.Query().Where(entaccount.ID(o.Account), store.Locked).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, fault.Missing("input.account", "Account", o.Account)
	}
	return buyer, issued, wrap("lock the account", err)
}

// changes tells whether the order changes what it became, if it was issued before with another content.
func (o *Order) changes() bool { return o.OnDifference != vocabulary.OrderDifferenceReport }

// prepare finds out what an order becomes, and refuses it if something prevents it.
func (s *Service) prepare(ctx context.Context, tx store.Tx, o *Order, buyer *ent.Account, wrong *fault.List) (
	[]*line, error) {
	if err := wrong.AddIf(account.TakesGrants("input.account", buyer)); err != nil {
		return nil, err
	}
	if err := o.checkPartner(ctx, tx, wrong); err != nil {
		return nil, err
	}
	lines, err := o.plan(ctx, tx, s.today(), wrong)
	if err != nil {
		return nil, err
	}
	if o.State == vocabulary.IssueStateLive {
		if err := s.checkTrials(ctx, tx, o, lines, wrong); err != nil {
			return nil, err
		}
	}
	if err := o.checkActivationIDs(ctx, tx, wrong); err != nil {
		return nil, err
	}
	if err := o.chooseNumber(ctx, tx, wrong); err != nil {
		return nil, err
	}
	var productLines []gid.ID
	for _, l := range lines {
		if l.sold != nil && l.sold.Product != nil {
			productLines = append(productLines, l.sold.Product.ProductLineID)
		}
	}
	if err := wrong.AddIf(atHome(ctx, tx, o.Account, productLines...)); err != nil {
		return nil, err
	}
	return lines, wrong.Err()
}

// checkPartner refuses a channel partner that is not there, or that is the account itself.
func (o *Order) checkPartner(ctx context.Context, tx store.Tx, wrong *fault.List) error {
	if o.ChannelPartner == 0 {
		return nil
	}
	p, err := tx.Client().Account.Query().Where(entaccount.ID(o.ChannelPartner)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		wrong.Add(fault.Missing("input.channelPartner", "Account", o.ChannelPartner))
	case err != nil:
		return wrap("read the channel partner", err)
	case p.Kind != vocabulary.AccountKindChannelPartner || p.ID == o.Account:
		wrong.Add(fault.Bad("input.channelPartner", "A channel partner is another account of the kind CHANNEL_PARTNER.",
			"Name such an account, or change its kind with changeAccount."))
	}
	return nil
}

// chooseNumber refuses a number that another entitlement of the account has, or makes one: from the number of the order
// if it is known, or else at random.
func (o *Order) chooseNumber(ctx context.Context, tx store.Tx, wrong *fault.List) error {
	made := o.Number == ""
	base := o.Number
	switch {
	case !made:
	case o.Reference != "":
		base = o.Reference
	case o.Source != nil:
		base = o.Source.Name
	default: // nobody else has 50 random bits
		o.Number, o.invented = "ENT-"+rand.Text()[:10], true
		return nil
	}
	taken, err := tx.Client().Entitlement.Query().Where(entitlementrow.AccountID(o.Account),
		entitlementrow.NumberHasPrefix(cut(base, longestName-longestSuffix))).
		Select(entitlementrow.FieldNumber).Strings(ctx)
	if err != nil {
		return wrap("look for the number", err)
	}
	o.Number = base
	for n := 2; made && slices.Contains(taken, o.Number); n++ {
		suffix := fmt.Sprintf("-%d", n)
		o.Number = cut(base, longestName-len(suffix)) + suffix
	}
	if slices.Contains(taken, o.Number) {
		wrong.Add(fault.New(NumberTaken, "input.number", "The account has another entitlement with this number.",
			"Give another one, or leave it out, so that Muniment makes one."))
	}
	return nil
}

// write makes the rows of an order. If what Muniment invents is secret, it is not told: the real run invents another.
func (s *Service) write(ctx context.Context, tx store.Tx, done *change.Record, o *Order, lines []*line,
	source *sourceOf, reason string, secret bool) (*ent.Entitlement, error) {
	now, id := done.Now(), gid.New(gid.Entitlement, o.Account.Locality())
	create := tx.Client().Entitlement.Create().SetID(id).SetAccountID(o.Account).SetNumber(o.Number).
		SetDescription(o.Description).SetOrderReference(o.Reference).SetShipToEmail(email.Normal(o.ShipTo)).
		SetVisible(o.State != vocabulary.IssueStateDraft).SetCreatedAt(now).SetUpdatedAt(now)
	if o.ChannelPartner != 0 {
		create.SetChannelPartnerID(o.ChannelPartner)
	}
	header, err := create.Save(ctx)
	if err != nil {
		return nil, wrap("create the entitlement", err)
	}
	identify(lines, o.Account)
	said := make([]saidLine, len(lines))
	for i, l := range lines {
		said[i] = saidLine{LineItem: l.id, Line: *l.Line}
	}
	if err := source.keep(ctx, tx, header, said); err != nil {
		return nil, err
	}
	if err := s.writeLines(ctx, tx, now, header, lines); err != nil {
		return nil, err
	}
	items := make([]gid.ID, len(lines))
	for i, l := range lines {
		items[i] = l.id
	}
	if o.State != vocabulary.IssueStateLive {
		// It holds on all days, so that no correction of the rights lets a test become live on a day before it.
		if _, err := entitlement.Decide(ctx, tx, now, entitlement.AuthorOf(ctx), entitlement.NewDecision{
			Account: o.Account, Subject: id, Kind: vocabulary.Decision(o.State), First: day.Beginning,
			Last: day.Forever, Reason: reason}); err != nil {
			return nil, err
		}
	}
	done.Result(append([]gid.ID{id}, items...)...)
	note(done, header, o, lines, secret)
	warnOfOverhang(done, lines, secret)
	source.note(done)
	return header, nil
}

// longestSuffix is how much is put behind a number that is taken, in characters.
const longestSuffix = 10

// cut returns the beginning of a text, with at most so many characters.
func cut(text string, longest int) string {
	runes := []rune(text)
	return strings.TrimSpace(string(runes[:min(len(runes), longest)]))
}

// warnOfOverhang warns of coverages that end after the rights that they cover.
func warnOfOverhang(done *change.Record, lines []*line, secret bool) {
	for _, l := range lines {
		if l.coverage == 0 || l.ends == nil {
			continue
		}
		of := &ent.LineItem{ID: l.id, ActivationID: l.activationID, EndsOn: *l.ends}
		if secret { // the line item is not there, and what it will be called may not be known
			of.ID, of.ActivationID = l.sold.ID, cmp.Or(l.told(secret), l.sold.Code)
		}
		coverage.WarnOfOverhang(done, l.covered, of)
	}
}
