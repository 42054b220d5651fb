package issuing

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// checkTrials refuses lines by which the account would get a second trial of a product too early.
func (s *Service) checkTrials(ctx context.Context, tx store.Tx, o *Order, lines []*line, wrong *fault.List) error {
	var products []gid.ID
	for _, l := range lines {
		if l.isTrial() {
			products = append(products, l.sold.Product.ID)
		}
	}
	given, err := entitlement.ReadTrials(ctx, tx, o.Account, s.today(), products)
	if err != nil {
		return err
	}
	for i, l := range lines {
		if l.isTrial() {
			wrong.Add(given.Grant(at(i, "partNumber"), l.sold.Product, l.from))
		}
	}
	return nil
}

// isTrial tells whether a line without gaps grants a trial.
func (l *line) isTrial() bool {
	return l.terms != nil && l.sold.Product != nil && *l.sold.Term == vocabulary.TermTrial
}

// checkTrialsOf refuses a draft by which the account would get a second trial of a product too early.
func (s *Service) checkTrialsOf(ctx context.Context, tx store.Tx, header *ent.Entitlement,
	items []*ent.LineItem) error {
	facts, err := entitlement.FactsIn(ctx, tx, items)
	if err != nil {
		return err
	}
	var trying []*ent.LineItem
	var products []gid.ID
	for _, l := range items {
		if p := facts[l.ID].Governing(s.today()); p != nil && p.Trial {
			trying, products = append(trying, l), append(products, l.ProductID)
		}
	}
	if len(trying) == 0 {
		return nil
	}
	given, err := entitlement.ReadTrials(ctx, tx, header.AccountID, s.today(), products,
		lineitem.EntitlementIDNEQ(header.ID))
	if err != nil {
		return err
	}
	named, err := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID),
		lineitem.ProductIDIn(products...)).WithProduct().All(ctx)
	if err != nil {
		return wrap("read the products", err)
	}
	of := map[gid.ID]*ent.Product{}
	for _, l := range named {
		of[l.ProductID] = l.Edges.Product
	}
	var wrong fault.List
	for _, l := range trying {
		first := s.today()
		if p := facts[l.ID].Governing(s.today()); p.First != nil {
			first = *p.First
		}
		wrong.Add(given.Grant("input.entitlement", of[l.ProductID], first))
	}
	return wrong.Err()
}
