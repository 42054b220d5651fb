package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// RetireAccount retires an account: it is granted no new rights. What it has stays, and so do its members. The outcome
// names the account. It returns NOT_FOUND, or an error of change.Pipeline.Do. To retire twice is no error.
func (s *Service) RetireAccount(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changeAccount(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record,
		a *ent.Account) error {
		if a.RetiredAt != nil {
			done.Warn("ALREADY_RETIRED", "The account was already retired.")
			return nil
		}
		if err := tx.Client().Account.UpdateOneID(id).SetRetiredAt(done.Now()).
			SetUpdatedAt(clock.Later(a.UpdatedAt, done.Now())).Exec(ctx); err != nil {
			return fmt.Errorf("retire the account: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "AccountRetired", Account: id, Subject: id,
			Label: a.Name, Fields: change.Is("retiredAt", done.Now().String())})
		return nil
	})
}

// ReinstateAccount ends the retirement of an account. The outcome names the account. It returns NOT_FOUND, or an error
// of change.Pipeline.Do. If the account is not retired it only warns.
func (s *Service) ReinstateAccount(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changeAccount(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record,
		a *ent.Account) error {
		if a.RetiredAt == nil {
			done.Warn("NOT_RETIRED", "The account is not retired.")
			return nil
		}
		if err := tx.Client().Account.UpdateOneID(id).ClearRetiredAt().
			SetUpdatedAt(clock.Later(a.UpdatedAt, done.Now())).Exec(ctx); err != nil {
			return fmt.Errorf("reinstate the account: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "AccountReinstated", Account: id, Subject: id,
			Label: a.Name, Fields: change.Was("retiredAt", a.RetiredAt.String())})
		return nil
	})
}

// CheckTakesGrants returns ACCOUNT_RETIRED if an account is retired, and NOT_FOUND if there is none. Whoever grants
// new rights to an account calls it in the transaction of the grant. It keeps the account from being retired until the
// transaction ends; several grants may be made at the same time. field names the account in the input.
func CheckTakesGrants(ctx context.Context, tx store.Tx, field string, id gid.ID) error {
	found, err := keepFromRetirement(ctx, tx, id)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fault.Missing(field, "Account", id)
	}
	return TakesGrants(field, found[0])
}

// RefusalsOfGrants is CheckTakesGrants for several accounts with one statement. It returns the refusals by the ids of
// the accounts, with field as their path.
func RefusalsOfGrants(ctx context.Context, tx store.Tx, field string, ids ...gid.ID) (map[gid.ID]*fault.Error, error) {
	found, err := keepFromRetirement(ctx, tx, ids...)
	if err != nil {
		return nil, err
	}
	refusals := map[gid.ID]*fault.Error{}
	for _, a := range found {
		var refusal *fault.Error
		if errors.As(TakesGrants(field, a), &refusal) {
			refusals[a.ID] = refusal
		}
	}
	return refusals, nil
}

// keepFromRetirement reads accounts in the order of their ids, and keeps them from being retired until the transaction
// ends.
func keepFromRetirement(ctx context.Context, tx store.Tx, ids ...gid.ID) ([]*ent.Account, error) {
	q := tx.Client().Account.Query().Where(store.KeyIn(account.FieldID, ids)).Order(ent.Asc(account.FieldID))
	if tx.Engine() == store.Postgres {
		q.ForShare() // it conflicts with the update of retireAccount, and not with itself
	}
	found, err := q.All(ctx)
	if err != nil {
		return nil, fmt.Errorf("keep accounts from being retired: %w", err)
	}
	return found, nil
}

// TakesGrants is CheckTakesGrants for an account that the transaction has read and locked (store.Locked).
func TakesGrants(field string, a *ent.Account) error {
	if a.RetiredAt == nil {
		return nil
	}
	return fault.New(AccountRetired, field, "The account is retired, so that it is granted nothing new.",
		"Give another account, or reinstate this one with reinstateAccount.")
}
