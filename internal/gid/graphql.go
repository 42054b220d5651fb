package gid

import (
	"fmt"
	"io"
)

// MarshalGQL writes the id as a GraphQL ID.
func (id ID) MarshalGQL(w io.Writer) {
	var buf [24]byte
	b := append(buf[:0], '"')
	if id != 0 {
		b = id.Append(b)
	}
	_, _ = w.Write(append(b, '"'))
}

// UnmarshalGQL reads a GraphQL ID. It returns ErrInvalid for anything that is not the readable form.
func (id *ID) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("%w: %v", ErrInvalid, v)
	}
	parsed, err := Parse(s)
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}
