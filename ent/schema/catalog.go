package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// retired is the moment since when an object of the catalog is not offered for new rights any more.
func retired() ent.Field { return maybeInstant("retired_at") }

// ProductLine is a group of products and the unit of migration.
type ProductLine struct{ ent.Schema }

// Fields of ProductLine.
func (ProductLine) Fields() []ent.Field {
	return []ent.Field{
		key(), field.String("name").Unique(), text("description"), instant("created_at"), retired(),
	}
}

// Annotations of ProductLine.
func (ProductLine) Annotations() []schema.Annotation { return table("product_lines", nil) }

// Product is what is sold: a product, a suite of several, or a maintenance product.
type Product struct{ ent.Schema }

// Fields of Product.
func (Product) Fields() []ent.Field {
	return []ent.Field{
		key(), reference("product_line_id"), maybeReference("license_model_id"),
		field.String("name"), text("version"), text("description"),
		field.Enum("kind").GoType(vocabulary.ProductKind("")),
		field.Enum("state").GoType(vocabulary.CatalogState("")),
		maybeDay("available_from"), maybeDay("available_until"), instant("created_at"),
	}
}

// Edges of Product.
func (Product) Edges() []ent.Edge {
	return []ent.Edge{
		to("product_line", ProductLine.Type, "product_line_id"),
		maybeTo("license_model", LicenseModel.Type, "license_model_id"),
	}
}

// Indexes of Product.
func (Product) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("name", "version").Unique(),
		index.Fields("product_line_id", "name", "version"),
		index.Fields("license_model_id"),
	}
}

// Annotations of Product.
func (Product) Annotations() []schema.Annotation {
	return table("products", map[string]string{
		"products_available": "available_from IS NULL OR available_until IS NULL OR available_from <= available_until"})
}

// SuiteMember says that a suite contains a product, and how many of it.
type SuiteMember struct{ ent.Schema }

// Fields of SuiteMember.
func (SuiteMember) Fields() []ent.Field {
	return []ent.Field{sequence(), reference("suite_id"), reference("product_id"), field.Int("quantity")}
}

// Edges of SuiteMember.
func (SuiteMember) Edges() []ent.Edge {
	return []ent.Edge{to("suite", Product.Type, "suite_id"), to("product", Product.Type, "product_id")}
}

// Indexes of SuiteMember.
func (SuiteMember) Indexes() []ent.Index {
	return []ent.Index{index.Fields("suite_id", "product_id").Unique(), index.Fields("product_id")}
}

// Annotations of SuiteMember.
func (SuiteMember) Annotations() []schema.Annotation {
	return table("suite_members", map[string]string{
		"suite_members_quantity": "quantity > 0", "suite_members_apart": "suite_id <> product_id"})
}

// Feature is the smallest unit for which a running program requests a license.
type Feature struct{ ent.Schema }

// Fields of Feature.
func (Feature) Fields() []ent.Field {
	return []ent.Field{key(), field.String("code"), text("version"), text("name"), retired()}
}

// Indexes of Feature.
func (Feature) Indexes() []ent.Index { return []ent.Index{index.Fields("code", "version").Unique()} }

// Annotations of Feature.
func (Feature) Annotations() []schema.Annotation { return table("features", nil) }

// ProductFeature says that a product contains a feature, and how many of it.
type ProductFeature struct{ ent.Schema }

// Fields of ProductFeature.
func (ProductFeature) Fields() []ent.Field {
	return []ent.Field{sequence(), reference("product_id"), reference("feature_id"), field.Int("quantity")}
}

// Edges of ProductFeature.
func (ProductFeature) Edges() []ent.Edge {
	return []ent.Edge{to("product", Product.Type, "product_id"), to("feature", Feature.Type, "feature_id")}
}

// Indexes of ProductFeature.
func (ProductFeature) Indexes() []ent.Index {
	return []ent.Index{index.Fields("product_id", "feature_id").Unique(), index.Fields("feature_id")}
}

// Annotations of ProductFeature.
func (ProductFeature) Annotations() []schema.Annotation {
	return table("product_features", map[string]string{"product_features_quantity": "quantity > 0"})
}

// LicenseModel is a way in which rights are activated and used; its terms are versioned.
type LicenseModel struct{ ent.Schema }

