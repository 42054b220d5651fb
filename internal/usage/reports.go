package usage

import (
	"context"
	"math/big"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/meter"
	"github.com/muniment/muniment/ent/usagerecord"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// reports are what the meters of a position reported before a day.
type reports struct {
	on    day.Day
	reset vocabulary.ResetInterval
	// differ says that the meters start at zero at different times.
	differ bool
	// seen has, for each meter of each account, the days of the mean for which it has a report.
	seen map[series]*[meanDays]bool
	// inMean is what was used on these days, and sinceReset what was used since the meters last started at zero.
	inMean, sinceReset *big.Rat
}

// series are the reports of a meter about an account.
type series struct{ account, meter int64 }

// report is a row of usage_records with its meter. Both days are inclusive.
type report struct {
	Holder      int64   `sql:"holder"`
	Account     int64   `sql:"account_id"`
	Meter       int64   `sql:"meter_id"`
	ProductLine int64   `sql:"product_line_id"`
	Unit        int64   `sql:"unit_id"`
	Reset       string  `sql:"reset_interval"`
	First       day.Day `sql:"starts_on"`
	Last        day.Day `sql:"ends_on"`
	Opening     bool    `sql:"opening"`
	Used        int64   `sql:"used_numerator"`
	Denominator int64   `sql:"denominator"`
}

// reportsOf reads the reports of complete days, and imported totals, that the pace of positions is made of, with one
// statement.
func reportsOf(ctx context.Context, v *page.View, query entitlement.PositionQuery, accounts []int64) (
	map[entitlement.PositionKey]*reports, error) {
	below := query.Below || query.By == vocabulary.PositionGroupingAccount
	year, _ := resetPeriod(vocabulary.ResetIntervalYear, query.On)
	var found []report
	err := v.Scan(ctx, usagerecord.Table, func(q *page.Query) {
		holder := account.Each(q, usagerecord.FieldAccountID, accounts, below)
		m := q.Join(meter.Table, "me", func(m *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(m.C(meter.FieldID), q.C(usagerecord.FieldMeterID))
		})
		q.Select(sql.As(holder, "holder")).AppendSelect(q.Columns(usagerecord.FieldAccountID,
			usagerecord.FieldMeterID, usagerecord.FieldStartsOn, usagerecord.FieldEndsOn, usagerecord.FieldOpening,
			usagerecord.FieldUsedNumerator, usagerecord.FieldDenominator)...).
			AppendSelect(m.C(meter.FieldProductLineID), m.C(meter.FieldUnitID), m.C(meter.FieldResetInterval))
		q.Where(sql.LT(q.C(usagerecord.FieldStartsOn), int64(query.On)))
		q.Where(sql.Or(sql.EQ(m.C(meter.FieldResetInterval), string(vocabulary.ResetIntervalNever)),
			sql.GTE(q.C(usagerecord.FieldEndsOn), int64(min(year, query.On-meanDays)))))
	}, &found)
	if err != nil {
		return nil, err
	}
	out := map[entitlement.PositionKey]*reports{}
	for _, f := range found {
		since, _ := resetPeriod(vocabulary.ResetInterval(f.Reset), query.On)
		if f.Last < min(since, query.On-meanDays) {
			continue // of a meter that may not be used any more
		}
		key := entitlement.PositionKey{Holder: f.Holder, Unit: f.Unit}
		switch query.By {
		case vocabulary.PositionGroupingProductLine:
			key.Group = f.ProductLine
		case vocabulary.PositionGroupingAccount:
			key.Group = f.Account
		}
		if out[key] == nil {
			out[key] = &reports{on: query.On, reset: vocabulary.ResetInterval(f.Reset),
				seen: map[series]*[meanDays]bool{}, inMean: new(big.Rat), sinceReset: new(big.Rat)}
		}
		out[key].add(f)
	}
	return out, nil
}

// add adds a report. One over several days counts evenly on each of them. An imported total tells how much was used
// since the meter started at zero, but not on which days.
func (r *reports) add(f report) {
	reset := vocabulary.ResetInterval(f.Reset)
	r.differ = r.differ || reset != r.reset
	first, _ := resetPeriod(reset, r.on)
	used := big.NewRat(f.Used, f.Denominator)
	if f.Opening {
		if f.First >= first {
			r.sinceReset.Add(r.sinceReset, used)
		}
		return
	}
	if f.Last >= r.on {
		return // the day is not over
	}
	perDay := used.Quo(used, big.NewRat(int64(f.Last-f.First)+1, 1))
	days := func(from day.Day) *big.Rat {
		n := max(0, int64(f.Last-max(f.First, from))+1)
		return new(big.Rat).Mul(perDay, big.NewRat(n, 1))
	}
	r.inMean.Add(r.inMean, days(r.on-meanDays))
	r.sinceReset.Add(r.sinceReset, days(first))
	of := series{f.Account, f.Meter}
	if r.seen[of] == nil {
		r.seen[of] = new([meanDays]bool)
	}
	for d := max(f.First, r.on-meanDays); d <= f.Last; d++ {
		r.seen[of][d-(r.on-meanDays)] = true
	}
}

// mean returns what was used on each of the last 28 complete days, on average. It returns false if a meter has no
// report for one of them, and if the meters start at zero at different times.
func (r *reports) mean() (*big.Rat, bool) {
	if r == nil || r.differ || len(r.seen) == 0 {
		return nil, false
	}
	for _, days := range r.seen {
		for _, known := range days {
			if !known {
				return nil, false
			}
		}
	}
	return new(big.Rat).Quo(r.inMean, big.NewRat(int64(meanDays), 1)), true
}

// resetPeriod returns the first and the last day on which a meter that starts at zero again counts without doing so,
// around a day.
func resetPeriod(reset vocabulary.ResetInterval, on day.Day) (first, last day.Day) {
	at := on.Time()
	months := 1
	switch reset {
	case vocabulary.ResetIntervalNever:
		return day.Beginning, day.Forever
	case vocabulary.ResetIntervalQuarter:
		months = 3
	case vocabulary.ResetIntervalYear:
		months = 12
	}
	begin := (int(at.Month()) - 1) / months * months
	return day.Date(at.Year(), time.Month(begin+1), 1), day.Date(at.Year(), time.Month(begin+1+months), 1) - 1
}
