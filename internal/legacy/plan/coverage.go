package plan

import (
	"context"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// levelRanks orders the levels in the names of maintenance products; unknown levels come after them.
var levelRanks = []string{"BASIC", "BRONZE", "STANDARD", "SILVER", "GOLD", "PREMIUM", "PLATINUM", "ENTERPRISE"}

func (p *Planner) walkCoverages(ctx context.Context, executor Executor) error {
	if err := p.walkLevels(ctx, executor); err != nil {
		return err
	}
	t := p.tables
	s := &subject{kind: "coverages", typ: gid.Coverage, main: t.coverage, parts: []*table{t.coverageItem}}
	return stream(ctx, p.gather(s, executor), p.stage.Coverages, func(c stage.Coverage) *record {
		account, product := at(p.accounts, c.Account), at(p.products, c.Product)
		line := at(p.productLines, c.ProductLine)
		source := newDigestMix(c.Digest)
		source.text(c.AccountID)
		if p.hidden[c.Entitlement] {
			source.text("hidden")
		}
		r := &record{ref: c.Ref, key: name{KindMaintenance, c.ID}, source: source.sum(), into: &p.coverages,
			owner: account, line: line, homed: true, newHome: true, locality: account.Locality(),
			counted: []counted{{"coverageItems", int64(len(c.Items))}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				return p.coverage(&c, id, line), ""
			}}
		if account == 0 || product == 0 || line == 0 {
			r.skip = DependsOnSkipped
		}
		return r
	})
}

func (p *Planner) coverage(c *stage.Coverage, id, line gid.ID) aggregate {
	t := p.tables
	account := at(p.accounts, c.Account)
	next := aggregate{main: t.coverage.row(int64(id), int64(account), maybeID(at(p.entitlements, c.Entitlement)),
		maybeID(at(p.products, c.Product)), int64(line), maybeID(at(p.parts, c.PartNumber)),
		maybeID(p.levels[c.Level]), c.ID,
		string(c.Kind), maybeDay(c.FirstDay), dayOrForever(c.LastDay), c.Perpetual, !p.hidden[c.Entitlement],
		maybeText(c.Decision), c.OrderID, c.OrderLine,
		whenWritten, first(clock.Instant(p.midnight()), c.CreatedAt, c.ModifiedAt))}
	for _, item := range c.Items {
		covered := at(p.lines, item.Line)
		if covered == 0 {
			continue
		}
		key := name{"coverage_item", Join(c.ID, item.LineID)}
		next.parts = append(next.parts, t.coverageItem.row(int64(key.derive(gid.CoverageItem, id.Locality(),
			p.options.System, 0)),
			int64(account), int64(id), int64(covered), nil, nil, nil, nil))
	}
	return next
}

// walkLevels creates the coverage levels that the catalog does not have.
func (p *Planner) walkLevels(ctx context.Context, executor Executor) error {
	var missing []string
	err := p.stage.Coverages(ctx, 0, func(c stage.Coverage) error {
		if c.Level != "" && p.levels[c.Level] == 0 && !slices.Contains(missing, c.Level) {
			missing = append(missing, c.Level)
		}
		return nil
	})
	if err != nil || len(missing) == 0 {
		return err
	}
	slices.Sort(missing)
	return executor.Do(ctx, &Chunk{planner: p, subject: &subject{kind: "coverageLevels"},
		custom: func(_ context.Context, _ Reader, changes *Changes) error {
			for _, code := range missing {
				id := gid.Derive(gid.CoverageLevel, 0, "muniment", code, 0)
				rank := slices.Index(levelRanks, code)
				if rank < 0 {
					rank = len(levelRanks)
				}
				changes.insert(p.tables.level.row(int64(id), code, code[:1]+strings.ToLower(code[1:]),
					int64(10*(rank+1))))
				changes.settle = append(changes.settle, func() { p.levels[code] = id })
			}
			changes.verdicts = append(changes.verdicts, verdict{kind: "coverageLevels", action: Create,
				key: strings.Join(missing, " "), n: int64(len(missing))})
			return nil
		}})
}
