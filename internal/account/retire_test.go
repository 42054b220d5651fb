package account_test

import (
	"context"
	"sync"
	"testing"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// takesGrants asks in a transaction of its own whether an account takes new grants.
func (w *world) takesGrants(id gid.ID) error {
	return w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
		return account.CheckTakesGrants(ctx, tx, "input.account", id)
	})
}

func TestARetiredAccountTakesNoGrants(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := viewer.With(t.Context(), viewer.CommandLine())
		w.must(w.takesGrants(w.harbor))
		_, err := w.RetireAccount(ctx, request("retireAccount"), w.harbor)
		w.must(err)
		refused(t, w.takesGrants(w.harbor), account.AccountRetired, "input.account")
		w.must(w.takesGrants(w.dock)) // the accounts below are not retired with it
		refused(t, w.takesGrants(gid.New(gid.Account, 1)), fault.NotFound, "input.account")
		_, err = w.ReinstateAccount(ctx, request("reinstateAccount"), w.harbor)
		w.must(err)
		w.must(w.takesGrants(w.harbor))
	})
}

// An account is not retired while a grant that found it open is being made.
func TestAnAccountIsNotRetiredBeforeAGrantEnds(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := viewer.With(t.Context(), viewer.CommandLine())
		var all sync.WaitGroup
		var retired error
		w.must(w.db.Write(w.all(), func(granting context.Context, tx store.Tx) error {
			if err := account.CheckTakesGrants(granting, tx, "input.account", w.meadow); err != nil {
				return err
			}
			all.Go(func() { _, retired = w.RetireAccount(ctx, request("retireAccount"), w.meadow) })
			// The other transaction can only commit after this one: what is read here stays true.
			return account.CheckTakesGrants(granting, tx, "input.account", w.meadow)
		}))
		all.Wait()
		w.must(retired)
		refused(t, w.takesGrants(w.meadow), account.AccountRetired, "input.account")
	})
}
