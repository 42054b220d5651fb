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

// OfProducer keeps the producer's own people in a list of users.
func OfProducer(q *sql.Selector) { q.Where(sql.NotNull(q.C(user.FieldProducerRole))) }

// ChangeProducerRole says what a user may do for all customers; "" is nothing. Only operators may, and nobody for themselves. The
// outcome names the user. It returns NOT_FOUND, BAD_INPUT, OWN_ROLE, LAST_OPERATOR, or what change.Pipeline.Do does.
func (s *Service) ChangeProducerRole(ctx context.Context, r change.Request, id gid.ID, role vocabulary.ProducerRole) (change.Outcome, error) {
	return s.changePerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
		if role == vocabulary.ProducerRoleIntegration {
			return badInput("input.role", "Only programs may have this role.", "Give OPERATOR or SUPPORT_AGENT, or make a key with createApiKey.")
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
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "ProducerRoleChanged", Subject: u.ID, Label: u.UserName,
			Fields: change.Became("producerRole", string(before), string(role))})
		// A browser in which somebody looks as a customer, or reads for all of them, asks again who they are.
		return EndSessions(ctx, tx, u.ID)
	})
}

// DeactivateUser lets a user sign in no more. Sessions, links and keys of the user end; memberships stay. Only operators may, and
// nobody for themselves. The outcome names the user. It returns NOT_FOUND, OWN_ROLE, LAST_OPERATOR, or what change.Pipeline.Do
// does.
func (s *Service) DeactivateUser(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changePerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
		if !u.Active {
			return nil
		}
		if err := setActive(ctx, tx, done, u, false); err != nil {
			return err
		}
		if err := EndWaysIn(ctx, tx, done.Now(), u.ID); err != nil {
			return err
		}
		return s.warnOfAccounts(ctx, tx, done, u)
	})
}

// ReactivateUser lets a deactivated user sign in again. Keys that were revoked stay so. Only operators may. The outcome names the
// user. It returns NOT_FOUND, OWN_ROLE, or what change.Pipeline.Do does.
func (s *Service) ReactivateUser(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changePerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
		if u.Active {
			return nil
		}
		return setActive(ctx, tx, done, u, true)
	})
}

// changePerson carries a change out of what a user may do at all, by the rules of byPerson.
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

// byPerson carries a change out of a user as a whole. The rules are the same for all of them: only operators, no program, nobody
// for themselves, and an operator is left.
func (s *Service) byPerson(ctx context.Context, r change.Request, id gid.ID, rule change.Rule) (change.Outcome, error) {
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
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

// KeepAnOperator carries out a change that may take operators away, and refuses it with LAST_OPERATOR if no active operator is left
// where there were some.
func KeepAnOperator(ctx context.Context, tx store.Tx, change func() error) error {
	// Of two who take each other's role away at once, the second sees what the first has done. No rows are locked: every operator's
	// own request holds theirs.
	if err := tx.Hold(ctx, "operators"); err != nil {
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
		return fault.New(LastOperator, "input.user", "The producer would have no active operator left.", "Make another user an operator first, with changeProducerRole.")
	}
	return nil
}

// operators counts the active operators.
func operators(ctx context.Context, tx store.Tx) (int, error) {
	n, err := tx.Client().User.Query().Where(user.ProducerRoleEQ(vocabulary.ProducerRoleOperator), user.Active(true)).Count(ctx)
	return n, wrap("count the operators", err)
}

func setActive(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User, active bool) error {
	if err := tx.Client().User.UpdateOneID(u.ID).SetActive(active).SetUpdatedAt(clock.Later(u.UpdatedAt, done.Now())).Exec(ctx); err != nil {
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

// warnOfAccounts warns of accounts that a deactivated user was the last to administer.
func (s *Service) warnOfAccounts(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
	rows, err := tx.Client().Membership.Query().Where(membership.UserID(u.ID), InForceOn(s.today()), isAdministrator,
		membership.ProductLineIDIsNil()).WithAccount().Order(ent.Asc(membership.FieldID)).Limit(mostTold).All(ctx)
	if err != nil {
		return fmt.Errorf("read the memberships: %w", err)
	}
	for _, m := range rows {
		left, err := s.administrators(ctx, tx, m.AccountID)
		if err != nil {
			return err
		}
		if left.lasting == 0 {
			done.Warn(string(LastAdministrator), "The account {account} has no administrator left whose membership has no end.",
				fault.With("account", value.OfReference(m.AccountID, m.Edges.Account.Name)))
		}
	}
	return nil
}
