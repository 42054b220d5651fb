package plan

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (p *Planner) walkProductLines(ctx context.Context, executor Executor) error {
	s := &subject{kind: "productLines", typ: gid.ProductLine, main: p.tables.productLine}
	return stream(ctx, p.gather(s, executor), p.stage.ProductLines, func(l stage.ProductLine) *record {
		return &record{ref: l.Ref, key: name{KindProductLine, l.Name}, source: int64(l.Digest), into: &p.productLines,
			natural: &natural{[]string{"name"}, []any{l.Name}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				return aggregate{main: s.main.row(int64(id), l.Name, "", p.midnight())}, ""
			}}
	})
}

// midnight returns the beginning of today in UTC, which replaces times that the source does not have.
func (p *Planner) midnight() int64 { return int64(clock.At(p.options.Today.Time())) }

func (p *Planner) walkLicenseModels(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "licenseModels", typ: gid.LicenseModel, main: t.model, parts: []*table{t.modelVersion}}
	return stream(ctx, p.gather(s, executor), p.stage.LicenseModels, func(m stage.LicenseModel) *record {
		key := name{KindLicenseModel, m.Name}
		version := name{"license_model_version", Join(m.Name, "1")}
		for len(p.modelUnits) <= int(m.Ref) {
			p.modelUnits = append(p.modelUnits, "")
		}
		p.modelUnits[m.Ref] = m.Unit
		return &record{ref: m.Ref, key: key, source: int64(m.Digest), into: &p.models,
			natural: &natural{[]string{"name"}, []any{m.Name}},
			build: func(id gid.ID, ids idOfPart, changes *Changes) (aggregate, Reason) {
				offline := m.Activation == vocabulary.ActivationModelNodeLocked ||
					m.Activation == vocabulary.ActivationModelFloating
				first := ids(version, gid.LicenseModelVersion)
				return aggregate{
					main: t.model.row(int64(id), m.Name, m.Technology, string(m.Activation), m.Metered),
					parts: []row{t.modelVersion.row(int64(first), int64(id), int64(1), int64(0), nil, int64(0), true,
						nil,
						offline, nil)},
				}, ""
			}}
	})
}

// readVersions reads the first version of every license model, the only one that a source knows.
func (p *Planner) readVersions(ctx context.Context) error {
	first := map[gid.ID]gid.ID{}
	err := each(ctx, Outside(p.store), func(v []any) error {
		first[idOf(v[1])] = idOf(v[0])
		return nil
	}, "SELECT id, license_model_id FROM license_model_versions WHERE number = 1")
	if err != nil {
		return fmt.Errorf("read the versions of license models: %w", err)
	}
	for ref, model := range p.models {
		put(&p.versions, stage.Ref(ref), first[model])
	}
	return nil
}

func (p *Planner) walkProducts(ctx context.Context, executor Executor) error {
	if err := p.readVersions(ctx); err != nil {
		return err
	}
	members := map[stage.Ref][]stage.SuiteMember{}
	err := p.stage.SuiteMembers(ctx, 0, func(m stage.SuiteMember) error {
		members[m.Suite] = append(members[m.Suite], m)
		return nil
	})
	if err != nil {
		return err
	}
	// Products before the suites that contain them.
	for _, suites := range []bool{false, true} {
		if err := p.walkProductsOf(ctx, executor, members, suites); err != nil {
			return err
		}
	}
	return nil
}

func (p *Planner) walkProductsOf(ctx context.Context, executor Executor, members map[stage.Ref][]stage.SuiteMember,
	suites bool) error {
	t := p.tables
	s := &subject{kind: "products", typ: gid.Product, main: t.product, parts: []*table{t.suiteMember, t.word}}
	return stream(ctx, p.gather(s, executor), p.stage.Products, func(x stage.Product) *record {
		held := members[x.Ref]
		if (len(held) > 0) != suites {
			return nil
		}
		source := newDigestMix(x.Digest)
		for _, m := range held {
			source.add(m.Digest)
		}
		return &record{ref: x.Ref, key: name{KindProduct, Join(x.Name, x.Version)}, source: source.sum(),
			into:    &p.products,
			counted: []counted{{"suiteMembers", int64(len(held))}},
			natural: &natural{[]string{"name", "version"}, []any{x.Name, x.Version}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				line := at(p.productLines, x.ProductLine)
				if line == 0 {
					return aggregate{}, DependsOnSkipped
				}
				next := aggregate{main: t.product.row(int64(id), int64(line), maybeID(at(p.models, x.LicenseModel)),
					x.Name,
					x.Version, x.Description, string(x.Kind), string(x.State), maybeDay(x.FirstDay),
					maybeDay(x.LastDay),
					first(clock.Instant(p.midnight()), x.CreatedAt))}
				for _, m := range held {
					if member := at(p.products, m.Member); member != 0 {
						next.parts = append(next.parts, t.suiteMember.row(int64(id), int64(member), m.Quantity))
					}
				}
				next.parts = append(next.parts, p.words(gid.Product, id, 0, search.Words(x.Name))...)
				return next, ""
			}}
	})
}

// words returns the rows of the search words of an entity.
func (p *Planner) words(t gid.Type, id, account gid.ID, words []string) []row {
	rows := make([]row, len(words))
	for i, word := range words {
		rows[i] = p.tables.word.row(int64(t), word, int64(id), maybeID(account))
	}
	return rows
}

func (p *Planner) walkPartNumbers(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "partNumbers", typ: gid.PartNumber, main: t.part}
	return stream(ctx, p.gather(s, executor), p.stage.PartNumbers, func(x stage.PartNumber) *record {
		return &record{ref: x.Ref, key: name{KindPartNumber, x.ID}, source: int64(x.Digest), into: &p.parts,
			natural: &natural{[]string{"code"}, []any{x.ID}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				var unit gid.ID
				if int(x.LicenseModel) < len(p.modelUnits) {
					if code := p.modelUnits[x.LicenseModel]; code != catalog.UnknownUnit {
						unit = p.units[code].id
					}
				}
				return aggregate{main: t.part.row(int64(id), x.ID, x.Description, maybeID(at(p.products, x.Product)),
					maybeID(at(p.models, x.LicenseModel)), maybeID(unit))}, ""
			}}
	})
}
