package access

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/page"
)

// LiveSessions keeps the sessions of a query that have not ended, by time or for want of use.
func (s *Service) LiveSessions(q *page.Query) {
	now := s.now()
	q.Where(sql.And(sql.GT(q.C(session.FieldExpiresAt), int64(now)), sql.GT(q.C(session.FieldLastSeenAt), int64(idleSince(now)))))
}
