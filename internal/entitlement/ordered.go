package entitlement

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/instalment"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Ordered is an amount of an order that is due on a day: an instalment, or the whole price of a period without
// instalments on its first day. A period that begins without a price that the viewer may see is one without an amount.
type Ordered struct {
	Holder int64   `sql:"holder"`
	Line   gid.ID  `sql:"line"`
	Period gid.ID  `sql:"period"`
	On     day.Day `sql:"due_day"`
	// First and Last are the days of the period, both inclusive; nil if they are not known or if it has no end.
	First     *day.Day `sql:"first_day"`
	Last      *day.Day `sql:"last_day"`
	Perpetual bool     `sql:"perpetual"`
	Unit      gid.ID   `sql:"unit"`
	Scale     int64    `sql:"scale"`
	Unlimited bool     `sql:"unlimited"`
	// Quantity is what the period grants, in base units; nil if it has no limit or that is not known.
	Quantity *int64 `sql:"quantity"`
	// Minor is the amount in minor units of Currency; both are nil if there is none.
	Minor    *int64  `sql:"minor"`
	Currency *string `sql:"currency"`
	Partner  *gid.ID `sql:"partner"`
	// InParts is 1 if the period is paid in instalments, and the row is not one of them.
	InParts int64 `sql:"in_parts"`
}

// OrderedAmounts returns what is ordered and due from one day to another, both included, in accounts, in the order of
// lines, days and periods. It takes two statements. Trials do not count, nor does what is under a decision that rules a
// renewal out on the day or, if the period begins later, on its first day. SUSPENDED and ON_HOLD do not matter.
func OrderedAmounts(ctx context.Context, v *page.View, who *viewer.Viewer, query EndingQuery, accounts []int64) (
	[]Ordered, error) {
	var whole, parts []Ordered
	err := v.ScanBelow(ctx, lineitem.Table, func(q *page.Query) { query.begins(q, accounts) }, &whole)
	if err != nil {
		return nil, err
	}
	err = v.ScanBelow(ctx, instalment.Table, func(q *page.Query) { query.instalments(q, accounts) }, &parts)
	if err != nil {
		return nil, err
	}
	whole = slices.DeleteFunc(whole, func(o Ordered) bool { return o.InParts != 0 && seesSale(who, orNone(o.Partner)) })
	for i := range whole {
		if o := &whole[i]; !seesSale(who, orNone(o.Partner)) {
			o.Minor, o.Currency = nil, nil
		}
	}
	for _, o := range parts {
		if seesSale(who, orNone(o.Partner)) {
			whole = append(whole, o)
		}
	}
	slices.SortFunc(whole, func(a, b Ordered) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.On, b.On), cmp.Compare(a.Period, b.Period),
			cmp.Compare(a.Holder, b.Holder))
	})
	return whole, nil
}

// begins writes the statement about the periods that begin.
func (query EndingQuery) begins(q *page.Query, accounts []int64) {
	holder := account.Each(q, lineitem.FieldAccountID, accounts, query.Below)
	p := q.Join(period.Table, "op", func(p *sql.SelectTable) *sql.Predicate {
		return sql.And(sql.ColumnsEQ(p.C(period.FieldLineItemID), q.C(lineitem.FieldID)),
			sql.GTE(p.C(period.FieldStartsOn), int64(query.From)), sql.LTE(p.C(period.FieldStartsOn), int64(query.To)))
	})
	first := q.ColumnValue(p.C(period.FieldStartsOn))
	selectOrdered(q, q, p, holder, p.C(period.FieldStartsOn))
	parts := q.Sub(instalment.Table, "oi")
	parts.Select(parts.C(instalment.FieldID)).Where(sql.ColumnsEQ(parts.C(instalment.FieldPeriodID),
		p.C(period.FieldID)))
	q.AppendSelect(sql.As(p.C(period.FieldPriceMinor), "minor"), p.C(period.FieldCurrency))
	q.SelectIs(sql.Exists(parts.Selector), "in_parts")
	// A line ends no earlier than the last period that counts. The index skips those that ended before.
	q.Where(sql.GTE(q.C(lineitem.FieldEndsOn), int64(query.From))).Where(countsOn(q, q, p, first))
}

// instalments writes the statement about the instalments that are due.
func (query EndingQuery) instalments(q *page.Query, accounts []int64) {
	holder := account.Each(q, instalment.FieldAccountID, accounts, query.Below)
	due := q.C(instalment.FieldDueOn)
	p := q.Join(period.Table, "op", func(p *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(p.C(period.FieldID), q.C(instalment.FieldPeriodID))
	})
	l := q.Join(lineitem.Table, "ol", func(l *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(l.C(lineitem.FieldID), p.C(period.FieldLineItemID))
	})
	selectOrdered(q, l, p, holder, due)
	q.AppendSelect(sql.As(q.C(instalment.FieldPriceMinor), "minor"), q.C(instalment.FieldCurrency))
	first := p.C(period.FieldStartsOn)
	q.Where(sql.And(sql.GTE(due, int64(query.From)), sql.LTE(due, int64(query.To)))).
		Where(countsOn(q, l, p, q.ColumnValue("(CASE WHEN "+due+" < "+first+" THEN "+first+" ELSE "+due+" END)")))
}

// selectOrdered selects what an Ordered says of a period p of a line l, without the amount.
func selectOrdered(q *page.Query, l, p columns, holder, due string) {
	unit := q.Join(unitofmeasure.Table, "un", func(u *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(u.C(unitofmeasure.FieldID), l.C(lineitem.FieldUnitID))
	})
	sale := joinSale(q, l.C(lineitem.FieldEntitlementID))
	q.Select(sql.As(holder, "holder"), sql.As(l.C(lineitem.FieldID), "line"),
		sql.As(p.C(period.FieldID), "period"), sql.As(due, "due_day"),
		sql.As(p.C(period.FieldStartsOn), "first_day"), sql.As(p.C(period.FieldEndsOn), "last_day"),
		sql.As(l.C(lineitem.FieldUnitID), "unit"), unit.C(unitofmeasure.FieldScale), p.C(period.FieldUnlimited),
		p.C(period.FieldPerpetual),
		sql.As(Limited(p), "quantity"), sql.As(sale.C("channel_partner_id"), "partner"))
}

// countsOn is the condition that a period of a line is no trial, that no decision about it holds on a day, and that the
// line may be renewed on that day.
func countsOn(q *page.Query, l, p columns, on any) *sql.Predicate {
	return sql.And(sql.NEQ(p.C(period.FieldTerm), string(vocabulary.TermTrial)), IsFree(q, p, on),
		Renewable(q, l, l.C(lineitem.FieldEntitlementID), "en", on))
}
