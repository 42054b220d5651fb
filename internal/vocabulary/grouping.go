package vocabulary

import "io"

// PositionGrouping is what the position of an account is grouped by, in addition to the unit.
type PositionGrouping string

// The values of PositionGrouping.
const (
	PositionGroupingProduct     PositionGrouping = "PRODUCT"
	PositionGroupingProductLine PositionGrouping = "PRODUCT_LINE"
	PositionGroupingUnit        PositionGrouping = "UNIT"
	PositionGroupingAccount     PositionGrouping = "ACCOUNT"
)

// Values lists every PositionGrouping in the order of the contract.
func (PositionGrouping) Values() []string {
	return texts(PositionGroupingProduct, PositionGroupingProductLine, PositionGroupingUnit, PositionGroupingAccount)
}

// MarshalGQL writes the enum.
func (v PositionGrouping) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum. It returns ErrUnknown for anything else.
func (v *PositionGrouping) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// PaceRule is how the pace of a position was found.
type PaceRule string

// The values of PaceRule.
const (
	// PaceRuleMean28Days: the mean of what was used on the last 28 complete days.
	PaceRuleMean28Days PaceRule = "MEAN_OF_28_DAYS"
	// PaceRuleGrowth90Days: how much more is in use than 90 days before, for each day.
	PaceRuleGrowth90Days PaceRule = "GROWTH_OVER_90_DAYS"
)

// Values lists every PaceRule in the order of the contract.
func (PaceRule) Values() []string { return texts(PaceRuleMean28Days, PaceRuleGrowth90Days) }

// MarshalGQL writes the enum.
func (v PaceRule) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum. It returns ErrUnknown for anything else.
func (v *PaceRule) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// RenewalGrouping is what ending rights and coverages are grouped by.
type RenewalGrouping string

// The values of RenewalGrouping.
const (
	RenewalGroupingMonth       RenewalGrouping = "MONTH"
	RenewalGroupingProductLine RenewalGrouping = "PRODUCT_LINE"
	RenewalGroupingUnit        RenewalGrouping = "UNIT"
)

// Values lists every RenewalGrouping in the order of the contract.
func (RenewalGrouping) Values() []string {
	return texts(RenewalGroupingMonth, RenewalGroupingProductLine, RenewalGroupingUnit)
}

// MarshalGQL writes the enum.
func (v RenewalGrouping) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum. It returns ErrUnknown for anything else.
func (v *RenewalGrouping) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// PriceBasis says where an amount comes from.
type PriceBasis string

// The values of PriceBasis.
const (
	// PriceBasisOrdered: an order says it.
	PriceBasisOrdered PriceBasis = "ORDERED"
	// PriceBasisLastPrice: what was paid for the last term, at its rate.
	PriceBasisLastPrice PriceBasis = "LAST_PRICE"
	// PriceBasisListPrice: the list price of the part number.
	PriceBasisListPrice PriceBasis = "LIST_PRICE"
)

// Values lists every PriceBasis in the order of the contract.
func (PriceBasis) Values() []string {
	return texts(PriceBasisOrdered, PriceBasisLastPrice, PriceBasisListPrice)
}

// MarshalGQL writes the enum.
func (v PriceBasis) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum. It returns ErrUnknown for anything else.
func (v *PriceBasis) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
