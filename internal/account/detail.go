package account

import (
	"errors"
	"strconv"

	"golang.org/x/text/language"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Details are what is recorded of an account itself. An unknown text is "", except the name.
type Details struct {
	Name        string
	Kind        vocabulary.AccountKind
	Description string
	Address     Address
	Visible     bool
}

// Address is a postal address. An unknown part is "".
type Address struct{ Street, City, State, PostalCode, Country, Region string }

// ChangedDetails are the details that a change gives. Nil leaves a detail as it is, and "" removes a text.
type ChangedDetails struct {
	Name        *string
	Kind        *vocabulary.AccountKind
	Description *string
	Address     ChangedAddress
	Visible     *bool
}

// ChangedAddress are the parts of a postal address that a change gives. Nil leaves a part as it is, and "" removes it.
type ChangedAddress struct{ Street, City, State, PostalCode, Country, Region *string }

func detailsOf(a *ent.Account) Details {
	return Details{Name: a.Name, Kind: a.Kind, Description: a.Description, Visible: a.Visible, Address: Address{
		Street: a.Street, City: a.City, State: a.State, PostalCode: a.PostalCode, Country: a.Country, Region: a.Region}}
}

// of returns the details after the change. It returns BAD_INPUT and TEXT_TOO_LONG. Only what is given is checked:
// details that were imported may break the rules.
func (in ChangedDetails) of(before Details) (Details, error) {
	after := before
	problems := []error{take(&after.Name, in.Name, "input.name", CheckName)}
	if in.Name != nil && *in.Name == "" {
		problems = append(problems, badInput("input.name", "The account needs a name.", "Give the name."))
	}
	if in.Kind != nil {
		after.Kind = *in.Kind
	}
	if in.Visible != nil {
		after.Visible = *in.Visible
	}
	problems = append(problems,
		take(&after.Description, in.Description, "input.description", func(field, text string) (string, error) {
			return text, checkText(field, text)
		}),
		take(&after.Address.Street, in.Address.Street, "input.address.street", CheckName),
		take(&after.Address.City, in.Address.City, "input.address.city", CheckName),
		take(&after.Address.State, in.Address.State, "input.address.state", CheckName),
		take(&after.Address.PostalCode, in.Address.PostalCode, "input.address.postalCode", CheckName),
		take(&after.Address.Country, in.Address.Country, "input.address.country", checkCountry),
		take(&after.Address.Region, in.Address.Region, "input.address.region", CheckName))
	return after, errors.Join(problems...)
}

// take sets a detail to a text that is given and passes the check.
func take(detail, given *string, field string, check func(field, text string) (string, error)) error {
	if given == nil {
		return nil
	}
	text, err := check(field, *given)
	if err == nil {
		*detail = text
	}
	return err
}

// checkCountry returns BAD_INPUT for a text that is no code of a country with two letters. An empty text is allowed.
func checkCountry(field, code string) (string, error) {
	if code == "" {
		return "", nil
	}
	region, err := language.ParseRegion(code)
	// ParseRegion also knows numbers, codes with three letters, and codes of other things than countries.
	if err != nil || !region.IsCountry() || region.String() != code {
		return "", badInput(field, "This is not the code of a country.",
			"Give the two capital letters of ISO 3166, such as DE.")
	}
	return code, nil
}

// fields returns the fields of the contract that differ from those of other details.
func (d Details) fields(before Details) []audit.Field {
	fields := turned("name", before.Name, d.Name)
	fields = append(fields, turned("kind", string(before.Kind), string(d.Kind))...)
	fields = append(fields, turned("description", before.Description, d.Description)...)
	fields = append(fields, turned("street", before.Address.Street, d.Address.Street)...)
	fields = append(fields, turned("city", before.Address.City, d.Address.City)...)
	fields = append(fields, turned("state", before.Address.State, d.Address.State)...)
	fields = append(fields, turned("postalCode", before.Address.PostalCode, d.Address.PostalCode)...)
	fields = append(fields, turned("country", before.Address.Country, d.Address.Country)...)
	fields = append(fields, turned("region", before.Address.Region, d.Address.Region)...)
	return append(fields,
		change.Became("visible", strconv.FormatBool(before.Visible), strconv.FormatBool(d.Visible))...)
}

// accountDetails is implemented by the builders of ent that create and update an account.
type accountDetails[T any] interface {
	SetName(string) T
	SetNameKey(string) T
	SetKind(vocabulary.AccountKind) T
	SetDescription(string) T
	SetStreet(string) T
	SetCity(string) T
	SetState(string) T
	SetPostalCode(string) T
	SetCountry(string) T
	SetRegion(string) T
	SetVisible(bool) T
}

// setDetails sets the columns of the details.
func setDetails[T any](row accountDetails[T], d Details) {
	row.SetName(d.Name)
	row.SetNameKey(search.Key(d.Name))
	row.SetKind(d.Kind)
	row.SetDescription(d.Description)
	row.SetStreet(d.Address.Street)
	row.SetCity(d.Address.City)
	row.SetState(d.Address.State)
	row.SetPostalCode(d.Address.PostalCode)
	row.SetCountry(d.Address.Country)
	row.SetRegion(d.Address.Region)
	row.SetVisible(d.Visible)
}
