package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// soldParts is what a renewal needs of the catalog.
type soldParts struct {
	parts map[gid.ID]*catalog.Sold
	// modelOf are activation models by the ids of the versions of their license models.
	modelOf map[gid.ID]vocabulary.ActivationModel
}

// readSold reads the part numbers of the new periods, and how the old and the new periods are activated. One round of
// statements reads the part numbers of all lines, another one their successors.
func (b *renewing) readSold(ctx context.Context) error {
	var wanted, versions []gid.ID
	for _, l := range b.lines {
		if len(l.wrong) > 0 {
			continue
		}
		if part := l.ordered(); part != 0 {
			wanted = append(wanted, part)
		}
		if l.old.LicenseModelVersionID != nil {
			versions = append(versions, *l.old.LicenseModelVersionID)
		}
	}
	b.catalog.parts = map[gid.ID]*catalog.Sold{}
	for wanted = sorted(wanted); len(wanted) > 0; {
		found, err := catalog.ReadSold(ctx, b.tx, wanted)
		if err != nil {
			return err
		}
		wanted = nil
		for id, sold := range found {
			b.catalog.parts[id] = sold
		}
		for _, sold := range found {
			if next := orNone(sold.SuccessorID); next != 0 && b.catalog.parts[next] == nil {
				wanted = append(wanted, next)
			}
		}
		wanted = sorted(wanted)
	}
	return b.readModels(ctx, sorted(versions))
}

// readModels reads how periods are activated that were granted under versions of license models.
func (b *renewing) readModels(ctx context.Context, versions []gid.ID) error {
	rows, err := b.tx.Client().LicenseModelVersion.Query().
		Where(store.KeyIn(licensemodelversion.FieldID, versions)).WithLicenseModel().All(ctx)
	if err != nil {
		return fmt.Errorf("read versions of license models: %w", err)
	}
	b.catalog.modelOf = map[gid.ID]vocabulary.ActivationModel{}
	for _, v := range rows {
		b.catalog.modelOf[v.ID] = v.Edges.LicenseModel.ActivationModel
	}
	return nil
}

// ordered returns the part number that the input names, or that of the renewed period; 0 if there is none.
func (r *renewal) ordered() gid.ID {
	if r.PartNumber != nil {
		return *r.PartNumber
	}
	return orNone(r.old.PartNumberID)
}

// findSold finds the part number of the new period, or refuses the line. Without one in the input it is the successor
// of that of the old period or, if it has none, the same one.
func (r *renewal) findSold() {
	sold, wrong := soldNext(r.of.catalog.parts, r.ordered(), r.PartNumber != nil)
	if r.wrong.Add(wrong...); len(wrong) > 0 {
		return
	}
	r.sold = sold
	r.wrong.Add(SoldLine{r.line.ProductID, r.unit.ID, r.unit.Code,
		r.of.catalog.modelOf[orNone(r.old.LicenseModelVersionID)]}.refuse(sold)...)
}

// soldNext returns the part number of the next term, or why there is none. id is that of the last term, or one that the
// input names.
func soldNext(parts map[gid.ID]*catalog.Sold, id gid.ID, named bool) (*catalog.Sold, []*fault.Error) {
	sold := parts[id]
	switch {
	case id == 0:
		return nil, []*fault.Error{fault.Bad("input.partNumber", "The last term of the line item has no part number.",
			"Name the part number of the renewal.")}
	case sold == nil:
		return nil, []*fault.Error{fault.Missing("input.partNumber", "PartNumber", id)}
	case !named:
		sold = successor(parts, sold)
	}
	wrong := catalog.CheckRetired("input.partNumber", "Name the part number of the renewal, give the one of the last "+
		"term a successor with changePartNumber, or offer it again.", sold)
	if gaps := sold.Incomplete("input.partNumber"); gaps != nil {
		wrong = append(wrong, gaps)
	}
	return sold, wrong
}

// GoesOn tells whether a line can be renewed from a day on under the part number that follows from that of its last
// term.
func (l SoldLine) GoesOn(parts map[gid.ID]*catalog.Sold, last gid.ID, first day.Day) bool {
	sold, wrong := soldNext(parts, last, false)
	return len(wrong) == 0 && len(l.refuse(sold)) == 0 && sold.TermsOn(first) != nil
}

