package access

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/page"
)

// LiveSessions restricts a query to sessions that have neither expired nor been idle too long.
func (s *Service) LiveSessions(q *page.Query) {
	now := s.now()
	q.Where(sql.And(sql.GT(q.C(session.FieldExpiresAt), int64(now)),
		sql.GT(q.C(session.FieldLastSeenAt), int64(idleSince(now)))))
}
