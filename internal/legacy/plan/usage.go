package plan

import (
	"context"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (p *Planner) walkMeters(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "meters", typ: gid.Meter, main: t.meter}
	return stream(ctx, p.gather(s, executor), p.stage.Meters, func(m stage.Meter) *record {
		line, counted := at(p.productLines, m.ProductLine), p.units[catalog.CodeIn(m.Unit, m.Currency)]
		put(&p.meterLines, m.Ref, line)
		r := &record{ref: m.Ref, key: name{KindMeter,
			Join(m.ProductLineName, m.Code, catalog.CodeIn(m.Unit, m.Currency))}, source: int64(m.Digest),
			into: &p.meters,
			natural: &natural{[]string{"product_line_id", "code", "unit_id"},
				[]any{int64(line), m.Code, int64(counted.id)}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				return aggregate{main: t.meter.row(int64(id), int64(line), int64(counted.id), m.Code, m.Name,
					string(vocabulary.ResetIntervalMonth))}, ""
			}}
		if line == 0 {
			r.skip = DependsOnSkipped
		}
		return r
	})
}

func (p *Planner) walkUsage(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "usage", typ: gid.UsageRecord, main: t.usage}
	return stream(ctx, p.gather(s, executor), p.stage.Usage, func(u stage.Usage) *record {
		account, meter, line := at(p.accounts, u.Account), at(p.meters, u.Meter), at(p.meterLines, u.Meter)
		r := &record{ref: u.Ref,
			key:    name{KindUsage, Join(u.AccountID, u.ProductLineName, u.MeterCode, u.FirstDay.String())},
			source: int64(u.Digest), owner: account, line: line, homed: true, newHome: true,
			locality: account.Locality(),
			natural: &natural{[]string{"account_id", "meter_id", "starts_on", "opening"},
				[]any{int64(account), int64(meter), int64(u.FirstDay), true}},
			build: func(id gid.ID, _ idOfPart, changes *Changes) (aggregate, Reason) {
				return aggregate{main: t.usage.row(int64(id), int64(account), int64(meter), int64(u.FirstDay),
					int64(u.LastDay),
					true, u.Entitled, u.UsedNumerator, u.OverNumerator, u.Denominator, int64(changes.now))}, ""
			}}
		if account == 0 || meter == 0 {
			r.skip = DependsOnSkipped
		}
		return r
	})
}
