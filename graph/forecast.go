package graph

import (
	"math/big"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/renewal"
	"github.com/muniment/muniment/internal/viewer"
)

// renewalForecastObject declares the budget of an account.
func renewalForecastObject() *plan.Object {
	return &plan.Object{Name: "RenewalForecast", Value: (*renewal.Forecast)(nil), Fields: plan.Fields{
		"sums": plan.Plain(func(_ *plan.Call, r plan.Row) any { return &r.Value().(*renewal.Forecast).Sums }),
	}}
}

// forecastMonthObject declares the budget of a month.
func forecastMonthObject() *plan.Object {
	return &plan.Object{Name: "ForecastMonth", Value: (*renewal.ForecastMonth)(nil), Fields: plan.Fields{
		"sums": plan.Plain(func(_ *plan.Call, r plan.Row) any { return &r.Value().(*renewal.ForecastMonth).Sums }),
		"lines": plan.Value(func(c *plan.Call, r plan.Row) (any, error) {
			return r.Value().(*renewal.ForecastMonth).Bookings(page.Args{First: plan.Arg[*int](c, "first"),
				After: plan.Arg[*string](c, "after")}, viewer.Seal(c))
		}),
	}}
}

func forecastSumsObject() *plan.Object {
	return &plan.Object{Name: "ForecastSums", Value: (*renewal.ForecastSums)(nil)}
}

func forecastLinePageObject() *plan.Object {
	pageOf := func(r plan.Row) *renewal.BookingPage { return r.Value().(*renewal.BookingPage) }
	return &plan.Object{Name: "ForecastLinePage", Value: (*renewal.BookingPage)(nil), Fields: plan.Fields{
		"lines":       plan.Plain(func(_ *plan.Call, r plan.Row) any { return pageOf(r).Bookings }),
		"endCursor":   plan.Plain(func(_ *plan.Call, r plan.Row) any { return orNull(pageOf(r).Cursor) }),
		"hasNextPage": plan.Plain(func(_ *plan.Call, r plan.Row) any { return pageOf(r).More }),
	}}
}

// forecastLineObject declares an amount of a budget.
func forecastLineObject() *plan.Object {
	of := func(r plan.Row) *renewal.Booking { return r.Value().(*renewal.Booking) }
	return &plan.Object{Name: "ForecastLine", Value: (*renewal.Booking)(nil), Fields: plan.Fields{
		"lineItem": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return of(r).Line }),
		"period":   plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return of(r).Period }),
		"dueOn":    plan.Plain(func(_ *plan.Call, r plan.Row) any { return of(r).On }),
		"days":     plan.Plain(func(_ *plan.Call, r plan.Row) any { return of(r).Days() }),
		"quantity": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			b := of(r)
			if b.Quantity == nil {
				return nil
			}
			return total(big.NewInt(*b.Quantity), b.Scale, b.Unit)
		}).WithOwn("unit"),
		"basis": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			if b := of(r); b.Basis != "" {
				return b.Basis
			}
			return nil
		}),
		"price": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			b := of(r)
			if b.Basis == "" {
				return nil
			}
			return moneyOf(big.NewInt(b.Minor), b.Currency)
		}),
	}}
}

// forecastsOfAccounts is the budget of each account.
var forecastsOfAccounts = plan.NewKeyedFacts(func(c *plan.Call, request renewal.ForecastRequest,
	rows []plan.Row) ([]sums[*renewal.Forecast], error) {
	return apart(plan.IDs(rows, "id"), func(accounts []int64) ([][]*renewal.Forecast, error) {
		return renewal.Forecasts(c, c.View, c.Viewer, request, accounts)
	})
}, "id")

func forecastRequest(c *plan.Call) (renewal.ForecastRequest, error) {
	from := c.Today
	if given := plan.Arg[*day.Day](c, "from"); given != nil {
		from = *given
	}
	return renewal.NewForecastRequest(from, plan.Arg[int](c, "months"),
		orFalse(plan.Arg[*bool](c, "includeSubAccounts")), scenarioOf(plan.Arg[*model.ForecastScenarioInput](c,
			"scenario")))
}

func scenarioOf(in *model.ForecastScenarioInput) *renewal.Scenario {
	if in == nil {
		return nil
	}
	s := &renewal.Scenario{Drop: in.Drop, UpliftPercent: in.UpliftPercent}
	for _, q := range in.Quantities {
		s.Quantities = append(s.Quantities, renewal.ScenarioQuantity{LineItem: q.LineItem, Quantity: q.Quantity})
	}
	if to := in.AlignTo; to != nil {
		s.AlignTo = &renewal.DayOfYear{Month: to.Month, Day: to.Day}
	}
	return s
}

func judgeForecast(c *plan.Call) error {
	_, err := forecastRequest(c)
	return err
}

func renewalForecast(c *plan.Call, r plan.Row) (any, error) {
	request, err := forecastRequest(c)
	if err != nil {
		return nil, err
	}
	found, err := forecastsOfAccounts.Of(c, r, request)
	if err != nil {
		return nil, err
	}
	if found.err != nil {
		return nil, found.err
	}
	if forecast := found.list[0]; forecast.Err != nil {
		return nil, forecast.Err
	}
	return found.list[0], nil
}
