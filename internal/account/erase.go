package account

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Codes of warnings of EraseUser.
const (
	// AlreadyErased: the personal data of the user was removed earlier.
	AlreadyErased fault.Code = "ALREADY_ERASED"
	// MayBeProvisioned: a directory has a record of the person and may provision them again.
	MayBeProvisioned fault.Code = "MAY_BE_PROVISIONED"
	// MayBeImported: another system has an id of the person, and the next import may create them again.
	MayBeImported fault.Code = "MAY_BE_IMPORTED"
	// NotErased: some audit values could not be removed, because the seal of their entry covers the value itself.
	NotErased fault.Code = "NOT_ERASED"
	// CalledTheSame: another user has the same name or address; values that may refer to that user stay.
	CalledTheSame fault.Code = "CALLED_THE_SAME"
)

// EraseUser permanently removes the personal data of a user: names, credentials, memberships, directory records,
// invitations, and every value in the audit log that names them. Seals of the audit log stay valid. The user remains
// as an inactive row with an id. Only operators who are people may do it. The outcome names the user. A second call is
// no error.
//
// It returns NOT_FOUND, BAD_INPUT if the reason names the person, OWN_ROLE for the viewer's own user, LAST_OPERATOR,
// or an error of change.Pipeline.Do. Exports and backups that exist already are not changed.
func (s *Service) EraseUser(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.byPerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		e := &erasure{s: s, tx: tx, done: done, id: id}
		return e.run(store.Unscoped(ctx), r) // an operator erases in all accounts
	})
}

// erasure is one run of EraseUser.
type erasure struct {
	s    *Service
	tx   store.Tx
	done *change.Record
	id   gid.ID
	user *ent.User
	// called holds the names of the user that no other user has; keys are the user's addresses in their form for
	// comparison.
	called *person.Called
	keys   []string
	// namesByAccount holds, by account, the names that directory records give the person. A directory may write
	// anything, also names of other people and of things, so these names count only in the directory's own account.
	namesByAccount map[gid.ID]*person.Called
	// subjects are the ids of rows about this person only; records are the directory records of the person.
	subjects []gid.ID
	records  []*ent.DirectoryRecord
	members  []*ent.Membership
	// removed counts removed rows by kind, in the order in which they are reported.
	removed []audit.Field
	// ended are the sessions and keys that worked. notes are further entries, in the audits of the accounts, which
	// name the person by ids only.
	ended credentials
	notes []change.Note
}

func (e *erasure) run(ctx context.Context, r change.Request) error {
	if err := e.lockAll(ctx); err != nil {
		return err
	}
	e.done.Result(e.id)
	if e.user.ErasedAt != nil {
		e.done.Warn(string(AlreadyErased), "The personal data of the user was removed on {erasedAt}.",
			fault.With("erasedAt", value.OfMoment(*e.user.ErasedAt)))
		return nil
	}
	if err := e.collectNames(ctx); err != nil {
		return err
	}
	if e.called.Names(r.Reason) {
		return badInput("input.reason", "The reason names the person, and the audit would keep it.",
			"Write it without names and addresses.")
	}
	if r.Key != nil && e.called.Names(*r.Key) {
		return badInput("input.idempotencyKey", "The key names the person, and would stay for a day.",
			"Use a random text.")
	}
	for _, part := range []func(context.Context) error{
		e.endMemberships, e.endCredentials, e.endInvitations, e.endRequests, e.endRecords, e.endExternalIDs,
		e.scrubTexts, e.scrubJSON,
		e.forgetJobs, e.removeFindings, e.eraseAudit, e.blankUser,
	} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	e.done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "UserErased", Subject: e.id,
		Label: e.id.String(), Fields: e.removed, Effects: change.Effects(vocabulary.EffectKindChanged, e.id,
			e.id.String(), change.Became("active", strconv.FormatBool(e.user.Active), "false"))})
	for _, n := range e.notes {
		e.done.Note(n)
	}
	e.ended.noteEnd(e.done, 0, e.id, e.id.String())
	return nil
}

// ErasedCounts returns how much of each kind an erasure removed, by its outcome: the field is the kind, and its value
// before is the number.
func ErasedCounts(outcome change.Outcome) []audit.Field {
	var list []audit.Field
	for _, e := range outcome.Effects {
		// The entry of the ended sessions is on the user too. Its fields contain the ids of the sessions.
		if e.Subject.Type() == gid.User && e.Internal && e.Before != nil && !strings.HasPrefix(e.Field, sessionField) {
			list = append(list, audit.Field{Field: e.Field, Before: e.Before})
		}
	}
	return list
}

