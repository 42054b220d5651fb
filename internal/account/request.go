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
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// RequestState returns the state of an access request, or of an outside one.
func RequestState(decided *clock.Instant, granted bool) vocabulary.AccessRequestState {
	switch {
	case decided == nil:
		return vocabulary.AccessRequestStateOpen
	case granted:
		return vocabulary.AccessRequestStateGranted
	}
	return vocabulary.AccessRequestStateDeclined
}

// WantedAccess is the input of RequestAccess. Empty Roles mean READER.
type WantedAccess struct {
	// Account is the account; 0 if Reference names it.
	Account gid.ID
	// Reference is a name of the account in another system, or the activation id of one of its line items.
	Reference string
	Roles     []vocabulary.Role
	Services  []vocabulary.Service
	// Note is a text of at most 500 characters for the administrators.
	Note string
}

// RequestAccess asks the administrators of an account for access. A viewer who does not see the account always gets
// the same outcome, which names nothing: it does not reveal whether the account or an earlier request exists. To take
// equal time too, such a request is only stored as a job, which looks for the account later; so is every request that
// names the account by a reference. Either way an OutsideRequest tells the viewer how it stands. A member asks for
// additional access, and the outcome names the request; the errors are ALREADY_REQUESTED if one is open, and
// ALREADY_MEMBER if the member has the access. Each request counts once against the budget of mails of the viewer. It
// returns BAD_INPUT, NOT_FOUND for an id of another type, RATE_LIMITED, or an error of change.Pipeline.Do.
func (s *Service) RequestAccess(ctx context.Context, r change.Request, in WantedAccess) (change.Outcome, error) {
	who := viewer.From(ctx)
	r.Needs = change.Needs{Right: change.SignedIn}
	var referenceErr error
	in.Reference, referenceErr = readReference(in.Reference)
	sees := who != nil && in.Account != 0 && who.Sees(in.Account)
	if sees {
		r.Homes = []change.Home{{Account: in.Account}} // a viewer who does not see the account may not learn its home
	}
	outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if len(in.Roles) == 0 {
			in.Roles = reader.List()
		}
		roles, rolesErr := chosenRoles(in.Roles)
		services, servicesErr := chosenServices(in.Services)
		if referenceErr == nil {
			referenceErr = checkReference(in)
		}
		if err := errors.Join(rolesErr, servicesErr, checkText("input.note", in.Note), referenceErr); err != nil {
			return err
		}
		if in.Account != 0 && in.Account.Type() != gid.Account {
			return fault.Missing("input.account", "Account", in.Account)
		}
		if err := s.outbox.Charge(ctx, tx); err != nil {
			return overBudget(err, "")
		}
		what := grant{roles: roles, services: services}
		if !sees {
			return s.requestLater(ctx, tx, r, in, what)
		}
		return s.request(ctx, tx, done, in, what, "")
	})
	if err == nil && !sees {
		outcome.IDs, outcome.Warnings = nil, nil
		// The request is called as its record calls it: by who asks. The name of the account would tell that there is
		// one.
		outcome.Effects = []change.Effect{{Kind: vocabulary.EffectKindCreated, Label: who.Name}}
	}
	return outcome, err
}

