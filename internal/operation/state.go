package operation

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/store"
)

// countInterval is how long counts of objects are used before they are counted again: counting reads an index of
// hundreds of thousands of rows.
const countInterval = 10 * time.Minute

// Counts are the numbers of some objects.
type Counts struct {
	CountedAt                               clock.Instant
	Accounts, Users, Entitlements, Sessions int
}

// Counts counts objects, at most every ten minutes. The caller has checked that the viewer may know them.
func (s *Service) Counts(ctx context.Context) (Counts, error) {
	s.countsMu.Lock()
	defer s.countsMu.Unlock()
	now := s.now()
	if s.counts != nil && now < s.counts.CountedAt.Add(countInterval) {
		return *s.counts, nil
	}
	c, n := s.db.Client(), Counts{CountedAt: now}
	ctx = store.Unscoped(ctx) // numbers over all accounts
	for _, of := range []struct {
		into  *int
		count func(context.Context) (int, error)
	}{
		{&n.Accounts, c.Account.Query().Count}, {&n.Users, c.User.Query().Count},
		{&n.Entitlements, c.Entitlement.Query().Count}, {&n.Sessions, c.Session.Query().Count},
	} {
		var err error
		if *of.into, err = of.count(ctx); err != nil {
			return n, fmt.Errorf("count objects: %w", err)
		}
	}
	s.counts = &n
	return n, nil
}

// Version returns the version of the program.
func (s *Service) Version() string { return s.version }

// Started returns when the process started.
func (s *Service) Started() clock.Instant { return s.started }

// Engine returns the kind of the database.
func (s *Service) Engine() store.Engine { return s.db.Engine() }

// EngineVersion returns the version of the database program. It is asked for once.
func (s *Service) EngineVersion(ctx context.Context) (string, error) {
	s.engineMu.Lock()
	defer s.engineMu.Unlock()
	if s.engine != "" {
		return s.engine, nil
	}
	version, err := s.db.EngineVersion(ctx)
	s.engine = version
	return version, err
}

// SchemaVersion returns the version of the last step of the schema history that was applied, "" if there is none.
func (s *Service) SchemaVersion(ctx context.Context) (string, error) {
	steps, err := s.db.SchemaStatus(ctx)
	if err != nil {
		return "", err
	}
	var last int64
	for _, step := range steps {
		if step.AppliedAt != nil {
			last = max(last, step.Version)
		}
	}
	if last == 0 {
		return "", nil
	}
	return strconv.FormatInt(last, 10), nil
}

// Sizes returns the sizes of the database.
func (s *Service) Sizes(ctx context.Context) (store.Sizes, error) { return s.db.Sizes(ctx) }

// Depth returns the number of jobs by state.
func (s *Service) Depth(ctx context.Context) (job.Depth, error) {
	return job.DepthOf(ctx, s.db, s.now())
}

// maxUnsealed is the number of unsealed audit entries at which counting stops.
const maxUnsealed = 10_000

// Unsealed returns the number of audit entries that are not yet sealed, at most 10,000, and when the oldest was
// recorded.
func (s *Service) Unsealed(ctx context.Context) (n int, oldest *clock.Instant, err error) {
	found, err := s.db.Catalog(ctx, "SELECT count(*), min(u.recorded_at) FROM "+
		"(SELECT recorded_at FROM unsealed_entries ORDER BY id LIMIT "+strconv.Itoa(maxUnsealed)+") AS u")
	if err != nil {
		return 0, nil, fmt.Errorf("count unsealed audit entries: %w", err)
	}
	defer found.Close()
	var at *int64
	if found.Next() {
		if err := found.Scan(&n, &at); err != nil {
			return 0, nil, fmt.Errorf("count unsealed audit entries: %w", store.Translate(err))
		}
	}
	if at != nil {
		moment := clock.Instant(*at)
		oldest = &moment
	}
	return n, oldest, store.Translate(found.Err())
}
