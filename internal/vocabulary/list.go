package vocabulary

import "io"

// OrderDirection is the direction of the order of a list.
type OrderDirection string

// The values of OrderDirection.
const (
	// OrderDirectionAscending: from the smallest to the largest.
	OrderDirectionAscending OrderDirection = "ASCENDING"
	// OrderDirectionDescending: from the largest to the smallest.
	OrderDirectionDescending OrderDirection = "DESCENDING"
)

// Values lists every OrderDirection in the order of the contract.
func (OrderDirection) Values() []string {
	return texts(OrderDirectionAscending, OrderDirectionDescending)
}

// MarshalGQL writes the enum value.
func (v OrderDirection) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *OrderDirection) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
