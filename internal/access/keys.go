package access

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/ent/session"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	longestName = 100
	// maxDays is the longest lifetime of a key in days, and defaultDays the lifetime if none is given.
	maxDays, defaultDays = 730, 365
	// maxPerName is how many keys of one name may be valid at once: the current one and its replacement.
	maxPerName = 2
	// maxKeys is how many keys of one owner may be valid at once.
	maxKeys = 50
)

// NewKey describes an API key that is to be created. Without Account and Producer it is the viewer's own; with Account
// it is for a program of that account; with Producer for a program of the producer.
type NewKey struct {
	// Name says what the key is for, in 1 to 100 characters.
	Name     string
	Account  gid.ID
	Producer vocabulary.ProducerRole
	// Scopes must not be empty, and must all be scopes of the viewer's own credential.
	Scopes []vocabulary.KeyScope
	// Roles and Services are for keys of accounts. If they are empty, the key gets READER and LICENSING, or only
	// READER if the only scope is PROVISION.
	Roles    []vocabulary.Role
	Services []vocabulary.Service
	// IncludeSubAccounts lets the key of an account reach the accounts below it.
	IncludeSubAccounts bool
	// Days is the lifetime in days, 1 to 730; nil stands for 365.
	Days *int
}

// CreateKey creates an API key. The outcome contains its id. The secret is returned only once: it is "" in a dry run
// and for a repeated request. Everybody may create keys of their own, except with such a key; an administrator may
// create keys of the account, and an operator keys of the producer. No key reaches further than its creator. The key's
// owner is notified by mail, or the administrators of its account. It returns BAD_INPUT, NOT_FOUND, SCOPE_BEYOND,
// GRANT_TOO_WIDE, REACH_TOO_WIDE, KEY_LIMIT, or the errors of change.Pipeline.Do.
func (s *Service) CreateKey(ctx context.Context, r change.Request, n NewKey) (outcome change.Outcome, secret string,
	err error) {
	switch {
	case n.Producer != "":
		r.Needs = change.Needs{Right: change.Operate}
	case n.Account != 0:
		r.Needs = change.Needs{Right: change.ManageMembers, Account: n.Account}
	default:
		r.Needs = change.Needs{Right: change.SignedIn}
	}
	outcome, err = s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		secret = newKey()
		return s.createKey(ctx, tx, done, n, secret)
	})
	if err != nil || outcome.DryRun || outcome.Replayed {
		secret = ""
	}
	return outcome, secret, err
}

func (s *Service) createKey(ctx context.Context, tx store.Tx, done *change.Record, n NewKey, secret string) error {
	who := viewer.From(ctx)
	key, err := n.check(who)
	if err != nil {
		return err
	}
	owner, home := predicate.APIKey(apikey.ProducerRoleNotNil()), gid.NewLocality()
	create := tx.Client().APIKey.Create()
	switch {
	case n.Producer != "":
		create.SetProducerRole(n.Producer)
	case n.Account != 0:
		exists, err := tx.Client().Account.Query().Where(account.ID(n.Account)).Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for the account: %w", err)
		}
		if !exists {
			return fault.Missing("input.account", "Account", n.Account)
		}
		by, err := members.MayHandOut(ctx, n.Account)
		if err != nil {
			return err
		}
		if err := by.MayGive(key.roles, key.services, n.IncludeSubAccounts, "input.roles", "input.serviceAccess",
			"input.includeSubAccounts"); err != nil {
			return err
		}
		owner, home = apikey.AccountID(n.Account), n.Account.Locality()
		create.SetAccountID(n.Account).SetIncludeSubAccounts(n.IncludeSubAccounts)
	case who.Credential == vocabulary.CredentialKindAPIKey:
		// Keys that were made with a stolen one would stay when it is revoked.
		return forbidden("A person's API key cannot make other keys for the person.", "Sign in to make the key.")
	default:
		address, err := sessionAddress(ctx, tx)
		if err != nil {
			return err
		}
		create.SetEmailKey(address)
		owner, home = apikey.UserID(who.User), who.User.Locality()
		create.SetUserID(who.User)
	}
	ctx = store.Unscoped(ctx) // keys of the producer belong to no account
	if err := checkKeyLimits(ctx, tx, done.Now(), owner, n, key.name); err != nil {
		return err
	}
	id := gid.New(gid.APIKey, home)
	expires := done.Now().Add(time.Duration(key.days) * 24 * time.Hour)
	create.SetID(id).SetSecretHash(hashOf(secret)).SetHint(secret[:hintBytes]).SetName(key.name).SetRoles(key.roles).
		SetServiceAccess(key.services).SetScopes(key.scopes).SetCreatedAt(done.Now()).SetExpiresAt(expires)
	by := who.Author()
	row, err := create.SetNillableCreatedByID(by.User).SetNillableCreatedByKeyID(by.Key).Save(ctx)
	if err != nil {
		return fmt.Errorf("make a key: %w", err)
	}
	done.Result(id)
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "ApiKeyCreated", Account: n.Account, Subject: id,
		Label: key.name, Fields: key.fields(n, expires)})
	return members.NotifyOfKey(ctx, tx, s.outbox, done, row)
}

