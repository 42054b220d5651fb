package issuing

import (
	"context"
	"errors"
	"slices"

	"github.com/muniment/muniment/ent"
	entaccount "github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/decision"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Deployment is a draft that becomes live.
type Deployment struct {
	Entitlement gid.ID
	// StartsOn is the first day of all rights that do not start with an activation; nil leaves their days as they are.
	StartsOn *day.Day
	// Language is that of the mail with the activation ids.
	Language vocabulary.Language
}

// Deploy makes a draft live, as if it had never been one, shows it to customers, and mails its activation ids. The
// outcome has the ids of the entitlement and of its line items. It returns NOT_A_DRAFT, NOT_LIVE if it is withdrawn,
// NOT_OFFERED or RETIRED if its part numbers are not offered, TRIAL_USED, and DRAFT_CHANGED or TERMS_NOT_VALID if it
// cannot start on the day.
func (s *Service) Deploy(ctx context.Context, r change.Request, d Deployment) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		header, items, err := lockRights(ctx, tx, "input.entitlement", d.Entitlement)
		if err != nil {
			return err
		}
		draft, err := s.draftOf(ctx, tx, header)
		if err != nil {
			return err
		}
		var wrong fault.List
		if err := errors.Join(wrong.AddIf(s.checkTakes(ctx, tx, header, items)),
			s.checkOffered(ctx, tx, items, d.StartsOn, &wrong)); err != nil {
			return err
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		done.Result(header.ID)
		for _, l := range inOrder(items) {
			done.Result(l.ID)
		}
		author := entitlement.AuthorOf(ctx)
		last := day.Beginning // of a decision since ever, no day is left on which anybody asks
		if draft.StartsOn != day.Beginning {
			last = draft.StartsOn - 1
		}
		if err := entitlement.Lift(ctx, tx, done.Now(), author, draft, last, r.Reason); err != nil {
			return err
		}
		if err := show(ctx, tx, done, header); err != nil {
			return err
		}
		if d.StartsOn != nil {
			m := &move{Service: s, tx: tx, done: done, header: header, items: items, first: *d.StartsOn, author: author,
				reason: r.Reason}
			if err := m.run(ctx); err != nil {
				return err
			}
		}
		if err := s.checkTrialsOf(ctx, tx, header, items); err != nil {
			return err
		}
		return s.ship(ctx, tx, done, header, d.Language)
	})
}

// lockRights locks the entitlement that a field names, with its line items and coverages, as all changes of rights do.
// It returns NOT_FOUND.
func lockRights(ctx context.Context, tx store.Tx, field string, id gid.ID) (*ent.Entitlement, []*ent.LineItem, error) {
	locked, err := entitlement.Lock(ctx, tx, entitlement.Wanted{Entitlements: []gid.ID{id}})
	if err != nil {
		return nil, nil, err
	}
	if len(locked.Entitlements) == 0 {
		return nil, nil, fault.Missing(field, "Entitlement", id)
	}
	items := slices.DeleteFunc(locked.Lines, func(l *ent.LineItem) bool { return l.EntitlementID != id })
	return locked.Entitlements[0], items, nil
}

// inOrder returns line items in the order in which they were issued.
func inOrder(items []*ent.LineItem) []*ent.LineItem {
	return slices.SortedStableFunc(slices.Values(items), func(a, b *ent.LineItem) int {
		return int(min(max(a.CreatedAt-b.CreatedAt, -1), 1))
	})
}

// checkTakes refuses to give an account rights that it may not get. Its row stays locked, so that two trials that begin
// at once are counted.
func (s *Service) checkTakes(ctx context.Context, tx store.Tx, header *ent.Entitlement, items []*ent.LineItem) error {
	if _, err := tx.Client().Account.Query().Where(entaccount.ID(header.AccountID), store.Locked).
		OnlyID(ctx); err != nil {
		return wrap("lock the account", err)
	}
	if err := account.CheckTakesGrants(ctx, tx, "input.entitlement", header.AccountID); err != nil {
		return err
	}
	productLines := make([]gid.ID, len(items))
	for i, l := range items {
		productLines[i] = l.ProductLineID
	}
	return atHome(ctx, tx, header.AccountID, productLines...)
}

