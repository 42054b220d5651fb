package directory

import (
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// Error codes of this package.
const (
	// UserNameTaken: another record of the same directory has this user name.
	UserNameTaken = access.UserNameTaken
	// GroupNameTaken: another group of the same directory has this name.
	GroupNameTaken fault.Code = "GROUP_NAME_TAKEN"
)

func userNameTaken() error {
	return fault.New(UserNameTaken, "userName", "Another user of this directory has the user name.",
		"Give another name, or change that user.")
}

func groupNameTaken() error {
	return fault.New(GroupNameTaken, "displayName", "Another group of this directory has the name.",
		"Give another name, or change that group.")
}

func notARecord(id gid.ID) error {
	return fault.New(fault.BadInput, "members", "{id} is not the id of a user of this directory.",
		"Name users that the directory has made.",
		fault.With("id", value.OfReference(id, "")))
}

// orNotFound converts the error of reading one row: NOT_FOUND if the directory has no such row.
func orNotFound(err error, typename string) error {
	if ent.IsNotFound(err) {
		return fault.New(fault.NotFound, "", "The directory has no such {type}.", "Check the id.",
			fault.WithText("type", typename))
	}
	return fmt.Errorf("read the %s: %w", typename, err)
}
