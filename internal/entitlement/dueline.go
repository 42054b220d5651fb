package entitlement

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
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

// dueRow is a line that ends, as DueLines reads it, with the period in force on its last day.
type dueRow struct {
	endingRow
	Account    gid.ID   `sql:"account"`
	Period     gid.ID   `sql:"period"`
	Amends     *gid.ID  `sql:"amends_id"`
	First      *day.Day `sql:"first_day"`
	Last       *day.Day `sql:"last_day"`
	NoLimit    bool     `sql:"no_limit"`
	Granted    *int64   `sql:"granted_then"`
	PartNumber *gid.ID  `sql:"part_number"`
	Price      *int64   `sql:"price"`
	Currency   *string  `sql:"currency"`
	Partner    *gid.ID  `sql:"partner"`
	Succeeded  int64    `sql:"succeeded"`
}

// DueLines returns each line of which something ends and is due, by the rules of EndingLines, with what was paid for
// its last term as far as the viewer sees it. Lines are in the order of their ends, each once for every account asked
// for that has it. It takes one statement, one more if periods are amendments, and those of RenewingOf if lines have
// successors.
func DueLines(ctx context.Context, v *page.View, who *viewer.Viewer, query EndingQuery, accounts []int64) (
	[]DueLine, error) {
	var found []dueRow
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) { query.each(q, accounts) }, &found)
	if err != nil {
		return nil, err
	}
	var amended, succeeded []int64
	for i := range found {
		if found[i].Amends != nil {
			amended = append(amended, *found[i].Line)
		}
		if found[i].Succeeded != 0 {
			succeeded = append(succeeded, *found[i].Line)
		}
	}
	terms, err := termsBegun(ctx, v, distinct(amended))
	if err != nil {
		return nil, err
	}
	succeeded = distinct(succeeded)
	renewing, err := RenewingOf(ctx, v, succeeded)
	if err != nil {
		return nil, err
	}
	out := make([]DueLine, 0, len(found))
	for i := range found {
		r := &found[i]
		line := r.dueLine(who, terms)
		if r.Succeeded != 0 {
			at, _ := slices.BinarySearch(succeeded, *r.Line)
			left, due := renewing[at].Due(r.On)
			if !due {
				continue
			}
			if line.Quantity = nil; left != nil {
				n := left.Int64()
				line.Quantity = &n
			}
		}
		out = append(out, line)
	}
	slices.SortFunc(out, func(a, b DueLine) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Holder, b.Holder))
	})
	return out, nil
}

// each writes the statement that reads every line that ends, also those of which others took over all.
func (query EndingQuery) each(q *page.Query, accounts []int64) {
	e := query.join(q, accounts)
	p := e.period
	sale := joinSale(q, q.C(lineitem.FieldEntitlementID))
	q.Select(append(e.selected(), sql.As(q.C(lineitem.FieldID), "line"),
		sql.As(q.C(lineitem.FieldAccountID), "account"), sql.As(p.C(period.FieldID), "period"),
		p.C(period.FieldAmendsID), sql.As(p.C(period.FieldStartsOn), "first_day"),
		sql.As(p.C(period.FieldEndsOn), "last_day"), sql.As(p.C(period.FieldUnlimited), "no_limit"),
		sql.As(p.C(period.FieldQuantity), "granted_then"), sql.As(p.C(period.FieldPartNumberID), "part_number"),
		sql.As(p.C(period.FieldPriceMinor), "price"), p.C(period.FieldCurrency),
		sql.As(sale.C("channel_partner_id"), "partner"))...)
	q.SelectIs(e.held(), "held").SelectIs(endsEvergreenWith(q, p), "evergreen").SelectIs(e.succeeded(), "succeeded")
}

func (r *dueRow) dueLine(who *viewer.Viewer, terms map[gid.ID]*termRow) DueLine {
	line := DueLine{Holder: r.Holder, Account: r.Account, Line: gid.ID(*r.Line), Period: r.Period, On: r.On,
		ProductLine: r.ProductLine, Unit: r.Unit, ProductLineName: r.ProductLineName, UnitCode: r.UnitCode,
		Scale: r.Scale, Held: r.Held != 0, Evergreen: r.Evergreen != 0, Unlimited: r.NoLimit,
		PartNumber: orNone(r.PartNumber)}
	if !r.NoLimit {
		line.Quantity = r.Granted
	}
	term := &termRow{ID: r.Period, First: r.First, Last: r.Last, Unlimited: r.NoLimit, Quantity: r.Granted,
		Price: r.Price, Currency: r.Currency}
	if r.Amends != nil {
		if known := terms[r.Period]; known != nil {
			term = beginning(known, func(t *termRow) gid.ID { return orNone(t.Amends) },
				func(id gid.ID) *termRow { return terms[id] })
		}
	}
	line.Paid = PaidTerm{First: term.First, Last: term.Last, Unlimited: term.Unlimited, Quantity: term.Quantity}
	if seesSale(who, r.Partner) && term.Price != nil {
		line.Paid.PriceMinor, line.Paid.Currency = term.Price, *term.Currency
	}
	return line
}

// termRow is a period as termsBegun reads it.
type termRow struct {
	ID        gid.ID   `sql:"id"`
	Amends    *gid.ID  `sql:"amends_id"`
	First     *day.Day `sql:"starts_on"`
	Last      *day.Day `sql:"ends_on"`
	Unlimited bool     `sql:"unlimited"`
	Quantity  *int64   `sql:"quantity"`
	Price     *int64   `sql:"price_minor"`
	Currency  *string  `sql:"currency"`
}

// termsBegun returns the periods of lines by their ids, with one statement, or none without lines.
func termsBegun(ctx context.Context, v *page.View, lines []int64) (map[gid.ID]*termRow, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	var found []termRow
	err := v.ScanBelow(ctx, period.Table, func(q *page.Query) {
		q.Select(q.Columns(period.FieldID, period.FieldAmendsID, period.FieldStartsOn, period.FieldEndsOn,
			period.FieldUnlimited, period.FieldQuantity, period.FieldPriceMinor, period.FieldCurrency)...).
			Where(q.In(q.C(period.FieldLineItemID), lines))
	}, &found)
	of := make(map[gid.ID]*termRow, len(found))
	for i := range found {
		of[found[i].ID] = &found[i]
	}
	return of, err
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
		if seesSale(who, f.Partner) {
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