// checkOffered refuses to make rights live whose part numbers are not offered on their first days: on first, if that
// moves them, or today if they have none yet.
func (s *Service) checkOffered(ctx context.Context, tx store.Tx, items []*ent.LineItem, first *day.Day,
	wrong *fault.List) error {
	facts, err := entitlement.FactsIn(ctx, tx, items)
	if err != nil {
		return err
	}
	var keys []int64
	for _, l := range items {
		if p := facts[l.ID].Governing(s.today()); p != nil {
			keys = append(keys, int64(p.ID))
		}
	}
	rows, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldID, keys), period.PartNumberIDNotNil()).
		Order(ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return wrap("read the periods", err)
	}
	var parts []gid.ID
	for _, p := range rows {
		parts = append(parts, *p.PartNumberID)
	}
	slices.Sort(parts)
	sold, err := catalog.ReadSold(ctx, tx, slices.Compact(parts))
	if err != nil {
		return err
	}
	for _, p := range rows {
		on := s.today()
		if p.StartsOn != nil {
			if on = *p.StartsOn; first != nil {
				on = *first
			}
		}
		for _, refusal := range catalog.CheckOffered("input.entitlement", "Offer the part number again with the "+
			"mutations of the catalog, or issue another entitlement.", sold[*p.PartNumberID], on) {
			addOnce(wrong, refusal)
		}
	}
	return nil
}

// show lets customers see an entitlement with its line items and coverages.
func show(ctx context.Context, tx store.Tx, done *change.Record, header *ent.Entitlement) error {
	if err := tx.Client().Entitlement.Update().Where(entitlementrow.ID(header.ID)).SetVisible(true).
		SetUpdatedAt(clock.Later(header.UpdatedAt, done.Now())).Exec(ctx); err != nil {
		return wrap("show the entitlement", err)
	}
	if err := tx.Client().LineItem.Update().Where(lineitem.EntitlementID(header.ID)).SetVisible(true).
		Modify(entitlement.ChangedAt(done.Now())).Exec(ctx); err != nil {
		return wrap("show the line items", err)
	}
	if err := tx.Client().Coverage.Update().Where(coverage.EntitlementID(header.ID)).SetVisible(true).
		Modify(entitlement.ChangedAt(done.Now())).Exec(ctx); err != nil {
		return wrap("show the coverages", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "EntitlementDeployed",
		Account: header.AccountID, Subject: header.ID, Label: header.Number,
		Fields: slices.Concat(change.Was("decision", string(vocabulary.DecisionDraft)), shown(header))})
	return nil
}

func shown(header *ent.Entitlement) []audit.Field {
	if header.Visible {
		return nil
	}
	return change.Became("visible", "false", "true")
}

// ship mails the activation ids of an entitlement whose address is known.
func (s *Service) ship(ctx context.Context, tx store.Tx, done *change.Record, header *ent.Entitlement,
	language vocabulary.Language) error {
	if header.ShipToEmail == "" {
		return nil
	}
	return notSent(done, s.send(ctx, tx, "input.entitlement", header, header.ShipToEmail, language))
}

// draftOf returns the decision by which an entitlement is a draft. It returns NOT_A_DRAFT, or NOT_LIVE for a draft that
// is withdrawn: it would not be live afterwards.
func (s *Service) draftOf(ctx context.Context, tx store.Tx, header *ent.Entitlement) (*ent.Decision, error) {
	found, err := tx.Client().Decision.Query().Where(decision.SubjectID(header.ID)).Order(ent.Asc(decision.FieldID)).
		All(ctx)
	if err != nil {
		return nil, wrap("read the decisions", err)
	}
	var draft *ent.Decision
	for _, d := range found {
		switch {
		case d.Kind == vocabulary.DecisionDraft && d.LiftedAt == nil && draft == nil:
			draft = d
		case d.Kind == vocabulary.DecisionWithdrawn && d.StartsOn <= s.today() && s.today() <= d.EndsOn:
			return nil, fault.New(entitlement.NotLive, "input.entitlement",
				"The entitlement is {decision}, so that it would not be live.",
				"Release that decision with releaseDecision, or issue another entitlement.",
				fault.With("decision", value.OfEnum("Decision", d.Kind)))
		}
	}
	if draft == nil {
		return nil, fault.New(NotADraft, "input.entitlement", "The entitlement is not a draft.",
			"Issue a live entitlement in place of a test. Nothing needs to be done for one that is live.")
	}
	return draft, nil
}
