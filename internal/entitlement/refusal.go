package entitlement

import "github.com/muniment/muniment/internal/fault"

// Error codes of this package.
const (
	// PeriodMissing: no period is in force on the day.
	PeriodMissing fault.Code = "PERIOD_MISSING"
	// TermUndated: the days of the term are not known before its first activation.
	TermUndated fault.Code = "TERM_UNDATED"
	// RightWithdrawn: the right is withdrawn on the day.
	RightWithdrawn fault.Code = "RIGHT_WITHDRAWN"
	// OtherPeriodFirst: the change would part a period from another one that was recorded with regard to it.
	OtherPeriodFirst fault.Code = "OTHER_PERIOD_FIRST"
	// OverdraftNotAllowed: the terms of the period do not allow that more is used than was granted.
	OverdraftNotAllowed fault.Code = "OVERDRAFT_NOT_ALLOWED"
	// PeriodVoided: the period was voided already.
	PeriodVoided fault.Code = "PERIOD_VOIDED"
	// LiveActivations: devices use the right that is to be withdrawn.
	LiveActivations fault.Code = "LIVE_ACTIVATIONS"
	// DecisionLifted: the decision was lifted already.
	DecisionLifted fault.Code = "DECISION_LIFTED"
	// DecisionEnded: the decision ends by itself before the day from which it would no longer hold.
	DecisionEnded fault.Code = "DECISION_ENDED"
	// DecisionStays: a decision of this kind is not lifted in this way.
	DecisionStays fault.Code = "DECISION_STAYS"
	// ActivationIDTaken: the activation id is that of a right already, or was.
	ActivationIDTaken fault.Code = "ACTIVATION_ID_TAKEN"
	// NotLive: a draft, a test or a withdrawn right is not acted upon as one that is live.
	NotLive fault.Code = "NOT_LIVE"
	// NothingToRenew: the line has no period that counts.
	NothingToRenew fault.Code = "NOTHING_TO_RENEW"
	// NoEndToRenew: the line has no last day.
	NoEndToRenew fault.Code = "RIGHT_HAS_NO_END"
	// AlreadyRenewed: the term is renewed.
	AlreadyRenewed fault.Code = "ALREADY_RENEWED"
	// StartsTooEarly: the new term would start before what was granted has ended.
	StartsTooEarly fault.Code = "STARTS_TOO_EARLY"
	// IsATrial: a trial is converted, not renewed.
	IsATrial fault.Code = "IS_A_TRIAL"
	// NotATrial: only a trial is converted.
	NotATrial fault.Code = "NOT_A_TRIAL"
	// UpgradeNeeded: the part number sells another product.
	UpgradeNeeded fault.Code = "UPGRADE_NEEDED"
	// UnitDiffers: the part number counts another unit than the line.
	UnitDiffers fault.Code = "UNIT_DIFFERS"
	// ActivationDiffers: the part number is activated in another way than the line.
	ActivationDiffers fault.Code = "ACTIVATION_DIFFERS"
	// GraceExists: the line has grace that lasts as long.
	GraceExists fault.Code = "GRACE_EXISTS"
	// GraceTooLong: support agents grant less.
	GraceTooLong fault.Code = "GRACE_TOO_LONG"
	// CopiesEndApart: each copy of the line has an end of its own.
	CopiesEndApart fault.Code = "COPIES_END_APART"
	// TrialUsed: another trial of the product begins too close to the day.
	TrialUsed fault.Code = "TRIAL_USED"
	// NotEvergreen: the line does not end with an evergreen period.
	NotEvergreen fault.Code = "NOT_EVERGREEN"
	// RenewalCancelled: the renewal is cancelled.
	RenewalCancelled fault.Code = "RENEWAL_CANCELLED"
)

// longestOrder limits the number and the line of an order, in characters.
const longestOrder = 100
