package model

import (
	"fmt"

	"github.com/muniment/muniment/internal/day"
)

// EndsOn returns the last day over all periods, or nil without end.
func (l *LineItem) EndsOn() *day.Day { return orNever(l.LineItem.EndsOn) }

// EndsOn returns the last day, or nil without end.
func (c *Coverage) EndsOn() *day.Day { return orNever(c.Coverage.EndsOn) }

func orNever(d day.Day) *day.Day {
	if d == day.Forever {
		return nil
	}
	return &d
}

// Scale returns how many base units one unit is.
func (u *UnitOfMeasure) Scale() string { return fmt.Sprint(u.UnitOfMeasure.Scale) }
