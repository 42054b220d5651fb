package explain

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/home"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/suitemember"
	"github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	granted "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// row is what a line item itself says.
type row struct {
	ID           int64    `sql:"id"`
	Account      gid.ID   `sql:"account_id"`
	Product      gid.ID   `sql:"product_id"`
	ProductLine  gid.ID   `sql:"product_line_id"`
	Unit         gid.ID   `sql:"unit_id"`
	Used         int64    `sql:"used"`
	InForceUntil *day.Day `sql:"in_force_until"`
	NextStartsOn *day.Day `sql:"next_starts_on"`
	Partner      *gid.ID  `sql:"partner"`
	System       *string  `sql:"holder"`
	RetiredAt    *int64   `sql:"retired_at"`
}

func readLine(ctx context.Context, v *page.View, line gid.ID) ([]row, error) {
	return readRows(ctx, v, func(q *page.Query) { q.Equal(lineitem.FieldID, int64(line)) })
}

// readLines reads the lines of an account for a product, and for suites that contain it.
func readLines(ctx context.Context, v *page.View, of, product gid.ID) ([]row, error) {
	return readRows(ctx, v, func(q *page.Query) {
		members := q.Sub(suitemember.Table, "sm")
		members.Select(members.C(suitemember.FieldID)).Where(sql.And(
			sql.ColumnsEQ(members.C(suitemember.FieldSuiteID), q.C(lineitem.FieldProductID)),
			sql.EQ(members.C(suitemember.FieldProductID), int64(product))))
		q.Equal(lineitem.FieldAccountID, int64(of))
		q.Where(sql.Or(sql.EQ(q.C(lineitem.FieldProductID), int64(product)), sql.Exists(members.Selector)))
	})
}

func readRows(ctx context.Context, v *page.View, which func(*page.Query)) ([]row, error) {
	var rows []row
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		e := q.Join(entitlement.Table, "en", func(e *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(e.C(entitlement.FieldID), q.C(lineitem.FieldEntitlementID))
		})
		a := q.Join(account.Table, "ac", func(a *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(a.C(account.FieldID), q.C(lineitem.FieldAccountID))
		})
		h := q.JoinMaybe(home.Table, "ho", func(h *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.ColumnsEQ(h.C(home.FieldAccountID), q.C(lineitem.FieldAccountID)),
				sql.ColumnsEQ(h.C(home.FieldProductLineID), q.C(lineitem.FieldProductLineID)))
		})
		s := q.JoinMaybe(system.Table, "sy", func(s *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(s.C(system.FieldID), h.C(home.FieldSystemID))
		})
		q.Select(append(q.Columns(lineitem.FieldID, lineitem.FieldAccountID, lineitem.FieldProductID,
			lineitem.FieldProductLineID, lineitem.FieldUnitID, lineitem.FieldUsed, lineitem.FieldInForceUntil,
			lineitem.FieldNextStartsOn), sql.As(e.C(entitlement.FieldChannelPartnerID), "partner"),
			sql.As(s.C(system.FieldCode), "holder"), sql.As(a.C(account.FieldRetiredAt), "retired_at"))...)
		which(q)
	}, &rows)
	return rows, err
}

// reading is what is read of lines for an action.
type reading struct {
	v     *page.View
	q     Question
	rows  []row
	ids   []int64
	facts []*granted.Facts
	terms map[gid.ID]granted.Term
}

// readRights reads what eligibility is told of lines, in their order, as far as the action asks for it.
func readRights(ctx context.Context, v *page.View, q Question, rows []row) ([]*eligibility.Right, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	r := &reading{v: v, q: q, rows: rows, ids: make([]int64, len(rows))}
	for i := range rows {
		r.ids[i] = rows[i].ID
	}
	var err error
	if r.facts, err = granted.FactsOf(ctx, v, r.ids); err != nil {
		return nil, err
	}
	if r.terms, err = granted.TermsOf(ctx, v, r.ids); err != nil {
		return nil, err
	}
	rights := make([]*eligibility.Right, len(rows))
	for i := range rows {
		f := r.facts[i]
		rights[i] = &eligibility.Right{Line: gid.ID(rows[i].ID), Decisions: f.Holding(q.On),
			Standing: f.StandingOn(q.On, r.terms), Amount: f.AmountOn(q.On, rows[i].Used),
			System: orEmpty(rows[i].System), AccountRetired: rows[i].RetiredAt != nil}
		if rows[i].Partner != nil {
			rights[i].Partner = *rows[i].Partner
		}
	}
	switch q.Action {
	case vocabulary.EligibilityActionActivate:
		return rights, r.addUse(ctx, rights)
	case vocabulary.EligibilityActionSupport:
		return rights, r.addCoverages(ctx, rights)
	case vocabulary.EligibilityActionRenew:
		return rights, r.addRenewals(ctx, rights)
	case vocabulary.EligibilityActionDownload: // nothing more is known of it
	}
	return rights, nil
}

// addUse adds what was in use on a past day. What is in use today is in use on a day to come.
func (r *reading) addUse(ctx context.Context, rights []*eligibility.Right) error {
	if r.q.On >= r.q.Today {
		return nil
	}
	stored := make([]granted.Stored, len(r.rows))
	for i := range r.rows {
		stored[i] = granted.Stored{Amounts: granted.Amounts{Used: r.rows[i].Used}, InForceUntil: r.rows[i].InForceUntil,
			NextStartsOn: r.rows[i].NextStartsOn}
	}
	amounts, err := granted.AmountsOn(ctx, r.v, r.q.On, r.q.Today, r.ids, stored)
	for i, a := range amounts {
		rights[i].Amount = r.facts[i].AmountOn(r.q.On, a.Used)
	}
	return err
}

func (r *reading) addCoverages(ctx context.Context, rights []*eligibility.Right) error {
	coverages, err := coverage.FactsOfLines(ctx, r.v, r.ids)
	for i, list := range coverages {
		rights[i].Coverage = coverage.EligibleOn(r.facts[i], list, r.q.On)
	}
	return err
}

// addRenewals adds what a renewal would follow, and whether a part number sells it.
func (r *reading) addRenewals(ctx context.Context, rights []*eligibility.Right) error {
	var parts []gid.ID
	for i := range rights {
		rights[i].Renewal = r.facts[i].RenewalOn(r.q.On, r.terms)
		if part := r.terms[rights[i].Renewal.Term].PartNumber; part != 0 {
			parts = append(parts, part)
		}
	}
	sold, err := catalog.SoldWithSuccessors(ctx, r.v, parts)
	if err != nil {
		return err
	}
	for i := range rights {
		if renewal := &rights[i].Renewal; renewal.Term != 0 {
			last := r.terms[renewal.Term]
			line := granted.SoldLine{Product: r.rows[i].Product, Unit: r.rows[i].Unit, Model: last.Model}
			renewal.Sold = line.GoesOn(sold, last.PartNumber, renewal.After)
		}
	}
	return nil
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
