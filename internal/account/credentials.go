package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/knownbrowser"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/widgettoken"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

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