// sessionAddress returns the address that was proven when the viewer's session began. A person's key ends when that
// address is no longer theirs, as the session does. It is "" if the credential depends on no address.
func sessionAddress(ctx context.Context, tx store.Tx) (string, error) {
	who := viewer.From(ctx)
	if who.Credential != vocabulary.CredentialKindSession {
		return "", nil
	}
	row, err := tx.Client().Session.Query().Where(session.ID(who.CredentialID)).Select(session.FieldEmailKey).
		Only(store.Unscoped(ctx))
	if err != nil {
		return "", fmt.Errorf("read the session that makes a key: %w", err)
	}
	return row.EmailKey, nil
}

// checkedKey is the validated input, in the form in which it is stored.
type checkedKey struct {
	name     string
	scopes   vocabulary.KeyScopeSet
	roles    vocabulary.RoleSet
	services vocabulary.ServiceSet
	days     int
}

func (k checkedKey) fields(n NewKey, expires clock.Instant) []audit.Field {
	fields := append(change.Is("name", k.name), change.Is("scopes", k.scopes.String())...)
	if n.Account != 0 {
		fields = append(append(fields, change.Is("roles", k.roles.String())...),
			change.Is("serviceAccess", k.services.String())...)
		if n.IncludeSubAccounts {
			fields = append(fields, change.Is("includeSubAccounts", "true")...)
		}
	}
	if n.Producer != "" {
		fields = append(fields, change.Is("producerRole", string(n.Producer))...)
	}
	return append(fields, change.Is("expiresAt", expires.String())...)
}

func (n NewKey) check(who *viewer.Viewer) (checkedKey, error) {
	k := checkedKey{name: n.Name, days: defaultDays}
	var (
		problems []error
		err      error
	)
	wrong := func(is bool, field, message, remedy string, parameters ...fault.Parameter) {
		if is {
			problems = append(problems, badInput("input."+field, message, remedy, parameters...))
		}
	}
	if err := checkName("input.name", n.Name, "Say what the key is for."); err != nil {
		problems = append(problems, err)
	}
	wrong(n.Account != 0 && n.Producer != "", "producerRole",
		"A key belongs either to an account or to the producer, not to both.", "Give one of account and producerRole.")
	wrong(n.Account == 0 && len(n.Roles)+len(n.Services) > 0, "roles",
		"Only keys of accounts have roles and services. A key of your own may do what you may do.",
		"Leave them out, or name the account.")
	wrong(n.Account == 0 && n.IncludeSubAccounts, "includeSubAccounts",
		"Only keys of accounts have includeSubAccounts. A key of your own works for every account of yours.",
		"Leave it out, or name the account.")
	if n.Days != nil {
		k.days = *n.Days
		wrong(k.days < 1 || k.days > maxDays, "days", "The number of days must be {min} to {max}.",
			"Give a number of days from {min} to {max}.", fault.WithNumber("min", 1),
			fault.WithNumber("max", maxDays), fault.WithNumber("given", k.days))
	}
	k.scopes, err = vocabulary.KeyScopes(n.Scopes...)
	wrong(err != nil || k.scopes == 0, "scopes", "The list of scopes is empty, or has an unknown scope.",
		"Give some of {known}.",
		fault.With("known", value.OfEnums("KeyScope", vocabulary.EveryKeyScope.List()...)))
	has := k.scopes.Has
	wrong(has(vocabulary.KeyScopeProvision) && n.Account == 0, "scopes",
		"Only keys of accounts may have the scope PROVISION.", "Name the account whose directory it is.")
	wrong(has(vocabulary.KeyScopeMintWidgetTokens) && n.Account == 0 && n.Producer == "", "scopes",
		"Only keys of programs may have the scope MINT_WIDGET_TOKENS.",
		"Name the account for which the program makes tokens.")
	wrong(has(vocabulary.KeyScopeWrite) && !has(vocabulary.KeyScopeRead), "scopes",
		"The scope WRITE does not work without READ, because a key cannot change what it cannot see.",
		"Give READ as well.")
	if n.Account != 0 {
		k.roles, k.services = reader, licensing
		if !has(vocabulary.KeyScopeRead) && !has(vocabulary.KeyScopeMintWidgetTokens) {
			k.services = 0 // a provisioning key may grant, by the names of groups, only what it was explicitly given
		}
		if len(n.Roles) > 0 {
			k.roles, err = vocabulary.Roles(n.Roles...)
			wrong(err != nil, "roles", "One of the roles is not known.", "Give some of {known}.",
				fault.With("known", value.OfEnums("Role", vocabulary.EveryRole.List()...)))
		}
		if len(n.Services) > 0 {
			k.services, err = vocabulary.Services(n.Services...)
			wrong(err != nil, "serviceAccess", "One of the services is not known.", "Give some of {known}.",
				fault.With("known", value.OfEnums("Service", vocabulary.EveryService.List()...)))
		}
	}
	if beyond := k.scopes &^ who.Scopes; beyond != 0 && len(problems) == 0 {
		problems = append(problems, fault.New(ScopeBeyond, "input.scopes",
			"Your own credential does not have the scope {scopes}.",
			"Leave it out, or sign in to make the key.",
			fault.With("scopes", value.OfEnums("KeyScope", beyond.List()...))))
	}
	return k, errors.Join(problems...)
}

