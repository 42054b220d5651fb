package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// askedDays are the days of the questions, counted from the first one. The last one is still to come.
var askedDays = []int{20, 45, 65, 95, 145, 200}

// answer is what a right is on a day.
type answer struct {
	Status  string
	Granted struct{ Amount *string }
	Covered bool
}

// text is the answer in one word, such as 15 or 15+ if it is covered.
func (a answer) text() string {
	if a.Status != "ACTIVE" {
		return strings.ToLower(a.Status)
	}
	amount := "unlimited"
	if a.Granted.Amount != nil {
		amount = *a.Granted.Amount
	}
	if a.Covered {
		amount += "+"
	}
	return amount
}

// askDays says what each right that had a life is on each of the days.
func (p *play) askDays(ctx context.Context, orders []order) error {
	var fields strings.Builder
	head := fmt.Sprintf("  %-8s", "day")
	for i, n := range askedDays {
		fmt.Fprintf(&fields, "d%d: lineItem(id: $id) { status(on: %[2]q) granted(on: %[2]q) { amount } "+
			"covered: isCovered(on: %[2]q) } ", i, p.day(n))
		head += fmt.Sprintf(" %-12s", p.day(n))
	}
	p.say("%s", strings.TrimRight(head, " "))
	for _, of := range lived {
		var days map[string]answer
		err := p.ask(ctx, "query ($id: ID!) { "+fields.String()+"}", map[string]any{"id": orders[of].line}, &days)
		if err != nil {
			return fmt.Errorf("order %d: %w", of, err)
		}
		row := fmt.Sprintf("  SO-%d ", 1001+of)
		for i := range askedDays {
			row += fmt.Sprintf(" %-12s", days[fmt.Sprint("d", i)].text())
		}
		p.say("%s", strings.TrimRight(row, " "))
	}
	return nil
}

// explain says what was recorded about one right, the oldest first: that is why the answers are what they are.
func (p *play) explain(ctx context.Context, of order) error {
	var answer struct {
		EntitlementHistory struct {
			Events []struct {
				Kind   string
				Period *struct {
					StartsOn, EndsOn string
					Quantity         struct{ Amount *string }
				}
				Decision *struct{ Kind, Reason string }
			}
		}
	}
	err := p.ask(ctx, `query ($id: ID!) { entitlementHistory(entitlement: $id, first: 100) { events { kind
		period { startsOn endsOn quantity { amount } } decision { kind reason } } } }`,
		map[string]any{"id": of.entitlement}, &answer)
	if err != nil {
		return err
	}
	events := answer.EntitlementHistory.Events
	slices.Reverse(events)
	for _, e := range events {
		text := "  " + e.Kind
		if of := e.Period; of != nil && of.Quantity.Amount != nil {
			text += " " + *of.Quantity.Amount
			for _, day := range []string{of.StartsOn, of.EndsOn} {
				if day != "" {
					text += " " + day
				}
			}
		}
		if e.Decision != nil {
			text += fmt.Sprintf(" %s: %s", e.Decision.Kind, e.Decision.Reason)
		}
		p.say("%s", text)
	}
	return nil
}
