package plan

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/legacy/stage"
)

func totalOf(c stage.Counts) int64 {
	return c.ProductLines + c.LicenseModels + c.Products + c.PartNumbers + c.Users + c.Accounts + c.Memberships +
		c.Entitlements + c.LicenseServers + c.Devices + c.LineItems + c.Allocations + c.Activations + c.Coverages +
		c.Meters + c.Usage
}

// gather collects records into chunks of the size that the executor requests.
type gather struct {
	planner  *Planner
	subject  *subject
	executor Executor
	records  []*record
}

func (p *Planner) gather(s *subject, executor Executor) *gather {
	return &gather{planner: p, subject: s, executor: executor}
}

func (g *gather) add(ctx context.Context, r *record) error {
	g.records = append(g.records, r)
	weight := len(g.records)
	if weight < g.executor.Size() {
		return nil
	}
	return g.flush(ctx)
}

func (g *gather) flush(ctx context.Context) error {
	if len(g.records) == 0 {
		return nil
	}
	chunk := &Chunk{planner: g.planner, subject: g.subject, records: g.records}
	g.records = nil
	if err := g.executor.Do(ctx, chunk); err != nil {
		return fmt.Errorf("%s: %w", g.subject.kind, err)
	}
	return nil
}

// stream converts what a stage yields to records and passes them to a gather.
func stream[T any](
	ctx context.Context, g *gather, from func(context.Context, stage.Ref, func(T) error) error, record func(T) *record,
) error {
	err := prefetch(ctx, from, func(x T) error {
		r := record(x)
		if r == nil {
			return nil
		}
		return g.add(ctx, r)
	})
	if err != nil {
		return err
	}
	return g.flush(ctx)
}
