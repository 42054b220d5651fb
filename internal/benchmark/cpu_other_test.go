//go:build !unix

package benchmark

import (
	"testing"
	"time"
)

func processorTime(testing.TB) time.Duration { return 0 }
