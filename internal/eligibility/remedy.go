package eligibility

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// byProducer returns a remedy by a change that only the producer makes.
func byProducer(kind vocabulary.EligibilityRemedyKind, mutation, sentence string) *Remedy {
	return &Remedy{Kind: kind, By: vocabulary.EligibilityActorProducer, Mutation: mutation, Sentence: sentence}
}

// ordered returns a remedy by a change of the producer that a renewals manager of the customer orders.
func ordered(kind vocabulary.EligibilityRemedyKind, mutation, sentence string) *Remedy {
	r := byProducer(kind, mutation, sentence)
	role := vocabulary.RoleRenewalsManager
	r.Role = &role
	return r
}

// bought is ordered for the line: the partner through whom it was sold orders what is bought for it.
func (j *judgement) bought(kind vocabulary.EligibilityRemedyKind, mutation, sentence string) *Remedy {
	r := ordered(kind, mutation, sentence)
	if j.right.Partner != 0 {
		r.By, r.Role, r.Sentence = vocabulary.EligibilityActorPartner, nil, "The partner orders it. "+r.Sentence
	}
	return r
}

// byCustomer returns a remedy by somebody at the customer with a role.
func byCustomer(kind vocabulary.EligibilityRemedyKind, role vocabulary.Role, mutation, sentence string) *Remedy {
	return &Remedy{Kind: kind, By: vocabulary.EligibilityActorCustomer, Mutation: mutation, Sentence: sentence,
		Role: &role}
}

// wait returns the remedy that the reason is gone on a day.
func wait(on day.Day) *Remedy {
	return &Remedy{Kind: vocabulary.EligibilityRemedyKindWait, By: vocabulary.EligibilityActorNobody, On: &on,
		Sentence: "Wait until " + on.InWords() + "."}
}

// inDays tells in words from which to which day something holds.
func inDays(from, to *day.Day) string {
	switch {
	case from != nil && to != nil && *from == *to:
		return " on " + from.InWords()
	case from != nil && to != nil:
		return " from " + from.InWords() + " to " + to.InWords()
	case from != nil:
		return " from " + from.InWords() + " on"
	case to != nil:
		return " until " + to.InWords()
	}
	return ""
}
