package main

import "context"

// catalog has the ids of what the producer sells.
type catalog struct {
	// quarter is sold for three months, and monthly for one. Both can be used only while they last.
	quarter, monthly string
	// forever is sold once, with a year of maintenance.
	forever string
	// trial lasts 30 days.
	trial string
}

// enterCatalog enters what the producer sells, valid from the first day on.
func (p *play) enterCatalog(ctx context.Context) (made catalog, err error) {
	create := func(mutation, field string, input map[string]any) (id string) {
		if err == nil {
			id, err = p.create(ctx, mutation, field, input)
		}
		return id
	}
	seat := create("createUnitOfMeasure", "unitOfMeasure", map[string]any{"code": "PLANNER", "singular": "planner",
		"plural": "planners", "kind": "COUNT", "pool": "NODE", "aggregation": "LAST", "baseUnit": "planner",
		"rule": "Each person who plans counts once."})
	level := create("createCoverageLevel", "coverageLevel", map[string]any{"code": "OFFICE-HOURS",
		"name": "Office hours", "rank": 1})
	line := create("createProductLine", "productLine", map[string]any{"name": "Planning"})
	model := create("createLicenseModel", "licenseModel", map[string]any{"name": "By planner",
		"activationModel": "NODE_LOCKED", "startsOn": p.day(0),
		"terms": map[string]any{"graceDays": 0, "overdraftAllowed": false, "offlineAllowed": true}})
	product := func(name string) string {
		return create("createProduct", "product", map[string]any{"productLine": line, "name": name, "version": "1",
			"licenseModel": model, "state": "AVAILABLE", "startsOn": p.day(0)})
	}
	cranes, berths := product("Crane Planner"), product("Berth Planner")
	part := func(code, product, price string, more map[string]any) string {
		input := map[string]any{"code": code, "product": product, "unit": seat, "startRule": "FIXED", "packSize": 5}
		for name, value := range more {
			input[name] = value
		}
		id := create("createPartNumber", "partNumber", input)
		create("setListPrice", "listPrice", map[string]any{"partNumber": id, "startsOn": p.day(0),
			"price": map[string]any{"amount": price, "currency": "EUR"}})
		return id
	}
	made.quarter = part("CRANE-3M", cranes, "90.00", map[string]any{"term": "SUBSCRIPTION", "termLength": 3,
		"termUnit": "MONTHS", "coverageKind": "SUPPORT", "coverageLevel": level})
	made.monthly = part("BERTH-1M", berths, "25.00", map[string]any{"term": "SUBSCRIPTION", "termLength": 1,
		"termUnit": "MONTHS"})
	made.forever = part("BERTH-P", berths, "900.00", map[string]any{"term": "PERPETUAL",
		"coverageKind": "MAINTENANCE", "coverageLength": 1, "coverageLengthUnit": "YEARS", "coverageLevel": level})
	made.trial = part("CRANE-T", cranes, "0.00", map[string]any{"term": "TRIAL", "termLength": 30,
		"termUnit": "DAYS"})
	return made, err
}
