package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Instalment is a part of the price of a period that is due on a day, in the minor units and the currency of that
// price. The instalments of a period are written with it and never change; together they are its price.
type Instalment struct{ ent.Schema }

// Fields of Instalment.
func (Instalment) Fields() []ent.Field {
	return []ent.Field{
		sequence(), owner(), reference("period_id"), dayOf("due_on"), amount("price_minor"), field.String("currency"),
	}
}

// Edges of Instalment.
func (Instalment) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("period", Period.Type, "period_id"),
	}
}

// Indexes of Instalment.
func (Instalment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("period_id", "due_on").Unique(), index.Fields("account_id", "due_on"),
	}
}

// Annotations of Instalment.
func (Instalment) Annotations() []schema.Annotation {
	return table("instalments", map[string]string{"instalments_price": "price_minor > 0"})
}
