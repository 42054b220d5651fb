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

// EndWaysIn ends every way in of users: sessions, links and keys. The identities that providers gave them stay.
func EndWaysIn(ctx context.Context, tx store.Tx, now clock.Instant, users ...gid.ID) error {
	if err := EndSessions(ctx, tx, users...); err != nil {
		return err
	}
	if err := EndLinks(ctx, tx, now, users...); err != nil {
		return err
	}
	return EndKeys(ctx, tx, now, users...)
}

// EndSessions ends every session of users, and the widget tokens that were made for them. Their browsers are strangers from then on.
func EndSessions(ctx context.Context, tx store.Tx, users ...gid.ID) error {
	if _, err := tx.Client().Session.Delete().Where(session.UserIDIn(users...)).Exec(store.Unscoped(ctx)); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	if _, err := tx.Client().WidgetToken.Delete().Where(widgettoken.UserIDIn(users...)).Exec(store.Unscoped(ctx)); err != nil {
		return fmt.Errorf("end widget tokens: %w", err)
	}
	return ForgetBrowsers(ctx, tx, users...)
}

// ForgetBrowsers makes the browsers of users strangers again.
func ForgetBrowsers(ctx context.Context, tx store.Tx, users ...gid.ID) error {
	if _, err := tx.Client().KnownBrowser.Delete().Where(knownbrowser.UserIDIn(users...)).Exec(store.Unscoped(ctx)); err != nil {
		return fmt.Errorf("forget browsers: %w", err)
	}
	return nil
}

// EndLinks lets no link of users, records or invitations work any more.
func EndLinks(ctx context.Context, tx store.Tx, now clock.Instant, subjects ...gid.ID) error {
	err := tx.Client().Link.Update().Where(link.SubjectIDIn(subjects...), link.UsedAtIsNil()).SetUsedAt(now).Exec(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("end links: %w", err)
	}
	return nil
}

// EndKeys revokes every key of users that works.
func EndKeys(ctx context.Context, tx store.Tx, now clock.Instant, users ...gid.ID) error {
	err := tx.Client().APIKey.Update().Where(apikey.UserIDIn(users...), apikey.RevokedAtIsNil(), apikey.ExpiresAtGT(now)).
		SetRevokedAt(now).Exec(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("revoke keys: %w", err)
	}
	return nil
}
