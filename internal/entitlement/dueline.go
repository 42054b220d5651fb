package entitlement

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// DueLine is a line that ends on a day and of which something is due for renewal.
type DueLine struct {
	// Holder is the account asked for, and Account the one to which the line belongs.
	Holder  int64
	Account gid.ID
	Line    gid.ID
	// Period is the one in force on the last day.
	Period            gid.ID
	On                day.Day
	ProductLine, Unit int64
	ProductLineName   string
	UnitCode          string
	Scale             int64
	// Held says that it is SUSPENDED or ON_HOLD on its last day, and Evergreen that it is renewed by itself.
	Held, Evergreen bool
	// Unlimited says that the period in force has no limit. Quantity is how much is due, in base units; nil if there is
	// no limit or it is not known.
	Unlimited bool
	Quantity  *int64
	// PartNumber is that of the period in force; 0 if there is none.
	PartNumber gid.ID
	// Paid is the period with which the term began that ends. It has no price if the viewer may not see it.
	Paid PaidTerm
}

// dueRow is a line that ends, as DueLines reads it.
type dueRow struct {
	Holder          int64   `sql:"holder"`
	On              day.Day `sql:"ends_on"`
	ProductLine     int64   `sql:"product_line"`
	ProductLineName string  `sql:"product_line_name"`
	Unit            int64   `sql:"unit"`
	UnitCode        string  `sql:"unit_code"`
	Scale           int64   `sql:"scale"`
	Line            int64   `sql:"line"`
	Account         gid.ID  `sql:"account"`
	Decided         bool    `sql:"decided"`
	Header          int64   `sql:"header"`
	HeaderDecided   bool    `sql:"header_decided"`
	Partner         *gid.ID `sql:"partner"`
	// about are the decisions about the line and about its header.
	about Decisions
}

// hasOn tells whether a decision of one of the kinds holds about the line or its header on its last day.
func (r *dueRow) hasOn(kinds []vocabulary.Decision) bool {
	return slices.ContainsFunc(r.about, func(d Decided) bool {
		return d.Holds(r.On) && slices.Contains(kinds, d.Kind)
	})
}

// DueLines returns each line of which something ends and is due, by the rules of EndingLines, with what was paid for
// its last term as far as the viewer sees it. Lines are in the order of their ends, each once for every account asked
// for that has it. The rules are those of Facts: in one statement, databases take several times as long for them. It
// takes three statements, one more if there are decisions about the lines or their periods, one if there are some about
// their successors, and those of FactsOf if terms are evergreen.
func DueLines(ctx context.Context, v *page.View, who *viewer.Viewer, query EndingQuery, accounts []int64) (
	[]DueLine, error) {
	var found []dueRow
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) { query.each(q, accounts) }, &found)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	ids := make([]int64, len(found))
	var decisions DecisionReader
	for i := range found {
		r := &found[i]
		add := func(d Decisions) { r.about = append(r.about, d...) }
		decisions.About(r.Decided, r.Line, add)
		decisions.About(r.HeaderDecided, r.Header, add)
		ids[i] = r.Line
	}
	ids = distinct(ids)
	lines, err := termsOfLines(ctx, v, ids, &decisions)
	if err != nil {
		return nil, err
	}
	successors, err := successorsOf(ctx, v, ids)
	if err != nil {
		return nil, err
	}
	out := make([]DueLine, 0, len(found))
	var evergreen []int64
	for i := range found {
		r := &found[i]
		line := lines[r.Line]
		if line == nil || r.hasOn(notRenewed) {
			continue
		}
		renewing := Renewing{line.Facts, successors[r.Line]}
		left, due := renewing.Due(r.On)
		if !due {
			continue
		}
		p := line.InForce(r.On)
		out = append(out, r.dueLine(who, line, p, left))
		if p.RenewsOn != nil {
			evergreen = append(evergreen, r.Line)
		}
	}
	slices.SortFunc(out, func(a, b DueLine) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Holder, b.Holder))
	})
	return out, markEvergreen(ctx, v, out, distinct(evergreen))
}

