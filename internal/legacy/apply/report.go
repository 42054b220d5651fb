package apply

import (
	"time"

	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// Report is what an import did, or would do.
type Report struct {
	System string    `json:"system"`
	Home   plan.Home `json:"home"`
	Today  string    `json:"today"`
	DryRun bool      `json:"dryRun"`
	// Applied tells whether the plan was carried out; it is false for a dry run and where findings stand against it.
	Applied  bool              `json:"applied"`
	Findings []stage.RuleCount `json:"findings"`
	// Errors is the number of findings that say of a row that it cannot be imported; Skipped is how many rows were left
	// out because of them.
	Errors int64      `json:"errors"`
	Plan   *plan.Plan `json:"plan,omitempty"`
	// RowsWritten counts the rows inserted, updated and deleted.
	RowsWritten int64         `json:"rowsWritten"`
	Duration    time.Duration `json:"durationNanoseconds"`
	// Phases tells how long reading, judging and applying took.
	Phases map[Phase]time.Duration `json:"phasesNanoseconds"`
	// RecordsPerSecond is the number of records compared, and applied, for each second of the last phase.
	RecordsPerSecond float64 `json:"recordsPerSecond"`
}
