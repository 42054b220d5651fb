package main

import (
	"context"
	"fmt"
	"slices"
)

// These orders have a life after they were issued. They are counted from 0.
const (
	lateOrder      = 0
	amendedOrder   = 1
	correctedOrder = 3
	trialOrder     = 4
	heldOrder      = 5
	withdrawnOrder = 8
	gapOrder       = 9
	fewerOrder     = 10
	earlyOrder     = 27
)

// lived are the orders that have a life after they were issued.
var lived = []int{lateOrder, amendedOrder, correctedOrder, trialOrder, heldOrder, withdrawnOrder, gapOrder, fewerOrder,
	earlyOrder}

// live does what happens to rights after they were issued. It says each warning.
func (p *play) live(ctx context.Context, sold catalog, orders []order) error {
	renewed := func(of int, more map[string]any) map[string]any {
		line := map[string]any{"lineItem": orders[of].line}
		for name, value := range more {
			line[name] = value
		}
		return map[string]any{"lines": []any{line}}
	}
	for _, step := range []struct {
		// of is the order to whose right something happens, and what says it.
		of       int
		what     string
		mutation string
		input    map[string]any
	}{
		{earlyOrder, "is renewed before it ends", "renewLineItems", renewed(earlyOrder, nil)},
		{lateOrder, "is renewed late, from the day after it ended", "renewLineItems", renewed(lateOrder, nil)},
		{gapOrder, "is renewed late, with a gap", "renewLineItems",
			renewed(gapOrder, map[string]any{"startsOn": p.day(150)})},
		{fewerOrder, "is renewed with fewer copies", "renewLineItems",
			renewed(fewerOrder, map[string]any{"quantity": "8"})},
		{amendedOrder, "grows", "amendLineItem", map[string]any{"lineItem": orders[amendedOrder].line,
			"startsOn": p.day(30), "quantity": "25", "orderNumber": "SO-2001",
			"price": map[string]any{"amount": "750.00", "currency": "EUR"}}},
		{correctedOrder, "was 15, not 20, from the beginning", "correctPeriod", map[string]any{
			"period": orders[correctedOrder].period, "quantity": "15", "reason": "the order was misread"}},
		{trialOrder, "is bought", "convertTrial", map[string]any{"lineItem": orders[trialOrder].line,
			"partNumber": sold.quarter, "startsOn": p.day(40), "orderNumber": "SO-2002"}},
		{heldOrder, "is held for a month", "holdLineItems", map[string]any{
			"lineItems": []any{orders[heldOrder].line}, "from": p.day(60), "until": p.day(90),
			"reason": "an invoice was disputed"}},
		{withdrawnOrder, "is withdrawn", "withdrawEntitlement", map[string]any{
			"entitlement": orders[withdrawnOrder].entitlement, "from": p.day(50), "reason": "it was given back"}},
	} {
		// What a change would do is asked first. If it was made before, only the dry run refuses it.
		trial := map[string]any{"dryRun": true}
		for name, value := range step.input {
			trial[name] = value
		}
		told, refused := p.change(ctx, step.mutation, trial, "", nil)
		done, err := p.change(ctx, step.mutation, step.input, "", nil)
		if err == nil && !done.Replayed {
			err = refused
		}
		if err != nil {
			return fmt.Errorf("order %d: %w", step.of, err)
		}
		if !done.Replayed && !slices.Equal(told.Warnings, done.Warnings) {
			return fmt.Errorf("order %d: the dry run warned of %v, and the change of %v", step.of, told.Warnings,
				done.Warnings)
		}
		p.say("  SO-%d %s", 1001+step.of, step.what)
		for _, w := range done.Warnings {
			p.say("    %s", w.Code)
		}
	}
	return nil
}
