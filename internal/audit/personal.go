package audit

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
)

// saltBytes is the size of an entry's salt: nobody can try all of them.
const saltBytes = 16

// newSalt draws the salt of an entry, in hexadecimal.
func newSalt() string {
	salt := make([]byte, saltBytes)
	_, _ = rand.Read(salt) // it never fails
	return hex.EncodeToString(salt)
}

// remains is what is kept of the salt of an entry once something of it was erased: of each value that is gone its digest,
// and of each that is still there its own salt. The salt of a value that is gone cannot be worked out from it.
type remains struct {
	Digests map[string]string `json:"digests"`
	Salts   map[string]string `json:"salts"`
}

// readRemains reads what is stored in the one form in which it is written, so that no edit of it goes unseen.
func readRemains(text string) (*remains, error) {
	left := &remains{}
	if err := strictly([]byte(text), left); err != nil {
		return nil, err
	}
	if left.text() != text {
		return nil, errors.New("it is not written as it was")
	}
	return left, nil
}

func (r *remains) text() string {
	text, _ := json.Marshal(r) // two maps of texts never fail
	return string(text)
}

// The places of personal values in an entry, besides those of its changes.
const (
	placeLabel  = "label"
	placeActor  = "actor"
	placeReason = "reason"
)

func placeBefore(change int) string { return fmt.Sprintf("changes.%d.before", change) }
func placeAfter(change int) string  { return fmt.Sprintf("changes.%d.after", change) }

// personal is a value of an entry that may name a person. A nil value is none, and says nothing of anybody.
type personal struct {
	place string
	value *string
}

// personal lists the personal values of a line in the order in which they are hashed.
func (l *line) personal() []personal {
	list := []personal{{placeLabel, &l.SubjectLabel}, {placeActor, &l.ActorName}, {placeReason, &l.Reason}}
	for i, c := range l.Changes {
		list = append(list, personal{placeBefore(i), c.Before}, personal{placeAfter(i), c.After})
	}
	return list
}

// digests returns the digest of each personal value by its place; what is null has none. It fails where the salt is missing or
// not what it can have been, or a value stands where one was erased.
func (l *line) digests() (map[string]string, error) {
	digests := map[string]string{}
	known := 0 // places of the remains that are used
	for _, p := range l.personal() {
		digest, gone, err := l.erased(p)
		if err != nil {
			return nil, err
		}
		if gone {
			digests[p.place] = digest
			known++
			continue
		}
		if p.value == nil {
			continue
		}
		salt, err := l.saltOf(p.place)
		if err != nil {
			return nil, err
		}
		digests[p.place] = hex.EncodeToString(mac(salt, *p.value))
		known++
	}
	if l.Remains != nil && known != len(l.Remains.Digests)+len(l.Remains.Salts) {
		return nil, errors.New("more is kept of its salt than it has values")
	}
	return digests, nil
}

// erased returns the digest of a value that was erased. In its place stands an empty text.
func (l *line) erased(p personal) (digest string, gone bool, err error) {
	if l.Remains == nil {
		return "", false, nil
	}
	if digest, gone = l.Remains.Digests[p.place]; !gone {
		return "", false, nil
	}
	if p.value == nil || *p.value != "" {
		return "", true, fmt.Errorf("the value %s was erased, and another one stands there", p.place)
	}
	if _, err := fromHex(digest, sha256.Size); err != nil {
		return "", true, fmt.Errorf("the digest of the value %s cannot be read: %w", p.place, err)
	}
	return digest, true, nil
}

// saltOf returns the salt of the value at a place.
func (l *line) saltOf(place string) ([]byte, error) {
	if l.Remains != nil {
		salt, err := fromHex(l.Remains.Salts[place], sha256.Size)
		if err != nil {
			return nil, fmt.Errorf("the salt of the value %s cannot be read: %w", place, err)
		}
		return salt, nil
	}
	salt, err := fromHex(orEmpty(l.Salt), saltBytes)
	if err != nil {
		return nil, fmt.Errorf("its salt cannot be read: %w", err)
	}
	return mac(salt, place), nil
}

// erase takes values out of a line: in their places stands an empty text, and what remains proves the others. It returns how
// many it took; values that are gone already, and places without a value, are none.
func (l *line) erase(places map[string]bool) (int, error) {
	digests, err := l.digests()
	if err != nil {
		return 0, err
	}
	left := &remains{Digests: map[string]string{}, Salts: map[string]string{}}
	n := 0
	for _, p := range l.personal() {
		if p.value == nil {
			continue
		}
		_, gone, err := l.erased(p)
		if err != nil {
			return 0, err
		}
		if !gone && places[p.place] {
			gone = true
			n++
		}
		if gone {
			left.Digests[p.place] = digests[p.place]
			continue
		}
		salt, err := l.saltOf(p.place)
		if err != nil {
			return 0, err
		}
		left.Salts[p.place] = hex.EncodeToString(salt)
	}
	if n == 0 {
		return 0, nil
	}
	for _, p := range l.personal() {
		if _, gone := left.Digests[p.place]; gone {
			*p.value = ""
		}
	}
	l.Salt, l.Remains = nil, left
	return n, nil
}

// mac is HMAC-SHA-256.
func mac(key []byte, text string) []byte {
	m := hmac.New(sha256.New, key)
	_, _ = m.Write([]byte(text)) // it never fails
	return m.Sum(nil)
}

// fromHex reads so many bytes in small hexadecimal digits.
func fromHex(text string, size int) ([]byte, error) {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != size || hex.EncodeToString(b) != text {
		return nil, fmt.Errorf("it is not %d small hexadecimal digits", 2*size)
	}
	return b, nil
}
