package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// NewAccount describes an account that is to be created. It is directly below the parents.
type NewAccount struct {
	Details
	Parents []gid.ID
}

// CreateAccount creates an account, which has no members yet. Another account with the same name is a warning. The
// outcome names the account. It returns NOT_FOUND, BAD_INPUT, TEXT_TOO_LONG, or an error of change.Pipeline.Do.
func (s *Service) CreateAccount(ctx context.Context, r change.Request, n NewAccount) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		details, err := ChangedDetails{Name: &n.Name, Description: &n.Description, Address: ChangedAddress{
			Street: &n.Address.Street, City: &n.Address.City, State: &n.Address.State,
			PostalCode: &n.Address.PostalCode, Country: &n.Address.Country, Region: &n.Address.Region},
		}.of(Details{Kind: n.Kind, Visible: n.Visible})
		if err != nil {
			return err
		}
		id := gid.New(gid.Account, gid.NewLocality())
		create := tx.Client().Account.Create().SetID(id).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now())
		setDetails(create, details)
		a, err := create.Save(ctx)
		if err != nil {
			return fmt.Errorf("create the account: %w", err)
		}
		if err := search.KeepAccount(ctx, tx, a); err != nil {
			return err
		}
		err = tx.Client().AccountPath.Create().SetAncestorID(id).SetDescendantID(id).SetDepth(0).Exec(ctx)
		if err != nil {
			return fmt.Errorf("place the account: %w", err)
		}
		done.Result(id)
		fields := details.fields(Details{Visible: !details.Visible})
		for i := range fields { // a new account had no value before, also in visible
			fields[i].Before = nil
		}
		parents, err := s.placeBelow(ctx, tx, done, a, n.Parents)
		if err != nil {
			return err
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "AccountCreated", Account: id, Subject: id,
			Label: a.Name, Fields: append(fields, parents...)})
		return warnOfSimilar(ctx, tx, done, a)
	})
}

// ChangeAccount changes the details of an account. The outcome names the account. It returns NOT_FOUND, BAD_INPUT,
// TEXT_TOO_LONG, or an error of change.Pipeline.Do.
func (s *Service) ChangeAccount(ctx context.Context, r change.Request, id gid.ID, in ChangedDetails) (
	change.Outcome, error) {
	return s.changeAccount(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record,
		a *ent.Account) error {
		before := detailsOf(a)
		after, err := in.of(before)
		if err != nil || after == before {
			return err
		}
		update := tx.Client().Account.UpdateOneID(id).SetUpdatedAt(clock.Later(a.UpdatedAt, done.Now()))
		setDetails(update, after)
		if a, err = update.Save(ctx); err != nil {
			return fmt.Errorf("change the account: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "AccountChanged", Account: id, Subject: id,
			Label: before.Name, Fields: after.fields(before)})
		if after.Name == before.Name {
			return nil
		}
		if err := search.KeepAccount(ctx, tx, a); err != nil {
			return err
		}
		return warnOfSimilar(ctx, tx, done, a)
	})
}

// changeAccount runs a change of one account by the producer's operators. The row of the account is locked, and it is
// the result of the change.
func (s *Service) changeAccount(ctx context.Context, r change.Request, id gid.ID,
	rule func(ctx context.Context, tx store.Tx, done *change.Record, a *ent.Account) error) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	r.Homes = []change.Home{{Account: id}}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		a, err := lockedAccount(ctx, tx, "input.account", id)
		if err != nil {
			return err
		}
		done.Result(id)
		return rule(ctx, tx, done, a)
	})
}

// lockedAccount reads an account and locks the row until the transaction ends. It returns NOT_FOUND of the field.
func lockedAccount(ctx context.Context, tx store.Tx, field string, id gid.ID) (*ent.Account, error) {
	a, err := tx.Client().Account.Query().Where(account.ID(id), store.Locked).Only(ctx)
	if err != nil {
		return nil, orNotFound(err, field, "Account", id)
	}
	return a, nil
}

// warnOfSimilar adds a warning if another account has the same name, apart from letter case and the like. Names need
// not be unique, but an organization that is entered twice gets its rights in two places.
func warnOfSimilar(ctx context.Context, tx store.Tx, done *change.Record, a *ent.Account) error {
	others, err := tx.Client().Account.Query().Where(account.NameKey(a.NameKey), account.IDNEQ(a.ID)).
		Order(ent.Asc(account.FieldID)).Limit(1).All(ctx)
	if err != nil {
		return fmt.Errorf("look for accounts with the name: %w", err)
	}
	if len(others) > 0 {
		done.Warn("SIMILAR_ACCOUNT", "The account {account} has the same name.",
			fault.With("account", value.OfReference(others[0].ID, others[0].Name)))
	}
	return nil
}
