package eligibility

import "github.com/muniment/muniment/internal/vocabulary"

// dates adds why the dates of the line stand against the action. A right that has ended may be renewed, so that EXPIRED
// refuses no renewal. Grace is a matter of activations alone (activate).
func (j *judgement) dates() {
	switch s := &j.right.Standing; s.Status {
	case vocabulary.StatusAwaitingActivation:
		j.awaited(s)
	case vocabulary.StatusFuture:
		j.begins(s)
	case vocabulary.StatusSuperseded:
		j.superseded(s)
	case vocabulary.StatusExpired:
		j.expired(s)
	case vocabulary.StatusWithdrawn, vocabulary.StatusDraft, vocabulary.StatusTest, vocabulary.StatusSuspended,
		vocabulary.StatusOnHold, vocabulary.StatusInGrace, vocabulary.StatusActive: // nothing against it
	}
}

// awaited is about a term that starts with its first activation. That refuses neither the activation nor the download
// that precedes it.
func (j *judgement) awaited(s *Standing) {
	r := &Reason{Code: vocabulary.EligibilityCodeNotBegun, Period: s.Period, Refuses: true,
		Sentence: "The right has no term yet."}
	if s.Waits {
		r.Sentence = "The term of the right starts with the first activation."
		r.Refuses = !j.is(vocabulary.EligibilityActionActivate, vocabulary.EligibilityActionDownload)
		r.Remedies = append(r.Remedies, byCustomer(vocabulary.EligibilityRemedyKindActivateFirst,
			vocabulary.RoleLicenseManager, "", "The customer activates the first device."))
	}
	if s.StartsBy != nil && j.on < *s.StartsBy { // what the term says of later days is known once it has started
		before := *s.StartsBy - 1
		r.To, r.Remedies = &before, append(r.Remedies, wait(*s.StartsBy))
	}
	j.add(r)
}

func (j *judgement) begins(s *Standing) {
	r := &Reason{Code: vocabulary.EligibilityCodeNotBegun, Period: s.Period, Refuses: true, To: s.To,
		Sentence: "The right has not begun."}
	if s.To != nil {
		r.Sentence = "The right begins on " + (*s.To + 1).InWords() + "."
		r.Remedies = append(r.Remedies, wait(*s.To+1))
	}
	j.add(r)
}

func (j *judgement) superseded(s *Standing) {
	j.add(&Reason{Code: vocabulary.EligibilityCodeSuperseded, Refuses: true, Period: s.Period, Successor: s.Successor,
		From: s.From, To: s.To, Sentence: "Another right has taken the place of this one" + inDays(s.From, s.To) + ".",
		Remedies: []*Remedy{{Kind: vocabulary.EligibilityRemedyKindUseSuccessor,
			By: vocabulary.EligibilityActorCustomer, Sentence: "The customer uses the other right."}}})
}

func (j *judgement) expired(s *Standing) {
	r := &Reason{Code: vocabulary.EligibilityCodeExpired, Refuses: !j.is(vocabulary.EligibilityActionRenew),
		Period: s.Period, From: s.From, To: s.To, Sentence: "No term is in force" + inDays(s.From, s.To) + "."}
	defer j.add(r)
	if s.To != nil {
		r.Remedies = append(r.Remedies, wait(*s.To+1))
	}
	switch {
	case !r.Refuses, s.Period == 0:
		return
	case s.Trial:
		r.Remedies = append(r.Remedies, j.bought(vocabulary.EligibilityRemedyKindConvertTrial, "convertTrial",
			"The producer converts the trial into a paid right."))
		return
	case s.To == nil:
		r.Remedies = append(r.Remedies, j.bought(vocabulary.EligibilityRemedyKindRenew, "renewLineItems",
			"The producer renews the right with a term that contains "+j.on.InWords()+"."))
	}
	// Grace serves known devices only, so that it allows no activation.
	if s.MayGrace && !j.is(vocabulary.EligibilityActionActivate) {
		r.Remedies = append(r.Remedies, byProducer(vocabulary.EligibilityRemedyKindGrantGrace, "grantGrace",
			"The producer grants grace until "+j.on.InWords()+" or longer."))
	}
}
