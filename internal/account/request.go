package account

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// RequestState tells where a request for access stands.
func RequestState(r *ent.AccessRequest) vocabulary.AccessRequestState {
	switch {
	case r.DecidedAt == nil:
		return vocabulary.AccessRequestStateOpen
	case r.Granted:
		return vocabulary.AccessRequestStateGranted
	}
	return vocabulary.AccessRequestStateDeclined
}

// WantedAccess is what somebody asks the administrators of an account for. No roles stand for READER.
type WantedAccess struct {
	Account  gid.ID
	Roles    []vocabulary.Role
	Services []vocabulary.Service
	// Note are a few words to the administrators, of at most 500 letters.
	Note string
}

// RequestAccess asks the administrators of an account for access. Who does not see the account gets the same answer whether
// there is one or not, and whether a request waits already: an outcome that names nothing. The same statements run for both: what
// is asked is recorded as a job, which finds out whether there is an account. A member asks for more, and the
// outcome names the request; it returns ALREADY_REQUESTED while one waits, and ALREADY_MEMBER where nothing more is asked for.
// It returns BAD_INPUT, or what change.Pipeline.Do does.
func (s *Service) RequestAccess(ctx context.Context, r change.Request, in WantedAccess) (change.Outcome, error) {
	who := viewer.From(ctx)
	r.Needs = change.Needs{Right: change.SignedIn}
	sees := who != nil && who.Sees(in.Account)
	if sees {
		r.Homes = []change.Home{{Account: in.Account}} // who does not see the account is not told where it is kept
	}
	outcome, err := s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if len(in.Roles) == 0 {
			in.Roles = reader.List()
		}
		roles, problem := chosenRoles(in.Roles)
		services, another := chosenServices(in.Services)
		if err := errors.Join(problem, another, checkText("input.note", in.Note)); err != nil {
			return err
		}
		what := given{roles: roles, services: services}
		if !sees {
			return s.requestLater(ctx, tx, r, in, what)
		}
		return s.request(ctx, tx, done, in, what, true)
	})
	if err == nil && !sees {
		outcome.IDs, outcome.Warnings = nil, nil
		// The request is called as its record calls it: by who asks. The name of the account would tell that there is one.
		outcome.Effects = []change.Effect{{Kind: vocabulary.EffectKindCreated, Label: who.Name}}
	}
	return outcome, err
}

// request records a request. For who does not see the account it does nothing where it could not.
func (s *Service) request(ctx context.Context, tx store.Tx, done *change.Record, in WantedAccess, what given, sees bool) error {
	who := viewerID(ctx)
	if err := LockAccount(ctx, tx, in.Account); err != nil {
		return err
	}
	beyond := store.Unscoped(ctx) // the answer does not tell what is found
	there, err := tx.Client().Account.Query().Where(account.ID(in.Account)).Exist(beyond)
	if err != nil {
		return fmt.Errorf("look for the account: %w", err)
	}
	waits, err := tx.Client().AccessRequest.Query().Where(accessrequest.AccountID(in.Account), accessrequest.UserID(who), accessrequest.DecidedAtIsNil()).
		Exist(beyond)
	if err != nil {
		return fmt.Errorf("look for a request that waits: %w", err)
	}
	m, err := membershipOf(ctx, tx, in.Account, who)
	if err != nil {
		return err
	}
	has := m != nil && s.inForce(m) && !what.exceeds(given{roles: m.Roles | m.DirectoryRoles, services: m.ServiceAccess | m.DirectoryServices})
	switch {
	case !sees && (!there || waits):
		return nil
	case !there:
		return notFound("input.account", "account", in.Account)
	case waits:
		return fault.New(AlreadyRequested, "", "You already have a request that waits for a decision.", "Wait for the administrators of the account.")
	case has:
		return fault.New(AlreadyMember, "", "You already have this access.", "Ask only for access that you do not have.")
	}
	u, err := tx.Client().User.Query().Where(user.ID(who)).Only(ctx)
	if err != nil {
		return fmt.Errorf("read the viewer: %w", err)
	}
	id := gid.New(gid.AccessRequest, in.Account.Locality())
	err = tx.Client().AccessRequest.Create().SetID(id).SetAccountID(in.Account).SetUserID(who).SetRoles(what.roles).
		SetServiceAccess(what.services).SetNote(in.Note).SetGranted(false).SetCreatedAt(done.Now()).Exec(beyond)
	if err != nil {
		return fmt.Errorf("request access: %w", err)
	}
	fields := what.fields()
	if in.Note != "" {
		fields = append(fields, change.Is("note", in.Note)...)
	}
	done.Result(id)
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "AccessRequested", Account: in.Account, Subject: id,
		Label: u.UserName, Fields: fields})
	return s.tellAdministrators(ctx, tx, in, id, u)
}

