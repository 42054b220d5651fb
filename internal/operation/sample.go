package operation

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/job"
)

// Samples are taken every minute, and kept for a day.
const (
	sampleInterval = time.Minute
	maxSamples     = 24 * 60
)

// Sample is what the server measured in one minute.
type Sample struct {
	At               clock.Instant
	Requests, Errors int64
	// P95Milliseconds is nil if there were no requests.
	P95Milliseconds *int64
	Queued          int64
	DatabaseBytes   int64
}

// samples are those of the last day, the earliest first.
type samples struct {
	mu   sync.Mutex
	list []Sample
}

// Sampling takes a sample every minute until ctx ends.
func (s *Service) Sampling(ctx context.Context, log *slog.Logger) {
	ticker := time.NewTicker(sampleInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if err := s.Sample(ctx); err != nil && ctx.Err() == nil {
			log.WarnContext(ctx, "the state of the server could not be measured", "error", err)
		}
	}
}

// Sample takes a sample of what was measured since the last one.
func (s *Service) Sample(ctx context.Context) error {
	sample := Sample{At: s.now()}
	depth, err := job.DepthOf(ctx, s.db, sample.At)
	if err != nil {
		return err
	}
	sizes, err := s.db.Sizes(ctx)
	if err != nil {
		return err
	}
	sample.Queued, sample.DatabaseBytes = depth.Queued, sizes.Database
	sample.Requests, sample.Errors, sample.P95Milliseconds = s.requests.take()
	s.samples.mu.Lock()
	defer s.samples.mu.Unlock()
	list := append(s.samples.list, sample)
	s.samples.list = append(list[:0:0], list[max(0, len(list)-maxSamples):]...)
	return nil
}

// Samples returns the samples that were taken at a moment or later, the earliest first; nil returns all.
func (s *Service) Samples(since *clock.Instant) []Sample {
	s.samples.mu.Lock()
	defer s.samples.mu.Unlock()
	list := make([]Sample, 0, len(s.samples.list))
	for _, sample := range s.samples.list {
		if since == nil || sample.At >= *since {
			list = append(list, sample)
		}
	}
	return list
}