// addCount reports n removed rows of a kind.
func (e *erasure) addCount(what string, n int) {
	if n > 0 {
		e.removed = append(e.removed, change.Was(what, strconv.Itoa(n))...)
	}
}

// lockAll locks the accounts in which the person is a member or has a directory record, in the order of their ids as
// other changes of members do, and then the user.
func (e *erasure) lockAll(ctx context.Context) error {
	members, err := e.tx.Client().Membership.Query().Where(membership.UserID(e.id)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the memberships: %w", err)
	}
	records, err := e.tx.Client().DirectoryRecord.Query().Where(directoryrecord.UserID(e.id)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the records of directories: %w", err)
	}
	var accounts []gid.ID
	for _, m := range members {
		accounts = append(accounts, m.AccountID)
	}
	for _, d := range records {
		accounts = append(accounts, d.AccountID)
	}
	slices.Sort(accounts)
	for _, account := range slices.Compact(accounts) {
		if err := LockAccount(ctx, e.tx, account); err != nil {
			return err
		}
	}
	e.user, err = e.tx.Client().User.Query().Where(user.ID(e.id), func(q *sql.Selector) {
		if q.Dialect() == dialect.Postgres {
			q.For(sql.LockUpdate) // nothing that refers to the user is added meanwhile
		}
	}).Only(ctx)
	if err != nil {
		return orNotFound(err, "input.user", "User", e.id)
	}
	e.members, err = e.tx.Client().Membership.Query().Where(membership.UserID(e.id)).
		Order(ent.Asc(membership.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the memberships: %w", err)
	}
	return nil
}

// nameFields are the audit fields that hold a name or an address of a user.
var nameFields = map[string]bool{"userName": true, "email": true, "firstName": true, "lastName": true,
	"displayName": true, "name": true,
	"phone": true, "emailAddress": true}

// collectNames collects the current and former names of the person, and the ids of rows about this person only.
func (e *erasure) collectNames(ctx context.Context) error {
	u := e.user
	names := []string{u.UserName, u.DisplayName, u.FirstName, u.LastName, u.Phone, joined(u.FirstName, u.LastName),
		joined(u.LastName, u.FirstName),
		orEmpty(u.Email), orEmpty(u.EmailKey)}
	was, err := audit.ValuesOf(ctx, e.tx, e.id, nameFields)
	if err != nil {
		return err
	}
	names = append(names, was...)
	if names, err = e.own(ctx, names); err != nil {
		return err
	}
	e.called = &person.Called{}
	e.called.Add(names...)
	for _, name := range names {
		// The address need not be valid now: an older version or an import could have taken it.
		if email.Domain(name) != "" && !slices.Contains(e.keys, email.Key(name)) {
			e.keys = append(e.keys, email.Key(name))
		}
	}
	// The person's directory records are those linked to the user, and unlinked ones with an address of the person.
	ownRecords := []predicate.DirectoryRecord{directoryrecord.UserID(e.id)}
	if len(e.keys) > 0 {
		called := []predicate.DirectoryRecord{directoryrecord.EmailKeyIn(e.keys...)}
		for _, key := range e.keys {
			key = email.UserNameKey(key)
			from, to := fold.Beside(key)
			called = append(called, directoryrecord.UserNameKey(key),
				directoryrecord.And(directoryrecord.UserNameKeyGTE(from), directoryrecord.UserNameKeyLT(to)))
		}
		ownRecords = append(ownRecords, directoryrecord.And(directoryrecord.UserIDIsNil(),
			directoryrecord.Or(called...)))
	}
	e.records, err = e.tx.Client().DirectoryRecord.Query().Where(directoryrecord.Or(ownRecords...)).
		Order(ent.Asc(directoryrecord.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the records of directories: %w", err)
	}
	e.namesByAccount = map[gid.ID]*person.Called{}
	for _, d := range e.records {
		names, err := e.own(ctx, []string{d.UserName, d.DisplayName, d.FirstName, d.LastName, d.Phone,
			joined(d.FirstName, d.LastName), orEmpty(d.Email),
			orEmpty(d.ExternalID)})
		if err != nil {
			return err
		}
		if e.namesByAccount[d.AccountID] == nil {
			e.namesByAccount[d.AccountID] = &person.Called{}
		}
		e.namesByAccount[d.AccountID].Add(names...)
		e.subjects = append(e.subjects, d.ID)
	}
	e.subjects = append(e.subjects, e.id)
	for _, m := range e.members {
		e.subjects = append(e.subjects, m.ID)
	}
	past, err := audit.SubjectsCalled(ctx, e.tx, e.called)
	if err != nil {
		return err
	}
	for _, id := range past {
		switch id.Type() {
		case gid.Membership, gid.Invitation, gid.AccessRequest, gid.DirectoryRecord:
			e.subjects = append(e.subjects, id)
		default: // an account or an API key may have the name of a person without being about them
		}
	}
	return nil
}

func joined(first, last string) string {
	if first == "" || last == "" {
		return ""
	}
	return first + " " + last
}

// own returns the names that no other user has. A value equal to a shared name may refer to the other user.
func (e *erasure) own(ctx context.Context, names []string) ([]string, error) {
	var own []string
	shared := 0
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		if name == "" {
			continue
		}
		var called person.Called
		called.Add(name)
		others, err := e.tx.Client().User.Query().Where(user.IDNEQ(e.id),
			user.Or(user.EmailKey(email.Key(name)), func(q *sql.Selector) {
				q.Where(called.May(false, user.FieldUserName, user.FieldDisplayName, user.FieldFirstName,
					user.FieldLastName)(q))
			})).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("look for others of the name: %w", err)
		}
		if slices.ContainsFunc(others, func(u *ent.User) bool { return isCalled(u, name) }) {
			shared++
			continue
		}
		own = append(own, name)
	}
	if shared > 0 {
		e.done.Warn(string(CalledTheSame),
			"Other users have the same name or address. Values that name only this, and may be about them, "+
				"are kept.")
	}
	return own, nil
}

