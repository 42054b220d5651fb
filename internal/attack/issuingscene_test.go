package attack_test

// orderInput is an order of a new part number, in a state.
func (s *scene) orderInput(state string) input {
	part := s.ofCatalog("createPartNumber", "partNumber", input{"code": s.fresh("PART"),
		"product": s.product("PRODUCT"), "licenseModel": s.licenseModel(), "unit": s.ofCatalog("createUnitOfMeasure",
			"unitOfMeasure", s.unitInput()), "term": "PERPETUAL", "startRule": "FIXED"})
	return input{"account": s.account(), "state": state, "lines": []any{map[string]any{"partNumber": part}}}
}

// issued issues an entitlement, and returns its id.
func (s *scene) issued(state string) string {
	return s.ofCatalog("issueEntitlement", "entitlement", s.orderInput(state))
}
