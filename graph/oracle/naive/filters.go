package naive

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/usage"
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

// check refuses a range that ends before it begins.
func (d *days) check() error {
	if d != nil && d.From != nil && d.To != nil && *d.From > *d.To {
		return badRange()
	}
	return nil
}

// unreadDay refuses a day that no filter asks about.
func unreadDay() error {
	return fault.New(fault.BadInput, "filter.on", "no filter asks about the day", "")
}

func badRange() error {
	return fault.New(fault.BadRange, "filter", "the range ends before it begins", "")
}

// within tells whether a day is in a range, or whether no range is given. What has no last day is in none.
func within(on int64, d *days) bool {
	return d == nil || on != int64(day.Forever) && (d.From == nil || int64(*d.From) <= on) &&
		(d.To == nil || on <= int64(*d.To))
}

// trimmed is a text to filter by, without blanks around it; nil if nothing is left.
func trimmed(text *string) *string {
	t := strings.TrimSpace(orZero(text))
	if t == "" {
		return nil
	}
	return &t
}

// distinct returns the values of a list without doubles, in the order in which they first appear.
func distinct[E comparable](list []E) []E {
	if list == nil {
		return nil
	}
	found := []E{} // an empty list is not an absent one
	for _, value := range list {
		if !slices.Contains(found, value) {
			found = append(found, value)
		}
	}
	return found
}

// below refuses the accounts below an account that is not given.
func (a inAccount) below() error {
	if a.Account == nil && orZero(a.IncludeSubAccounts) {
		return tooBroad()
	}
	return nil
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

// idIs tells whether a column holds an id. It returns true if no id is given.
func idIs(r row, column string, k *key) bool { return k == nil || r.number(column) == int64(*k) }

// textIs tells whether a column holds a text. It returns true if no text is given.
func textIs[T ~string](r row, column string, word *T) bool {
	return word == nil || r.text(column) == string(*word)
}

// isOneOf tells whether a column holds one of the texts. It returns true if the list is empty.
func isOneOf[T ~string](r row, column string, words []T) bool {
	return len(words) == 0 || slices.Contains(words, T(r.text(column)))
}

// isWithin tells whether a row belongs to an account or, if below is true, to an account below it that the viewer
// sees.
func (a *Answerer) isWithin(r row, account *key, below *bool) bool {
	if account == nil || !orZero(below) && idIs(r, "account_id", account) {
		return true
	}
	return orZero(below) && a.isBelow(r.number("account_id"), int64(*account), 0)
}

// isBelow tells whether an account is at least `least` levels below another, as far as the viewer sees.
func (a *Answerer) isBelow(account, above, least int64) bool {
	return slices.ContainsFunc(a.seenHaving("account_paths", "ancestor_id", above), func(p row) bool {
		return p.number("descendant_id") == account && p.number("depth") >= least
	})
}

// isFound tells whether every word of a text is a prefix of a search word of an object.
func (a *Answerer) isFound(r row, t gid.Type, text *string) bool {
	if text == nil {
		return true
	}
	words := search.QueryTerms(*text)
	return len(words) > 0 && a.hasWords(r.number("id"), t, words)
}

// hasWords tells whether each of the words is a prefix of a search word of an object.
func (a *Answerer) hasWords(id int64, t gid.Type, words []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc(a.Base.having("search_words", "entity_id", id), func(w row) bool {
			return w.number("entity_type") == int64(t) && strings.HasPrefix(w.text("word"), word)
		}) {
			return false
		}
	}
	return true
}

// since tells whether a row was changed at a moment or later. It returns true if no moment is given.
func since(r row, at *moment) bool { return at == nil || r.number("updated_at") >= int64(*at) }

// across refuses filters that are not allowed over all accounts: rows changed since a moment, unless they are ordered
// by change, and other filters in that order.
func across(at *moment, other bool, o order) error {
	if at != nil && o.name != "UPDATED" || other && o.name == "UPDATED" {
		return tooBroad()
	}
	return nil
}

func filterAccounts(in asked) (func(row) bool, any, error) {
	type input struct {
		Below        *key
		Kind         []vocabulary.AccountKind
		Retired      *bool
		Text         *string
		UpdatedSince *moment
	}
	f, err := argument[input](in, "filter")
	if err != nil || f == nil {
		return everyRow, account.Filter{}, err
	}
	f.Text, f.Kind = trimmed(f.Text), distinct(f.Kind)
	o, err := orderOfAccounts(in)
	if err == nil {
		err = across(f.UpdatedSince, f.Below != nil || len(f.Kind) > 0 || f.Retired != nil || f.Text != nil, o)
	}
	return func(r row) bool {
			return (f.Below == nil || in.isBelow(r.number("id"), int64(*f.Below), 1)) && isOneOf(r, "kind", f.Kind) &&
				(f.Retired == nil || *f.Retired == !r.null("retired_at")) &&
				in.isFound(r, gid.Account, f.Text) && since(r, f.UpdatedSince)
		}, account.Filter{Below: f.Below.id(), Kinds: f.Kind, Retired: f.Retired, Text: orZero(f.Text),
			UpdatedSince: (*clock.Instant)(f.UpdatedSince)}, err
}

