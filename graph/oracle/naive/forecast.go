package naive

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"time"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	rules "github.com/muniment/muniment/internal/renewal"
	"github.com/muniment/muniment/internal/viewer"
)

// scenarioAsked is the argument scenario.
type scenarioAsked struct {
	Drop       []key
	Quantities []struct {
		LineItem key
		Quantity string
	}
	AlignTo       *struct{ Month, Day int }
	UpliftPercent *string
}

// forecastAsked are the arguments of Account.renewalForecast.
type forecastAsked struct {
	from, to day.Day
	below    bool
	scenario scenarioAsked
	form     string // by which equal scenarios have equal cursors
	uplift   *big.Rat
}

// booked is an amount of a forecast.
type booked struct {
	line, period    row
	on              day.Day
	due, held, ever bool
	first, last     *day.Day
	perpetual       bool
	unlimited       bool
	quantity        *big.Int
	price           *duePrice
}

var inBudget = order{columns: []string{"on", "line", "due"}}

func (b *booked) place() []any {
	return []any{int64(b.on), b.line.number("id"), int64(one(b.due)), b.period.number("id")}
}

func forecastArguments(in asked) (*forecastAsked, error) {
	months, err := argument[int](in, "months")
	if err != nil {
		return nil, err
	}
	from, err := argument[date](in, "from")
	if err != nil {
		return nil, err
	}
	below, err := argument[bool](in, "includeSubAccounts")
	if err != nil {
		return nil, err
	}
	scenario, err := argument[scenarioAsked](in, "scenario")
	if err != nil {
		return nil, err
	}
	f := &forecastAsked{from: in.Today, below: orZero(below), uplift: big.NewRat(1, 1)}
	if from != nil {
		f.from = day.Day(*from)
	}
	if *months < 1 || *months > 36 {
		return nil, badInput("months", "1 to 36")
	}
	if scenario != nil {
		f.scenario = *scenario
		if err := f.judge(); err != nil {
			return nil, err
		}
	}
	at := f.from.Time()
	f.to = day.Date(at.Year(), at.Month()+time.Month(*months), 1) - 1
	if f.to > day.Latest {
		return nil, badInput("from", "too late")
	}
	return f, nil
}

// judge refuses a scenario that means nothing.
func (f *forecastAsked) judge() error {
	s, form := f.scenario, &rules.Scenario{UpliftPercent: f.scenario.UpliftPercent}
	if s.UpliftPercent != nil {
		percent, ok := new(big.Rat).SetString(*s.UpliftPercent)
		if !ok || !regexp.MustCompile(`^-?\d{1,4}(\.\d{1,6})?$`).MatchString(*s.UpliftPercent) ||
			percent.Cmp(big.NewRat(-100, 1)) < 0 || percent.Cmp(big.NewRat(1000, 1)) > 0 {
			return badInput("scenario.upliftPercent", "no percentage")
		}
		f.uplift = percent.Add(percent, big.NewRat(100, 1)).Mul(percent, big.NewRat(1, 100))
	}
	if to := s.AlignTo; to != nil {
		if to.Month < 1 || to.Month > 12 || to.Day < 1 ||
			day.Date(2000, time.Month(to.Month), to.Day).Time().Month() != time.Month(to.Month) {
			return badInput("scenario.alignTo", "no day")
		}
		form.AlignTo = &rules.DayOfYear{Month: to.Month, Day: to.Day}
	}
	seen := map[key]bool{}
	for i, id := range s.Drop {
		if form.Drop = append(form.Drop, gid.ID(id)); seen[id] {
			return badInput(fmt.Sprintf("scenario.drop.%d", i), "twice")
		}
		seen[id] = true
	}
	for i, q := range s.Quantities {
		form.Quantities = append(form.Quantities, rules.ScenarioQuantity{LineItem: gid.ID(q.LineItem),
			Quantity: q.Quantity})
		if seen[q.LineItem] {
			return badInput(fmt.Sprintf("scenario.quantities.%d.lineItem", i), "twice")
		}
		seen[q.LineItem] = true
	}
	text, err := json.Marshal(form)
	f.form = string(text)
	return err
}

