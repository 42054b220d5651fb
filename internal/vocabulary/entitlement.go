package vocabulary

import "io"

// Decision is a recorded judgement about a right, whatever its dates say. GRACE and RENEWAL_CANCELLED rule nothing
// in or out.
type Decision string

// The values of Decision.
const (
	// DecisionWithdrawn: the right was taken back.
	DecisionWithdrawn Decision = "WITHDRAWN"
	// DecisionDraft: the right is being prepared.
	DecisionDraft Decision = "DRAFT"
	// DecisionTest: the right exists for tests only.
	DecisionTest Decision = "TEST"
	// DecisionSuspended: the right may not be used until it is released.
	DecisionSuspended Decision = "SUSPENDED"
	// DecisionOnHold: the right waits for a decision.
	DecisionOnHold Decision = "ON_HOLD"
	// DecisionGrace: the right serves the devices that it has for some days after its end.
	DecisionGrace Decision = "GRACE"
	// DecisionRenewalCancelled: an evergreen right is not renewed by itself.
	DecisionRenewalCancelled Decision = "RENEWAL_CANCELLED"
)

// Values lists every Decision in the order of the contract.
func (Decision) Values() []string {
	return texts(DecisionWithdrawn, DecisionDraft, DecisionTest, DecisionSuspended, DecisionOnHold, DecisionGrace,
		DecisionRenewalCancelled)
}

// MarshalGQL writes the enum value.
func (v Decision) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Decision) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// Status is the state of a right on a day, derived from decisions and dates.
type Status string

// The values of Status.
const (
	// StatusWithdrawn: taken back by a decision.
	StatusWithdrawn Status = "WITHDRAWN"
	// StatusDraft: in preparation.
	StatusDraft Status = "DRAFT"
	// StatusTest: for tests only.
	StatusTest Status = "TEST"
	// StatusSuspended: may not be used until released.
	StatusSuspended Status = "SUSPENDED"
	// StatusOnHold: waits for a decision.
	StatusOnHold Status = "ON_HOLD"
	// StatusAwaitingActivation: begins with the first activation, which has not happened.
	StatusAwaitingActivation Status = "AWAITING_ACTIVATION"
	// StatusFuture: has not begun.
	StatusFuture Status = "FUTURE"
	// StatusSuperseded: another right has taken its place.
	StatusSuperseded Status = "SUPERSEDED"
	// StatusInGrace: has ended and was extended by a decision.
	StatusInGrace Status = "IN_GRACE"
	// StatusExpired: has ended.
	StatusExpired Status = "EXPIRED"
	// StatusActive: in force.
	StatusActive Status = "ACTIVE"
)

// Values lists every Status in the order of the contract.
func (Status) Values() []string {
	return texts(StatusWithdrawn, StatusDraft, StatusTest, StatusSuspended, StatusOnHold, StatusAwaitingActivation,
		StatusFuture, StatusSuperseded, StatusInGrace, StatusExpired, StatusActive)
}

// MarshalGQL writes the enum value.
func (v Status) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Status) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// Term says how long a period grants.
type Term string

// The values of Term.
const (
	// TermPerpetual: without end.
	TermPerpetual Term = "PERPETUAL"
	// TermSubscription: until its last day, to be renewed.
	TermSubscription Term = "SUBSCRIPTION"
	// TermTrial: until its last day, for trying out.
	TermTrial Term = "TRIAL"
)

// Values lists every Term in the order of the contract.
func (Term) Values() []string { return texts(TermPerpetual, TermSubscription, TermTrial) }

// MarshalGQL writes the enum value.
func (v Term) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Term) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// StartRule says what starts a period.
type StartRule string

// The values of StartRule.
const (
	// StartRuleFixed: its first day was set with the grant.
	StartRuleFixed StartRule = "FIXED"
	// StartRuleFirstActivation: the first activation starts it for all.
	StartRuleFirstActivation StartRule = "FIRST_ACTIVATION"
	// StartRuleEachActivation: every activation starts its own term.
	StartRuleEachActivation StartRule = "EACH_ACTIVATION"
)

