package naive

import (
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/usage"
	"github.com/muniment/muniment/internal/vocabulary"
)

// inAccount holds the filter fields that limit root lists to accounts.
type inAccount struct {
	Account            *key
	IncludeSubAccounts *bool
}

// filterEntitlements returns the filter for entitlements: of the parent account if own is true, otherwise of all
// accounts.
func filterEntitlements(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			inAccount
			ChannelPartner, ProductLine, Product *key
			NumberStartsWith                     *string
			Decision                             []vocabulary.Decision
			UpdatedSince                         *moment
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
		prefix, ofProduct := orZero(trimmed(f.NumberStartsWith)), f.ProductLine != nil || f.Product != nil
		f.Decision = distinct(f.Decision)
		on := day.Day(0)
		if len(f.Decision) > 0 {
			on = in.Today
		}
		if !own && f.Account == nil {
			if err := f.below(); err != nil {
				return nil, nil, err
			}
			prepares := func(d vocabulary.Decision) bool {
				return d == vocabulary.DecisionDraft || d == vocabulary.DecisionTest
			}
			broad := len(f.Decision) > 0 && o.name != "CREATED"
			for _, d := range f.Decision {
				broad = broad || !prepares(d)
			}
			if ofProduct || prefix != "" && o.name != "NUMBER" || broad {
				return nil, nil, tooBroad()
			}
			if err := across(f.UpdatedSince, f.ChannelPartner != nil || len(f.Decision) > 0, o); err != nil {
				return nil, nil, err
			}
		}
		return func(r row) bool {
				isAsked := func(l row) bool {
					return idIs(l, "product_line_id", f.ProductLine) && idIs(l, "product_id", f.Product)
				}
				return in.isWithin(r, f.Account, f.IncludeSubAccounts) &&
					strings.HasPrefix(r.text("number"), prefix) &&
					(len(f.Decision) == 0 || slices.ContainsFunc(in.decisionsAbout(r), func(d decided) bool {
						return d.first <= on && on <= d.last && slices.Contains(f.Decision, d.kind)
					})) &&
					idIs(r, "channel_partner_id", f.ChannelPartner) && since(r, f.UpdatedSince) &&
					(f.ChannelPartner == nil || in.seen("accounts", int64(*f.ChannelPartner)) != nil) &&
					(!ofProduct || slices.ContainsFunc(in.seenHaving("line_items", "entitlement_id", r.number("id")),
						isAsked))
			}, entitlement.Filter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				ChannelPartner: f.ChannelPartner.id(), ProductLine: f.ProductLine.id(), Product: f.Product.id(),
				NumberStartsWith: prefix, Decisions: f.Decision, On: on,
				UpdatedSince: (*clock.Instant)(f.UpdatedSince)}, nil
	}
}

type lineInput struct {
	inAccount
	Entitlement, ProductLine, Product, Unit *key
	Status                                  []vocabulary.Status
	On                                      *date
	EndsBetween, CoverageEndsBetween        *days
	ActivationIDStartsWith                  *string `json:"activationIdStartsWith"`
	Text                                    *string
	Covered, HasFree, HasExcess, Perpetual  *bool
	Evergreen                               *bool
	UpdatedSince                            *moment
}

// isTooBroad tells whether no index supports the filter and the order for line items of all accounts.
func (f *lineInput) isTooBroad(o order) bool {
	of := one(f.ProductLine != nil) + one(f.Product != nil) + one(f.Unit != nil)
	return len(f.Status) > 0 || f.CoverageEndsBetween != nil || orZero(f.ActivationIDStartsWith) != "" || of > 1 ||
		(of > 0 || f.EndsBetween != nil) && o.name != "ENDS_ON" || orZero(f.Text) != "" || f.Covered != nil ||
		f.HasFree != nil ||
		f.HasExcess != nil || f.Perpetual != nil || f.Evergreen != nil || f.UpdatedSince != nil && o.name != "UPDATED"
}

