package audit_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

func TestFieldsAreReadAsTheirTypes(t *testing.T) {
	account, record := gid.New(gid.Account, 1), gid.New(gid.DirectoryRecord, 1)
	session := gid.New(gid.Session, 1)
	request := gid.New(gid.AccessRequest, 1)
	for _, test := range []struct {
		field         string
		before, after *string
		subject       gid.ID
		want          audit.Change
	}{
		{"roles", is("READER,DOWNLOADER"), is(""), 0, changed("roles", value.OfEnums("Role", "READER", "DOWNLOADER"),
			value.OfEnums[string]("Role"))},
		{"producerRole", nil, is("OPERATOR"), 0,
			changed("producerRole", none, value.OfEnum("ProducerRole", "OPERATOR"))},
		{"endsOn", is("2026-03-31"), is("soon"), 0, changed("endsOn", value.OfDay(20543), value.OfText("soon"))},
		{"active", is("true"), is("false"), 0, changed("active", value.OfBoolean(true), value.OfBoolean(false))},
		{"memberships", is("3"), nil, 0, changed("memberships", value.OfNumber(3), none)},
		{"state", is("OPEN"), is("GRANTED"), request, changed("state", value.OfEnum("AccessRequestState", "OPEN"),
			value.OfEnum("AccessRequestState", "GRANTED"))},
		{"state", is("CLAIMED"), is("PROVEN"), 0,
			changed("state", value.OfEnum("DomainState", "CLAIMED"), value.OfEnum("DomainState", "PROVEN"))},
		// Older versions wrote the id without a label.
		{"account", is(account.String()), is(account.String() + " Alder Works"), 0,
			changed("account", value.OfReference(account, ""), value.OfReference(account, "Alder Works"))},
		{"members." + record.String(), nil, is("ada"), 0, changed("members", none, value.OfReference(record, "ada"))},
		{"session." + session.String(), is("2026-03-31T12:00:00Z"), nil, 0,
			changed("session", value.OfReference(session, "31 March 2026, 12:00 UTC"), none)},
		{"holding.DEVICE." + record.String(), is("build host"), is("KEPT"), 0,
			changed("holding", value.OfReference(record, "build host"),
				value.OfEnum("HoldingFate", "KEPT"))},
		{"holding.SESSION." + session.String(), is("2026-03-31T12:00:01.5Z"), is("ENDED"), 0,
			changed("holding", value.OfReference(session, "31 March 2026, 12:00:01 UTC"),
				value.OfEnum("HoldingFate", "ENDED"))},
		// Older versions wrote a sentence.
		{"holding.SESSION." + session.String(), is("signed in on 31 March 2026, 12:00 UTC"), is("ENDED"), 0,
			changed("holding", value.OfReference(session, "signed in on 31 March 2026, 12:00 UTC"),
				value.OfEnum("HoldingFate", "ENDED"))},
		{"a field of another program", is("x"), is("y"), 0,
			changed("a field of another program", value.OfText("x"), value.OfText("y"))},
	} {
		got := audit.Field{Field: test.field, Before: test.before, After: test.after}.Typed(test.subject)
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s: %s", test.field, d)
		}
	}
}

var none value.Value

func is(text string) *string { return &text }

func changed(field string, before, after value.Value) audit.Change {
	c := audit.Change{Field: field}
	if before != none {
		c.Before = &before
	}
	if after != none {
		c.After = &after
	}
	return c
}

// noted matches fields that the sources record, and those in tables of fields.
var noted = regexp.MustCompile(
	`(?:\b(?:Is|Was|Became|turned|note|gone)\(|\{)"([a-z][A-Za-z]*)\.?", ?(?:before|after|was|is|int|m\.|g\.|string|strconv|[a-z])`)

func TestEveryFieldThatIsNotedHasAType(t *testing.T) {
	known := audit.FieldTypes()
	found := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if !strings.Contains(string(source), "[]audit.Field") && !strings.Contains(string(source), "change.Note{") &&
			!strings.Contains(string(source), "[]attribute{") &&
			!strings.Contains(string(source), "e.gone(") && !strings.HasSuffix(path, "batch.go") {
			return err
		}
		for _, call := range noted.FindAllStringSubmatch(string(source), -1) {
			found[call[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	inNames := []string{"members", "session", "holding"} // followed by an id
	for field := range found {
		if _, is := known[field]; !is && !audit.DependsOnSubject(field) && !slices.Contains(inNames, field) {
			t.Errorf("%s is recorded, but has no type: add it in typed.go", field)
		}
	}
	if len(found) < 40 {
		t.Errorf("only %d fields were found", len(found))
	}
	t.Logf("%d fields are noted, %d have a type", len(found), len(known))
}

func TestTheEnumsOfFieldsAreThoseOfTheContract(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	enums := 0
	for field, typ := range audit.FieldTypes() {
		if typ.Enum == "" {
			continue
		}
		enums++
		if schema.Types[typ.Enum] == nil {
			t.Errorf("%s has values of %s, which is no enum of the contract", field, typ.Enum)
		}
	}
	if enums == 0 {
		t.Error("no field has values of an enum")
	}
}
