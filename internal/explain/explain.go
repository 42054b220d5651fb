// Package explain reads what package eligibility judges: whether the viewer may activate, download, get support for or
// renew a line, or one of an account's lines of a product, and who at the customer can take a reason away. See
// README.md.
package explain

import (
	"cmp"
	"context"
	"slices"

	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Question asks for a line item, or for the lines of an account for a product.
type Question struct {
	Subject gid.ID
	// Product is nil for a line item.
	Product   *gid.ID
	Action    vocabulary.EligibilityAction
	On, Today day.Day
}

// Answer says whether the action is allowed, and all reasons.
type Answer struct {
	Action  vocabulary.EligibilityAction
	On      day.Day
	Allowed bool
	// Reasons are those about the viewer and the account, and then those of each of Lines.
	Reasons []*eligibility.Reason
	// Lines are the lines that were judged, the best first, at most MaxLines of them; LineItemCount counts all.
	Lines         []*Line
	LineItemCount int
}

// MaxLines is the maximum number of lines of an answer. All lines are judged.
const MaxLines = 100

// Line is a line that was judged.
type Line struct {
	LineItem gid.ID
	Allowed  bool
	reasons  []*eligibility.Reason
}

// Eligibility answers a question. The number of its statements does not depend on how many lines there are. It returns
// BAD_INPUT or NOT_FOUND.
func Eligibility(ctx context.Context, v *page.View, who *viewer.Viewer, q Question) (*Answer, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	about, err := q.find(ctx, v, who)
	if err != nil {
		return nil, err
	}
	a := &Answer{Action: q.Action, On: q.On, LineItemCount: len(about.rows)}
	asks := about.askers(who, q.Action)
	if productLine, one := about.oneLine(); one {
		a.Reasons, asks = asks(productLine), nil
	}
	if len(about.rows) == 0 && !about.isClosed(who) {
		a.Reasons = append(a.Reasons, eligibility.NoRight())
	}
	allowed := eligibility.Allows(a.Reasons)
	if a.Lines, err = judge(ctx, v, q, about.rows, asks); err != nil {
		return nil, err
	}
	a.Allowed = allowed && len(a.Lines) > 0 && a.Lines[0].Allowed
	a.Lines = a.Lines[:min(len(a.Lines), MaxLines)]
	for _, l := range a.Lines {
		a.Reasons = append(a.Reasons, l.reasons...)
	}
	return a, about.addPeople(ctx, v, who, q.Today, a.Reasons)
}

// Check returns what is wrong with a question, whoever asks it.
func (q Question) check() error {
	switch t := q.Subject.Type(); {
	case t == gid.LineItem && q.Product != nil:
		return fault.Bad("product", "A line item has its product.", "Leave product out, or name an account in subject.")
	case t == gid.Account && q.Product == nil:
		return fault.Bad("product", "The question about an account is about one product.", "Name the product.")
	case t != gid.LineItem && t != gid.Account:
		return fault.Bad("subject", "The question is about a line item, or about an account and a product.",
			"Give the id of a line item or of an account.")
	}
	return nil
}

// subject is what a question is about.
type subject struct {
	account, productLine gid.ID
	rows                 []row
}

// find reads what the question is about, as far as the viewer may see it.
func (q Question) find(ctx context.Context, v *page.View, who *viewer.Viewer) (*subject, error) {
	if q.Product == nil {
		rows, err := readLine(ctx, v, q.Subject)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			return nil, fault.Missing("subject", "LineItem", q.Subject)
		}
		return &subject{rows[0].Account, rows[0].ProductLine, rows}, nil
	}
	known, err := v.Count(ctx, page.TableNamed("accounts"), func(a *page.Query) {
		a.Equal("id", int64(q.Subject))
	})
	if err != nil {
		return nil, err
	}
	if known == 0 {
		return nil, fault.Missing("subject", "Account", q.Subject)
	}
	var found []struct {
		ProductLine gid.ID `sql:"product_line_id"`
	}
	err = v.Scan(ctx, product.Table, func(p *page.Query) {
		p.Equal(product.FieldID, int64(*q.Product))
		p.Select(p.C(product.FieldProductLineID))
	}, &found)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fault.Missing("product", "Product", *q.Product)
	}
	s := &subject{account: q.Subject, productLine: found[0].ProductLine}
	s.rows, err = readLines(ctx, v, q.Subject, *q.Product)
	return s, err
}

