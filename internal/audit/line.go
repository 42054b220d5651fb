package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
)

// line is an entry with its position in a chain, in the form in which it is exported and hashed. Position, hash and
// previous hash are null for an entry that is not sealed yet; the first entry of a chain has no previous hash.
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

	// Form says how the hash is computed; null for an entry that is not sealed yet.
	Form *int16 `json:"form"`
	// Salt is the salt of all personal values. After one of them was erased, Remains replaces it (see remains). Form 1
	// has neither.
	Salt    *string  `json:"salt"`
	Remains *remains `json:"remains"`
	// Withheld says that the viewer may not see the entry yet, such as one about a draft: the line has its seal only,
	// so that the chain goes on.
	Withheld bool `json:"withheld,omitempty"`
}

// newLine returns the line of an entry without position and hash. It fails if the stored text is not in the form in
// which it was written.
func newLine(e *ent.AuditEntry) (*line, error) {
	changes, err := Changes(e)
	if err != nil {
		return nil, err
	}
	var salt *string
	if e.Salt != "" {
		salt = &e.Salt
	}
	var left *remains
	if e.Remains != "" {
		if left, err = readRemains(e.Remains); err != nil {
			return nil, fmt.Errorf("audit entry %d: what remains of its salt cannot be read: %w", e.ID, err)
		}
		if salt != nil {
			return nil, fmt.Errorf("audit entry %d: its salt is there although something was erased", e.ID)
		}
	}
	return &line{
		Salt: salt, Remains: left,
		ID: e.ID, RecordedAt: e.RecordedAt.String(), Account: idText(e.AccountID), Action: e.Action,
		SubjectID: idText(e.SubjectID), SubjectLabel: e.SubjectLabel, ActorID: idText(e.ActorID),
		ActorName:  e.ActorName,
		ByProducer: e.ByProducer, Credential: string(e.Credential), CredentialID: e.CredentialID,
		OnBehalfOf: idText(e.OnBehalfOfID), Reason: e.Reason, RequestID: e.RequestID, Changes: changes,
	}, nil
}

func idText(id *gid.ID) *string {
	if id == nil {
		return nil
	}
	text := id.String()
	return &text
}

// Changes decodes the changed fields of an entry.
func Changes(e *ent.AuditEntry) ([]Field, error) {
	fields := []Field{}
	if err := decodeStrictly([]byte(e.Changes), &fields); err != nil {
		return nil, fmt.Errorf("audit entry %d: its changes cannot be read: %w", e.ID, err)
	}
	return fields, nil
}

// decodeStrictly decodes exactly one JSON value without unknown fields.
func decodeStrictly(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF { //nolint:errorlint // it comes bare
		return fmt.Errorf("there is text after the end")
	}
	return nil
}

// The forms of a hash. README.md defines which items are hashed and how; a form must never change.
const (
	// formPlain covers the personal values themselves. It is no longer used for new seals.
	formPlain int16 = 1
	// formDigests covers salted digests of the personal values, so that a value can be erased.
	formDigests int16 = 2
)

// seal returns the hash of an entry in a form, at a position. previous is the hash of the entry before it, "" for the
// first. It fails if the entry cannot have been sealed in that form.
func (l *line) seal(form int16, previous string, position int64) (string, error) {
	var value func(w items, place string, value *string)
	switch form {
	case formPlain:
		if l.Salt != nil || l.Remains != nil {
			return "", errors.New("it has a salt, and was sealed without")
		}
		value = func(w items, _ string, value *string) { w.maybe(value) }
	case formDigests:
		digests, err := l.digests()
		if err != nil {
			return "", err
		}
		value = func(w items, place string, _ *string) {
			if digest, found := digests[place]; found {
				w.text(digest)
				return
			}
			w.maybe(nil)
		}
	default:
		return "", fmt.Errorf("nothing is sealed in the form %d", form)
	}
	w := items{sha256.New()}
	w.text(fmt.Sprintf("muniment-audit-%d", form))
	w.text(previous)
	w.number(position)
	w.number(l.ID)
	w.text(l.RecordedAt)
	w.maybe(l.Account)
	w.text(l.Action)
	w.maybe(l.SubjectID)
	value(w, placeLabel, &l.SubjectLabel)
	w.maybe(l.ActorID)
	value(w, placeActor, &l.ActorName)
	w.text(strconv.FormatBool(l.ByProducer))
	w.text(l.Credential)
	w.text(l.CredentialID)
	w.maybe(l.OnBehalfOf)
	value(w, placeReason, &l.Reason)
	w.text(l.RequestID)
	w.number(int64(len(l.Changes)))
	for i, c := range l.Changes {
		w.text(c.Field)
		value(w, placeBefore(i), c.Before)
		value(w, placeAfter(i), c.After)
	}
	return hex.EncodeToString(w.Sum(nil)), nil
}

// items writes the hashed items: each text as its length in bytes, a colon and the bytes, and a missing value as a
// minus sign, so that different lists of items are never written the same way.
type items struct{ hash.Hash }

func (w items) text(s string) {
	var size [21]byte
	_, _ = w.Write(append(strconv.AppendInt(size[:0], int64(len(s)), 10), ':')) // Write of a hash never fails
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
