package vocabulary

import "io"

// ProductKind says what a product is.
type ProductKind string

// The values of ProductKind.
const (
	// ProductKindProduct: something licensed on its own.
	ProductKindProduct ProductKind = "PRODUCT"
	// ProductKindSuite: several products sold together.
	ProductKindSuite ProductKind = "SUITE"
	// ProductKindMaintenance: a promise to maintain other products.
	ProductKindMaintenance ProductKind = "MAINTENANCE"
)

// Values lists every ProductKind in the order of the contract.
func (ProductKind) Values() []string {
	return texts(ProductKindProduct, ProductKindSuite, ProductKindMaintenance)
}

// MarshalGQL writes the enum value.
func (v ProductKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *ProductKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// CatalogState says how far a product is released for sale.
type CatalogState string

// The values of CatalogState.
const (
	// CatalogStateDraft: not yet offered.
	CatalogStateDraft CatalogState = "DRAFT"
	// CatalogStateAvailable: offered.
	CatalogStateAvailable CatalogState = "AVAILABLE"
	// CatalogStateInactive: not offered for now.
	CatalogStateInactive CatalogState = "INACTIVE"
	// CatalogStateObsolete: no longer offered; rights to it stay.
	CatalogStateObsolete CatalogState = "OBSOLETE"
)

// Values lists every CatalogState in the order of the contract.
func (CatalogState) Values() []string {
	return texts(CatalogStateDraft, CatalogStateAvailable, CatalogStateInactive, CatalogStateObsolete)
}

// MarshalGQL writes the enum value.
func (v CatalogState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *CatalogState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// ActivationModel says how a right is put to use.
type ActivationModel string

// The values of ActivationModel.
const (
	// ActivationModelNodeLocked: bound to one device.
	ActivationModelNodeLocked ActivationModel = "NODE_LOCKED"
	// ActivationModelFloating: shared from a license server of the customer.
	ActivationModelFloating ActivationModel = "FLOATING"
	// ActivationModelCloudServed: shared from a license server in the cloud.
	ActivationModelCloudServed ActivationModel = "CLOUD_SERVED"
	// ActivationModelUsage: measured, not activated.
	ActivationModelUsage ActivationModel = "USAGE"
)

// Values lists every ActivationModel in the order of the contract.
func (ActivationModel) Values() []string {
	return texts(ActivationModelNodeLocked, ActivationModelFloating, ActivationModelCloudServed, ActivationModelUsage)
}

// MarshalGQL writes the enum value.
func (v ActivationModel) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *ActivationModel) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// UnitKind says what sort of thing a unit counts.
type UnitKind string

// The values of UnitKind.
const (
	// UnitKindCount: people, places or things.
	UnitKindCount UnitKind = "COUNT"
	// UnitKindCapacity: computing capacity.
	UnitKindCapacity UnitKind = "CAPACITY"
	// UnitKindVolume: data.
	UnitKindVolume UnitKind = "VOLUME"
	// UnitKindRate: data in a time.
	UnitKindRate UnitKind = "RATE"
	// UnitKindTime: duration.
	UnitKindTime UnitKind = "TIME"
	// UnitKindPoints: weighted points.
	UnitKindPoints UnitKind = "POINTS"
	// UnitKindMoney: money.
	UnitKindMoney UnitKind = "MONEY"
	// UnitKindNone: not known.
	UnitKindNone UnitKind = "NONE"
)

// Values lists every UnitKind in the order of the contract.
func (UnitKind) Values() []string {
	return texts(UnitKindCount, UnitKindCapacity, UnitKindVolume, UnitKindRate, UnitKindTime, UnitKindPoints,
		UnitKindMoney, UnitKindNone)
}

// MarshalGQL writes the enum value.
func (v UnitKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *UnitKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// UnitPool says who holds a counted thing.
type UnitPool string

// The values of UnitPool.
const (
	// UnitPoolNamed: assigned to one holder.
	UnitPoolNamed UnitPool = "NAMED"
	// UnitPoolConcurrent: shared, held while in use.
	UnitPoolConcurrent UnitPool = "CONCURRENT"
	// UnitPoolNode: bound to a machine.
	UnitPoolNode UnitPool = "NODE"
	// UnitPoolSite: bound to an address.
	UnitPoolSite UnitPool = "SITE"
	// UnitPoolPopulation: all members of a defined group.
	UnitPoolPopulation UnitPool = "POPULATION"
	// UnitPoolNone: no particular holder.
	UnitPoolNone UnitPool = "NONE"
)

// Values lists every UnitPool in the order of the contract.
func (UnitPool) Values() []string {
	return texts(UnitPoolNamed, UnitPoolConcurrent, UnitPoolNode, UnitPoolSite, UnitPoolPopulation, UnitPoolNone)
}

// MarshalGQL writes the enum value.
func (v UnitPool) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *UnitPool) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// Aggregation says how the use in a period becomes one number.
type Aggregation string

// The values of Aggregation.
const (
	// AggregationLast: the last value.
	AggregationLast Aggregation = "LAST"
	// AggregationPeak: the largest value.
	AggregationPeak Aggregation = "PEAK"
	// AggregationAverage: the mean value.
	AggregationAverage Aggregation = "AVERAGE"
	// AggregationSum: all values added.
	AggregationSum Aggregation = "SUM"
	// AggregationEntitled: never measured, only granted.
	AggregationEntitled Aggregation = "ENTITLED"
)

// Values lists every Aggregation in the order of the contract.
func (Aggregation) Values() []string {
	return texts(AggregationLast, AggregationPeak, AggregationAverage, AggregationSum, AggregationEntitled)
}

// MarshalGQL writes the enum value.
func (v Aggregation) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Aggregation) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// SurplusRule says what happens to copies in use that no longer fit after a renewal with fewer copies.
type SurplusRule string

