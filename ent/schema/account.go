package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Account is a customer organization, or a partner.
type Account struct{ ent.Schema }

// Fields of Account.
func (Account) Fields() []ent.Field {
	return []ent.Field{
		key(), field.String("name"), field.String("name_key").Comment("the folded name, for ordering"),
		field.Enum("kind").GoType(vocabulary.AccountKind("")), text("description"),
		text("street"), text("city"), text("state"), text("postal_code"), text("country"), text("region"),
		field.Bool("visible"), instant("created_at"), instant("updated_at"),
		// retired_at: since when the account is granted nothing new; null if it is not retired
		maybeInstant("retired_at"),
	}
}

// Indexes of Account.
func (Account) Indexes() []ent.Index {
	return []ent.Index{index.Fields("name_key", "id"), index.Fields("created_at", "id"),
		index.Fields("updated_at", "id")}
}

// Annotations of Account.
func (Account) Annotations() []schema.Annotation { return table("accounts", nil) }

// AccountLink places an account below another. The links form an acyclic graph: several parents are allowed.
type AccountLink struct{ ent.Schema }

// Fields of AccountLink.
func (AccountLink) Fields() []ent.Field {
	return []ent.Field{sequence(), reference("parent_id"), reference("child_id")}
}

// Edges of AccountLink.
func (AccountLink) Edges() []ent.Edge {
	return []ent.Edge{to("parent", Account.Type, "parent_id"), to("child", Account.Type, "child_id")}
}

// Indexes of AccountLink.
func (AccountLink) Indexes() []ent.Index {
	return []ent.Index{index.Fields("parent_id", "child_id").Unique(), index.Fields("child_id")}
}

// Annotations of AccountLink.
func (AccountLink) Annotations() []schema.Annotation {
	return table("account_links", map[string]string{"account_links_apart": "parent_id <> child_id"})
}

// AccountPath is the transitive closure of the account graph: every account with itself at depth 0, and with each
// account below it at the length of the shortest path.
type AccountPath struct{ ent.Schema }

// Fields of AccountPath.
func (AccountPath) Fields() []ent.Field {
	return []ent.Field{sequence(), reference("ancestor_id"), reference("descendant_id"), field.Int("depth")}
}

// Edges of AccountPath.
func (AccountPath) Edges() []ent.Edge {
	return []ent.Edge{to("ancestor", Account.Type, "ancestor_id"), to("descendant", Account.Type, "descendant_id")}
}

// Indexes of AccountPath.
func (AccountPath) Indexes() []ent.Index {
	return []ent.Index{index.Fields("ancestor_id", "descendant_id").Unique(), index.Fields("descendant_id")}
}

// Annotations of AccountPath.
func (AccountPath) Annotations() []schema.Annotation {
	return table("account_paths", map[string]string{
		"account_paths_depth": "depth >= 0 AND (depth = 0) = (ancestor_id = descendant_id)"})
}

// User is a person, or a mailbox that several people share. A user may be a member of many accounts.
type User struct{ ent.Schema }

// Fields of User.
func (User) Fields() []ent.Field {
	return []ent.Field{
		key(), field.String("user_name").Unique(), maybeText("email"),
		// user_name_key: the user name, folded by email.UserNameKey. It is not unique: older versions could make two
		// names with one key, and imports still do. account.LockUserName keeps everything else from making them.
		text("user_name_key"),
		maybeText("email_key"), text("first_name"), text("last_name"), text("display_name"), text("phone"),
		text("locale"), text("time_zone"), field.Bool("active"), field.Bool("shared"),
		field.Enum("notification_language").GoType(vocabulary.Language("")).Optional().Nillable().
			Comment("language that the user chose for mails; null if they chose none"),
		maybeInstant("last_sign_in_at"), instant("created_at"), instant("updated_at"),
		field.Enum("producer_role").GoType(vocabulary.ProducerRole("")).Optional().Nillable().
			Comment("what the user may do for all customers; null for the customers' own people"),
		// email_proven_at: when a link or a trusted provider last proved the address; null if nothing has proven it
		maybeInstant("email_proven_at"),
		// erased_at: when the personal data of the user was erased; null if it was not
		maybeInstant("erased_at"),
	}
}

// Indexes of User.
func (User) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_name_key"), index.Fields("email_key"), index.Fields("producer_role"),
		index.Fields("updated_at", "id")}
}

// Annotations of User.
func (User) Annotations() []schema.Annotation { return table("users", nil) }

// Membership is a user in an account with roles, service access, scope and an optional last day.
type Membership struct{ ent.Schema }

// Fields of Membership.
func (Membership) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("user_id"),
		// roles: roles granted directly; 0 if only the directory grants roles
		field.Int16("roles").GoType(vocabulary.RoleSet(0)),
		field.Int16("service_access").GoType(vocabulary.ServiceSet(0)),
		maybeReference("product_line_id"), field.Bool("include_sub_accounts"),
		maybeDay("ends_on"), instant("created_at"), field.Int64("updated_at").GoType(clock.Instant(0)).Default(0),
		// suspended_at: since when the membership is suspended; null if it is not
		maybeInstant("suspended_at"),
		field.Enum("origin").GoType(vocabulary.MembershipOrigin("")).
			Default(string(vocabulary.MembershipOriginImport)),
		// granted_by_id: the user who granted it; granted_by_key_id: the key of the program that granted it
		maybeReference("granted_by_id"), maybeReference("granted_by_key_id"),
		field.Int16("directory_roles").GoType(vocabulary.RoleSet(0)).Default(0).
			Comment("what the directory adds: READER for an active record, and what its groups grant"),
		field.Int16("directory_services").GoType(vocabulary.ServiceSet(0)).Default(0),
		// user_name: copy of the user's name, for the order of members
		text("user_name"),
	}
}

// Edges of Membership.
func (Membership) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("user", User.Type, "user_id"),
		maybeTo("product_line", ProductLine.Type, "product_line_id"),
		maybeTo("granted_by_key", APIKey.Type, "granted_by_key_id"),
	}
}

// Indexes of Membership.
func (Membership) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "account_id").Unique(), index.Fields("account_id", "id"),
		index.Fields("account_id", "user_name", "id"), index.Fields("updated_at", "id"),
	}
}

// Annotations of Membership.
func (Membership) Annotations() []schema.Annotation {
	return table("memberships", map[string]string{
		"memberships_granted_by":     oneAuthor("granted_by"),
		"memberships_roles":          "roles >= 0 AND roles < 32",
		"memberships_service_access": "service_access >= 0 AND service_access < 8"})
}
