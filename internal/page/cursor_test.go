package page

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/fault"
)

func TestCursorsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seal := rapid.Uint64().Draw(t, "seal")
		values := rapid.SliceOfN(rapid.OneOf(
			rapid.Custom(func(t *rapid.T) any { return rapid.Int64().Draw(t, "n") }),
			rapid.Custom(func(t *rapid.T) any { return rapid.String().Draw(t, "s") })), 1, 4).Draw(t, "values")
		c, err := parseCursor(formatCursor(seal, values), seal, len(values))
		if err != nil {
			t.Skip("longer than a cursor may be")
		}
		if !cmp.Equal(c.values, values) {
			t.Fatalf("%v became %v", values, c.values)
		}
		if _, err := parseCursor(formatCursor(seal, values), seal+1, len(values)); err == nil {
			t.Fatal("a cursor of another list was accepted")
		}
	})
}

func TestInvalidRequestsAreRefused(t *testing.T) {
	number := func(n int) *int { return &n }
	text := func(s string) *string { return &s }
	order := Order{Name: "NAME", Columns: []string{"name"}}
	own := Request{Order: order, Binding: "mine"}
	foreign := formatCursor(Request{Order: order, Binding: "another filter"}.seal(), []any{"a", int64(1)})
	for name, c := range map[string]struct {
		args Args
		want fault.Code
	}{
		"none":         {Args{First: number(0)}, fault.BadPageSize},
		"negative":     {Args{First: number(-1)}, fault.BadPageSize},
		"too many":     {Args{Last: number(101)}, fault.BadPageSize},
		"both":         {Args{First: number(1), Last: number(1)}, fault.BadPageSize},
		"no cursor":    {Args{After: text("nonsense!")}, fault.BadCursor},
		"empty cursor": {Args{Before: text("")}, fault.BadCursor},
		"other filter": {Args{After: &foreign}, fault.BadCursor},
		"another order": {Args{After: text(formatCursor(Request{Order: Order{Name: "NEWEST"}, Binding: "mine"}.seal(),
			[]any{int64(1), int64(1)}))}, fault.BadCursor},
	} {
		r := own
		r.Args = c.args
		var f *fault.Error
		if err := r.Check(TableNamed("accounts")); !errors.As(err, &f) || f.Code != c.want || f.Remedy == "" ||
			f.Field == "" {
			t.Errorf("%s: %v, want %s with field and remedy", name, err, c.want)
		}
	}
}

func FuzzParseCursor(f *testing.F) {
	f.Add(formatCursor(7, []any{"a", int64(1)}))
	f.Fuzz(func(t *testing.T, s string) {
		if c, err := parseCursor(s, 7, 2); err == nil && formatCursor(7, c.values) == "" {
			t.Fatal("an empty text was accepted")
		}
	})
}

func TestForgedCursorsAreRefused(t *testing.T) {
	accounts, coverages := TableNamed("accounts"), TableNamed("coverages")
	byName := Request{Order: Order{Name: "NAME", Columns: []string{"name_key"}}}
	byDay := Request{Order: Order{Name: "ENDS_ON", Columns: []string{"ends_on"}}}
	for name, test := range map[string]struct {
		request Request
		table   *Table
		values  []any
		fits    bool
	}{
		"a text and an id":    {byName, accounts, []any{"harbor", int64(7)}, true},
		"a number for a text": {byName, accounts, []any{int64(5), int64(7)}, false},
		"a text for an id":    {byName, accounts, []any{"harbor", "7"}, false},
		"invalid UTF-8":       {byName, accounts, []any{"\xff", int64(7)}, false},
		"a text with NUL":     {byName, accounts, []any{"a\x00", int64(7)}, false},
		"a day and an id":     {byDay, coverages, []any{int64(20000), int64(7)}, true},
		"a text for a day":    {byDay, coverages, []any{"2026", int64(7)}, false},
		"a day out of range":  {byDay, coverages, []any{int64(1) << 62, int64(7)}, false},
	} {
		after := formatCursor(test.request.seal(), test.values)
		test.request.After = &after
		if err := test.request.Check(test.table); (err == nil) != test.fits {
			t.Errorf("%s: %v", name, err)
		}
	}
}
