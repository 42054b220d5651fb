package account

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// OfProducer is the condition that a user has a producer role.
func OfProducer(q *sql.Selector) { q.Where(sql.NotNull(q.C(user.FieldProducerRole))) }

// ChangeProducerRole sets the producer role of a user, which applies to all customers; "" removes it. Only operators
// may do it, and not for themselves. The outcome names the user. It returns NOT_FOUND, BAD_INPUT, OWN_ROLE,
// LAST_OPERATOR, or an error of change.Pipeline.Do.
func (s *Service) ChangeProducerRole(ctx context.Context, r change.Request, id gid.ID,
	role vocabulary.ProducerRole) (change.Outcome, error) {
	return s.changePerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
		if role == vocabulary.ProducerRoleIntegration {
			return badInput("input.role", "Only programs may have this role.",
				"Give OPERATOR or SUPPORT_AGENT, or make a key with createApiKey.")
		}
		before := vocabulary.ProducerRole("")
		if u.ProducerRole != nil {
			before = *u.ProducerRole
		}
		if before == role {
			return nil
		}
		update := tx.Client().User.UpdateOneID(u.ID).SetUpdatedAt(clock.Later(u.UpdatedAt, done.Now()))
		if role == "" {
			update.ClearProducerRole()
		} else {
			update.SetProducerRole(role)
		}
		if err := update.Exec(ctx); err != nil {
			return fmt.Errorf("change the role: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "ProducerRoleChanged", Subject: u.ID,
			Label:  u.UserName,
			Fields: change.Became("producerRole", string(before), string(role))})
		// A session in which the user views as a customer, or reads for all customers, must end with the role: the
		// user signs in again.
		has, err := credentialsOf(ctx, tx, done.Now(), u.ID)
		if err != nil {
			return err
		}
		return has.signOut(ctx, tx, done, 0, u)
	})
}

// DeactivateUser stops a user from signing in. Sessions, links and keys of the user end; memberships stay. Only
// operators may do it, and not for themselves. The outcome names the user. It returns NOT_FOUND, OWN_ROLE,
// LAST_OPERATOR, or an error of change.Pipeline.Do.
func (s *Service) DeactivateUser(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changePerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
		if !u.Active {
			return nil
		}
		if err := setActive(ctx, tx, done, u, false); err != nil {
			return err
		}
		if err := endCredentials(ctx, tx, done, u); err != nil {
			return err
		}
		return s.warnOfAccounts(ctx, tx, done, u)
	})
}

// ReactivateUser lets a deactivated user sign in again. Revoked keys stay revoked. Only operators may do it. The
// outcome names the user. It returns NOT_FOUND, OWN_ROLE, or an error of change.Pipeline.Do.
func (s *Service) ReactivateUser(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changePerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
		if u.Active {
			return nil
		}
		return setActive(ctx, tx, done, u, true)
	})
}

// changePerson runs a change of one user by the rules of byPerson. The user's row is locked.
func (s *Service) changePerson(ctx context.Context, r change.Request, id gid.ID,
	rule func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error) (change.Outcome, error) {
	return s.byPerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		u, err := lockUser(ctx, tx, id)
		if err != nil {
			return err
		}
		done.Result(id)
		return rule(ctx, tx, done, u)
	})
}

// byPerson runs a change of a user as a whole. Only operators who are people may make it, not for themselves, and an
// active operator must be left.
func (s *Service) byPerson(ctx context.Context, r change.Request, id gid.ID, rule change.Rule) (change.Outcome,
	error) {
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		who := viewer.From(ctx)
		if who.User == 0 && who.CredentialID != 0 {
			return forbidden("Only a person may do this, not a program.", "Sign in as an operator.")
		}
		if who.User == id {
			return fault.New(OwnRole, "input.user", "You cannot do this to your own user.", "Ask another operator.")
		}
		return KeepAnOperator(ctx, tx, func() error { return rule(ctx, tx, done) })
	})
}

// KeepAnOperator runs a change that may remove operators. It returns LAST_OPERATOR if the change removes the last
// active operator.
func KeepAnOperator(ctx context.Context, tx store.Tx, change func() error) error {
	// An advisory lock serializes changes of operators: if two operators remove each other's role, the second sees the
	// result of the first. Rows are not locked, because every operator's own request holds a lock on their row.
	if err := tx.AdvisoryLock(ctx, "operators"); err != nil {
		return fmt.Errorf("wait for others who change operators: %w", err)
	}
	before, err := operators(ctx, tx)
	if err != nil {
		return err
	}
	if err := change(); err != nil {
		return err
	}
	after, err := operators(ctx, tx)
	if err != nil {
		return err
	}
	if before > 0 && after == 0 {
		return fault.New(LastOperator, "input.user", "The producer would have no active operator left.",
			"Make another user an operator first, with changeProducerRole.")
	}
	return nil
}

// operators counts the active operators.
func operators(ctx context.Context, tx store.Tx) (int, error) {
	n, err := tx.Client().User.Query().Where(user.ProducerRoleEQ(vocabulary.ProducerRoleOperator), user.Active(true)).
		Count(ctx)
	return n, wrap("count the operators", err)
}

func setActive(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User, active bool) error {
	if err := tx.Client().User.UpdateOneID(u.ID).SetActive(active).SetUpdatedAt(clock.Later(u.UpdatedAt, done.Now())).
		Exec(ctx); err != nil {
		return fmt.Errorf("change whether the user may sign in: %w", err)
	}
	event := "UserDeactivated"
	if active {
		event = "UserReactivated"
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: event, Subject: u.ID, Label: u.UserName,
		Fields: change.Became("active", fmt.Sprint(!active), fmt.Sprint(active))})
	return nil
}

// warnOfAccounts warns of accounts whose last administrator is the deactivated user.
func (s *Service) warnOfAccounts(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
	rows, err := tx.Client().Membership.Query().Where(membership.UserID(u.ID), InForceOn(s.today()), isAdministrator,
		membership.ProductLineIDIsNil()).WithAccount().Order(ent.Asc(membership.FieldID)).Limit(maxNotified).All(ctx)
	if err != nil {
		return fmt.Errorf("read the memberships: %w", err)
	}
	for _, m := range rows {
		left, err := s.administrators(ctx, tx, m.AccountID)
		if err != nil {
			return err
		}
		if left.lasting == 0 {
			done.Warn(string(LastAdministrator),
				"The account {account} has no administrator left whose membership has no end.",
				fault.With("account", value.OfReference(m.AccountID, m.Edges.Account.Name)))
		}
	}
	return nil
}
