package access

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// sessionLife is after how long a session ends, even if it is in use.
	sessionLife = 12 * time.Hour
	// idleLife is after how long an unused session ends.
	idleLife = 30 * time.Minute
	// maxUserAgent and maxAddress are how many bytes of them are stored.
	maxUserAgent, maxAddress = 200, 64
)

// idleSince returns the limit of last_seen_at: a session that was last seen at or before it has ended. last_seen_at is
// written only every five minutes, so that slack is added.
func idleSince(now clock.Instant) clock.Instant { return now.Add(-idleLife - seenEvery) }

// Live reports whether a session has neither expired nor been idle too long.
func (s *Service) Live(row *ent.Session) bool {
	now := s.now()
	return row.ExpiresAt > now && row.LastSeenAt > idleSince(now)
}

// viewingAccount is the account that one of the producer's people views as a customer. It is null once the user has no
// role of the producer.
const viewingAccount = `CASE WHEN u.producer_role IS NOT NULL THEN s.viewing_account_id END`

const sessionRows = `SELECT s.id, s.user_id, s.last_seen_at, s.account_id,
		` + viewingAccount + `, u.user_name, u.producer_role,
	s.method, s.provider, u.email, ` +
	grantColumns + reached + `CASE WHEN m.id IS NULL THEN ` + viewingAccount + `
			WHEN m.include_sub_accounts THEN m.account_id END)
FROM sessions s
JOIN users u ON u.id = s.user_id
LEFT JOIN memberships m ON m.user_id = s.user_id AND ` + members.InForceSQL + `
	AND (s.account_id IS NULL OR m.account_id = s.account_id) AND ` + viewingAccount + ` IS NULL
WHERE `

// sessionIsValid takes the current time and idleSince as its parameters.
const sessionIsValid = ` AND s.expires_at > ? AND s.last_seen_at > ? AND u.active`

const (
	sessionByToken = sessionRows + `s.token_hash = ?` + sessionIsValid
	sessionByID    = sessionRows + `s.id = ?` + sessionIsValid
)

// Session returns the viewer of a session by the token in its browser. It runs one statement, or none if the session
// is cached, and occasionally a second one that records the use. It returns UNAUTHENTICATED for a session that is
// unknown or has ended, or whose user may not sign in any more.
func (s *Service) Session(ctx context.Context, token string) (*viewer.Viewer, error) {
	if !isSecret(token, sessionPrefix) {
		return nil, unauthenticated()
	}
	now, hash, version := s.now(), hashOf(token), s.db().Version()
	if v := s.sessions.viewer(hash, now); v != nil {
		return v, nil
	}
	v, lastSeen, err := readSession(ctx, s.outsideTx, s.policy, sessionByToken,
		[]any{int64(s.today()), hash, int64(now), int64(idleSince(now))})
	if err != nil {
		return nil, err
	}
	s.touch(ctx, touchSession, v.CredentialID, lastSeen, seenEvery)
	s.sessions.note(hash, v, now, version)
	return v, nil
}

// readSession builds the viewer of a session that the policy allows, and returns when it was last seen.
func readSession(ctx context.Context, from source, policy Policy, statement string, args []any) (*viewer.Viewer,
	clock.Instant, error) {
	var (
		id, userID, lastSeen int64
		narrowed, viewing    sql.NullInt64
		name                 string
		method, provider     string
		producer, address    sql.NullString
	)
	grants, accounts, found, err := readGrants(ctx, from, statement, args, &id, &userID, &lastSeen, &narrowed,
		&viewing, &name, &producer,
		&method, &provider, &address)
	if err != nil {
		return nil, 0, err
	}
	if !found {
		return nil, 0, unauthenticated()
	}
	if policy.Check(address.String, producer.Valid, vocabulary.SignInMethod(method), provider) != nil {
		// The settings, the address or the role of the user have changed since the session began.
		return nil, 0, unauthenticated()
	}
	v := &viewer.Viewer{
		Credential: vocabulary.CredentialKindSession, Provider: provider, CredentialID: gid.ID(id),
		User: gid.ID(userID), Name: name,
		Producer: vocabulary.ProducerRole(producer.String), Grants: grants, Scopes: vocabulary.EveryKeyScope,
		NarrowedTo: gid.ID(narrowed.Int64), ViewingAs: gid.ID(viewing.Int64),
	}
	if v.ViewingAs != 0 {
		v.ReadOnly = true
		v.Grants = []viewer.Grant{{Account: v.ViewingAs, Accounts: accounts, Services: vocabulary.EveryService,
			Roles: administrator}}
	}
	return v.Settle(), clock.Instant(lastSeen), nil
}

