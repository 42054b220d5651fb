// Package importrun keeps the runs of imports and their findings, for the producer's people.
package importrun

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/finding"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// maxOfRule is the number of findings of one rule that are kept. Their counts include all of them.
	maxOfRule = 1000
	// atOnce is the number of findings that are written in one transaction.
	atOnce = 500
	// seenInterval is how often a run notes that it is still running.
	seenInterval = 15 * time.Second
	// silentFor is the time after which a run that has noted nothing counts as interrupted.
	silentFor = 2 * time.Minute
)

// Start describes a run that begins.
type Start struct {
	// System is the code of the older system, Bundle the name of the directory that is imported.
	System, Bundle string
	// Home is the system of record of what the run creates: source or here.
	Home string
	// SkipInvalid says that rows that cannot be imported are left out.
	SkipInvalid bool
}

// Records are the numbers of records of one kind by what a run did with them.
type Records struct {
	Kind      string `json:"kind"`
	Created   int64  `json:"created"`
	Updated   int64  `json:"updated"`
	Unchanged int64  `json:"unchanged"`
	Conflicts int64  `json:"conflicts"`
	Kept      int64  `json:"kept"`
	Skipped   int64  `json:"skipped"`
}

// RuleCount is the number of findings of a rule. Remedy is that of the first one.
type RuleCount struct {
	Rule     legacy.Rule     `json:"rule"`
	Severity legacy.Severity `json:"severity"`
	Count    int64           `json:"count"`
	Kept     int64           `json:"kept"`
	Remedy   string          `json:"remedy,omitempty"`
}

// Result is what a run did.
type Result struct {
	PlanHash    string
	Records     []Records
	RowsWritten int64
}

// Run is a run that has begun. It is not safe for concurrent use.
type Run struct {
	db      *store.Store
	now     clock.Clock
	id      int64
	rules   []*RuleCount
	byRule  map[legacy.Rule]*RuleCount
	waiting []legacy.Finding
	total   int64
	errors  int64
	stop    context.CancelFunc
	beating sync.WaitGroup
}

// Begin stores that a run begins. Earlier runs, of every system, whose process has ended without a word become
// interrupted, and old findings are removed; see Sweep. The caller calls End.
func Begin(ctx context.Context, db *store.Store, now clock.Clock, start Start) (*Run, error) {
	r := &Run{db: db, now: now, byRule: map[legacy.Rule]*RuleCount{}}
	if _, err := Sweep(ctx, db, now()); err != nil {
		return nil, err
	}
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if err := interruptSilent(ctx, tx, now()); err != nil {
			return err
		}
		var err error
		r.id, err = insert(ctx, tx, now(), start)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("keep the run of the import: %w", err)
	}
	beat, stop := context.WithCancel(ctx)
	r.stop = stop
	r.beating.Go(func() { r.beat(beat) })
	return r, nil
}

// insert stores a run.
func insert(ctx context.Context, tx store.Tx, now clock.Instant, start Start) (int64, error) {
	row, err := tx.Client().ImportRun.Create().SetSystemCode(start.System).SetBundle(start.Bundle).SetHome(start.Home).
		SetSkipInvalid(start.SkipInvalid).SetState(vocabulary.ImportRunStateRunning).SetStartedAt(now).SetSeenAt(now).
		Save(ctx)
	if err != nil {
		return 0, err
	}
	return row.ID, nil
}

// beat notes now and then that the run is running. A failure is of no consequence: the next one notes it.
func (r *Run) beat(ctx context.Context) {
	ticker := time.NewTicker(seenInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			_ = r.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				return tx.Client().ImportRun.UpdateOneID(r.id).SetSeenAt(r.now()).Exec(ctx)
			})
		}
	}
}

// Add counts a finding, and keeps it if its rule does not have too many.
func (r *Run) Add(ctx context.Context, f legacy.Finding) error {
	count := r.byRule[f.Rule]
	if count == nil {
		count = &RuleCount{Rule: f.Rule, Severity: f.Severity, Remedy: f.Remedy}
		r.byRule[f.Rule] = count
		r.rules = append(r.rules, count)
	}
	count.Count++
	r.total++
	if f.Severity == legacy.Error {
		r.errors++
	}
	if count.Kept >= maxOfRule {
		return nil
	}
	count.Kept++
	if r.waiting = append(r.waiting, f); len(r.waiting) < atOnce {
		return nil
	}
	return r.flush(ctx)
}

