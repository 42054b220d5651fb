// Package gid makes and reads the global ids of Muniment: a type prefix and the Crockford base32 form of a
// 64-bit integer, which is the key in the database. Only this package knows what the bits mean.
//
//	bit 63      always 0, so that the key stays positive in every database
//	bits 56-62  the type
//	bits 36-55  the locality, drawn from the account at its creation, so that rows of one account lie together
//	bits 0-35   random, or derived from a key of another system
//
// Rows of logs have a plain sequence number as their key. Their id has that number in the bits 0-55; FromKey and Key
// convert between the two.
package gid

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// ID is a global id. The zero value stands for "none" and is never stored.
type ID int64

// Type is the type of the object that an ID identifies.
type Type uint8

const (
	typeShift     = 56
	localityShift = 36
	localityMask  = 1<<20 - 1
	randomMask    = 1<<36 - 1
	numberMask    = 1<<typeShift - 1
	digits        = 13
)

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// ErrInvalid is returned for text that is not a global id, or whose prefix does not match the type in its bits.
var ErrInvalid = errors.New("not a global id")

// Locality is the part of an id that one account's rows share.
type Locality uint32

// NewLocality returns a random locality for a new account.
func NewLocality() Locality { return Locality(random() >> localityShift & localityMask) }

// New returns a random id of type t in locality l. If the key is taken, the caller calls New again.
func New(t Type, l Locality) ID { return compose(t, l, random()) }

// Derive returns the id of a record that is imported from another system. The same system, key and attempt always give
// the same id, so that an interrupted import finds its own rows again. If the id is taken, the caller increments
// attempt.
func Derive(t Type, l Locality, system, key string, attempt int) ID {
	return compose(t, l, digest(t, system, key, attempt))
}

// DeriveLocality returns the locality of an account that is imported from another system.
func DeriveLocality(system, key string) Locality {
	return Locality(digest(Account, system, key, 0) >> localityShift & localityMask)
}

func digest(t Type, system, key string, attempt int) uint64 {
	h := sha256.New()
	fmt.Fprintf(h, "%d\x1f%s\x1f%s\x1f%d", t, system, key, attempt)
	return binary.BigEndian.Uint64(h.Sum(nil)[:8])
}

func random() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // crypto/rand.Read never fails: it ends the process instead
	return binary.BigEndian.Uint64(b[:])
}

func compose(t Type, l Locality, bits uint64) ID {
	return ID(uint64(t)<<typeShift | uint64(l&localityMask)<<localityShift | bits&randomMask)
}

// FromKey returns the id of a row by its type and its key in the database: the key itself or, for a numbered type, the
// number combined with the type. It returns 0 for a number that is not positive or needs more than 56 bits.
func FromKey(t Type, key int64) ID {
	switch {
	case !t.Numbered():
		return ID(key)
	case key <= 0 || key > numberMask:
		return 0
	}
	return ID(uint64(t)<<typeShift | uint64(key))
}

// Key returns the key of the row in the database: the id itself, or the number in the id of a numbered type.
func (id ID) Key() int64 {
	if id.Type().Numbered() {
		return int64(id) & numberMask
	}
	return int64(id)
}

// Type returns the type in the bits, which need not be one of the listed types.
func (id ID) Type() Type { return Type(uint64(id) >> typeShift & 0x7f) }

// Locality returns the locality in the bits.
func (id ID) Locality() Locality { return Locality(uint64(id) >> localityShift & localityMask) }

// String returns the readable form, such as ent_0R8Z3V6Q1M2C4, or "" for none.
func (id ID) String() string {
	if id == 0 {
		return ""
	}
	prefix := id.Type().Prefix()
	b := make([]byte, 0, len(prefix)+1+digits)
	return string(id.Append(b))
}

// Append appends the readable form.
func (id ID) Append(b []byte) []byte {
	b = append(b, id.Type().Prefix()...)
	b = append(b, '_')
	for shift := (digits - 1) * 5; shift >= 0; shift -= 5 {
		b = append(b, alphabet[uint64(id)>>shift&31])
	}
	return b
}

// Parse reads the readable form. Letters may be in either case; O is read as 0, I and L as 1. It returns
// ErrInvalid for anything else.
func Parse(s string) (ID, error) {
	prefix, code, found := strings.Cut(s, "_")
	if !found || len(code) != digits {
		return 0, fmt.Errorf("%w: %q", ErrInvalid, shorten(s))
	}
	var n uint64
	for i := 0; i < len(code); i++ {
		v := decode(code[i])
		if v < 0 || i == 0 && v > 7 {
			return 0, fmt.Errorf("%w: %q", ErrInvalid, shorten(s))
		}
		n = n<<5 | uint64(v)
	}
	id := ID(n)
	if id <= 0 || id.Type().Prefix() != strings.ToLower(prefix) {
		return 0, fmt.Errorf("%w: %q", ErrInvalid, shorten(s))
	}
	return id, nil
}

func shorten(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}

func decode(c byte) int {
	switch {
	case c >= 'a' && c <= 'z':
		c -= 'a' - 'A'
	}
	switch c {
	case 'O':
		c = '0'
	case 'I', 'L':
		c = '1'
	}
	return strings.IndexByte(alphabet, c)
}

// Range returns the smallest and the largest id of a type; both bounds are inclusive.
func Range(t Type) (first, last ID) {
	first = ID(uint64(t) << typeShift)
	return first, first | (1<<typeShift - 1)
}
