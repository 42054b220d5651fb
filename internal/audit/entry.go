// Package audit records who changed what, when and why, in hash chains that reveal later modification. See README.md.
package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Field is one changed field. Before is nil if it had no value, After if it has none now.
type Field struct {
	Field  string  `json:"field"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

// Entry is the audit record of one changed subject.
type Entry struct {
	// Account is the account whose administrators may read the entry; 0 if only the producer may.
	Account gid.ID
	// Action is the name of the GraphQL mutation, or of another action.
	Action string
	// Subject is the id of the changed object and Label its name; only the label remains meaningful after the subject
	// is deleted.
	Subject gid.ID
	Label   string
	Fields  []Field
	Reason  string
	// RequestID is the id of the request in the log.
	RequestID string
}

// Record adds entries in the transaction of the change, with the viewer of the context as the actor and a new salt for
// each entry. They are sealed after the commit.
func Record(ctx context.Context, tx store.Tx, now clock.Instant, entries ...Entry) error {
	_, err := Append(ctx, tx, now, entries...)
	return err
}

// Append is Record, but returns the ids of the entries.
func Append(ctx context.Context, tx store.Tx, now clock.Instant, entries ...Entry) ([]gid.ID, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, fmt.Errorf("record: %w", store.ErrNoScope)
	}
	var ids []gid.ID
	for part := range slices.Chunk(entries, maxAtOnce) {
		made, err := appendAtOnce(ctx, tx, now, who, part)
		if err != nil {
			return nil, err
		}
		ids = append(ids, made...)
	}
	return ids, nil
}

// maxAtOnce is how many entries one statement adds. A statement has at most 32,766 parameters on SQLite.
const maxAtOnce = 200

// appendAtOnce adds entries with one statement, and notes with another that they are not sealed.
func appendAtOnce(ctx context.Context, tx store.Tx, now clock.Instant, who *viewer.Viewer, entries []Entry) ([]gid.ID,
	error) {
	rows := make([]*ent.AuditEntryCreate, 0, len(entries))
	for _, e := range entries {
		if e.Fields == nil {
			e.Fields = []Field{}
		}
		changes, err := json.Marshal(e.Fields)
		if err != nil {
			return nil, fmt.Errorf("record %s: %w", e.Action, err)
		}
		create := tx.Client().AuditEntry.Create().SetAction(e.Action).SetSubjectLabel(sanitize(e.Label)).
			SetActorName(sanitize(who.Name)).SetByProducer(who.OfProducer()).SetCredential(who.Credential).
			SetCredentialID(who.CredentialID.String()).SetReason(sanitize(e.Reason)).
			SetRequestID(sanitize(e.RequestID)).
			SetChanges(string(changes)).SetSalt(newSalt()).SetRecordedAt(now)
		for _, reference := range []struct {
			id  gid.ID
			set func(gid.ID)
		}{
			{e.Account, func(id gid.ID) { create.SetAccountID(id) }},
			{e.Subject, func(id gid.ID) { create.SetSubjectID(id) }},
			{who.User, func(id gid.ID) { create.SetActorID(id) }},
			{who.ViewingAs, func(id gid.ID) { create.SetOnBehalfOfID(id) }},
		} {
			if reference.id != 0 {
				reference.set(reference.id)
			}
		}
		rows = append(rows, create)
	}
	unscoped := store.Unscoped(ctx) // a viewer who may make the change need not be allowed to read audit entries
	made, err := tx.Client().AuditEntry.CreateBulk(rows...).Save(unscoped)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", entries[0].Action, err)
	}
	ids := make([]gid.ID, len(made))
	unsealed := make([]*ent.UnsealedEntryCreate, len(made))
	for i, row := range made {
		ids[i] = gid.FromKey(gid.AuditEntry, row.ID)
		unsealed[i] = tx.Client().UnsealedEntry.Create().SetAuditEntryID(row.ID).SetRecordedAt(now)
	}
	if err := tx.Client().UnsealedEntry.CreateBulk(unsealed...).Exec(unscoped); err != nil {
		return nil, fmt.Errorf("record %s: %w", entries[0].Action, err)
	}
	return ids, nil
}

// sanitize replaces invalid UTF-8 and NUL, which a database or JSON cannot represent, so that the hash of a text is
// the same wherever it is computed: before it is stored, from the database or from an export.
func sanitize(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