func renewalForecast(in asked) (any, error) {
	ask, err := forecastArguments(in)
	if err != nil {
		return nil, err
	}
	lines := in.linesOf(ask.below)
	slices.SortFunc(lines, func(a, b row) int {
		return inBudget.compare([]any{a.number("ends_on"), a.number("id")}, []any{b.number("ends_on"), b.number("id")})
	})
	of := func(id key) row {
		at := slices.IndexFunc(lines, func(r row) bool {
			return gid.FromKey(gid.LineItem, r.number("id")) == gid.ID(id)
		})
		if at < 0 {
			return nil
		}
		return lines[at]
	}
	for i, id := range ask.scenario.Drop {
		if of(id) == nil {
			return nil, notFound(fmt.Sprintf("scenario.drop.%d", i))
		}
	}
	for i, q := range ask.scenario.Quantities {
		at, line := fmt.Sprintf("scenario.quantities.%d", i), of(q.LineItem)
		if line == nil {
			return nil, notFound(at + ".lineItem")
		}
		scale := in.Base.get("units_of_measure", line.number("unit_id")).number("scale")
		if base, ok := quantity.ParseUnits(q.Quantity, scale); !ok || base == 0 {
			return nil, badInput(at+".quantity", "no quantity")
		}
	}
	all := in.ordered(ask, lines)
	for _, line := range lines {
		due, err := in.renewed(ask, line)
		if err != nil {
			return nil, err
		}
		all = append(all, due...)
	}
	slices.SortFunc(all, func(a, b *booked) int { return inBudget.compare(a.place(), b.place()) })
	months := []*value{}
	for at := ask.from.Time(); ; at = time.Date(at.Year(), at.Month()+1, 1, 0, 0, 0, 0, time.UTC) {
		month := day.Date(at.Year(), at.Month(), 1)
		if month > ask.to {
			break
		}
		var some []*booked
		for _, b := range all {
			if b.on.String()[:7] == month.String()[:7] {
				some = append(some, b)
			}
		}
		account := in.row.number("id")
		months = append(months, &value{"ForecastMonth", map[string]any{"month": month.String(),
			"sums": budgetSums(some), "lines": field(func(page asked) (any, error) {
				return page.budgetPage(some, []any{account, ask.from, ask.to, ask.below, ask.form, month})
			})}})
	}
	return &value{"RenewalForecast", map[string]any{"startsOn": ask.from.String(), "endsOn": ask.to.String(),
		"months": months, "sums": budgetSums(all)}}, nil
}

// ordered are the amounts that are ordered.
func (in asked) ordered(ask *forecastAsked, lines []row) (all []*booked) {
	add := func(line, p row, on day.Day, price *duePrice) {
		b := &booked{line: line, period: p, on: on, first: pointer[day.Day](p, "starts_on"),
			last: pointer[day.Day](p, "ends_on"), perpetual: p.truth("perpetual"), unlimited: p.truth("unlimited"),
			price: price}
		if !b.unlimited && !p.null("quantity") {
			b.quantity = big.NewInt(p.number("quantity"))
		}
		counted := on
		if b.first != nil {
			counted = max(counted, *b.first)
		}
		if on >= ask.from && on <= ask.to && p.text("term") != "TRIAL" && in.decisionsAbout(p).on(counted) == nil &&
			in.isRenewable(line, counted) {
			all = append(all, b)
		}
	}
	for _, line := range lines {
		for _, p := range in.seenHaving("periods", "line_item_id", line.number("id")) {
			sees := in.seesPaid(gid.FromKey(gid.Period, p.number("id")))
			parts := in.seenHaving("instalments", "period_id", p.number("id"))
			for _, part := range parts {
				if sees {
					add(line, p, day.Day(part.number("due_on")), &duePrice{basis: "ORDERED",
						currency: part.text("currency"), minor: big.NewInt(part.number("price_minor"))})
				}
			}
			if p.null("starts_on") || len(parts) > 0 && sees || line.number("ends_on") < int64(ask.from) {
				continue
			}
			var price *duePrice
			if sees && !p.null("price_minor") {
				price = &duePrice{basis: "ORDERED", currency: p.text("currency"),
					minor: big.NewInt(p.number("price_minor"))}
			}
			add(line, p, day.Day(p.number("starts_on")), price)
		}
	}
	return all
}