// Fields of LicenseModel.
func (LicenseModel) Fields() []ent.Field {
	return []ent.Field{
		key(), field.String("name").Unique(), text("technology"),
		field.Enum("activation_model").GoType(vocabulary.ActivationModel("")), field.Bool("metered"),
		retired(),
	}
}

// Annotations of LicenseModel.
func (LicenseModel) Annotations() []schema.Annotation { return table("license_models", nil) }

// LicenseModelVersion holds the terms of a license model from a day on. A period refers to one version.
type LicenseModelVersion struct{ ent.Schema }

// Fields of LicenseModelVersion.
func (LicenseModelVersion) Fields() []ent.Field {
	return []ent.Field{
		key(), reference("license_model_id"), field.Int("number"), dayOf("valid_from"),
		field.Int("lease_seconds").Optional().Nillable(), field.Int("grace_days"),
		field.Bool("overdraft_allowed"), field.Int("rehost_limit").Optional().Nillable(),
		field.Bool("offline_allowed"), field.Int("offline_days").Optional().Nillable(),
		field.Enum("surplus").GoType(vocabulary.SurplusRule("")).Default(string(vocabulary.SurplusRuleWarn)),
	}
}

// Edges of LicenseModelVersion.
func (LicenseModelVersion) Edges() []ent.Edge {
	return []ent.Edge{to("license_model", LicenseModel.Type, "license_model_id")}
}

// Indexes of LicenseModelVersion.
func (LicenseModelVersion) Indexes() []ent.Index {
	return []ent.Index{index.Fields("license_model_id", "number").Unique()}
}

// Annotations of LicenseModelVersion.
func (LicenseModelVersion) Annotations() []schema.Annotation {
	return table("license_model_versions", map[string]string{"license_model_versions_number": "number > 0"})
}

// UnitOfMeasure defines what is counted.
type UnitOfMeasure struct{ ent.Schema }

// Fields of UnitOfMeasure.
func (UnitOfMeasure) Fields() []ent.Field {
	return []ent.Field{
		key(), field.String("code").Unique().Immutable(), field.String("singular"), field.String("plural"),
		maybeText("symbol"),
		field.Enum("kind").GoType(vocabulary.UnitKind("")), field.Enum("pool").GoType(vocabulary.UnitPool("")),
		field.Enum("aggregation").GoType(vocabulary.Aggregation("")),
		field.String("base_unit").Immutable(), field.Int64("scale").Immutable(), field.Int("decimals"),
		field.String("currency").Optional().Nillable().Immutable(), field.String("rule"),
		maybeText("counts_as_one_english"), maybeText("counts_as_one_german"), retired(),
	}
}

// Annotations of UnitOfMeasure.
func (UnitOfMeasure) Annotations() []schema.Annotation {
	return table("units_of_measure", map[string]string{
		"units_of_measure_scale":    "scale > 0",
		"units_of_measure_currency": "currency IS NULL OR kind = 'MONEY'"})
}

// PartNumber is the order-side code that resolves to a product, a license model, a unit and a term. What is null is not
// known yet, except that the part number may have no successor, no coverage, no cancel_days, and be offered still.
// cancel_days is null unless rights under the part number are evergreen: then it is how many days before the last one
// of a term its renewal can be cancelled at the latest.
type PartNumber struct{ ent.Schema }

// Fields of PartNumber.
func (PartNumber) Fields() []ent.Field {
	return []ent.Field{
		key(), field.String("code").Unique(), text("description"), maybeReference("product_id"),
		maybeReference("license_model_id"), maybeReference("unit_id"),
		field.Enum("term").GoType(vocabulary.Term("")).Optional().Nillable(),
		field.Enum("start_rule").GoType(vocabulary.StartRule("")).Optional().Nillable(),
		field.Int("term_length").Optional().Nillable(),
		field.Enum("term_unit").GoType(vocabulary.TermUnit("")).Optional().Nillable(),
		field.Int("pack_size").Optional().Nillable(), field.Int("overdraft").Default(0),
		field.Enum("coverage_kind").GoType(vocabulary.CoverageKind("")).Optional().Nillable(),
		field.Int("coverage_length").Optional().Nillable(),
		field.Enum("coverage_length_unit").GoType(vocabulary.TermUnit("")).Optional().Nillable(),
		maybeReference("coverage_level_id"), maybeReference("successor_id"),
		field.Int("cancel_days").Optional().Nillable(), retired(),
	}
}

