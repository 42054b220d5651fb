package value_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestValuesForPeople(t *testing.T) {
	unit, account := gid.New(gid.UnitOfMeasure, 0), gid.New(gid.Account, 1)
	for want, v := range map[string]value.Value{
		"20":                            value.OfNumber(20),
		"yes":                           value.OfBoolean(true),
		"no":                            value.OfBoolean(false),
		"31 March 2026":                 value.OfDay(20543),
		"1 January 1970, 00:00 UTC":     value.OfMoment(clock.Instant(1)),
		"1 January 1970, 00:01:05 UTC":  value.OfMoment(clock.Instant(65_000_000)),
		"support agent":                 value.OfEnum("ProducerRole", vocabulary.ProducerRoleSupportAgent),
		"account administrator, reader": value.OfEnums("Role", "ACCOUNT_ADMINISTRATOR", "READER"),
		"":                              value.OfEnums[vocabulary.Role]("Role"),
		"Alder Works":                   value.OfReference(account, "Alder Works"),
		account.String():                value.OfReference(account, ""),
		"2.5 core hours":                value.OfQuantity("2.5", unit, "core hours"),
		"unlimited seats":               value.OfQuantity("", unit, "seats"),
	} {
		if got := v.String(); got != want {
			t.Errorf("%+v is %q for people, want %q", v, got, want)
		}
		if back := value.Read(v.Type, v.Form); back != v {
			t.Errorf("%+v is read as %+v", v, back)
		}
	}
}

func TestValuesForPrograms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64().Draw(t, "number")
		if got, ok := value.OfNumber(n).Number(); got != n || !ok {
			t.Errorf("%d became %d, %t", n, got, ok)
		}
		d := day.Day(rapid.Int32Range(-100_000, 1_000_000).Draw(t, "day"))
		if got, ok := value.OfDay(d).Day(); got != d || !ok {
			t.Errorf("%s became %s, %t", d, got, ok)
		}
		i := clock.Instant(rapid.Int64Range(0, 1<<52).Draw(t, "moment"))
		if got, ok := value.OfMoment(i).Moment(); got != i || !ok {
			t.Errorf("%s became %s, %t", i, got, ok)
		}
		id, label := gid.New(gid.Account, gid.NewLocality()), rapid.StringMatching(`([A-Z][a-z ]*)?`).Draw(t, "label")
		got, called, ok := value.OfReference(id, label).Reference()
		if got != id || !ok || called != label && (label != "" || called != id.String()) {
			t.Errorf("%s %q became %s %q, %t", id, label, got, called, ok)
		}
	})
	unit := gid.New(gid.UnitOfMeasure, 0)
	amount, of, label, ok := value.OfQuantity("0.125", unit, "seats").Quantity()
	if amount != "0.125" || of != unit || label != "seats" || !ok {
		t.Error(amount, of, label, ok)
	}
}

// Audit entries store only texts, some from older versions: a text without the form of its type stays a text.
func TestWhatDoesNotHaveTheFormOfItsTypeIsAText(t *testing.T) {
	for kind, forms := range map[value.Kind][]string{
		value.Number: {"", "x", "1.5"}, value.Boolean: {"", "yes"}, value.Day: {"", "tomorrow", "2026-02-30"},
		value.Moment: {"", "2026-03-31"}, value.Reference: {"", "Alder", "acct_1 Alder"},
		value.Quantity: {"", "5", "five unit_1", "NaN " + gid.New(gid.UnitOfMeasure, 0).String()},
		value.Enum:     {"a word"},
	} {
		for _, form := range forms {
			if v := value.Read(value.Type{Kind: kind, Enum: "Role"}, form); v != value.OfText(form) {
				t.Errorf("%q is read as %+v", form, v)
			}
		}
	}
}

func TestValuesAreKeptAsJSON(t *testing.T) {
	v := value.OfEnum("Role", vocabulary.RoleReader)
	text, err := json.Marshal(v)
	if err != nil || string(text) != `{"kind":"ENUM","enum":"Role","form":"READER"}` {
		t.Errorf(`%s, %v, want {"kind":"ENUM","enum":"Role","form":"READER"}`, text, err)
	}
	var back value.Value
	if err := json.Unmarshal(text, &back); err != nil || back != v {
		t.Errorf("%+v, %v, want %v", back, err, v)
	}
}
