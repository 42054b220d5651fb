package audit

import (
	"strings"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Change is a changed field with typed values. Before is nil if it had no value, After if it has none
// now.
type Change struct {
	Field         string
	Before, After *value.Value
}

// The types of fields. Entries store the text form of a value without its type, so that entries of older versions can
// be read too. A field that is not listed must not occur in the program; a test compares the list with the sources.
var (
	text      = value.Type{Kind: value.Text}
	number    = value.Type{Kind: value.Number}
	boolean   = value.Type{Kind: value.Boolean}
	day       = value.Type{Kind: value.Day}
	moment    = value.Type{Kind: value.Moment}
	reference = value.Type{Kind: value.Reference}
	quantity  = value.Type{Kind: value.Quantity}
)

func enum(name string) value.Type { return value.Type{Kind: value.Enum, Enum: name} }

func enums(name string) value.Type { return value.Type{Kind: value.EnumList, Enum: name} }

var fieldTypes = map[string]value.Type{
	// permissions
	"roles": enums("Role"), "directoryRoles": enums("Role"), "groupRoles": enums("Role"),
	"serviceAccess": enums("Service"), "directoryServiceAccess": enums("Service"),
	"groupServiceAccess": enums("Service"),
	"scopes":             enums("KeyScope"), "producerRole": enum("ProducerRole"), "origin": enum("MembershipOrigin"),
	"includeSubAccounts": boolean, "active": boolean,
	"account": reference, "parents": reference, "productLine": reference, "user": reference, "session": reference,
	"narrowedTo": reference, "viewingAs": reference, "acceptedBy": reference,

	// since when, and until when
	"endsOn": day, "perpetual": boolean, "expiresAt": moment, "revokedAt": moment, "suspendedAt": moment,
	"acceptedAt": moment, "retiredAt": moment,

	// names
	"name": text, "userName": text, "displayName": text, "firstName": text, "lastName": text, "email": text,
	"phone":  text,
	"locale": text, "timeZone": text, "notificationLanguage": enum("Language"), "externalId": text, "userLabel": text,
	"note": text, "answer": text,

	// accounts; bySubject has their kind, and the state of their address
	"street": text, "city": text, "postalCode": text,
	"country": text, "region": text, "visible": boolean,
	// the catalog
	"code": text, "version": text, "description": text, "singular": text, "plural": text, "symbol": text,
	"rule": text, "countsAsOneEnglish": text, "countsAsOneGerman": text,
	"baseUnit": text, "currency": text, "technology": text, "price": text, "instalments": text,
	"pool": enum("UnitPool"), "aggregation": enum("Aggregation"), "activationModel": enum("ActivationModel"),
	"surplus": enum("SurplusRule"), "term": enum("Term"), "startRule": enum("StartRule"),
	"termUnit": enum("TermUnit"), "coverageKind": enum("CoverageKind"), "coverageLengthUnit": enum("TermUnit"),
	"scale": number, "decimals": number, "rank": number, "leaseSeconds": number,
	"graceDays": number, "rehostLimit": number, "offlineDays": number, "termLength": number, "packSize": number,
	"coverageLength": number,
	"metered":        boolean, "overdraftAllowed": boolean, "offlineAllowed": boolean,
	"startsOn": day, "startsLatestOn": day, "cancelUntil": day, "evergreen": boolean, "cancelDays": number,
	"product": reference, "licenseModel": reference, "unit": reference, "partNumber": reference,
	"coverageLevel": reference, "successor": reference, "features": reference, "suiteMembers": reference,
	"upgradesFrom": reference,

	// custom fields; bySubject has their subject, and customTypes those of their values
	"type": enum("CustomFieldType"), "labelEnglish": text, "labelGerman": text, "choices": text,
	"forCustomers": boolean,

	// rights; bySubject has the overdraft, which part numbers have, too
	"granted": quantity, "quantity": quantity, "excess": quantity, "activationId": text, "orderReference": text,
	"lineItem": reference, "replaces": reference, "subjectId": reference,
	"shipToEmail": text, "channelPartner": reference, "decision": enum("Decision"),
	"level": reference, "renews": reference, "amends": reference, "lineage": reference,

	// sign-ins
	"method": enum("SignInMethod"), "provider": text, "issuer": text,

	// widgets and batches
	"hash": text, "position": number, "origins": text, "documents": text, "planHash": text, "counts": text,

	// numbers of rows of a user that an erasure removed
	"accessRequests": number, "answers": number, "answersToChanges": number, "apiKeys": number, "auditValues": number,
	"directoryRecords": number, "events": number, "findings": number, "externalIds": number,
	"greetings": number, "invitations": number,
	"jobs": number, "memberships": number, "texts": number, "identities": number, "knownBrowsers": number,
	"links":       number,
	"searchWords": number, "sessions": number, "widgetTokens": number,
}

// paid are the fields that say what was paid for a right. In a sale through a channel partner, the customer does not
// see them.
var paid = map[string]bool{"price": true, "instalments": true}

// IsPaid tells whether a field says what was paid for a right.
func IsPaid(field string) bool { return paid[field] }

// bySubject are the types of the fields whose type depends on that of the subject. A domain has no id, so its type
// is 0. The state of an account is a part of its address.
var bySubject = map[string]map[gid.Type]value.Type{
	"state": {0: enum("DomainState"), gid.AccessRequest: enum("AccessRequestState"), gid.Job: enum("JobState"),
		gid.Product: enum("CatalogState"), gid.Account: text},
	"kind": {gid.Account: enum("AccountKind"), gid.Product: enum("ProductKind"), gid.UnitOfMeasure: enum("UnitKind"),
		gid.Decision: enum("Decision"), gid.Coverage: enum("CoverageKind")},
	"overdraft": {gid.PartNumber: number, gid.LineItem: quantity, gid.Period: quantity},
	"number":    {gid.LicenseModelVersion: number, gid.Entitlement: text},
	"subject":   {gid.User: text, gid.CustomField: enum("CustomFieldSubject")},
}

// customFields is the prefix of the names of fields that hold the value of a custom field.
const customFields = "customFields"

// customTypes are the types of the values of custom fields.
var customTypes = map[vocabulary.CustomFieldType]value.Type{
	vocabulary.CustomFieldTypeText: text, vocabulary.CustomFieldTypeNumber: number,
	vocabulary.CustomFieldTypeDay: day, vocabulary.CustomFieldTypeBoolean: boolean,
	vocabulary.CustomFieldTypeChoice: text}

// CustomField returns the name of the field of an entry that holds the value of a custom field. The name has the type,
// because entries store the form of a value without it.
func CustomField(t vocabulary.CustomFieldType, code string) string {
	return customFields + "." + string(t) + "." + code
}

// holding is the prefix of the names of fields about what a removed member still held.
const holding = "holding"

// Typed returns a field of an entry, or of an effect, with typed values. subject is the changed object. One change may
// have fields for several members, sessions and holdings; the stored name of such a field contains the id, and the
// value returned is a reference.
func (f Field) Typed(subject gid.ID) Change {
	name, rest, numbered := strings.Cut(f.Field, ".")
	if numbered {
		return f.ofObject(name, rest)
	}
	t := fieldTypes[f.Field]
	if types, depends := bySubject[f.Field]; depends {
		t = types[subject.Type()]
	}
	return Change{f.Field, typed(t, f.Before), typed(t, f.After)}
}

// ofObject returns the change for a field whose name contains the id of an object and whose values are the object's
// labels, or that is the value of a custom field.
func (f Field) ofObject(name, rest string) Change {
	if name == customFields { // customFields.TEXT.costCenter
		kind, code, _ := strings.Cut(rest, ".")
		t := customTypes[vocabulary.CustomFieldType(kind)]
		return Change{name + "." + code, typed(t, f.Before), typed(t, f.After)}
	}
	if name == holding { // holding.DEVICE.dev_…: Before is the label, After what became of it
		_, id, _ := strings.Cut(rest, ".")
		return Change{name, labeled(id, f.Before), typed(enum("HoldingFate"), f.After)}
	}
	return Change{name, labeled(rest, f.Before), labeled(rest, f.After)}
}

func labeled(id string, label *string) *value.Value {
	if label == nil {
		return nil
	}
	called := *label
	if of, err := gid.Parse(id); err == nil && of.Type() == gid.Session {
		called = value.Read(moment, called).String() // a session is called after the moment when it began
	}
	form := strings.TrimSpace(id + " " + called)
	return typed(reference, &form)
}

// typed returns the typed value of a text. An empty text is no value, unless the type is a list: a member may have no
// roles.
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