var (
	administrator = must(vocabulary.Roles(vocabulary.RoleAccountAdministrator))
	reader        = must(vocabulary.Roles(vocabulary.RoleReader))
	licensing     = must(vocabulary.Services(vocabulary.ServiceLicensing))
)

// must returns a set of constants that the vocabulary contains.
func must[T any](set T, err error) T {
	if err != nil {
		panic(err)
	}
	return set
}

// NewSession describes the sign-in of a user in a browser.
type NewSession struct {
	// User is the authenticated user.
	User gid.ID
	// Method is how the user authenticated.
	Method vocabulary.SignInMethod
	// Provider is the code of the identity provider. ProviderSession and ProviderSubject are the provider's
	// identifiers of its session and of the user, with which it may end the session here.
	Provider, ProviderSession, ProviderSubject string
	// Email is the address that the sign-in has proven, by the link or by a provider that is trusted for it; "" for
	// none.
	Email string
	// UserAgent is the browser's User-Agent header, and Address its IP address. They are truncated to 200 and 64
	// bytes.
	UserAgent, Address string
}

// Begin signs a user in. It returns the token for the browser, of which only the hash is stored, and the id of the
// session. It returns NOT_KNOWN for a user who may not sign in, and PROVIDER_REQUIRED for one who has to sign in
// another way.
func (s *Service) Begin(ctx context.Context, n NewSession) (token string, id gid.ID, err error) {
	err = change.Retry(ctx, func(ctx context.Context) error {
		token, id, err = s.begin(ctx, n)
		return err
	})
	return token, id, err
}

func (s *Service) begin(ctx context.Context, n NewSession) (string, gid.ID, error) {
	// there is no viewer yet
	who, err := s.db().Client().User.Query().Where(user.ID(n.User), user.Active(true)).Only(store.Unscoped(ctx))
	if ent.IsNotFound(err) {
		return "", 0, mayNotSignIn()
	}
	if err != nil {
		return "", 0, fmt.Errorf("look for the user who signs in: %w", err)
	}
	token, id := newSecret(sessionPrefix), gid.New(gid.Session, who.ID.Locality())
	_, err = s.changes.Do(asSession(ctx, id, who),
		change.Request{Action: "signIn", Needs: change.Needs{Right: change.Arrive}},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return s.enter(ctx, tx, done, n, id, token)
		})
	if err != nil {
		return "", 0, err
	}
	return token, id, nil
}

// enter begins the session of an authenticated user, if the policy allows the sign-in method.
func (s *Service) enter(ctx context.Context, tx store.Tx, done *change.Record, n NewSession, id gid.ID,
	token string) error {
	ctx = store.Unscoped(ctx) // a session belongs to no account
	still, err := tx.Client().User.Update().Where(user.ID(n.User), user.Active(true)).SetLastSignInAt(done.Now()).
		Save(ctx)
	if err != nil {
		return fmt.Errorf("note the sign-in: %w", err)
	}
	if still == 0 {
		return mayNotSignIn()
	}
	who, err := tx.Client().User.Query().Where(user.ID(n.User)).Only(ctx)
	if err != nil {
		return fmt.Errorf("read the user who signs in: %w", err)
	}
	if n.Method == vocabulary.SignInMethodLink && n.Email != "" &&
		(who.Email == nil || !email.Same(*who.Email, n.Email)) {
		return members.InvalidLink() // the user's address has changed since the link was checked
	}
	if err := s.policy.admits(who, n); err != nil {
		return err
	}
	create := tx.Client().Session.Create().SetID(id).SetUserID(who.ID).SetTokenHash(hashOf(token)).SetMethod(n.Method).
		SetProvider(cleanText(n.Provider, 255)).SetProviderSession(cleanText(n.ProviderSession, 255)).
		SetProviderSubject(cleanText(n.ProviderSubject, 255)).SetUserAgent(cleanText(n.UserAgent, maxUserAgent)).
		SetAddress(cleanText(n.Address, maxAddress)).SetCreatedAt(done.Now()).SetLastSeenAt(done.Now()).
		SetExpiresAt(done.Now().Add(sessionLife))
	if n.Method == vocabulary.SignInMethodLink {
		create.SetEmailKey(email.Key(n.Email))
	}
	if err := create.Exec(ctx); err != nil {
		return fmt.Errorf("begin a session: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "SignedIn", Subject: who.ID, Label: who.UserName,
		Fields: methodFields(n.Method, n.Provider)})
	if n.Email == "" {
		return nil
	}
	return s.Proven(ctx, tx, done, who, n.Email)
}

