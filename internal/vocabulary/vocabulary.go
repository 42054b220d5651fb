// Package vocabulary defines the enums that the GraphQL schema and the data model share. The text of a value
// is the same in the SDL, in Go, in the database and in exports.
package vocabulary

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

// ErrUnknown is returned for text that is not a value of the set.
var ErrUnknown = errors.New("not a value of this set")

func texts[T ~string](values ...T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func marshal(w io.Writer, v string) {
	var buf [32]byte
	b := append(buf[:0], '"')
	b = append(b, v...)
	_, _ = w.Write(append(b, '"'))
}

func unmarshal[T ~string](to *T, in any, known []string) error {
	s, ok := in.(string)
	if !ok || !slices.Contains(known, s) {
		return fmt.Errorf("%w: %.40q", ErrUnknown, fmt.Sprint(in))
	}
	*to = T(s)
	return nil
}