// Edges of PartNumber.
func (PartNumber) Edges() []ent.Edge {
	return []ent.Edge{
		maybeTo("product", Product.Type, "product_id"),
		maybeTo("license_model", LicenseModel.Type, "license_model_id"),
		maybeTo("unit", UnitOfMeasure.Type, "unit_id"),
		maybeTo("coverage_level", CoverageLevel.Type, "coverage_level_id"),
		edge.To("predecessors", PartNumber.Type).Annotations(entsql.OnDelete(entsql.Restrict)).From("successor").
			Field("successor_id").Unique(),
	}
}

// Indexes of PartNumber.
func (PartNumber) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("product_id", "code"), index.Fields("license_model_id"), index.Fields("unit_id"),
		index.Fields("coverage_level_id"), index.Fields("successor_id"),
	}
}

// Annotations of PartNumber.
func (PartNumber) Annotations() []schema.Annotation {
	return table("part_numbers", map[string]string{
		"part_numbers_length":          "term_length IS NULL OR term_length > 0",
		"part_numbers_term_unit":       samePresence("term_length", "term_unit"),
		"part_numbers_perpetual":       "term IS NULL OR term <> 'PERPETUAL' OR term_length IS NULL",
		"part_numbers_pack_size":       "pack_size IS NULL OR pack_size > 0",
		"part_numbers_overdraft":       "overdraft >= 0",
		"part_numbers_coverage_length": "coverage_length IS NULL OR coverage_length > 0",
		"part_numbers_coverage_unit":   samePresence("coverage_length", "coverage_length_unit"),
		"part_numbers_coverage": "coverage_kind IS NOT NULL OR coverage_length IS NULL AND " +
			"coverage_level_id IS NULL",
		"part_numbers_successor": "successor_id IS NULL OR successor_id <> id",
	})
}

// PartNumberUpgrade says that a part number upgrades rights in a product.
type PartNumberUpgrade struct{ ent.Schema }

// Fields of PartNumberUpgrade.
func (PartNumberUpgrade) Fields() []ent.Field {
	return []ent.Field{sequence(), reference("part_number_id"), reference("product_id")}
}

// Edges of PartNumberUpgrade.
func (PartNumberUpgrade) Edges() []ent.Edge {
	return []ent.Edge{
		to("part_number", PartNumber.Type, "part_number_id"), to("product", Product.Type, "product_id"),
	}
}

// Indexes of PartNumberUpgrade.
func (PartNumberUpgrade) Indexes() []ent.Index {
	return []ent.Index{index.Fields("part_number_id", "product_id").Unique(), index.Fields("product_id")}
}

// Annotations of PartNumberUpgrade.
func (PartNumberUpgrade) Annotations() []schema.Annotation { return table("part_number_upgrades", nil) }

// CoverageLevel is a level of maintenance or support, such as standard or premium.
type CoverageLevel struct{ ent.Schema }

// Fields of CoverageLevel.
func (CoverageLevel) Fields() []ent.Field {
	return []ent.Field{key(), field.String("code").Unique(), field.String("name"), field.Int("rank"), retired()}
}

// Annotations of CoverageLevel.
func (CoverageLevel) Annotations() []schema.Annotation { return table("coverage_levels", nil) }

// ListPrice is the price of a part number in a currency from a day on, in minor units.
type ListPrice struct{ ent.Schema }

// Fields of ListPrice.
func (ListPrice) Fields() []ent.Field {
	return []ent.Field{
		key(), reference("part_number_id"), field.String("currency"), amount("amount_minor"), dayOf("valid_from"),
	}
}

// Edges of ListPrice.
func (ListPrice) Edges() []ent.Edge {
	return []ent.Edge{to("part_number", PartNumber.Type, "part_number_id")}
}

// Indexes of ListPrice.
func (ListPrice) Indexes() []ent.Index {
	return []ent.Index{index.Fields("part_number_id", "currency", "valid_from").Unique()}
}

// Annotations of ListPrice.
func (ListPrice) Annotations() []schema.Annotation {
	return table("list_prices", map[string]string{
		"list_prices_amount": "amount_minor >= 0", "list_prices_currency": "length(currency) = 3"})
}
