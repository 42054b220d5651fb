package issuing

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	entaccount "github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/decision"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
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

// Deploy makes a draft live, as if it had never been one, and mails its activation ids. The outcome has the ids of the
// entitlement and of its line items. It returns NOT_A_DRAFT.
func (s *Service) Deploy(ctx context.Context, r change.Request, d Deployment) (change.Outcome, error) {
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		header, err := lockEntitlement(ctx, tx, d.Entitlement)
		if err != nil {
			return err
		}
		draft, err := draftOf(ctx, tx, header)
		if err != nil {
			return err
		}
		if err := account.CheckTakesGrants(ctx, tx, "input.entitlement", header.AccountID); err != nil {
			return err
		}
		ids, err := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID)).
			Order(ent.Asc(lineitem.FieldCreatedAt), ent.Asc(lineitem.FieldID)).IDs(ctx)
		if err != nil {
			return wrap("read the line items", err)
		}
		items, err := entitlement.LockLines(ctx, tx, ids)
		if err != nil {
			return err
		}
		productLines := make([]gid.ID, len(items))
		for i, l := range items {
			productLines[i] = l.ProductLineID
		}
		if err := atHome(ctx, tx, header.AccountID, productLines...); err != nil {
			return err
		}
		done.Result(append([]gid.ID{header.ID}, ids...)...)
		author := entitlement.AuthorOf(ctx)
		last := day.Beginning // of a decision since ever, no day is left on which anybody asks
		if draft.StartsOn != day.Beginning {
			last = draft.StartsOn - 1
		}
		if err := entitlement.Lift(ctx, tx, done.Now(), author, draft, last, r.Reason); err != nil {
			return err
		}
		if err := tx.Client().Entitlement.Update().Where(entitlementrow.ID(header.ID)).SetVisible(true).
			SetUpdatedAt(clock.Later(header.UpdatedAt, done.Now())).Exec(ctx); err != nil {
			return wrap("show the entitlement", err)
		}
		if err := tx.Client().LineItem.Update().Where(lineitem.EntitlementID(header.ID)).SetVisible(true).
			Exec(ctx); err != nil {
			return wrap("show the line items", err)
		}
		if err := tx.Client().Coverage.Update().Where(coverage.EntitlementID(header.ID)).SetVisible(true).
			Exec(ctx); err != nil {
			return wrap("show the coverages", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "EntitlementDeployed",
			Account: header.AccountID, Subject: header.ID, Label: header.Number,
			Fields: slices.Concat(change.Was("decision", string(vocabulary.DecisionDraft)), shown(header))})
		if d.StartsOn != nil {
			m := &move{Service: s, header: header, items: items, first: *d.StartsOn, author: author}
			if err := m.run(ctx, tx, done); err != nil {
				return err
			}
		}
		return s.ship(ctx, tx, done, header, d.Language)
	})
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
	holder, err := tx.Client().Account.Query().Where(entaccount.ID(header.AccountID)).Only(ctx)
	if err != nil {
		return wrap("read the account", err)
	}
	over, err := s.send(ctx, tx, header, holder.Name, header.ShipToEmail, language)
	if over != nil {
		warnNotSent(done)
	}
	return err
}

// draftOf returns the decision by which an entitlement is a draft, or NOT_A_DRAFT.
func draftOf(ctx context.Context, tx store.Tx, header *ent.Entitlement) (*ent.Decision, error) {
	draft, err := tx.Client().Decision.Query().Where(decision.SubjectID(header.ID),
		decision.KindEQ(vocabulary.DecisionDraft), decision.LiftedAtIsNil()).Order(ent.Asc(decision.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(NotADraft, "input.entitlement", "The entitlement is not a draft.",
			"Issue a live entitlement in place of a test. Nothing needs to be done for one that is live.")
	}
	return draft, wrap("read the decision", err)
}
