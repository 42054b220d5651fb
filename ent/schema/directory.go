package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// DirectoryRecord is a person's record in a customer's directory. It belongs to the directory of one account, is
// visible there only, and has no effect on any user until it is linked to one.
type DirectoryRecord struct{ ent.Schema }

// Fields of DirectoryRecord.
func (DirectoryRecord) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(),
		// external_id: the directory's id of the person (SCIM externalId)
		maybeText("external_id"),
		// user_name_key: the user name, folded
		field.String("user_name"), field.String("user_name_key"),
		maybeText("email"), maybeText("email_key"), text("first_name"), text("last_name"), text("display_name"),
		text("phone"),
		text("locale"), text("time_zone"),
		// active: whether the directory grants access; an inactive record grants nothing
		field.Bool("active"),
		// user_id: the linked user; null until a user has proven the address
		maybeReference("user_id"), maybeInstant("linked_at"),
		// adopted: created by the upgrade from a user that a directory had written in an older version
		field.Bool("adopted").Default(false),
		instant("created_at"), instant("updated_at"),
	}
}

// Edges of DirectoryRecord.
func (DirectoryRecord) Edges() []ent.Edge {
	return []ent.Edge{to("account", Account.Type, "account_id"), maybeTo("user", User.Type, "user_id")}
}

// Indexes of DirectoryRecord: a user name is unique in its directory, and so is the user.
func (DirectoryRecord) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "user_name_key").Unique(), index.Fields("account_id", "user_id").Unique(),
		index.Fields("account_id", "external_id"), index.Fields("account_id", "email_key"),
		index.Fields("account_id", "id"),
		index.Fields("email_key"), index.Fields("user_id"), index.Fields("adopted", "id"),
	}
}

// Annotations of DirectoryRecord.
func (DirectoryRecord) Annotations() []schema.Annotation {
	return table("directory_records", map[string]string{
		"directory_records_linked": samePresence("user_id", "linked_at"),
	})
}

// DirectoryGroup is a group of a customer's directory; what it grants is added to each of its members.
type DirectoryGroup struct{ ent.Schema }

// Fields of DirectoryGroup.
func (DirectoryGroup) Fields() []ent.Field {
	return []ent.Field{
		// name_key: the name, folded
		key(), owner(), field.String("name"), field.String("name_key"),
		// external_id: the directory's id of the group (SCIM externalId)
		maybeText("external_id"),
		field.Int16("roles").GoType(vocabulary.RoleSet(0)).Default(0),
		field.Int16("service_access").GoType(vocabulary.ServiceSet(0)).Default(0),
		instant("created_at"), instant("updated_at"),
	}
}

// Edges of DirectoryGroup.
func (DirectoryGroup) Edges() []ent.Edge {
	return []ent.Edge{to("account", Account.Type, "account_id")}
}

// Indexes of DirectoryGroup: a name is unique in its directory, in any letter case.
func (DirectoryGroup) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "name").Unique(), index.Fields("account_id", "name_key").Unique()}
}

// Annotations of DirectoryGroup.
func (DirectoryGroup) Annotations() []schema.Annotation { return table("directory_groups", nil) }

// DirectoryGroupMember places a record in a group of the same directory.
type DirectoryGroupMember struct{ ent.Schema }

// Fields of DirectoryGroupMember.
func (DirectoryGroupMember) Fields() []ent.Field {
	return []ent.Field{sequence(), owner(), reference("directory_group_id"), reference("directory_record_id")}
}

// Edges of DirectoryGroupMember.
func (DirectoryGroupMember) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("directory_group", DirectoryGroup.Type, "directory_group_id"),
		to("directory_record", DirectoryRecord.Type, "directory_record_id"),
	}
}

// Indexes of DirectoryGroupMember.
func (DirectoryGroupMember) Indexes() []ent.Index {
	return []ent.Index{index.Fields("directory_group_id", "directory_record_id").Unique(),
		index.Fields("directory_record_id")}
}

// Annotations of DirectoryGroupMember.
func (DirectoryGroupMember) Annotations() []schema.Annotation {
	return table("directory_group_members", nil)
}

// DomainProof is the claim of an account to own an e-mail domain, and the state of its proof.
type DomainProof struct{ ent.Schema }

// Fields of DomainProof.
func (DomainProof) Fields() []ent.Field {
	return []ent.Field{
		sequence(), owner(), field.String("domain").
			Comment("in small letters, in its form for DNS, without the at sign"),
		// challenge: the text that a DNS record of the domain must contain
		field.String("challenge"),
		// proven_at: when it was first proven after it was claimed, or when it was approved; null if neither
		maybeInstant("proven_at"),
		// approved_by_id: the operator who approved it; approved_by_key_id: the key of the program that approved it;
		// both are null if DNS proves it
		maybeReference("approved_by_id"), maybeReference("approved_by_key_id"),
		// approved: whether an operator, or a command, has approved it; DNS is then not queried
		field.Bool("approved").Default(false),
		// checked_at: when DNS last answered; failing_since: since when it no longer contains the challenge
		maybeInstant("checked_at"), maybeInstant("failing_since"),
		// due_at: when DNS is queried again; null if DNS proves nothing
		maybeInstant("due_at"),
		// lapsed_at: since when it no longer counts as proven; null if it still does or never did
		maybeInstant("lapsed_at"), instant("created_at"),
	}
}

// Edges of DomainProof.
func (DomainProof) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), maybeTo("approved_by", User.Type, "approved_by_id"),
		maybeTo("approved_by_key", APIKey.Type, "approved_by_key_id"),
	}
}

// Indexes of DomainProof.
func (DomainProof) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "domain").Unique(), index.Fields("domain"), index.Fields("due_at")}
}

// Annotations of DomainProof.
func (DomainProof) Annotations() []schema.Annotation {
	return table("domain_proofs",
		map[string]string{
			"domain_proofs_lapsed":      "lapsed_at IS NULL OR proven_at IS NOT NULL",
			"domain_proofs_approved_by": oneAuthor("approved_by")})
}
