package entitlement

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// FactsIn returns the facts of lines in the transaction of a change, without what replaced them. It runs two
// statements, and one more if there are decisions.
func FactsIn(ctx context.Context, tx store.Tx, lines []*ent.LineItem) (map[gid.ID]*Facts, error) {
	of := make(map[gid.ID]*Facts, len(lines))
	if len(lines) == 0 {
		return of, nil
	}
	periods, err := periodFacts(ctx, tx, lines)
	if err != nil {
		return nil, err
	}
	var subjects []gid.ID
	for _, line := range lines {
		subjects = append(subjects, line.ID, line.EntitlementID)
	}
	decisions, err := DecisionsAbout(ctx, tx, subjects...)
	if err != nil {
		return nil, err
	}
	for _, line := range lines {
		of[line.ID] = &Facts{Header: decisions[line.EntitlementID], Line: decisions[line.ID], Periods: periods[line.ID]}
	}
	return of, nil
}