// filterLines returns the filter for line items: of the parent account if own is true, otherwise of all accounts.
func filterLines(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type bound struct {
			entitlement.LineFilter
			Covered *bool
		}
		f, err := argument[lineInput](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		if f == nil {
			return everyRow, bound{}, nil
		}
		o, err := orderOfLines(in)
		if err != nil {
			return nil, nil, err
		}
		f.Status = distinct(f.Status)
		f.Text, f.ActivationIDStartsWith = trimmed(f.Text), trimmed(f.ActivationIDStartsWith)
		for _, d := range []*days{f.EndsBetween, f.CoverageEndsBetween} {
			if err := d.check(); err != nil {
				return nil, nil, err
			}
		}
		if f.On != nil && len(f.Status) == 0 && f.Covered == nil && f.HasFree == nil && f.HasExcess == nil {
			return nil, nil, unreadDay()
		}
		if f.below() != nil || !own && f.Account == nil && f.Entitlement == nil && f.isTooBroad(o) {
			return nil, nil, tooBroad()
		}
		on := in.Today
		if f.On != nil {
			on = day.Day(*f.On)
		}
		return func(r row) bool { return in.isWithin(r, f.Account, f.IncludeSubAccounts) && in.isLine(r, f, on) },
			bound{entitlement.LineFilter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				Entitlement: f.Entitlement.id(), ProductLine: f.ProductLine.id(), Product: f.Product.id(),
				Unit:     f.Unit.id(),
				Statuses: f.Status, On: on, Today: in.Today, Ends: f.EndsBetween.interval(),
				CoverageEnds:           f.CoverageEndsBetween.interval(),
				ActivationIDStartsWith: orZero(f.ActivationIDStartsWith), Text: orZero(f.Text), HasFree: f.HasFree,
				HasExcess: f.HasExcess, Perpetual: f.Perpetual, Evergreen: f.Evergreen,
				UpdatedSince: (*clock.Instant)(f.UpdatedSince)},
				f.Covered}, nil
	}
}

// isLine tells whether a line item meets the conditions of a filter on a day, except those on accounts.
func (a *Answerer) isLine(r row, f *lineInput, on day.Day) bool {
	same := func(asked *bool, actual func() bool) bool { return asked == nil || *asked == actual() }
	return idIs(r, "entitlement_id", f.Entitlement) && idIs(r, "product_line_id", f.ProductLine) &&
		idIs(r, "product_id", f.Product) &&
		idIs(r, "unit_id", f.Unit) && within(r.number("ends_on"), f.EndsBetween) &&
		idBegins(r, orZero(f.ActivationIDStartsWith)) &&
		a.coverageEnds(r, f.CoverageEndsBetween) &&
		since(r, f.UpdatedSince) && a.lineIsFound(r, orZero(f.Text)) &&
		(len(f.Status) == 0 || slices.Contains(f.Status, a.factsOf(r.number("id")).status(on))) &&
		same(f.HasFree, func() bool {
			n := a.amountsOn(r, on)
			return a.factsOf(r.number("id")).status(on) == "ACTIVE" && (n.unlimited || n.free() > 0)
		}) &&
		same(f.HasExcess, func() bool { return a.amountsOn(r, on).excess > 0 }) &&
		same(f.Perpetual, func() bool { return a.isPerpetual(r.number("id")) }) &&
		same(f.Evergreen, func() bool { return a.endsEvergreen(r) }) &&
		same(f.Covered, func() bool { return a.isCovered(r.number("id"), nil, on) })
}

// idBegins tells whether the activation id of a line begins with a text, in any letter case.
func idBegins(line row, part string) bool {
	return strings.HasPrefix(fold.Text(line.text("activation_id")), fold.Text(part))
}

// beginsAnyhow tells whether a text begins with one of the spellings of another.
func beginsAnyhow(text, part string) bool {
	return slices.ContainsFunc(fold.Spellings(part), func(s string) bool { return strings.HasPrefix(text, s) })
}

// lineIsFound tells whether every word of a text is found in the name of the product, or is a prefix of the activation
// id or of the number of the entitlement.
func (a *Answerer) lineIsFound(line row, text string) bool {
	parts := strings.Fields(text)
	for _, part := range parts {
		header := a.seen("entitlements", line.number("entitlement_id"))
		words := search.QueryTerms(part)
		if !idBegins(line, part) && (header == nil || !beginsAnyhow(header.text("number"), part)) &&
			(len(words) == 0 || !a.hasWords(line.number("product_id"), gid.Product, words)) {
			return false
		}
	}
	return true
}

