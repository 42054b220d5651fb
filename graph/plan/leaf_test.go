package plan_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

const leafContract = `
scalar Date scalar DateTime scalar Decimal
enum Color { RED GREEN }
type Query {
  id: ID n: Int must: Int! yes: Boolean text: String mustText: String! color: Color colors: [Color!] texts: [String!] holes: [String]
  date: Date at: DateTime amount: Decimal
}`

// leaf executes a root field that returns v.
func leaf(t testing.TB, field string, v any) (data string, errs []string) {
	t.Helper()
	text := schema(t, leafContract)
	fields := plan.Fields{}
	for _, f := range text.Query.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			fields[f.Name] = plan.Value(func(*plan.Call, plan.Row) (any, error) { return give(v) })
		}
	}
	got := newTiny(t, text, noDatabase, &plan.Object{Name: "Query", Fields: fields}).ask(t.Context(), t,
		"{ "+field+" }", nil)
	if !json.Valid(got.Data) {
		t.Fatalf("%T %v: not JSON: %s", v, v, got.Data)
	}
	return string(got.Data), codes(got.Errors)
}

type color string

type word string

func TestValuesAreWritten(t *testing.T) {
	id := gid.New(gid.Account, 0)
	n, text, no, at := 7, "x", false, clock.Instant(1)
	last, forever := day.Date(2026, 11, 22), day.Forever
	for _, c := range []struct {
		field string
		value any
		want  string
	}{
		{"id", id, `"` + id.String() + `"`}, {"id", &id, `"` + id.String() + `"`}, {"id", gid.ID(0), "null"},
		{"id", (*gid.ID)(nil), "null"},
		{"n", 7, "7"}, {"n", &n, "7"}, {"n", (*int)(nil), "null"}, {"n", int64(-7), "-7"}, {"n", nil, "null"},
		{"n", math.MaxInt32, "2147483647"}, {"n", math.MinInt32, "-2147483648"},
		{"n", int64(math.MaxInt32), "2147483647"},
		{"yes", true, "true"}, {"yes", false, "false"}, {"yes", &no, "false"}, {"yes", (*bool)(nil), "null"},
		{"text", "x", `"x"`}, {"text", "", "null"}, {"mustText", "", `""`}, {"texts", []string{""}, `[""]`},
		{"text", &text, `"x"`}, {"text", (*string)(nil), "null"}, {"text", word("x"), `"x"`},
		{"color", color("RED"), `"RED"`}, {"color", "GREEN", `"GREEN"`}, {"color", (*color)(nil), "null"},
		{"color", color(""), "null"},
		{"colors", []color{"RED", "GREEN"}, `["RED","GREEN"]`}, {"colors", []color{}, "[]"}, {"colors", nil, "null"},
		{"texts", []string{"a", "b"}, `["a","b"]`}, {"texts", []*string{&text}, `["x"]`},
		{"date", last, `"2026-11-22"`}, {"date", &last, `"2026-11-22"`}, {"date", (*day.Day)(nil), "null"},
		{"date", forever, "null"}, {"date", &forever, "null"},
		{"at", at, `"` + at.String() + `"`}, {"at", &at, `"` + at.String() + `"`},
		{"at", (*clock.Instant)(nil), "null"},
		{"amount", "1.50", `"1.50"`},
	} {
		data, errs := leaf(t, c.field, c.value)
		if want := fmt.Sprintf(`{"%s":%s}`, c.field, c.want); data != want || errs != nil {
			t.Errorf("%T: %s %v, want %s", c.value, data, errs, want)
		}
	}
}

func TestValuesThatDoNotFitAreErrors(t *testing.T) {
	large, nobody := math.MaxInt32+1, color("BLUE")
	for _, c := range []struct {
		field string
		value any
		code  string // "" is any error
	}{
		{"n", math.MaxInt32 + 1, string(plan.OutOfRange)}, {"n", math.MinInt32 - 1, string(plan.OutOfRange)},
		{"n", &large, string(plan.OutOfRange)},
		{"n", int64(math.MaxInt64), string(plan.OutOfRange)}, {"n", int64(math.MinInt64), string(plan.OutOfRange)},
		{"must", int64(math.MaxInt32) + 1, string(plan.OutOfRange)},
		{"color", "BLUE", ""}, {"color", nobody, ""}, {"color", &nobody, ""}, {"color", "red", ""},
		{"colors", []color{"RED", "BLUE"}, ""}, {"texts", []*string{nil}, ""},
		{"n", 1.5, ""}, {"text", struct{}{}, ""}, {"text", map[string]string{}, ""},
		{"text", uint64(math.MaxUint64), ""},
		// A value whose Go type does not fit the field is a bug, and must not be written.
		{"n", "7", ""}, {"n", true, ""}, {"yes", 1, ""}, {"yes", "true", ""}, {"text", 7, ""}, {"text", true, ""},
		{"color", 1, ""},
		{"text", []string{"a"}, ""}, {"texts", "a", ""}, {"colors", "RED", ""},
	} {
		data, errs := leaf(t, c.field, c.value)
		want := fmt.Sprintf(`{"%s":null}`, c.field)
		if c.field == "must" {
			want = "null"
		}
		if data != want || len(errs) != 1 || !strings.HasPrefix(errs[0], c.field) ||
			!strings.HasSuffix(errs[0], c.code) {
			t.Errorf("%s of %T %v: %s %v, want null and an error %s", c.field, c.value, c.value, data, errs, c.code)
		}
	}
}

func TestNullInAListThatMayHoldItIsNull(t *testing.T) {
	text := "a"
	if data, errs := leaf(t, "holes", []*string{&text, nil, &text}); data != `{"holes":["a",null,"a"]}` ||
		errs != nil {
		t.Errorf(`%s %v, want {"holes":["a",null,"a"]}`, data, errs)
	}
}

// asJSON returns a string as encoding/json writes and reads it: each byte of invalid UTF-8 becomes U+FFFD.
func asJSON(t *rapid.T, s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var out string
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTextsAreEscapedAsJSON(t *testing.T) {
	piece := rapid.OneOf(
		rapid.String(),
		rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) }),
		rapid.SampledFrom([]string{"\u2028", "\u2029", "\ufeff", "\ufffd", "\x00", "\x1f", "\x7f", "\b\f\n\r\t\v", `"`,
			`\`, `\u0041`, "</script>", "&",
			"\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "\xf0\x9f\x98", "\U0001F600", "é"}))
	// All strings use the same schema, one after another.
	var now []string
	text := schema(t, "type Query { text: String! texts: [String!]! }")
	c := newTiny(t, text, noDatabase, &plan.Object{Name: "Query", Fields: plan.Fields{
		"text":  plan.Plain(func(*plan.Call, plan.Row) any { return now[0] }),
		"texts": plan.Plain(func(*plan.Call, plan.Row) any { return now }),
	}})
	rapid.Check(t, func(rt *rapid.T) {
		now = []string{strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(rt, "pieces"), ""), piece.Draw(rt, "other")}
		got := c.ask(t.Context(), t, "{ text texts }", nil)
		if !json.Valid(got.Data) || !utf8.Valid(got.Data) {
			rt.Fatalf("not JSON: %q", got.Data)
		}
		var data struct {
			Text  string
			Texts []string
		}
		if err := json.Unmarshal(got.Data, &data); err != nil {
			rt.Fatal(err)
		}
		want := []string{asJSON(rt, now[0]), asJSON(rt, now[1])}
		if data.Text != want[0] || !cmp.Equal(data.Texts, want) {
			rt.Fatalf("%q became %q", now, data.Texts)
		}
	})
}
