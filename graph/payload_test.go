package graph

import (
	"testing"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
)

func TestAPayloadTellsWhatBecameOfTheChange(t *testing.T) {
	for name, c := range map[string]struct {
		outcome change.Outcome
		err     error
		want    plan.Ending
	}{
		"made":      {change.Outcome{}, nil, plan.Made},
		"replayed":  {change.Outcome{Replayed: true}, nil, plan.Made},
		"a dry run": {change.Outcome{DryRun: true}, nil, plan.Tried},
		"refused":   {change.Outcome{}, fault.New(fault.BadInput, "", "It is wrong.", "Mend it."), plan.Refused},
		"a refused dry run": {
			change.Outcome{DryRun: true}, fault.New(fault.BadInput, "", "It is wrong.", "Mend it."), plan.Refused},
	} {
		p, err := toPayload(c.outcome, c.err, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := p.(plan.Change).Ending(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
