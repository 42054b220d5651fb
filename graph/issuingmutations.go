package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/issuing"
	"github.com/muniment/muniment/internal/vocabulary"
)

// issuingSubject declares the mutations by which orders become rights.
func (s *contract) issuingSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "IssuedLine", Value: (*issuedLine)(nil), Fields: plan.Fields{
				"lineItem": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*issuedLine).lineItem }),
			}},
			payloadObject("IssueEntitlementPayload", plan.Fields{"entitlement": changed(0),
				"lines": plan.Plain(issuedLines)}),
			payloadObject("DeployEntitlementPayload", plan.Fields{"entitlement": changed(0)}),
			payloadObject("SendActivationIdsPayload", plan.Fields{"entitlement": changed(0)}),
		},
		mutations: plan.Fields{
			"issueEntitlement":  plan.Action(s.issueEntitlement),
			"deployEntitlement": plan.Action(s.deployEntitlement),
			"sendActivationIds": plan.Action(s.sendActivationIDs),
		},
	}
}

// issuedLine is what a line of an order became; lineItem is 0 if it is not there any more.
type issuedLine struct {
	Index    int
	lineItem gid.ID
}

// issuedLines returns what the lines of an order became: the changed objects after the entitlement.
func issuedLines(_ *plan.Call, r plan.Row) any {
	lines := []*issuedLine{}
	for i, id := range changedIDs(r) {
		if i > 0 {
			lines = append(lines, &issuedLine{i - 1, id})
		}
	}
	return lines
}

func (s *contract) issueEntitlement(c *plan.Call) (any, error) {
	in := plan.Arg[model.IssueEntitlementInput](c, "input")
	outcome, err := s.issuing.Issue(c.Context,
		request("issueEntitlement", in, in.IdempotencyKey, in.DryRun, in.Reason), orderOf(in),
		orDefault(in.Language, vocabulary.LanguageEN))
	return toPayload(outcome, err, nil)
}

func orderOf(in model.IssueEntitlementInput) issuing.Order {
	o := issuing.Order{Account: in.Account, Number: orEmpty(in.Number), Description: orEmpty(in.Description),
		ChannelPartner: orNone(in.ChannelPartner), ShipTo: orEmpty(in.ShipToEmail),
		Reference: orEmpty(in.OrderReference), State: orDefault(in.State, vocabulary.IssueStateLive),
		OnDifference: orDefault(in.OnDifference, vocabulary.OrderDifferenceReport), AmendsFrom: in.AmendsFrom}
	o.Source, o.Credits = orderName(in.Source), orderName(in.Credits)
	for _, l := range in.Lines {
		line := issuing.Line{PartNumber: l.PartNumber, Pieces: orDefault(l.Pieces, 1), StartsOn: l.StartsOn,
			EndsOn: l.EndsOn, StartsLatestOn: l.StartsLatestOn, Name: orEmpty(l.OrderLine),
			ActivationID: orEmpty(l.ActivationID), Instalments: instalments(l.Instalments)}
		if l.Price != nil {
			line.Price = &issuing.Price{Amount: l.Price.Amount, Currency: l.Price.Currency}
		}
		o.Lines = append(o.Lines, line)
	}
	return o
}

func orderName(in *model.OrderSourceInput) *issuing.Source {
	if in == nil {
		return nil
	}
	return &issuing.Source{System: orNone(in.System), Name: in.ExternalID}
}

func (s *contract) deployEntitlement(c *plan.Call) (any, error) {
	in := plan.Arg[model.DeployEntitlementInput](c, "input")
	outcome, err := s.issuing.Deploy(c.Context,
		request("deployEntitlement", in, in.IdempotencyKey, in.DryRun, in.Reason), issuing.Deployment{
			Entitlement: in.Entitlement, StartsOn: in.StartsOn,
			Language: orDefault(in.Language, vocabulary.LanguageEN)})
	return toPayload(outcome, err, nil)
}

func (s *contract) sendActivationIDs(c *plan.Call) (any, error) {
	in := plan.Arg[model.SendActivationIdsInput](c, "input")
	outcome, err := s.issuing.SendActivationIDs(c.Context,
		request("sendActivationIds", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Entitlement, orEmpty(in.To),
		orDefault(in.Language, vocabulary.LanguageEN))
	return toPayload(outcome, err, nil)
}
