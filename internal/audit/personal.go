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

// saltBytes is the size of an entry's salt, large enough that it cannot be guessed by brute force.
const saltBytes = 16

// newSalt returns a random salt in hexadecimal.
func newSalt() string {
	salt := make([]byte, saltBytes)
	_, _ = rand.Read(salt) // it never returns an error
	return hex.EncodeToString(salt)
}

// remains replaces the salt of an entry after one of its values was erased. It has the digest of each erased value,
// and the individual salt of each remaining value. The salt of an erased value cannot be computed from it.
type remains struct {
	Digests map[string]string `json:"digests"`
	Salts   map[string]string `json:"salts"`
}

// readRemains decodes the stored text. It accepts only the exact form in which it is written, so that every edit is
// detected.
func readRemains(text string) (*remains, error) {
	left := &remains{}
	if err := decodeStrictly([]byte(text), left); err != nil {
		return nil, err
	}
	if left.text() != text {
		return nil, errors.New("it is not written as it was")
	}
	return left, nil
}

func (r *remains) text() string {
	text, _ := json.Marshal(r) // marshaling two maps of strings cannot fail
	return string(text)
}

// The places of personal values in an entry, except those in its changes.
const (
	placeLabel  = "label"
	placeActor  = "actor"
	placeReason = "reason"
)

func placeBefore(change int) string { return fmt.Sprintf("changes.%d.before", change) }
func placeAfter(change int) string  { return fmt.Sprintf("changes.%d.after", change) }

// personal is a value of an entry that may identify a person. value is nil if the entry has no value at the place.
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

// digests returns the digest of each personal value by its place; a null value has none. It fails if the salt is
// missing or malformed, or if a value is present at a place from which one was erased.
func (l *line) digests() (map[string]string, error) {
	digests := map[string]string{}
	known := 0 // number of places of the remains that were used
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

// erased returns the digest of an erased value, and whether the value was erased. An erased value is stored as an
// empty text.
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

// erase replaces values of a line by empty texts and updates the remains, so that the seal can still be verified. It
// returns the number of erased values, not counting values that were erased before and places without a value.
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
	_, _ = m.Write([]byte(text)) // Write of a hash never fails
	return m.Sum(nil)
}

// fromHex decodes exactly size bytes from lower-case hexadecimal digits.
func fromHex(text string, size int) ([]byte, error) {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != size || hex.EncodeToString(b) != text {
		return nil, fmt.Errorf("it is not %d small hexadecimal digits", 2*size)
	}
	return b, nil
}