// isCalled reports whether a user has a name or an address, in any letter case.
func isCalled(u *ent.User, name string) bool {
	if u.EmailKey != nil && *u.EmailKey == email.Key(name) {
		return true
	}
	var called person.Called
	called.Add(name)
	return slices.ContainsFunc([]string{u.UserName, u.DisplayName, u.FirstName, u.LastName}, called.Is)
}

// endMemberships removes the memberships. It only warns if an account is left without an administrator: the caller is
// an operator.
func (e *erasure) endMemberships(ctx context.Context) error {
	for _, m := range e.members {
		err := e.s.keepAdministrator(ctx, e.tx, e.done, m.AccountID, Authority{Operator: true, Below: true},
			func() error {
				return e.tx.Client().Membership.DeleteOneID(m.ID).Exec(ctx)
			})
		if err != nil {
			return fmt.Errorf("remove a membership: %w", err)
		}
		e.notes = append(e.notes, change.Note{Kind: vocabulary.EffectKindRemoved, Event: "MembershipRemoved",
			Account: m.AccountID, Subject: m.ID, Label: m.ID.String(), Fields: grantOf(m).gone()})
	}
	e.addCount("memberships", len(e.members))
	return nil
}

// forgetJobs removes queued mails to the person, and what is stored of mails that were sent.
func (e *erasure) forgetJobs(ctx context.Context) error {
	n, err := job.Forget(ctx, e.tx, e.called)
	e.addCount("jobs", n)
	return err
}

// eraseAudit removes values that name the person from all audit chains.
func (e *erasure) eraseAudit(ctx context.Context) error {
	did, err := audit.Erase(ctx, e.tx, audit.Person{User: e.id, Subjects: e.subjects, Called: e.called,
		Within: e.namesByAccount})
	if err != nil {
		return err
	}
	e.addCount("auditValues", int(did.Values))
	if did.Refused > 0 {
		e.done.Warn(string(NotErased),
			"{values} values stay in the records: their seals cover the values themselves, and cannot be made "+
				"anew, or they cannot be read. muniment doctor names the chains.",
			fault.WithNumber("values", did.Refused))
	}
	return nil
}

// blankUser clears all personal fields of the user row, which remains.
func (e *erasure) blankUser(ctx context.Context) error {
	u, now := e.user, e.done.Now()
	name, err := FreeUserName(ctx, e.tx, "erased-"+e.id.String())
	if err != nil {
		return err
	}
	err = e.tx.Client().User.UpdateOneID(e.id).SetUserName(name).
		SetUserNameKey(email.UserNameKey(name)).ClearEmail().ClearEmailKey().ClearEmailProvenAt().
		SetFirstName("").SetLastName("").SetDisplayName("").SetPhone("").SetLocale("").SetTimeZone("").
		ClearNotificationLanguage().ClearLastSignInAt().ClearProducerRole().SetActive(false).SetErasedAt(now).
		SetUpdatedAt(clock.Later(u.UpdatedAt, now)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("empty the user: %w", err)
	}
	return nil
}