// Values lists every StartRule in the order of the contract.
func (StartRule) Values() []string {
	return texts(StartRuleFixed, StartRuleFirstActivation, StartRuleEachActivation)
}

// MarshalGQL writes the enum value.
func (v StartRule) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *StartRule) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// TermUnit says what a term length counts.
type TermUnit string

// The values of TermUnit.
const (
	// TermUnitDays: calendar days.
	TermUnitDays TermUnit = "DAYS"
	// TermUnitWeeks: weeks of seven days.
	TermUnitWeeks TermUnit = "WEEKS"
	// TermUnitMonths: calendar months.
	TermUnitMonths TermUnit = "MONTHS"
	// TermUnitYears: calendar years.
	TermUnitYears TermUnit = "YEARS"
)

// Values lists every TermUnit in the order of the contract.
func (TermUnit) Values() []string {
	return texts(TermUnitDays, TermUnitWeeks, TermUnitMonths, TermUnitYears)
}

// MarshalGQL writes the enum value.
func (v TermUnit) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *TermUnit) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// LedgerKind says what moved a count.
type LedgerKind string

// The values of LedgerKind.
const (
	// LedgerKindOpen: the count with which a line began here.
	LedgerKindOpen LedgerKind = "OPEN"
	// LedgerKindStep: the period in force changed.
	LedgerKindStep LedgerKind = "STEP"
	// LedgerKindSplitOut: a part left for a new line of the same account.
	LedgerKindSplitOut LedgerKind = "SPLIT_OUT"
	// LedgerKindSplitIn: a part arrived from a line of the same account.
	LedgerKindSplitIn LedgerKind = "SPLIT_IN"
	// LedgerKindTransferOut: a part left for another account.
	LedgerKindTransferOut LedgerKind = "TRANSFER_OUT"
	// LedgerKindTransferIn: a part arrived from another account.
	LedgerKindTransferIn LedgerKind = "TRANSFER_IN"
	// LedgerKindReduce: less was granted.
	LedgerKindReduce LedgerKind = "REDUCE"
	// LedgerKindAdjust: a recorded correction.
	LedgerKindAdjust LedgerKind = "ADJUST"
	// LedgerKindActivate: put to use on a device.
	LedgerKindActivate LedgerKind = "ACTIVATE"
	// LedgerKindReturn: taken back from a device.
	LedgerKindReturn LedgerKind = "RETURN"
	// LedgerKindAllocate: put on a license server.
	LedgerKindAllocate LedgerKind = "ALLOCATE"
	// LedgerKindRelease: taken back from a license server.
	LedgerKindRelease LedgerKind = "RELEASE"
)

// Values lists every LedgerKind in the order of the contract.
func (LedgerKind) Values() []string {
	return texts(LedgerKindOpen, LedgerKindStep, LedgerKindSplitOut, LedgerKindSplitIn, LedgerKindTransferOut,
		LedgerKindTransferIn, LedgerKindReduce, LedgerKindAdjust, LedgerKindActivate, LedgerKindReturn,
		LedgerKindAllocate, LedgerKindRelease)
}

// MarshalGQL writes the enum value.
func (v LedgerKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *LedgerKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// LineageReason says why one line follows another.
type LineageReason string

// The values of LineageReason.
const (
	// LineageReasonRenewal: the right was renewed.
	LineageReasonRenewal LineageReason = "RENEWAL"
	// LineageReasonUpgrade: a newer or larger product took its place.
	LineageReasonUpgrade LineageReason = "UPGRADE"
	// LineageReasonUpsell: more was bought on top.
	LineageReasonUpsell LineageReason = "UPSELL"
	// LineageReasonTransfer: the right moved to another account.
	LineageReasonTransfer LineageReason = "TRANSFER"
	// LineageReasonSplit: the right was divided.
	LineageReasonSplit LineageReason = "SPLIT"
	// LineageReasonMerge: several rights became one.
	LineageReasonMerge LineageReason = "MERGE"
	// LineageReasonParent: the source names a parent and no reason.
	LineageReasonParent LineageReason = "PARENT"
)

// Values lists every LineageReason in the order of the contract.
func (LineageReason) Values() []string {
	return texts(LineageReasonRenewal, LineageReasonUpgrade, LineageReasonUpsell, LineageReasonTransfer,
		LineageReasonSplit, LineageReasonMerge, LineageReasonParent)
}

// MarshalGQL writes the enum value.
func (v LineageReason) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *LineageReason) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// LineageDirection says which way a step of lineage points.
type LineageDirection string

