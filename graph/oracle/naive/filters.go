package naive

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// key, date and moment are the scalars ID, Date and DateTime of an argument.
type (
	key    gid.ID
	date   day.Day
	moment clock.Instant
)

func (k *key) UnmarshalJSON(text []byte) error {
	s, err := scalar(text)
	if err != nil {
		return err
	}
	id, err := gid.Parse(s)
	*k = key(id)
	return err
}

func (d *date) UnmarshalJSON(text []byte) error {
	s, err := scalar(text)
	if err != nil {
		return err
	}
	parsed, err := day.Parse(s)
	*d = date(parsed)
	return err
}

func (m *moment) UnmarshalJSON(text []byte) error {
	s, err := scalar(text)
	if err != nil {
		return err
	}
	var at clock.Instant
	err = at.UnmarshalGQL(s)
	*m = moment(at)
	return err
}

func scalar(text []byte) (s string, err error) { return s, json.Unmarshal(text, &s) }

func (k *key) id() gid.ID {
	if k == nil {
		return 0
	}
	return gid.ID(*k)
}

type days struct {
	From *date `json:"from"`
	To   *date `json:"to"`
}

func (d *days) interval() *entitlement.Interval {
	if d == nil {
		return nil
	}
	return &entitlement.Interval{First: (*day.Day)(d.From), Last: (*day.Day)(d.To)}
}

// within tells whether a day is in a range, or whether no range is given.
func within(on int64, d *days) bool {
	return d == nil || (d.From == nil || int64(*d.From) <= on) && (d.To == nil || on <= int64(*d.To))
}

func orZero[T any](v *T) T {
	if v == nil {
		return *new(T)
	}
	return *v
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func tooBroad() error {
	return fault.New(fault.FilterTooBroad, "filter", "the filter is too broad", "")
}

// is tells whether a column holds an id, or whether none is given.
func is(r row, column string, k *key) bool { return k == nil || r.number(column) == int64(*k) }

// says tells whether a column holds a word, or whether none is given.
func says[T ~string](r row, column string, word *T) bool {
	return word == nil || r.text(column) == string(*word)
}

// isWithin tells whether a row belongs to an account or, if asked, to one below it that the viewer sees.
func (a *Answerer) isWithin(r row, account *key, below *bool) bool {
	if account == nil || !orZero(below) && is(r, "account_id", account) {
		return true
	}
	return orZero(below) && a.isBelow(r.number("account_id"), int64(*account), 0)
}

// isBelow tells whether the viewer sees that an account stands at least so many levels below another.
func (a *Answerer) isBelow(account, above, least int64) bool {
	return slices.ContainsFunc(a.seenHaving("account_paths", "ancestor_id", above), func(p row) bool {
		return p.number("descendant_id") == account && p.number("depth") >= least
	})
}

// isFound tells whether every word of a text is the beginning of a word under which an object is found.
func (a *Answerer) isFound(r row, t gid.Type, text *string) bool {
	if text == nil || *text == "" {
		return true
	}
	words := search.Words(*text)
	for _, word := range words {
		if !slices.ContainsFunc(a.Base.having("search_words", "entity_id", r.number("id")), func(w row) bool {
			return w.number("entity_type") == int64(t) && strings.HasPrefix(w.text("word"), word)
		}) {
			return false
		}
	}
	return len(words) > 0
}

func filterAccounts(in asked) (func(row) bool, any, error) {
	type input struct {
		Below *key
		Kind  *vocabulary.AccountKind
		Text  *string
	}
	f, err := argument[input](in, "filter")
	if f == nil {
		return everyRow, account.Filter{}, err
	}
	return func(r row) bool {
		return (f.Below == nil || in.isBelow(r.number("id"), int64(*f.Below), 1)) && says(r, "kind", f.Kind) &&
			in.isFound(r, gid.Account, f.Text)
	}, account.Filter{Below: f.Below.id(), Kind: orZero(f.Kind), Text: orZero(f.Text)}, err
}

func everyRow(row) bool { return true }

func filterUsers(in asked) (func(row) bool, any, error) {
	type input struct {
		Account *key
		Text    *string
	}
	f, err := argument[input](in, "filter")
	if f == nil {
		return everyRow, account.UserFilter{}, err
	}
	return func(r row) bool {
		isMember := func(m row) bool { return is(m, "account_id", f.Account) }
		return (f.Account == nil || slices.ContainsFunc(in.seenHaving("memberships", "user_id", r.number("id")),
			isMember)) &&
			in.isFound(r, gid.User, f.Text)
	}, account.UserFilter{Account: f.Account.id(), Text: orZero(f.Text)}, err
}

func filterDevices(in asked) (func(row) bool, any, error) {
	f := struct {
		Account            *key
		IncludeSubAccounts *bool
		Kind               *vocabulary.DeviceKind
		Status             *vocabulary.DeviceStatus
	}{}
	if err := read(in.args["filter"], &f, "filter"); err != nil {
		return nil, nil, err
	}
	return func(r row) bool {
			return in.isWithin(r, f.Account, f.IncludeSubAccounts) && says(r, "kind", f.Kind) &&
				says(r, "status", f.Status)
		}, activation.DeviceFilter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
			Kind:   orZero(f.Kind),
			Status: orZero(f.Status)}, nil
}

