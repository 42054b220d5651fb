package entitlement

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/value"
)

// Error codes of this package.
const (
	// PeriodMissing: no period is in force on the day.
	PeriodMissing fault.Code = "PERIOD_MISSING"
	// TermUndated: the days of the term are not known before its first activation.
	TermUndated fault.Code = "TERM_UNDATED"
	// RightWithdrawn: the right is withdrawn on the day.
	RightWithdrawn fault.Code = "RIGHT_WITHDRAWN"
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
	// CopiesEndApart: each copy of the line has an end of its own.
	CopiesEndApart fault.Code = "COPIES_END_APART"
)

func badInput(field, message, remedy string, parameters ...fault.Parameter) *fault.Error {
	return fault.New(fault.BadInput, field, message, remedy, parameters...)
}

// refusals collects what is wrong with an input, so that one answer tells all of it.
type refusals []error

func (r *refusals) add(refusal *fault.Error) { *r = append(*r, refusal) }

// reason refuses a change without a reason, where it needs one.
func (r *refusals) reason(reason string) {
	if strings.TrimSpace(person.Visible(reason)) == "" {
		r.add(badInput("input.reason", "The change needs a reason.", "Write why the change is made."))
	}
}

// longestOrder limits the number and the line of an order, in characters.
const longestOrder = 100

// maybeLine checks a text of one line, which may be empty.
func (r *refusals) maybeLine(field, text string, longest int) {
	if text == "" || person.IsLine(text, longest) {
		return
	}
	if n := utf8.RuneCountInString(text); n > longest {
		r.add(fault.LongText(field, longest, n))
		return
	}
	r.add(badInput(field, "The text must be one line, with single blanks between words, without blanks at its ends "+
		"and without characters that nobody sees.", "Type the text again."))
}

// days refuses days that end before they begin.
func (r *refusals) days(field string, first, last *day.Day) {
	if first != nil && last != nil && *last < *first {
		r.add(fault.New(fault.BadRange, field, "{to} is before {from}.", "Give {from} or a later day.",
			fault.With("from", value.OfDay(*first)), fault.With("to", value.OfDay(*last))))
	}
}
func (r refusals) err() error { return errors.Join(r...) }
