package naive

import (
	"encoding/json"
	"slices"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
)

// recorded is something that was recorded about a right. place is its position among what was recorded: the moment,
// the kind of the row, and the row.
type recorded struct {
	place  []any
	kind   string
	fields map[string]any
}

var inTime = order{name: "RECORDED", columns: []string{"at", "source"}, descending: true}

// historyAsked says whose history is asked for.
type historyAsked struct {
	account, header, line int64
	from, to              *clock.Instant
}

func entitlementHistory(in asked) (any, error) {
	var header key
	if err := read(in.args["entitlement"], &header, "entitlement"); err != nil {
		return nil, err
	}
	line, err := argument[key](in, "lineItem")
	if err != nil {
		return nil, err
	}
	ask := historyAsked{header: int64(header), line: int64(orZero(line))}
	return in.historyPage(ask, []any{gid.ID(header), gid.ID(orZero(line))}, func() error {
		if in.seen("entitlements", ask.header) == nil {
			return notFound("entitlement")
		}
		line := in.seen("line_items", ask.line)
		if ask.line != 0 && (line == nil || line.number("entitlement_id") != ask.header) {
			return notFound("lineItem")
		}
		return nil
	})
}

func changes(in asked) (any, error) {
	var id key
	var from, to moment
	for name, into := range map[string]any{"account": &id, "from": &from, "to": &to} {
		if err := read(in.args[name], into, name); err != nil {
			return nil, err
		}
	}
	first, last := clock.Instant(from), clock.Instant(to)
	if closed(viewer.From(in.ctx), gid.ID(id)) {
		return nil, fault.New(account.ServiceClosed, "account", "no LICENSING", "")
	}
	if first > last {
		return nil, badRange()
	}
	ask := historyAsked{account: int64(id), from: &first, to: &last}
	return in.historyPage(ask, []any{gid.ID(id), first, last}, func() error {
		if in.seen("accounts", ask.account) == nil {
			return notFound("account")
		}
		return nil
	})
}

// historyPage answers a page of what was recorded. parts tell the list from others.
func (in asked) historyPage(ask historyAsked, parts []any, find func() error) (any, error) {
	first, err := argument[int](in, "first")
	if err != nil {
		return nil, err
	}
	size := usualPage
	if first != nil {
		size = *first
	}
	if size < 1 || size > longestPage {
		return nil, fault.New(fault.BadPageSize, "first", "the size is out of range", "")
	}
	bound, err := json.Marshal(append([]any{"history", viewer.Seal(in.ctx)}, parts...))
	if err != nil {
		return nil, err
	}
	mark := seal(inTime, string(bound))
	after, err := cursorArgument(in, "after", mark, inTime)
	if err != nil {
		return nil, err
	}
	if err := find(); err != nil {
		return nil, err
	}
	all := slices.DeleteFunc(in.recordedOf(ask), func(r recorded) bool {
		at := clock.Instant(r.place[0].(int64))
		return at <= 0 || ask.from != nil && at < *ask.from || ask.to != nil && at >= *ask.to ||
			after != nil && inTime.compare(r.place, after) <= 0
	})
	slices.SortFunc(all, func(a, b recorded) int { return inTime.compare(a.place, b.place) })
	more := len(all) > size
	if more {
		all = all[:size]
	}
	events, end := make([]*value, len(all)), any(nil)
	for i, r := range all {
		fields := map[string]any{"entitlement": nil, "lineItem": nil, "period": nil, "coverage": nil,
			"coverageItem": nil, "decision": nil, "kind": r.kind,
			"recordedAt": clock.Instant(r.place[0].(int64)).String()}
		for name, v := range r.fields {
			fields[name] = v
		}
		events[i], end = &value{"RightEvent", fields}, cursor(mark, r.place)
	}
	return &value{"RightEventPage", map[string]any{"events": events, "endCursor": end, "hasNextPage": more}}, nil
}

