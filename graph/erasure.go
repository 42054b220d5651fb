package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
)

func (s *contract) erasureSubject() subject {
	return subject{
		objects:   []*plan.Object{payloadObject("EraseUserPayload", plan.Fields{"user": changed(0)})},
		mutations: plan.Fields{"eraseUser": plan.Action(s.eraseUser)},
	}
}

func (s *contract) eraseUser(c *plan.Call) (any, error) {
	in := plan.Arg[model.EraseUserInput](c, "input")
	outcome, err := s.members.EraseUser(c.Context,
		request("eraseUser", in, in.IdempotencyKey, in.DryRun, in.Reason), in.User)
	return toPayload(outcome, err, nil)
}
