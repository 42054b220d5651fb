package graph

import (
	"errors"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ValueFault returns BAD_INPUT for an argument whose text is not an id, a day, a moment or a value of an enum. It
// returns nil for other errors.
func ValueFault(field string, err error) *fault.Error {
	message, remedy := "", ""
	switch {
	case errors.Is(err, gid.ErrInvalid):
		message, remedy = "This is not a global id.", "Ids look like ent_0R8Z3V6Q1M2C4. Take them from an earlier "+
			"answer, or find the object by its name in another system with lookup."
	case errors.Is(err, day.ErrInvalid):
		message, remedy = "This is not a calendar day.", "Write days as YYYY-MM-DD, for instance 2026-03-31."
	case errors.Is(err, clock.ErrInvalid):
		message, remedy = "This is not a moment in time.",
			"Write it as RFC 3339, for instance 2026-03-31T12:00:00Z."
	case errors.Is(err, vocabulary.ErrUnknown):
		message, remedy = "This is not a value of the enum.",
			"Use one of the values that the contract lists, in capital letters."
	default:
		return nil
	}
	var refused *fault.Error
	errors.As(fault.New(fault.BadInput, field, message, remedy), &refused)
	return refused
}

// refusedValue returns the payload of a mutation that is refused because a value of its input cannot be read. It is
// refused as a value that names nothing is. It returns nil for other errors.
func refusedValue(field string, err error) any {
	refused := ValueFault(field, err)
	if refused == nil {
		return nil
	}
	return &payload{Errors: []*model.UserError{{Code: string(refused.Code), Message: refused.Message,
		Field: orNull(refused.Field), Remedy: refused.Remedy, Parameters: model.ParametersOf(refused.Parameters)}}}
}
