package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/internal/catalog"
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
	parts, id := r.of.catalog.parts, r.ordered()
	sold := parts[id]
	switch {
	case id == 0:
		r.wrong.Add(fault.Bad("input.partNumber", "The last term of the line item has no part number.",
			"Name the part number of the renewal."))
		return
	case sold == nil:
		r.wrong.Add(fault.Missing("input.partNumber", "PartNumber", id))
		return
	}
	if r.PartNumber == nil {
		sold = successor(parts, sold)
	}
	wrong := catalog.CheckRetired("input.partNumber", "Name the part number of the renewal, give the one of the last "+
		"term a successor with changePartNumber, or offer it again.", sold)
	if gaps := sold.Incomplete("input.partNumber"); gaps != nil {
		wrong = append(wrong, gaps)
	}
	if len(wrong) > 0 {
		r.wrong.Add(wrong...)
		return
	}
	r.sold = sold
	r.checkSold()
}

// successor returns the successor of a part number at a renewal, the first that is not retired; the part number itself
// if it has none.
func successor(parts map[gid.ID]*catalog.Sold, sold *catalog.Sold) *catalog.Sold {
	seen := map[gid.ID]bool{sold.ID: true}
	for first := true; first || sold.RetiredAt != nil; first = false {
		next := parts[orNone(sold.SuccessorID)]
		if next == nil || seen[next.ID] {
			break
		}
		seen[next.ID], sold = true, next
	}
	return sold
}

// checkSold refuses a part number under which the line cannot go on.
func (r *renewal) checkSold() {
	sold := r.sold
	if sold.Product.ID != r.line.ProductID {
		r.wrong.Add(fault.New(UpgradeNeeded, "input.partNumber", "{name} sells another product, {product}.",
			"Name a part number of the product of the line item, or issue a new line item with issueEntitlement.",
			fault.With("name", value.OfReference(sold.ID, sold.Code)),
			fault.With("product", value.OfReference(sold.Product.ID, catalog.LabelOfProduct(sold.Product)))))
		return
	}
	if sold.Unit.ID != r.line.UnitID {
		r.wrong.Add(fault.New(UnitDiffers, "input.partNumber", "{name} counts {unit}, and the line item {lineUnit}.",
			"Name a part number that counts the same, or issue a new line item with issueEntitlement.",
			fault.With("name", value.OfReference(sold.ID, sold.Code)),
			fault.With("unit", value.OfReference(sold.Unit.ID, sold.Unit.Code)),
			fault.With("lineUnit", value.OfReference(r.unit.ID, r.unit.Code))))
	}
	model, was := sold.Model.ActivationModel, r.of.catalog.modelOf[orNone(r.old.LicenseModelVersionID)]
	if was != "" && model != was {
		r.wrong.Add(fault.New(ActivationDiffers, "input.partNumber", "{name} is activated as {model}, and the line "+
			"item as {lineModel}.", "Name a part number that is activated in the same way, or issue a new line item "+
			"with issueEntitlement.", fault.With("name", value.OfReference(sold.ID, sold.Code)),
			fault.With("model", value.OfEnum("ActivationModel", model)),
			fault.With("lineModel", value.OfEnum("ActivationModel", was))))
	}
	if *sold.Term == vocabulary.TermTrial {
		r.wrong.Add(fault.Bad("input.partNumber", "{name} sells a trial.", "Name a part number that sells a paid term.",
			fault.With("name", value.OfReference(sold.ID, sold.Code))))
	}
	if *sold.StartRule == vocabulary.StartRuleEachActivation && *sold.Term != vocabulary.TermPerpetual {
		r.wrong.Add(copiesEndApart("input.partNumber"))
	}
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