// The values of SurplusRule.
const (
	// SurplusRuleWarn: nothing stops; the surplus is shown as excess.
	SurplusRuleWarn SurplusRule = "WARN"
	// SurplusRuleStopAfterGrace: after the grace days, surplus devices stop.
	SurplusRuleStopAfterGrace SurplusRule = "STOP_AFTER_GRACE"
)

// Values lists every SurplusRule in the order of the contract.
func (SurplusRule) Values() []string { return texts(SurplusRuleWarn, SurplusRuleStopAfterGrace) }

// MarshalGQL writes the enum value.
func (v SurplusRule) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *SurplusRule) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// PartNumberGap says what is missing in a part number, so that nothing can be issued under it.
type PartNumberGap string

// The values of PartNumberGap.
const (
	// PartNumberGapProduct: no product is named.
	PartNumberGapProduct PartNumberGap = "PRODUCT"
	// PartNumberGapLicenseModel: neither the part number nor its product names a license model.
	PartNumberGapLicenseModel PartNumberGap = "LICENSE_MODEL"
	// PartNumberGapLicenseTerms: the license model has no version of its terms.
	PartNumberGapLicenseTerms PartNumberGap = "LICENSE_TERMS"
	// PartNumberGapUnit: no unit is named, or the unit is UNKNOWN.
	PartNumberGapUnit PartNumberGap = "UNIT"
	// PartNumberGapTerm: no term is named.
	PartNumberGapTerm PartNumberGap = "TERM"
	// PartNumberGapTermLength: the term ends, and has no length.
	PartNumberGapTermLength PartNumberGap = "TERM_LENGTH"
	// PartNumberGapStartRule: no start rule is named.
	PartNumberGapStartRule PartNumberGap = "START_RULE"
	// PartNumberGapPackSize: it is not known how much one ordered piece grants.
	PartNumberGapPackSize PartNumberGap = "PACK_SIZE"
	// PartNumberGapCoverageLength: the term has no end, and the bundled coverage has no length.
	PartNumberGapCoverageLength PartNumberGap = "COVERAGE_LENGTH"
)