// filterCoverages returns the filter for coverages: of the parent account if own is true, otherwise of all accounts.
func filterCoverages(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			inAccount
			ProductLine, Product, Level *key
			Kind                        []vocabulary.CoverageKind
			Decision                    []vocabulary.Decision
			Status                      []vocabulary.Status
			On                          *date
			EndsBetween                 *days
			UpdatedSince                *moment
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
		f.Decision, f.Status, f.Kind = distinct(f.Decision), distinct(f.Status), distinct(f.Kind)
		if given != nil {
			on = in.Today
		}
		if f.On != nil {
			on = day.Day(*f.On)
		}
		if err := f.EndsBetween.check(); err != nil {
			return nil, nil, err
		}
		if f.On != nil && len(f.Status) == 0 && len(f.Decision) == 0 {
			return nil, nil, unreadDay()
		}
		if !own && f.Account == nil {
			if err := f.below(); err != nil {
				return nil, nil, err
			}
			if len(f.Status) > 0 || f.Level != nil || len(f.Decision) > 0 || f.ProductLine != nil &&
				f.Product != nil ||
				o.name == "CREATED" {
				return nil, nil, tooBroad()
			}
			narrowed := f.ProductLine != nil || f.Product != nil || len(f.Kind) > 0 || f.EndsBetween != nil
			if err := across(f.UpdatedSince, narrowed, o); err != nil {
				return nil, nil, err
			}
		}
		return func(r row) bool {
				return in.isWithin(r, f.Account, f.IncludeSubAccounts) && idIs(r, "product_line_id", f.ProductLine) &&
					idIs(r, "product_id", f.Product) && idIs(r, "level_id", f.Level) && since(r, f.UpdatedSince) &&
					(len(f.Decision) == 0 || slices.ContainsFunc(in.decisionsAbout(r), func(d decided) bool {
						return d.first <= on && on <= d.last && slices.Contains(f.Decision, d.kind)
					})) &&
					isOneOf(r, "kind", f.Kind) && within(r.number("ends_on"), f.EndsBetween) &&
					(len(f.Status) == 0 || slices.Contains(f.Status, in.coverageStatus(r, nil, on)))
			}, coverage.Filter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				ProductLine: f.ProductLine.id(), Product: f.Product.id(), Level: f.Level.id(), Kinds: f.Kind,
				Decisions: f.Decision, Statuses: f.Status, On: on, Ends: f.EndsBetween.interval(),
				UpdatedSince: (*clock.Instant)(f.UpdatedSince)}, nil
	}
}

// filterDevices returns the filter for devices: of the parent account if own is true, otherwise of all accounts.
func filterDevices(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			inAccount
			Kind         []vocabulary.DeviceKind
			Status       []vocabulary.DeviceStatus
			Text         *string
			ProductLine  *key
			NotSeenSince *moment
			UpdatedSince *moment
		}
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		f := orZero(given)
		f.Text, f.Kind, f.Status = trimmed(f.Text), distinct(f.Kind), distinct(f.Status)
		narrowed := len(f.Kind) > 0 || len(f.Status) > 0 || f.Text != nil || f.ProductLine != nil ||
			f.NotSeenSince != nil
		if err := f.below(); err != nil {
			return nil, nil, err
		}
		if err := refuseUnordered(in, own || f.Account != nil, byNameOrMoved("UPDATED"), f.UpdatedSince,
			narrowed); err != nil {
			return nil, nil, err
		}
		return func(r row) bool {
				return in.isWithin(r, f.Account, f.IncludeSubAccounts) && isOneOf(r, "kind", f.Kind) &&
					isOneOf(r, "status", f.Status) && since(r, f.UpdatedSince) && hasListedWords(r, orZero(f.Text)) &&
					(f.ProductLine == nil || in.usesLine(r, f.ProductLine)) &&
					(f.NotSeenSince == nil || r.null("last_seen_at") ||
						r.number("last_seen_at") < int64(*f.NotSeenSince))
			}, activation.DeviceFilter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				Kinds: f.Kind, Statuses: f.Status, Text: orZero(f.Text), ProductLine: f.ProductLine.id(),
				Today: in.dayOf(f.ProductLine), NotSeenSince: (*clock.Instant)(f.NotSeenSince),
				UpdatedSince: (*clock.Instant)(f.UpdatedSince)}, nil
	}
}

// usesLine tells whether a device has a live activation of a product line.
func (in asked) usesLine(device row, line *key) bool {
	return slices.ContainsFunc(in.seenHaving("activations", "device_id", device.number("id")), func(a row) bool {
		l := in.seen("line_items", a.number("line_item_id"))
		return l != nil && idIs(l, "product_line_id", line) && in.isLive(a)
	})
}

// isLive tells whether an activation counts today.
func (in asked) isLive(r row) bool {
	in.row = r
	return r.null("returned_on") && (r.null("ends_on") || r.number("ends_on") >= int64(in.Today) ||
		in.ownTerm() == nil)
}

// refuseUnordered refuses lists over all accounts with updatedSince unless they are ordered by change.
func refuseUnordered(in asked, bounded bool, ordered func(asked) (order, error), at *moment, narrowed bool) error {
	o, err := ordered(in)
	if err != nil || bounded {
		return err
	}
	if o.name != "UPDATED" {
		return tooBroad()
	}
	return across(at, narrowed, o)
}