// Proven records, in the transaction of a change, that a user has proven an address: by a link that was sent to it, or
// by a provider that is trusted for it. Directory records with the address are linked to the user.
func (s *Service) Proven(ctx context.Context, tx store.Tx, done *change.Record, who *ent.User, address string) error {
	ctx = store.Unscoped(ctx) // directory records are visible only to administrators of their account
	if who.Email != nil && email.Same(*who.Email, address) {
		if err := tx.Client().User.UpdateOneID(who.ID).SetEmailProvenAt(done.Now()).Exec(ctx); err != nil {
			return fmt.Errorf("note that the address is proven: %w", err)
		}
	}
	if err := s.directories.Link(ctx, tx, done, who, address); err != nil {
		return fmt.Errorf("link records of directories: %w", err)
	}
	return nil
}

func mayNotSignIn() error {
	return notKnown("The user is deactivated.",
		"If that is a mistake, ask an administrator of your account, or the company that runs this server, to "+
			"reactivate the user.")
}

func methodFields(method vocabulary.SignInMethod, provider string) []audit.Field {
	fields := change.Is("method", string(method))
	if provider != "" {
		fields = append(fields, change.Is("provider", provider)...)
	}
	return fields
}

// asSession returns the context in which a user begins or ends a session.
func asSession(ctx context.Context, id gid.ID, who *ent.User) context.Context {
	v := &viewer.Viewer{Credential: vocabulary.CredentialKindSession, CredentialID: id, User: who.ID,
		Name:   who.UserName,
		Scopes: vocabulary.EveryKeyScope}
	if who.ProducerRole != nil {
		v.Producer = *who.ProducerRole
	}
	return viewer.With(ctx, v.Settle())
}

// SignOut ends the session of a browser. It is no error if the token is unknown or the session has already ended.
func (s *Service) SignOut(ctx context.Context, token string) error {
	if !isSecret(token, sessionPrefix) {
		return nil
	}
	row, err := s.db().Client().Session.Query().Where(session.TokenHash(hashOf(token))).WithUser().
		Only(store.Unscoped(ctx)) // the token has authenticated the user
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for the session: %w", err)
	}
	_, err = s.changes.Do(asSession(ctx, row.ID, row.Edges.User),
		change.Request{Action: "signOut", Needs: change.Needs{Right: change.OwnSession}},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return endSessions(ctx, tx, done, row)
		})
	if fault.CodeOf(err) == change.Unauthenticated { // it has ended already
		return nil
	}
	return err
}

// endSessions ends sessions, whose users must be loaded, and records those that were not already ended concurrently.
func endSessions(ctx context.Context, tx store.Tx, done *change.Record, rows ...*ent.Session) error {
	for _, row := range rows {
		gone, err := tx.Client().Session.Delete().Where(session.ID(row.ID)).Exec(store.Unscoped(ctx))
		if err != nil {
			return fmt.Errorf("end a session: %w", err)
		}
		if gone == 0 {
			continue
		}
		done.Result(row.ID)
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "SignedOut", Subject: row.UserID,
			Label: row.Edges.User.UserName, Fields: signedOut(row),
			Effects: change.Effects(vocabulary.EffectKindRemoved, row.ID, row.Edges.User.UserName, nil)})
	}
	return nil
}

func signedOut(row *ent.Session) []audit.Field { return change.Was("session", row.ID.String()) }

// EndAtProvider ends the sessions that began at an identity provider, by its code: the session that the provider calls
// providerSession, or, if that is "", all sessions of the user that it calls subject. It returns the number of
// sessions.
func (s *Service) EndAtProvider(ctx context.Context, provider, providerSession, subject string) (int, error) {
	if providerSession == "" && subject == "" {
		return 0, nil
	}
	outcome, err := s.changes.Do(viewer.With(ctx, viewer.System()),
		change.Request{Action: "signOut", Reason: "The identity provider " + provider + " ended it."},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			q := tx.Client().Session.Query().Where(session.Provider(provider))
			if providerSession != "" {
				q.Where(session.ProviderSession(providerSession))
			}
			if subject != "" {
				q.Where(session.ProviderSubject(subject))
			}
			rows, err := q.WithUser().Order(ent.Asc(session.FieldID)).All(ctx)
			if err != nil {
				return fmt.Errorf("look for the sessions: %w", err)
			}
			return endSessions(ctx, tx, done, rows...)
		})
	return len(outcome.IDs), err
}
