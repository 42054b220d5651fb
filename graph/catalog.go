package graph

import (
	"math/big"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

func catalogSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "ProductLine", ID: gid.ProductLine, Table: table("product_lines"), Fields: plan.Fields{
				"products":    pageOf("product_line_id", catalog.ProductsByName),
				"externalIds": externalIDs(),
			}},
			{Name: "Product", ID: gid.Product, Table: table("products"), Fields: plan.Fields{
				"startsOn": dayColumn("available_from"),
				"endsOn":   dayColumn("available_until"),
				"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return catalog.OfferedWithoutEnd(vocabulary.CatalogState(r.Text("state")),
						r.Day("available_until"))
				}, "state", "available_until"),
				"productLine":  plan.One("product_line_id"),
				"licenseModel": plan.One("license_model_id"),
				"suiteMembers": shortList("suite_id", ordered),
				"features":     shortList("product_id", ordered),
				"partNumbers":  shortList("product_id", catalog.PartNumbersByCode),
				"externalIds":  externalIDs(),
			}},
			{Name: "SuiteMember", Table: table("suite_members"),
				Fields: plan.Fields{"product": plan.One("product_id")}},
			{Name: "Feature", ID: gid.Feature, Table: table("features")},
			{Name: "ProductFeature", Table: table("product_features"),
				Fields: plan.Fields{"feature": plan.One("feature_id")}},
			{Name: "PartNumber", ID: gid.PartNumber, Table: table("part_numbers"), Fields: plan.Fields{
				"product":       plan.One("product_id"),
				"licenseModel":  plan.One("license_model_id"),
				"unit":          plan.One("unit_id"),
				"listPrices":    shortList("part_number_id", catalog.NewestPrices),
				"coverageLevel": plan.One("coverage_level_id"),
				"successor":     plan.One("successor_id"),
				"upgradesFrom": plan.Short(plan.List{Table: "part_number_upgrades", Partition: "part_number_id",
					Through: "product_id", Order: ordered}),
				"gaps": plan.Plain(gapsOfPartNumber, "product_id", "license_model_id", "product_id.license_model_id",
					"unit_id.code", "term", "term_length", "start_rule", "pack_size", "coverage_kind",
					"coverage_length").Using(&versionsOfPartNumbers.Fact),
			}},
			{Name: "ListPrice", ID: gid.ListPrice, Table: table("list_prices"), Fields: merge(
				plan.Fields{"price": money("amount_minor")},
				intervalUntilNext("valid_from", catalog.LastDaysOfPrices))},
			{Name: "Money", Value: (*model.Money)(nil)},
			{Name: "LicenseModel", ID: gid.LicenseModel, Table: table("license_models"), Fields: plan.Fields{
				"versions": shortList("license_model_id", catalog.NewestVersions),
			}},
			{Name: "LicenseModelVersion", ID: gid.LicenseModelVersion, Table: table("license_model_versions"),
				Fields: intervalUntilNext("valid_from", catalog.LastDaysOfVersions)},
			{Name: "UnitOfMeasure", ID: gid.UnitOfMeasure, Table: table("units_of_measure"), Fields: plan.Fields{
				"conversions": plan.Plain(func(_ *plan.Call, r plan.Row) any { return conversionsOfUnits.Of(r) }).
					Using(&conversionsOfUnits.Fact),
			}},
			unitConversionObject(),
			convertedAmountObject(),
			{Name: "CoverageLevel", ID: gid.CoverageLevel, Table: table("coverage_levels")},
		},
		queries: plan.Fields{
			"productLine":         byID(),
			"product":             byID(),
			"feature":             byID(),
			"partNumber":          byID(),
			"listPrice":           byID(),
			"licenseModel":        byID(),
			"licenseModelVersion": byID(),
			"unitOfMeasure":       byID(),
			"convert":             plan.Value(convert).Running(1).Judged(judgeConvert),
			"coverageLevel":       byID(),
			"productLines":        plan.Page(plan.List{Order: catalog.ProductLinesByName, Filter: productLineFilter}),
			"products":            plan.Page(plan.List{Order: catalog.ProductsByName, Filter: productFilter}),
			"unitsOfMeasure":      plan.Page(plan.List{Order: catalog.UnitsByCode, Filter: unitFilter}),
			"features":            plan.Page(plan.List{Order: catalog.FeaturesByCode, Filter: featureFilter}),
			"partNumbers":         plan.Page(plan.List{Order: catalog.PartNumbersByCode, Filter: partNumberFilter}),
			"licenseModels":       plan.Page(plan.List{Order: catalog.LicenseModelsByName, Filter: licenseModelFilter}),
			"coverageLevels":      plan.Page(plan.List{Order: catalog.LevelsByRank, Filter: levelFilter}),
		},
	}
}