// each writes the statement that reads every line whose last day is in the range.
func (query EndingQuery) each(q *page.Query, accounts []int64) {
	holder := account.Each(q, lineitem.FieldAccountID, accounts, query.Below)
	groups := JoinGroups(q, q.C(lineitem.FieldProductLineID), q.C(lineitem.FieldUnitID))
	sale := joinSale(q, q.C(lineitem.FieldEntitlementID))
	q.Select(sql.As(holder, "holder"), q.C(lineitem.FieldEndsOn), sql.As(groups[0], "product_line"),
		sql.As(groups[1], "product_line_name"), sql.As(groups[2], "unit"), sql.As(groups[3], "unit_code"),
		sql.As(groups[4], "scale"), sql.As(q.C(lineitem.FieldID), "line"),
		sql.As(q.C(lineitem.FieldAccountID), "account"), q.C(lineitem.FieldDecided),
		sql.As(q.C(lineitem.FieldEntitlementID), "header"), sql.As(sale.C(decidedColumn), "header_decided"),
		sql.As(sale.C("channel_partner_id"), "partner")).
		Where(sql.And(sql.GTE(q.C(lineitem.FieldEndsOn), int64(query.From)),
			sql.LTE(q.C(lineitem.FieldEndsOn), int64(query.To))))
}

// dueLine is the line if so much is due when the period p ends; nil if that has no limit or is not known.
func (r *dueRow) dueLine(who *viewer.Viewer, of *lineTerms, p *PeriodFact, left *big.Int) DueLine {
	line := DueLine{Holder: r.Holder, Account: r.Account, Line: gid.ID(r.Line), Period: p.ID, On: r.On,
		ProductLine: r.ProductLine, Unit: r.Unit, ProductLineName: r.ProductLineName, UnitCode: r.UnitCode,
		Scale: r.Scale, Held: r.hasOn(held), Unlimited: p.Unlimited}
	if left != nil {
		n := left.Int64()
		line.Quantity = &n
	}
	row := func(id gid.ID) *termRow { return of.rows[id] }
	line.PartNumber = orNone(row(p.ID).PartNumber)
	term := beginning(row(p.ID), func(t *termRow) gid.ID { return orNone(t.Amends) }, row)
	line.Paid = PaidTerm{First: term.First, Last: term.Last, Unlimited: term.Unlimited, Quantity: term.Quantity}
	if seesSale(who, orNone(r.Partner)) && term.Price != nil {
		line.Paid.PriceMinor, line.Paid.Currency = term.Price, *term.Currency
	}
	return line
}

// lineTerms are the periods of a line, as facts and as rows by their ids.
type lineTerms struct {
	Facts
	rows map[gid.ID]*termRow
}

// termRow is a period as termsOfLines reads it.
type termRow struct {
	ID         gid.ID          `sql:"id"`
	Line       int64           `sql:"line_item_id"`
	Renews     *gid.ID         `sql:"renews_id"`
	Replaces   *gid.ID         `sql:"replaces_id"`
	Amends     *gid.ID         `sql:"amends_id"`
	First      *day.Day        `sql:"starts_on"`
	Last       *day.Day        `sql:"ends_on"`
	Ranked     clock.Instant   `sql:"ranked_at"`
	Term       vocabulary.Term `sql:"term"`
	Perpetual  bool            `sql:"perpetual"`
	Unlimited  bool            `sql:"unlimited"`
	Quantity   *int64          `sql:"quantity"`
	RenewsOn   *day.Day        `sql:"renews_on"`
	Decided    bool            `sql:"decided"`
	PartNumber *gid.ID         `sql:"part_number_id"`
	Price      *int64          `sql:"price_minor"`
	Currency   *string         `sql:"currency"`
}

