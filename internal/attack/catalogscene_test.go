package attack_test

// licenseTerms are terms of a license model.
var licenseTerms = map[string]any{"graceDays": 0, "overdraftAllowed": false, "offlineAllowed": false}

// ofCatalog creates an object of the catalog, and returns its id.
func (s *scene) ofCatalog(mutation, object string, in input) string {
	return s.w.change(s.w.operator, mutation, in).ok(s.w.t).id(s.w.t, object, "id").String()
}

func (s *scene) unitInput() input {
	return input{"code": s.fresh("UNIT"), "singular": "one", "plural": "many", "kind": "COUNT", "pool": "NONE",
		"aggregation": "SUM", "baseUnit": "one", "rule": "Counted one by one."}
}

func (s *scene) levelInput() input {
	return input{"code": s.fresh("LEVEL"), "name": "Level", "rank": 1}
}

func (s *scene) licenseModelInput() input {
	return input{"name": s.fresh("model"), "activationModel": "FLOATING", "terms": licenseTerms}
}

func (s *scene) priceInput() input {
	return input{"partNumber": s.partNumber(), "startsOn": "2099-01-01",
		"price": map[string]any{"amount": "1", "currency": "EUR"}}
}

func (s *scene) feature() string {
	return s.ofCatalog("createFeature", "feature", input{"code": s.fresh("feature")})
}

func (s *scene) productLine() string {
	return s.ofCatalog("createProductLine", "productLine", input{"name": s.fresh("line")})
}

func (s *scene) product(kind string) string {
	return s.ofCatalog("createProduct", "product",
		input{"productLine": s.productLine(), "name": s.fresh("product"), "kind": kind, "state": "AVAILABLE"})
}

func (s *scene) licenseModel() string {
	return s.ofCatalog("createLicenseModel", "licenseModel", s.licenseModelInput())
}

func (s *scene) partNumber() string {
	return s.ofCatalog("createPartNumber", "partNumber", input{"code": s.fresh("PART")})
}

func (s *scene) customFieldInput() input {
	return input{"subject": "ACCOUNT", "code": s.fresh("field"), "type": "TEXT", "labelEnglish": "Field",
		"labelGerman": "Feld"}
}

func (s *scene) customField() string {
	return s.ofCatalog("declareCustomField", "customField", s.customFieldInput())
}
