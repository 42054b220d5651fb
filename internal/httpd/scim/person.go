package scim

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/elimity-com/scim/schema"

	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fold"
	persons "github.com/muniment/muniment/internal/person"
)

const (
	// maxText limits the strings of a person or a group, in characters.
	maxText = 256
)

// person holds the attributes of a person in a directory.
type person = directory.Person

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// documentOf returns a person as a SCIM document with the attributes that a client may change. The caller may modify
// it.
func documentOf(p person) map[string]any {
	doc := map[string]any{"userName": p.UserName, "active": p.Active}
	for name, value := range map[string]string{"externalId": p.ExternalID, "displayName": p.DisplayName,
		"locale": p.Locale, "timezone": p.TimeZone} {
		set(doc, name, value, value == "")
	}
	name := map[string]any{}
	set(name, "givenName", p.FirstName, p.FirstName == "")
	set(name, "familyName", p.LastName, p.LastName == "")
	set(doc, "name", name, len(name) == 0)
	for attribute, value := range map[string]string{"emails": p.Email, "phoneNumbers": p.Phone} {
		set(doc, attribute, []any{map[string]any{"value": value, "type": "work", "primary": true}}, value == "")
	}
	return doc
}

// settable lists the attributes of a user that a client may set. It is used to validate documents.
var settable = schema.Schema{ID: schema.UserSchema,
	Attributes: append(schema.Attributes{externalID}, userSchema.Attributes...)}

// readPerson reads a person from a document. now is the person before the change: it has the value of active if the
// document has none, and what stays as it is is not judged. So a directory can deactivate a person whose name or
// address an older version took and this one refuses. It returns an error with invalidValue.
func readPerson(doc map[string]any, now person) (person, error) {
	checked, refused := settable.Validate(doc)
	if refused != nil {
		return person{}, invalid(*refused)
	}
	text := func(object map[string]any, name string) string {
		s, _ := object[name].(string)
		return strings.TrimSpace(s)
	}
	// words returns a text that is displayed, without invisible characters.
	words := func(object map[string]any, name string) string {
		s := text(object, name)
		if checkText(name, s) != nil {
			return s // refused below
		}
		return persons.Line(s, maxText)
	}
	name, _ := checked["name"].(map[string]any)
	p := person{UserName: text(checked, "userName"), ExternalID: text(checked, "externalId"),
		DisplayName: words(checked, "displayName"),
		Locale:      text(checked, "locale"), TimeZone: text(checked, "timezone"), FirstName: words(name, "givenName"),
		LastName: words(name, "familyName"), Email: email.Normal(preferredValue(checked["emails"])),
		Phone: preferredValue(checked["phoneNumbers"]), Active: now.Active}
	if is, ok := checked["active"].(bool); ok {
		p.Active = is
	}
	return p, check(p, now)
}

// check judges the values of p that differ from now.
func check(p, now person) error {
	if p.UserName == "" {
		return badValue("The user has no userName.")
	}
	for _, f := range []struct{ name, value, now string }{
		{"userName", p.UserName, now.UserName}, {"externalId", p.ExternalID, now.ExternalID},
		{"displayName", p.DisplayName, now.DisplayName}, {"name.givenName", p.FirstName, now.FirstName},
		{"name.familyName", p.LastName, now.LastName}, {"phoneNumbers", p.Phone, now.Phone},
		{"locale", p.Locale, now.Locale}, {"timezone", p.TimeZone, now.TimeZone},
	} {
		if f.value == strings.TrimSpace(f.now) {
			continue
		}
		if err := checkText(f.name, f.value); err != nil {
			return err
		}
	}
	if p.UserName != strings.TrimSpace(now.UserName) {
		if err := checkUserName(p.UserName); err != nil {
			return err
		}
	}
	if p.Email != "" && p.Email != email.Normal(strings.TrimSpace(now.Email)) && !email.Readable(p.Email) {
		return badValue("The value of emails is not an e-mail address, has invisible characters, or spells its " +
			"domain in an unusual way.")
	}
	return nil
}

func checkUserName(name string) error {
	if !visible(name) {
		return badValue("A userName must have no invisible characters, and only single blanks between words.")
	}
	if email.Misleads(name) {
		return badValue("A userName that is an address must have no characters that could be taken for ASCII " +
			"letters, and must not spell its domain in an unusual way.")
	}
	return nil
}

// visible reports whether a name contains no invisible characters, so that it cannot be mistaken for another one.
func visible(name string) bool { return fold.Text(persons.Line(name, maxText)) == fold.Text(name) }

func checkText(name, value string) error {
	if utf8.RuneCountInString(value) > maxText || strings.ContainsFunc(value, unicode.IsControl) {
		return badValue(fmt.Sprintf(
			"The attribute %s has at most %d characters, and no control characters.", name, maxText))
	}
	return nil
}

// withAddress uses the user name as the e-mail address if it is one and no other is given: without an address, the
// person could not sign in by mail.
func withAddress(p person) person {
	if address := email.Normal(p.UserName); p.Email == "" && email.Valid(address) {
		p.Email = address
	}
	return p
}

// preferredValue returns the one of several values that is stored: the primary one, or else the one for work, or else
// the first.
func preferredValue(values any) string {
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