// request records an access request. outside is what an outside request named the account by; "" for a request by a
// viewer who sees the account. Where it would return an error, an outside request ends in silence. A request by a
// viewer who sees the account does not depend on an outside one, which they may not know of.
func (s *Service) request(ctx context.Context, tx store.Tx, done *change.Record, in WantedAccess, what grant,
	outside string) error {
	who, sees := viewerID(ctx), outside == ""
	if err := LockAccount(ctx, tx, in.Account); err != nil {
		return err
	}
	unscoped := store.Unscoped(ctx) // the answer does not reveal what is read here
	exists, err := tx.Client().Account.Query().Where(account.ID(in.Account)).Exist(unscoped)
	if err != nil {
		return fmt.Errorf("look for the account: %w", err)
	}
	open := tx.Client().AccessRequest.Query().Where(accessrequest.AccountID(in.Account), accessrequest.UserID(who),
		accessrequest.DecidedAtIsNil(), store.Locked).Order(ent.Desc(accessrequest.FieldOutside))
	if sees {
		open.Where(accessrequest.Outside(false))
	}
	waiting, err := open.All(unscoped)
	if err != nil {
		return fmt.Errorf("look for a request that waits: %w", err)
	}
	m, err := membershipOf(ctx, tx, in.Account, who)
	if err != nil {
		return err
	}
	has := m != nil && s.inForce(m) && !what.exceeds(grant{roles: m.Roles | m.DirectoryRoles,
		services: m.ServiceAccess | m.DirectoryServices})
	switch {
	case !sees && !exists:
		return nil
	case !sees && len(waiting) > 0:
		return linkAgain(ctx, tx, outside, waiting[0])
	case !exists:
		return fault.Missing("input.account", "Account", in.Account)
	case len(waiting) > 0:
		return fault.New(AlreadyRequested, "", "You already have a request that waits for a decision.",
			"Wait for the administrators of the account.")
	case has:
		return fault.New(AlreadyMember, "", "You already have this access.",
			"Ask only for access that you do not have.")
	}
	u, err := tx.Client().User.Query().Where(user.ID(who)).Only(ctx)
	if err != nil {
		return fmt.Errorf("read the viewer: %w", err)
	}
	id := gid.New(gid.AccessRequest, in.Account.Locality())
	err = tx.Client().AccessRequest.Create().SetID(id).SetAccountID(in.Account).SetUserID(who).SetRoles(what.roles).
		SetServiceAccess(what.services).SetNote(in.Note).SetGranted(false).SetOutside(!sees).SetCreatedAt(done.Now()).
		Exec(unscoped)
	if err != nil {
		return fmt.Errorf("request access: %w", err)
	}
	if !sees {
		if err := linkOutside(ctx, tx, who, outside, id); err != nil {
			return err
		}
	}
	fields := what.fields()
	if in.Note != "" {
		fields = append(fields, change.Is("note", in.Note)...)
	}
	done.Result(id)
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "AccessRequested", Account: in.Account,
		Subject: id,
		Label:   u.UserName, Fields: fields})
	return s.notifyAdministrators(ctx, tx, in, id, u)
}

