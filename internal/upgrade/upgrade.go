// Package upgrade converts rows of older versions of the program if SQL statements in the schema history cannot do it.
// It runs after the schema migrations, when the program opens a database that it may migrate.
package upgrade

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
)

// Progress is the progress of one part of the upgrade: Done of Total items. Total is 0 if it is unknown.
type Progress struct {
	// Part describes the part for people.
	Part        string
	Done, Total int64
}

// Report is the result of Run.
type Report struct {
	// Done has a sentence for each part that changed something.
	Done []string
	// Left has a sentence for each problem that an operator should look at.
	Left []string
}

// Run does all parts one after the other and calls tell with the progress. It may be interrupted and run again; if
// nothing is left to do, it only reads. tell may be nil.
func Run(ctx context.Context, db *store.Store, now clock.Clock, tell func(Progress)) (Report, error) {
	if tell == nil {
		tell = func(Progress) {}
	}
	var report Report
	for _, part := range []func(context.Context, *store.Store, clock.Instant, func(Progress), *Report) error{sealAnew,
		foldNames, foldActivationIDs, rebuildWords} {
		if err := part(ctx, db, now(), tell, &report); err != nil {
			return report, fmt.Errorf("upgrade: %w", err)
		}
	}
	return report, nil
}

func foldNames(ctx context.Context, db *store.Store, _ clock.Instant, _ func(Progress), report *Report) error {
	users, err := account.FoldUserNames(ctx, db)
	if users > 0 {
		report.Done = append(report.Done,
			fmt.Sprintf("Folded the names of %d users, so that neither letter case nor the form of a domain makes "+
				"another name.", users))
	}
	if err != nil {
		return err
	}
	records, err := directory.FoldUserNames(ctx, db)
	if records > 0 {
		report.Done = append(report.Done,
			fmt.Sprintf("Folded the user names of %d records of directories, so that neither letter case nor the "+
				"form of a domain makes another name.", records))
	}
	if err != nil {
		return err
	}
	groups, err := directory.FoldGroupNames(ctx, db)
	if groups > 0 {
		report.Done = append(report.Done,
			fmt.Sprintf("Folded the names of %d groups of directories, so that letter case makes no other name.",
				groups))
	}
	return err
}

func foldActivationIDs(ctx context.Context, db *store.Store, _ clock.Instant, _ func(Progress), report *Report) error {
	n, err := entitlement.FoldActivationIDs(ctx, db)
	if n > 0 {
		report.Done = append(report.Done,
			fmt.Sprintf("Folded %d activation ids, so that letter case makes no other id.", n))
	}
	return err
}

func rebuildWords(ctx context.Context, db *store.Store, _ clock.Instant, tell func(Progress), report *Report) error {
	n, err := search.Rebuild(ctx, db, func(done int) { tell(Progress{"rebuild the search words", int64(done), 0}) })
	if n > 0 {
		report.Done = append(report.Done,
			fmt.Sprintf("Made the words by which %d accounts, users, products and devices are found anew.", n))
	}
	return err
}

func sealAnew(ctx context.Context, db *store.Store, now clock.Instant, tell func(Progress), report *Report) error {
	did, err := audit.Reseal(ctx, db, now,
		func(done, total int64) { tell(Progress{"seal the audit anew", done, total}) })
	if did.Entries > 0 {
		report.Done = append(report.Done,
			fmt.Sprintf("Sealed %d audit entries of %d chains anew, so that personal values can be erased.",
				did.Entries, did.Chains))
	}
	for _, b := range did.Left {
		report.Left = append(report.Left,
			fmt.Sprintf("The audit does not verify at %s: %s. The chain is left as it is; nothing can be "+
				"erased from the part that is sealed already.", b.Name(), b.Message))
	}
	return err
}
