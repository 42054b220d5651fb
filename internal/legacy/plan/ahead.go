package plan

import (
	"context"

	"github.com/muniment/muniment/internal/legacy/stage"
)

const (
	aheadBatch   = 128
	aheadBatches = 4
)

// ahead reads an iteration of a stage in a goroutine of its own, some hundred records before they are asked for, so that
// reading goes on while a chunk is written. Both end when it returns.
func ahead[T any](
	ctx context.Context, from func(context.Context, stage.Ref, func(T) error) error, yield func(T) error,
) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches := make(chan []T, aheadBatches)
	ended := make(chan error, 1)
	go func() {
		defer close(batches)
		batch := make([]T, 0, aheadBatch)
		send := func() error {
			select {
			case batches <- batch:
				batch = make([]T, 0, aheadBatch)
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		err := from(ctx, 0, func(x T) error {
			if batch = append(batch, x); len(batch) < aheadBatch {
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
