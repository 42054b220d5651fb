package vocabulary

import "io"

// CustomFieldSubject is a kind of objects that can have custom fields.
type CustomFieldSubject string

// The values of CustomFieldSubject.
const (
	// CustomFieldSubjectAccount: accounts.
	CustomFieldSubjectAccount CustomFieldSubject = "ACCOUNT"
	// CustomFieldSubjectEntitlement: entitlements.
	CustomFieldSubjectEntitlement CustomFieldSubject = "ENTITLEMENT"
	// CustomFieldSubjectLineItem: line items.
	CustomFieldSubjectLineItem CustomFieldSubject = "LINE_ITEM"
	// CustomFieldSubjectDevice: devices.
	CustomFieldSubjectDevice CustomFieldSubject = "DEVICE"
)

// Values lists every CustomFieldSubject in the order of the contract.
func (CustomFieldSubject) Values() []string {
	return texts(CustomFieldSubjectAccount, CustomFieldSubjectEntitlement, CustomFieldSubjectLineItem,
		CustomFieldSubjectDevice)
}

// MarshalGQL writes the enum value.
func (v CustomFieldSubject) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *CustomFieldSubject) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// CustomFieldType is the type of the values of a custom field.
type CustomFieldType string

// The values of CustomFieldType.
const (
	// CustomFieldTypeText: one line of text.
	CustomFieldTypeText CustomFieldType = "TEXT"
	// CustomFieldTypeNumber: a decimal number.
	CustomFieldTypeNumber CustomFieldType = "NUMBER"
	// CustomFieldTypeDay: a calendar day.
	CustomFieldTypeDay CustomFieldType = "DAY"
	// CustomFieldTypeBoolean: yes or no.
	CustomFieldTypeBoolean CustomFieldType = "BOOLEAN"
	// CustomFieldTypeChoice: one of the choices of the field.
	CustomFieldTypeChoice CustomFieldType = "CHOICE"
)

// Values lists every CustomFieldType in the order of the contract.
func (CustomFieldType) Values() []string {
	return texts(CustomFieldTypeText, CustomFieldTypeNumber, CustomFieldTypeDay, CustomFieldTypeBoolean,
		CustomFieldTypeChoice)
}

// MarshalGQL writes the enum value.
func (v CustomFieldType) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *CustomFieldType) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
