package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (s *contract) producerSubject() subject {
	user := func(name string) *plan.Object { return payloadObject(name, plan.Fields{"user": changed(0)}) }
	return subject{
		objects: []*plan.Object{user("AddUserPayload"), user("ChangeUserPayload"), user("ChangeUserEmailPayload"),
			user("ChangeProducerRolePayload"),
			user("DeactivateUserPayload"), user("ReactivateUserPayload")},
		queries: plan.Fields{
			"producerUsers": plan.Page(plan.List{Order: account.UsersByName, Allow: requireOperator,
				Filter: producerUsers}),
			"producerApiKeys": plan.Page(plan.List{Order: access.KeysNewest, Allow: requireOperator,
				Filter: producerAPIKeys}),
		},
		mutations: plan.Fields{
			"addUser":            plan.Action(s.addUser),
			"changeUser":         plan.Action(s.changeUser),
			"changeUserEmail":    plan.Action(s.changeUserEmail),
			"changeProducerRole": plan.Action(s.changeProducerRole),
			"deactivateUser":     plan.Action(s.deactivateUser),
			"reactivateUser":     plan.Action(s.reactivateUser),
		},
	}
}

func producerUsers(*plan.Call) (page.Where, any, error) {
	return func(q *page.Query) { account.OfProducer(q.Selector) }, "producer", nil
}

func producerAPIKeys(*plan.Call) (page.Where, any, error) {
	return func(q *page.Query) { access.OfProducer(q.Selector) }, "producer", nil
}

// requireOperator returns FORBIDDEN unless the viewer is an operator of the producer.
func requireOperator(v *viewer.Viewer) error {
	if v == nil || !v.SeesEverything() || v.Producer != vocabulary.ProducerRoleOperator {
		return fault.New(change.Forbidden, "", "Only the producer's operators may see this.", "Ask the producer.")
	}
	return nil
}

func (s *contract) addUser(c *plan.Call) (any, error) {
	in := plan.Arg[model.AddUserInput](c, "input")
	outcome, err := s.access.AddUser(c.Context,
		request("addUser", in, in.IdempotencyKey, in.DryRun, in.Reason), access.NewUser{
			UserName: in.UserName, Email: orEmpty(in.Email), FirstName: orEmpty(in.FirstName),
			LastName: orEmpty(in.LastName), DisplayName: orEmpty(in.DisplayName),
			Language: orEmpty(in.NotificationLanguage), Producer: orEmpty(in.ProducerRole)})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeUser(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeUserInput](c, "input")
	outcome, err := s.members.ChangeUser(c.Context,
		request("changeUser", in, in.IdempotencyKey, in.DryRun, in.Reason), in.User, account.ChangedNames{
			FirstName: givenText(in.FirstName), LastName: givenText(in.LastName),
			DisplayName: givenText(in.DisplayName), Phone: givenText(in.Phone)})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeUserEmail(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeUserEmailInput](c, "input")
	outcome, err := s.members.ChangeUserEmail(c.Context,
		request("changeUserEmail", in, in.IdempotencyKey, in.DryRun, in.Reason),
		in.User, orEmpty(in.Email))
	return toPayload(outcome, err, nil)
}

func (s *contract) changeProducerRole(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeProducerRoleInput](c, "input")
	outcome, err := s.members.ChangeProducerRole(c.Context,
		request("changeProducerRole", in, in.IdempotencyKey, in.DryRun, in.Reason),
		in.User, orEmpty(in.Role))
	return toPayload(outcome, err, nil)
}

func (s *contract) deactivateUser(c *plan.Call) (any, error) {
	in := plan.Arg[model.DeactivateUserInput](c, "input")
	outcome, err := s.members.DeactivateUser(c.Context,
		request("deactivateUser", in, in.IdempotencyKey, in.DryRun, in.Reason), in.User)
	return toPayload(outcome, err, nil)
}

func (s *contract) reactivateUser(c *plan.Call) (any, error) {
	in := plan.Arg[model.ReactivateUserInput](c, "input")
	outcome, err := s.members.ReactivateUser(c.Context,
		request("reactivateUser", in, in.IdempotencyKey, in.DryRun, in.Reason), in.User)
	return toPayload(outcome, err, nil)
}
