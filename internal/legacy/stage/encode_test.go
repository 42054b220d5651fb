package stage

import (
	"database/sql/driver"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestParseDayAgreesWithCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`[0-9]{4}-[01][0-9]-[0-3][0-9]`),
			rapid.StringMatching(`[0-9-]{8,11}`), rapid.String()).Draw(t, "text")
		want, err := day.Parse(text)
		got, ok := parseDay(text)
		if ok != (err == nil) || ok && got != want {
			t.Fatalf("%q: got %v, %v, want %v, %v", text, got, ok, want, err)
		}
	})
}

func TestParseTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		moment := time.UnixMilli(rapid.Int64Range(-62_135_596_800_000, 253_402_300_799_999).Draw(t, "milliseconds")).
			UTC()
		for _, layout := range []string{"2006-01-02T15:04:05.000Z07:00", time.RFC3339, "2006-01-02T15:04:05"} {
			want := moment
			if !strings.Contains(layout, ".000") {
				want = moment.Truncate(time.Second)
			}
			if got, ok := parseTime(want.Format(layout)); !ok || got != clock.At(want) {
				t.Fatalf("%s: got %v, %v", want.Format(layout), got, ok)
			}
		}
	})
	for _, text := range []string{"", "today", "2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z",
		"2026-01-01T00:00:60.000Z", "2026-01-01T00:00:00.00xZ"} {
		if got, ok := parseTime(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	if got, ok := parseTime("2026-01-01T01:30:00+02:00"); !ok || got.String() != "2025-12-31T23:30:00Z" {
		t.Errorf(`with an offset: %v, %v, want ok = true and String = "2025-12-31T23:30:00Z"`, got, ok)
	}
}

func TestTermEndIsTheDayBeforeTheAnniversary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := day.Day(rapid.IntRange(0, 40_000).Draw(t, "first"))
		n := rapid.Int64Range(1, 120).Draw(t, "months")
		years := first.AddMonths(int(12*n)) - 1
		if termEnd(first, 12*n, vocabulary.TermUnitMonths) != years ||
			termEnd(first, n, vocabulary.TermUnitYears) != years {
			t.Fatal("years and twelve months differ")
		}
		if termEnd(first, 7*n, vocabulary.TermUnitDays) != termEnd(first, n, vocabulary.TermUnitWeeks) {
			t.Fatal("weeks and seven days differ")
		}
		if end := termEnd(first, n, vocabulary.TermUnitMonths); end < first+day.Day(28*n)-1 ||
			end > first+day.Day(31*n)-1 {
			t.Fatalf("%d months from %s end on %s", n, first, end)
		}
	})
}

func TestPackedValuesComeBack(t *testing.T) {
	for _, kind := range legacy.Kinds() {
		e := newEncoder(kind, legacy.NewUnits())
		if len(e.packed) == 0 {
			continue
		}
		var p packed
		for _, at := range e.packed {
			p = p.add(driver.Value(int64(at)))
		}
		u := e.unpacker()
		u.open([]byte(p))
		for name := range u.places {
			if u.number(name) != int64(e.places[name]) {
				t.Errorf("%s: %s comes back as %d, want %v", kind, name, u.number(name), int64(e.places[name]))
			}
		}
		u.open(nil)
		for name := range u.places {
			if u.text(name) != "" {
				t.Errorf("%s: %s is not empty", kind, name)
			}
		}
	}
}

func FuzzEncode(f *testing.F) {
	f.Add(uint8(legacy.LineItems),
		"L1\x1fE1\x1fP\x1f1\x1fL\x1fPN\x1fM\x1fSeats\x1f\x1f\x1f10\x1f\x1f\x1f2026-01-01"+
			"\x1fDEFINE_NOW\x1f0\x1f12\x1fMONTHS\x1f\x1f\x1f\x1f\x1f\x1f\x1fDEPLOYED",
		false)
	f.Add(uint8(legacy.Usage),
		"A\x1fL\x1fm\x1fAPI_CALL\x1fThousand API calls\x1f1000\x1f1e3\x1f0.1\x1f-1\x1f2026-01-01\x1f2026-01-31", false)
	f.Add(uint8(legacy.Users), "u\x1f\x1f\x1f\x1fa@b\x1f\x1fActive", true)
	encoders := map[legacy.Kind]*encoder{}
	for _, kind := range legacy.Kinds() {
		encoders[kind] = newEncoder(kind, legacy.NewUnits())
	}
	listed := legacy.Severities()
	f.Fuzz(func(t *testing.T, number uint8, text string, broken bool) {
		e := encoders[legacy.Kind(number)]
		if e == nil {
			return
		}
		record := legacy.Record{Kind: e.kind, File: "f", Line: 7,
			Values: strings.Split(strings.ToValidUTF8(text, "?"), "\x1f"), Broken: broken}
		errors := 0
		row := e.encode(record, 1, nil, func(f legacy.Finding) {
			if listed[f.Rule] == 0 || f.Message == "" || f.Line != 7 {
				t.Fatalf("finding %+v", f)
			}
			if listed[f.Rule] == legacy.Error {
				errors++
			}
		}, func(int64, []driver.Value) {})
		if len(row) != len(e.names()) {
			t.Fatalf("%d values for %d columns", len(row), len(e.names()))
		}
		if valid := row[2] == int64(1); valid == (errors > 0 || broken) {
			t.Fatalf("valid %v with %d errors, broken %v, want other than %v", valid, errors, broken,
				errors > 0 || broken)
		}
	})
}