// NextSold returns the part number under which a term is renewed that was granted under another one; nil if that is not
// among parts. Whether anything can be granted under it is not asked.
func NextSold(parts map[gid.ID]*catalog.Sold, id gid.ID) *catalog.Sold {
	sold := parts[id]
	if sold == nil {
		return nil
	}
	return successor(parts, sold)
}

// successor returns the successor of a part number at a renewal, the first that is not retired; the part number itself
// if it has none. A successor may lead back to the part number.
func successor(parts map[gid.ID]*catalog.Sold, sold *catalog.Sold) *catalog.Sold {
	seen := map[gid.ID]bool{}
	for first := true; first || sold.RetiredAt != nil; first = false {
		next := parts[orNone(sold.SuccessorID)]
		if next == nil || seen[next.ID] {
			break
		}
		seen[next.ID], sold = true, next
	}
	return sold
}

// SoldLine is what a part number has to fit under which a line is renewed. Model is how its last term is activated; ""
// if that is not known.
type SoldLine struct {
	Product, Unit gid.ID
	UnitCode      string
	Model         vocabulary.ActivationModel
}

// refuse refuses a part number under which the line cannot go on.
func (l SoldLine) refuse(sold *catalog.Sold) []*fault.Error {
	if sold.Product.ID != l.Product {
		return []*fault.Error{fault.New(UpgradeNeeded, "input.partNumber", "{name} sells another product, {product}.",
			"Name a part number of the product of the line item, or issue a new line item with issueEntitlement.",
			fault.With("name", value.OfReference(sold.ID, sold.Code)),
			fault.With("product", value.OfReference(sold.Product.ID, catalog.LabelOfProduct(sold.Product))))}
	}
	var wrong []*fault.Error
	add := func(refusal *fault.Error) { wrong = append(wrong, refusal) }
	if sold.Unit.ID != l.Unit {
		add(fault.New(UnitDiffers, "input.partNumber", "{name} counts {unit}, and the line item {lineUnit}.",
			"Name a part number that counts the same, or issue a new line item with issueEntitlement.",
			fault.With("name", value.OfReference(sold.ID, sold.Code)),
			fault.With("unit", value.OfReference(sold.Unit.ID, sold.Unit.Code)),
			fault.With("lineUnit", value.OfReference(l.Unit, l.UnitCode))))
	}
	if model := sold.Model.ActivationModel; l.Model != "" && model != l.Model {
		add(fault.New(ActivationDiffers, "input.partNumber", "{name} is activated as {model}, and the line "+
			"item as {lineModel}.", "Name a part number that is activated in the same way, or issue a new line item "+
			"with issueEntitlement.", fault.With("name", value.OfReference(sold.ID, sold.Code)),
			fault.With("model", value.OfEnum("ActivationModel", model)),
			fault.With("lineModel", value.OfEnum("ActivationModel", l.Model))))
	}
	if *sold.Term == vocabulary.TermTrial {
		add(fault.Bad("input.partNumber", "{name} sells a trial.", "Name a part number that sells a paid term.",
			fault.With("name", value.OfReference(sold.ID, sold.Code))))
	}
	if *sold.StartRule == vocabulary.StartRuleEachActivation && *sold.Term != vocabulary.TermPerpetual {
		add(copiesEndApart("input.partNumber"))
	}
	return wrong
}

// copiesEndApart refuses a renewal of copies of which each has an end of its own.
func copiesEndApart(field string) *fault.Error {
	return fault.New(CopiesEndApart, field, "Under the start rule EACH_ACTIVATION each copy has an end of its own, so "+
		"that they are not renewed together.", "Issue a new line item with issueEntitlement.")
}

// termsOn finds the terms on which the new period is granted.
func (r *renewal) termsOn(p *ent.Period) {
	if r.terms = r.sold.TermsOn(*p.StartsOn); r.terms == nil {
		r.wrong.Add(r.sold.TermsNotValidYet("input.startsOn"))
		return
	}
	p.LicenseModelVersionID, p.GraceDays = &r.terms.ID, r.terms.GraceDays
}
