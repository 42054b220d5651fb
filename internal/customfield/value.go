package customfield

import (
	"slices"
	"strconv"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// longestText is the maximum length of a value of the type TEXT, in characters.
	longestText = 500
	// numberScale is the number of parts of one in a value of the type NUMBER: it has at most six decimals.
	numberScale = 1_000_000
)

// Setting is the value that a field of an object gets. It is given in one of the fields that fits the type; if none is
// given, the value is removed.
type Setting struct {
	Field                gid.ID
	Text, Number, Choice *string
	Day                  *day.Day
	Boolean              *bool
}

// given returns the names of the arguments that have a value, with the types that they are for.
func (s Setting) given() (names []string, types []vocabulary.CustomFieldType) {
	for _, g := range []struct {
		is   bool
		name string
		of   vocabulary.CustomFieldType
	}{
		{s.Text != nil, "text", vocabulary.CustomFieldTypeText},
		{s.Number != nil, "number", vocabulary.CustomFieldTypeNumber},
		{s.Day != nil, "day", vocabulary.CustomFieldTypeDay},
		{s.Boolean != nil, "boolean", vocabulary.CustomFieldTypeBoolean},
		{s.Choice != nil, "choice", vocabulary.CustomFieldTypeChoice},
	} {
		if g.is {
			names, types = append(names, g.name), append(types, g.of)
		}
	}
	return names, types
}

// form returns the form in which the value is stored, or "" if it is removed. at is the path of the setting in the
// input.
func (s Setting) form(at string, f *ent.CustomField) (string, *fault.Error) {
	names, types := s.given()
	switch {
	case len(names) == 0:
		return "", nil
	case len(names) > 1:
		return "", fault.Bad(at+"."+names[1], "The value is given twice.", "Give it in one field of the input only.")
	case types[0] != f.Type:
		return "", fault.Bad(at+"."+names[0], "The field {code} has values of the type {type}.",
			"Give the value in the field of the input for this type.", fault.WithText("code", f.Code),
			fault.With("type", value.OfEnum("CustomFieldType", f.Type)))
	}
	at += "." + names[0]
	switch f.Type {
	case vocabulary.CustomFieldTypeNumber:
		if form, ok := numberForm(*s.Number); ok {
			return form, nil
		}
		return "", fault.Bad(at, "This is not a decimal number, or it has more digits than are kept.",
			"Give digits, with a point before decimals and a minus sign before a negative number.")
	case vocabulary.CustomFieldTypeDay:
		return s.Day.String(), nil
	case vocabulary.CustomFieldTypeBoolean:
		return strconv.FormatBool(*s.Boolean), nil
	case vocabulary.CustomFieldTypeChoice:
		if !slices.Contains(Choices(f), *s.Choice) {
			return "", fault.Bad(at, "{choice} is not a choice of this field.", "Give one of its choices.",
				fault.WithText("choice", *s.Choice))
		}
		return *s.Choice, nil
	default:
		return *s.Text, catalog.CheckLine(at, *s.Text, longestText)
	}
}

// numberForm returns the one form of a number: without zeros that say nothing.
func numberForm(text string) (string, bool) {
	digits, negative := strings.CutPrefix(text, "-")
	n, ok := quantity.ParseUnits(digits, numberScale)
	if !ok {
		return "", false
	}
	form := quantity.Text(n, numberScale)
	if negative && n != 0 {
		form = "-" + form
	}
	return form, true
}