// recordedOf returns what was recorded about the rights, in any order.
func (in asked) recordedOf(ask historyAsked) []recorded {
	var all []recorded
	add := func(source int64, r row, at, kind string, fields map[string]any) {
		if !r.null(at) {
			all = append(all, recorded{[]any{r.number(at), source, r.number("id")}, kind, fields})
		}
	}
	var headers, lines []row
	coverages := map[int64]bool{}
	if ask.header == 0 {
		headers = in.Base.having("entitlements", "account_id", ask.account)
		lines = in.Base.having("line_items", "account_id", ask.account)
		for _, c := range in.Base.having("coverages", "account_id", ask.account) {
			coverages[c.number("id")] = true
		}
	} else {
		headers = []row{in.Base.get("entitlements", ask.header)}
		lines = in.Base.having("line_items", "entitlement_id", ask.header)
	}
	subjects := map[int64]bool{ask.header: true}
	for _, h := range headers {
		subjects[h.number("id")] = true
		if in.seen("entitlements", h.number("id")) != nil {
			add(0, h, "created_at", "ISSUED", map[string]any{"entitlement": in.object("Entitlement", h.number("id"))})
		}
		if ask.line == 0 {
			for _, c := range in.Base.having("coverages", "entitlement_id", h.number("id")) {
				coverages[c.number("id")] = true
			}
		}
	}
	for _, l := range lines {
		id := l.number("id")
		if ask.line != 0 && id != ask.line {
			continue
		}
		subjects[id] = true
		line := in.object("LineItem", id)
		for _, p := range in.Base.having("periods", "line_item_id", id) {
			subjects[p.number("id")] = true
			if in.seen("periods", p.number("id")) == nil {
				continue
			}
			kind := "GRANTED"
			switch {
			case !p.null("replaces_id"):
				kind = "CORRECTED"
			case !p.null("amends_id"):
				kind = "AMENDED"
			case !p.null("renews_id"):
				kind = "RENEWED"
			}
			add(1, p, "created_at", kind, map[string]any{"lineItem": line,
				"period": in.object("Period", p.number("id"))})
		}
		for _, i := range in.Base.having("coverage_items", "line_item_id", id) {
			subjects[i.number("id")], coverages[i.number("coverage_id")] = true, true
			if in.seen("coverage_items", i.number("id")) != nil && i.number("linked_at") > 0 {
				add(3, i, "linked_at", "LINKED", map[string]any{"lineItem": line,
					"coverage":     in.object("Coverage", i.number("coverage_id")),
					"coverageItem": in.object("CoverageItem", i.number("id"))})
			}
		}
	}
	for id := range coverages {
		subjects[id] = true
		c := in.seen("coverages", id)
		if c == nil || ask.account != 0 && c.number("account_id") != ask.account {
			continue
		}
		kind := "COVERED"
		switch {
		case !c.null("replaces_id"):
			kind = "CORRECTED"
		case !c.null("renews_id"):
			kind = "EXTENDED"
		}
		add(2, c, "created_at", kind, map[string]any{"coverage": in.object("Coverage", id)})
	}
	for subject := range subjects {
		for _, d := range in.seenHaving("decisions", "subject_id", subject) {
			replaced := len(in.Base.having("periods", "replaces_id", subject)) > 0 ||
				len(in.Base.having("coverages", "replaces_id", subject)) > 0
			if ask.account != 0 && d.number("account_id") != ask.account || d.truth("voids") && replaced {
				continue
			}
			kind, fields := "DECIDED", map[string]any{"decision": in.object("DecisionRecord", d.number("id"))}
			if d.truth("voids") {
				kind = "VOIDED"
			}
			for t, typ := range map[gid.Type]string{gid.Entitlement: "Entitlement", gid.LineItem: "LineItem",
				gid.Period: "Period", gid.Coverage: "Coverage", gid.CoverageItem: "CoverageItem"} {
				if gid.ID(subject).Type() == t {
					fields[nameOf(typ)] = in.object(typ, subject)
				}
			}
			add(4, d, "recorded_at", kind, fields)
			add(5, d, "lifted_at", "RELEASED", fields)
		}
	}
	return all
}

// nameOf is the field that names an object of a type.
func nameOf(typ string) string {
	return map[string]string{"Entitlement": "entitlement", "LineItem": "lineItem", "Period": "period",
		"Coverage": "coverage", "CoverageItem": "coverageItem"}[typ]
}
