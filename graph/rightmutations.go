package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// rightChangeSubject declares the mutations of issued rights.
func (s *contract) rightChangeSubject() subject {
	ofLine := func(name string) *plan.Object {
		return payloadObject(name, plan.Fields{"period": changed(0), "lineItem": changed(1)})
	}
	bulk := func(name string) *plan.Object {
		return payloadObject(name, plan.Fields{"results": plan.Plain(lineItemResults)})
	}
	return subject{
		objects: []*plan.Object{
			ofLine("AmendLineItemPayload"), ofLine("CorrectPeriodPayload"), ofLine("VoidPeriodPayload"),
			bulk("HoldLineItemsPayload"), bulk("GrantGracePayload"), bulk("SuspendLineItemsPayload"),
			bulk("CancelRenewalsPayload"),
			lineItemResultObject(),
			payloadObject("WithdrawEntitlementPayload", plan.Fields{"entitlement": changed(0), "decision": changed(1)}),
			payloadObject("ReleaseDecisionPayload", plan.Fields{"decision": changed(0)}),
			payloadObject("ReplaceActivationIdPayload", plan.Fields{"lineItem": changed(0)}),
		},
		mutations: plan.Fields{
			"amendLineItem":       plan.Action(s.amendLineItem),
			"correctPeriod":       plan.Action(s.correctPeriod),
			"voidPeriod":          plan.Action(s.voidPeriod),
			"holdLineItems":       plan.Action(s.holdLineItems),
			"grantGrace":          plan.Action(s.grantGrace),
			"suspendLineItems":    plan.Action(s.suspendLineItems),
			"cancelRenewals":      plan.Action(s.cancelRenewals),
			"withdrawEntitlement": plan.Action(s.withdrawEntitlement),
			"releaseDecision":     plan.Action(s.releaseDecision),
			"replaceActivationId": plan.Action(s.replaceActivationID),
		},
	}
}

func (s *contract) amendLineItem(c *plan.Call) (any, error) {
	in := plan.Arg[model.AmendLineItemInput](c, "input")
	outcome, err := s.rights.Amend(c.Context,
		request("amendLineItem", in, in.IdempotencyKey, in.DryRun, in.Reason), entitlement.Amendment{
			LineItem: in.LineItem, StartsOn: in.StartsOn, EndsOn: in.EndsOn, After: in.After,
			Grant:    entitlement.Grant{Quantity: in.Quantity, Unlimited: in.Unlimited, Overdraft: in.Overdraft},
			Purchase: purchase(in.OrderNumber, in.OrderLine, in.Price, in.Instalments)})
	return toPayload(outcome, err, nil)
}

func (s *contract) correctPeriod(c *plan.Call) (any, error) {
	in := plan.Arg[model.CorrectPeriodInput](c, "input")
	outcome, err := s.rights.Correct(c.Context,
		request("correctPeriod", in, in.IdempotencyKey, in.DryRun, in.Reason), entitlement.Correction{
			Period: in.Period, StartsOn: in.StartsOn, EndsOn: in.EndsOn, Perpetual: in.Perpetual,
			Grant:    entitlement.Grant{Quantity: in.Quantity, Unlimited: in.Unlimited, Overdraft: in.Overdraft},
			Purchase: purchase(in.OrderNumber, in.OrderLine, in.Price, in.Instalments)})
	return toPayload(outcome, err, nil)
}

func purchase(number, line *string, price *model.MoneyInput, paid []*model.InstalmentInput) entitlement.Purchase {
	p := entitlement.Purchase{OrderNumber: number, OrderLine: line, Instalments: instalments(paid)}
	if price != nil {
		p.Price = &entitlement.Price{Amount: price.Amount, Currency: price.Currency}
	}
	return p
}

// instalments returns those of an input; nil if it says nothing.
func instalments(in []*model.InstalmentInput) []entitlement.Instalment {
	if in == nil {
		return nil
	}
	list := make([]entitlement.Instalment, len(in))
	for i, one := range in {
		list[i] = entitlement.Instalment{DueOn: one.DueOn, Amount: one.Amount}
	}
	return list
}