// columns are those of the rows that flush writes.
var columns = []string{finding.FieldImportRunID, finding.FieldRule, finding.FieldSeverity, finding.FieldKind,
	finding.FieldLegacyID, finding.FieldRelatedIds, finding.FieldFile, finding.FieldLine, finding.FieldMessage,
	finding.FieldRemedy, finding.FieldWords}

// flush writes the findings that wait, and the counts up to them, which are all that is known of a run that is killed.
func (r *Run) flush(ctx context.Context) error {
	if len(r.waiting) == 0 {
		return nil
	}
	rows := make([][]any, len(r.waiting))
	for i, f := range r.waiting {
		related := ""
		if len(f.RelatedIDs) > 0 {
			text, err := json.Marshal(f.RelatedIDs)
			if err != nil {
				return fmt.Errorf("keep a finding: %w", err)
			}
			related = string(text)
		}
		words := search.List(search.Words(f.Message + " " + f.LegacyID + " " + f.File))
		rows[i] = []any{r.id, string(f.Rule), f.Severity.String(), f.Kind.String(), f.LegacyID, related, f.File, f.Line,
			f.Message, f.Remedy, words}
	}
	r.waiting = r.waiting[:0]
	err := r.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if _, err := tx.InsertRows(ctx, finding.Table, columns, slices.Values(rows)); err != nil {
			return err
		}
		update := tx.Client().ImportRun.UpdateOneID(r.id)
		if err := r.count(update); err != nil {
			return err
		}
		return update.Exec(ctx)
	})
	if err != nil {
		return fmt.Errorf("keep the findings: %w", err)
	}
	return nil
}

// count sets the counts of the findings so far.
func (r *Run) count(update *ent.ImportRunUpdateOne) error {
	update.SetFindingCount(r.total).SetErrorCount(r.errors)
	if r.rules == nil {
		return nil
	}
	rules, err := json.Marshal(r.rules)
	update.SetRules(string(rules))
	return err
}

// End stores how the run ended. err is the error of the import; refused is the code of a source whose rows cannot be
// imported. It also stores the end of a run whose context has ended.
func (r *Run) End(ctx context.Context, result Result, err error, refused fault.Code) error {
	stopped := ctx.Err() != nil
	ctx = context.WithoutCancel(ctx)
	r.stop()
	r.beating.Wait()
	kept := r.flush(ctx)
	kinds, written := json.Marshal(result.Records)
	if written != nil {
		return fmt.Errorf("keep the run of the import: %w", written)
	}
	update := func(c *ent.ImportRunUpdateOne) *ent.ImportRunUpdateOne {
		now := r.now()
		c.SetSeenAt(now).SetFinishedAt(now).SetPlanHash(result.PlanHash).SetRowsWritten(result.RowsWritten)
		if result.Records != nil {
			c.SetKinds(string(kinds))
		}
		var why *fault.Error
		switch {
		case err == nil:
			return c.SetState(vocabulary.ImportRunStateFinished)
		case stopped:
			return c.SetState(vocabulary.ImportRunStateInterrupted)
		case !errors.As(err, &why):
			return c.SetState(vocabulary.ImportRunStateFailed).SetFailureCode(string(fault.Internal)).
				SetFailure("The import ended with an error, which its output tells.")
		}
		c.SetFailureCode(string(why.Code)).SetFailure(why.Message)
		if why.Code == refused {
			return c.SetState(vocabulary.ImportRunStateRefused)
		}
		return c.SetState(vocabulary.ImportRunStateFailed)
	}
	ended := r.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		row := update(tx.Client().ImportRun.UpdateOneID(r.id))
		if err := r.count(row); err != nil {
			return err
		}
		return row.Exec(ctx)
	})
	if ended != nil {
		ended = fmt.Errorf("keep the run of the import: %w", ended)
	}
	return errors.Join(kept, ended)
}
