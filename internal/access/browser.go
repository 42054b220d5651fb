package access

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/knownbrowser"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/store"
)

// BrowserLife is how long a browser is remembered after a sign-in.
const BrowserLife = 180 * 24 * time.Hour

// maxBrowsers is how many browsers are remembered for one user. Those with the oldest sign-in are forgotten first.
const maxBrowsers = 20

// RememberBrowser records that a session began in a browser, and returns the token by which the browser is recognized
// for BrowserLife. known is the browser's previous token, or ""; it is invalid afterwards. It returns UNAUTHENTICATED
// for a session that has ended.
func (s *Service) RememberBrowser(ctx context.Context, sessionToken, known string) (token string, err error) {
	err = s.db().Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		client := tx.Client()
		row, err := client.Session.Query().Where(session.TokenHash(hashOf(sessionToken))).Only(ctx)
		if ent.IsNotFound(err) {
			return unauthenticated()
		}
		if err != nil {
			return fmt.Errorf("look for the session: %w", err)
		}
		if isSecret(known, browserPrefix) {
			if _, err := client.KnownBrowser.Delete().Where(knownbrowser.TokenHash(hashOf(known))).
				Exec(ctx); err != nil {
				return fmt.Errorf("delete the previous token of the browser: %w", err)
			}
		}
		old, err := client.KnownBrowser.Query().Where(knownbrowser.UserID(row.UserID)).
			Order(ent.Desc(knownbrowser.FieldExpiresAt, knownbrowser.FieldID)).Offset(maxBrowsers - 1).IDs(ctx)
		if err != nil {
			return fmt.Errorf("look for the browsers of a user: %w", err)
		}
		if len(old) > 0 {
			if _, err := client.KnownBrowser.Delete().Where(knownbrowser.IDIn(old...)).Exec(ctx); err != nil {
				return fmt.Errorf("forget a browser: %w", err)
			}
		}
		token = newSecret(browserPrefix)
		err = client.KnownBrowser.Create().SetTokenHash(hashOf(token)).SetUserID(row.UserID).SetCreatedAt(s.now()).
			SetExpiresAt(s.now().Add(BrowserLife)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("remember a browser: %w", err)
		}
		return nil
	})
	return token, err
}

// KnownBrowser returns a name for a browser in which the user with the address has signed in before, or "" for any
// other browser. token is the one that RememberBrowser returned.
func (s *Service) KnownBrowser(ctx context.Context, token, address string) (string, error) {
	if !isSecret(token, browserPrefix) {
		return "", nil
	}
	row, err := s.db().Client().KnownBrowser.Query().Where(knownbrowser.TokenHash(hashOf(token)),
		knownbrowser.ExpiresAtGT(s.now()),
		// there is no viewer before the sign-in
		knownbrowser.HasUserWith(user.Active(true), user.EmailKey(email.Key(address)))).Only(store.Unscoped(ctx))
	if ent.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("look for the browser: %w", err)
	}
	return strconv.FormatInt(row.ID, 10), nil
}