func filterServers(in asked) (func(row) bool, any, error) {
	f := struct {
		Account            *key
		IncludeSubAccounts *bool
		Deployment         *vocabulary.Deployment
	}{}
	if err := read(in.args["filter"], &f, "filter"); err != nil {
		return nil, nil, err
	}
	return func(r row) bool {
			return in.isWithin(r, f.Account, f.IncludeSubAccounts) && says(r, "deployment", f.Deployment)
		}, activation.LicenseServerFilter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
			Deployment: orZero(f.Deployment)}, nil
}

func filterActivations(in asked) (func(row) bool, any, error) {
	f := struct {
		Account, LineItem, Device *key
		LiveOnly                  *bool
	}{}
	if err := read(in.args["filter"], &f, "filter"); err != nil {
		return nil, nil, err
	}
	if f.Account == nil && f.LineItem == nil && f.Device == nil {
		return nil, nil, tooBroad()
	}
	return func(r row) bool {
			return is(r, "account_id", f.Account) && is(r, "line_item_id", f.LineItem) &&
				is(r, "device_id", f.Device) &&
				(!orZero(f.LiveOnly) || r.null("returned_on"))
		}, activation.Filter{Account: f.Account.id(), LineItem: f.LineItem.id(), Device: f.Device.id(),
			LiveOnly: orZero(f.LiveOnly)}, nil
}

// filterAudit returns the filter of entries of one account, or across all of them.
func filterAudit(across bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			Actor, Subject *key
			Action         *string
			From, To       *moment
		}
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		f := orZero(given)
		byAction := orZero(f.Action) != ""
		if one(f.Actor != nil)+one(f.Subject != nil)+one(byAction) > 1 {
			return nil, nil, tooBroad()
		}
		narrowed := f.Actor != nil || f.Subject != nil
		if across && in.Viewer.SeesEverything() && !narrowed && (byAction || f.From != nil || f.To != nil) {
			return nil, nil, tooBroad()
		}
		return func(r row) bool {
				at := r.number("recorded_at")
				return is(r, "actor_id", f.Actor) && is(r, "subject_id", f.Subject) &&
					(!byAction || says(r, "action", f.Action)) &&
					(f.From == nil || at >= int64(*f.From)) && (f.To == nil || at < int64(*f.To))
			}, audit.Filter{Actor: f.Actor.id(), Subject: f.Subject.id(), Action: orZero(f.Action),
				From: (*clock.Instant)(f.From),
				To:   (*clock.Instant)(f.To)}, nil
	}
}

func filterProducts(in asked) (func(row) bool, any, error) {
	type input struct {
		ProductLine *key
		Kind        *vocabulary.ProductKind
		Text        *string
	}
	f, err := argument[input](in, "filter")
	if f == nil {
		return everyRow, catalog.ProductFilter{}, err
	}
	return func(r row) bool {
		return is(r, "product_line_id", f.ProductLine) && says(r, "kind", f.Kind) &&
			in.isFound(r, gid.Product, f.Text)
	}, catalog.ProductFilter{ProductLine: f.ProductLine.id(), Kind: orZero(f.Kind), Text: orZero(f.Text)}, err
}

