package graph

import "github.com/muniment/muniment/graph/plan"

// coverageChangeSubject declares the mutations of coverages.
func (s *contract) coverageChangeSubject() subject {
	return subject{mutations: plan.Fields{}}
}
