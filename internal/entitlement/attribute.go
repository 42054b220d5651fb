package entitlement

import (
	"strconv"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/value"
)

// attribute is a field of a right, in the form in which records keep it; see package value. An empty text means that
// it has no value.
type attribute struct{ field, is string }

// difference returns the fields that differ. Both lists have the same fields in the same order; before is nil for a new
// object.
func difference(before, after []attribute) []audit.Field {
	var fields []audit.Field
	for i, a := range after {
		was := ""
		if before != nil {
			was = before[i].is
		}
		switch {
		case was == a.is:
		case was == "":
			fields = append(fields, change.Is(a.field, a.is)...)
		case a.is == "":
			fields = append(fields, change.Was(a.field, was)...)
		default:
			fields = append(fields, change.Became(a.field, was, a.is)...)
		}
	}
	return fields
}

// quantity returns base units as a value in the unit of the line.
func (c *lineChange) quantity(base int64) value.Value {
	return value.OfQuantity(quantity.Text(base, c.unit.Scale), c.unit.ID, c.unit.Code)
}

func (c *lineChange) unlimited() value.Value { return value.OfQuantity("", c.unit.ID, c.unit.Code) }

func ofDay(d *day.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func ofBoolean(is bool) string { return strconv.FormatBool(is) }

// ofReference returns the form of a reference; id is 0 for none.
func ofReference(id gid.ID, label string) string {
	if id == 0 {
		return ""
	}
	return value.OfReference(id, label).Form
}
