package clock

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Instant is a moment in microseconds since 1970-01-01T00:00:00Z. Every database column that holds a time uses this
// form.
type Instant int64

// ErrInvalid is returned for text that is not an RFC 3339 time.
var ErrInvalid = errors.New("not a time (RFC 3339)")

// At returns the instant of t, truncated to whole microseconds.
func At(t time.Time) Instant { return Instant(t.UnixMicro()) }

// Later returns the time of a change that is made now to a row that was last changed at then. It is always after then,
// so that no two versions of a row have the same time.
func Later(then, now Instant) Instant { return max(now, then+1) }

// Add returns the instant that is d later, truncated to whole microseconds; earlier if d is negative.
func (i Instant) Add(d time.Duration) Instant { return i + Instant(d.Microseconds()) }

// Time returns the instant in UTC.
func (i Instant) Time() time.Time { return time.UnixMicro(int64(i)).UTC() }

// String returns RFC 3339 in UTC with as many decimals as needed.
func (i Instant) String() string { return i.Time().Format(time.RFC3339Nano) }

// MarshalGQL writes the DateTime scalar.
func (i Instant) MarshalGQL(w io.Writer) {
	var buf [40]byte
	b := append(buf[:0], '"')
	b = i.Time().AppendFormat(b, time.RFC3339Nano)
	_, _ = w.Write(append(b, '"'))
}

// UnmarshalGQL reads the DateTime scalar. It returns ErrInvalid for anything that is not RFC 3339.
func (i *Instant) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("%w: %v", ErrInvalid, v)
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	// the parser takes a comma before the fraction, and RFC 3339 does not
	if err != nil || strings.ContainsRune(s, ',') {
		return fmt.Errorf("%w: %.40q", ErrInvalid, s)
	}
	*i = At(t)
	return nil
}