// oneLine returns the product line of all that is judged; false if it is of several. A suite contains products of other
// product lines.
func (s *subject) oneLine() (gid.ID, bool) {
	if len(s.rows) == 0 {
		return s.productLine, true
	}
	return s.rows[0].ProductLine, !slices.ContainsFunc(s.rows, func(r row) bool {
		return r.ProductLine != s.rows[0].ProductLine
	})
}

// isClosed tells whether the rights of the account are closed to the viewer.
func (s *subject) isClosed(who *viewer.Viewer) bool {
	_, services := who.In(s.account, s.productLine)
	return !who.SeesEverything() && !services.Has(vocabulary.ServiceLicensing)
}

// askers returns what tells the reasons about the viewer in a product line: roles and services may differ there.
func (s *subject) askers(who *viewer.Viewer, action vocabulary.EligibilityAction) askers {
	return func(productLine gid.ID) []*eligibility.Reason {
		roles, services := who.In(s.account, productLine)
		asker := eligibility.Asker{Producer: who.SeesEverything(), Roles: roles, Services: services}
		return asker.Judge(action)
	}
}

type askers func(productLine gid.ID) []*eligibility.Reason

// judge judges lines, the best first: one that allows the action, then one with the fewest reasons against it. If asks
// is given, the reasons about the viewer are those of each line.
func judge(ctx context.Context, v *page.View, q Question, rows []row, asks askers) ([]*Line, error) {
	rights, err := readRights(ctx, v, q, rows)
	if err != nil {
		return nil, err
	}
	lines := make([]*Line, len(rights))
	for i, r := range rights {
		reasons := eligibility.Judge(q.Action, q.On, r)
		if asks != nil {
			about := asks(rows[i].ProductLine)
			for _, reason := range about {
				reason.Line = r.Line
			}
			reasons = append(about, reasons...)
		}
		lines[i] = &Line{r.Line, eligibility.Allows(reasons), reasons}
	}
	slices.SortFunc(lines, func(a, b *Line) int {
		return cmp.Or(cmp.Compare(a.refusals(), b.refusals()), cmp.Compare(len(a.reasons), len(b.reasons)),
			cmp.Compare(a.LineItem, b.LineItem))
	})
	return lines, nil
}

// refusals counts the reasons against the action.
func (l *Line) refusals() (n int) {
	for _, r := range l.reasons {
		if r.Refuses {
			n++
		}
	}
	return n
}

// addPeople adds to the remedies who has the roles that they need, as far as the viewer may know that.
func (s *subject) addPeople(ctx context.Context, v *page.View, who *viewer.Viewer, today day.Day,
	reasons []*eligibility.Reason) error {
	type place struct {
		productLine gid.ID
		role        vocabulary.Role
	}
	known := map[place][]*eligibility.Person{}
	for _, r := range reasons {
		productLine := s.productLineOf(r.Line)
		for _, m := range r.Remedies {
			if m.Role == nil || !account.SeesHolders(who, s.account, *m.Role) {
				continue
			}
			at := place{productLine, *m.Role}
			if _, read := known[at]; !read {
				holders, err := account.Holders(ctx, v, today, s.account, productLine, *m.Role)
				if err != nil {
					return err
				}
				people := make([]*eligibility.Person, len(holders))
				for i, h := range holders {
					people[i] = &eligibility.Person{User: h.User, Name: h.Name, Roles: h.Roles}
				}
				known[at] = people
			}
			m.People = known[at]
		}
	}
	return nil
}

// productLineOf returns the product line of a line item; that of the subject if a reason names none.
func (s *subject) productLineOf(line gid.ID) gid.ID {
	for i := range s.rows {
		if s.rows[i].ID == int64(line) {
			return s.rows[i].ProductLine
		}
	}
	return s.productLine
}
