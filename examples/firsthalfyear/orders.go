package main

import (
	"context"
	"fmt"
)

// order is an order that became an entitlement with one line item.
type order struct {
	customer, entitlement, line, period string
}

// enterCustomers creates three customers and returns their ids.
func (p *play) enterCustomers(ctx context.Context) (ids [3]string, err error) {
	for i, name := range []string{"Northgate Port", "Alma Terminals", "Delta Freight"} {
		ids[i], err = p.create(ctx, "createAccount", "account", map[string]any{"name": name, "kind": "CUSTOMER"})
		if err != nil {
			return ids, err
		}
	}
	return ids, nil
}

// enterOrders issues 30 orders, one in five days. The customers take turns, and each orders the three part numbers in
// turn; one tries a product first. Each order has the name that it has in the system of orders, so that it is issued
// once.
func (p *play) enterOrders(ctx context.Context, sold catalog, customers [3]string) ([]order, error) {
	orders := make([]order, 30)
	for i := range orders {
		part := []string{sold.quarter, sold.forever, sold.monthly}[i/3%3]
		if i == trialOrder {
			part = sold.trial
		}
		var issued struct {
			Entitlement struct{ ID string }
			Lines       []struct {
				LineItem struct {
					ID      string
					Periods struct{ Nodes []struct{ ID string } }
				}
			}
		}
		name := fmt.Sprintf("SO-%d", 1001+i)
		_, err := p.change(ctx, "issueEntitlement", map[string]any{"account": customers[i%3],
			"source": map[string]any{"externalId": name}, "orderReference": name, "lines": []any{map[string]any{
				"partNumber": part, "pieces": 1 + i%4, "startsOn": p.day(5 * i), "orderLine": "10"}}},
			"entitlement { id } lines { lineItem { id periods { nodes { id } } } }", &issued)
		if err != nil {
			return nil, fmt.Errorf("order %s: %w", name, err)
		}
		line := issued.Lines[0].LineItem
		orders[i] = order{customers[i%3], issued.Entitlement.ID, line.ID, line.Periods.Nodes[0].ID}
	}
	return orders, nil
}
