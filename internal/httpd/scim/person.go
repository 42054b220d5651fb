//go:build shelved

package scim

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/elimity-com/scim/schema"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/email"
)

const (
	// maxText is the longest text of a person or a group, in characters.
	maxText = 256
)

// person is what a directory says of a member.
type person struct {
	userName, externalID                           string
	email, firstName, lastName, displayName, phone string
	locale, timeZone                               string
	// active says whether the membership gives access. Whether the user may sign in at all is not the directory's to say.
	active bool
}

// personOf is a member as stored.
func personOf(m *ent.Membership, u *ent.User) person {
	return person{userName: u.UserName, externalID: orEmpty(m.DirectoryKey), email: orEmpty(u.Email), firstName: u.FirstName,
		lastName: u.LastName, displayName: u.DisplayName, phone: u.Phone, locale: u.Locale, timeZone: u.TimeZone,
		active: m.SuspendedAt == nil}
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// document is the person as a client may change it.
func (p person) document() map[string]any {
	doc := map[string]any{"userName": p.userName, "active": p.active}
	for name, value := range map[string]string{"externalId": p.externalID, "displayName": p.displayName, "locale": p.locale, "timezone": p.timeZone} {
		set(doc, name, value, value == "")
	}
	name := map[string]any{}
	set(name, "givenName", p.firstName, p.firstName == "")
	set(name, "familyName", p.lastName, p.lastName == "")
	set(doc, "name", name, len(name) == 0)
	for attribute, value := range map[string]string{"emails": p.email, "phoneNumbers": p.phone} {
		set(doc, attribute, []any{map[string]any{"value": value, "type": "work", "primary": true}}, value == "")
	}
	return doc
}

// settable are the attributes of a user that a client may set, for checking documents.
var settable = schema.Schema{ID: schema.UserSchema, Attributes: append(schema.Attributes{externalID}, userSchema.Attributes...)}

// readPerson reads a person from a document. otherwise says who is active where the document does not. It returns a
// refusal with invalidValue.
func readPerson(doc map[string]any, otherwise bool) (person, error) {
	checked, refused := settable.Validate(doc)
	if refused != nil {
		return person{}, *refused
	}
	text := func(object map[string]any, name string) string {
		s, _ := object[name].(string)
		return strings.TrimSpace(s)
	}
	name, _ := checked["name"].(map[string]any)
	p := person{userName: text(checked, "userName"), externalID: text(checked, "externalId"), displayName: text(checked, "displayName"),
		locale: text(checked, "locale"), timeZone: text(checked, "timezone"), firstName: text(name, "givenName"),
		lastName: text(name, "familyName"), email: theOne(checked["emails"]), phone: theOne(checked["phoneNumbers"]), active: otherwise}
	if is, ok := checked["active"].(bool); ok {
		p.active = is
	}
	return p, p.check()
}

func (p person) check() error {
	if p.userName == "" {
		return badValue("A user has a userName.")
	}
	for _, f := range []struct{ name, value string }{
		{"userName", p.userName}, {"externalId", p.externalID}, {"displayName", p.displayName}, {"name.givenName", p.firstName},
		{"name.familyName", p.lastName}, {"phoneNumbers", p.phone}, {"locale", p.locale}, {"timezone", p.timeZone},
	} {
		if err := checkText(f.name, f.value); err != nil {
			return err
		}
	}
	if p.email != "" && !email.Valid(p.email) {
		return badValue("The value of emails is not an e-mail address.")
	}
	return nil
}

func checkText(name, value string) error {
	if utf8.RuneCountInString(value) > maxText || strings.ContainsFunc(value, unicode.IsControl) {
		return badValue(fmt.Sprintf("The attribute %s has at most %d characters, and no control characters.", name, maxText))
	}
	return nil
}

// withAddress makes the user name the e-mail address where it is one and no other is given: without an address nobody
// could sign in by mail.
func (p person) withAddress() person {
	if p.email == "" && email.Valid(p.userName) {
		p.email = p.userName
	}
	return p
}

// theOne chooses the value to keep of several: the primary one, or else the one for work, or else the first.
func theOne(values any) string {
	best, rank := "", 0
	for _, value := range valuesOf(values) {
		object, _ := value.(map[string]any)
		text, _ := object["value"].(string)
		of, kind := 1, object["type"]
		if s, ok := kind.(string); ok && strings.EqualFold(s, "work") {
			of = 2
		}
		if object["primary"] == true {
			of = 3
		}
		if text = strings.TrimSpace(text); text != "" && of > rank {
			best, rank = text, of
		}
	}
	return best
}
