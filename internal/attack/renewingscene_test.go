package attack_test

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// term creates a line item of the customer whose term ends, a trial or a paid one, and a part number under which it is
// renewed. It returns their ids.
func (s *scene) term(trial bool) (line, part string) {
	r := s.right()
	var row *ent.LineItem
	s.w.write(func(ctx context.Context, c *ent.Client) {
		kind := vocabulary.TermSubscription
		if trial {
			kind = vocabulary.TermTrial
		}
		s.w.must(c.Period.Update().Where(period.ID(r.period)).SetPerpetual(false).SetTerm(kind).
			SetEndsOn(day.Date(2099, 12, 31)).Exec(ctx))
		var err error
		row, err = c.LineItem.Query().Where(lineitem.ID(r.line)).Only(ctx)
		s.w.must(err)
	})
	return r.line.String(), s.ofCatalog("createPartNumber", "partNumber", input{"code": s.fresh("PART"),
		"product": row.ProductID.String(), "unit": row.UnitID.String(), "licenseModel": s.licenseModel(),
		"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "YEARS", "startRule": "FIXED"})
}
