package fault

import (
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// Missing returns NOT_FOUND for an object that does not exist or that the viewer may not see. what describes the
// object, such as "line item"; id is the id by which it was asked for, and 0 if it was asked for in another way.
func Missing(field, what string, id gid.ID) *Error {
	if id == 0 {
		return New(NotFound, field, "There is no {what} that you may see.", "Check the id.", WithText("what", what))
	}
	return New(NotFound, field, "There is no {what} {id} that you may see.", "Check the id.", WithText("what", what),
		With("id", value.OfReference(id, "")))
}
