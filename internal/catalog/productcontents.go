package catalog

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/feature"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productfeature"
	"github.com/muniment/muniment/ent/suitemember"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxContents is the maximum number of features of a product, and of products of a suite.
const maxContents = 100

// Content is a feature of a product, or a product of a suite, and how many of it.
type Content struct {
	ID       gid.ID
	Quantity int
}

// SetProductFeatures replaces the features of a product. The outcome has the id of the product. It returns RETIRED for
// a retired feature that the product does not have yet.
func (s *Service) SetProductFeatures(ctx context.Context, r change.Request, id gid.ID, list []Content) (change.Outcome,
	error) {
	return s.changes.Operate(ctx, r, s.setProductFeatures(id, list))
}

func (s *Service) setProductFeatures(id gid.ID, list []Content) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		p, err := lockProduct(ctx, tx, "input.product", id)
		if err != nil {
			return err
		}
		var wrong refusals
		wrong.contents("input.features", list)
		rows, err := tx.Client().ProductFeature.Query().Where(productfeature.ProductID(id)).WithFeature().
			Order(ent.Asc(productfeature.FieldID)).All(ctx)
		if err != nil {
			return wrap("read the features", err)
		}
		c := contents{field: "features", input: "input.features", typename: "Feature", before: map[gid.ID]int{},
			labels: map[gid.ID]string{}}
		for _, row := range rows {
			c.has(row.FeatureID, row.Quantity, labelOfFeature(row.Edges.Feature))
		}
		known, err := tx.Client().Feature.Query().Where(feature.IDIn(idsOf(list)...)).All(ctx)
		if err != nil {
			return wrap("read the features", err)
		}
		for _, f := range known {
			if _, has := c.before[f.ID]; !has {
				wrong.retired("input.features", f.ID, labelOfFeature(f), f.RetiredAt)
			}
			c.labels[f.ID] = labelOfFeature(f)
		}
		wrong.missing(&c, list)
		if err := wrong.err(); err != nil {
			return err
		}
		return c.replace(done, p, list, "ProductFeaturesChanged",
			func(old gid.ID) error {
				_, err := tx.Client().ProductFeature.Delete().Where(productfeature.ProductID(id),
					productfeature.FeatureID(old)).Exec(ctx)
				return err
			},
			func(n Content) error {
				return tx.Client().ProductFeature.Create().SetProductID(id).SetFeatureID(n.ID).
					SetQuantity(n.Quantity).Exec(ctx)
			},
			func(n Content) error {
				return tx.Client().ProductFeature.Update().Where(productfeature.ProductID(id),
					productfeature.FeatureID(n.ID)).SetQuantity(n.Quantity).Exec(ctx)
			})
	}
}

// SetSuiteMembers replaces the products of a suite. The outcome has the id of the suite. It returns NOT_A_SUITE, or
// SUITE_IN_SUITE for a member that is a suite itself. The kind of a product never changes, so that this stays true.
func (s *Service) SetSuiteMembers(ctx context.Context, r change.Request, id gid.ID, list []Content) (change.Outcome,
	error) {
	return s.changes.Operate(ctx, r, s.setSuiteMembers(id, list))
}

func (s *Service) setSuiteMembers(id gid.ID, list []Content) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		p, err := lockProduct(ctx, tx, "input.suite", id)
		if err != nil {
			return err
		}
		var wrong refusals
		if p.Kind != vocabulary.ProductKindSuite {
			wrong.add(fault.New(NotASuite, "input.suite", "The product is not a suite, so that it has no members.",
				"Name a product of the kind SUITE."))
		}
		wrong.contents("input.members", list)
		rows, err := tx.Client().SuiteMember.Query().Where(suitemember.SuiteID(id)).WithProduct().
			Order(ent.Asc(suitemember.FieldID)).All(ctx)
		if err != nil {
			return wrap("read the members", err)
		}
		c := contents{field: "suiteMembers", input: "input.members", typename: "Product", before: map[gid.ID]int{},
			labels: map[gid.ID]string{}}
		for _, row := range rows {
			c.has(row.ProductID, row.Quantity, LabelOfProduct(row.Edges.Product))
		}
		known, err := tx.Client().Product.Query().Where(product.IDIn(idsOf(list)...)).All(ctx)
		if err != nil {
			return wrap("read the members", err)
		}
		for _, m := range known {
			c.labels[m.ID] = LabelOfProduct(m)
			if m.Kind == vocabulary.ProductKindSuite {
				wrong.add(fault.New(SuiteInSuite, "input.members", "{name} is a suite, and a suite contains no suite.",
					"Name the products of that suite instead.",
					fault.With("name", value.OfReference(m.ID, LabelOfProduct(m)))))
			}
		}
		wrong.missing(&c, list)
		if err := wrong.err(); err != nil {
			return err
		}
		return c.replace(done, p, list, "SuiteMembersChanged",
			func(old gid.ID) error {
				_, err := tx.Client().SuiteMember.Delete().Where(suitemember.SuiteID(id), suitemember.ProductID(old)).
					Exec(ctx)
				return err
			},
			func(n Content) error {
				return tx.Client().SuiteMember.Create().SetSuiteID(id).SetProductID(n.ID).SetQuantity(n.Quantity).
					Exec(ctx)
			},
			func(n Content) error {
				return tx.Client().SuiteMember.Update().Where(suitemember.SuiteID(id), suitemember.ProductID(n.ID)).
					SetQuantity(n.Quantity).Exec(ctx)
			})
	}
}

