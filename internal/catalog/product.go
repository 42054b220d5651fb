package catalog

import (
	"cmp"
	"context"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// NewProduct describes a product that is to be created. Version and Description may be empty, LicenseModel may be 0.
type NewProduct struct {
	ProductLine, LicenseModel  gid.ID
	Name, Version, Description string
	// Kind is PRODUCT and State is DRAFT if they are empty.
	Kind  vocabulary.ProductKind
	State vocabulary.CatalogState
	// StartsOn and EndsOn are the first and the last day on which the product is offered; nil is not decided.
	StartsOn, EndsOn *day.Day
}

// ProductChange holds what changes of a product; nil stays as it is. The kind and the product line never change,
// because rights are counted by them.
type ProductChange struct {
	Name *string
	// Version and Description are removed by an empty text.
	Version, Description *string
	State                *vocabulary.CatalogState
	LicenseModel         *gid.ID
	StartsOn, EndsOn     *day.Day
	// Perpetual removes the last day if it is true.
	Perpetual *bool
}

// CreateProduct creates a product. The outcome has its id. It returns NAME_TAKEN or RETIRED.
func (s *Service) CreateProduct(ctx context.Context, r change.Request, n NewProduct) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.createProduct(n))
}

func (s *Service) createProduct(n NewProduct) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := tx.Client().ProductLine.Query().Where(productline.ID(n.ProductLine)).Only(ctx)
		line, err := found(row, err, "input.productLine", "ProductLine", n.ProductLine)
		if err != nil {
			return err
		}
		var wrong refusals
		wrong.retired("input.productLine", line.ID, line.Name, line.RetiredAt)
		p := &ent.Product{ID: gid.New(gid.Product, 0), ProductLineID: line.ID, Name: n.Name, Version: n.Version,
			Description: n.Description, AvailableFrom: n.StartsOn,
			AvailableUntil: n.EndsOn}
		p.Kind, p.State = cmp.Or(n.Kind, vocabulary.ProductKindProduct), cmp.Or(n.State, vocabulary.CatalogStateDraft)
		if n.LicenseModel != 0 {
			p.LicenseModelID = &n.LicenseModel
		}
		model, err := wrong.product(ctx, tx, nil, p)
		if err != nil {
			return err
		}
		if err := wrong.err(); err != nil {
			return err
		}
		if err := tx.Client().Product.Create().SetID(p.ID).SetProductLineID(line.ID).
			SetNillableLicenseModelID(p.LicenseModelID).SetName(p.Name).SetVersion(p.Version).
			SetDescription(p.Description).SetKind(p.Kind).SetState(p.State).SetNillableAvailableFrom(p.AvailableFrom).
			SetNillableAvailableUntil(p.AvailableUntil).SetCreatedAt(done.Now()).Exec(ctx); err != nil {
			return wrap("create the product", err)
		}
		if err := search.KeepProduct(ctx, tx, p); err != nil {
			return err
		}
		noteNew(done, "ProductCreated", p.ID, LabelOfProduct(p), productAttributes(p, model))
		return nil
	}
}

// ChangeProduct changes a product. Retiring a product is the state OBSOLETE. The outcome has its id. It returns
// NAME_TAKEN or RETIRED.
func (s *Service) ChangeProduct(ctx context.Context, r change.Request, id gid.ID, c ProductChange) (change.Outcome,
	error) {
	return s.changes.Operate(ctx, r, s.changeProduct(id, c))
}

func (s *Service) changeProduct(id gid.ID, c ProductChange) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := tx.Client().Product.Query().Where(product.ID(id), store.Locked).WithLicenseModel().Only(ctx)
		before, err := found(row, err, "input.product", "Product", id)
		if err != nil {
			return err
		}
		var wrong refusals
		after := c.apply(before, &wrong)
		model, err := wrong.product(ctx, tx, before, after)
		if err != nil {
			return err
		}
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		if !noteChange(done, "ProductChanged", id, LabelOfProduct(before),
			productAttributes(before, before.Edges.LicenseModel), productAttributes(after, model)) {
			return nil
		}
		update := tx.Client().Product.UpdateOneID(id).SetName(after.Name).SetVersion(after.Version).
			SetDescription(after.Description).SetState(after.State)
		assign(after.LicenseModelID, update.SetLicenseModelID, update.ClearLicenseModelID)
		assign(after.AvailableFrom, update.SetAvailableFrom, update.ClearAvailableFrom)
		assign(after.AvailableUntil, update.SetAvailableUntil, update.ClearAvailableUntil)
		if err := update.Exec(ctx); err != nil {
			return wrap("change the product", err)
		}
		return search.KeepProduct(ctx, tx, after)
	}
}