func (s *contract) voidPeriod(c *plan.Call) (any, error) {
	in := plan.Arg[model.VoidPeriodInput](c, "input")
	outcome, err := s.rights.Void(c.Context,
		request("voidPeriod", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Period)
	return toPayload(outcome, err, nil)
}

func (s *contract) holdLineItems(c *plan.Call) (any, error) {
	in := plan.Arg[model.HoldLineItemsInput](c, "input")
	outcome, err := s.rights.Hold(c.Context, request("holdLineItems", in, in.IdempotencyKey, in.DryRun, in.Reason),
		linesDecision(in.LineItems, in.From, in.Until, in.Mode))
	return toPayload(outcome, err, nil)
}

func (s *contract) suspendLineItems(c *plan.Call) (any, error) {
	in := plan.Arg[model.SuspendLineItemsInput](c, "input")
	outcome, err := s.rights.Suspend(c.Context,
		request("suspendLineItems", in, in.IdempotencyKey, in.DryRun, in.Reason),
		linesDecision(in.LineItems, in.From, in.Until, in.Mode))
	return toPayload(outcome, err, nil)
}

func (s *contract) grantGrace(c *plan.Call) (any, error) {
	in := plan.Arg[model.GrantGraceInput](c, "input")
	outcome, err := s.rights.GrantGrace(c.Context,
		request("grantGrace", in, in.IdempotencyKey, in.DryRun, in.Reason), in.LineItems, in.Until, orEmpty(in.Mode))
	return toPayload(outcome, err, nil)
}

func (s *contract) cancelRenewals(c *plan.Call) (any, error) {
	in := plan.Arg[model.CancelRenewalsInput](c, "input")
	outcome, err := s.rights.CancelRenewals(c.Context,
		request("cancelRenewals", in, in.IdempotencyKey, in.DryRun, in.Reason),
		entitlement.Cancellation{Lines: in.LineItems, Mode: orEmpty(in.Mode)})
	return toPayload(outcome, err, nil)
}

func linesDecision(lines []gid.ID, first, last *day.Day, mode *vocabulary.BulkMode) entitlement.LinesDecision {
	return entitlement.LinesDecision{Lines: lines, First: first, Last: last, Mode: orEmpty(mode)}
}

// lineItemResult is what a change of many line items did to one of them.
type lineItemResult struct {
	line, decision gid.ID
	Error          *model.UserError
}

func lineItemResultObject() *plan.Object {
	return &plan.Object{Name: "LineItemResult", Value: (*lineItemResult)(nil), Fields: plan.Fields{
		"lineItem": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*lineItemResult).line }),
		"decision": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*lineItemResult).decision }),
	}}
}

// lineItemResults returns the results for the line items of an outcome, which has two ids for each: the line item and
// the decision.
func lineItemResults(_ *plan.Call, r plan.Row) any {
	outcome := &r.Value().(*payload).outcome
	out := make([]*lineItemResult, len(outcome.IDs)/2)
	for i := range out {
		out[i] = &lineItemResult{line: outcome.IDs[2*i], decision: outcome.IDs[2*i+1]}
		if outcome.DryRun {
			out[i].decision = 0
		}
	}
	for _, refused := range outcome.Refused {
		result := out[refused.Index]
		result.Error = userError(refused.Refusal)
		if refused.Refusal.Code == fault.NotFound {
			result.line = 0
		}
	}
	return out
}

func (s *contract) withdrawEntitlement(c *plan.Call) (any, error) {
	in := plan.Arg[model.WithdrawEntitlementInput](c, "input")
	outcome, err := s.rights.Withdraw(c.Context,
		request("withdrawEntitlement", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Entitlement, in.From,
		orFalse(in.AcceptLive))
	return toPayload(outcome, err, nil)
}

func (s *contract) releaseDecision(c *plan.Call) (any, error) {
	in := plan.Arg[model.ReleaseDecisionInput](c, "input")
	outcome, err := s.rights.Release(c.Context,
		request("releaseDecision", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Decision, in.LastDay)
	return toPayload(outcome, err, nil)
}

func (s *contract) replaceActivationID(c *plan.Call) (any, error) {
	in := plan.Arg[model.ReplaceActivationIDInput](c, "input")
	outcome, err := s.rights.ReplaceActivationID(c.Context,
		request("replaceActivationId", in, in.IdempotencyKey, in.DryRun, in.Reason), in.LineItem, in.ActivationID)
	return toPayload(outcome, err, nil)
}
