package audit

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/ent/unsealedentry"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/spreadsheet"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
)

// Format is a file format for exported entries.
type Format string

// The formats.
const (
	// JSONLines has one JSON object in each line. VerifyExport reads it.
	JSONLines Format = "jsonl"
	// CSV is for spreadsheets: a text that a spreadsheet would take for a formula is prefixed with an apostrophe.
	CSV Format = "csv"
)

// PaidRule reports for each of some rights whether the viewer may see what was paid for it, in their order.
type PaidRule func(ctx context.Context, v *page.View, who *viewer.Viewer, rights []gid.ID) ([]bool, error)

// Export writes the entries of an account in the order of its chain, each with its position and hash. Entries that are
// not sealed yet come last, without position and hash. from is inclusive and to exclusive; 0 as to means no end. The
// viewer must administer the account. Account 0 is the producer's own chain, which only the producer's operators may
// export. Entries that the viewer may not see, and those that tell what the viewer may not see by the rule of what was
// paid, are withheld.
//
// It returns NOT_FOUND for another account, BAD_RANGE if the range of time ends before it begins, and BAD_INPUT for an
// unknown format before it writes anything. It holds at most 1,000 entries in memory, and the ids of those that are
// not sealed yet.
func Export(ctx context.Context, db *store.Store, paid PaidRule, of gid.ID, from, to clock.Instant, format Format,
	w io.Writer) error {
	if err := mayExport(ctx, db, of); err != nil {
		return err
	}
	if to != 0 {
		if err := page.CheckMoments("to", &from, &to); err != nil {
			return err
		}
	}
	var out writer
	switch format {
	case JSONLines:
		out = newJSONWriter(w)
	case CSV:
		out = &csvWriter{csv.NewWriter(w)}
	default:
		return fault.New(fault.BadInput, "format", "There is no such format.", "Ask for jsonl or csv.")
	}
	x := &export{client: db.Client(), of: of, from: from, to: to, out: out, shown: shownTo(ctx, db, paid)}
	if err := x.run(store.Unscoped(ctx)); err != nil { // seals have no account by which a scope could allow them
		return fmt.Errorf("export the audit: %w", err)
	}
	return nil
}

// forbidden is the code of change.Forbidden; package change is above this one.
const forbidden fault.Code = "FORBIDDEN"

func mayExport(ctx context.Context, db *store.Store, of gid.ID) error {
	// One statement serves both cases, an account that does not exist and one that is out of scope.
	exists, err := db.Client().Account.Query().Where(account.ID(of)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("export the audit: %w", err)
	}
	who := viewer.From(ctx)
	if of != 0 && exists && who != nil && who.Sees(of) && !who.Administers(of) {
		return fault.New(forbidden, "account", "Only an administrator of the account may see its audit.",
			"Ask an administrator of the account.")
	}
	if who == nil || of == 0 && !who.SeesEverything() || of != 0 && !(exists && who.Administers(of)) {
		return fault.New(fault.NotFound, "account", "There is no {type} {id} whose audit you may see.",
			"Check the id.", fault.WithText("type", "Account"),
			fault.With("id", value.OfReference(of, "")))
	}
	return nil
}

type export struct {
	client   *ent.Client
	of       gid.ID
	from, to clock.Instant
	out      writer
	// shown returns which of some entries the viewer may see.
	shown func(entries []*ent.AuditEntry) (map[int64]bool, error)
}

// shownTo returns which of some entries of an account that they administer the viewer may see: not those about a draft,
// and not those that tell what a partner paid.
func shownTo(ctx context.Context, db *store.Store, paid PaidRule) func([]*ent.AuditEntry) (map[int64]bool, error) {
	return func(entries []*ent.AuditEntry) (map[int64]bool, error) {
		keys := make([]int64, 0, len(entries))
		for _, e := range entries {
			if e != nil {
				keys = append(keys, e.ID)
			}
		}
		ids, err := db.Client().AuditEntry.Query().Where(store.KeyIn(auditentry.FieldID, keys)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		shown := make(map[int64]bool, len(ids))
		for _, id := range ids {
			shown[id] = true
		}
		return shown, withoutPaid(ctx, db, paid, entries, shown)
	}
}

// withoutPaid removes the entries that tell what was paid for rights of which the viewer may not see that.
func withoutPaid(ctx context.Context, db *store.Store, paid PaidRule, entries []*ent.AuditEntry,
	shown map[int64]bool) error {
	var telling []int64
	var rights []gid.ID
	for _, e := range entries {
		if e == nil || !shown[e.ID] {
			continue
		}
		fields, err := Changes(e)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(fields, func(f Field) bool { return IsPaid(f.Typed(orNone(e.SubjectID)).Field) }) {
			telling, rights = append(telling, e.ID), append(rights, orNone(e.SubjectID))
		}
	}
	if len(telling) == 0 {
		return nil
	}
	scope, err := store.ScopeOf(ctx)
	if err != nil {
		return err
	}
	return db.Snapshot(ctx, scope, 0, func(view *page.View) error {
		seen, err := paid(ctx, view, viewer.From(ctx), rights)
		for i, sees := range seen {
			if !sees {
				delete(shown, telling[i])
			}
		}
		return err
	})
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}

func (x *export) run(ctx context.Context) error {
	if err := x.out.begin(); err != nil {
		return err
	}
	// An entry that is unsealed now may be sealed during the export. Then it is written with the chain and removed
	// from left.
	waiting, err := x.waiting(ctx)
	if err != nil {
		return err
	}
	left := make(map[int64]bool, len(waiting))
	for _, id := range waiting {
		left[id] = true
	}
	if err := x.chain(ctx, func(e *ent.AuditEntry) { delete(left, e.ID) }); err != nil {
		return err
	}
	for len(waiting) > 0 {
		n := min(batch, len(waiting))
		entries, err := entriesByID(ctx, x.client, waiting[:n])
		if err != nil {
			return err
		}
		shown, err := x.shown(entries)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e != nil && left[e.ID] && shown[e.ID] {
				if err := x.write(e, nil, "", true); err != nil {
					return err
				}
			}
		}
		waiting = waiting[n:]
	}
	return x.out.end()
}