// checkName returns BAD_INPUT for a text that cannot be the name of a thing.
func checkName(field, name, remedy string) error {
	if person.IsLine(name, longestName) {
		return nil
	}
	return badInput(field, "The name must be one line of {min} to {max} characters, without control characters, "+
		"invisible characters and blanks at its ends.", remedy, fault.WithNumber("min", 1),
		fault.WithNumber("max", longestName), fault.WithNumber("given", utf8.RuneCountInString(name)))
}

// checkKeyLimits returns KEY_LIMIT if the owner has too many keys. It locks the owner's keys against concurrent
// creation.
func checkKeyLimits(ctx context.Context, tx store.Tx, now clock.Instant, owner predicate.APIKey, n NewKey,
	name string) error {
	ownerID := n.Account
	if ownerID == 0 && n.Producer == "" {
		ownerID = viewer.From(ctx).User
	}
	if err := tx.AdvisoryLock(ctx, "keys "+ownerID.String()); err != nil {
		return err
	}
	var names []string
	err := tx.Client().APIKey.Query().Where(owner, apikey.RevokedAtIsNil(), apikey.ExpiresAtGT(now)).
		Select(apikey.FieldName).Scan(ctx, &names)
	if err != nil {
		return fmt.Errorf("count the keys: %w", err)
	}
	same := 0
	for _, other := range names {
		if other == name {
			same++
		}
	}
	switch {
	case same >= maxPerName:
		return fault.New(KeyLimit, "input.name", "{max} active keys already have this name.",
			"Revoke one of them, or give another name.", fault.WithNumber("max", maxPerName),
			fault.WithNumber("given", same))
	case len(names) >= maxKeys:
		return fault.New(KeyLimit, "input.name", "There are already {max} active keys.",
			"Revoke a key that is no longer needed.", fault.WithNumber("max", maxKeys),
			fault.WithNumber("given", len(names)))
	}
	return nil
}

// RevokeKey revokes a key. Its owner may do so, the administrators of its account, and the producer's operators. It
// returns NOT_FOUND for a key that the viewer may not see. To revoke a key twice is not an error.
func (s *Service) RevokeKey(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	who := viewer.From(ctx)
	if who == nil {
		return s.changes.Do(ctx, r, nil) // returns UNAUTHENTICATED
	}
	key, err := s.db().Client().APIKey.Query().Where(apikey.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return change.Outcome{}, fault.Missing("input.apiKey", "ApiKey", id)
	}
	if err != nil {
		return change.Outcome{}, fmt.Errorf("look for the key: %w", err)
	}
	r.Needs = change.Needs{Right: change.Operate, Visible: true}
	switch {
	case key.AccountID != nil:
		r.Needs = change.Needs{Right: change.ManageMembers, Account: *key.AccountID,
			Missing: fault.Missing("input.apiKey", "ApiKey", id)}
	case key.UserID != nil && *key.UserID == who.User:
		r.Needs = change.Needs{Right: change.SignedIn}
	}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		done.Result(id)
		ended, err := tx.Client().APIKey.Update().Where(apikey.ID(id), apikey.RevokedAtIsNil()).
			SetRevokedAt(done.Now()).Save(ctx)
		if err != nil {
			return fmt.Errorf("revoke a key: %w", err)
		}
		if ended == 0 {
			done.Warn("ALREADY_REVOKED", "The key was already revoked.")
			return nil
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "ApiKeyRevoked",
			Account: orNone(key.AccountID),
			Subject: id, Label: key.Name, Fields: change.Is("revokedAt", done.Now().String())})
		return nil
	})
}

// Works reports whether a key can be used now.
func (s *Service) Works(key *ent.APIKey) bool { return key.RevokedAt == nil && key.ExpiresAt > s.now() }

// MayRevoke reports whether the viewer may revoke a key that the viewer can see.
func MayRevoke(who *viewer.Viewer, key *ent.APIKey) bool {
	switch {
	case who == nil || !who.Changes():
		return false
	case key.AccountID != nil:
		return who.Manages(*key.AccountID)
	}
	return who.Producer == vocabulary.ProducerRoleOperator || key.UserID != nil && *key.UserID == who.User
}
