// Package operation is what the producer's people need to keep the server in operation: background jobs that failed,
// and the state of the server. See README.md.
package operation

import (
	"sync"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/store"
)

// Service retries jobs, and knows the state of the server. It is safe for concurrent use.
type Service struct {
	changes *change.Pipeline
	db      *store.Store
	queue   *job.Queue
	now     clock.Clock
	version string
	started clock.Instant

	requests requests
	samples  samples
	routines routines

	countsMu sync.Mutex // separate, because it is held while tables are counted
	counts   *Counts

	engineMu sync.Mutex
	engine   string // its version; "" until it is known
}

// NewService returns a service over a pipeline of changes. version is that of the program.
func NewService(changes *change.Pipeline, queue *job.Queue, version string) *Service {
	return &Service{changes: changes, db: changes.Store(), queue: queue, now: changes.Now, version: version,
		started: changes.Now()}
}

// Now returns the current time of the service's clock.
func (s *Service) Now() clock.Instant { return s.now() }
