package audit

import (
	"strings"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// Change is a field that was changed, with values that programs understand. Before and After are nil where there was, or
// is, no value.
type Change struct {
	Field         string
	Before, After *value.Value
}

// The types of fields. Records keep a text in the form of the type, so that records of older programs are read alike. A
// field that is not listed is not noted anywhere; a test compares the list with the sources.
var (
	text      = value.Type{Kind: value.Text}
	number    = value.Type{Kind: value.Number}
	boolean   = value.Type{Kind: value.Boolean}
	day       = value.Type{Kind: value.Day}
	moment    = value.Type{Kind: value.Moment}
	reference = value.Type{Kind: value.Reference}
)

func enum(name string) value.Type { return value.Type{Kind: value.Enum, Enum: name} }

func enums(name string) value.Type { return value.Type{Kind: value.EnumList, Enum: name} }

var fieldTypes = map[string]value.Type{
	// what may be done
	"roles": enums("Role"), "directoryRoles": enums("Role"), "groupRoles": enums("Role"),
	"serviceAccess": enums("Service"), "directoryServiceAccess": enums("Service"), "groupServiceAccess": enums("Service"),
	"scopes": enums("KeyScope"), "producerRole": enum("ProducerRole"), "origin": enum("MembershipOrigin"),
	"includeSubAccounts": boolean, "active": boolean,
	"account": reference, "productLine": reference, "user": reference, "session": reference,

	// since when, and until when
	"endsOn": day, "perpetual": boolean, "expiresAt": moment, "revokedAt": moment, "suspendedAt": moment, "acceptedAt": moment,

	// how people and things are called
	"name": text, "userName": text, "displayName": text, "firstName": text, "lastName": text, "email": text, "phone": text,
	"locale": text, "timeZone": text, "address": text, "externalId": text, "userLabel": text, "acceptedBy": text,
	"note": text, "answer": text,

	// how somebody signed in
	"method": enum("SignInMethod"), "provider": text, "issuer": text, "subject": text,

	// of widgets and batches
	"hash": text, "position": number, "origins": text, "documents": text, "planHash": text, "counts": text,

	// how many of a user's rows an erasure removed
	"accessRequests": number, "answers": number, "answersToChanges": number, "apiKeys": number, "auditValues": number,
	"directoryRecords": number, "events": number, "externalIds": number, "greetings": number, "invitations": number,
	"jobs": number, "memberships": number, "texts": number, "identities": number, "knownBrowsers": number, "links": number,
	"searchWords": number, "sessions": number, "widgetTokens": number,
}

// stateTypes are the types of the field state, by the type of the subject; none is a domain.
var stateTypes = map[gid.Type]value.Type{0: enum("DomainState"), gid.AccessRequest: enum("AccessRequestState")}

// holding begins the names of fields that say what a removed member still held.
const holding = "holding"

// Typed returns a field of a record, or of an effect, with its values. subject is what was changed. Several members, sessions
// and holdings may be fields of one change; each has its id in the name of its field there, and is a reference here.
func (f Field) Typed(subject gid.ID) Change {
	name, rest, numbered := strings.Cut(f.Field, ".")
	if numbered {
		return f.ofObject(name, rest)
	}
	t := fieldTypes[f.Field]
	if f.Field == "state" {
		t = stateTypes[subject.Type()]
	}
	return Change{f.Field, typed(t, f.Before), typed(t, f.After)}
}

// ofObject is a field whose name holds the id of an object, and whose values say how people called it.
func (f Field) ofObject(name, rest string) Change {
	if name == holding { // holding.DEVICE.dev_…: the label before, and what became of it
		_, id, _ := strings.Cut(rest, ".")
		return Change{name, called(id, f.Before), typed(text, f.After)}
	}
	return Change{name, called(rest, f.Before), called(rest, f.After)}
}

func called(id string, label *string) *value.Value {
	if label == nil {
		return nil
	}
	form := strings.TrimSpace(id + " " + *label)
	return typed(reference, &form)
}

// typed reads a text. An empty text is no value, except that of a list: a member may have no roles.
func typed(t value.Type, form *string) *value.Value {
	if form == nil || *form == "" && t.Kind != value.EnumList {
		return nil
	}
	if t.Kind == "" {
		t = text
	}
	v := value.Read(t, *form)
	return &v
}

// WithoutLabels returns a field whose references are ids alone, without how people called the objects.
func (f Field) WithoutLabels() Field {
	if fieldTypes[f.Field] == reference {
		f.Before, f.After = withoutLabel(f.Before), withoutLabel(f.After)
	}
	return f
}

func withoutLabel(form *string) *string {
	if form == nil {
		return nil
	}
	id, _, _ := strings.Cut(*form, " ")
	return &id
}

// References returns the places of a record's values that hold the id of an object, and not yet how people call it.
func References(fields []Field) []*string {
	var places []*string
	for _, f := range fields {
		if fieldTypes[f.Field] != reference {
			continue
		}
		for _, place := range []*string{f.Before, f.After} {
			if place == nil {
				continue
			}
			if _, err := gid.Parse(*place); err == nil {
				places = append(places, place)
			}
		}
	}
	return places
}