// waiting returns the entries of the account that are not sealed yet.
func (x *export) waiting(ctx context.Context) ([]int64, error) {
	owner := auditentry.AccountIDIsNil()
	if x.of != 0 {
		owner = auditentry.AccountID(x.of)
	}
	return x.client.AuditEntry.Query().Where(owner, func(q *sql.Selector) {
		u := sql.Table(unsealedentry.Table)
		q.Where(sql.In(q.C(auditentry.FieldID),
			sql.Dialect(q.Dialect()).Select(u.C(unsealedentry.FieldAuditEntryID)).From(u)))
	}).Order(ent.Asc(auditentry.FieldID)).IDs(ctx)
}

// chain writes the sealed entries, and calls met for each entry that it finds.
func (x *export) chain(ctx context.Context, met func(*ent.AuditEntry)) error {
	previous := &ent.AuditSeal{}
	for {
		seals, err := x.client.AuditSeal.Query().Where(auditseal.ChainID(x.of),
			auditseal.PositionGT(previous.Position)).
			Order(ent.Asc(auditseal.FieldPosition)).Limit(batch).All(ctx)
		if err != nil || len(seals) == 0 {
			return err
		}
		entries, err := entriesOf(ctx, x.client, seals)
		if err != nil {
			return err
		}
		shown, err := x.shown(entries)
		if err != nil {
			return err
		}
		for i, s := range seals {
			// a missing entry leaves a gap in the positions, so that VerifyExport detects it
			if e := entries[i]; e != nil {
				met(e)
				if err := x.write(e, s, previous.Hash, shown[e.ID]); err != nil {
					return err
				}
			}
			previous = s
		}
		if err := x.out.flush(); err != nil {
			return err
		}
	}
}

// write writes an entry with its seal, or its seal only if it is withheld.
func (x *export) write(e *ent.AuditEntry, s *ent.AuditSeal, previous string, shown bool) error {
	if e.RecordedAt < x.from || x.to != 0 && e.RecordedAt >= x.to {
		return nil
	}
	l, err := newLine(e)
	if err != nil {
		return err
	}
	if !shown {
		l = &line{Account: l.Account, Changes: []Field{}, Withheld: true}
	}
	if s != nil {
		l.Position, l.Hash, l.Form = &s.Position, &s.Hash, &s.Form
		if previous != "" {
			l.PreviousHash = &previous
		}
	}
	return x.out.write(l)
}

// writer writes lines in a format.
type writer interface {
	begin() error
	write(*line) error
	flush() error
	end() error
}

type jsonWriter struct{ *json.Encoder }

func newJSONWriter(w io.Writer) jsonWriter {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return jsonWriter{e}
}

func (jsonWriter) begin() error          { return nil }
func (w jsonWriter) write(l *line) error { return w.Encode(l) }
func (jsonWriter) flush() error          { return nil }
func (jsonWriter) end() error            { return nil }

type csvWriter struct{ *csv.Writer }

func (w *csvWriter) begin() error {
	return w.Write([]string{"position", "hash", "previousHash", "id", "recordedAt", "account", "action", "subjectId",
		"subjectLabel", "actorId", "actorName", "byProducer", "credential", "credentialId", "onBehalfOf", "reason",
		"requestId",
		"changes", "form", "salt", "remains"})
}

func (w *csvWriter) write(l *line) error {
	named := make([]Field, len(l.Changes)) // for people: of a custom field without the type of its values
	for i, f := range l.Changes {
		if named[i] = f; strings.HasPrefix(f.Field, customFields+".") {
			named[i].Field = f.Typed(0).Field
		}
	}
	changes, err := json.Marshal(named)
	if err != nil {
		return err
	}
	position := ""
	if l.Position != nil {
		position = strconv.FormatInt(*l.Position, 10)
	}
	form, left := "", ""
	if l.Form != nil {
		form = strconv.Itoa(int(*l.Form))
	}
	if l.Remains != nil {
		left = l.Remains.text()
	}
	return w.Write([]string{position, orEmpty(l.Hash), orEmpty(l.PreviousHash), strconv.FormatInt(l.ID, 10),
		l.RecordedAt,
		orEmpty(l.Account), spreadsheet.Harmless(l.Action), orEmpty(l.SubjectID), spreadsheet.Harmless(l.SubjectLabel),
		orEmpty(l.ActorID),
		spreadsheet.Harmless(l.ActorName), strconv.FormatBool(l.ByProducer), l.Credential,
		spreadsheet.Harmless(l.CredentialID), orEmpty(l.OnBehalfOf),
		spreadsheet.Harmless(l.Reason), spreadsheet.Harmless(l.RequestID), string(changes), form, orEmpty(l.Salt),
		left})
}

func (w *csvWriter) flush() error {
	w.Flush()
	return w.Error()
}

func (w *csvWriter) end() error { return w.flush() }

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
