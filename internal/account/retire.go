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
	if tx.Engine() == store.Postgres {
		// FOR SHARE conflicts with the update of retireAccount, and not with itself.
		if _, err := tx.Exec(ctx, "SELECT 1 FROM accounts WHERE id = ? FOR SHARE", int64(id)); err != nil {
			return fmt.Errorf("keep the account from being retired: %w", err)
		}
	}
	a, err := tx.Client().Account.Query().Where(account.ID(id)).Only(ctx)
	if err != nil {
		return orNotFound(err, field, "Account", id)
	}
	if a.RetiredAt != nil {
		return fault.New(AccountRetired, field, "The account is retired, so that it is granted nothing new.",
			"Give another account, or reinstate this one with reinstateAccount.")
	}
	return nil
}