// Values lists every PartNumberGap in the order of the contract.
func (PartNumberGap) Values() []string {
	return texts(PartNumberGapProduct, PartNumberGapLicenseModel, PartNumberGapLicenseTerms, PartNumberGapUnit,
		PartNumberGapTerm, PartNumberGapTermLength, PartNumberGapStartRule, PartNumberGapPackSize,
		PartNumberGapCoverageLength)
}

// MarshalGQL writes the enum value.
func (v PartNumberGap) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *PartNumberGap) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// PartNumberDetail is a detail of a part number that can be removed.
type PartNumberDetail string

// The values of PartNumberDetail.
const (
	// PartNumberDetailLicenseModel: the license model; that of the product applies then.
	PartNumberDetailLicenseModel PartNumberDetail = "LICENSE_MODEL"
	// PartNumberDetailTermLength: the length of the term, with its unit.
	PartNumberDetailTermLength PartNumberDetail = "TERM_LENGTH"
	// PartNumberDetailCoverage: the bundled coverage as a whole.
	PartNumberDetailCoverage PartNumberDetail = "COVERAGE"
	// PartNumberDetailCoverageLength: the length of the bundled coverage, with its unit.
	PartNumberDetailCoverageLength PartNumberDetail = "COVERAGE_LENGTH"
	// PartNumberDetailCoverageLevel: the level of the bundled coverage.
	PartNumberDetailCoverageLevel PartNumberDetail = "COVERAGE_LEVEL"
	// PartNumberDetailSuccessor: the successor at renewal.
	PartNumberDetailSuccessor PartNumberDetail = "SUCCESSOR"
	// PartNumberDetailCancelDays: that rights are evergreen.
	PartNumberDetailCancelDays PartNumberDetail = "CANCEL_DAYS"
)

// Values lists every PartNumberDetail in the order of the contract.
func (PartNumberDetail) Values() []string {
	return texts(PartNumberDetailLicenseModel, PartNumberDetailTermLength, PartNumberDetailCoverage,
		PartNumberDetailCoverageLength, PartNumberDetailCoverageLevel, PartNumberDetailSuccessor,
		PartNumberDetailCancelDays)
}

// MarshalGQL writes the enum value.
func (v PartNumberDetail) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *PartNumberDetail) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// CatalogList is a list of the catalog that can be written and read as a table.
type CatalogList string

// The values of CatalogList.
const (
	// CatalogListProductLines: the product lines.
	CatalogListProductLines CatalogList = "PRODUCT_LINES"
	// CatalogListProducts: the products.
	CatalogListProducts CatalogList = "PRODUCTS"
	// CatalogListLicenseModels: the license models, with their newest terms.
	CatalogListLicenseModels CatalogList = "LICENSE_MODELS"
	// CatalogListUnitsOfMeasure: the units of measure.
	CatalogListUnitsOfMeasure CatalogList = "UNITS_OF_MEASURE"
	// CatalogListCoverageLevels: the coverage levels.
	CatalogListCoverageLevels CatalogList = "COVERAGE_LEVELS"
	// CatalogListFeatures: the features.
	CatalogListFeatures CatalogList = "FEATURES"
	// CatalogListPartNumbers: the part numbers.
	CatalogListPartNumbers CatalogList = "PART_NUMBERS"
	// CatalogListListPrices: the list prices.
	CatalogListListPrices CatalogList = "LIST_PRICES"
)

// Values lists every CatalogList in the order of the contract.
func (CatalogList) Values() []string {
	return texts(CatalogListProductLines, CatalogListProducts, CatalogListLicenseModels, CatalogListUnitsOfMeasure,
		CatalogListCoverageLevels, CatalogListFeatures, CatalogListPartNumbers, CatalogListListPrices)
}

// MarshalGQL writes the enum value.
func (v CatalogList) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *CatalogList) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
