package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
)

func (s *contract) serviceLinkSubject() subject {
	return subject{
		objects: []*plan.Object{{Name: "ServiceLink", Value: (*model.ServiceLink)(nil)}},
		queries: plan.Fields{"serviceLinks": plan.Value(func(c *plan.Call, r plan.Row) (any, error) {
			if _, err := signedIn(c, r); err != nil {
				return nil, err
			}
			links := make([]*model.ServiceLink, len(s.links))
			for i := range s.links {
				links[i] = &s.links[i]
			}
			return links, nil
		})},
	}
}
