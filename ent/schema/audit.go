package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// AuditEntry says who changed what, when and why. Entries are append-only, except that an erasure removes personal
// values.
type AuditEntry struct{ ent.Schema }

// Fields of AuditEntry.
func (AuditEntry) Fields() []ent.Field {
	return []ent.Field{
		// account_id: the account whose administrators may read it; null if only the producer may
		sequence(), maybeReference("account_id"),
		field.String("action").Comment("the verb of the contract, such as inviteMembers"),
		maybeReference("subject_id"), text("subject_label"),
		maybeReference("actor_id"), field.String("actor_name"),
		field.Bool("by_producer").Comment("whether one of the producer's people or programs did it"),
		field.Enum("credential").GoType(vocabulary.CredentialKind("")), text("credential_id"),
		// on_behalf_of_id: the account whose view the actor had taken
		maybeReference("on_behalf_of_id"),
		text("reason"), text("request_id"), field.String("changes").
			Comment("JSON list of fields with old and new value"),
		instant("recorded_at"),
		// salt: 32 hexadecimal digits, the salt of the digests of personal values that the seal covers; "" after
		// something was erased, and for entries sealed in form 1
		text("salt"),
		// remains: JSON that replaces the salt after something was erased: digests of erased values, salts of
		// remaining values
		text("remains"),
	}
}

// Edges of AuditEntry.
func (AuditEntry) Edges() []ent.Edge {
	return []ent.Edge{maybeTo("account", Account.Type, "account_id")}
}

// Indexes of AuditEntry.
func (AuditEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "id"), index.Fields("account_id", "actor_id", "id"),
		index.Fields("account_id", "subject_id", "id"), index.Fields("account_id", "action", "id"),
		index.Fields("actor_id", "id"), index.Fields("subject_id", "id"), index.Fields("action", "id"),
	}
}

// Annotations of AuditEntry.
func (AuditEntry) Annotations() []schema.Annotation { return table("audit_entries", nil) }

// UnsealedEntry marks an audit entry that is not in its account's chain yet.
type UnsealedEntry struct{ ent.Schema }

// Fields of UnsealedEntry.
func (UnsealedEntry) Fields() []ent.Field {
	return []ent.Field{sequence(), field.Int64("audit_entry_id").Unique(), instant("recorded_at")}
}

// Annotations of UnsealedEntry.
func (UnsealedEntry) Annotations() []schema.Annotation { return table("unsealed_entries", nil) }

// AuditSeal gives an entry a position in the chain of its account. Its hash covers the entry and the previous hash.
type AuditSeal struct{ ent.Schema }

// Fields of AuditSeal.
func (AuditSeal) Fields() []ent.Field {
	return []ent.Field{
		// chain_id: the account, or 0 for the producer's own chain
		sequence(), reference("chain_id"),
		field.Int64("position").Comment("counted from 1 in each chain"), field.Int64("audit_entry_id").Unique(),
		field.String("hash").Comment("SHA-256, in hexadecimal"), instant("sealed_at"),
		// form: how the hash is computed: 1 over the values themselves, 2 over digests of personal values
		field.Int16("form").Default(1),
	}
}

// Indexes of AuditSeal.
func (AuditSeal) Indexes() []ent.Index {
	return []ent.Index{index.Fields("chain_id", "position").Unique()}
}

// Annotations of AuditSeal.
func (AuditSeal) Annotations() []schema.Annotation { return table("audit_seals", nil) }

// Event tells programs that something was changed. Its position in the feed is assigned after the commit.
type Event struct{ ent.Schema }

// Fields of Event.
func (Event) Fields() []ent.Field {
	return []ent.Field{
		sequence(), field.String("type"), maybeReference("account_id"), maybeReference("subject_id"),
		// old: JSON object with the values of the changed fields before
		// cause: the name of the action, such as the GraphQL mutation
		text("old"), text("new"), text("cause"),
		instant("recorded_at"), field.Int64("position").Optional().Nillable().Unique(),
	}
}

// Edges of Event.
func (Event) Edges() []ent.Edge { return []ent.Edge{maybeTo("account", Account.Type, "account_id")} }

// Indexes of Event.
func (Event) Indexes() []ent.Index { return []ent.Index{index.Fields("account_id", "id")} }

// Annotations of Event.
func (Event) Annotations() []schema.Annotation { return table("events", nil) }

// IdempotencyKey stores the outcome of a change, so that a client that did not receive the response can repeat the
// request.
type IdempotencyKey struct{ ent.Schema }

// Fields of IdempotencyKey.
func (IdempotencyKey) Fields() []ent.Field {
	return []ent.Field{
		sequence(), field.String("actor"), field.String("key"), field.String("request_hash"),
		// outcome: JSON of the change's outcome
		text("outcome"), instant("created_at"),
	}
}

// Indexes of IdempotencyKey.
func (IdempotencyKey) Indexes() []ent.Index {
	return []ent.Index{index.Fields("actor", "key").Unique(), index.Fields("created_at")}
}

// Annotations of IdempotencyKey.
func (IdempotencyKey) Annotations() []schema.Annotation { return table("idempotency_keys", nil) }
