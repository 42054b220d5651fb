package renewal

import (
	"context"
	"math/big"
	"slices"
	"sort"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxBookings is how many bookings the forecasts of one field may have: terms of a few days would fill the memory.
const maxBookings = 300_000

// ForecastRequest is a request for a budget, from a first day to the last day of a month.
type ForecastRequest struct {
	From, To day.Day
	Below    bool
	// scenario is the form of the one that is assumed, so that equal requests are answered together.
	scenario string
}

// NewForecastRequest makes a request for so many calendar months. The first one begins on the day from. A nil scenario
// assumes nothing. It returns BAD_INPUT for other than 1 to 36 months and for a scenario that means nothing.
func NewForecastRequest(from day.Day, months int, below bool, s *Scenario) (ForecastRequest, error) {
	if months < 1 || months > maxMonths {
		return ForecastRequest{}, fault.Bad("months", "A forecast has {min} to {max} months.",
			"Give a number of months in this range.", fault.WithNumber("min", 1), fault.WithNumber("max", maxMonths),
			fault.WithNumber("given", months))
	}
	if s != nil {
		if err := s.check(); err != nil {
			return ForecastRequest{}, err
		}
	}
	to := firstOfMonth(from).AddMonths(months) - 1
	if to > day.Latest {
		return ForecastRequest{}, fault.Bad("from", "The forecast would end after {latest}.", "Give an earlier day.",
			fault.With("latest", value.OfDay(day.Latest)))
	}
	return ForecastRequest{From: from, To: to, Below: below, scenario: s.text()}, nil
}

func firstOfMonth(on day.Day) day.Day { return on - day.Day(on.Time().Day()) + 1 }

// Forecast is the budget of an account. Err says why it has none.
type Forecast struct {
	StartsOn, EndsOn day.Day
	Months           []*ForecastMonth
	Sums             ForecastSums
	Err              error
}

// ForecastMonth is the budget of one calendar month, of which Month is the first day.
type ForecastMonth struct {
	Month    day.Day
	Sums     ForecastSums
	holder   int64
	request  ForecastRequest
	bookings []Booking
}

// ForecastSums are what is ordered and what is due, and of how many lines. A line counts once, however many terms of it
// begin.
type ForecastSums struct {
	Committed, Due                                             []*Amount
	CommittedLineItemCount, CommittedWithoutPriceLineItemCount int64
	DueLineItemCount, DueWithoutPriceLineItemCount             int64
	HeldLineItemCount, EvergreenLineItemCount                  int64
	// last are the lines that were counted last.
	last struct{ committed, committedUnpriced, due, dueUnpriced, held, evergreen gid.ID }
}

// Booking is an amount of one line in a forecast: one that is ordered, or the price of a next term.
type Booking struct {
	// Line is the line, and Period the one that is ordered, or after which the next term begins.
	Line, Period gid.ID
	// On is the day on which it is booked.
	On  day.Day
	Due bool
	// Held and Evergreen are those of entitlement.DueLine.
	Held, Evergreen bool
	// StartsOn and EndsOn are the days of the term, both inclusive; nil if they are not known or if it has no end.
	StartsOn, EndsOn *day.Day
	// Perpetual says that the term has no end.
	Perpetual bool
	// Unlimited says that the term has no limit. Quantity is in base units; nil if it has no limit or is not known.
	Unlimited bool
	Quantity  *int64
	Unit      gid.ID
	Scale     int64
	// Basis and Currency are empty without a price. Minor is in minor units.
	Basis    vocabulary.PriceBasis
	Currency string
	Minor    int64
}

// Days returns how many days the term has; nil if that is not known.
func (b *Booking) Days() *int64 {
	if b.StartsOn == nil || b.EndsOn == nil {
		return nil
	}
	n := entitlement.Days(*b.StartsOn, *b.EndsOn)
	return &n
}

// Forecasts returns the budgets of accounts, one for each in their order. Committed is what is ordered already; see
// entitlement.OrderedAmounts. Due are the full next terms of the lines that entitlement.DueLines returns: each is
// booked on the day after the last one, and is followed by another one as long as these begin in time. It takes sixteen
// statements at most, if no part number has more than one successor after another, however many accounts and lines
// there are. More than 300,000 bookings are a page.TooManyRowsError.
func Forecasts(ctx context.Context, v *page.View, who *viewer.Viewer, request ForecastRequest, accounts []int64) (
	[][]*Forecast, error) {
	if len(accounts) == 0 {
		return nil, nil
	}
	s := scenarioOf(request.scenario)
	assumptions, err := s.assume(ctx, v, accounts, request.Below)
	if err != nil {
		return nil, err
	}
	ordered, err := entitlement.OrderedAmounts(ctx, v, who,
		entitlement.EndingQuery{From: request.From, To: request.To, Below: request.Below}, accounts)
	if err != nil {
		return nil, err
	}
	lines, err := entitlement.DueLines(ctx, v, who,
		entitlement.EndingQuery{From: request.From - 1, To: request.To - 1, Below: request.Below}, accounts)
	if err != nil {
		return nil, err
	}
	terms, err := nextTerms(ctx, v, who, lines)
	if err != nil {
		return nil, err
	}
	f := &forecasting{request: request, scenario: s, uplift: s.uplift(), of: map[int64]*Forecast{}}
	out := make([][]*Forecast, len(accounts))
	for i, id := range accounts {
		if f.of[id] == nil {
			f.of[id] = request.empty(id)
			f.of[id].Err = assumptions[id].err
		}
		out[i] = []*Forecast{f.of[id]}
	}
	for i := range ordered {
		f.commit(&ordered[i])
	}
	for i := range terms {
		if err := f.renew(&terms[i], assumptions[lines[i].Holder]); err != nil {
			return nil, err
		}
	}
	for _, of := range f.of {
		for _, m := range of.Months {
			m.sort()
		}
	}
	return out, nil
}

// empty returns a forecast without bookings.
func (r ForecastRequest) empty(holder int64) *Forecast {
	f := &Forecast{StartsOn: r.From, EndsOn: r.To}
	for month := firstOfMonth(r.From); month <= r.To; month = month.AddMonths(1) {
		f.Months = append(f.Months, &ForecastMonth{Month: month, holder: holder, request: r})
	}
	return f
}

// forecasting are the forecasts so far, by the accounts asked for.
type forecasting struct {
	request  ForecastRequest
	scenario *Scenario
	uplift   *big.Rat
	of       map[int64]*Forecast
	bookings int
}

func (f *forecasting) commit(o *entitlement.Ordered) {
	b := Booking{Line: o.Line, Period: o.Period, On: o.On, StartsOn: o.First, EndsOn: o.Last, Perpetual: o.Perpetual,
		Unlimited: o.Unlimited, Quantity: o.Quantity, Unit: o.Unit, Scale: o.Scale}
	if o.Minor != nil && o.Currency != nil {
		b.Basis, b.Currency, b.Minor = vocabulary.PriceBasisOrdered, *o.Currency, *o.Minor
	}
	f.of[o.Holder].add(b)
	f.bookings++
}

// renew books the next term of a line, and those that follow it.
func (f *forecasting) renew(next *nextTerm, assumed *assumed) error {
	l := next.line
	of := f.of[l.Holder]
	renewed, any, err := assumed.of(l)
	if err != nil && of.Err == nil {
		of.Err = err
	}
	if err != nil || !any {
		return nil
	}
	for first := next.first; first <= f.request.To; {
		last := next.lastOf(first)
		start := first
		b := Booking{Line: l.Line, Period: l.Period, On: first, Due: true, Held: l.Held, Evergreen: l.Evergreen,
			StartsOn: &start, EndsOn: f.aligned(last), Perpetual: next.perpetual, Unlimited: l.Unlimited,
			Quantity: renewed, Unit: gid.ID(l.Unit), Scale: l.Scale}
		f.price(&b, next.price(first, renewed), last)
		if of.add(b); f.bookings == maxBookings {
			return &page.TooManyRowsError{Limit: maxBookings}
		}
		f.bookings++
		if last == nil {
			break
		}
		first = *b.EndsOn + 1
	}
	return nil
}

// aligned returns the last day of a term that would end on another one.
func (f *forecasting) aligned(last *day.Day) *day.Day {
	if last == nil || f.scenario.AlignTo == nil {
		return last
	}
	end := f.scenario.AlignTo.from(*last)
	return &end
}

// price sets what a term costs whose full length ends on a day: longer terms cost as much a day. It is rounded half up,
// once.
func (f *forecasting) price(b *Booking, full *Price, last *day.Day) {
	if full == nil {
		return
	}
	if exact := full.Exact; last != nil && *last != *b.EndsOn {
		exact.Mul(exact, big.NewRat(entitlement.Days(*b.StartsOn, *b.EndsOn), entitlement.Days(*b.StartsOn, *last)))
	}
	minor := entitlement.RoundHalfUp(full.Exact.Mul(full.Exact, f.uplift))
	if minor == nil {
		return
	}
	b.Basis, b.Currency, b.Minor = full.Basis, full.Currency, *minor
}

// add books an amount in its month. Those of one line are added one after another.
func (f *Forecast) add(b Booking) {
	first := f.Months[0].Month.Time()
	on := b.On.Time()
	m := f.Months[12*(on.Year()-first.Year())+int(on.Month())-int(first.Month())]
	m.bookings = append(m.bookings, b)
	m.Sums.add(&b)
	f.Sums.add(&b)
}

func (s *ForecastSums) add(b *Booking) {
	once := func(count *int64, last *gid.ID, counts bool) {
		if counts && *last != b.Line {
			*last = b.Line
			*count++
		}
	}
	into, unpriced := &s.Committed, b.Basis == ""
	if b.Due {
		into = &s.Due
		once(&s.DueLineItemCount, &s.last.due, true)
		once(&s.DueWithoutPriceLineItemCount, &s.last.dueUnpriced, unpriced)
		once(&s.HeldLineItemCount, &s.last.held, b.Held)
		once(&s.EvergreenLineItemCount, &s.last.evergreen, b.Evergreen)
	} else {
		once(&s.CommittedLineItemCount, &s.last.committed, true)
		once(&s.CommittedWithoutPriceLineItemCount, &s.last.committedUnpriced, unpriced)
	}
	if !unpriced {
		*into = addAmount(*into, b.Line, b.Basis, b.Currency, b.Minor)
	}
}

// sort puts the bookings in the order of days and lines, what is ordered first.
func (m *ForecastMonth) sort() {
	slices.SortFunc(m.bookings, func(a, b Booking) int { return slices.Compare(a.position(), b.position()) })
}

// position is the place of a booking in its month.
func (b *Booking) position() []int64 {
	due := int64(0)
	if b.Due {
		due = 1
	}
	return []int64{int64(b.On), int64(b.Line), due, int64(b.Period)}
}

// BookingPage is a page of bookings. Cursor is that of the last one; "" if the page is empty.
type BookingPage struct {
	Bookings []*Booking
	Cursor   string
	More     bool
}

// Bookings returns a page of what is behind the sums of the month. It returns BAD_PAGE_SIZE or BAD_CURSOR.
func (m *ForecastMonth) Bookings(args page.Args, seal string) (*BookingPage, error) {
	request := page.Request{Args: args, Binding: page.Binding("forecast", seal, m.holder, m.request.From, m.request.To,
		m.request.Below, m.request.scenario, m.Month)}
	size, after, err := request.Position(len((&Booking{}).position()))
	if err != nil {
		return nil, err
	}
	begin := 0
	if after != nil {
		begin = sort.Search(len(m.bookings), func(i int) bool {
			return slices.Compare(m.bookings[i].position(), after) > 0
		})
	}
	end := min(begin+size, len(m.bookings))
	p := &BookingPage{More: end < len(m.bookings)}
	for i := begin; i < end; i++ {
		p.Bookings = append(p.Bookings, &m.bookings[i])
	}
	if end > begin {
		p.Cursor = request.CursorOf(m.bookings[end-1].position()...)
	}
	return p, nil
}