// renewed are the next terms of a line item.
func (in asked) renewed(ask *forecastAsked, line row) (all []*booked, err error) {
	last := day.Day(line.number("ends_on"))
	if last < ask.from-1 || last > ask.to-1 || !in.isRenewable(line, last) {
		return nil, nil
	}
	left := in.due(line, last)
	if left == nil {
		return nil, nil
	}
	p := in.Base.get("periods", in.factsOf(line.number("id")).inForce(last).id)
	id := key(gid.FromKey(gid.LineItem, line.number("id")))
	if slices.Contains(ask.scenario.Drop, id) {
		return nil, nil
	}
	for i, q := range ask.scenario.Quantities {
		if q.LineItem != id {
			continue
		}
		at := fmt.Sprintf("scenario.quantities.%d.quantity", i)
		if left.amount == nil {
			return nil, badInput(at, "no limit")
		}
		unit := in.Base.get("units_of_measure", line.number("unit_id"))
		base, _ := quantity.ParseUnits(q.Quantity, unit.number("scale"))
		if big.NewInt(base).Cmp(left.amount) > 0 {
			return nil, badInput(at, "more than is due")
		}
		left = &due{amount: big.NewInt(base)}
	}
	for first := last + 1; first <= ask.to; {
		start := first
		full := in.lastOfNext(p, first)
		b := &booked{line: line, period: p, on: first, due: true, ever: in.endsEvergreen(line),
			held: in.isDecided(line, last, "SUSPENDED", "ON_HOLD"), first: &start, unlimited: p.truth("unlimited"),
			quantity: left.amount, price: in.priceFrom(line, left, last, first)}
		if part := in.partOfNext(p); part != nil && part.text("term") == "PERPETUAL" {
			b.perpetual = true
		}
		all = append(all, b)
		if b.last = full; full != nil && ask.scenario.AlignTo != nil {
			end := *full
			for !ask.isAligned(end) {
				end++
			}
			b.last = &end
		}
		if b.price != nil {
			over, under := new(big.Int).Set(b.price.over), new(big.Int).Set(b.price.under)
			if full != nil {
				over.Mul(over, big.NewInt(int64(*b.last-first)+1))
				under.Mul(under, big.NewInt(int64(*full-first)+1))
			}
			over.Mul(over, ask.uplift.Num())
			b.price.over, b.price.under = over, under.Mul(under, ask.uplift.Denom())
			if b.price.round(); !b.price.minor.IsInt64() {
				b.price = nil
			}
		}
		if full == nil {
			break
		}
		first = *b.last + 1
	}
	return all, nil
}

// isAligned tells whether terms of the scenario end on a day.
func (f *forecastAsked) isAligned(on day.Day) bool {
	to, at := f.scenario.AlignTo, on.Time()
	if int(at.Month()) != to.Month {
		return false
	}
	return at.Day() == to.Day || at.Day() < to.Day && (on+1).Time().Month() != at.Month()
}

// lastOfNext returns the last day of a full term from a day on that follows a period; nil if it has none.
func (a *Answerer) lastOfNext(p row, first day.Day) *day.Day {
	part := a.partOfNext(p)
	if part != nil && part.text("term") == "PERPETUAL" {
		return nil
	}
	if part != nil && !part.null("term_length") {
		last := termAfter(first, part)
		return &last
	}
	was := p
	for !was.null("amends_id") {
		was = a.Base.get("periods", was.number("amends_id"))
	}
	if was.null("starts_on") || was.null("ends_on") {
		return nil
	}
	begun, ended := day.Day(was.number("starts_on")), day.Day(was.number("ends_on"))
	for n := int64(1); n < 1300; n++ {
		months := row{"term_length": n, "term_unit": "MONTHS"}
		if termAfter(begun, months) == ended {
			last := termAfter(first, months)
			return &last
		}
	}
	last := first + ended - begun
	return &last
}