// tellAdministrators writes to those who may decide a request.
func (s *Service) tellAdministrators(ctx context.Context, tx store.Tx, in WantedAccess, id gid.ID, who *ent.User) error {
	people, err := administratorsOf(ctx, tx, in.Account, s.today()) // who asks does not learn who they are
	if err != nil {
		return err
	}
	name, err := accountName(ctx, tx, in.Account)
	if err != nil {
		return err
	}
	requester := nameOf(who)
	if email := orEmpty(who.Email); email != "" && email != requester {
		requester += " (" + email + ")"
	}
	for _, u := range people {
		err := send(ctx, tx, s.outbox, u, func(to string) mail.Message {
			return mail.AccessRequest{To: to, Request: id, Requester: requester, Account: name, Reason: in.Note}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// isAdministrator keeps memberships with the role, of their own or through a group.
func isAdministrator(q *sql.Selector) {
	q.Where(sql.P(func(b *sql.Builder) {
		b.WriteString("(").Ident(q.C(membership.FieldRoles)).WriteString(" | ").Ident(q.C(membership.FieldDirectoryRoles)).WriteString(") & ")
		b.Arg(int64(administrator)).WriteString(" <> 0")
	}))
}

// Decision is what an administrator says of a request.
type Decision struct {
	Grant bool
	// Roles and Services are given instead of those asked for, where they are not nil.
	Roles    []vocabulary.Role
	Services []vocabulary.Service
	// Answer are a few words to the one who asked, of at most 500 letters.
	Answer string
}

// DecideAccessRequest grants or declines a request. A member is given more, in the scope that the membership has; one that is
// suspended or has ended gives again. The outcome names the request and, where it was granted, the membership. It returns
// BAD_INPUT, NOT_FOUND, ALREADY_DECIDED, GRANT_TOO_WIDE, REACH_TOO_WIDE, FORBIDDEN for a user who may not sign in, or what change.Pipeline.Do does.
func (s *Service) DecideAccessRequest(ctx context.Context, r change.Request, id gid.ID, in Decision) (change.Outcome, error) {
	if err := s.somebody(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	asked, err := s.db().Client().AccessRequest.Query().Where(accessrequest.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.accessRequest", "request", id)
	}
	return s.manage(ctx, r, asked.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		by, err := MayHandOut(ctx, asked.AccountID)
		if err != nil {
			return err
		}
		asked, err := tx.Client().AccessRequest.Query().Where(accessrequest.ID(id), store.Locked).WithUser().Only(ctx)
		if err != nil {
			return orNotFound(err, "input.accessRequest", "request", id)
		}
		if asked.DecidedAt != nil {
			return alreadyDecided("The request was decided in the meantime.")
		}
		what, err := in.of(asked)
		if err != nil {
			return err
		}
		done.Result(id)
		fields := change.Became("state", string(vocabulary.AccessRequestStateOpen), string(in.state()))
		fields = append(fields, turned("answer", "", in.Answer)...)
		if err := s.decide(ctx, tx, done, asked, in, fields); err != nil {
			return err
		}
		if in.Grant {
			if err := s.grant(ctx, tx, done, asked, what, by); err != nil {
				return err
			}
		}
		return s.tellRequester(ctx, tx, asked, in, what)
	})
}

func (in Decision) state() vocabulary.AccessRequestState {
	if in.Grant {
		return vocabulary.AccessRequestStateGranted
	}
	return vocabulary.AccessRequestStateDeclined
}

// of works out what is given.
func (in Decision) of(asked *ent.AccessRequest) (given, error) {
	what, err := given{roles: asked.Roles, services: asked.ServiceAccess}.choosing(in.Roles, in.Services)
	return what, errors.Join(checkText("input.answer", in.Answer), err)
}

func (s *Service) decide(ctx context.Context, tx store.Tx, done *change.Record, asked *ent.AccessRequest, in Decision, fields []audit.Field) error {
	err := tx.Client().AccessRequest.UpdateOneID(asked.ID).SetDecidedAt(done.Now()).SetNillableDecidedByID(orNull(viewerID(ctx))).
		SetGranted(in.Grant).SetAnswer(in.Answer).Exec(ctx)
	if err != nil {
		return fmt.Errorf("decide the request: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "AccessRequestDecided", Account: asked.AccountID, Subject: asked.ID,
		Label: asked.Edges.User.UserName, Fields: fields})
	return nil
}

// grant gives what was asked for, or a part of it.
func (s *Service) grant(ctx context.Context, tx store.Tx, done *change.Record, asked *ent.AccessRequest, what given, by Authority) error {
	if !asked.Edges.User.Active {
		return forbidden("The user is deactivated and may not sign in.", "Decline the request.")
	}
	m, err := membershipOf(ctx, tx, asked.AccountID, asked.UserID)
	if err != nil {
		return err
	}
	var has given
	if m != nil && s.inForce(m) {
		has = givenBy(m)
		what.productLine, what.below, what.endsOn = has.productLine, has.below, has.endsOn
		if what.roles&^has.roles != 0 {
			if err := what.checkLine(ctx, tx); err != nil {
				return err
			}
		}
	}
	wanted := what
	if m != nil && m.SuspendedAt != nil {
		wanted = revivedBy(m, what)
	}
	if err := by.refuse(wanted, has, at("input.grant")); err != nil {
		return err
	}
	member, err := s.admit(ctx, tx, done, admission{account: asked.AccountID, user: asked.Edges.User, given: what,
		origin: vocabulary.MembershipOriginRequest, grantedBy: viewerID(ctx), grantedAt: done.Now()})
	if err != nil {
		return err
	}
	done.Result(member)
	return nil
}

func (s *Service) tellRequester(ctx context.Context, tx store.Tx, asked *ent.AccessRequest, in Decision, what given) error {
	name, err := accountName(ctx, tx, asked.AccountID)
	if err != nil {
		return err
	}
	return send(ctx, tx, s.outbox, asked.Edges.User, func(to string) mail.Message {
		letter := mail.AccessDecision{To: to, Account: name, Granted: in.Grant, Reason: in.Answer}
		if in.Grant {
			letter.Roles, letter.Services = forPeople(what.roles.List()), forPeople(what.services.List())
		}
		return letter
	})
}