// termsOfLines returns the periods of lines by the ids of the lines. It reads the decisions about them, and those that
// were asked for before, with one statement if there are any.
func termsOfLines(ctx context.Context, v *page.View, lines []int64, decisions *DecisionReader) (
	map[int64]*lineTerms, error) {
	var found []termRow
	err := v.ScanBelow(ctx, period.Table, func(q *page.Query) {
		q.Select(q.Columns(period.FieldID, period.FieldLineItemID, period.FieldRenewsID, period.FieldReplacesID,
			period.FieldAmendsID, period.FieldStartsOn, period.FieldEndsOn, period.FieldRankedAt, period.FieldTerm,
			period.FieldPerpetual, period.FieldUnlimited, period.FieldQuantity, period.FieldRenewsOn,
			period.FieldDecided, period.FieldPartNumberID, period.FieldPriceMinor, period.FieldCurrency)...).
			Where(q.In(q.C(period.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return nil, err
	}
	of := make(map[int64]*lineTerms, len(lines))
	for i := range found {
		r := &found[i]
		line := of[r.Line]
		if line == nil {
			line = &lineTerms{rows: map[gid.ID]*termRow{}}
			of[r.Line] = line
		}
		n := len(line.Periods)
		decisions.About(r.Decided, int64(r.ID), func(d Decisions) { line.Periods[n].Decisions = d })
		line.rows[r.ID] = r
		line.Periods = append(line.Periods, PeriodFact{ID: r.ID, Renews: orNone(r.Renews),
			Replaces: orNone(r.Replaces), Amends: orNone(r.Amends), Interval: Interval{First: r.First, Last: r.Last},
			Ranked: r.Ranked, Trial: r.Term == vocabulary.TermTrial, Perpetual: r.Perpetual, Unlimited: r.Unlimited,
			Quantity: r.Quantity, RenewsOn: r.RenewsOn})
	}
	return of, decisions.Read(ctx, v)
}

// markEvergreen marks those of the lines that are renewed by themselves. Only lines with the given ids, which are
// sorted, can be.
func markEvergreen(ctx context.Context, v *page.View, lines []DueLine, ids []int64) error {
	facts, err := FactsOf(ctx, v, ids)
	if err != nil {
		return err
	}
	for i := range lines {
		l := &lines[i]
		if at, known := slices.BinarySearch(ids, int64(l.Line)); known {
			term := facts[at].Evergreen(l.On)
			l.Evergreen = term != nil && term.EndsOn == l.On && !term.Cancelled
		}
	}
	return nil
}

func distinct(ids []int64) []int64 {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// CurrenciesPaid returns the currencies in which rights of accounts were paid, by the ids of the accounts, in the order
// of their codes and as far as the viewer sees what was paid. Periods that a decision rules out do not count. It takes
// one statement, or none without accounts.
func CurrenciesPaid(ctx context.Context, v *page.View, who *viewer.Viewer, accounts []int64) (
	map[gid.ID][]string, error) {
	if len(accounts) == 0 {
		return nil, nil
	}
	var found []struct {
		Account  gid.ID  `sql:"account"`
		Currency string  `sql:"currency"`
		Partner  *gid.ID `sql:"partner"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		account.Each(q, lineitem.FieldAccountID, accounts, false)
		p := q.Join(period.Table, "pp", func(p *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.ColumnsEQ(p.C(period.FieldLineItemID), q.C(lineitem.FieldID)),
				sql.NotNull(p.C(period.FieldCurrency)), sql.Not(isRuledOut(q, p)))
		})
		sale := joinSale(q, q.C(lineitem.FieldEntitlementID))
		columns := []string{q.C(lineitem.FieldAccountID), p.C(period.FieldCurrency), sale.C("channel_partner_id")}
		q.Select(sql.As(columns[0], "account"), columns[1], sql.As(columns[2], "partner")).GroupBy(columns...)
	}, &found)
	if err != nil {
		return nil, err
	}
	of := map[gid.ID][]string{}
	for _, f := range found {
		if seesSale(who, orNone(f.Partner)) {
			of[f.Account] = append(of[f.Account], f.Currency)
		}
	}
	for id, codes := range of {
		slices.Sort(codes)
		of[id] = slices.Compact(codes)
	}
	return of, nil
}

// LineUnit is a line with how many base units make one of its unit.
type LineUnit struct {
	Holder int64  `sql:"holder"`
	Line   gid.ID `sql:"line"`
	Scale  int64  `sql:"scale"`
}

// LinesAmong returns those of some lines that the viewer sees in accounts, or with below in accounts below them, each
// once for every account asked for that has it. It takes one statement, or none without lines.
func LinesAmong(ctx context.Context, v *page.View, lines, accounts []int64, below bool) ([]LineUnit, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	var found []LineUnit
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		holder := account.Each(q, lineitem.FieldAccountID, accounts, below)
		unit := q.Join(unitofmeasure.Table, "un", func(u *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(u.C(unitofmeasure.FieldID), q.C(lineitem.FieldUnitID))
		})
		q.Select(sql.As(holder, "holder"), sql.As(q.C(lineitem.FieldID), "line"), unit.C(unitofmeasure.FieldScale)).
			Where(q.In(q.C(lineitem.FieldID), lines))
	}, &found)
	return found, err
}
