package graph

import "github.com/muniment/muniment/graph/plan"

// rightChangeSubject declares the mutations of issued rights.
func (s *contract) rightChangeSubject() subject {
	return subject{mutations: plan.Fields{}}
}