// The values of LineageDirection.
const (
	// LineageDirectionFrom: the counterpart came before.
	LineageDirectionFrom LineageDirection = "FROM"
	// LineageDirectionTo: the counterpart came after.
	LineageDirectionTo LineageDirection = "TO"
)

// Values lists every LineageDirection in the order of the contract.
func (LineageDirection) Values() []string { return texts(LineageDirectionFrom, LineageDirectionTo) }

// MarshalGQL writes the enum value.
func (v LineageDirection) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *LineageDirection) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// AmendmentEnd says what follows an amendment that ends before the period that it amends.
type AmendmentEnd string

// The values of AmendmentEnd.
const (
	// AmendmentEndReturn: the older period is in force again.
	AmendmentEndReturn AmendmentEnd = "RETURN"
	// AmendmentEndEnd: the line ends, so that no period is in force.
	AmendmentEndEnd AmendmentEnd = "END"
)

// Values lists every AmendmentEnd in the order of the contract.
func (AmendmentEnd) Values() []string { return texts(AmendmentEndReturn, AmendmentEndEnd) }

// MarshalGQL writes the enum value.
func (v AmendmentEnd) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *AmendmentEnd) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// BulkMode says what becomes of a change of many objects if some of them are refused.
type BulkMode string

// The values of BulkMode.
const (
	// BulkModeAllOrNothing: nothing is changed.
	BulkModeAllOrNothing BulkMode = "ALL_OR_NOTHING"
	// BulkModeEach: the others are changed.
	BulkModeEach BulkMode = "EACH"
)

// Values lists every BulkMode in the order of the contract.
func (BulkMode) Values() []string { return texts(BulkModeAllOrNothing, BulkModeEach) }

// MarshalGQL writes the enum value.
func (v BulkMode) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *BulkMode) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// IssueState is the state in which an entitlement is issued.
type IssueState string

// The values of IssueState.
const (
	// IssueStateLive: the rights can be used on their days.
	IssueStateLive IssueState = "LIVE"
	// IssueStateDraft: the rights are prepared, and are deployed later.
	IssueStateDraft IssueState = "DRAFT"
	// IssueStateTest: the rights are for tests only, for ever.
	IssueStateTest IssueState = "TEST"
)

// Values lists every IssueState in the order of the contract.
func (IssueState) Values() []string { return texts(IssueStateLive, IssueStateDraft, IssueStateTest) }

// MarshalGQL writes the enum value.
func (v IssueState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *IssueState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// OrderDifference says what happens to an order that was issued before with another content.
type OrderDifference string

// The values of OrderDifference.
const (
	// OrderDifferenceReport: the change is refused, and the refusals tell what differs.
	OrderDifferenceReport OrderDifference = "REPORT"
	// OrderDifferenceAmend: other numbers of pieces become amendments from a day on.
	OrderDifferenceAmend OrderDifference = "AMEND"
	// OrderDifferenceCorrect: what differs was recorded wrongly, and is corrected.
	OrderDifferenceCorrect OrderDifference = "CORRECT"
)

// Values lists every OrderDifference in the order of the contract.
func (OrderDifference) Values() []string {
	return texts(OrderDifferenceReport, OrderDifferenceAmend, OrderDifferenceCorrect)
}

// MarshalGQL writes the enum value.
func (v OrderDifference) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *OrderDifference) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
