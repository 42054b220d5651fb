package entitlement

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// SeePaid reports for each of some periods and coverage items whether the viewer may see what was paid for it, in the
// order of their ids. In a sale through a channel partner this is the partner's cost: only the producer sees it, and
// people of the partner who may see the right. In a direct sale, everybody does who may see the right. A period was
// sold with the entitlement of its line; a coverage item with that of its coverage, if it has one, or else with that of
// its line. The answer is false for any other id, and for what the scope of the view does not show.
//
// It takes no statement for the producer, and else one for periods and one for coverage items.
func SeePaid(ctx context.Context, v *page.View, who *viewer.Viewer, ids []gid.ID) ([]bool, error) {
	out := make([]bool, len(ids))
	if who == nil {
		return out, nil
	}
	if who.SeesEverything() {
		for i := range out {
			out[i] = true
		}
		return out, nil
	}
	var periods, items []int64
	for _, id := range ids {
		switch id.Type() {
		case gid.Period:
			periods = append(periods, int64(id))
		case gid.CoverageItem:
			items = append(items, int64(id))
		}
	}
	sales, err := salesOf(ctx, v, periods, items)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		partner, known := sales[id]
		out[i] = known && seesSale(who, partner)
	}
	return out, nil
}

// salesOf returns through which partner each of some periods and coverage items was sold, by their ids; 0 stands for a
// direct sale.
func salesOf(ctx context.Context, v *page.View, periods, items []int64) (map[gid.ID]gid.ID, error) {
	sales := map[gid.ID]gid.ID{}
	for _, of := range []struct {
		table string
		ids   []int64
		write func(q *page.Query)
	}{{period.Table, periods, soldWithLine}, {coverageitem.Table, items, soldWithCoverage}} {
		if len(of.ids) == 0 {
			continue
		}
		var found []struct {
			ID       gid.ID  `sql:"id"`
			Line     *gid.ID `sql:"partner_of_line"`
			Coverage *gid.ID `sql:"partner_of_coverage"`
			// Header is the entitlement with which the coverage was sold.
			Header *gid.ID `sql:"header"`
		}
		err := v.ScanBelow(ctx, of.table, func(q *page.Query) {
			of.write(q)
			q.Where(q.In(q.C("id"), of.ids))
		}, &found)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			sales[f.ID] = orNone(f.Line)
			if f.Header != nil {
				sales[f.ID] = orNone(f.Coverage)
			}
		}
	}
	return sales, nil
}

// soldWithLine selects the partner of the line of each row.
func soldWithLine(q *page.Query) {
	line := q.JoinOf(lineitem.Table, "sl", func(l *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(l.C(lineitem.FieldID), q.C(period.FieldLineItemID))
	})
	header := joinSale(q, line.C(lineitem.FieldEntitlementID))
	q.Select(q.C("id"), sql.As(header.C(entitlement.FieldChannelPartnerID), "partner_of_line"))
}

// joinSale joins the entitlement whose id is in a column: through whom a right was sold. The scope does not bound it,
// because the row with that column is in it.
func joinSale(q *page.Query, header string) columns {
	return q.JoinOf(entitlement.Table, "sh", func(e *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(e.C(entitlement.FieldID), header)
	})
}

// seesSale tells whether the viewer sees what was paid in a sale through a partner; 0 stands for a direct sale.
func seesSale(who *viewer.Viewer, partner gid.ID) bool {
	return who != nil && (who.SeesEverything() || partner == 0 || who.Reaches(partner, vocabulary.ServiceLicensing))
}

// soldWithCoverage selects the partners of the line and of the coverage of each coverage item.
func soldWithCoverage(q *page.Query) {
	soldWithLine(q)
	covered := q.JoinOf(coverage.Table, "sc", func(c *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(c.C(coverage.FieldID), q.C(coverageitem.FieldCoverageID))
	})
	header := q.JoinMaybe(entitlement.Table, "ch", func(e *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(e.C(entitlement.FieldID), covered.C(coverage.FieldEntitlementID))
	})
	q.AppendSelect(sql.As(covered.C(coverage.FieldEntitlementID), "header"),
		sql.As(header.C(entitlement.FieldChannelPartnerID), "partner_of_coverage"))
}
