package eligibility

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Renewal is what is known of the renewal of a line.
type Renewal struct {
	// Counts says that a period of the line counts. If none does, RuledOut are the decisions that rule out the last
	// one.
	Counts   bool
	RuledOut []Decision
	// Apart says that each copy has an end of its own, Undated that a term waits for its first activation, and Endless
	// that the line has no last day.
	Apart, Undated, Endless bool
	// Term is the period that would be renewed: the one in force on the last day; 0 if there is none. After is the day
	// after the last one of the line.
	Term  gid.ID
	After day.Day
	// Trial says that it is a trial, Quantified that it is known how much it grants, and Empty that this is nothing.
	Trial, Quantified, Empty bool
	// By is the period that renews the line already, and BySuccessor the line that took its place.
	By          *Term
	BySuccessor gid.ID
	// NotLive are decisions that stand against a renewal although they do not hold on the day: the right is withdrawn
	// after the last day of the line, or a draft or a test on the day after it.
	NotLive []Decision
	// Sold says that a part number sells the next term, and PartNumbered that the last one has a part number.
	Sold, PartNumbered bool
}

// Term is a period of a line, as far as it tells whether the line is renewed. Recorded is the day on which a change
// recorded it; nil for what was imported, which was renewed elsewhere.
type Term struct {
	ID, Renews gid.ID
	First      day.Day
	Recorded   *day.Day
}

// RenewedBy returns the term that renews a line already on a day: the last one that renews another and begins after the
// day, or was recorded on it. The latter keeps two requests from renewing a line twice that has ended. It is nil if
// there is none.
func RenewedBy(terms []Term, on day.Day) *Term {
	var latest *Term
	for i := range terms {
		t := &terms[i]
		if t.Renews == 0 || t.First <= on && (t.Recorded == nil || *t.Recorded != on) {
			continue
		}
		if latest == nil || latest.First < t.First {
			latest = t
		}
	}
	return latest
}

// renewsUntil returns the last day, from a day on which the term renews a line already (RenewedBy), on which it does:
// the day before its first one, or the day on which it was recorded.
func (t *Term) renewsUntil(on day.Day) day.Day {
	until := max(on, t.First-1)
	if t.Recorded != nil && *t.Recorded == until+1 {
		until++
	}
	return until
}

// Unrenewable returns why no term can follow the last one, whoever asks for it and whatever is sold; "" if one can.
func (r *Renewal) Unrenewable() vocabulary.EligibilityCode {
	switch {
	case !r.Counts:
		return vocabulary.EligibilityCodeNothingToRenew
	case r.Apart:
		return vocabulary.EligibilityCodeCopiesEndApart
	case r.Undated:
		return vocabulary.EligibilityCodeNotBegun
	case r.Endless:
		return vocabulary.EligibilityCodeNoEnd
	case r.Term == 0:
		return vocabulary.EligibilityCodeNothingToRenew
	}
	return ""
}

// renew adds why the line may not be renewed.
func (j *judgement) renew() {
	r := &j.right.Renewal
	j.retired()
	for _, d := range r.NotLive {
		j.decided(d)
	}
	if j.right.Partner != 0 {
		j.add(&Reason{Code: vocabulary.EligibilityCodeViaPartner, Refuses: true, Partner: j.right.Partner,
			Sentence: "The right was sold through a partner, who also sells its renewal.",
			Remedies: []*Remedy{{Kind: vocabulary.EligibilityRemedyKindAskPartner,
				By: vocabulary.EligibilityActorPartner, Sentence: "The partner orders the renewal."}}})
	}
	switch r.Unrenewable() {
	case "":
	case vocabulary.EligibilityCodeNotBegun:
		if j.right.Standing.Status != vocabulary.StatusAwaitingActivation {
			j.add(&Reason{Code: vocabulary.EligibilityCodeNotBegun, Refuses: true,
				Sentence: "A term of the right waits for its first activation."})
		}
		return
	case vocabulary.EligibilityCodeNothingToRenew:
		j.ruledOut(r)
		return
	case vocabulary.EligibilityCodeCopiesEndApart:
		j.add(&Reason{Code: vocabulary.EligibilityCodeCopiesEndApart, Refuses: true,
			Sentence: "Each copy of the right has an end of its own, so that they are not renewed together."})
		return
	default:
		j.add(&Reason{Code: vocabulary.EligibilityCodeNoEnd, Refuses: true,
			Sentence: "The right has no last day after which it could be renewed. Its coverage can be extended."})
		return
	}
	if r.Quantified && r.Empty {
		j.add(&Reason{Code: vocabulary.EligibilityCodeNothingToRenew, Refuses: true, Period: r.Term,
			Sentence: "The last term of the right grants nothing.",
			Remedies: []*Remedy{byProducer(vocabulary.EligibilityRemedyKindCorrectQuantity, "renewLineItems",
				"The producer says how much the next term grants, or corrects the last one.")}})
	}
	if r.Trial {
		j.add(&Reason{Code: vocabulary.EligibilityCodeIsATrial, Refuses: true, Period: r.Term,
			Sentence: "The right is a trial, which is converted and not renewed.",
			Remedies: []*Remedy{j.bought(vocabulary.EligibilityRemedyKindConvertTrial, "convertTrial",
				"The producer converts the trial into a paid right.")}})
	}
	j.again(r)
	if !r.Sold && !r.Trial {
		j.unsold(r)
	}
}

func (j *judgement) ruledOut(r *Renewal) {
	j.add(&Reason{Code: vocabulary.EligibilityCodeNothingToRenew, Refuses: true, Period: r.Term,
		Sentence: "No term of the right counts that could be renewed.", Remedies: release(r.RuledOut)})
}

// again adds that the line is renewed already.
func (j *judgement) again(r *Renewal) {
	switch {
	case r.By != nil:
		until := r.By.renewsUntil(j.on)
		j.add(&Reason{Code: vocabulary.EligibilityCodeAlreadyRenewed, Refuses: true, Period: r.By.ID, To: &until,
			Sentence: "The right is renewed already from " + r.By.First.InWords() + " on.",
			Remedies: []*Remedy{wait(until + 1)}})
	case r.BySuccessor != 0:
		j.add(&Reason{Code: vocabulary.EligibilityCodeAlreadyRenewed, Refuses: true, Successor: r.BySuccessor,
			Sentence: "Another right has taken the place of this one.",
			Remedies: []*Remedy{{Kind: vocabulary.EligibilityRemedyKindUseSuccessor,
				By: vocabulary.EligibilityActorCustomer, Sentence: "The customer uses the other right."}}})
	}
}

// unsold adds that no part number sells the next term.
func (j *judgement) unsold(r *Renewal) {
	reason := &Reason{Code: vocabulary.EligibilityCodeNoSuccessor, Refuses: true, Period: r.Term,
		Sentence: "The last term has no part number under which the right could go on.",
		Remedies: []*Remedy{byProducer(vocabulary.EligibilityRemedyKindNamePartNumber, "renewLineItems",
			"The producer renews the right under a part number that it names.")}}
	if r.PartNumbered {
		reason.Sentence = "The part number of the last term does not sell the next one, and has no successor that does."
		reason.Remedies = append(reason.Remedies, byProducer(vocabulary.EligibilityRemedyKindNameSuccessor,
			"changePartNumber", "The producer gives the part number a successor that fits, or offers again what is "+
				"retired."))
	}
	j.add(reason)
}
