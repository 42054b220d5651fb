package mail

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

// ActivationIDs tells whoever gets what was ordered the activation ids of the rights. They stand in the portal, too,
// for everyone who may see the rights, and are no secrets.
type ActivationIDs struct {
	Wording
	// To is the recipient's address.
	To string `json:"to"`
	// Of is the account that was granted the rights, and Account its name.
	Of      gid.ID `json:"of,omitempty"`
	Account string `json:"account"`
	// Number is that of the entitlement, and Order that of the order; empty if it is not known.
	Number string `json:"number"`
	Order  string `json:"order,omitempty"`
	// Rights are the first rights, and More is how many there are beyond those.
	Rights []Right `json:"rights"`
	More   int     `json:"more,omitempty"`
}

// Right is a right in a mail.
type Right struct {
	ActivationID string `json:"activation_id"`
	// Product is the name of the product with its version.
	Product string `json:"product"`
	// Quantity is how much is granted, with the unit, such as "5 seats"; empty if it is not known.
	Quantity string `json:"quantity,omitempty"`
	// Unlimited says that the quantity has no limit.
	Unlimited bool `json:"unlimited,omitempty"`
	// StartsOn and EndsOn are the first and the last day, both inclusive; nil if there is none, or none yet.
	StartsOn *day.Day `json:"starts_on,omitempty"`
	EndsOn   *day.Day `json:"ends_on,omitempty"`
	// Perpetual says that there is no last day. Without it, a right without days starts when it is first activated.
	Perpetual bool `json:"perpetual,omitempty"`
}

func (ActivationIDs) kind() kind { return kindActivationIDs }

func (m ActivationIDs) recipient() string { return m.To }

func (m ActivationIDs) check() error { return checkAddress(m.To) }

func (m ActivationIDs) tidied() Message {
	m.Account, m.Number, m.Order = oneLine(m.Account), oneLine(m.Number), oneLine(m.Order)
	m.Rights = slices.Clone(m.Rights)
	for i := range m.Rights {
		r := &m.Rights[i]
		r.ActivationID, r.Product, r.Quantity = oneLine(r.ActivationID), oneLine(r.Product), oneLine(r.Quantity)
	}
	return m
}
