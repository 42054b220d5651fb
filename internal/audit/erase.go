package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"math"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
)

// Person describes the person whose values are erased.
type Person struct {
	// User is the person's id, as the actor of entries.
	User gid.ID
	// Subjects are the user and all other objects about this person only: memberships, invitations, requests, records,
	// keys.
	Subjects []gid.ID
	// Called holds the person's names and addresses.
	Called *person.Called
	// Within holds further names of the person that are used in the entries of an account.
	Within map[gid.ID]*person.Called
}

// Erased is the result of Erase.
type Erased struct {
	// Entries counts the entries of which something was erased, Values the erased values.
	Entries, Values int64
	// Refused counts values that could not be erased, because their entries are in a chain with seals of the old form
	// (see Reseal) or cannot be read.
	Refused int64
}

// impersonal lists the fields whose values do not identify a person, but only say what the person may do and since
// when. In entries about a person, the values of all other fields are erased, including fields that are added to the
// program later.
var impersonal = map[string]bool{
	"roles": true, "serviceAccess": true, "groupRoles": true, "groupServiceAccess": true, "directoryRoles": true,
	"directoryServiceAccess": true, "includeSubAccounts": true, "productLine": true, "endsOn": true, "perpetual": true,
	"expiresAt":   true,
	"suspendedAt": true, "revokedAt": true, "acceptedAt": true, "active": true, "producerRole": true, "origin": true,
	"scopes": true, "state": true, "method": true, "granted": true,
}

// Erase removes the values that identify a person from the entries of all chains, in the transaction of a change. In
// entries about the person these are the label, the reason and the changed values, except those of impersonal fields.
// In all entries these are the person's name as the actor and every other value that contains a name of the person. No
// hash and no head changes. Erase is idempotent.
func Erase(ctx context.Context, tx store.Tx, p Person) (Erased, error) {
	e := &eraser{tx: tx, person: p, subjects: map[gid.ID]bool{}, plainUpTo: map[gid.ID]int64{}}
	for _, id := range p.Subjects {
		e.subjects[id] = true
	}
	if err := e.run(store.Unscoped(ctx)); err != nil { // the person may occur in entries of all accounts
		return e.result, fmt.Errorf("erase a person from the audit: %w", err)
	}
	return e.result, nil
}

type eraser struct {
	tx       store.Tx
	person   Person
	subjects map[gid.ID]bool
	// plainUpTo is the last position of a chain that is sealed in form 1, by chain; 0 for none.
	plainUpTo map[gid.ID]int64
	result    Erased
}

