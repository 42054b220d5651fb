package scim

import (
	"slices"
	"strings"

	"github.com/elimity-com/scim/optional"
	"github.com/elimity-com/scim/schema"
)

// enterpriseSchema is the enterprise user extension; none of its attributes is stored.
const enterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

// userSchema and groupSchema contain the attributes of RFC 7643 that are stored, as the documents of clients are read.
// Of what clients send for e-mail addresses and telephone numbers, type and primary only choose which value is kept.
var (
	userSchema = schema.Schema{
		ID: schema.UserSchema, Name: optional.NewString("User"),
		Description: optional.NewString("A person in the directory of the account"),
		Attributes: schema.Attributes{
			text("userName", "The name of the user, unique in the directory.", func(p *schema.StringParams) {
				p.Required, p.Uniqueness = true, schema.AttributeUniquenessServer()
			}),
			schema.ComplexCoreAttribute(schema.ComplexParams{Name: "name",
				Description: optional.NewString("The name of the user."),
				SubAttributes: []schema.SimpleParams{
					part("formatted", "The whole name, made of its parts.", unsettable),
					part("givenName", "The first name."), part("familyName", "The last name."),
				}}),
			text("displayName", "The name to show."),
			multiValued("emails", ofEmails, part("value", "The value."), part("display", "The value, to show."),
				part("type", "What it is for, such as work."), flag("primary", "Whether it is the one to use.")),
			multiValued("phoneNumbers", ofPhones, part("value", "The value."), part("display", "The value, to show."),
				part("type", "What it is for, such as work."), flag("primary", "Whether it is the one to use.")),
			text("locale", "Language and country, such as de-DE."),
			text("timezone", "Name of the time zone, such as Europe/Berlin."),
			schema.SimpleCoreAttribute(schema.SimpleBooleanParams(schema.BooleanParams{Name: "active",
				Description: optional.NewString(
					"Whether the directory gives the user access. A user without it, and without another account, " +
						"is signed out at once.")})),
			readOnlyList("groups", "The groups in which the user is."),
		},
	}
	groupSchema = schema.Schema{
		ID: schema.GroupSchema, Name: optional.NewString("Group"), Description: optional.NewString("A group of users"),
		Attributes: schema.Attributes{
			text("displayName",
				"The name of the group, unique in the account. What the group grants is set by the account's "+
					"administrators.",
				func(p *schema.StringParams) { p.Required, p.Uniqueness = true, schema.AttributeUniquenessServer() }),
			multiValued("members", ofMembers, part("value", "The id of the user."),
				reference(schema.AttributeMutabilityReadOnly(), "User"), part("display", "The user name.", unsettable),
				part("type", "Always User.", onlyUsers)),
		},
	}
)

const (
	ofEmails  = "The e-mail address. One is kept: the primary one, or else the one for work, or else the first."
	ofPhones  = "The telephone number. One is kept, as of the e-mail addresses."
	ofMembers = "The members of the group; groups are not among them."
)

// announcedUser and announcedGroup are the same schemas as /Schemas announces them: what may be written there is kept
// and returned as it was sent. The members of a group are described as in RFC 7643, section 8.7.1.
var (
	announcedUser = announced(userSchema,
		multiValued("emails", ofEmails, part("value", "The address."),
			part("type", "Always work.", unsettable), flag("primary", "Always true.", unsettableFlag)),
		multiValued("phoneNumbers", ofPhones, part("value", "The number."),
			part("type", "Always work.", unsettable), flag("primary", "Always true.", unsettableFlag)))
	announcedGroup = announced(groupSchema,
		multiValued("members", ofMembers, part("value", "The id of the user.", immutable),
			reference(schema.AttributeMutabilityImmutable(), "User"), part("display", "The user name.", unsettable),
			part("type", "Always User.", onlyUsers, immutable)))
)

// announced returns a schema with other descriptions of some attributes.
func announced(what schema.Schema, instead ...schema.CoreAttribute) schema.Schema {
	what.Attributes = slices.Clone(what.Attributes)
	for _, attribute := range instead {
		at := slices.IndexFunc(what.Attributes,
			func(a schema.CoreAttribute) bool { return a.Name() == attribute.Name() })
		what.Attributes[at] = attribute
	}
	return what
}

