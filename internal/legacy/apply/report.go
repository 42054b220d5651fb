package apply

import (
	"time"

	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// Report is the result of an import, or of a dry run.
type Report struct {
	System string    `json:"system"`
	Home   plan.Home `json:"home"`
	Today  string    `json:"today"`
	DryRun bool      `json:"dryRun"`
	// Applied is true if the plan was applied; it is false for a dry run and if findings prevent the import.
	Applied  bool              `json:"applied"`
	Findings []stage.RuleCount `json:"findings"`
	// Errors is the number of findings of severity ERROR, whose rows cannot be imported; Skipped is how many rows were
	// left out because of them.
	Errors int64      `json:"errors"`
	Plan   *plan.Plan `json:"plan,omitempty"`
	// RowsWritten counts the rows inserted, updated and deleted.
	RowsWritten int64         `json:"rowsWritten"`
	Duration    time.Duration `json:"durationNanoseconds"`
	// Phases holds the duration of each phase.
	Phases map[Phase]time.Duration `json:"phasesNanoseconds"`
	// RecordsPerSecond is the number of records compared, and applied, per second of the applying phase.
	RecordsPerSecond float64 `json:"recordsPerSecond"`
}
