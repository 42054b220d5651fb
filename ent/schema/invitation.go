package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// Invitation invites a person by mail to become a member of an account.
type Invitation struct{ ent.Schema }

// Fields of Invitation.
func (Invitation) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), field.String("email"), field.String("email_key"), text("greeting"),
		field.Int16("roles").GoType(vocabulary.RoleSet(0)),
		field.Int16("service_access").GoType(vocabulary.ServiceSet(0)),
		maybeReference("product_line_id"), field.Bool("include_sub_accounts"),
		// ends_on: the last day, inclusive, of the membership that it creates
		maybeDay("ends_on"),
		// invited_by_id: the user who invited; invited_by_key_id: the key of the program that invited
		maybeReference("invited_by_id"), maybeReference("invited_by_key_id"), instant("created_at"),
		instant("expires_at"),
		maybeInstant("accepted_at"), maybeReference("accepted_by_id"), maybeInstant("revoked_at"),
	}
}

// Edges of Invitation.
func (Invitation) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), maybeTo("product_line", ProductLine.Type, "product_line_id"),
		maybeTo("invited_by", User.Type, "invited_by_id"),
		maybeTo("invited_by_key", APIKey.Type, "invited_by_key_id"),
		maybeTo("accepted_by", User.Type, "accepted_by_id"),
	}
}

// Indexes of Invitation: an address has at most one open invitation to an account.
func (Invitation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "created_at", "id"), index.Fields("email_key"),
		index.Fields("account_id", "email_key").Unique().StorageKey("invitation_waiting").
			Annotations(entsql.IndexWhere("accepted_at IS NULL AND revoked_at IS NULL")),
	}
}

// Annotations of Invitation.
func (Invitation) Annotations() []schema.Annotation {
	return table("invitations", map[string]string{
		"invitations_invited_by":     oneAuthor("invited_by"),
		"invitations_roles":          "roles > 0 AND roles < 32",
		"invitations_service_access": "service_access >= 0 AND service_access < 8",
		"invitations_accepted":       samePresence("accepted_at", "accepted_by_id"),
		"invitations_answer":         "accepted_at IS NULL OR revoked_at IS NULL"})
}

// AccessRequest asks the administrators of an account for access.
type AccessRequest struct{ ent.Schema }

// Fields of AccessRequest.
func (AccessRequest) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("user_id"),
		field.Int16("roles").GoType(vocabulary.RoleSet(0)),
		field.Int16("service_access").GoType(vocabulary.ServiceSet(0)),
		// outside: the requester did not see the account, or named it by a reference. The request is theirs to see only
		// once it is granted, so that nobody learns from it what exists.
		field.Bool("outside").Default(false),
		text("note"), instant("created_at"), maybeInstant("decided_at"),
		// decided_by_id: the user who decided it; decided_by_key_id: the key of the program that decided it
		maybeReference("decided_by_id"), maybeReference("decided_by_key_id"),
		field.Bool("granted"), text("answer"),
	}
}

// Edges of AccessRequest.
func (AccessRequest) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("user", User.Type, "user_id"),
		maybeTo("decided_by", User.Type, "decided_by_id"),
		maybeTo("decided_by_key", APIKey.Type, "decided_by_key_id"),
	}
}

// Indexes of AccessRequest: a user has at most one open request to an account, and one made of outside requests.
func (AccessRequest) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "created_at", "id"), index.Fields("user_id", "id"),
		index.Fields("account_id", "user_id", "outside").Unique().StorageKey("accessrequest_waiting").
			Annotations(entsql.IndexWhere("decided_at IS NULL")),
	}
}

// Annotations of AccessRequest.
func (AccessRequest) Annotations() []schema.Annotation {
	return table("access_requests",
		map[string]string{
			"access_requests_decided":    "decided_at IS NOT NULL OR NOT granted",
			"access_requests_decided_by": oneAuthor("decided_by")})
}

// OutsideRequest is what a user sees of a request for access to an account that they do not see, or that they named by
// a reference. There is one whether the account exists or not; only a decision makes a difference.
type OutsideRequest struct{ ent.Schema }

// Fields of OutsideRequest.
func (OutsideRequest) Fields() []ent.Field {
	return []ent.Field{
		sequence(), reference("user_id"),
		// reference: what the user named the account by, an id included
		text("reference"), instant("created_at"),
		// access_request_id: the request that was made of it; null if there is none
		maybeReference("access_request_id"), maybeInstant("decided_at"), field.Bool("granted").Default(false),
		text("answer"),
		// account_id: the account, once access to it was granted
		maybeReference("account_id"),
	}
}

// Edges of OutsideRequest.
func (OutsideRequest) Edges() []ent.Edge {
	return []ent.Edge{
		to("user", User.Type, "user_id"), maybeTo("access_request", AccessRequest.Type, "access_request_id"),
		maybeTo("account", Account.Type, "account_id"),
	}
}

// Indexes of OutsideRequest: a user has at most one open request by one reference.
func (OutsideRequest) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "created_at", "id"), index.Fields("created_at"), index.Fields("access_request_id"),
		index.Fields("account_id"),
		index.Fields("user_id", "reference").Unique().StorageKey("outsiderequest_waiting").
			Annotations(entsql.IndexWhere("decided_at IS NULL")),
	}
}

// Annotations of OutsideRequest.
func (OutsideRequest) Annotations() []schema.Annotation {
	return table("outside_requests", map[string]string{
		"outside_requests_decided": "decided_at IS NOT NULL OR NOT granted",
		"outside_requests_account": "granted OR account_id IS NULL"})
}

// JoiningDomain lets every user with a proven e-mail address of a domain join an account.
type JoiningDomain struct{ ent.Schema }

// Fields of JoiningDomain.
func (JoiningDomain) Fields() []ent.Field {
	return []ent.Field{
		sequence(), owner(), field.String("domain").Comment("in small letters, without the at sign"),
		field.Int16("roles").GoType(vocabulary.RoleSet(0)),
		field.Int16("service_access").GoType(vocabulary.ServiceSet(0)),
		instant("created_at"),
	}
}

// Edges of JoiningDomain.
func (JoiningDomain) Edges() []ent.Edge { return []ent.Edge{to("account", Account.Type, "account_id")} }

// Indexes of JoiningDomain.
func (JoiningDomain) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "domain").Unique(), index.Fields("domain")}
}

// Annotations of JoiningDomain.
func (JoiningDomain) Annotations() []schema.Annotation {
	return table("joining_domains", map[string]string{
		"joining_domains_roles":          "roles > 0 AND roles < 32",
		"joining_domains_service_access": "service_access >= 0 AND service_access < 8"})
}