func everyRow(row) bool { return true }

func filterUsers(in asked) (func(row) bool, any, error) {
	type input struct {
		inAccount
		Text         *string
		UpdatedSince *moment
	}
	f, err := argument[input](in, "filter")
	if err != nil || f == nil {
		return everyRow, account.UserFilter{}, err
	}
	f.Text = trimmed(f.Text)
	if err := f.below(); err != nil {
		return nil, nil, err
	}
	o, err := orderOfUsers(in)
	if err == nil && f.Account == nil {
		err = across(f.UpdatedSince, f.Text != nil, o)
	}
	return func(r row) bool {
			isMember := func(m row) bool { return in.isWithin(m, f.Account, f.IncludeSubAccounts) }
			return (f.Account == nil || slices.ContainsFunc(in.seenHaving("memberships", "user_id", r.number("id")),
				isMember)) &&
				in.isFound(r, gid.User, f.Text) && since(r, f.UpdatedSince)
		}, account.UserFilter{Account: f.Account.id(),
			IncludeSubAccounts: orZero(f.IncludeSubAccounts), Text: orZero(f.Text),
			UpdatedSince: (*clock.Instant)(f.UpdatedSince)}, err
}

// filterAudit returns the filter for audit entries of one account or, if across is true, of all accounts.
func filterAudit(across bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			Actor, Subject, LineItem *key
			Action                   *string
			// RecordedSince is inclusive, RecordedBefore is not.
			RecordedSince, RecordedBefore *moment
		}
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		f := orZero(given)
		f.Action = trimmed(f.Action)
		byAction := f.Action != nil
		across := across && in.Viewer.SeesEverything()
		if across && f.Actor == nil && f.Subject == nil && !byAction &&
			(f.LineItem != nil || f.RecordedSince != nil || f.RecordedBefore != nil) {
			return nil, nil, tooBroad()
		}
		if f.RecordedSince != nil && f.RecordedBefore != nil && *f.RecordedSince > *f.RecordedBefore {
			return nil, nil, badRange()
		}
		if one(f.Actor != nil)+one(f.Subject != nil)+one(f.LineItem != nil)+one(byAction) > 1 {
			return nil, nil, tooBroad()
		}
		return func(r row) bool {
				at := r.number("recorded_at")
				return idIs(r, "actor_id", f.Actor) && idIs(r, "subject_id", f.Subject) &&
					(f.LineItem == nil || in.partsOfLine(int64(f.LineItem.id()))[r.number("subject_id")]) &&
					(!byAction || textIs(r, "action", f.Action)) &&
					(f.RecordedSince == nil || at >= int64(*f.RecordedSince)) &&
					(f.RecordedBefore == nil || at < int64(*f.RecordedBefore))
			}, audit.Filter{Actor: f.Actor.id(), Subject: f.Subject.id(), LineItem: f.LineItem.id(),
				Action: orZero(f.Action), From: (*clock.Instant)(f.RecordedSince),
				To: (*clock.Instant)(f.RecordedBefore)}, nil
	}
}

// partsOfLine are the keys of a line and of what it consists of, whoever sees it.
func (in asked) partsOfLine(line int64) map[int64]bool {
	parts := map[int64]bool{line: true}
	for _, l := range in.Base.having("line_items", "id", line) {
		parts[l.number("entitlement_id")] = true
	}
	for _, p := range in.Base.having("periods", "line_item_id", line) {
		parts[p.number("id")] = true
	}
	for _, i := range in.Base.having("coverage_items", "line_item_id", line) {
		parts[i.number("id")], parts[i.number("coverage_id")] = true, true
	}
	return parts
}

func filterProducts(in asked) (func(row) bool, any, error) {
	type input struct {
		ProductLine *key
		Kind        []vocabulary.ProductKind
		Text        *string
	}
	f, err := argument[input](in, "filter")
	if err != nil || f == nil {
		return everyRow, catalog.ProductFilter{}, err
	}
	f.Text, f.Kind = trimmed(f.Text), distinct(f.Kind)
	return func(r row) bool {
		return idIs(r, "product_line_id", f.ProductLine) && isOneOf(r, "kind", f.Kind) &&
			in.isFound(r, gid.Product, f.Text)
	}, catalog.ProductFilter{ProductLine: f.ProductLine.id(), Kinds: f.Kind, Text: orZero(f.Text)}, err
}