// versionsOfPartNumbers counts the versions of the license models of part numbers.
var versionsOfPartNumbers = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]int64, error) {
	models := make([]int64, len(rows))
	for i, r := range rows {
		models[i] = int64(modelOfPartNumber(r))
	}
	return c.View.CountOf(c, table("license_model_versions"), "license_model_id", models, nil)
}, "license_model_id", "product_id.license_model_id")

// modelOfPartNumber returns the license model of a part number or, if it has none, of its product.
func modelOfPartNumber(r plan.Row) gid.ID {
	if r.Null("license_model_id") {
		return r.ID("product_id.license_model_id")
	}
	return r.ID("license_model_id")
}

func gapsOfPartNumber(_ *plan.Call, r plan.Row) any {
	return catalog.Gaps(catalog.PartNumberFacts{Product: r.ID("product_id"), LicenseModel: modelOfPartNumber(r),
		HasTerms: versionsOfPartNumbers.Of(r) > 0, Unit: r.Text("unit_id.code"), Term: vocabulary.Term(r.Text("term")),
		TermLength: int(r.Int("term_length")), StartRule: vocabulary.StartRule(r.Text("start_rule")),
		PackSize:       int(r.Int("pack_size")),
		CoverageKind:   vocabulary.CoverageKind(r.Text("coverage_kind")),
		CoverageLength: int(r.Int("coverage_length"))})
}

func productFilter(c *plan.Call) (page.Where, any, error) {
	var filter catalog.ProductFilter
	if f := plan.Arg[*model.ProductFilterInput](c, "filter"); f != nil {
		filter = catalog.ProductFilter{ProductLine: orNone(f.ProductLine), Kinds: f.Kind,
			Text: searched(f.Text)}
	}
	return filter.Where, filter, nil
}

func featureFilter(c *plan.Call) (page.Where, any, error) {
	var filter catalog.FeatureFilter
	if f := plan.Arg[*model.FeatureFilterInput](c, "filter"); f != nil {
		filter = catalog.FeatureFilter{CodeStartsWith: searched(f.CodeStartsWith),
			RetiredFilter: catalog.RetiredFilter{Retired: f.Retired}}
	}
	return filter.Where, filter, nil
}

func partNumberFilter(c *plan.Call) (page.Where, any, error) {
	var filter catalog.PartNumberFilter
	if f := plan.Arg[*model.PartNumberFilterInput](c, "filter"); f != nil {
		filter = catalog.PartNumberFilter{Product: orNone(f.Product), CodeStartsWith: searched(f.CodeStartsWith),
			RetiredFilter: catalog.RetiredFilter{Retired: f.Retired}}
	}
	return filter.Where, filter, nil
}

func productLineFilter(c *plan.Call) (page.Where, any, error) {
	var filter catalog.RetiredFilter
	if f := plan.Arg[*model.ProductLineFilterInput](c, "filter"); f != nil {
		filter.Retired = f.Retired
	}
	return filter.Where, filter, nil
}

func unitFilter(c *plan.Call) (page.Where, any, error) {
	var filter catalog.RetiredFilter
	if f := plan.Arg[*model.UnitOfMeasureFilterInput](c, "filter"); f != nil {
		filter.Retired = f.Retired
	}
	return filter.Where, filter, nil
}

func licenseModelFilter(c *plan.Call) (page.Where, any, error) {
	var filter catalog.RetiredFilter
	if f := plan.Arg[*model.LicenseModelFilterInput](c, "filter"); f != nil {
		filter.Retired = f.Retired
	}
	return filter.Where, filter, nil
}

func levelFilter(c *plan.Call) (page.Where, any, error) {
	var filter catalog.RetiredFilter
	if f := plan.Arg[*model.CoverageLevelFilterInput](c, "filter"); f != nil {
		filter.Retired = f.Retired
	}
	return filter.Where, filter, nil
}

// money declares an amount of money: minor is the column of minor units, and the column currency holds the currency.
func money(minor string) *plan.Field {
	return moneyIf(func(plan.Row) bool { return true }, minor)
}

// moneyOf is an amount of minor units of a currency, which may be a sum that exceeds 64 bits.
func moneyOf(minor *big.Int, currency string) *model.Money {
	scale, err := quantity.MinorUnits(currency)
	if err != nil {
		scale = 1 // not the code of a currency: an older row
	}
	return &model.Money{Amount: quantity.TextOf(minor, scale), MinorUnits: quantity.TextOf(minor, 1),
		Currency: currency}
}

// moneyIf is money for rows that meet a condition; of the others the amount is null.
func moneyIf(shown func(plan.Row) bool, minor string) *plan.Field {
	return plan.Value(func(_ *plan.Call, r plan.Row) (any, error) {
		if !shown(r) || r.Null(minor) || r.Null("currency") {
			return nil, nil
		}
		scale, err := quantity.MinorUnits(r.Text("currency"))
		if err != nil {
			return nil, err
		}
		n := r.Int(minor)
		return &model.Money{Amount: quantity.Text(n, scale), MinorUnits: quantity.Text(n, 1),
			Currency: r.Text("currency")}, nil
	}, minor, "currency")
}