func unsettable(p *schema.StringParams)      { p.Mutability = schema.AttributeMutabilityReadOnly() }
func unsettableFlag(p *schema.BooleanParams) { p.Mutability = schema.AttributeMutabilityReadOnly() }
func immutable(p *schema.StringParams)       { p.Mutability = schema.AttributeMutabilityImmutable() }
func onlyUsers(p *schema.StringParams)       { p.CanonicalValues = []string{"User"} }

// externalID is the only common attribute that clients may set.
var externalID, _ = schema.Attributes(schema.CommonAttributes()).ContainsAttribute(schema.CommonAttributeExternalID)

// The attributes that may be used in paths and filters.
var (
	userAttributes  = withCommon(userSchema)
	groupAttributes = withCommon(groupSchema)
)

// core are the attributes of a user in RFC 7643.
var core = schema.CoreUserSchema().Attributes

// ignoredAttribute reports whether RFC 7643 defines a user attribute that is not stored. Values that clients send for
// it are ignored.
func ignoredAttribute(name string, attributes schema.Attributes) bool {
	_, ofUser := attributes.ContainsAttribute("userName")
	_, standard := core.ContainsAttribute(name)
	return ofUser && standard
}

func withCommon(s schema.Schema) schema.Attributes {
	var list schema.Attributes
	for _, attribute := range schema.CommonAttributes() {
		if attribute.Name() != "schemas" {
			list = append(list, attribute)
		}
	}
	return append(list, s.Attributes...)
}

func params(name, description string, more []func(*schema.StringParams)) schema.SimpleParams {
	p := schema.StringParams{Name: name, Description: optional.NewString(description)}
	for _, set := range more {
		set(&p)
	}
	return schema.SimpleStringParams(p)
}

func text(name, description string, more ...func(*schema.StringParams)) schema.CoreAttribute {
	return schema.SimpleCoreAttribute(params(name, description, more))
}

func part(name, description string, more ...func(*schema.StringParams)) schema.SimpleParams {
	return params(name, description, more)
}

func flag(name, description string, more ...func(*schema.BooleanParams)) schema.SimpleParams {
	p := schema.BooleanParams{Name: name, Description: optional.NewString(description)}
	for _, set := range more {
		set(&p)
	}
	return schema.SimpleBooleanParams(p)
}

func reference(mutability schema.AttributeMutability, to schema.AttributeReferenceType) schema.SimpleParams {
	return schema.SimpleReferenceParams(schema.ReferenceParams{Name: "$ref",
		Description: optional.NewString("The address of the resource."), Mutability: mutability,
		ReferenceTypes: []schema.AttributeReferenceType{to}})
}

// multiValued returns an attribute that has several values in SCIM.
func multiValued(name, description string, parts ...schema.SimpleParams) schema.CoreAttribute {
	return schema.ComplexCoreAttribute(schema.ComplexParams{Name: name, MultiValued: true,
		Description: optional.NewString(description), SubAttributes: parts})
}

// readOnlyList returns a multi-valued attribute that only the server sets.
func readOnlyList(name, description string) schema.CoreAttribute {
	return schema.ComplexCoreAttribute(schema.ComplexParams{Name: name, MultiValued: true,
		Description: optional.NewString(description),
		Mutability:  schema.AttributeMutabilityReadOnly(),
		SubAttributes: []schema.SimpleParams{part("value", "The id.", unsettable),
			reference(schema.AttributeMutabilityReadOnly(), "Group"), part("display", "The name.", unsettable),
			part("type", "Always direct.", unsettable)}})
}

// inEnterpriseSchema reports whether a text is the URN of the enterprise extension, or of one of its attributes.
func inEnterpriseSchema(name string) bool {
	return len(name) >= len(enterpriseSchema) && strings.EqualFold(name[:len(enterpriseSchema)], enterpriseSchema) &&
		(len(name) == len(enterpriseSchema) || strings.ContainsRune(":.", rune(name[len(enterpriseSchema)])))
}
