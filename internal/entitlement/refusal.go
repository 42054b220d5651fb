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
)

// longestOrder limits the number and the line of an order, in characters.
const longestOrder = 100