// filterRecords returns the filter of records of the directory of one account, or across all of them.
func filterRecords(across bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct{ Linked, Active, Adopted *bool }
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		f := orZero(given)
		if across && in.Viewer.SeesEverything() && f.Adopted == nil && (f.Linked != nil || f.Active != nil) {
			return nil, nil, tooBroad()
		}
		same := func(asked *bool, is bool) bool { return asked == nil || *asked == is }
		return func(r row) bool {
			return same(f.Linked, !r.null("user_id")) && same(f.Active, r.truth("active")) &&
				same(f.Adopted, r.truth("adopted"))
		}, account.DirectoryRecordFilter{Linked: f.Linked, Active: f.Active, Adopted: f.Adopted}, nil
	}
}

func filterProducer(in asked) (func(row) bool, any, error) {
	if !in.Viewer.SeesEverything() || in.Viewer.Producer != vocabulary.ProducerRoleOperator {
		return nil, nil, fault.New("FORBIDDEN", "", "only operators see this", "")
	}
	return func(r row) bool { return !r.null("producer_role") }, "producer", nil
}

func filterEntitlements(in asked) (func(row) bool, any, error) {
	type input struct {
		Account, ChannelPartner, ProductLine, Product *key
		IncludeSubAccounts                            *bool
		NumberStartsWith                              *string
	}
	given, err := argument[input](in, "filter")
	if err != nil {
		return nil, nil, err
	}
	f := orZero(given)
	o, err := orderOfEntitlements(in)
	if err != nil {
		return nil, nil, err
	}
	prefix, ofProduct := orZero(f.NumberStartsWith), f.ProductLine != nil || f.Product != nil
	if f.Account == nil && (ofProduct || prefix != "" && o.name != "NUMBER") {
		return nil, nil, tooBroad()
	}
	return func(r row) bool {
			isAsked := func(l row) bool {
				return is(l, "product_line_id", f.ProductLine) &&
					is(l, "product_id", f.Product)
			}
			return in.isWithin(r, f.Account, f.IncludeSubAccounts) && strings.HasPrefix(r.text("number"), prefix) &&
				is(r, "channel_partner_id", f.ChannelPartner) &&
				(f.ChannelPartner == nil || in.seen("accounts", int64(*f.ChannelPartner)) != nil) &&
				(!ofProduct || slices.ContainsFunc(in.seenHaving("line_items", "entitlement_id", r.number("id")),
					isAsked))
		}, entitlement.Filter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
			ChannelPartner: f.ChannelPartner.id(),
			ProductLine:    f.ProductLine.id(), Product: f.Product.id(), NumberStartsWith: prefix}, nil
}

// filterLines returns the filter of the line items of the account above, or of all.
func filterLines(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			Account, ProductLine, Product, Unit *key
			IncludeSubAccounts                  *bool
			Status                              []vocabulary.Status
			On                                  *date
			EndsBetween, CoverageEndsBetween    *days
			ActivationIDStartsWith              *string `json:"activationIdStartsWith"`
		}
		f, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		if f == nil {
			return everyRow, entitlement.LineFilter{}, nil
		}
		o, err := orderOfLines("EXPIRY")(in)
		if err != nil {
			return nil, nil, err
		}
		prefix := orZero(f.ActivationIDStartsWith)
		of := one(f.ProductLine != nil) + one(f.Product != nil) + one(f.Unit != nil)
		switch {
		case own && (f.Account != nil || orZero(f.IncludeSubAccounts)):
			return nil, nil, badInput("filter.account", "the list has the rows of one account")
		case own || f.Account != nil:
		case len(f.Status) > 0, f.CoverageEndsBetween != nil, prefix != "", of > 1,
			(of > 0 || f.EndsBetween != nil) && o.name != "EXPIRY":
			return nil, nil, tooBroad()
		}
		on := in.Today
		if f.On != nil {
			on = day.Day(*f.On)
		}
		return func(r row) bool {
				return in.isWithin(r, f.Account, f.IncludeSubAccounts) && is(r, "product_line_id", f.ProductLine) &&
					is(r, "product_id", f.Product) && is(r, "unit_id", f.Unit) &&
					within(r.number("ends_on"), f.EndsBetween) &&
					strings.HasPrefix(r.text("activation_id"), prefix) && in.coverageEnds(r, f.CoverageEndsBetween) &&
					(len(f.Status) == 0 || slices.Contains(f.Status, in.factsOf(r.number("id")).Status(on)))
			}, entitlement.LineFilter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				ProductLine: f.ProductLine.id(), Product: f.Product.id(), Unit: f.Unit.id(), Statuses: f.Status,
				On:   on,
				Ends: f.EndsBetween.interval(), CoverageEnds: f.CoverageEndsBetween.interval(),
				ActivationIDStartsWith: prefix}, nil
	}
}

