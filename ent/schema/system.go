package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// System is one installation of another system of record.
type System struct{ ent.Schema }

// Fields of System.
func (System) Fields() []ent.Field {
	return []ent.Field{
		key(), field.String("code").Unique(), field.String("name"),
		field.Enum("kind").GoType(vocabulary.SystemKind("")),
	}
}

// Annotations of System.
func (System) Annotations() []schema.Annotation { return table("systems", nil) }

// Home says which system holds the rights of an account in a product line. product_line_id 0 stands for the account
// and its members themselves. Without a row, Muniment holds them.
type Home struct{ ent.Schema }

// Fields of Home.
func (Home) Fields() []ent.Field {
	return []ent.Field{sequence(), owner(), reference("product_line_id"), reference("system_id"), instant("since")}
}

// Edges of Home.
func (Home) Edges() []ent.Edge {
	return []ent.Edge{to("account", Account.Type, "account_id"), to("system", System.Type, "system_id")}
}

// Indexes of Home.
func (Home) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "product_line_id").Unique(), index.Fields("system_id")}
}

// Annotations of Home.
func (Home) Annotations() []schema.Annotation { return table("homes", nil) }

// ExternalID is the id of an entity in another system, compared byte by byte, and resolvable forever. If the
// source's record is a part of the entity (a renewal line is a period of a line item), record_id refers to the part.
// The digests cover the source's data when the record was last applied, and the row stored for it then: if the
// stored row has a different digest now, it was changed in Muniment. The content is what the lines of an order said
// when it was accepted last, as JSON. value_key is the value of an activation id of a line as it is compared, like
// activation_key of LineItem, and null for everything else.
type ExternalID struct{ ent.Schema }

// Fields of ExternalID.
func (ExternalID) Fields() []ent.Field {
	return []ent.Field{
		sequence(), reference("system_id"), field.String("kind"), field.String("value"), reference("entity_id"),
		maybeReference("account_id"), maybeReference("record_id"),
		maybeText("value_key"),
		field.Int64("source_digest").Optional().Nillable(), field.Int64("applied_digest").Optional().Nillable(),
		field.Text("source_content").Optional().Nillable(),
	}
}

// Edges of ExternalID.
func (ExternalID) Edges() []ent.Edge {
	return []ent.Edge{to("system", System.Type, "system_id"), maybeTo("account", Account.Type, "account_id")}
}

// Indexes of ExternalID.
func (ExternalID) Indexes() []ent.Index {
	return []ent.Index{index.Fields("system_id", "kind", "value").Unique(), index.Fields("entity_id", "id"),
		index.Fields("value"), index.Fields("value_key").Unique()}
}

// Annotations of ExternalID.
func (ExternalID) Annotations() []schema.Annotation { return table("external_ids", nil) }

// SearchWord is a folded word of a name, for finding entities by prefixes of words.
type SearchWord struct{ ent.Schema }

// Fields of SearchWord.
func (SearchWord) Fields() []ent.Field {
	return []ent.Field{
		sequence(), field.Int16("entity_type").Comment("gid.Type"), field.String("word"), reference("entity_id"),
		maybeReference("account_id"),
	}
}

// Indexes of SearchWord.
func (SearchWord) Indexes() []ent.Index {
	return []ent.Index{index.Fields("entity_type", "word", "entity_id").Unique(), index.Fields("entity_id")}
}

// Annotations of SearchWord.
func (SearchWord) Annotations() []schema.Annotation { return table("search_words", nil) }

// Batch is one bulk change from another system, with the hash of its plan and its result.
type Batch struct{ ent.Schema }

// Fields of Batch.
func (Batch) Fields() []ent.Field {
	return []ent.Field{
		sequence(), reference("system_id"), field.String("plan_hash"), instant("started_at"),
		maybeInstant("finished_at"),
		field.String("counts").Default("{}"),
	}
}

// Edges of Batch.
func (Batch) Edges() []ent.Edge { return []ent.Edge{to("system", System.Type, "system_id")} }

// Indexes of Batch.
func (Batch) Indexes() []ent.Index { return []ent.Index{index.Fields("system_id", "id")} }

// Annotations of Batch.
func (Batch) Annotations() []schema.Annotation { return table("batches", nil) }
