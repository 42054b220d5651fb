package vocabulary

import "io"

// EligibilityAction is what somebody may do with a right.
type EligibilityAction string

// The values of EligibilityAction.
const (
	// EligibilityActionActivate: let a device that is not known use it.
	EligibilityActionActivate EligibilityAction = "ACTIVATE"
	// EligibilityActionDownload: download the software.
	EligibilityActionDownload EligibilityAction = "DOWNLOAD"
	// EligibilityActionSupport: open a case.
	EligibilityActionSupport EligibilityAction = "SUPPORT"
	// EligibilityActionRenew: order the next term.
	EligibilityActionRenew EligibilityAction = "RENEW"
)

// Values lists every EligibilityAction in the order of the contract.
func (EligibilityAction) Values() []string {
	return texts(EligibilityActionActivate, EligibilityActionDownload, EligibilityActionSupport,
		EligibilityActionRenew)
}

// MarshalGQL writes the enum value.
func (v EligibilityAction) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *EligibilityAction) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// EligibilityCode is why somebody may not do something with a right, or may with a warning.
type EligibilityCode string

// The values of EligibilityCode.
const (
	// EligibilityCodeWithdrawn: a decision.
	EligibilityCodeWithdrawn EligibilityCode = "WITHDRAWN"
	// EligibilityCodeDraft: a decision.
	EligibilityCodeDraft EligibilityCode = "DRAFT"
	// EligibilityCodeTest: a decision.
	EligibilityCodeTest EligibilityCode = "TEST"
	// EligibilityCodeSuspended: a decision.
	EligibilityCodeSuspended EligibilityCode = "SUSPENDED"
	// EligibilityCodeOnHold: a decision.
	EligibilityCodeOnHold EligibilityCode = "ON_HOLD"
	// EligibilityCodeNotBegun: no period has begun.
	EligibilityCodeNotBegun EligibilityCode = "NOT_BEGUN"
	// EligibilityCodeExpired: no period is in force any more.
	EligibilityCodeExpired EligibilityCode = "EXPIRED"
	// EligibilityCodeSuperseded: another line took its place.
	EligibilityCodeSuperseded EligibilityCode = "SUPERSEDED"
	// EligibilityCodeQuantityUnknown: the source's number cannot be a grant.
	EligibilityCodeQuantityUnknown EligibilityCode = "QUANTITY_UNKNOWN"
	// EligibilityCodeHomeElsewhere: another system holds the rights.
	EligibilityCodeHomeElsewhere EligibilityCode = "HOME_ELSEWHERE"
	// EligibilityCodeAccountRetired: the account takes no new rights.
	EligibilityCodeAccountRetired EligibilityCode = "ACCOUNT_RETIRED"
	// EligibilityCodeRoleMissing: the viewer has not the role.
	EligibilityCodeRoleMissing EligibilityCode = "ROLE_MISSING"
	// EligibilityCodeServiceClosed: the viewer has not the service.
	EligibilityCodeServiceClosed EligibilityCode = "SERVICE_CLOSED"
	// EligibilityCodeNoRight: the account has no right to the product.
	EligibilityCodeNoRight EligibilityCode = "NO_RIGHT"
	// EligibilityCodeNoFreeCopy: everything is in use.
	EligibilityCodeNoFreeCopy EligibilityCode = "NO_FREE_COPY"
	// EligibilityCodeNothingGranted: all of it was given back.
	EligibilityCodeNothingGranted EligibilityCode = "NOTHING_GRANTED"
	// EligibilityCodeInGrace: grace serves known devices only.
	EligibilityCodeInGrace EligibilityCode = "IN_GRACE"
	// EligibilityCodeNotCovered: no coverage counts.
	EligibilityCodeNotCovered EligibilityCode = "NOT_COVERED"
	// EligibilityCodePartlyCovered: coverages cover a part of the line.
	EligibilityCodePartlyCovered EligibilityCode = "PARTLY_COVERED"
	// EligibilityCodeAlreadyRenewed: the next term is ordered.
	EligibilityCodeAlreadyRenewed EligibilityCode = "ALREADY_RENEWED"
	// EligibilityCodeNoSuccessor: no part number sells the next term.
	EligibilityCodeNoSuccessor EligibilityCode = "NO_SUCCESSOR"
	// EligibilityCodeViaPartner: the partner sells the renewal.
	EligibilityCodeViaPartner EligibilityCode = "VIA_PARTNER"
	// EligibilityCodeNothingToRenew: no period counts.
	EligibilityCodeNothingToRenew EligibilityCode = "NOTHING_TO_RENEW"
	// EligibilityCodeNoEnd: the right has no last day.
	EligibilityCodeNoEnd EligibilityCode = "NO_END"
	// EligibilityCodeIsATrial: a trial is converted.
	EligibilityCodeIsATrial EligibilityCode = "IS_A_TRIAL"
	// EligibilityCodeCopiesEndApart: each copy has an end of its own.
	EligibilityCodeCopiesEndApart EligibilityCode = "COPIES_END_APART"
)