// coverageEnds tells whether a coverage without a decision of its own covers a line and ends in a range.
func (a *Answerer) coverageEnds(line row, d *days) bool {
	return d == nil || slices.ContainsFunc(a.seenHaving("coverage_items", "line_item_id", line.number("id")),
		func(i row) bool {
			c := a.seen("coverages", i.number("coverage_id"))
			return c != nil && c.null("decision") && within(c.number("ends_on"), d)
		})
}

// filterCoverages returns the filter of the coverages of the account above, or of all.
func filterCoverages(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			Account, ProductLine *key
			IncludeSubAccounts   *bool
			Kind                 *vocabulary.CoverageKind
			Status               []vocabulary.Status
			On                   *date
			EndsBetween          *days
		}
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		o, err := orderOfCoverages(in)
		if err != nil {
			return nil, nil, err
		}
		f, on := orZero(given), day.Day(0)
		if given != nil {
			on = in.Today
		}
		if f.On != nil {
			on = day.Day(*f.On)
		}
		switch {
		case own && (f.Account != nil || orZero(f.IncludeSubAccounts)):
			return nil, nil, badInput("filter.account", "the list has the rows of one account")
		case own || f.Account != nil:
		case len(f.Status) > 0 || o.name != "ENDING":
			return nil, nil, tooBroad()
		}
		return func(r row) bool {
				return in.isWithin(r, f.Account, f.IncludeSubAccounts) && is(r, "product_line_id", f.ProductLine) &&
					says(r, "kind", f.Kind) && within(r.number("ends_on"), f.EndsBetween) &&
					(len(f.Status) == 0 || slices.Contains(f.Status, in.coverageFact(r).Status(on)))
			}, coverage.Filter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				ProductLine: f.ProductLine.id(),
				Kind:        orZero(f.Kind), Statuses: f.Status, On: on, Ends: f.EndsBetween.interval()}, nil
	}
}

// The orders for which the argument orderBy asks; null is the first.

func orderOfAccounts(in asked) (order, error) {
	return choose(in, by("NAME", "name_key"), latest("created_at"))
}

func orderOfEntitlements(in asked) (order, error) {
	return choose(in, latest("created_at"), by("NUMBER", "number"))
}

func orderOfCoverages(in asked) (order, error) {
	return choose(in, by("ENDING", "ends_on"), latest("created_at"))
}

func orderOfLines(usual string) func(asked) (order, error) {
	return func(in asked) (order, error) {
		all := []order{by("EXPIRY", "ends_on"), by("OLDEST", "created_at"), latest("created_at")}
		slices.SortStableFunc(all, func(a, b order) int { return one(a.name != usual) - one(b.name != usual) })
		return choose(in, all...)
	}
}

func choose(in asked, orders ...order) (order, error) {
	name, err := argument[string](in, "orderBy")
	if err != nil || name == nil {
		return orders[0], err
	}
	at := slices.IndexFunc(orders, func(o order) bool { return o.name == *name })
	return orders[max(at, 0)], nil
}
