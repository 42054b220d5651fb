package access

import (
	"context"
	"fmt"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/session"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// EndSessions ends one session of the viewer, or with 0 all sessions except the current one; in that case all other
// browsers are forgotten too. The outcome contains the ids of the ended sessions. It returns NOT_FOUND for a session
// that is not the viewer's own.
func (s *Service) EndSessions(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.OwnSession}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		who := viewer.From(ctx)
		q := tx.Client().Session.Query().Where(session.UserID(who.User))
		if id == 0 {
			q.Where(session.IDNEQ(who.CredentialID))
		} else {
			q.Where(session.ID(id))
		}
		rows, err := q.WithUser().Order(ent.Asc(session.FieldID)).All(ctx)
		if err != nil {
			return fmt.Errorf("look for the sessions: %w", err)
		}
		if id != 0 && len(rows) == 0 {
			return fault.Missing("input.session", "Session", id)
		}
		if id == 0 {
			if err := members.ForgetBrowsers(ctx, tx, who.User); err != nil {
				return err
			}
		}
		return endSessions(ctx, tx, done, rows...)
	})
}

// SwitchAccount restricts the viewer's session to one account, or with 0 removes the restriction. It returns NOT_FOUND
// for an account in which the viewer has no membership in force.
func (s *Service) SwitchAccount(ctx context.Context, r change.Request, to gid.ID) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.OwnSession}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		who := viewer.From(ctx)
		if to != 0 {
			// Unscoped, because a session that is restricted to another account does not see this one.
			member, err := tx.Client().Membership.Query().
				Where(membership.UserID(who.User), membership.AccountID(to), members.InForceOn(s.today())).
				Exist(store.Unscoped(ctx))
			if err != nil {
				return fmt.Errorf("look for the membership: %w", err)
			}
			if !member {
				return fault.New(fault.NotFound, "input.account", "There is no {type} {id} of which you are a member.",
					"Choose an account in which you have a membership of your own.",
					fault.WithText("type", "Account"),
					fault.With("id", value.OfReference(to, "")))
			}
		}
		row, err := currentSession(ctx, tx)
		if err != nil {
			return err
		}
		update := tx.Client().Session.Update().Where(session.ID(row.ID)).ClearAccountID()
		if to != 0 {
			update.SetAccountID(to)
			done.Result(to)
		}
		if err := update.Exec(ctx); err != nil {
			return fmt.Errorf("switch the account: %w", err)
		}
		if from := orNone(row.AccountID); from != to {
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "AccountSwitched", Subject: row.ID,
				Label:  who.Name,
				Fields: change.Became("narrowedTo", from.String(), to.String())})
		}
		return nil
	})
}

// freshSession is the maximum age of a session for operations that require a recent sign-in.
const freshSession = 15 * time.Minute

// ViewAs shows one of the producer's people what an administrator of an account sees, or with 0 ends this. It is
// recorded in the account's audit log. To begin, the session must be younger than 15 minutes. It returns FORBIDDEN for
// anybody but the producer's operators and support agents, SIGN_IN_AGAIN, and NOT_FOUND for an account that does not
// exist.
func (s *Service) ViewAs(ctx context.Context, r change.Request, as gid.ID) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.OwnSession}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		who := viewer.From(ctx)
		if who.Producer != vocabulary.ProducerRoleOperator && who.Producer != vocabulary.ProducerRoleSupportAgent {
			return forbidden("Only the producer's people may use viewAs.", "Ask the producer.")
		}
		ctx = store.Unscoped(ctx) // a viewer who views as one account does not see the other one
		row, err := currentSession(ctx, tx)
		if err != nil {
			return err
		}
		if as != 0 && row.CreatedAt <= done.Now().Add(-freshSession) {
			return fault.New(SignInAgain, "",
				"To use viewAs, you must have signed in within the last {max} minutes.",
				"Sign out, sign in again, and repeat the request.",
				fault.WithNumber("max", int64(freshSession/time.Minute)),
				fault.WithNumber("given", int64(done.Now()-row.CreatedAt)/time.Minute.Microseconds()))
		}
		from := orNone(row.ViewingAccountID)
		update := tx.Client().Session.Update().Where(session.ID(row.ID)).ClearViewingAccountID()
		if as != 0 {
			update.SetViewingAccountID(as)
			done.Result(as)
		}
		told := change.Effects(vocabulary.EffectKindChanged, row.ID, who.Name,
			change.Became("viewingAs", from.String(), as.String()))
		for _, side := range []struct {
			account gid.ID
			event   string
			kind    vocabulary.EffectKind
		}{{as, "ViewingAsBegan", vocabulary.EffectKindCreated}, // first, because the viewer may read this entry
			{from, "ViewingAsEnded", vocabulary.EffectKindRemoved}} {
			if side.account == 0 || from == as {
				continue
			}
			seen, err := tx.Client().Account.Query().Where(account.ID(side.account)).Select(account.FieldName).
				Only(ctx)
			if ent.IsNotFound(err) {
				return fault.Missing("input.account", "Account", side.account)
			}
			if err != nil {
				return fmt.Errorf("look for the account: %w", err)
			}
			done.Note(change.Note{Kind: side.kind, Event: side.event, Account: seen.ID, Subject: seen.ID,
				Label: seen.Name, Effects: told})
			told = []change.Effect{} // both accounts record it, but it is one change of the session
		}
		if err := update.Exec(ctx); err != nil {
			return fmt.Errorf("look as another account: %w", err)
		}
		return nil
	})
}

// currentSession returns the viewer's session. It may have ended since the viewer was built.
func currentSession(ctx context.Context, tx store.Tx) (*ent.Session, error) {
	q := tx.Client().Session.Query().Where(session.ID(viewer.From(ctx).CredentialID))
	if tx.Engine() == store.Postgres {
		q.ForUpdate()
	}
	row, err := q.Only(ctx)
	if ent.IsNotFound(err) {
		return nil, unauthenticated()
	}
	if err != nil {
		return nil, fmt.Errorf("look for the session: %w", err)
	}
	return row, nil
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}
