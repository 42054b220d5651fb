package catalog

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// NewProductLine describes a product line that is to be created. Description may be empty.
type NewProductLine struct{ Name, Description string }

// ProductLineChange holds what changes of a product line; nil stays as it is.
type ProductLineChange struct {
	Name *string
	// Description is removed by an empty text.
	Description *string
	Retired     *bool
}

// CreateProductLine creates a product line. The outcome has its id. It returns NAME_TAKEN.
func (s *Service) CreateProductLine(ctx context.Context, r change.Request, n NewProductLine) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.createProductLine(n))
}

func (s *Service) createProductLine(n NewProductLine) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if err := checkProductLine(ctx, tx, 0, n.Name, n.Description); err != nil {
			return err
		}
		l, err := tx.Client().ProductLine.Create().SetID(gid.New(gid.ProductLine, 0)).SetName(n.Name).
			SetDescription(n.Description).SetCreatedAt(done.Now()).Save(ctx)
		if err != nil {
			return wrap("create the product line", err)
		}
		noteNew(done, "ProductLineCreated", l.ID, l.Name, productLineAttributes(l))
		return nil
	}
}

// ChangeProductLine changes a product line. The outcome has its id. It returns NAME_TAKEN.
func (s *Service) ChangeProductLine(ctx context.Context, r change.Request, id gid.ID, c ProductLineChange) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.changeProductLine(id, c))
}

func (s *Service) changeProductLine(id gid.ID, c ProductLineChange) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := tx.Client().ProductLine.Query().Where(productline.ID(id), store.Locked).Only(ctx)
		before, err := found(row, err, "input.productLine", "ProductLine", id)
		if err != nil {
			return err
		}
		after := *before
		set(&after.Name, c.Name)
		set(&after.Description, c.Description)
		after.RetiredAt = retiredAt(before.RetiredAt, c.Retired, done.Now())
		if err := checkProductLine(ctx, tx, id, after.Name, after.Description); err != nil {
			return err
		}
		done.Result(id)
		if !noteChange(done, "ProductLineChanged", id, before.Name, productLineAttributes(before),
			productLineAttributes(&after)) {
			return nil
		}
		update := tx.Client().ProductLine.UpdateOneID(id).SetName(after.Name).SetDescription(after.Description)
		assign(after.RetiredAt, update.SetRetiredAt, update.ClearRetiredAt)
		return wrap("change the product line", update.Exec(ctx))
	}
}

func checkProductLine(ctx context.Context, tx store.Tx, id gid.ID, name, description string) error {
	var wrong refusals
	wrong.line("input.name", name, longestName)
	wrong.text("input.description", description, longestDescription)
	if err := wrong.err(); err != nil {
		return err
	}
	taken, err := tx.Client().ProductLine.Query().Where(productline.Name(name), productline.IDNEQ(id)).Exist(ctx)
	if err != nil {
		return wrap("look for the name", err)
	}
	if taken {
		return fault.New(NameTaken, "input.name", "Another product line already has this name.",
			"Give another name, or change that product line with changeProductLine.")
	}
	return nil
}

func productLineAttributes(l *ent.ProductLine) []change.Attribute {
	return []change.Attribute{{"name", l.Name}, {"description", l.Description}, {"retiredAt", ofMoment(l.RetiredAt)}}
}
