// Package directory manages customers' directories: records of people, and groups of records. It links records to
// users who have proven their addresses. See README.md.
package directory

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
)

// Person is the data of a directory record. All fields but UserName may be empty. It is comparable.
type Person struct {
	// UserName is unique in the directory, regardless of letter case.
	UserName string
	// ExternalID is the directory's own id of the person.
	ExternalID string
	// Email is a valid address of any domain. The record is linked only if the domain is proven for the account.
	Email                                                     string
	FirstName, LastName, DisplayName, Phone, Locale, TimeZone string
	// Active says whether the directory gives the person access.
	Active bool
}

// PersonOf returns the person of a record.
func PersonOf(r *ent.DirectoryRecord) Person {
	return Person{UserName: r.UserName, ExternalID: orEmpty(r.ExternalID), Email: orEmpty(r.Email),
		FirstName: r.FirstName,
		LastName:  r.LastName, DisplayName: r.DisplayName, Phone: r.Phone, Locale: r.Locale, TimeZone: r.TimeZone,
		Active: r.Active}
}

// became returns the differences from before to p as audit fields.
func (p Person) became(before Person) []audit.Field {
	var fields []audit.Field
	for _, f := range []struct{ name, before, after string }{
		{"userName", before.UserName, p.UserName}, {"externalId", before.ExternalID, p.ExternalID},
		{"email", before.Email, p.Email},
		{"firstName", before.FirstName, p.FirstName}, {"lastName", before.LastName, p.LastName},
		{"displayName", before.DisplayName, p.DisplayName}, {"phone", before.Phone, p.Phone},
		{"locale", before.Locale, p.Locale},
		{"timeZone", before.TimeZone, p.TimeZone},
	} {
		fields = append(fields, change.Became(f.name, f.before, f.after)...)
	}
	return fields
}

// Delta is a change of a group. A nil text stays as it is; an empty ExternalID removes it.
type Delta struct {
	Name, ExternalID *string
	// NameRefused says why no group may be given the Name, or is nil. A group that has the name keeps it, so that
	// people can leave a group whose name an older version took.
	NameRefused error
	// Whole means that the group is to have exactly the members in Add.
	Whole bool
	// Add and Gone are the records that join and leave the group; no record is in both.
	Add, Gone map[gid.ID]bool
}

// Check returns an error if the client expects another version than that of changedAt.
type Check func(changedAt clock.Instant) error

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
