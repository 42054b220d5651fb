package mail

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
)

// KeyCreated notifies people of a new API key: its owner, or the administrators of the account that owns it.
type KeyCreated struct {
	Wording
	// To is the recipient's address.
	To string `json:"to"`
	// Account is the name of the account that owns the key; empty if the recipient owns it.
	Account string `json:"account,omitempty"`
	// KeyName and Hint identify the key. The key itself is never mailed.
	KeyName string `json:"key_name"`
	Hint    string `json:"hint"`
	// Creator is the name of the person who created the key.
	Creator string `json:"creator"`
	// LastDay is the last day on which the key is valid.
	LastDay day.Day `json:"last_day"`
}

// AdministratorAdded tells an administrator of an account who became an administrator: the recipient, or others.
type AdministratorAdded struct {
	Wording
	// To is the recipient's address.
	To string `json:"to"`
	// Account is the name of the account, and Of the account itself; 0 if it is unknown.
	Account string `json:"account"`
	Of      gid.ID `json:"of,omitempty"`
	// Administrator is the name of the new administrator.
	Administrator string `json:"administrator"`
	// Others are the names of further new administrators, and More is how many there are beyond those.
	Others []string `json:"others,omitempty"`
	More   int      `json:"more,omitempty"`
	// Granter is the name of the person who granted the role; empty if unknown.
	Granter string `json:"granter,omitempty"`
}

// Several reports whether the message is about more than one new administrator.
func (m AdministratorAdded) Several() bool { return len(m.Others) > 0 || m.More > 0 }

// AddressChanged tells a person that their address was changed. One message goes to the old address and one to the new
// one. The mail to the old address does not contain the new one, because that mailbox may belong to somebody else by
// now.
type AddressChanged struct {
	Wording
	// To is Old or New.
	To string `json:"to"`
	// UserName is the name of the user whose address was changed.
	UserName string `json:"user_name"`
	// Old is empty if there was no address before, New if there is none now.
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
}

// DomainFailing warns the administrators of an account that the DNS record that proves a domain is missing.
type DomainFailing struct {
	Wording
	// To is the recipient's address.
	To string `json:"to"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Domain is the domain, such as example.com.
	Domain string `json:"domain"`
	// RecordName and RecordValue are the TXT record that is missing.
	RecordName  string `json:"record_name"`
	RecordValue string `json:"record_value"`
	// LapsesOn is the first day on which the domain no longer counts as proven, unless the record is found before.
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

// ToNew reports whether the message goes to the new address.
func (m AddressChanged) ToNew() bool { return m.New != "" && email.Same(m.To, m.New) }

func (m KeyCreated) tidied() Message {
	m.Account, m.KeyName, m.Hint, m.Creator = oneLine(m.Account), oneLine(m.KeyName), oneLine(m.Hint),
		oneLine(m.Creator)
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
