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

// Session is a browser session of a signed-in user. The browser has a token; only its SHA-256 is stored.
type Session struct{ ent.Schema }

// Fields of Session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		key(), reference("user_id"), secretHash("token_hash"),
		field.Enum("method").GoType(vocabulary.SignInMethod("")),
		// provider: code of the identity provider; null if none was used
		text("provider"),
		// provider_session: the provider's id of the session, by which the provider can end it
		text("provider_session"),
		text("provider_subject"),
		text("user_agent"), text("address"),
		// email_key: folded address to which the sign-in link was sent; "" without a link. The session ends when the
		// address is no longer the user's.
		text("email_key"),
		// account_id: the account to which the user has restricted the session
		maybeReference("account_id"),
		// viewing_account_id: the customer account whose view one of the producer's people has taken
		maybeReference("viewing_account_id"),
		// expires_at: when it ends, even if it is in use
		instant("created_at"), instant("last_seen_at"), instant("expires_at"),
	}
}

// Edges of Session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{
		to("user", User.Type, "user_id"), maybeTo("account", Account.Type, "account_id"),
		maybeTo("viewing_account", Account.Type, "viewing_account_id"),
	}
}

// Indexes of Session.
func (Session) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "created_at", "id"), index.Fields("provider", "provider_session"),
		index.Fields("provider", "provider_subject"), index.Fields("expires_at"), index.Fields("email_key"),
	}
}

// Annotations of Session.
func (Session) Annotations() []schema.Annotation { return table("sessions", nil) }

// SignInAttempt is the state of a sign-in at an identity provider until the provider redirects back.
type SignInAttempt struct{ ent.Schema }

// Fields of SignInAttempt.
func (SignInAttempt) Fields() []ent.Field {
	return []ent.Field{
		sequence(), secretHash("state_hash"),
		field.String("browser_hash").Comment("SHA-256 of the cookie that binds it to a browser"),
		// issuer: the provider's issuer identifier when the attempt began; the response must have the same
		field.String("provider"), text("issuer"), field.String("nonce"), field.String("verifier"), text("return_to"),
		instant("created_at"), instant("expires_at"),
	}
}

// Indexes of SignInAttempt.
func (SignInAttempt) Indexes() []ent.Index { return []ent.Index{index.Fields("expires_at")} }

// Annotations of SignInAttempt.
func (SignInAttempt) Annotations() []schema.Annotation { return table("sign_in_attempts", nil) }

// Identity links a user to a subject of an identity provider.
type Identity struct{ ent.Schema }

// Fields of Identity.
func (Identity) Fields() []ent.Field {
	return []ent.Field{
		sequence(), reference("user_id"), field.String("issuer"), field.String("subject"), instant("created_at"),
	}
}

// Edges of Identity.
func (Identity) Edges() []ent.Edge { return []ent.Edge{to("user", User.Type, "user_id")} }

// Indexes of Identity: a user has at most one subject at an issuer.
func (Identity) Indexes() []ent.Index {
	return []ent.Index{index.Fields("issuer", "subject").Unique(), index.Fields("user_id", "issuer").Unique()}
}

// Annotations of Identity.
func (Identity) Annotations() []schema.Annotation { return table("identities", nil) }

// Link is a link that was sent by mail. Only the SHA-256 of its token is stored. If a mail was sent twice, its links
// have the same request, and using one of them uses all.
type Link struct{ ent.Schema }

// Fields of Link.
func (Link) Fields() []ent.Field {
	return []ent.Field{
		sequence(), secretHash("token_hash"), field.Enum("purpose").GoType(vocabulary.LinkPurpose("")),
		// subject_id: the user, the directory record or the invitation
		reference("subject_id"), field.String("request"),
		// email_key: folded address to which it was sent; following the link proves only this address
		text("email_key"),
		text("return_to"), instant("created_at"), instant("expires_at"), maybeInstant("used_at"),
	}
}

// Indexes of Link.
func (Link) Indexes() []ent.Index {
	return []ent.Index{index.Fields("request"), index.Fields("subject_id"), index.Fields("expires_at"),
		index.Fields("email_key")}
}

// Annotations of Link.
func (Link) Annotations() []schema.Annotation { return table("links", nil) }

// APIKey lets a program act for a person, or for itself. Only the SHA-256 of the key is stored.
type APIKey struct{ ent.Schema }

// Fields of APIKey.
func (APIKey) Fields() []ent.Field {
	return []ent.Field{
		key(), secretHash("secret_hash"), field.String("hint").
			Comment("the beginning of the key, by which people tell keys apart"),
		// user_id: the person for whom it acts; null for a key of a program
		field.String("name"), maybeReference("user_id"),
		// account_id: the account for which a program acts; null for the producer
		maybeReference("account_id"),
		field.Enum("producer_role").GoType(vocabulary.ProducerRole("")).Optional().Nillable(),
		field.Int16("roles").GoType(vocabulary.RoleSet(0)).Default(0),
		field.Int16("service_access").GoType(vocabulary.ServiceSet(0)).Default(0),
		field.Int16("scopes").GoType(vocabulary.KeyScopeSet(0)),
		// include_sub_accounts: whether a program of an account has access to the accounts below it
		field.Bool("include_sub_accounts").Default(false),
		// email_key: email_key of the session that created a person's key; "" if it had none. The key ends when the
		// address is no longer the user's.
		text("email_key"),
		// created_by_id: the user who created it; created_by_key_id: the key of the program that created it
		instant("created_at"), maybeReference("created_by_id"), maybeReference("created_by_key_id"),
		instant("expires_at"),
		maybeInstant("last_used_at"), maybeInstant("revoked_at"),
	}
}