// Values lists every EligibilityCode in the order of the contract.
func (EligibilityCode) Values() []string {
	return texts(EligibilityCodeWithdrawn, EligibilityCodeDraft, EligibilityCodeTest, EligibilityCodeSuspended,
		EligibilityCodeOnHold, EligibilityCodeNotBegun, EligibilityCodeExpired, EligibilityCodeSuperseded,
		EligibilityCodeQuantityUnknown, EligibilityCodeHomeElsewhere, EligibilityCodeAccountRetired,
		EligibilityCodeRoleMissing, EligibilityCodeServiceClosed, EligibilityCodeNoRight, EligibilityCodeNoFreeCopy,
		EligibilityCodeNothingGranted, EligibilityCodeInGrace,
		EligibilityCodeNotCovered, EligibilityCodePartlyCovered, EligibilityCodeAlreadyRenewed,
		EligibilityCodeNoSuccessor, EligibilityCodeViaPartner, EligibilityCodeNothingToRenew,
		EligibilityCodeNoEnd, EligibilityCodeIsATrial, EligibilityCodeCopiesEndApart)
}

// MarshalGQL writes the enum value.
func (v EligibilityCode) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *EligibilityCode) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// EligibilityRemedyKind is what takes a reason away.
type EligibilityRemedyKind string

// The values of EligibilityRemedyKind.
const (
	// EligibilityRemedyKindReleaseDecision: the decision is released.
	EligibilityRemedyKindReleaseDecision EligibilityRemedyKind = "RELEASE_DECISION"
	// EligibilityRemedyKindDeploy: the draft is deployed.
	EligibilityRemedyKindDeploy EligibilityRemedyKind = "DEPLOY"
	// EligibilityRemedyKindWait: the reason ends by itself.
	EligibilityRemedyKindWait EligibilityRemedyKind = "WAIT"
	// EligibilityRemedyKindActivateFirst: the first activation starts the term.
	EligibilityRemedyKindActivateFirst EligibilityRemedyKind = "ACTIVATE_FIRST"
	// EligibilityRemedyKindRenew: a term is added that contains the day.
	EligibilityRemedyKindRenew EligibilityRemedyKind = "RENEW"
	// EligibilityRemedyKindConvertTrial: a paid term follows the trial.
	EligibilityRemedyKindConvertTrial EligibilityRemedyKind = "CONVERT_TRIAL"
	// EligibilityRemedyKindGrantGrace: the right gets grace.
	EligibilityRemedyKindGrantGrace EligibilityRemedyKind = "GRANT_GRACE"
	// EligibilityRemedyKindUseSuccessor: the other line is used.
	EligibilityRemedyKindUseSuccessor EligibilityRemedyKind = "USE_SUCCESSOR"
	// EligibilityRemedyKindCorrectQuantity: the quantity is recorded.
	EligibilityRemedyKindCorrectQuantity EligibilityRemedyKind = "CORRECT_QUANTITY"
	// EligibilityRemedyKindUseOtherSystem: it is done in the other system.
	EligibilityRemedyKindUseOtherSystem EligibilityRemedyKind = "USE_OTHER_SYSTEM"
	// EligibilityRemedyKindReinstateAccount: the account takes new rights again.
	EligibilityRemedyKindReinstateAccount EligibilityRemedyKind = "REINSTATE_ACCOUNT"
	// EligibilityRemedyKindGiveRole: the viewer gets the role.
	EligibilityRemedyKindGiveRole EligibilityRemedyKind = "GIVE_ROLE"
	// EligibilityRemedyKindOpenService: the viewer gets the service.
	EligibilityRemedyKindOpenService EligibilityRemedyKind = "OPEN_SERVICE"
	// EligibilityRemedyKindBuy: the product is bought.
	EligibilityRemedyKindBuy EligibilityRemedyKind = "BUY"
	// EligibilityRemedyKindReturnCopy: a copy is returned.
	EligibilityRemedyKindReturnCopy EligibilityRemedyKind = "RETURN_COPY"
	// EligibilityRemedyKindBuyMore: more copies are granted.
	EligibilityRemedyKindBuyMore EligibilityRemedyKind = "BUY_MORE"
	// EligibilityRemedyKindExtendCoverage: a coverage follows the last one.
	EligibilityRemedyKindExtendCoverage EligibilityRemedyKind = "EXTEND_COVERAGE"
	// EligibilityRemedyKindBuyCoverage: a coverage is bought.
	EligibilityRemedyKindBuyCoverage EligibilityRemedyKind = "BUY_COVERAGE"
	// EligibilityRemedyKindCoverTheRest: all of the line is covered.
	EligibilityRemedyKindCoverTheRest EligibilityRemedyKind = "COVER_THE_REST"
	// EligibilityRemedyKindNamePartNumber: the renewal names a part number.
	EligibilityRemedyKindNamePartNumber EligibilityRemedyKind = "NAME_PART_NUMBER"
	// EligibilityRemedyKindNameSuccessor: the part number of the last term gets a successor, or is offered again.
	EligibilityRemedyKindNameSuccessor EligibilityRemedyKind = "NAME_SUCCESSOR"
	// EligibilityRemedyKindAskPartner: the partner orders it.
	EligibilityRemedyKindAskPartner EligibilityRemedyKind = "ASK_PARTNER"
)

