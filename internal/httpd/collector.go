package httpd

import (
	"os"
	"runtime/debug"
)

// collectorPercent lets the heap of a server grow to five times what is alive before it is collected: an answer makes
// much garbage and the live heap is a few megabytes, so that collecting it at twice the size costs a fifth of the time.
const collectorPercent = 400

// TuneCollector sets the garbage collector for a process that serves, unless GOGC in the environment says otherwise.
func TuneCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectorPercent)
	}
}