// notifyAdministrators sends a mail to the administrators who may decide the request.
func (s *Service) notifyAdministrators(ctx context.Context, tx store.Tx, in WantedAccess, id gid.ID,
	who *ent.User) error {
	people, err := administratorsOf(ctx, tx, in.Account, s.today()) // the requester does not see the result
	if err != nil {
		return err
	}
	letter, err := s.requestLetter(ctx, tx, id)
	if err != nil {
		return err
	}
	if letter.Account, err = accountName(ctx, tx, in.Account); err != nil {
		return err
	}
	letter.Requester = nameOf(who)
	if email := orEmpty(who.Email); email != "" && email != letter.Requester {
		letter.Requester += " (" + email + ")"
	}
	for _, u := range people {
		err := send(ctx, tx, s.outbox, u, func(to string, in mail.Wording) mail.Message {
			letter.To, letter.Wording = to, in
			return letter
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// isAdministrator is the condition that a membership has the administrator role, directly or through a group.
func isAdministrator(q *sql.Selector) {
	q.Where(sql.P(func(b *sql.Builder) {
		b.WriteString("(").Ident(q.C(membership.FieldRoles)).WriteString(" | ").
			Ident(q.C(membership.FieldDirectoryRoles)).WriteString(") & ")
		b.Arg(int64(administrator)).WriteString(" <> 0")
	}))
}

// Decision is an administrator's decision about an access request.
type Decision struct {
	Grant bool
	// Roles and Services replace those of the request unless nil.
	Roles    []vocabulary.Role
	Services []vocabulary.Service
	// Answer is a text of at most 500 characters for the requester.
	Answer string
}

// DecideAccessRequest grants or declines a request. A member gets additional roles in the scope of the membership. One
// that has ended gives only what is granted. The outcome names the request and, if it is granted, the membership. It
// returns BAD_INPUT, NOT_FOUND, ALREADY_DECIDED, GRANT_TOO_WIDE, REACH_TOO_WIDE, SUSPENDED, FORBIDDEN for a deactivated
// user, or an error of change.Pipeline.Do.
func (s *Service) DecideAccessRequest(ctx context.Context, r change.Request, id gid.ID, in Decision) (
	change.Outcome, error) {
	if err := s.requireAuth(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	asked, err := s.db().Client().AccessRequest.Query().Where(accessrequest.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.accessRequest", "AccessRequest", id)
	}
	r.Needs.Missing = fault.Missing("input.accessRequest", "AccessRequest", id)
	return s.manage(ctx, r, asked.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		by, err := MayHandOut(ctx, asked.AccountID)
		if err != nil {
			return err
		}
		asked, err := tx.Client().AccessRequest.Query().Where(accessrequest.ID(id), store.Locked).WithUser().Only(ctx)
		if err != nil {
			return orNotFound(err, "input.accessRequest", "AccessRequest", id)
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
		before, err := s.standingOf(ctx, tx, asked.AccountID, asked.UserID)
		if err != nil {
			return err
		}
		if in.Grant {
			if err := s.giveRequested(ctx, tx, done, asked, what, by); err != nil {
				return err
			}
		}
		return s.notifyRequester(ctx, tx, asked, in, before)
	})
}

func (in Decision) state() vocabulary.AccessRequestState {
	if in.Grant {
		return vocabulary.AccessRequestStateGranted
	}
	return vocabulary.AccessRequestStateDeclined
}

// of returns what the decision grants.
func (in Decision) of(asked *ent.AccessRequest) (grant, error) {
	what, err := grant{roles: asked.Roles, services: asked.ServiceAccess}.choosing(in.Roles, in.Services)
	return what, errors.Join(checkText("input.answer", in.Answer), err)
}

func (s *Service) decide(ctx context.Context, tx store.Tx, done *change.Record, asked *ent.AccessRequest, in Decision,
	fields []audit.Field) error {
	by := viewer.From(ctx).Author()
	err := tx.Client().AccessRequest.UpdateOneID(asked.ID).SetDecidedAt(done.Now()).
		SetNillableDecidedByID(by.User).SetNillableDecidedByKeyID(by.Key).
		SetGranted(in.Grant).SetAnswer(in.Answer).Exec(ctx)
	if err != nil {
		return fmt.Errorf("decide the request: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "AccessRequestDecided", Account: asked.AccountID,
		Subject: asked.ID,
		Label:   asked.Edges.User.UserName, Fields: fields})
	return decideOutside(ctx, tx, done.Now(), asked, in)
}

// giveRequested grants the requested access, or the part of it that was decided.
func (s *Service) giveRequested(ctx context.Context, tx store.Tx, done *change.Record, asked *ent.AccessRequest,
	what grant, by Authority) error {
	if !asked.Edges.User.Active {
		return forbidden("The user is deactivated and may not sign in.", "Decline the request.")
	}
	m, err := membershipOf(ctx, tx, asked.AccountID, asked.UserID)
	if err != nil {
		return err
	}
	var has grant
	if m != nil && s.inForce(m) {
		has = grantOf(m)
		what.productLine, what.below, what.endsOn = has.productLine, has.below, has.endsOn
		if what.roles&^has.roles != 0 {
			if err := what.checkLine(ctx, tx); err != nil {
				return err
			}
		}
	}
	if err := by.refuse(what, has, allAt("input.grant")); err != nil {
		return err
	}
	member, err := s.admit(ctx, tx, done, admission{account: asked.AccountID, user: asked.Edges.User, grant: what,
		origin: vocabulary.MembershipOriginRequest, grantedBy: viewer.From(ctx).Author()})
	if err != nil {
		return err
	}
	done.Result(member)
	return nil
}

// notifyRequester sends the decision to the requester. A refusal does not tell a requester without a membership, or of
// an outside request, what the account is called: whoever guesses a reference, such as the number of an invoice, would
// learn whose it is. It says what the requester typed.
func (s *Service) notifyRequester(ctx context.Context, tx store.Tx, asked *ent.AccessRequest, in Decision,
	before standing) error {
	m, err := membershipOf(ctx, tx, asked.AccountID, asked.UserID)
	if err != nil {
		return err
	}
	hidden := m == nil || asked.Outside
	letter := mail.AccessDecision{}
	if in.Grant {
		letter, err = s.grantLetter(ctx, tx, asked, before)
	} else if asked.Outside {
		letter.Reference, err = typedBy(ctx, tx, asked)
	}
	if err != nil {
		return err
	}
	letter.Reason = in.Answer
	if in.Grant || !hidden {
		if letter.Account, err = accountName(ctx, tx, asked.AccountID); err != nil {
			return err
		}
	}
	return send(ctx, tx, s.outbox, asked.Edges.User, func(to string, in mail.Wording) mail.Message {
		letter.To, letter.Wording = to, in
		return letter
	})
}