// budgetSums are the sums of amounts.
func budgetSums(all []*booked) *value {
	lines := map[string]map[int64]bool{}
	var ordered, due budgeted
	count := func(name string, b *booked, counts bool) {
		if lines[name] == nil {
			lines[name] = map[int64]bool{}
		}
		if counts {
			lines[name][b.line.number("id")] = true
		}
	}
	for _, name := range []string{"committed", "due"} {
		into := map[string]*budgeted{"committed": &ordered, "due": &due}[name]
		for _, b := range all {
			if b.due != (name == "due") {
				continue
			}
			count(name+"LineItemCount", b, true)
			count(name+"WithoutPriceLineItemCount", b, b.price == nil)
			count("heldLineItemCount", b, b.held)
			count("evergreenLineItemCount", b, b.ever)
			if b.price != nil {
				into.add(b)
			}
		}
	}
	fields := map[string]any{"committed": amountsOf(ordered.sums()), "due": amountsOf(due.sums())}
	for _, name := range []string{"committedLineItemCount", "committedWithoutPriceLineItemCount", "dueLineItemCount",
		"dueWithoutPriceLineItemCount", "heldLineItemCount", "evergreenLineItemCount"} {
		fields[name] = len(lines[name])
	}
	return &value{"ForecastSums", fields}
}

// budgeted are amounts by currency and basis.
type budgeted struct{ of []*booked }

func (r *budgeted) add(b *booked) { r.of = append(r.of, b) }

func (r *budgeted) sums() (list []*duePrice) {
	for _, b := range r.of {
		known := slices.ContainsFunc(list, func(p *duePrice) bool {
			return p.basis == b.price.basis && p.currency == b.price.currency
		})
		if known {
			continue
		}
		sum, lines := &duePrice{basis: b.price.basis, currency: b.price.currency, minor: new(big.Int)}, map[int64]bool{}
		for _, o := range r.of {
			if o.price.basis == sum.basis && o.price.currency == sum.currency {
				sum.minor.Add(sum.minor, o.price.minor)
				lines[o.line.number("id")] = true
			}
		}
		sum.lines = len(lines)
		list = append(list, sum)
	}
	return list
}

// budgetPage answers a page of amounts. parts tell the list from others.
func (in asked) budgetPage(all []*booked, parts []any) (any, error) {
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
	bound, err := json.Marshal(append([]any{"forecast", viewer.Seal(in.ctx)}, parts...))
	if err != nil {
		return nil, err
	}
	mark := seal(order{}, string(bound))
	after, err := cursorArgument(in, "after", mark, inBudget)
	if err != nil {
		return nil, err
	}
	var rest []*booked
	for _, b := range all {
		if after == nil || inBudget.compare(b.place(), after) > 0 {
			rest = append(rest, b)
		}
	}
	more := len(rest) > size
	if more {
		rest = rest[:size]
	}
	lines, end := make([]*value, len(rest)), any(nil)
	for i, b := range rest {
		lines[i], end = in.budgetLine(b), cursor(mark, b.place())
	}
	return &value{"ForecastLinePage", map[string]any{"lines": lines, "endCursor": end, "hasNextPage": more}}, nil
}

func (in asked) budgetLine(b *booked) *value {
	fields := map[string]any{"lineItem": in.object("LineItem", b.line.number("id")),
		"period": in.object("Period", b.period.number("id")), "dueOn": b.on.String(), "due": b.due, "held": b.held,
		"evergreen": b.ever, "startsOn": nil, "endsOn": nil, "perpetual": b.perpetual, "days": nil, "quantity": nil,
		"unlimited": b.unlimited, "basis": nil, "price": nil}
	if b.first != nil {
		fields["startsOn"] = b.first.String()
	}
	if b.last != nil {
		fields["endsOn"] = b.last.String()
	}
	if b.first != nil && b.last != nil {
		fields["days"] = int(*b.last-*b.first) + 1
	}
	if b.quantity != nil {
		fields["quantity"] = in.sum(b.quantity, b.line.number("unit_id"))
	}
	if b.price != nil {
		fields["basis"], fields["price"] = b.price.basis, b.price.money()
	}
	return &value{"ForecastLine", fields}
}
