package catalog

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/ent/partnumberupgrade"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxUpgrades is the maximum number of products from which a part number upgrades.
const maxUpgrades = 100

// partNumber checks a part number and finds the labels of what it names.
func (r *refusals) partNumber(ctx context.Context, tx store.Tx, before, after *partNumber) error {
	r.text("input.description", after.Description, longestDescription)
	r.length("input.termLength", "input.termUnit", after.TermLength, after.TermUnit)
	if after.TermLength != nil && after.Term != nil && *after.Term == vocabulary.TermPerpetual {
		r.add(badInput("input.termLength", "A perpetual term has no length.",
			"Leave the length out, remove it with removes: [TERM_LENGTH], or give another term."))
	}
	r.maybeNumber("input.packSize", after.PackSize, 1, maxNumber)
	r.number("input.overdraft", after.Overdraft, 0, maxNumber)
	r.length("input.coverageLength", "input.coverageLengthUnit", after.CoverageLength, after.CoverageLengthUnit)
	if after.CoverageKind == nil && (after.CoverageLength != nil || after.CoverageLevelID != nil) {
		r.add(badInput("input.coverageKind", "The coverage that is sold along has no kind.",
			"Give the kind, or remove the coverage with removes: [COVERAGE]."))
	}
	r.evergreen(after)
	if err := r.namedByPartNumber(ctx, tx, before, after); err != nil {
		return err
	}
	return r.upgrades(ctx, tx, after)
}

// length checks a length with its unit. Both are given or neither is.
func (r *refusals) length(field, unitField string, n *int, unit *vocabulary.TermUnit) {
	switch {
	case n == nil && unit == nil:
	case unit == nil:
		r.add(badInput(unitField, "The length has no unit.", "Give DAYS, WEEKS, MONTHS or YEARS."))
	case n == nil:
		r.add(badInput(field, "The unit has no length.", "Give the length, as a number of these units."))
	default:
		r.number(field, *n, 1, LongestTerm(*unit))
	}
}

// namedByPartNumber checks that what the part number names is there, and what it names newly is not retired.
func (r *refusals) namedByPartNumber(ctx context.Context, tx store.Tx, before, after *partNumber) error {
	c := tx.Client()
	after.labels = map[gid.ID]string{}
	for _, n := range []struct {
		field, typename string
		was, is         *gid.ID
		read            func(id gid.ID) (label string, retired *clock.Instant, err error)
	}{
		{"input.product", "Product", before.ProductID, after.ProductID,
			func(id gid.ID) (string, *clock.Instant, error) {
				p, err := c.Product.Query().Where(product.ID(id)).Only(ctx)
				if err != nil {
					return "", nil, err
				}
				return LabelOfProduct(p), nil, nil
			}},
		{"input.licenseModel", "LicenseModel", before.LicenseModelID, after.LicenseModelID,
			func(id gid.ID) (string, *clock.Instant, error) {
				m, err := c.LicenseModel.Query().Where(licensemodel.ID(id)).Only(ctx)
				if err != nil {
					return "", nil, err
				}
				return m.Name, m.RetiredAt, nil
			}},
		{"input.unit", "UnitOfMeasure", before.UnitID, after.UnitID,
			func(id gid.ID) (string, *clock.Instant, error) {
				u, err := c.UnitOfMeasure.Query().Where(unitofmeasure.ID(id)).Only(ctx)
				if err != nil {
					return "", nil, err
				}
				return u.Code, u.RetiredAt, nil
			}},
		{"input.coverageLevel", "CoverageLevel", before.CoverageLevelID, after.CoverageLevelID,
			func(id gid.ID) (string, *clock.Instant, error) {
				l, err := c.CoverageLevel.Query().Where(coveragelevel.ID(id)).Only(ctx)
				if err != nil {
					return "", nil, err
				}
				return l.Code, l.RetiredAt, nil
			}},
		{"input.successor", "PartNumber", before.SuccessorID, after.SuccessorID,
			func(id gid.ID) (string, *clock.Instant, error) {
				p, err := c.PartNumber.Query().Where(partnumber.ID(id)).Only(ctx)
				if err != nil {
					return "", nil, err
				}
				return p.Code, p.RetiredAt, nil
			}},
	} {
		if n.is == nil {
			continue
		}
		label, retired, err := n.read(*n.is)
		if ent.IsNotFound(err) {
			r.add(fault.Missing(n.field, n.typename, *n.is))
			continue
		}
		if err != nil {
			return wrap("read the "+n.typename, err)
		}
		after.labels[*n.is] = label
		if orNone(n.was) != *n.is {
			r.retired(n.field, *n.is, label, retired)
		}
	}
	if orNone(after.SuccessorID) == after.ID {
		r.add(badInput("input.successor", "A part number does not succeed itself.",
			"Name another one, or leave it out: without a successor, the part number itself is renewed."))
	}
	return nil
}

