package account

import (
	"context"
	"fmt"
	"slices"
	"strconv"

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
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The codes of warnings of eraseUser.
const (
	// AlreadyErased: the personal data of the user was removed before.
	AlreadyErased fault.Code = "ALREADY_ERASED"
	// MayBeProvisioned: a directory knew the person and may provision them again.
	MayBeProvisioned fault.Code = "MAY_BE_PROVISIONED"
	// MayBeImported: another system knows the person, and the next import may bring them back.
	MayBeImported fault.Code = "MAY_BE_IMPORTED"
	// NotErased: values stay in records whose seals cover the values themselves.
	NotErased fault.Code = "NOT_ERASED"
	// CalledTheSame: another user has the same name or address, so that it stays where it may be the other's.
	CalledTheSame fault.Code = "CALLED_THE_SAME"
)

// EraseUser removes the personal data of a user for good: what the person is called, how they sign in, what they may do, what
// directories and invitations say of them, and every value of the records that names them, whose seals stay valid. The user
// remains as an id, inactive. Only people who are operators may. The outcome names the user. To erase twice is no error.
//
// It returns NOT_FOUND, BAD_INPUT if the reason names the person, OWN_ROLE for oneself, LAST_OPERATOR, or what
// change.Pipeline.Do does. Exports and backups that were made before are not reached.
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
	// called is what the user is called, and nobody else, by the user's own values; keys are their addresses, folded.
	called *person.Called
	keys   []string
	// within is what records of directories call the person too. A directory writes what it likes, also names of others and of
	// things, so that it counts in the directory's own account alone.
	within map[gid.ID]*person.Called
	// subjects are what is about the person alone; records those of directories.
	subjects []gid.ID
	records  []*ent.DirectoryRecord
	members  []*ent.Membership
	// went counts what is removed, in the order in which it is told.
	went []audit.Field
}

func (e *erasure) run(ctx context.Context, r change.Request) error {
	if err := e.begin(ctx); err != nil {
		return err
	}
	e.done.Result(e.id)
	if e.user.ErasedAt != nil {
		e.done.Warn(string(AlreadyErased), "The personal data of the user was removed on {erasedAt}.",
			fault.With("erasedAt", value.OfMoment(*e.user.ErasedAt)))
		return nil
	}
	if err := e.know(ctx); err != nil {
		return err
	}
	if e.called.Names(r.Reason) {
		return badInput("input.reason", "The reason names the person, and the audit would keep it.", "Write it without names and addresses.")
	}
	if r.Key != nil && e.called.Names(*r.Key) {
		return badInput("input.idempotencyKey", "The key names the person, and would stay for a day.", "Use a random text.")
	}
	for _, part := range []func(context.Context) error{
		e.endMemberships, e.endCredentials, e.endInvitations, e.endRequests, e.endRecords, e.endExternalIDs, e.scrubTexts, e.scrubJSON,
		e.forgetJobs, e.eraseAudit, e.blank,
	} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	e.done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "UserErased", Subject: e.id, Label: e.id.String(), Fields: e.went})
	return nil
}

// gone counts what was removed of a kind.
func (e *erasure) gone(what string, n int) {
	if n > 0 {
		e.went = append(e.went, change.Was(what, strconv.Itoa(n))...)
	}
}

// begin locks what the change rests on: the accounts of the person, and of directories that know the user, in their order, as
// other changes of members do, then the user.
func (e *erasure) begin(ctx context.Context) error {
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
		return orNotFound(err, "input.user", "user", e.id)
	}
	e.members, err = e.tx.Client().Membership.Query().Where(membership.UserID(e.id)).Order(ent.Asc(membership.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the memberships: %w", err)
	}
	return nil
}

// callsUser are the fields of records that say what a user is called.
var callsUser = map[string]bool{"userName": true, "email": true, "firstName": true, "lastName": true, "displayName": true, "name": true,
	"phone": true, "emailAddress": true}

