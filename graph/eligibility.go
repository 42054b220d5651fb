package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/explain"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// mostOfEligibility is how many statements an answer takes, unless part numbers have many successors.
const mostOfEligibility = 20

func eligibilitySubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "Eligibility", Value: (*explain.Answer)(nil), Fields: plan.Fields{
				"lineItems": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return r.Value().(*explain.Answer).Lines
				}),
			}},
			{Name: "EligibleLineItem", Value: (*explain.Line)(nil), Fields: plan.Fields{
				"lineItem": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID {
					return r.Value().(*explain.Line).LineItem
				}),
			}},
			{Name: "EligibilityReason", Value: (*eligibility.Reason)(nil), Fields: plan.Fields{
				"lineItem":     reasonOf(func(r *eligibility.Reason) gid.ID { return r.Line }),
				"decision":     reasonOf(func(r *eligibility.Reason) gid.ID { return r.Decision }),
				"period":       reasonOf(func(r *eligibility.Reason) gid.ID { return r.Period }),
				"coverageItem": reasonOf(func(r *eligibility.Reason) gid.ID { return r.CoverageItem }),
				"successor":    reasonOf(func(r *eligibility.Reason) gid.ID { return r.Successor }),
				"partner":      reasonOf(func(r *eligibility.Reason) gid.ID { return r.Partner }),
			}},
			{Name: "EligibilityRemedy", Value: (*eligibility.Remedy)(nil), Fields: plan.Fields{
				"mutation": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return orNull(r.Value().(*eligibility.Remedy).Mutation)
				}),
				"decisions": plan.Keys(func(_ *plan.Call, r plan.Row) ([]gid.ID, error) {
					return r.Value().(*eligibility.Remedy).Decisions, nil
				}),
			}},
			{Name: "EligibilityPerson", Value: (*eligibility.Person)(nil), Fields: plan.Fields{
				"roles": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return r.Value().(*eligibility.Person).Roles.List()
				}),
				"user": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*eligibility.Person).User }),
			}},
		},
		queries: plan.Fields{"eligibility": plan.Value(answerEligibility).Running(mostOfEligibility)},
	}
}

func reasonOf(id func(*eligibility.Reason) gid.ID) *plan.Field {
	return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return id(r.Value().(*eligibility.Reason)) })
}

func answerEligibility(c *plan.Call, r plan.Row) (any, error) {
	who, err := signedIn(c, r)
	if err != nil || who == nil {
		return nil, err
	}
	answer, err := explain.Eligibility(c, c.View, c.Viewer, explain.Question{Subject: plan.Arg[gid.ID](c, "subject"),
		Product: plan.Arg[*gid.ID](c, "product"), Action: plan.Arg[vocabulary.EligibilityAction](c, "action"),
		On: c.On(), Today: c.Today})
	if err != nil {
		return nil, err
	}
	return answer, nil
}
