package eligibility

import "github.com/muniment/muniment/internal/vocabulary"

// amount adds that the quantity of the right is not known, as may be of rights that were imported. Without it nobody
// knows whether a device fits, or what is renewed. It is told for the other actions, but refuses neither a download nor
// a case, which take nothing away from the quantity.
func (j *judgement) amount() {
	period, known := j.right.Amount.Period, j.right.Amount.Known
	if j.is(vocabulary.EligibilityActionRenew) && j.right.Renewal.Term != 0 {
		period, known = j.right.Renewal.Term, j.right.Renewal.Quantified
	}
	if known || period == 0 {
		return
	}
	j.add(&Reason{Code: vocabulary.EligibilityCodeQuantityUnknown, Period: period,
		Refuses:  j.is(vocabulary.EligibilityActionActivate, vocabulary.EligibilityActionRenew),
		Sentence: "It is not known how much the right grants.",
		Remedies: []*Remedy{byProducer(vocabulary.EligibilityRemedyKindCorrectQuantity, "correctPeriod",
			"The producer records the quantity of the period.")}})
}

// nothing adds that the right grants nothing, because all of it was given back. The other actions have reasons of their
// own.
func (j *judgement) nothing() {
	a := &j.right.Amount
	if !a.Known || a.Unlimited || a.Granted > 0 || a.Period == 0 {
		return
	}
	j.add(&Reason{Code: vocabulary.EligibilityCodeNothingGranted, Refuses: true, Period: a.Period,
		Sentence: "The right grants nothing.", Remedies: j.toBeFree(a)})
}

// home adds that another system holds the rights, so that nothing is done with them here.
func (j *judgement) home() {
	if j.right.System == "" {
		return
	}
	j.add(&Reason{Code: vocabulary.EligibilityCodeHomeElsewhere, Refuses: true,
		Sentence: "The system " + j.right.System + " holds the rights of the account in this product line.",
		Remedies: []*Remedy{byProducer(vocabulary.EligibilityRemedyKindUseOtherSystem, "",
			"The producer does it in the system "+j.right.System+".")}})
}

// retired adds that the account takes no new rights.
func (j *judgement) retired() {
	if !j.right.AccountRetired {
		return
	}
	j.add(&Reason{Code: vocabulary.EligibilityCodeAccountRetired, Refuses: true, Sentence: "The account is retired.",
		Remedies: []*Remedy{byProducer(vocabulary.EligibilityRemedyKindReinstateAccount, "reinstateAccount",
			"The producer reinstates the account.")}})
}

// activate adds why no device that is not known yet is served.
func (j *judgement) activate() {
	if s := &j.right.Standing; s.Status == vocabulary.StatusInGrace {
		r := &Reason{Code: vocabulary.EligibilityCodeInGrace, Refuses: true, Period: s.Period, From: s.From, To: s.To,
			Sentence: "The right is in grace" + inDays(s.From, s.To) + ", and serves known devices only.",
			Remedies: []*Remedy{j.bought(vocabulary.EligibilityRemedyKindRenew, "renewLineItems",
				"The producer renews the right with a term that contains "+j.on.InWords()+".")}}
		j.add(r)
	}
	a := &j.right.Amount
	if !a.Known || a.Unlimited || a.Free > 0 {
		return
	}
	j.add(&Reason{Code: vocabulary.EligibilityCodeNoFreeCopy, Refuses: true, Period: a.Period,
		Sentence: "Nothing of the right is free.", Remedies: j.toBeFree(a)})
}

// toBeFree returns how something of the right becomes free. What grants nothing has nothing to return, and only a right
// in force is amended.
func (j *judgement) toBeFree(a *Amount) []*Remedy {
	var list []*Remedy
	if a.Used > 0 && a.Free+a.Used > 0 {
		list = append(list, byCustomer(vocabulary.EligibilityRemedyKindReturnCopy, vocabulary.RoleLicenseManager, "",
			"The customer returns copies from devices or license servers until one is free."))
	}
	if j.right.Standing.Status == vocabulary.StatusActive {
		list = append(list, j.bought(vocabulary.EligibilityRemedyKindBuyMore, "amendLineItem",
			"The producer grants more."))
	}
	return list
}
