//go:build unix

package benchmark

import (
	"syscall"
	"testing"
	"time"
)

// processorTime is what this process has used of its processors. On a busy machine it tells more than the clock.
func processorTime(t testing.TB) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
