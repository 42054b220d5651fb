package plan

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Reader runs queries that end with a WHERE condition. A transaction of the store is one; see Outside.
type Reader interface {
	Query(ctx context.Context, statement string, args ...any) (*sql.Rows, error)
}

type outside struct{ store *store.Store }

// Outside returns a Reader of committed data, outside of any transaction.
func Outside(s *store.Store) Reader { return outside{s} }

func (o outside) Query(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	return o.store.Scoped(ctx, store.Everything(), statement+" AND /*scope:id*/", args...)
}

// texts returns the argument for a condition of Store.In with a set of texts.
func texts(s *store.Store, values []string) (any, error) {
	if s.Engine() == store.Postgres {
		return values, nil
	}
	set, err := json.Marshal(values)
	if err != nil {
		return nil, fmt.Errorf("a set of texts: %w", err)
	}
	return string(set), nil
}

// each runs a query and calls yield with the values of every row, as the driver returns them.
func each(ctx context.Context, q Reader, yield func([]any) error, statement string, args ...any) error {
	rows, err := q.Query(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return store.Translate(err)
	}
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return store.Translate(err)
		}
		if err := yield(values); err != nil {
			return err
		}
	}
	return store.Translate(rows.Err())
}

// externalRow is a stored external id.
type externalRow struct {
	entity, account, record gid.ID
	source, applied         *int64
}

func idOf(v any) gid.ID {
	n, _ := plain(v).(int64)
	return gid.ID(n)
}

func intOf(v any) *int64 {
	if n, ok := plain(v).(int64); ok {
		return &n
	}
	return nil
}

// externals reads the external ids of names.
func (p *Planner) externals(ctx context.Context, q Reader, names []name) (map[name]externalRow, error) {
	byKind := map[string][]string{}
	for _, n := range names {
		byKind[n.kind] = append(byKind[n.kind], n.value)
	}
	known := make(map[name]externalRow)
	for kind, values := range byKind {
		if p.fresh[kind] {
			continue
		}
		set, err := texts(p.store, values)
		if err != nil {
			return nil, err
		}
		err = each(ctx, q, func(v []any) error {
			value, _ := plain(v[0]).(string)
			known[name{kind, value}] = externalRow{entity: idOf(v[1]), account: idOf(v[2]), record: idOf(v[3]),
				source: intOf(v[4]), applied: intOf(v[5])}
			return nil
		},
			"SELECT value, entity_id, account_id, record_id, source_digest, applied_digest FROM external_ids WHERE "+
				"system_id = ? AND kind = ? AND "+
				p.store.In("value"), int64(p.system), kind, set)
		if err != nil {
			return nil, fmt.Errorf("read the external ids: %w", err)
		}
	}
	return known, nil
}

// stored is an aggregate as it is in the database.
type stored struct {
	main  row
	parts []row
}

// load reads aggregates by their ids.
func (p *Planner) load(ctx context.Context, q Reader, s *subject, ids []gid.ID) (map[gid.ID]*stored, error) {
	found := make(map[gid.ID]*stored, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	set := p.store.Set(ids)
	err := each(ctx, q, func(v []any) error {
		found[idOf(v[0])] = &stored{main: row{table: s.main, values: v}}
		return nil
	}, "SELECT "+s.main.selected(p)+" FROM "+s.main.name+" WHERE "+p.store.In("id"), set)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", s.main.name, err)
	}
	for _, t := range s.parts {
		owner := t.index(t.owner)
		err := each(ctx, q, func(v []any) error {
			if of := found[idOf(v[owner])]; of != nil && t.keepsWord(s, v) {
				of.parts = append(of.parts, row{table: t, values: v})
			}
			return nil
		}, "SELECT "+t.selected(p)+" FROM "+t.name+" WHERE "+p.store.In(t.owner), set)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", t.name, err)
		}
	}
	return found, p.loadDecisions(ctx, q, found)
}

// loadDecisions reads the decisions about the periods among the parts.
func (p *Planner) loadDecisions(ctx context.Context, q Reader, found map[gid.ID]*stored) error {
	periods := map[gid.ID]*row{}
	for _, s := range found {
		for i := range s.parts {
			if s.parts[i].table == p.tables.period {
				periods[gid.ID(s.parts[i].id())] = &s.parts[i]
			}
		}
	}
	if len(periods) == 0 {
		return nil
	}
	err := each(ctx, q, func(v []any) error {
		kind, _ := plain(v[1]).(string)
		first, last := dayOf(v[2]), dayOf(v[3])
		r := periods[idOf(v[0])]
		r.decisions = append(r.decisions, entitlement.Decided{Kind: vocabulary.Decision(kind), First: *first,
			Last: *last})
		return nil
	}, "SELECT subject_id, kind, starts_on, ends_on FROM decisions WHERE "+p.store.In("subject_id"),
		p.store.Set(slices.Collect(maps.Keys(periods))))
	if err != nil {
		return fmt.Errorf("read decisions: %w", err)
	}
	return nil
}

// keepsWord is false for a search word of another type of entity. Such a row with the same entity id would be a
// defect.
func (t *table) keepsWord(s *subject, v []any) bool {
	return t.name != "search_words" || plain(v[0]) == int64(s.typ)
}
