// Package upgrade does once with the rows of older programs what no statement of the schema history can do. It runs behind the
// steps of the history, where the program opens a database that it may migrate.
package upgrade

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
)

// Progress is how far a part is: done of total items.
type Progress struct {
	// Part says what is done, as people read it.
	Part        string
	Done, Total int64
}

// Report is what was done, and what was not.
type Report struct {
	// Done says what was changed, a sentence for each part; a part that had nothing to do says nothing.
	Done []string
	// Left says what somebody should look at.
	Left []string
}

// Run does every part in turn and tells how far it is. It may be broken off at any moment and run again; once all is done, it
// only reads. tell may be nil.
func Run(ctx context.Context, db *store.Store, now clock.Clock, tell func(Progress)) (Report, error) {
	if tell == nil {
		tell = func(Progress) {}
	}
	var report Report
	for _, part := range []func(context.Context, *store.Store, clock.Instant, func(Progress), *Report) error{sealAnew, foldUserNames, rebuildWords} {
		if err := part(ctx, db, now(), tell, &report); err != nil {
			return report, fmt.Errorf("upgrade: %w", err)
		}
	}
	return report, nil
}

func foldUserNames(ctx context.Context, db *store.Store, _ clock.Instant, _ func(Progress), report *Report) error {
	n, err := directory.FoldKeys(ctx, db)
	if n > 0 {
		report.Done = append(report.Done, fmt.Sprintf("Folded the user names of %d records of directories, so that letter case makes no other name.", n))
	}
	return err
}

func rebuildWords(ctx context.Context, db *store.Store, _ clock.Instant, tell func(Progress), report *Report) error {
	n, err := search.Rebuild(ctx, db, func(done int) { tell(Progress{"make the search words anew", int64(done), 0}) })
	if n > 0 {
		report.Done = append(report.Done, fmt.Sprintf("Made the words by which %d accounts, users, products and devices are found anew.", n))
	}
	return err
}

func sealAnew(ctx context.Context, db *store.Store, now clock.Instant, tell func(Progress), report *Report) error {
	did, err := audit.SealAnew(ctx, db, now, func(done, total int64) { tell(Progress{"seal the audit anew", done, total}) })
	if did.Entries > 0 {
		report.Done = append(report.Done, fmt.Sprintf("Sealed %d audit entries of %d chains anew, so that personal values can be erased.",
			did.Entries, did.Chains))
	}
	for _, b := range did.Left {
		report.Left = append(report.Left, fmt.Sprintf("The audit does not verify at %s: %s. The chain is left as it is; nothing can be "+
			"erased from the part that is sealed already.", b.Name(), b.Message))
	}
	return err
}
