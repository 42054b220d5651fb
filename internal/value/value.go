// Package value defines typed values that are readable for programs and people: those of the fields in effects and
// audit entries, and the parameters of messages. A value is a text in the canonical form of its type, which is stored
// and returned unchanged.
//
//	TEXT       the text itself
//	NUMBER     a whole number, such as 20
//	BOOLEAN    true or false
//	DAY        a calendar day, such as 2026-03-31
//	MOMENT     a moment in UTC, as RFC 3339
//	ENUM       a value of an enum of the contract, such as OPERATOR
//	ENUM_LIST  some of its values with commas between them, such as READER,DOWNLOADER
//	REFERENCE  a global id and, after a space, the object's name
//	QUANTITY   an amount or "unlimited", the global id of the unit and, after a space, its name
package value

import (
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

// Kind is the kind of a value.
type Kind string

// The kinds. They are stored, so a kind must never be renamed, and its name never be reused.
const (
	Text      Kind = "TEXT"
	Number    Kind = "NUMBER"
	Boolean   Kind = "BOOLEAN"
	Day       Kind = "DAY"
	Moment    Kind = "MOMENT"
	Enum      Kind = "ENUM"
	EnumList  Kind = "ENUM_LIST"
	Reference Kind = "REFERENCE"
	Quantity  Kind = "QUANTITY"
)

// Type is the type of a value.
type Type struct {
	Kind Kind `json:"kind"`
	// Enum is the name of the GraphQL enum; "" for kinds other than Enum and EnumList.
	Enum string `json:"enum,omitempty"`
}

// Value is a value with its type.
type Value struct {
	Type
	// Form is the value as a text in the form of the type.
	Form string `json:"form"`
}

// unlimited is the amount of a quantity without a limit.
const unlimited = "unlimited"

// Read returns a text as a value of a type. If the text does not have the form of the type, it returns a value of the
// kind Text.
func Read(t Type, form string) Value {
	v := Value{t, form}
	if !v.holds() {
		return OfText(form)
	}
	return v
}

// holds reports whether the text has the form of the type.
func (v Value) holds() (ok bool) {
	switch v.Kind {
	case Number:
		_, ok = v.Number()
	case Boolean:
		ok = v.Form == "true" || v.Form == "false"
	case Day:
		_, ok = v.Day()
	case Moment:
		_, ok = v.Moment()
	case Enum, EnumList:
		ok = v.Enum != "" && isNames(v.Form)
	case Reference:
		_, _, ok = v.Reference()
	case Quantity:
		_, _, _, ok = v.Quantity()
	default:
		ok = true
	}
	return ok
}

// isNames reports whether a text is a list of enum names separated by commas; "" is the empty list.
func isNames(form string) bool {
	return strings.Trim(form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_,") == ""
}

// OfText returns a text value.
func OfText(text string) Value { return Value{Type{Kind: Text}, text} }

// OfNumber returns an integer value.
func OfNumber[N ~int | ~int64](n N) Value {
	return Value{Type{Kind: Number}, strconv.FormatInt(int64(n), 10)}
}

// OfBoolean returns a boolean value.
func OfBoolean(is bool) Value { return Value{Type{Kind: Boolean}, strconv.FormatBool(is)} }

// OfDay returns a calendar day.
func OfDay(d day.Day) Value { return Value{Type{Kind: Day}, d.String()} }

// OfMoment returns a point in time.
func OfMoment(i clock.Instant) Value { return Value{Type{Kind: Moment}, i.String()} }

// OfEnum returns a value of a GraphQL enum.
func OfEnum[E ~string](enum string, e E) Value { return Value{Type{Enum, enum}, string(e)} }

// OfEnums returns a list of values of a GraphQL enum.
func OfEnums[E ~string](enum string, list ...E) Value {
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = string(e)
	}
	return Value{Type{EnumList, enum}, strings.Join(names, ",")}
}

// OfReference returns a reference to an object. label is the object's name; "" if unknown.
func OfReference(id gid.ID, label string) Value {
	return Value{Type{Kind: Reference}, withLabel(id.String(), label)}
}

// OfQuantity returns an amount in a unit. amount is a decimal number, "" for unlimited; label is the name of the unit.
func OfQuantity(amount string, unit gid.ID, label string) Value {
	if amount == "" {
		amount = unlimited
	}
	return Value{Type{Kind: Quantity}, withLabel(amount+" "+unit.String(), label)}
}

func withLabel(form, label string) string {
	if label == "" {
		return form
	}
	return form + " " + label
}

// Number returns the integer, and whether the value is one.
func (v Value) Number() (int64, bool) {
	n, err := strconv.ParseInt(v.Form, 10, 64)
	return n, err == nil && v.Kind == Number
}

// Boolean returns the boolean; false if the value is not a boolean.
func (v Value) Boolean() bool { return v.Kind == Boolean && v.Form == "true" }

// Day returns the calendar day, and whether the value is one.
func (v Value) Day() (day.Day, bool) {
	d, err := day.Parse(v.Form)
	return d, err == nil && v.Kind == Day
}

// Moment returns the point in time, and whether the value is one.
func (v Value) Moment() (clock.Instant, bool) {
	var i clock.Instant
	err := i.UnmarshalGQL(v.Form)
	return i, err == nil && v.Kind == Moment
}

// Names returns the values of an enum list.
func (v Value) Names() []string {
	if v.Form == "" {
		return []string{}
	}
	return strings.Split(v.Form, ",")
}

// Reference returns the id and the label of an object (the id as a text if the label is unknown), and whether the
// value is a reference.
func (v Value) Reference() (id gid.ID, label string, ok bool) {
	form, label, _ := strings.Cut(v.Form, " ")
	id, err := gid.Parse(form)
	if label == "" {
		label = form
	}
	return id, label, err == nil && v.Kind == Reference
}

// Quantity returns the amount ("" for unlimited), the unit and its name, and whether the value is a quantity.
func (v Value) Quantity() (amount string, unit gid.ID, label string, ok bool) {
	amount, rest, _ := strings.Cut(v.Form, " ")
	unit, label, ok = Value{Type{Kind: Reference}, rest}.Reference()
	switch {
	case v.Kind != Quantity || !ok:
		return "", 0, "", false
	case amount == unlimited:
		return "", unit, label, true
	}
	_, err := strconv.ParseFloat(amount, 64)
	return amount, unit, label, err == nil && strings.Trim(amount, "-.0123456789") == ""
}

// String returns the value in English, for people, such as "31 March 2026". A moment is cut to the second, and a
// second of 0 is left out.
func (v Value) String() string {
	switch v.Kind {
	case Boolean:
		if v.Form == "true" {
			return "yes"
		}
		return "no"
	case Enum, EnumList:
		return strings.ToLower(strings.NewReplacer("_", " ", ",", ", ").Replace(v.Form))
	case Day:
		if d, ok := v.Day(); ok && d != day.Forever {
			return d.InWords()
		}
	case Moment:
		if i, ok := v.Moment(); ok {
			at := i.Time()
			if at.Second() != 0 {
				return at.Format("2 January 2006, 15:04:05 UTC")
			}
			return at.Format("2 January 2006, 15:04 UTC")
		}
	case Reference:
		_, label, _ := v.Reference()
		return label
	case Quantity:
		amount, _, label, _ := v.Quantity()
		if amount == "" {
			amount = unlimited
		}
		return amount + " " + label
	}
	return v.Form
}
