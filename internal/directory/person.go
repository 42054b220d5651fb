// Package directory keeps what customers' directories know: records of people, and groups of records. It links records to users who
// have proven their addresses. See README.md.
package directory

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
)

// Person is what a directory says of somebody. All but UserName may be empty. It is comparable.
type Person struct {
	// UserName is unique in the directory, whatever its letter case.
	UserName string
	// ExternalID is the directory's own name of the person.
	ExternalID string
	// Email is one valid address. Any domain is taken; only an address of a domain that is proven for the account links the record.
	Email                                                     string
	FirstName, LastName, DisplayName, Phone, Locale, TimeZone string
	// Active says whether the directory gives the person access.
	Active bool
}

// PersonOf is the person of a record.
func PersonOf(r *ent.DirectoryRecord) Person {
	return Person{UserName: r.UserName, ExternalID: orEmpty(r.ExternalID), Email: orEmpty(r.Email), FirstName: r.FirstName,
		LastName: r.LastName, DisplayName: r.DisplayName, Phone: r.Phone, Locale: r.Locale, TimeZone: r.TimeZone, Active: r.Active}
}

// became tells what is other than before, for the records.
func (p Person) became(before Person) []audit.Field {
	var fields []audit.Field
	for _, f := range []struct{ name, before, after string }{
		{"userName", before.UserName, p.UserName}, {"externalId", before.ExternalID, p.ExternalID}, {"email", before.Email, p.Email},
		{"firstName", before.FirstName, p.FirstName}, {"lastName", before.LastName, p.LastName},
		{"displayName", before.DisplayName, p.DisplayName}, {"phone", before.Phone, p.Phone}, {"locale", before.Locale, p.Locale},
		{"timeZone", before.TimeZone, p.TimeZone},
	} {
		fields = append(fields, change.Became(f.name, f.before, f.after)...)
	}
	return fields
}

// Delta is what is to change of a group. Nil texts stay as they are; an empty ExternalID takes it away.
type Delta struct {
	Name, ExternalID *string
	// Whole says that the members are to be the records in Add, and no others.
	Whole bool
	// Add and Gone are the records that come into the group and leave it; none is in both.
	Add, Gone map[gid.ID]bool
}

// Check refuses a change of something that was last changed at an instant, if the one who asks expects another version.
type Check func(changedAt clock.Instant) error

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
