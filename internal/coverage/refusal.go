package coverage

import (
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Error codes of this package.
const (
	// AlreadyExtended: another coverage renews the coverage.
	AlreadyExtended fault.Code = "ALREADY_EXTENDED"
	// Withdrawn: the coverage is withdrawn.
	Withdrawn fault.Code = "COVERAGE_WITHDRAWN"
	// Endless: no last day of the coverage is known after which it could be extended.
	Endless fault.Code = "COVERAGE_HAS_NO_END"
	// NothingToCover: no item of the coverage would cover anything on the new days.
	NothingToCover fault.Code = "NOTHING_TO_COVER"
	// AlreadyCovered: another coverage of the kind covers the line item on the days.
	AlreadyCovered fault.Code = "ALREADY_COVERED"
	// AlreadyIn: the coverage has an item for the line item.
	AlreadyIn fault.Code = "ALREADY_IN_COVERAGE"
	// OtherAccount: the line item belongs to another account than the coverage.
	OtherAccount fault.Code = "OTHER_ACCOUNT"
	// OtherProductLine: the line item belongs to another product line than the coverage.
	OtherProductLine fault.Code = "OTHER_PRODUCT_LINE"
	// AlreadyCorrected: another coverage corrects the coverage.
	AlreadyCorrected fault.Code = "ALREADY_CORRECTED"
	// NothingToCorrect: the correction does not differ from what was recorded.
	NothingToCorrect fault.Code = "NOTHING_TO_CORRECT"
)

// refusals is a list of refusals with the checks of this package.
type refusals struct{ fault.List }

// longestOrder limits the number and the line of an order, in characters.
const longestOrder = 100

// order checks the parts of a reference to an order, which may be empty.
func (r *refusals) order(field string, o *Order) {
	if o != nil {
		r.MaybeLine(field+".number", o.Number, longestOrder)
		r.MaybeLine(field+".line", o.Line, longestOrder)
	}
}

// length checks a length with its unit. Both are given or neither is, and they are not if a last day is.
func (r *refusals) length(endsOn *day.Day, n *int, unit *vocabulary.TermUnit) {
	switch {
	case n == nil && unit == nil:
	case unit == nil:
		r.Add(fault.Bad("input.lengthUnit", "The length has no unit.", "Give DAYS, WEEKS, MONTHS or YEARS."))
	case n == nil:
		r.Add(fault.Bad("input.length", "The unit has no length.", "Give the length, as a number of these units."))
	default:
		if !isLength(*n, *unit) {
			r.Add(fault.Bad("input.length", "The number must be {min} to {max}.", "Give a number in this range.",
				fault.WithNumber("min", 1), fault.WithNumber("max", catalog.LongestTerm(*unit)),
				fault.WithNumber("given", *n)))
		}
	}
	if endsOn != nil && n != nil {
		r.Add(fault.Bad("input.length", "The last day and the length are both given.", "Give one of them."))
	}
}

// isLength tells whether a coverage can last so many units.
func isLength(n int, unit vocabulary.TermUnit) bool { return n >= 1 && n <= catalog.LongestTerm(unit) }

// withdrawn refuses what a withdrawn coverage does not allow.
func (r *refusals) withdrawn(field string, c *subject, on day.Day) {
	if c.isWithdrawn(on) {
		r.Add(fault.New(Withdrawn, field, "The coverage {coverage} is withdrawn.", "Name another coverage.",
			fault.With("coverage", c.reference())))
	}
}

// undated refuses days of a coverage that waits for an activation.
func (r *refusals) undated(field string, c *subject) {
	if c.StartsOn == nil && !c.Perpetual {
		r.Add(fault.New(rights.TermUndated, field, "The coverage {coverage} has no days before its first activation.",
			"Wait until it has been activated.", fault.With("coverage", c.reference())))
	}
}

// after refuses a day that comes after the last one of the coverage.
func (r *refusals) after(field string, c *subject, on day.Day) {
	if c.EndsOn < on {
		r.Add(fault.Bad(field, "The coverage ends on {endsOn}, before this day.", "Give {endsOn} or an earlier day.",
			fault.With("endsOn", value.OfDay(c.EndsOn))))
	}
}
