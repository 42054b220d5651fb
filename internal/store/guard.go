package store

import (
	"context"
	"fmt"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/intercept"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// guarded restricts every read, update and delete of a client to the scope of its context, so that a caller that
// forgets a condition still sees no rows outside the scope. A created row must belong to an account in the scope.
func (s *Store) guarded(client *ent.Client) *ent.Client {
	client.Intercept(intercept.TraverseFunc(guardQuery))
	client.Use(guardMutation, s.setUpdatedAt)
	return client
}

func guardQuery(ctx context.Context, q intercept.Query) error {
	scope, err := ScopeOf(ctx)
	if err != nil {
		return fmt.Errorf("read %s: %w", q.Type(), err)
	}
	if !scope.all {
		q.WhereP(func(s *sql.Selector) { s.Where(scope.Condition(s.TableName(), s.C, false)) })
	}
	return nil
}

// Condition implements page.Scope.
func (s *Scope) Condition(table string, column func(string) string, byKey bool) *sql.Predicate {
	if s.all {
		return nil
	}
	rule, known := isolated[table]
	if !known {
		rule = producer
	}
	return sql.P(func(b *sql.Builder) {
		b.WriteByte('(')
		rule(&condition{Builder: b, of: column, scope: s, byKey: byKey})
		b.WriteByte(')')
	})
}

// Scattered implements page.Scope.
func (s *Scope) Scattered(table string) bool {
	return !s.all && owned()[table] && (table == "users" || len(s.sets[member].keys) > 1)
}

// User implements page.Scope.
func (s *Scope) User() int64 { return int64(s.reach.User) }

var _ page.Scope = (*Scope)(nil)

// mutation has the methods that every generated ent mutation has in addition to ent.Mutation.
type mutation interface {
	entgo.Mutation
	WhereP(...func(*sql.Selector))
}

func guardMutation(next entgo.Mutator) entgo.Mutator {
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		scope, err := ScopeOf(ctx)
		if err != nil {
			return nil, fmt.Errorf("change %s: %w", m.Type(), err)
		}
		switch {
		case scope.all:
		case m.Op().Is(entgo.OpCreate):
			owner, _ := m.Field("account_id")
			account, ok := owner.(gid.ID)
			if !ok || !scope.contains(account) {
				return nil, fmt.Errorf("create %s: %w", m.Type(), ErrOutsideScope)
			}
		case m.Op().Is(entgo.OpUpdateOne) && len(m.Fields())+len(m.AddedFields())+len(m.ClearedFields()) == 0:
			// ent would return the row with a query to which the scope's condition is not added.
			return nil, fmt.Errorf("change nothing of one %s: %w", m.Type(), ErrOutsideScope)
		default:
			m.(mutation).WhereP(func(q *sql.Selector) { q.Where(scope.Condition(q.TableName(), q.C, true)) })
		}
		return next.Mutate(ctx, m)
	})
}
