package fault

import (
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// Missing returns NOT_FOUND for an object that does not exist or that the viewer may not see. typename is the type of
// the object in the contract, such as LineItem; id is the id by which it was asked for, and 0 if it was asked for in
// another way.
func Missing(field, typename string, id gid.ID) *Error {
	if id == 0 {
		return New(NotFound, field, "Nothing that you may see has this name.", "Check the name.",
			WithText("type", typename))
	}
	return New(NotFound, field, "There is no {type} {id} that you may see.", "Check the id.",
		WithText("type", typename), With("id", value.OfReference(id, "")))
}