// apply returns the product as it will be.
func (c ProductChange) apply(before *ent.Product, wrong *refusals) *ent.Product {
	after := *before
	set(&after.Name, c.Name)
	set(&after.Version, c.Version)
	set(&after.Description, c.Description)
	set(&after.State, c.State)
	if c.LicenseModel != nil {
		after.LicenseModelID = c.LicenseModel
	}
	if c.StartsOn != nil {
		after.AvailableFrom = c.StartsOn
	}
	if c.EndsOn != nil {
		after.AvailableUntil = c.EndsOn
	}
	if c.Perpetual != nil && *c.Perpetual {
		after.AvailableUntil = nil
		if c.EndsOn != nil {
			wrong.add(badInput("input.endsOn", "A product that is offered without end has no last day.",
				"Give either endsOn or perpetual: true."))
		}
	}
	if before.State != vocabulary.CatalogStateDraft && after.State == vocabulary.CatalogStateDraft {
		wrong.add(badInput("input.state", "The product is not a draft any more, and cannot become one again.",
			"Give INACTIVE if the product is not offered for now."))
	}
	return &after
}

// product checks a product. It returns the license model, or nil if there is none. before is nil for a new product.
func (r *refusals) product(ctx context.Context, tx store.Tx, before, after *ent.Product) (*ent.LicenseModel, error) {
	r.line("input.name", after.Name, longestName)
	r.maybeLine("input.version", after.Version, longestCode)
	r.text("input.description", after.Description, longestDescription)
	if first, last := after.AvailableFrom, after.AvailableUntil; first != nil && last != nil && *first > *last {
		r.add(fault.New(fault.BadRange, "input.endsOn", "The range ends on {to}, before it begins on {from}.",
			"Give a last day that is not before the first one.", fault.With("from", value.OfDay(*first)),
			fault.With("to", value.OfDay(*last))))
	}
	taken, err := tx.Client().Product.Query().Where(product.Name(after.Name), product.Version(after.Version),
		product.IDNEQ(after.ID)).Exist(ctx)
	if err != nil {
		return nil, wrap("look for the name", err)
	}
	if taken {
		r.add(fault.New(NameTaken, "input.name", "Another product already has this name and version.",
			"Give another name or version, or change that product with changeProduct."))
	}
	if after.LicenseModelID == nil {
		return nil, nil
	}
	row, err := tx.Client().LicenseModel.Query().Where(licensemodel.ID(*after.LicenseModelID)).Only(ctx)
	model, err := found(row, err, "input.licenseModel", "LicenseModel", *after.LicenseModelID)
	if err != nil {
		return nil, r.addIf(err)
	}
	if before == nil || orNone(before.LicenseModelID) != model.ID {
		r.retired("input.licenseModel", model.ID, model.Name, model.RetiredAt)
	}
	return model, nil
}

// LabelOfProduct is how people call a product: its name with its version.
func LabelOfProduct(p *ent.Product) string { return strings.TrimSpace(p.Name + " " + p.Version) }

func productAttributes(p *ent.Product, model *ent.LicenseModel) []change.Attribute {
	named := ""
	if model != nil {
		named = ofReference(model.ID, model.Name)
	}
	return []change.Attribute{{"productLine", p.ProductLineID.String()}, {"name", p.Name}, {"version", p.Version},
		{"description", p.Description}, {"kind", string(p.Kind)}, {"state", string(p.State)}, {"licenseModel", named},
		{"startsOn", ofDay(p.AvailableFrom)}, {"endsOn", ofDay(p.AvailableUntil)}}
}
