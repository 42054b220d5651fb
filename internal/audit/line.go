package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
)

// line is an entry with its place in a chain, in the form in which it is exported and hashed. Position, hash and previous
// hash are null for an entry that is not sealed yet; the first entry of a chain has no previous hash.
type line struct {
	Position     *int64  `json:"position"`
	Hash         *string `json:"hash"`
	PreviousHash *string `json:"previousHash"`

	ID           int64   `json:"id"`
	RecordedAt   string  `json:"recordedAt"`
	Account      *string `json:"account"`
	Action       string  `json:"action"`
	SubjectID    *string `json:"subjectId"`
	SubjectLabel string  `json:"subjectLabel"`
	ActorID      *string `json:"actorId"`
	ActorName    string  `json:"actorName"`
	ByProducer   bool    `json:"byProducer"`
	Credential   string  `json:"credential"`
	CredentialID string  `json:"credentialId"`
	OnBehalfOf   *string `json:"onBehalfOf"`
	Reason       string  `json:"reason"`
	RequestID    string  `json:"requestId"`
	Changes      []Field `json:"changes"`
}

// newLine makes the line of an entry without its place. It fails where the stored changes are not what was once written.
func newLine(e *ent.AuditEntry) (*line, error) {
	changes, err := Changes(e)
	if err != nil {
		return nil, err
	}
	return &line{
		ID: e.ID, RecordedAt: e.RecordedAt.String(), Account: readable(e.AccountID), Action: e.Action,
		SubjectID: readable(e.SubjectID), SubjectLabel: e.SubjectLabel, ActorID: readable(e.ActorID), ActorName: e.ActorName,
		ByProducer: e.ByProducer, Credential: string(e.Credential), CredentialID: e.CredentialID,
		OnBehalfOf: readable(e.OnBehalfOfID), Reason: e.Reason, RequestID: e.RequestID, Changes: changes,
	}, nil
}

func readable(id *gid.ID) *string {
	if id == nil {
		return nil
	}
	text := id.String()
	return &text
}

// Changes reads the fields that an entry says were changed.
func Changes(e *ent.AuditEntry) ([]Field, error) {
	fields := []Field{}
	if err := strictly([]byte(e.Changes), &fields); err != nil {
		return nil, fmt.Errorf("audit entry %d: its changes cannot be read: %w", e.ID, err)
	}
	return fields, nil
}

// strictly reads one JSON value with no other fields than the known, and nothing behind it.
func strictly(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF { //nolint:errorlint // it comes bare
		return fmt.Errorf("something stands behind the end")
	}
	return nil
}

// label is the first item of what is hashed. Another form of the items needs another label.
const label = "muniment-audit-1"

// seal returns the hash of an entry at a position behind an entry with the previous hash, "" for none. README.md says which
// items are hashed and how; they may never change.
func (l *line) seal(previous string, position int64) string {
	w := items{sha256.New()}
	w.text(label)
	w.text(previous)
	w.number(position)
	w.number(l.ID)
	w.text(l.RecordedAt)
	w.maybe(l.Account)
	w.text(l.Action)
	w.maybe(l.SubjectID)
	w.text(l.SubjectLabel)
	w.maybe(l.ActorID)
	w.text(l.ActorName)
	w.text(strconv.FormatBool(l.ByProducer))
	w.text(l.Credential)
	w.text(l.CredentialID)
	w.maybe(l.OnBehalfOf)
	w.text(l.Reason)
	w.text(l.RequestID)
	w.number(int64(len(l.Changes)))
	for _, c := range l.Changes {
		w.text(c.Field)
		w.maybe(c.Before)
		w.maybe(c.After)
	}
	return hex.EncodeToString(w.Sum(nil))
}

// items writes what is hashed: each text as the number of its bytes, a colon and the bytes, and what is missing as a minus
// sign, so that no two lists of items are written alike.
type items struct{ hash.Hash }

func (w items) text(s string) {
	var size [21]byte
	_, _ = w.Write(append(strconv.AppendInt(size[:0], int64(len(s)), 10), ':')) // a hash never fails
	_, _ = io.WriteString(w, s)
}

func (w items) number(n int64) { w.text(strconv.FormatInt(n, 10)) }

func (w items) maybe(s *string) {
	if s == nil {
		_, _ = w.Write([]byte{'-'})
		return
	}
	w.text(*s)
}