// know gathers what the person is called now, and was before, and what is about them alone.
func (e *erasure) know(ctx context.Context) error {
	u := e.user
	names := []string{u.UserName, u.DisplayName, u.FirstName, u.LastName, u.Phone, joined(u.FirstName, u.LastName), joined(u.LastName, u.FirstName),
		orEmpty(u.Email), orEmpty(u.EmailKey)}
	was, err := audit.ValuesOf(ctx, e.tx, e.id, callsUser)
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
		if email.Valid(name) && !slices.Contains(e.keys, email.Key(name)) {
			e.keys = append(e.keys, email.Key(name))
		}
	}
	// Records of directories that are linked to the user, or wait for somebody with an address of the person, are the person's.
	mine := []predicate.DirectoryRecord{directoryrecord.UserID(e.id)}
	if len(e.keys) > 0 {
		mine = append(mine, directoryrecord.And(directoryrecord.UserIDIsNil(),
			directoryrecord.Or(directoryrecord.EmailKeyIn(e.keys...), directoryrecord.UserNameKeyIn(e.keys...))))
	}
	e.records, err = e.tx.Client().DirectoryRecord.Query().Where(directoryrecord.Or(mine...)).Order(ent.Asc(directoryrecord.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the records of directories: %w", err)
	}
	e.within = map[gid.ID]*person.Called{}
	for _, d := range e.records {
		names, err := e.own(ctx, []string{d.UserName, d.DisplayName, d.FirstName, d.LastName, d.Phone, joined(d.FirstName, d.LastName), orEmpty(d.Email),
			orEmpty(d.ExternalID)})
		if err != nil {
			return err
		}
		if e.within[d.AccountID] == nil {
			e.within[d.AccountID] = &person.Called{}
		}
		e.within[d.AccountID].Add(names...)
		e.subjects = append(e.subjects, d.ID)
	}
	e.subjects = append(e.subjects, e.id)
	for _, m := range e.members {
		e.subjects = append(e.subjects, m.ID)
	}
	past, err := audit.SubjectsCalled(ctx, e.tx, e.called.Words())
	if err != nil {
		return err
	}
	for _, id := range past {
		switch id.Type() {
		case gid.Membership, gid.Invitation, gid.AccessRequest, gid.DirectoryRecord:
			e.subjects = append(e.subjects, id)
		default: // an account, or a key of a program, may be called like a person and is not one
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

// own returns the names that no other user has: a value that is only the name may be the other's.
func (e *erasure) own(ctx context.Context, names []string) ([]string, error) {
	var own []string
	shared := 0
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		if name == "" {
			continue
		}
		other, err := e.tx.Client().User.Query().Where(user.IDNEQ(e.id), user.Or(user.UserNameEqualFold(name), user.DisplayNameEqualFold(name),
			user.FirstNameEqualFold(name), user.LastNameEqualFold(name), user.EmailKey(email.Key(name)))).Exist(ctx)
		if err != nil {
			return nil, fmt.Errorf("look for others of the name: %w", err)
		}
		if other {
			shared++
			continue
		}
		own = append(own, name)
	}
	if shared > 0 {
		e.done.Warn(string(CalledTheSame), "Other users have the same name or address. Values that name only this, and may be about them, "+
			"are kept.")
	}
	return own, nil
}

// endMemberships removes memberships. An account that is left without an administrator is warned of: only operators come here.
func (e *erasure) endMemberships(ctx context.Context) error {
	for _, m := range e.members {
		err := e.s.keeping(ctx, e.tx, e.done, m.AccountID, Authority{Operator: true, Below: true}, func() error {
			return e.tx.Client().Membership.DeleteOneID(m.ID).Exec(ctx)
		})
		if err != nil {
			return fmt.Errorf("remove a membership: %w", err)
		}
	}
	e.gone("memberships", len(e.members))
	return nil
}

// forgetJobs removes mails that wait, and what is kept of those that were sent.
func (e *erasure) forgetJobs(ctx context.Context) error {
	n, err := job.Forget(ctx, e.tx, e.called)
	e.gone("jobs", n)
	return err
}

// eraseAudit erases what names the person from all chains.
func (e *erasure) eraseAudit(ctx context.Context) error {
	did, err := audit.Erase(ctx, e.tx, audit.Person{User: e.id, Subjects: e.subjects, Called: e.called, Within: e.within})
	if err != nil {
		return err
	}
	e.gone("auditValues", int(did.Values))
	if did.Refused > 0 {
		e.done.Warn(string(NotErased), "{values} values stay in the records: their seals cover the values themselves, and cannot be made "+
			"anew, or they cannot be read. muniment doctor names the chains.", fault.WithNumber("values", did.Refused))
	}
	return nil
}

// blank empties the user, who remains as an id.
func (e *erasure) blank(ctx context.Context) error {
	u, now := e.user, e.done.Now()
	name := "erased-" + e.id.String()
	err := e.tx.Client().User.UpdateOneID(e.id).SetUserName(name).ClearEmail().ClearEmailKey().ClearEmailProvenAt().
		SetFirstName("").SetLastName("").SetDisplayName("").SetPhone("").SetLocale("").SetTimeZone("").ClearLastSignInAt().
		ClearProducerRole().SetActive(false).SetErasedAt(now).SetUpdatedAt(clock.Later(u.UpdatedAt, now)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("empty the user: %w", err)
	}
	return nil
}
