package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/knownbrowser"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/widgettoken"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// sessionField is the prefix of the audit fields that hold an ended session: session.sess_…, with its beginning
// before.
const sessionField = "session."

// credentials are the sessions and keys of a user that work.
type credentials struct {
	sessions []*ent.Session
	keys     []*ent.APIKey
}

// credentialsOf reads the sessions and keys of a user that work.
func credentialsOf(ctx context.Context, tx store.Tx, now clock.Instant, id gid.ID) (credentials, error) {
	ctx = store.Unscoped(ctx) // an administrator of one account does not see the sessions of a member
	var c credentials
	var err error
	c.sessions, err = tx.Client().Session.Query().Where(session.UserID(id), session.ExpiresAtGT(now)).
		Order(ent.Asc(session.FieldID)).All(ctx)
	if err != nil {
		return c, fmt.Errorf("read the sessions: %w", err)
	}
	c.keys, err = tx.Client().APIKey.Query().Where(apikey.UserID(id), apikey.RevokedAtIsNil(),
		apikey.ExpiresAtGT(now)).
		Order(ent.Asc(apikey.FieldID)).All(ctx)
	if err != nil {
		return c, fmt.Errorf("read the keys: %w", err)
	}
	return c, nil
}

// noteEnd records that the credentials of a user have ended: one entry on the user for all sessions, and one for each
// key. Every change that ends credentials of a user calls it. name is the label of the user. The entries are in the
// audit of the account, or of the producer if account is 0.
func (c credentials) noteEnd(done *change.Record, account, user gid.ID, name string) {
	var fields []audit.Field
	var told []change.Effect
	for _, row := range c.sessions {
		told = append(told, change.Effects(vocabulary.EffectKindRemoved, row.ID, name, nil)...)
		fields = append(fields, change.Was(sessionField+row.ID.String(), row.CreatedAt.String())...)
	}
	if len(fields) > 0 {
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "SignedOut", Account: account, Subject: user,
			Label: name, Fields: fields, Effects: told})
	}
	for _, row := range c.keys {
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "ApiKeyRevoked", Account: account,
			Subject: row.ID, Label: row.Name, Fields: change.Is("revokedAt", done.Now().String())})
	}
}

// endCredentials ends all sessions, links and keys of a user, and records it in the producer's audit.
func endCredentials(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
	ended, err := credentialsOf(ctx, tx, done.Now(), u.ID)
	if err != nil {
		return err
	}
	if err := RevokeCredentials(ctx, tx, done.Now(), u.ID); err != nil {
		return err
	}
	ended.noteEnd(done, 0, u.ID, u.UserName)
	return nil
}

// signOut ends all sessions of the user who has the credentials, and records it as noteEnd does. Keys stay.
func (c credentials) signOut(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID,
	u *ent.User) error {
	if err := EndSessions(ctx, tx, u.ID); err != nil {
		return err
	}
	credentials{sessions: c.sessions}.noteEnd(done, account, u.ID, u.UserName)
	return nil
}

// RevokeCredentials ends all credentials of users: sessions, links and keys. Identities of providers stay.
func RevokeCredentials(ctx context.Context, tx store.Tx, now clock.Instant, users ...gid.ID) error {
	if err := EndSessions(ctx, tx, users...); err != nil {
		return err
	}
	if err := EndLinks(ctx, tx, now, users...); err != nil {
		return err
	}
	return EndKeys(ctx, tx, now, users...)
}

// EndSessions ends all sessions of users, and their widget tokens, and forgets their browsers.
func EndSessions(ctx context.Context, tx store.Tx, users ...gid.ID) error {
	if _, err := tx.Client().Session.Delete().Where(session.UserIDIn(users...)).Exec(store.Unscoped(ctx)); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	if _, err := tx.Client().WidgetToken.Delete().Where(widgettoken.UserIDIn(users...)).
		Exec(store.Unscoped(ctx)); err != nil {
		return fmt.Errorf("end widget tokens: %w", err)
	}
	return ForgetBrowsers(ctx, tx, users...)
}

// ForgetBrowsers removes the known browsers of users.
func ForgetBrowsers(ctx context.Context, tx store.Tx, users ...gid.ID) error {
	if _, err := tx.Client().KnownBrowser.Delete().Where(knownbrowser.UserIDIn(users...)).
		Exec(store.Unscoped(ctx)); err != nil {
		return fmt.Errorf("forget browsers: %w", err)
	}
	return nil
}

// EndLinks invalidates the links of users, directory records or invitations.
func EndLinks(ctx context.Context, tx store.Tx, now clock.Instant, subjects ...gid.ID) error {
	err := tx.Client().Link.Update().Where(link.SubjectIDIn(subjects...), link.UsedAtIsNil()).SetUsedAt(now).
		Exec(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("end links: %w", err)
	}
	return nil
}

// EndKeys revokes the valid keys of users.
func EndKeys(ctx context.Context, tx store.Tx, now clock.Instant, users ...gid.ID) error {
	err := tx.Client().APIKey.Update().Where(apikey.UserIDIn(users...), apikey.RevokedAtIsNil(),
		apikey.ExpiresAtGT(now)).
		SetRevokedAt(now).Exec(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("revoke keys: %w", err)
	}
	return nil
}
