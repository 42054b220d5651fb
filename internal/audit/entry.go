// Package audit keeps who changed what, when and why, in a chain that shows whether anybody touched it. See README.md.
package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Field is one field that was changed. Before and After are nil where there was, or is, no value.
type Field struct {
	Field  string  `json:"field"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

// Entry is one subject that was changed.
type Entry struct {
	// Account is whose people may read it; 0 for the producer alone.
	Account gid.ID
	// Action is the verb of the contract.
	Action string
	// Subject is what was changed, and Label how people call it; a removed subject is known by its label alone.
	Subject gid.ID
	Label   string
	Fields  []Field
	Reason  string
	// RequestID is the id under which the log knows the request.
	RequestID string
}

// Record appends entries in the transaction of the change, in the name of the viewer of the context, each with a salt of its
// own. They are sealed after the commit.
func Record(ctx context.Context, tx store.Tx, now clock.Instant, entries ...Entry) error {
	_, err := Append(ctx, tx, now, entries...)
	return err
}

// Append is Record, and returns the ids of the entries.
func Append(ctx context.Context, tx store.Tx, now clock.Instant, entries ...Entry) ([]gid.ID, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, fmt.Errorf("record: %w", store.ErrNoScope)
	}
	var ids []gid.ID
	beyond := store.Unscoped(ctx) // who may change something need not be one who may read the records
	for _, e := range entries {
		if e.Fields == nil {
			e.Fields = []Field{}
		}
		changes, err := json.Marshal(e.Fields)
		if err != nil {
			return nil, fmt.Errorf("record %s: %w", e.Action, err)
		}
		create := tx.Client().AuditEntry.Create().SetAction(e.Action).SetSubjectLabel(legible(e.Label)).
			SetActorName(legible(who.Name)).SetByProducer(who.OfProducer()).SetCredential(who.Credential).
			SetCredentialID(who.CredentialID.String()).SetReason(legible(e.Reason)).SetRequestID(legible(e.RequestID)).
			SetChanges(string(changes)).SetSalt(newSalt()).SetRecordedAt(now)
		for _, reference := range []struct {
			id  gid.ID
			set func(gid.ID)
		}{
			{e.Account, func(id gid.ID) { create.SetAccountID(id) }}, {e.Subject, func(id gid.ID) { create.SetSubjectID(id) }},
			{who.User, func(id gid.ID) { create.SetActorID(id) }}, {who.ViewingAs, func(id gid.ID) { create.SetOnBehalfOfID(id) }},
		} {
			if reference.id != 0 {
				reference.set(reference.id)
			}
		}
		row, err := create.Save(beyond)
		if err != nil {
			return nil, fmt.Errorf("record %s: %w", e.Action, err)
		}
		if err := tx.Client().UnsealedEntry.Create().SetAuditEntryID(row.ID).SetRecordedAt(now).Exec(beyond); err != nil {
			return nil, fmt.Errorf("record %s: %w", e.Action, err)
		}
		ids = append(ids, gid.FromKey(gid.AuditEntry, row.ID))
	}
	return ids, nil
}

// legible returns a text in the form in which both databases keep it and JSON carries it, so that it is the same wherever
// its hash is worked out.
func legible(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
