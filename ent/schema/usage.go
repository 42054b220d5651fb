package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// Meter defines what is measured of a product line, in which unit, and when it is reset to zero.
type Meter struct{ ent.Schema }

// Fields of Meter.
func (Meter) Fields() []ent.Field {
	return []ent.Field{
		key(), reference("product_line_id"), reference("unit_id"), field.String("code"), field.String("name"),
		field.Enum("reset_interval").GoType(vocabulary.ResetInterval("")),
	}
}

// Edges of Meter.
func (Meter) Edges() []ent.Edge {
	return []ent.Edge{
		to("product_line", ProductLine.Type, "product_line_id"), to("unit", UnitOfMeasure.Type, "unit_id"),
	}
}

// Indexes of Meter.
func (Meter) Indexes() []ent.Index {
	return []ent.Index{index.Fields("product_line_id", "code", "unit_id").Unique()}
}

// Annotations of Meter.
func (Meter) Annotations() []schema.Annotation { return table("meters", nil) }

// UsageRecord is one report of a meter for an account from a first to a last day, both inclusive. Amounts are base
// units of the meter's unit; used and excess are exact fractions with one denominator, since an average need not be
// whole.
type UsageRecord struct{ ent.Schema }

// Fields of UsageRecord.
func (UsageRecord) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("meter_id"), dayOf("starts_on"), dayOf("ends_on"),
		field.Bool("opening").Comment("a total taken over from another system"), amount("granted"),
		amount("used_numerator"), amount("excess_numerator"), amount("denominator"), instant("recorded_at"),
	}
}

// Edges of UsageRecord.
func (UsageRecord) Edges() []ent.Edge {
	return []ent.Edge{to("account", Account.Type, "account_id"), to("meter", Meter.Type, "meter_id")}
}

// Indexes of UsageRecord.
func (UsageRecord) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "meter_id", "starts_on", "opening").Unique(), index.Fields("meter_id", "starts_on"),
	}
}

// Annotations of UsageRecord.
func (UsageRecord) Annotations() []schema.Annotation {
	return table("usage_records", map[string]string{
		"usage_records_days":    "starts_on <= ends_on",
		"usage_records_amounts": "granted >= 0 AND used_numerator >= 0 AND excess_numerator >= 0 AND denominator > 0"})
}