func (e *eraser) run(ctx context.Context) error {
	// The lock keeps Seal from running concurrently, because both add a salt to entries without one.
	if err := lockSeals(ctx, e.tx); err != nil {
		return err
	}
	c := e.tx.Client()
	for after := int64(math.MinInt64); ; {
		entries, err := c.AuditEntry.Query().Where(auditentry.IDGT(after), e.person.where).
			Order(ent.Asc(auditentry.FieldID)).
			Limit(atOnce).All(ctx)
		if err != nil || len(entries) == 0 {
			return err
		}
		ids := make([]int64, len(entries))
		for i, entry := range entries {
			ids[i] = entry.ID
		}
		seals, err := c.AuditSeal.Query().Where(auditseal.AuditEntryIDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		sealed := make(map[int64]*ent.AuditSeal, len(seals))
		for _, s := range seals {
			sealed[s.AuditEntryID] = s
		}
		for _, entry := range entries {
			if err := e.entry(ctx, entry, sealed[entry.ID]); err != nil {
				return err
			}
		}
		after = ids[len(ids)-1]
	}
}

// where selects every entry from which something may have to be erased.
func (p Person) where(q *sql.Selector) {
	or := []*sql.Predicate{sql.EQ(q.C(auditentry.FieldActorID), int64(p.User))}
	subjects := make([]any, len(p.Subjects))
	for i, id := range p.Subjects {
		subjects[i] = int64(id)
	}
	or = append(or, sql.In(q.C(auditentry.FieldSubjectID), subjects...))
	or = append(or, p.Called.May(false, auditentry.FieldSubjectLabel, auditentry.FieldActorName,
		auditentry.FieldReason)(q),
		p.Called.May(true, auditentry.FieldChanges)(q))
	for account, called := range p.Within {
		or = append(or, sql.And(sql.EQ(q.C(auditentry.FieldAccountID), int64(account)), sql.Or(
			called.May(false, auditentry.FieldSubjectLabel, auditentry.FieldActorName, auditentry.FieldReason)(q),
			called.May(true, auditentry.FieldChanges)(q))))
	}
	q.Where(sql.Or(or...))
}

// entry erases the values that identify the person from one entry.
func (e *eraser) entry(ctx context.Context, row *ent.AuditEntry, s *ent.AuditSeal) error {
	l, err := newLine(row)
	if err != nil {
		e.result.Refused++
		return nil
	}
	places := e.places(row, l)
	if len(places) == 0 {
		return nil
	}
	unerasable, err := e.unerasable(ctx, s)
	if err != nil {
		return err
	}
	if unerasable {
		e.result.Refused += int64(len(places))
		return nil
	}
	if s == nil && l.Salt == nil && l.Remains == nil { // recorded by an older version of the program
		salt := newSalt()
		l.Salt = &salt
	}
	n, err := l.erase(places)
	if err != nil {
		e.result.Refused += int64(len(places))
		return nil
	}
	changes, err := json.Marshal(l.Changes)
	if err != nil {
		return fmt.Errorf("audit entry %d: %w", row.ID, err)
	}
	e.result.Entries++
	e.result.Values += int64(n)
	return e.tx.Client().AuditEntry.Update().Where(auditentry.ID(row.ID)).SetSubjectLabel(l.SubjectLabel).
		SetActorName(l.ActorName).
		SetReason(l.Reason).SetChanges(string(changes)).SetSalt("").SetRemains(l.Remains.text()).Exec(ctx)
}

// places returns the places of the values of an entry that identify the person and are not empty.
func (e *eraser) places(row *ent.AuditEntry, l *line) map[string]bool {
	about := row.SubjectID != nil && e.subjects[*row.SubjectID]
	acted := row.ActorID != nil && *row.ActorID == e.person.User && e.person.User != 0
	var within *person.Called
	if row.AccountID != nil {
		within = e.person.Within[*row.AccountID]
	}
	places := map[string]bool{}
	note := func(place, value string, of bool) {
		if value != "" && (of || e.person.Called.Names(value) || within != nil && within.Names(value)) {
			places[place] = true
		}
	}
	note(placeLabel, l.SubjectLabel, about)
	note(placeActor, l.ActorName, acted)
	note(placeReason, l.Reason, about)
	for i, c := range l.Changes {
		note(placeBefore(i), orEmpty(c.Before), about && !impersonal[c.Field])
		note(placeAfter(i), orEmpty(c.After), about && !impersonal[c.Field])
	}
	return places
}

// unerasable reports whether nothing can be erased under a seal: the seal covers the values themselves, or its chain
// is being converted and the old hashes must be computable from its entries until that is done.
func (e *eraser) unerasable(ctx context.Context, s *ent.AuditSeal) (bool, error) {
	if s == nil {
		return false, nil
	}
	upTo, known := e.plainUpTo[s.ChainID]
	if !known {
		last, err := e.tx.Client().AuditSeal.Query().Where(auditseal.ChainID(s.ChainID), auditseal.Form(formPlain)).
			Order(ent.Desc(auditseal.FieldPosition)).First(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return false, err
		}
		if last != nil {
			upTo = last.Position
		}
		e.plainUpTo[s.ChainID] = upTo
	}
	return s.Position <= upTo, nil
}

// SubjectsCalled returns the subjects of the entries with one of the labels, including subjects that no longer exist.
func SubjectsCalled(ctx context.Context, tx store.Tx, labels []string) ([]gid.ID, error) {
	var rows []struct {
		SubjectID gid.ID `json:"subject_id"`
	}
	err := tx.Client().AuditEntry.Query().Where(auditentry.SubjectLabelIn(labels...), auditentry.SubjectIDNotNil()).
		Unique(true).
		Select(auditentry.FieldSubjectID).Scan(store.Unscoped(ctx), &rows)
	if err != nil {
		return nil, fmt.Errorf("read the audit: %w", err)
	}
	ids := make([]gid.ID, len(rows))
	for i, row := range rows {
		ids[i] = row.SubjectID
	}
	return ids, nil
}

// ValuesOf returns the values before and after, in the given fields, in all entries about a subject.
func ValuesOf(ctx context.Context, tx store.Tx, subject gid.ID, fields map[string]bool) ([]string, error) {
	entries, err := tx.Client().AuditEntry.Query().Where(auditentry.SubjectID(subject)).All(store.Unscoped(ctx))
	if err != nil {
		return nil, fmt.Errorf("read the audit: %w", err)
	}
	var values []string
	for _, e := range entries {
		changes, err := Changes(e)
		if err != nil {
			continue // package doctor reports it
		}
		for _, c := range changes {
			for _, value := range []*string{c.Before, c.After} {
				if fields[c.Field] && orEmpty(value) != "" {
					values = append(values, *value)
				}
			}
		}
	}
	return values, nil
}
