package plan

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lineage says that a line follows another one. It is kept until all lines exist.
type lineage struct {
	line, from         stage.Ref
	activation, fromID string
	reason             vocabulary.LineageReason
	on                 any
	quantity           any
}

func (p *Planner) noteLineage(l *stage.LineItem) {
	if l.From.Reason == "" {
		return
	}
	x := lineage{line: l.Ref, from: l.From.Line, activation: l.ID, fromID: l.From.ActivationID, reason: l.From.Reason,
		on: maybeDay(l.Periods[0].FirstDay)}
	if l.Periods[0].CreatedAt.Valid {
		x.on = int64(*dayAt(int64(l.Periods[0].CreatedAt.V)))
	}
	if moved := x.reason == vocabulary.LineageReasonSplit || x.reason == vocabulary.LineageReasonTransfer; moved &&
		l.Periods[0].Quantity.Valid {
		if n, ok := multiply(l.Periods[0].Quantity.V, p.units[catalog.CodeIn(l.Unit, l.Currency)].scale); ok {
			x.quantity = n
		}
	}
	p.lineage = append(p.lineage, x)
}

// walkLineage records on both lines where a line came from. An existing step is not changed, because it describes a
// past event.
func (p *Planner) walkLineage(ctx context.Context, executor Executor) error {
	all := p.lineage
	p.lineage = nil
	slices.SortFunc(all, func(a, b lineage) int { return int(a.line - b.line) })
	for len(all) > 0 {
		n := min(len(all), max(1, executor.Size()))
		some := all[:n]
		all = all[n:]
		err := executor.Do(ctx, &Chunk{planner: p, subject: &subject{kind: "lineage"},
			custom: func(ctx context.Context, q Reader, changes *Changes) error {
				return p.judgeLineage(ctx, q, some, changes)
			}})
		if err != nil {
			return fmt.Errorf("lineage: %w", err)
		}
	}
	return nil
}

type stepKey struct {
	line      gid.ID
	direction string
	reason    string
	label     string
}

func (p *Planner) judgeLineage(ctx context.Context, q Reader, some []lineage, changes *Changes) error {
	var names []name
	var lines []gid.ID
	for _, x := range some {
		names = append(names, name{KindActivation, x.activation}, name{KindActivation, x.fromID})
		lines = append(lines, at(p.lines, x.line), at(p.lines, x.from))
	}
	// This run has written the lines, even if none existed at its beginning.
	fresh := p.fresh[KindActivation]
	p.fresh[KindActivation] = false
	known, err := p.externals(ctx, q, names)
	p.fresh[KindActivation] = fresh
	if err != nil {
		return err
	}
	exists := map[stepKey]bool{}
	err = each(ctx, q, func(v []any) error {
		direction, _ := plain(v[1]).(string)
		reason, _ := plain(v[2]).(string)
		label, _ := plain(v[3]).(string)
		exists[stepKey{idOf(v[0]), direction, reason, label}] = true
		return nil
	}, "SELECT line_item_id, direction, reason, counterpart_label FROM lineage_steps WHERE "+
		p.store.In("line_item_id"), p.store.Set(lines))
	if err != nil {
		return fmt.Errorf("read the lineage: %w", err)
	}
	for _, x := range some {
		line, from := at(p.lines, x.line), at(p.lines, x.from)
		v := verdict{kind: "lineage", key: Join(x.activation, x.fromID), action: Unchanged, n: 1}
		if line == 0 {
			v.action, v.exception = Skipped, newException("lineage", v.key, 0, Skipped, DependsOnSkipped)
			changes.verdicts = append(changes.verdicts, v)
			continue
		}
		step := func(own, other gid.ID, ownID, otherID string, direction vocabulary.LineageDirection) {
			k := stepKey{own, string(direction), string(x.reason), otherID}
			if exists[k] {
				return
			}
			exists[k] = true
			v.action = Create
			changes.insert(p.tables.steps.row(int64(known[name{KindActivation, ownID}].account), int64(own),
				maybeID(known[name{KindActivation, ownID}].record), maybeID(other), otherID, string(direction),
				string(x.reason),
				x.on, x.quantity))
		}
		// In a dry run the lines do not exist; their steps are only counted.
		step(line, from, x.activation, x.fromID, vocabulary.LineageDirectionFrom)
		if from != 0 {
			step(from, line, x.fromID, x.activation, vocabulary.LineageDirectionTo)
		}
		changes.verdicts = append(changes.verdicts, v)
	}
	return nil
}
