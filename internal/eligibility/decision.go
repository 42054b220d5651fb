package eligibility

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Stops reports whether a decision of a kind refuses an action. A hold and a suspension stop new activations, downloads
// and support, but a right that is held may be renewed. GRACE and RENEWAL_CANCELLED stop nothing.
func Stops(action vocabulary.EligibilityAction, kind vocabulary.Decision) bool {
	switch kind {
	case vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest:
		return true
	case vocabulary.DecisionSuspended, vocabulary.DecisionOnHold:
		return action != vocabulary.EligibilityActionRenew
	case vocabulary.DecisionGrace, vocabulary.DecisionRenewalCancelled:
	}
	return false
}

// decisions adds a reason for each decision.
func (j *judgement) decisions() {
	for _, d := range j.right.Decisions {
		j.decided(d)
	}
}

func (j *judgement) decided(d Decision) {
	j.add(&Reason{Code: vocabulary.EligibilityCode(d.Kind), Refuses: Stops(j.action, d.Kind),
		Sentence: ofDecision[d.Kind] + inDays(d.from(), d.to()) + ".", Decision: d.ID, From: d.from(), To: d.to(),
		Remedies: d.remedies()})
}

var ofDecision = map[vocabulary.Decision]string{
	vocabulary.DecisionWithdrawn: "The right is withdrawn",
	vocabulary.DecisionDraft:     "The right is still being prepared",
	vocabulary.DecisionTest:      "The right exists for tests only",
	vocabulary.DecisionSuspended: "The right is suspended",
	vocabulary.DecisionOnHold:    "The right is on hold",
}

// remedies returns what ends a decision: its last day, or its release. A draft is deployed, a test stays one, and a
// decision that voids what was recorded wrongly is not released.
func (d Decision) remedies() []*Remedy {
	var list []*Remedy
	switch {
	case d.Kind == vocabulary.DecisionTest, d.Voids:
		return nil
	default:
		list = append(list, release([]Decision{d})...)
	}
	if d.Last != day.Forever {
		list = append(list, wait(d.Last+1))
	}
	return list
}

// release returns the remedy that the producer releases decisions, or deploys a draft; nil if there are none, or if
// there is no single way to end all of them.
func release(decisions []Decision) []*Remedy {
	switch {
	case len(decisions) == 0:
		return nil
	case len(decisions) == 1 && decisions[0].Kind == vocabulary.DecisionDraft:
		return []*Remedy{byProducer(vocabulary.EligibilityRemedyKindDeploy, "deployEntitlement",
			"The producer deploys the entitlement.")}
	}
	sentence := "The producer releases the decision."
	if len(decisions) > 1 {
		sentence = "The producer releases the decisions."
	}
	remedy := byProducer(vocabulary.EligibilityRemedyKindReleaseDecision, "releaseDecision", sentence)
	for _, d := range decisions {
		if d.Voids || d.Kind == vocabulary.DecisionDraft || d.Kind == vocabulary.DecisionTest {
			return nil
		}
		remedy.Decisions = append(remedy.Decisions, d.ID)
	}
	return []*Remedy{remedy}
}

func (d Decision) from() *day.Day {
	if d.First == day.Beginning {
		return nil
	}
	return &d.First
}

func (d Decision) to() *day.Day {
	if d.Last == day.Forever {
		return nil
	}
	return &d.Last
}
