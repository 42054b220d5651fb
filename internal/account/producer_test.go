package account_test

import (
	"context"
	"sync"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const forbiddenCode = change.Forbidden

const (
	operator = vocabulary.ProducerRoleOperator
	agent    = vocabulary.ProducerRoleSupportAgent
)

func (w *world) role(by context.Context, of gid.ID, role vocabulary.ProducerRole) error {
	_, err := w.ChangeProducerRole(by, request("changeProducerRole"), of, role)
	return err
}

func TestRolesOfTheProducer(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		olga, omar := w.user("olga", operating), w.user("omar")
		supporting := w.user("sue", func(c *ent.UserCreate) { c.SetProducerRole(agent) })
		console := viewer.With(t.Context(), viewer.CommandLine())
		program := viewer.With(t.Context(), (&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey,
			CredentialID: w.producerKey(), Name: "sync",
			Producer: operator, Scopes: vocabulary.EveryKeyScope}).Settle())

		refused(t, w.role(w.as(w.ada), omar, operator), change.Forbidden, "")
		refused(t, w.role(w.as(supporting), omar, operator), change.Forbidden, "")
		erase := func(by context.Context, of gid.ID) error {
			_, err := w.EraseUser(by, request("eraseUser"), of)
			return err
		}
		move := func(by context.Context, of gid.ID) error {
			_, err := w.ChangeUserEmail(by, request("changeUserEmail"), of, "elsewhere@new.example")
			return err
		}
		for _, change := range []func(context.Context, gid.ID) error{
			func(by context.Context, of gid.ID) error { return w.role(by, of, "") }, erase, move,
		} {
			refused(t, change(program, olga), forbiddenCode, "")
			refused(t, change(program, omar), forbiddenCode, "")
			refused(t, change(w.as(olga), olga), account.OwnRole, "input.user")
		}
		refused(t, w.role(program, omar, operator), change.Forbidden, "")
		refused(t, erase(console, olga), account.LastOperator, "input.user")
		refused(t, w.role(w.as(olga), omar, vocabulary.ProducerRoleIntegration), fault.BadInput, "input.role")
		refused(t, w.role(w.as(olga), gid.New(gid.User, 1), operator), fault.NotFound, "input.user")
		for _, last := range []error{
			w.role(console, olga, ""), w.role(console, olga, agent),
			func() error { _, err := w.DeactivateUser(console, request("deactivateUser"), olga); return err }(),
		} {
			refused(t, last, account.LastOperator, "input.user")
		}
		w.must(w.role(w.as(olga), omar, operator))
		token := w.session(omar)
		w.must(w.role(w.as(olga), omar, agent))
		if _, err := w.access.Session(t.Context(), token); err == nil {
			t.Error("the session of a former operator still works")
		}
		w.must(w.role(w.as(olga), omar, operator))
		w.must(w.role(w.as(omar), olga, ""))
		refused(t, w.role(console, omar, ""), account.LastOperator, "input.user")
	})
}

// producerKey creates an API key of the producer.
func (w *world) producerKey() gid.ID {
	id := gid.New(gid.APIKey, gid.NewLocality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		return c.APIKey.Create().SetID(id).SetSecretHash("producer").SetHint("h").SetName("sync").
			SetProducerRole(operator).
			SetScopes(vocabulary.EveryKeyScope).SetCreatedAt(1).SetExpiresAt(1 << 60).Exec(ctx)
	})
	return id
}

func TestDeactivatingEndsCredentials(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		olga := w.user("olga", operating)
		w.resting(w.dora, "dora@dock.example")
		token := w.session(w.dora)
		type rule func(context.Context, change.Request, gid.ID) (change.Outcome, error)
		do := func(by gid.ID, f rule, of gid.ID) (change.Outcome, error) {
			return f(w.as(by), request("deactivateUser"), of)
		}
		_, err := do(w.ada, w.DeactivateUser, w.dora)
		refused(t, err, change.Forbidden, "")
		_, err = do(olga, w.DeactivateUser, olga)
		refused(t, err, account.OwnRole, "input.user")
		outcome, err := do(olga, w.DeactivateUser, w.dora)
		w.must(err)
		if len(outcome.Warnings) != 1 || outcome.Warnings[0].Code != string(account.LastAdministrator) {
			t.Errorf("%+v, want len(Warnings) = 1 and Code = %v", outcome.Warnings, string(account.LastAdministrator))
		}
		if got := w.rests(w.dora); len(got) != 0 {
			t.Errorf("still works: %v", got)
		}
		if _, err := w.access.Session(t.Context(), token); err == nil {
			t.Error("the session still works")
		}
		if m := w.membershipOf(w.dora, w.dock); m == nil || m.SuspendedAt != nil {
			t.Errorf("%+v, want m != nil and SuspendedAt = nil", m)
		}
		_, err = do(olga, w.ReactivateUser, w.dora)
		w.must(err)
		if got := w.rests(w.dora); len(got) != 0 {
			t.Errorf("works again: %v", got)
		}
		if v := viewer.From(w.as(w.dora)); !v.Administers(w.dock) {
			t.Error("the membership is not in force")
		}
	})
}

// If two operators remove each other's role at the same time, one remains.
func TestTheLastTwoOperatorsLeaveOne(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for range 5 {
			w.write(func(ctx context.Context, c *ent.Client) error {
				return c.User.Update().Where(user.ProducerRoleNotNil()).ClearProducerRole().Exec(ctx)
			})
			suffix := gid.New(gid.User, gid.NewLocality()).String()
			one, other := w.user("one "+suffix, operating), w.user("other "+suffix, operating)
			var all sync.WaitGroup
			for by, of := range map[gid.ID]gid.ID{one: other, other: one} {
				ctx := w.as(by)
				all.Go(func() {
					if err := w.role(ctx, of, ""); err != nil && change.Refusals(err) == nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if n := w.db.Client().User.Query().Where(user.ProducerRoleEQ(operator)).CountX(w.all()); n != 1 {
				t.Fatalf("%d operators are left", n)
			}
		}
	})
}
