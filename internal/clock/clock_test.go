package clock_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/clock"
)

func TestSystemIsNowInUTC(t *testing.T) {
	before := time.Now()
	var c clock.Clock = clock.System
	now := c()
	if after := time.Now(); now.Time().Before(before.Truncate(time.Microsecond)) || now.Time().After(after) {
		t.Errorf("%v is not between %v and %v", now, before, after)
	}
	if now.Time().Location() != time.UTC {
		t.Errorf("in %v, want %v", now.Time().Location(), time.UTC)
	}
}

func TestFrozenStandsUntilMoved(t *testing.T) {
	start := clock.At(time.Date(2026, 2, 28, 23, 59, 59, 999_999_999, time.FixedZone("", 3600)))
	frozen := clock.Freeze(start)
	var c clock.Clock = frozen.Now
	if c() != start || c() != start {
		t.Errorf("%v, want %v", c(), start)
	}
	if got := start.String(); got != "2026-02-28T22:59:59.999999Z" {
		t.Errorf(`got %s, want "2026-02-28T22:59:59.999999Z"`, got)
	}
	if got := frozen.Advance(1001 * time.Nanosecond); got != start+1 || c() != got {
		t.Errorf("advanced by one microsecond: %v, want got = %v and c = %v", got, start+1, got)
	}
	frozen.Set(0)
	if got := c().String(); got != "1970-01-01T00:00:00Z" {
		t.Errorf(`got %s, want "1970-01-01T00:00:00Z"`, got)
	}
}

func TestForwardNeverGoesBack(t *testing.T) {
	frozen := clock.Freeze(100)
	forward := clock.Forward(frozen.Now)
	for _, step := range []struct{ at, want clock.Instant }{{100, 100}, {50, 100}, {100, 100}, {101, 101}, {7, 101},
		{200, 200}} {
		frozen.Set(step.at)
		if got := forward(); got != step.want {
			t.Errorf("at %d it is %d, want %d", step.at, got, step.want)
		}
	}
}

func TestScalarRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// RFC 3339 has years of four digits.
		earliest, latest := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
		want := clock.Instant(rapid.Int64Range(earliest.UnixMicro(), latest.UnixMicro()).Draw(t, "instant"))
		var text bytes.Buffer
		want.MarshalGQL(&text)
		var got clock.Instant
		if err := got.UnmarshalGQL(strings.Trim(text.String(), `"`)); err != nil || got != want {
			t.Fatalf("%s became %v, %v", text.String(), got, err)
		}
	})
}

func TestScalarRefuses(t *testing.T) {
	for _, bad := range []any{"", "today", "2026-01-01", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00",
		"2026-01-01T00:00:00,5Z", 5, nil, true} {
		var got clock.Instant
		if err := got.UnmarshalGQL(bad); !errors.Is(err, clock.ErrInvalid) {
			t.Errorf("%v: %v, %v, want %v", bad, got, err, clock.ErrInvalid)
		}
	}
}