// startsWith tells whether a column begins with a text. It returns true if no text is given.
func startsWith(r row, column string, text *string) bool {
	return text == nil || strings.HasPrefix(r.text(column), *text)
}

// isRetired tells whether a row is retired, or is not, as a filter says. It returns true if the filter does not say.
func isRetired(r row, retired *bool) bool { return retired == nil || *retired != r.null("retired_at") }

func filterRetired(in asked) (func(row) bool, any, error) {
	type input struct{ Retired *bool }
	given, err := argument[input](in, "filter")
	retired := orZero(given).Retired
	return func(r row) bool { return isRetired(r, retired) }, catalog.RetiredFilter{Retired: retired}, err
}

func filterFeatures(in asked) (func(row) bool, any, error) {
	type input struct {
		CodeStartsWith *string
		Retired        *bool
	}
	given, err := argument[input](in, "filter")
	f := orZero(given)
	code := trimmed(f.CodeStartsWith)
	return func(r row) bool { return startsWith(r, "code", code) && isRetired(r, f.Retired) },
		catalog.FeatureFilter{RetiredFilter: catalog.RetiredFilter{Retired: f.Retired}, CodeStartsWith: orZero(code)},
		err
}

func filterPartNumbers(in asked) (func(row) bool, any, error) {
	type input struct {
		Product        *key
		CodeStartsWith *string
		Retired        *bool
	}
	given, err := argument[input](in, "filter")
	f := orZero(given)
	code := trimmed(f.CodeStartsWith)
	return func(r row) bool {
			return idIs(r, "product_id", f.Product) && startsWith(r, "code", code) && isRetired(r, f.Retired)
		}, catalog.PartNumberFilter{RetiredFilter: catalog.RetiredFilter{Retired: f.Retired}, Product: f.Product.id(),
			CodeStartsWith: orZero(code)}, err
}

func filterMeters(in asked) (func(row) bool, any, error) {
	type input struct{ ProductLine *key }
	given, err := argument[input](in, "filter")
	f := orZero(given)
	return func(r row) bool { return idIs(r, "product_line_id", f.ProductLine) },
		usage.MeterFilter{ProductLine: f.ProductLine.id()}, err
}

// filterRecords returns the filter for directory records of one account or, if across is true, of all accounts.
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

// forOperators refuses a list to everybody but operators.
func forOperators(in asked) (func(row) bool, any, error) {
	_, bound, err := filterProducer(in)
	return everyRow, bound, err
}

// coverageEnds tells whether a coverage of a line item ends in a range, and no decision holds about it then.
func (a *Answerer) coverageEnds(line row, d *days) bool {
	return d == nil || slices.ContainsFunc(a.seenHaving("coverage_items", "line_item_id", line.number("id")),
		func(i row) bool {
			c := a.seen("coverages", i.number("coverage_id"))
			return c != nil && within(c.number("ends_on"), d) && a.decisionsAbout(i, c,
				a.Base.get("entitlements", c.number("entitlement_id"))).on(day.Day(c.number("ends_on"))) == nil
		})
}

// The orders that the argument orderBy selects. The first one is the default.

func orderOfAccounts(in asked) (order, error) { return choose(in, by("NAME", "name_key"), made, moved) }

func orderOfUsers(in asked) (order, error) { return choose(in, by("USER_NAME", "user_name"), moved) }

func orderOfEntitlements(in asked) (order, error) {
	return choose(in, made, by("NUMBER", "number"), moved)
}

func orderOfCoverages(in asked) (order, error) {
	return choose(in, by("ENDS_ON", "ends_on"), made, moved)
}

// orderOfUse is the default order of activations.
var orderOfUse = order{"ACTIVATED", []string{"activated_at"}, true}

func orderOfActivations(usual string) func(asked) (order, error) {
	return chooseOr(usual, orderOfUse, moved)
}

func byNameOrMoved(usual string) func(asked) (order, error) {
	return chooseOr(usual, by("NAME", "name"), moved)
}

func orderOfLines(in asked) (order, error) {
	return choose(in, by("ENDS_ON", "ends_on"), made, moved)
}

// orderOfLinesOfEntitlement begins with the oldest line items by default.
func orderOfLinesOfEntitlement(in asked) (order, error) {
	return choose(in, by("CREATED", "created_at"), by("ENDS_ON", "ends_on"), moved)
}

func orderOfMemberships(usual string) func(asked) (order, error) {
	return chooseOr(usual, byID, by("USER_NAME", "user_name"), moved)
}

// chooseOr is choose with the order named usual as the default.
func chooseOr(usual string, orders ...order) func(asked) (order, error) {
	return func(in asked) (order, error) {
		all := slices.Clone(orders)
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
