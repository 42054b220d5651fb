package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Coverage is a dated interval of maintenance, support or subscription. ends_on is inclusive, and day.Forever if there
// is no last day. A recorded coverage never changes: its successor names it in renews_id, and a correction withdraws it
// by a decision that holds on every day, and adds another one that names it in replaces_id.
type Coverage struct{ ent.Schema }

// Fields of Coverage.
func (Coverage) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), maybeReference("entitlement_id"), maybeReference("product_id"), reference("product_line_id"),
		maybeReference("part_number_id"), maybeReference("level_id"), maybeReference("renews_id"),
		maybeReference("replaces_id"), field.String("activation_id"),
		field.Enum("kind").GoType(vocabulary.CoverageKind("")), maybeDay("starts_on"), dayOf("ends_on"),
		field.Bool("perpetual"), decided(), visible(), text("order_id"), text("order_line"),
		instant("created_at"), instant("updated_at"),
	}
}

// Edges of Coverage.
func (Coverage) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), maybeTo("entitlement", Entitlement.Type, "entitlement_id"),
		maybeTo("product", Product.Type, "product_id"), to("product_line", ProductLine.Type, "product_line_id"),
		maybeTo("part_number", PartNumber.Type, "part_number_id"), maybeTo("level", CoverageLevel.Type, "level_id"),
		edge.To("successors", Coverage.Type).Annotations(entsql.OnDelete(entsql.Restrict)).From("renews").
			Field("renews_id").Unique(),
		edge.To("replacement", Coverage.Type).Annotations(entsql.OnDelete(entsql.Restrict)).Unique().
			From("replaces").Field("replaces_id").Unique(),
	}
}

// Indexes of Coverage.
func (Coverage) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "ends_on", "id"), index.Fields("ends_on", "id"),
		index.Fields("product_line_id", "ends_on", "id"), index.Fields("entitlement_id", "id"),
		index.Fields("product_id", "ends_on", "id"), index.Fields("updated_at", "id"), index.Fields("renews_id"),
		index.Fields("activation_id", "id"),
	}
}

// Annotations of Coverage.
func (Coverage) Annotations() []schema.Annotation {
	return table("coverages", map[string]string{
		"coverages_days":      "starts_on IS NULL OR starts_on <= ends_on",
		"coverages_perpetual": "NOT perpetual OR ends_on = 2147483647"})
}

// CoverageItem is the part of a line that a coverage covers: a quantity in base units of the line's unit, or all of
// it if the quantity is null. linked_at is when a line was linked to a coverage that was there before; 0 for a line
// that the coverage had from when it was recorded.
type CoverageItem struct{ ent.Schema }

// Fields of CoverageItem.
func (CoverageItem) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("coverage_id"), reference("line_item_id"), maybeAmount("quantity"),
		maybeReference("level_id"), maybeAmount("price_minor"), maybeText("currency"), decided(),
		field.Int64("linked_at").GoType(clock.Instant(0)).Default(0),
	}
}

// Edges of CoverageItem.
func (CoverageItem) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("coverage", Coverage.Type, "coverage_id"),
		to("line_item", LineItem.Type, "line_item_id"), maybeTo("level", CoverageLevel.Type, "level_id"),
	}
}

// Indexes of CoverageItem.
func (CoverageItem) Indexes() []ent.Index {
	return []ent.Index{index.Fields("coverage_id", "line_item_id").Unique(),
		index.Fields("line_item_id", "coverage_id")}
}

// Annotations of CoverageItem.
func (CoverageItem) Annotations() []schema.Annotation {
	return table("coverage_items", map[string]string{
		"coverage_items_quantity": "quantity IS NULL OR quantity > 0",
		"coverage_items_price":    samePresence("price_minor", "currency")})
}