// hasListedWords tells whether every word of a text is a prefix of a word in the column words of a row.
func hasListedWords(r row, text string) bool {
	words := search.QueryTerms(text)
	stored := strings.Fields(r.text("words"))
	for _, word := range words {
		if !slices.ContainsFunc(stored, func(s string) bool { return strings.HasPrefix(s, word) }) {
			return false
		}
	}
	return text == "" || len(words) > 0
}

// filterServers returns the filter for license servers: of the parent account if own is true, otherwise of all
// accounts.
func filterServers(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			inAccount
			Deployment   []vocabulary.Deployment
			Status       []vocabulary.DeviceStatus
			Text         *string
			UpdatedSince *moment
		}
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		f := orZero(given)
		f.Deployment, f.Status, f.Text = distinct(f.Deployment), distinct(f.Status), trimmed(f.Text)
		if err := f.below(); err != nil {
			return nil, nil, err
		}
		if err := refuseUnordered(in, own || f.Account != nil, byNameOrMoved("UPDATED"), f.UpdatedSince,
			len(f.Deployment) > 0 || len(f.Status) > 0 || f.Text != nil); err != nil {
			return nil, nil, err
		}
		return func(r row) bool {
				return in.isWithin(r, f.Account, f.IncludeSubAccounts) && isOneOf(r, "deployment", f.Deployment) &&
					isOneOf(r, "status", f.Status) && since(r, f.UpdatedSince) && hasListedWords(r, orZero(f.Text))
			}, activation.LicenseServerFilter{Account: f.Account.id(),
				IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				Deployments:        f.Deployment, Statuses: f.Status, Text: orZero(f.Text),
				UpdatedSince: (*clock.Instant)(f.UpdatedSince)}, nil
	}
}

// filterActivations returns the filter for activations: of the parent object if own is true, otherwise of all
// accounts.
func filterActivations(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			inAccount
			LineItem, Device *key
			LiveOnly         *bool
			UpdatedSince     *moment
		}
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		f := orZero(given)
		if err := f.below(); err != nil {
			return nil, nil, err
		}
		bounded := own || f.Account != nil || f.LineItem != nil || f.Device != nil
		if err := refuseUnordered(in, bounded, orderOfActivations("UPDATED"), f.UpdatedSince,
			orZero(f.LiveOnly)); err != nil {
			return nil, nil, err
		}
		var liveOn *day.Day
		if orZero(f.LiveOnly) {
			liveOn = &in.Today
		}
		return func(r row) bool {
				return in.isWithin(r, f.Account, f.IncludeSubAccounts) && idIs(r, "line_item_id", f.LineItem) &&
					idIs(r, "device_id", f.Device) &&
					(liveOn == nil || in.isLive(r)) && since(r, f.UpdatedSince)
			}, activation.Filter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
				LineItem: f.LineItem.id(), Device: f.Device.id(),
				LiveOn: liveOn, UpdatedSince: (*clock.Instant)(f.UpdatedSince)}, nil
	}
}

// filterContaining returns the filter for the argument on. dated returns the row that has the first and last day.
func filterContaining(dated func(asked, row) row) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		on, err := argument[date](in, "on")
		if err != nil || on == nil {
			return everyRow, nil, err
		}
		return func(r row) bool {
			d := dated(in, r)
			if d == nil {
				return false
			}
			begun := d.null("starts_on") && d.truth("perpetual") || !d.null("starts_on") &&
				d.number("starts_on") <= int64(*on)
			return begun && (d.null("ends_on") || d.number("ends_on") >= int64(*on))
		}, day.Day(*on), nil
	}
}

func filterUsage(in asked) (func(row) bool, any, error) {
	type input struct {
		Meter *key
		Days  *days
	}
	given, err := argument[input](in, "filter")
	if err != nil {
		return nil, nil, err
	}
	f := orZero(given)
	bound := usage.Filter{Meter: f.Meter.id()}
	if err := f.Days.check(); err != nil {
		return nil, nil, err
	}
	if f.Days != nil {
		bound.First, bound.Last = (*day.Day)(f.Days.From), (*day.Day)(f.Days.To)
	}
	return func(r row) bool {
		return idIs(r, "meter_id", f.Meter) && (bound.First == nil || r.number("ends_on") >= int64(*bound.First)) &&
			(bound.Last == nil || r.number("starts_on") <= int64(*bound.Last))
	}, bound, nil
}

// dayOf returns today for a condition, and 0 without it.
func (in asked) dayOf(condition *key) day.Day {
	if condition == nil {
		return 0
	}
	return in.Today
}