// upgrades checks the products from which the part number upgrades, and finds their labels.
func (r *refusals) upgrades(ctx context.Context, tx store.Tx, after *partNumber) error {
	if n := len(after.upgradesFrom); n > maxUpgrades {
		r.add(fault.LongList("input.upgradesFrom", maxUpgrades, n))
		return nil
	}
	rows, err := tx.Client().Product.Query().Where(product.IDIn(after.upgradesFrom...)).All(ctx)
	if err != nil {
		return wrap("read the products to upgrade from", err)
	}
	for _, p := range rows {
		after.labels[p.ID] = LabelOfProduct(p)
	}
	seen := map[gid.ID]bool{}
	for i, id := range after.upgradesFrom {
		field := fmt.Sprintf("input.upgradesFrom.%d", i)
		switch {
		case !slices.ContainsFunc(rows, func(p *ent.Product) bool { return p.ID == id }):
			r.add(fault.Missing(field, "Product", id))
		case id == orNone(after.ProductID):
			r.add(badInput(field, "A part number does not upgrade from its own product.", "Name another product."))
		case seen[id]:
			r.add(badInput(field, "The list names {id} twice.", "Name it once.",
				fault.With("id", value.OfReference(id, ""))))
		}
		seen[id] = true
	}
	return nil
}

// sold adds ALREADY_SOLD for each change of what the part number stands for, if periods or coverages were sold under
// it. What is not known may be filled in.
func (r *refusals) sold(ctx context.Context, tx store.Tx, before, after *partNumber) error {
	var changed []string
	now := after.content()
	for i, was := range before.content() {
		if was.Form() != "" && was.Form() != now[i].Form() {
			changed = append(changed, was.Field())
		}
	}
	if len(changed) == 0 {
		return nil
	}
	sold, err := tx.Client().Period.Query().Where(period.PartNumberID(before.ID)).Exist(ctx)
	if err == nil && !sold {
		sold, err = tx.Client().Coverage.Query().Where(coverage.PartNumberID(before.ID)).Exist(ctx)
	}
	if err != nil {
		return wrap("look for what was sold", err)
	}
	if !sold {
		return nil
	}
	for _, field := range changed {
		r.add(fault.New(AlreadySold, "input."+field, "Rights were granted under this part number, so that what it "+
			"stands for does not change.", "Create another part number, and name it as the successor of this one."))
	}
	return nil
}

func (p *partNumber) readUpgrades(ctx context.Context, tx store.Tx) error {
	rows, err := tx.Client().PartNumberUpgrade.Query().Where(partnumberupgrade.PartNumberID(p.ID)).WithProduct().
		Order(ent.Asc(partnumberupgrade.FieldID)).All(ctx)
	for _, row := range rows {
		p.upgradesFrom = append(p.upgradesFrom, row.ProductID)
		p.labels[row.ProductID] = LabelOfProduct(row.Edges.Product)
	}
	return wrap("read the products to upgrade from", err)
}

func (p *partNumber) dropUpgrade(ctx context.Context, tx store.Tx, id gid.ID) error {
	_, err := tx.Client().PartNumberUpgrade.Delete().Where(partnumberupgrade.PartNumberID(p.ID),
		partnumberupgrade.ProductID(id)).Exec(ctx)
	return wrap("remove a product to upgrade from", err)
}

// without returns the ids of a list that are not in another.
func without(list, other []gid.ID) []gid.ID {
	var left []gid.ID
	for _, id := range list {
		if !slices.Contains(other, id) {
			left = append(left, id)
		}
	}
	return left
}
