package mail

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
)

// KeyCreated tells people that there is a new API key: the person for whom it acts, or the administrators of the account for
// which it acts.
type KeyCreated struct {
	// To is the address of who is told.
	To string `json:"to"`
	// Account is the name of the account for which the key acts; empty if it acts for the recipient.
	Account string `json:"account,omitempty"`
	// KeyName and Hint tell the key apart from others. The key itself never stands in a mail.
	KeyName string `json:"key_name"`
	Hint    string `json:"hint"`
	// Creator is the name of who made it.
	Creator string `json:"creator"`
	// LastDay is the last day on which it works.
	LastDay day.Day `json:"last_day"`
}

// AdministratorAdded tells an administrator of an account who became one by a change: they themselves, or others.
type AdministratorAdded struct {
	// To is the address of who is told.
	To string `json:"to"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Administrator is the name of the new administrator.
	Administrator string `json:"administrator"`
	// Others are the names of further ones, and More is how many there are beyond those.
	Others []string `json:"others,omitempty"`
	More   int      `json:"more,omitempty"`
	// Granter is the name of who granted it; empty if nobody is known.
	Granter string `json:"granter,omitempty"`
}

// Several tells whether the message is about more than one.
func (m AdministratorAdded) Several() bool { return len(m.Others) > 0 || m.More > 0 }

// AddressChanged tells a person that their address has been changed. One message goes to the old address and one to the new.
// The mail to the old address does not say the new one: its mailbox may be somebody else's by now.
type AddressChanged struct {
	// To is Old or New.
	To string `json:"to"`
	// UserName is whose address it is.
	UserName string `json:"user_name"`
	// Old is empty if there was no address before, New if there is none now.
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
}

// DomainFailing warns the administrators of an account that the proof of a domain is not found any more.
type DomainFailing struct {
	// To is the address of who is told.
	To string `json:"to"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Domain is the domain, such as example.com.
	Domain string `json:"domain"`
	// RecordName and RecordValue are the TXT record that is missing.
	RecordName  string `json:"record_name"`
	RecordValue string `json:"record_value"`
	// LapsesOn is the day on which the domain counts as proven no longer, unless the record is found before.
	LapsesOn day.Day `json:"lapses_on"`
}

func (KeyCreated) kind() kind         { return kindKeyCreated }
func (AdministratorAdded) kind() kind { return kindAdministratorAdded }
func (AddressChanged) kind() kind     { return kindAddressChanged }
func (DomainFailing) kind() kind      { return kindDomainFailing }

func (m KeyCreated) recipient() string         { return m.To }
func (m AdministratorAdded) recipient() string { return m.To }
func (m AddressChanged) recipient() string     { return m.To }
func (m DomainFailing) recipient() string      { return m.To }

func (m KeyCreated) check() error         { return checkAddress(m.To) }
func (m AdministratorAdded) check() error { return checkAddress(m.To) }
func (m DomainFailing) check() error      { return checkAddress(m.To) }

func (m AddressChanged) check() error {
	if m.To != m.Old && m.To != m.New {
		return ErrAddress
	}
	return checkAddress(m.To)
}

// ToNew tells whether the message goes to the new address.
func (m AddressChanged) ToNew() bool { return m.New != "" && email.Same(m.To, m.New) }

func (m KeyCreated) tidied() Message {
	m.Account, m.KeyName, m.Hint, m.Creator = oneLine(m.Account), oneLine(m.KeyName), oneLine(m.Hint), oneLine(m.Creator)
	return m
}

func (m AdministratorAdded) tidied() Message {
	m.Account, m.Administrator, m.Granter = oneLine(m.Account), oneLine(m.Administrator), oneLine(m.Granter)
	m.Others = slices.Clone(m.Others)
	for i, name := range m.Others {
		m.Others[i] = oneLine(name)
	}
	return m
}

func (m AddressChanged) tidied() Message {
	m.UserName, m.Old, m.New = oneLine(m.UserName), oneLine(m.Old), oneLine(m.New)
	return m
}

func (m DomainFailing) tidied() Message {
	m.Account, m.Domain, m.RecordName, m.RecordValue =
		oneLine(m.Account), oneLine(m.Domain), oneLine(m.RecordName), oneLine(m.RecordValue)
	return m
}
