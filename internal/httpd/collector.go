package httpd

import (
	"os"
	"runtime/debug"
)

// collectorPercent lets the heap grow to five times the live heap before a garbage collection. The live heap is only a
// few megabytes and each response allocates much, so that the default of 100 would cost a fifth of the CPU time.
const collectorPercent = 400

// TuneCollector sets the target of the garbage collector for a server process, unless the environment sets GOGC.
func TuneCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectorPercent)
	}
}