// lockProduct reads a product and locks its row, so that lists of its contents are replaced one after another.
func lockProduct(ctx context.Context, tx store.Tx, field string, id gid.ID) (*ent.Product, error) {
	row, err := tx.Client().Product.Query().Where(product.ID(id), store.Locked).Only(ctx)
	return found(row, err, field, "Product", id)
}

// contents is what a product contains.
type contents struct {
	// field is the field of the contract, input the argument that replaces it, typename the type of the objects.
	field, input, typename string
	// before are the quantities that the product has, and order their ids as they are stored.
	before map[gid.ID]int
	order  []gid.ID
	labels map[gid.ID]string
}

func (c *contents) has(id gid.ID, quantity int, label string) {
	c.before[id], c.labels[id] = quantity, label
	c.order = append(c.order, id)
}

// contents checks the length of a list, its quantities, and that nothing is named twice.
func (r *refusals) contents(field string, list []Content) {
	if len(list) > maxContents {
		r.add(fault.LongList(field, maxContents, len(list)))
	}
	seen := map[gid.ID]bool{}
	for i, n := range list {
		r.number(fmt.Sprintf("%s.%d.quantity", field, i), n.Quantity, 1, maxNumber)
		if seen[n.ID] {
			r.add(badInput(fmt.Sprintf("%s.%d", field, i), "The list names {id} twice.",
				"Name it once, with the whole quantity.", fault.With("id", value.OfReference(n.ID, ""))))
		}
		seen[n.ID] = true
	}
}

// missing adds NOT_FOUND for what is not in the catalog. What the product has already is known.
func (r *refusals) missing(c *contents, list []Content) {
	for _, n := range list {
		if _, known := c.labels[n.ID]; !known {
			r.add(fault.Missing(c.input, c.typename, n.ID))
		}
	}
}

// replace writes the differences to a new list and notes them: what was removed, then what was added or changed.
func (c *contents) replace(done *change.Record, p *ent.Product, list []Content, event string,
	remove func(gid.ID) error, add, update func(Content) error) error {
	done.Result(p.ID)
	var fields []audit.Field
	kept := map[gid.ID]bool{}
	for _, n := range list {
		kept[n.ID] = true
	}
	for _, id := range c.order {
		if kept[id] {
			continue
		}
		if err := remove(id); err != nil {
			return wrap("remove from the product", err)
		}
		fields = append(fields, change.Was(c.field, c.form(Content{id, c.before[id]}))...)
	}
	for _, n := range list {
		before, has := c.before[n.ID]
		switch {
		case !has:
			if err := add(n); err != nil {
				return wrap("add to the product", err)
			}
			fields = append(fields, change.Is(c.field, c.form(n))...)
		case before != n.Quantity:
			if err := update(n); err != nil {
				return wrap("change what is in the product", err)
			}
			fields = append(fields, change.Became(c.field, c.form(Content{n.ID, before}), c.form(n))...)
		}
	}
	if len(fields) > 0 {
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: event, Subject: p.ID,
			Label: LabelOfProduct(p), Fields: fields})
	}
	return nil
}

// form returns the value of a record: a reference whose label has the quantity.
func (c *contents) form(n Content) string {
	return ofReference(n.ID, fmt.Sprintf("%s × %d", c.labels[n.ID], n.Quantity))
}

func idsOf(list []Content) []gid.ID {
	ids := make([]gid.ID, len(list))
	for i, n := range list {
		ids[i] = n.ID
	}
	return ids
}
