package entitlement

import (
	"strconv"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/value"
)

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
