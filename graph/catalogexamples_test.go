package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// catalogExamples returns the input of an example for every mutation of the catalog, for an operator.
func catalogExamples(t *testing.T, env *testenv.Env, h *tenantFixture) map[string]map[string]any {
	t.Helper()
	byType := map[gid.Type]string{}
	for _, id := range h.catalog {
		byType[id.Type()] = id.String()
	}
	part, err := gid.Parse(byType[gid.PartNumber])
	if err != nil {
		t.Fatal(err)
	}
	suite, price := gid.New(gid.Product, 0), gid.New(gid.ListPrice, 0)
	field := gid.New(gid.CustomField, 0)
	env.Fill(t, func(f *testenv.Fixture) {
		for _, err := range []error{
			f.Client().Product.Create().SetID(suite).SetProductLineID(f.ProductLine).SetName("A suite").
				SetKind(vocabulary.ProductKindSuite).SetState(vocabulary.CatalogStateDraft).SetCreatedAt(1).
				Exec(f.Context()),
			f.Client().CustomField.Create().SetID(field).SetSubject(vocabulary.CustomFieldSubjectAccount).
				SetCode("tier").SetType(vocabulary.CustomFieldTypeChoice).SetLabelEnglish("Tier").
				SetLabelGerman("Stufe").SetChoices("gold\nsilver").SetForCustomers(true).SetCreatedAt(1).
				Exec(f.Context()),
			f.Client().ListPrice.Create().SetID(price).SetPartNumberID(part).SetCurrency("JPY").SetAmountMinor(1).
				SetValidFrom(testenv.Today + 100).Exec(f.Context()),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	return map[string]map[string]any{
		"createUnitOfMeasure": {"code": "CRANE", "singular": "crane", "plural": "cranes", "kind": "COUNT",
			"pool": "NODE", "aggregation": "LAST", "baseUnit": "crane", "rule": "Each crane counts once.",
			"countsAsOneEnglish": "One crane.", "countsAsOneGerman": "Ein Kran."},
		"changeUnitOfMeasure": {"unitOfMeasure": byType[gid.UnitOfMeasure], "symbol": "st", "retired": true,
			"countsAsOneEnglish": "One seat.", "countsAsOneGerman": "Ein Platz."},
		"createCoverageLevel": {"code": "PLATINUM", "name": "Platinum", "rank": 12},
		"changeCoverageLevel": {"coverageLevel": byType[gid.CoverageLevel], "rank": 11},
		"createFeature":       {"code": "sort", "name": "Sorting"},
		"changeFeature":       {"feature": byType[gid.Feature], "name": "Another"},
		"createProductLine":   {"name": "Quay"},
		"changeProductLine":   {"productLine": byType[gid.ProductLine], "description": "What lifts"},
		"createProduct": {"productLine": byType[gid.ProductLine], "name": "Lifter",
			"licenseModel": byType[gid.LicenseModel]},
		"changeProduct": {"product": byType[gid.Product], "state": "OBSOLETE", "endsOn": "2027-01-31"},
		"setProductFeatures": {"product": byType[gid.Product],
			"features": []any{map[string]any{"feature": byType[gid.Feature], "quantity": 3}}},
		"setSuiteMembers": {"suite": suite.String(),
			"members": []any{map[string]any{"product": byType[gid.Product]}}},
		"createLicenseModel": {"name": "By crane", "activationModel": "FLOATING", "terms": someTerms},
		"changeLicenseModel": {"licenseModel": byType[gid.LicenseModel], "technology": "Keys"},
		"reviseLicenseModel": {"licenseModel": byType[gid.LicenseModel], "terms": someTerms,
			"startsOn": "2027-01-01"},
		"createPartNumber": {"code": "LIFT-1", "product": byType[gid.Product], "unit": byType[gid.UnitOfMeasure],
			"term": "PERPETUAL", "startRule": "FIXED", "coverageKind": "MAINTENANCE", "coverageLength": 1,
			"coverageLengthUnit": "YEARS", "coverageLevel": byType[gid.CoverageLevel]},
		"changePartNumber": {"partNumber": part.String(), "description": "A seat", "term": "TRIAL"},
		"setListPrice": {"partNumber": part.String(), "startsOn": "2027-02-01",
			"price": map[string]any{"amount": "12.50", "currency": "EUR"}},
		"removeListPrice": {"listPrice": price.String()},
		"importCatalog":   {"list": "FEATURES", "csv": "code,version,name\nhoist,1,Hoisting\n"},
		"declareCustomField": {"subject": "DEVICE", "code": "rack", "type": "CHOICE", "labelEnglish": "Rack",
			"labelGerman": "Schrank", "choices": []string{"A", "B"}},
		"changeCustomField": {"customField": field.String(), "labelEnglish": "Customer tier",
			"choices": []string{"gold", "silver", "bronze"}},
		"setCustomFields": {"object": h.account.String(),
			"values": []any{map[string]any{"field": field.String(), "choice": "gold"}}},
	}
}
