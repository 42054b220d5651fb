package access

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/knownbrowser"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/signinattempt"
	"github.com/muniment/muniment/ent/widgettoken"
	"github.com/muniment/muniment/internal/store"
)

// Sweep deletes expired sessions, links, remembered browsers, sign-in attempts and widget tokens. They are already
// invalid; deleting them only frees space. It returns the number of rows.
func (s *Service) Sweep(ctx context.Context) (int, error) {
	var removed int
	err := s.db().Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		removed = 0
		now, client := s.now(), tx.Client()
		for _, expired := range []func() (int, error){
			func() (int, error) { return client.Session.Delete().Where(session.ExpiresAtLTE(now)).Exec(ctx) },
			func() (int, error) { return client.Link.Delete().Where(link.ExpiresAtLTE(now)).Exec(ctx) },
			func() (int, error) {
				return client.SignInAttempt.Delete().Where(signinattempt.ExpiresAtLTE(now)).Exec(ctx)
			},
			func() (int, error) {
				return client.KnownBrowser.Delete().Where(knownbrowser.ExpiresAtLTE(now)).Exec(ctx)
			},
			func() (int, error) { return client.WidgetToken.Delete().Where(widgettoken.ExpiresAtLTE(now)).Exec(ctx) },
		} {
			n, err := expired()
			if err != nil {
				return fmt.Errorf("delete expired rows: %w", err)
			}
			removed += n
		}
		return nil
	})
	return removed, err
}
