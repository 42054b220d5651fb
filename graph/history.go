package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/history"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func historySubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "RightEvent", Value: (*history.Event)(nil), Fields: plan.Fields{
				"recordedAt":  plan.Plain(func(_ *plan.Call, r plan.Row) any { return eventOf(r).At }),
				"kind":        plan.Plain(func(_ *plan.Call, r plan.Row) any { return eventOf(r).Kind }),
				"entitlement": eventKey(func(e *history.Event) gid.ID { return e.Entitlement }),
				"lineItem":    eventKey(func(e *history.Event) gid.ID { return e.LineItem }),
				"period":      eventKey(func(e *history.Event) gid.ID { return e.Period }),
				"coverage":    eventKey(func(e *history.Event) gid.ID { return e.Coverage }),
				"coverageItem": eventKey(func(e *history.Event) gid.ID {
					return e.CoverageItem
				}),
				"decision": eventKey(func(e *history.Event) gid.ID { return e.Decision }),
			}},
			{Name: "RightEventPage", Value: (*history.Page)(nil), Fields: plan.Fields{
				"events": plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Value().(*history.Page).Events }),
				"endCursor": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return orNull(r.Value().(*history.Page).Cursor)
				}),
				"hasNextPage": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return r.Value().(*history.Page).More
				}),
			}},
		},
		queries: plan.Fields{
			"entitlementHistory": plan.Value(entitlementHistory).Running(history.Statements()).
				Judged(judgeHistory(historyOfEntitlement)),
			"changes": plan.Value(changes).Running(history.Statements()).
				Judged(judgeHistory(changesAsked)),
		},
	}
}

func eventOf(r plan.Row) *history.Event { return r.Value().(*history.Event) }

func eventKey(id func(*history.Event) gid.ID) *plan.Field {
	return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return id(eventOf(r)) })
}

func judgeHistory(ask func(*plan.Call) history.Question) func(*plan.Call) error {
	return func(c *plan.Call) error { return ask(c).Check() }
}

// pageAsked returns the page that the arguments ask for, of a list that the parts tell from others.
func pageAsked(c *plan.Call, parts ...any) page.Request {
	return page.Request{
		Args:    page.Args{First: plan.Arg[*int](c, "first"), After: plan.Arg[*string](c, "after")},
		Binding: page.Binding(append([]any{"history", viewer.Seal(c)}, parts...)...),
	}
}

func historyOfEntitlement(c *plan.Call) history.Question {
	q := history.Question{Entitlement: plan.Arg[gid.ID](c, "entitlement"), LineItem: orNone(plan.Arg[*gid.ID](c,
		"lineItem"))}
	q.Page = pageAsked(c, q.Entitlement, q.LineItem)
	return q
}

func changesAsked(c *plan.Call) history.Question {
	from, to := plan.Arg[clock.Instant](c, "from"), plan.Arg[clock.Instant](c, "to")
	q := history.Question{Account: plan.Arg[gid.ID](c, "account"), From: &from, To: &to}
	q.Page = pageAsked(c, q.Account, from, to)
	return q
}

func entitlementHistory(c *plan.Call, _ plan.Row) (any, error) {
	return readHistory(c, historyOfEntitlement(c))
}

func changes(c *plan.Call, _ plan.Row) (any, error) {
	q := changesAsked(c)
	if c.Viewer.Closed(q.Account, vocabulary.ServiceLicensing) {
		return nil, account.LicensingClosed("account")
	}
	return readHistory(c, q)
}

func readHistory(c *plan.Call, q history.Question) (any, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	if err := history.Find(c, c.View, q); err != nil {
		return nil, err
	}
	found, err := history.Read(c, c.View, q)
	return &found, err
}