// Values lists every EligibilityRemedyKind in the order of the contract.
func (EligibilityRemedyKind) Values() []string {
	return texts(EligibilityRemedyKindReleaseDecision, EligibilityRemedyKindDeploy, EligibilityRemedyKindWait,
		EligibilityRemedyKindActivateFirst, EligibilityRemedyKindRenew, EligibilityRemedyKindConvertTrial,
		EligibilityRemedyKindGrantGrace, EligibilityRemedyKindUseSuccessor,
		EligibilityRemedyKindCorrectQuantity, EligibilityRemedyKindUseOtherSystem,
		EligibilityRemedyKindReinstateAccount, EligibilityRemedyKindGiveRole,
		EligibilityRemedyKindOpenService, EligibilityRemedyKindBuy,
		EligibilityRemedyKindReturnCopy, EligibilityRemedyKindBuyMore, EligibilityRemedyKindExtendCoverage,
		EligibilityRemedyKindBuyCoverage, EligibilityRemedyKindCoverTheRest,
		EligibilityRemedyKindNamePartNumber, EligibilityRemedyKindNameSuccessor,
		EligibilityRemedyKindAskPartner)
}

// MarshalGQL writes the enum value.
func (v EligibilityRemedyKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *EligibilityRemedyKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// EligibilityActor is who can take a reason away.
type EligibilityActor string

// The values of EligibilityActor.
const (
	// EligibilityActorCustomer: somebody at the customer.
	EligibilityActorCustomer EligibilityActor = "CUSTOMER"
	// EligibilityActorProducer: the producer.
	EligibilityActorProducer EligibilityActor = "PRODUCER"
	// EligibilityActorPartner: the channel partner.
	EligibilityActorPartner EligibilityActor = "PARTNER"
	// EligibilityActorNobody: nobody has to do anything.
	EligibilityActorNobody EligibilityActor = "NOBODY"
)

// Values lists every EligibilityActor in the order of the contract.
func (EligibilityActor) Values() []string {
	return texts(EligibilityActorCustomer, EligibilityActorProducer, EligibilityActorPartner,
		EligibilityActorNobody)
}

// MarshalGQL writes the enum value.
func (v EligibilityActor) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *EligibilityActor) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
