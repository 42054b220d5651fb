package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// CustomField is a field that the producer adds to one kind of objects. choices are the values of the type CHOICE, one
// per line. A field that is not for customers is seen by the producer's people only. type, subject and code never
// change.
type CustomField struct{ ent.Schema }

// Fields of CustomField.
func (CustomField) Fields() []ent.Field {
	return []ent.Field{
		key(), field.Enum("subject").GoType(vocabulary.CustomFieldSubject("")).Immutable(),
		field.String("code").Immutable(), field.Enum("type").GoType(vocabulary.CustomFieldType("")).Immutable(),
		field.String("label_english"), field.String("label_german"), text("description"), text("choices"),
		field.Bool("for_customers"), instant("created_at"), retired(),
	}
}

// Indexes of CustomField.
func (CustomField) Indexes() []ent.Index {
	return []ent.Index{index.Fields("subject", "code").Unique()}
}

// Annotations of CustomField.
func (CustomField) Annotations() []schema.Annotation { return table("custom_fields", nil) }

// CustomValue is the value of a custom field in one object, in the form of its type: a text, a decimal number, a day as
// YYYY-MM-DD, true or false, or one of the choices. The account is that of the object.
type CustomValue struct{ ent.Schema }

// Fields of CustomValue.
func (CustomValue) Fields() []ent.Field {
	return []ent.Field{
		sequence(), owner(), reference("custom_field_id"), reference("subject_id"), field.String("value"),
		instant("updated_at"),
	}
}

// Edges of CustomValue.
func (CustomValue) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("custom_field", CustomField.Type, "custom_field_id"),
	}
}

// Indexes of CustomValue.
func (CustomValue) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("subject_id", "custom_field_id").Unique(), index.Fields("account_id", "id"),
		index.Fields("custom_field_id", "value"),
	}
}

// Annotations of CustomValue.
func (CustomValue) Annotations() []schema.Annotation { return table("custom_values", nil) }
