package vocabulary

import "io"

// AccountKind is the relation of an account to the producer.
type AccountKind string

// The values of AccountKind.
const (
	// AccountKindCustomer: an organization that uses the software.
	AccountKindCustomer AccountKind = "CUSTOMER"
	// AccountKindChannelPartner: an organization that resells the software.
	AccountKindChannelPartner AccountKind = "CHANNEL_PARTNER"
	// AccountKindProducer: the company that runs Muniment.
	AccountKindProducer AccountKind = "PRODUCER"
	// AccountKindSelfRegistered: an organization that signed itself up.
	AccountKindSelfRegistered AccountKind = "SELF_REGISTERED"
)

// Values lists every AccountKind in the order of the contract.
func (AccountKind) Values() []string {
	return texts(AccountKindCustomer, AccountKindChannelPartner, AccountKindProducer, AccountKindSelfRegistered)
}

// MarshalGQL writes the enum value.
func (v AccountKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *AccountKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// Language is a language in which Muniment writes to people.
type Language string

// The values of Language.
const (
	// LanguageEN is English, the default.
	LanguageEN Language = "EN"
	// LanguageDE is German.
	LanguageDE Language = "DE"
)

// Values lists every Language in the order of the contract.
func (Language) Values() []string { return texts(LanguageEN, LanguageDE) }

// Tag returns the language as a tag of BCP 47, which pages give in lang; English for "" and for a language that this
// version does not know.
func (v Language) Tag() string {
	if v == LanguageDE {
		return "de"
	}
	return "en"
}

// MarshalGQL writes the enum value.
func (v Language) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Language) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
