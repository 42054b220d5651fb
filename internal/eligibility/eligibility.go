// Package eligibility says whether somebody may activate, download, get support for or renew a right on a day: all
// reasons against it, and for each what would take it away and who can do that. Its rules are pure functions over
// facts, which others read. See README.md.
package eligibility

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Right is what is known of a line on a day. Ids that are not known are 0.
type Right struct {
	Line gid.ID
	// Decisions are those that rule the line in or out on the day: about its entitlement, about itself and, if each of
	// its periods is under a decision, about the periods.
	Decisions []Decision
	Standing  Standing
	Amount    Amount
	Coverage  Coverage
	Renewal   Renewal
	// Partner is the account through which the right was sold, and System the code of the other system that holds the
	// rights of the account in the product line; "" if Muniment does.
	Partner gid.ID
	System  string
	// AccountRetired says that the account takes no new rights.
	AccountRetired bool
}

// Decision is a decision and the days on which it holds, both included: First is day.Beginning if it is not known since
// when, Last is day.Forever if there is no last day. Voids says that its subject was recorded wrongly.
type Decision struct {
	ID          gid.ID
	Kind        vocabulary.Decision
	First, Last day.Day
	Voids       bool
}

// Standing is what the dates of a line say on a day, apart from decisions about it and its entitlement.
type Standing struct {
	// Status is that of the line without these decisions.
	Status vocabulary.Status
	// Period is the one from which the status follows.
	Period gid.ID
	// From and To are the days on which the status stays the same; nil if there is no such day, or none known.
	From, To *day.Day
	// Waits says that the period starts with its first activation, and StartsBy when it starts by itself.
	Waits    bool
	StartsBy *day.Day
	// Trial says that the period is a trial.
	Trial bool
	// MayGrace says that the period has an end, after which the line can have grace.
	MayGrace bool
	// Successor is the line that took the place of this one.
	Successor gid.ID
}

// Amount is how much of the line is left, in base units.
type Amount struct {
	// Known says that the quantity of the period that governs is known, and Unlimited that it has no limit.
	Known, Unlimited bool
	// Period is that period.
	Period gid.ID
	// Free is what the period grants with its overdraft, less Used, which is in use; it may be negative.
	Free, Used int64
	// Granted is what the period grants without its overdraft.
	Granted int64
}

// Serves reports whether a right with a status serves the devices that it has, and whether coverages count for it.
func Serves(s vocabulary.Status) bool { return TakesNew(s) || s == vocabulary.StatusInGrace }

// TakesNew reports whether a right with a status serves devices that it does not know yet.
func TakesNew(s vocabulary.Status) bool { return s == vocabulary.StatusActive }

// Reason is why somebody may not do something with a right, or may with a warning. Ids of what it does not rest on are
// 0.
type Reason struct {
	Code vocabulary.EligibilityCode
	// Refuses is false for what only has to be known.
	Refuses  bool
	Sentence string
	// Line is the line about which the reason is; 0 for one about the viewer or the account.
	Line, Decision, Period, CoverageItem, Successor, Partner gid.ID
	// Role and Service are what the viewer has not.
	Role    *vocabulary.Role
	Service *vocabulary.Service
	// From and To are the days on which the reason holds, both included; nil if there is no such day, or none known.
	From, To *day.Day
	Remedies []*Remedy
}

// Remedy is what takes a reason away.
type Remedy struct {
	Kind     vocabulary.EligibilityRemedyKind
	By       vocabulary.EligibilityActor
	Sentence string
	// Mutation is the name of the change of the contract that does it; "" if there is none.
	Mutation string
	// Role is what somebody at the customer needs to do it or, if the producer does it, to order it; nil if nobody at
	// the customer is needed.
	Role *vocabulary.Role
	// On is the first day without the reason, if nobody has to do anything.
	On *day.Day
	// Decisions are all those that are released.
	Decisions []gid.ID
	// People are those at the customer who have the role, as far as the viewer may know them. Judge leaves them out.
	People []*Person
}

// Person is somebody at the customer.
type Person struct {
	User  gid.ID
	Name  string
	Roles vocabulary.RoleSet
}

// Allows reports whether none of the reasons refuses.
func Allows(reasons []*Reason) bool {
	return !slices.ContainsFunc(reasons, func(r *Reason) bool { return r.Refuses })
}

// Judge returns all reasons about a line on a day, in the order of their codes. Reasons about who asks are those of
// Asker.
func Judge(action vocabulary.EligibilityAction, on day.Day, r *Right) []*Reason {
	j := &judgement{action: action, on: on, right: r}
	j.decisions()
	j.dates()
	j.amount()
	j.home()
	switch action {
	case vocabulary.EligibilityActionActivate:
		j.activate()
	case vocabulary.EligibilityActionSupport:
		j.nothing()
		j.support()
	case vocabulary.EligibilityActionRenew:
		j.renew()
	case vocabulary.EligibilityActionDownload: // rules for downloads alone are added with releases
		j.nothing()
	}
	slices.SortStableFunc(j.reasons, func(a, b *Reason) int { return place(a.Code) - place(b.Code) })
	return j.reasons
}

func place(code vocabulary.EligibilityCode) int { return slices.Index(code.Values(), string(code)) }

// judgement is what was found out about a line.
type judgement struct {
	action  vocabulary.EligibilityAction
	on      day.Day
	right   *Right
	reasons []*Reason
}

// add adds a reason about the line.
func (j *judgement) add(r *Reason) {
	r.Line = j.right.Line
	j.reasons = append(j.reasons, r)
}

func (j *judgement) is(actions ...vocabulary.EligibilityAction) bool {
	return slices.Contains(actions, j.action)
}