// Edges of APIKey.
func (APIKey) Edges() []ent.Edge {
	return []ent.Edge{
		maybeTo("user", User.Type, "user_id"), maybeTo("account", Account.Type, "account_id"),
		maybeTo("created_by", User.Type, "created_by_id"),
		edge.To("created_keys", APIKey.Type).Annotations(entsql.OnDelete(entsql.Restrict)).From("created_by_key").
			Field("created_by_key_id").Unique(),
	}
}

// Indexes of APIKey.
func (APIKey) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "created_at", "id"), index.Fields("account_id", "created_at", "id"),
		index.Fields("email_key"),
		// the keys of the producer's programs, among those of all customers
		index.Fields("created_at", "id").StorageKey("api_keys_of_producer").
			Annotations(entsql.IndexWhere("producer_role IS NOT NULL")),
	}
}

// Annotations of APIKey.
func (APIKey) Annotations() []schema.Annotation {
	return table("api_keys", map[string]string{
		"api_keys_created_by": oneAuthor("created_by"),
		"api_keys_scopes":     "scopes > 0 AND scopes < 16",
		"api_keys_owner":      "user_id IS NULL OR account_id IS NULL",
		"api_keys_producer":   "producer_role IS NULL OR (user_id IS NULL AND account_id IS NULL)",
		"api_keys_somebody":   "user_id IS NOT NULL OR account_id IS NOT NULL OR producer_role IS NOT NULL"})
}

// WidgetToken lets a page of another site run a few registered queries for one user or account, for some minutes.
type WidgetToken struct{ ent.Schema }

// Fields of WidgetToken.
func (WidgetToken) Fields() []ent.Field {
	return []ent.Field{
		sequence(), secretHash("token_hash"), maybeReference("user_id"), maybeReference("account_id"),
		field.String("origins").Comment("JSON list of the origins whose pages may use it"),
		field.String("documents").Comment("JSON list of the SHA-256 of the documents that it may run"),
		// by_list: whether there has been a list of origins since it was created; it then works on listed origins only,
		// even if the list has become empty
		field.Bool("by_list").Default(false),
		// api_key_id: the key that created it
		maybeReference("api_key_id"), instant("created_at"), instant("expires_at"),
	}
}

// Edges of WidgetToken.
func (WidgetToken) Edges() []ent.Edge {
	return []ent.Edge{
		maybeTo("user", User.Type, "user_id"), maybeTo("account", Account.Type, "account_id"),
		maybeTo("api_key", APIKey.Type, "api_key_id"),
	}
}

// Indexes of WidgetToken.
func (WidgetToken) Indexes() []ent.Index { return []ent.Index{index.Fields("expires_at")} }

// Annotations of WidgetToken.
func (WidgetToken) Annotations() []schema.Annotation {
	return table("widget_tokens", map[string]string{
		"widget_tokens_owner": "user_id IS NULL AND account_id IS NOT NULL OR user_id IS NOT NULL AND account_id " +
			"IS NULL"})
}

// WidgetDocument is a query that widgets may run.
type WidgetDocument struct{ ent.Schema }

// Fields of WidgetDocument.
func (WidgetDocument) Fields() []ent.Field {
	return []ent.Field{
		sequence(), field.String("hash").Unique().Comment("SHA-256 of the text, in hexadecimal"), field.String("name"),
		field.String("text"), instant("created_at"),
	}
}

// Annotations of WidgetDocument.
func (WidgetDocument) Annotations() []schema.Annotation { return table("widget_documents", nil) }

// WidgetOrigin is a web origin whose pages may use widget tokens. Without any, every origin may be named.
type WidgetOrigin struct{ ent.Schema }

// Fields of WidgetOrigin.
func (WidgetOrigin) Fields() []ent.Field {
	return []ent.Field{
		sequence(), field.String("origin").Unique().Comment("in the form of the package origin"), instant("created_at"),
	}
}

// Annotations of WidgetOrigin.
func (WidgetOrigin) Annotations() []schema.Annotation { return table("widget_origins", nil) }

// KnownBrowser is a browser in which a user has signed in before. It may request sign-in links even if requests of
// others have used up the mail budget of the address.
type KnownBrowser struct{ ent.Schema }

// Fields of KnownBrowser.
func (KnownBrowser) Fields() []ent.Field {
	return []ent.Field{sequence(), secretHash("token_hash"), reference("user_id"), instant("created_at"),
		instant("expires_at")}
}

// Edges of KnownBrowser.
func (KnownBrowser) Edges() []ent.Edge { return []ent.Edge{to("user", User.Type, "user_id")} }

// Indexes of KnownBrowser.
func (KnownBrowser) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_id"), index.Fields("expires_at")}
}

// Annotations of KnownBrowser.
func (KnownBrowser) Annotations() []schema.Annotation { return table("known_browsers", nil) }

// MailBudget counts the mails to one address, or caused by one sender, in the current time window.
type MailBudget struct{ ent.Schema }

// Fields of MailBudget.
func (MailBudget) Fields() []ent.Field {
	return []ent.Field{
		// name: what is counted, such as "to" or "by" with a SHA-256; it contains no address
		sequence(), field.String("name").Unique(), field.Int64("sent"), instant("window_began_at"),
	}
}

// Indexes of MailBudget.
func (MailBudget) Indexes() []ent.Index { return []ent.Index{index.Fields("window_began_at")} }

// Annotations of MailBudget.
func (MailBudget) Annotations() []schema.Annotation {
	return table("mail_budgets", map[string]string{"mail_budgets_sent": "sent >= 0"})
}

// secretHash is the SHA-256 of a secret, in hexadecimal. The secret itself is never stored.
func secretHash(name string) ent.Field { return field.String(name).Unique().Sensitive() }
