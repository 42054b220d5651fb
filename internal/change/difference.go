package change

import "github.com/muniment/muniment/internal/audit"

// Attribute is the name of a field of an object, and its form in records; see package value. An empty form means that
// the field has no value.
type Attribute [2]string

// Field is the name of the field.
func (a Attribute) Field() string { return a[0] }

// Form is the form of its value, or "".
func (a Attribute) Form() string { return a[1] }

// Difference returns the fields that differ. Both lists have the same fields in the same order; before is nil for a new
// object.
func Difference(before, after []Attribute) []audit.Field {
	var fields []audit.Field
	for i, a := range after {
		field, is, was := a.Field(), a.Form(), ""
		if before != nil {
			was = before[i].Form()
		}
		switch {
		case was == is:
		case was == "":
			fields = append(fields, Is(field, is)...)
		case is == "":
			fields = append(fields, Was(field, was)...)
		default:
			fields = append(fields, Became(field, was, is)...)
		}
	}
	return fields
}
