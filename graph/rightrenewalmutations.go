package graph

import (
	"strings"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

// rightRenewalSubject declares the mutations that renew rights.
func (s *contract) rightRenewalSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "RenewedLine", Value: (*renewedLine)(nil), Fields: plan.Fields{
				"lineItem": ofRenewed(func(l *renewedLine) gid.ID { return l.lineItem }),
				"period":   ofRenewed(func(l *renewedLine) gid.ID { return l.period }),
				"coverage": ofRenewed(func(l *renewedLine) gid.ID { return l.coverage }),
			}},
			payloadObject("RenewLineItemsPayload", plan.Fields{"results": plan.Plain(renewedLines)}),
			payloadObject("ConvertTrialPayload", plan.Fields{"period": changed(0), "lineItem": changed(1),
				"coverage": changed(2)}),
		},
		mutations: plan.Fields{
			"renewLineItems": plan.Action(s.renewLineItems),
			"convertTrial":   plan.Action(s.convertTrial),
		},
	}
}

// renewedLine is what renewLineItems did to one line item. An id is 0 if there is no object.
type renewedLine struct {
	lineItem, period, coverage gid.ID
	Errors                     []*model.UserError
}

// ofRenewed is a field whose object a line names.
func ofRenewed(id func(*renewedLine) gid.ID) *plan.Field {
	return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return id(r.Value().(*renewedLine)) })
}

// renewedLines returns what was done to the line items of an outcome, which has three ids for each: the line item, the
// period and the coverage.
func renewedLines(_ *plan.Call, r plan.Row) any {
	outcome := &r.Value().(*payload).outcome
	out := make([]*renewedLine, len(outcome.IDs)/3)
	for i := range out {
		out[i] = &renewedLine{outcome.IDs[3*i], outcome.IDs[3*i+1], outcome.IDs[3*i+2], []*model.UserError{}}
		if outcome.DryRun {
			out[i].period, out[i].coverage = 0, 0
		}
	}
	for _, refused := range outcome.Refused {
		line := out[refused.Index]
		line.Errors = append(line.Errors, userError(refused.Refusal))
		if refused.Refusal.Code == fault.NotFound && strings.HasSuffix(refused.Refusal.Field, ".lineItem") {
			line.lineItem = 0
		}
	}
	return out
}

func (s *contract) renewLineItems(c *plan.Call) (any, error) {
	in := plan.Arg[model.RenewLineItemsInput](c, "input")
	renewals := entitlement.Renewals{Mode: orEmpty(in.Mode)}
	for _, l := range in.Lines {
		renewals.Lines = append(renewals.Lines, entitlement.Renewal{LineItem: l.LineItem, PartNumber: l.PartNumber,
			Quantity: l.Quantity, Pieces: l.Pieces, Unlimited: l.Unlimited, StartsOn: l.StartsOn, EndsOn: l.EndsOn,
			Purchase: purchase(l.OrderNumber, l.OrderLine, l.Price, l.Instalments), Again: orFalse(l.Again)})
	}
	outcome, err := s.renewing.Renew(c.Context,
		request("renewLineItems", in, in.IdempotencyKey, in.DryRun, in.Reason), renewals)
	return toPayload(outcome, err, nil)
}

func (s *contract) convertTrial(c *plan.Call) (any, error) {
	in := plan.Arg[model.ConvertTrialInput](c, "input")
	outcome, err := s.renewing.Convert(c.Context,
		request("convertTrial", in, in.IdempotencyKey, in.DryRun, in.Reason), entitlement.Renewal{
			LineItem: in.LineItem, PartNumber: &in.PartNumber, Quantity: in.Quantity, Pieces: in.Pieces,
			Unlimited: in.Unlimited, StartsOn: in.StartsOn, EndsOn: in.EndsOn,
			Purchase: purchase(in.OrderNumber, in.OrderLine, in.Price, in.Instalments)})
	return toPayload(outcome, err, nil)
}
