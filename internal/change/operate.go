package change

import (
	"context"

	"github.com/muniment/muniment/internal/store"
)

// Operate is Do for a change of the producer's operators. The rule reads without the scope of the viewer, because what
// any account has counts.
func (p *Pipeline) Operate(ctx context.Context, r Request, rule Rule) (Outcome, error) {
	return p.ofProducer(ctx, r, Operate, rule)
}

// Support is Operate for a change that the producer's support agents may make, too.
func (p *Pipeline) Support(ctx context.Context, r Request, rule Rule) (Outcome, error) {
	return p.ofProducer(ctx, r, Support, rule)
}

func (p *Pipeline) ofProducer(ctx context.Context, r Request, right Right, rule Rule) (Outcome, error) {
	r.Needs = Needs{Right: right}
	return p.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *Record) error {
		return rule(store.Unscoped(ctx), tx, done)
	})
}
