package plan

import (
	"context"

	"github.com/muniment/muniment/internal/legacy/stage"
)

const (
	prefetchBatch   = 128
	prefetchBatches = 4
)

// prefetch reads an iteration of a stage in another goroutine, a few hundred records ahead, so that
// reading continues while a chunk is written. The goroutine has ended when prefetch returns.
func prefetch[T any](
	ctx context.Context, from func(context.Context, stage.Ref, func(T) error) error, yield func(T) error,
) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches := make(chan []T, prefetchBatches)
	ended := make(chan error, 1)
	go func() {
		defer close(batches)
		batch := make([]T, 0, prefetchBatch)
		send := func() error {
			select {
			case batches <- batch:
				batch = make([]T, 0, prefetchBatch)
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		err := from(ctx, 0, func(x T) error {
			if batch = append(batch, x); len(batch) < prefetchBatch {
				return nil
			}
			return send()
		})
		if err == nil && len(batch) > 0 {
			err = send()
		}
		ended <- err
	}()
	for batch := range batches {
		for i := range batch {
			if err := yield(batch[i]); err != nil {
				cancel()
				for range batches { //nolint:revive // waits for the goroutine to end
				}
				return err
			}
		}
	}
	return <-ended
}
