package apply

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"time"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/importrun"
	"github.com/muniment/muniment/internal/legacy/lint"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Phase is a step of an import.
type Phase string

// The phases, in the order in which they run.
const (
	// Reading: the source is read into the stage. Done and Total are bytes of its files.
	Reading Phase = "reading"
	// Judging: the stage is joined and checked by rules. It has no Total.
	Judging Phase = "judging"
	// Applying: the stage is compared with the database, and the changes are written. Done and Total are records.
	Applying Phase = "applying"
)

// Progress reports how far an import has come. Total is 0 if it is unknown.
type Progress struct {
	Phase Phase
	// Kind is the kind of records being worked on; it may be "".
	Kind        string
	Done, Total int64
}

// Options are the parameters of Run.
type Options struct {
	Source legacy.Reader
	// StagePath is the path of a scratch file, which the caller may remove afterwards.
	StagePath string
	// Bundle is the name of the source. If it is not empty, the run and its findings are kept for the producer's
	// people, unless it is a dry run; see importrun.
	Bundle string
	// System is the code of the older system, such as "legacy".
	System string
	// Home is the system of record of new accounts and rights; plan.HomeSource if empty.
	Home plan.Home
	// SkipInvalid leaves out the rows that cannot be imported, and those that depend on them. Without it nothing is
	// applied if there are such rows.
	SkipInvalid bool
	// DryRun compares and changes nothing at all.
	DryRun bool
	// Today is the day for which the periods in force are determined.
	Today day.Day
	// Now returns the time that is written if the source gives none. It is called once in each transaction. Nil means
	// the clock of the database.
	Now clock.Clock
	// Progress may be nil. It is called from one goroutine, after every chunk of a few thousand rows or some tens of
	// milliseconds.
	Progress func(Progress)
	// Finding receives every finding once the source has been judged, errors first. It may be nil.
	Finding func(legacy.Finding) error
	// Outbox queues mails about changed addresses; nil sends none.
	Outbox account.Outbox
	// written is called with committed changes; for tests.
	written func(*plan.Changes)
}

// Error codes of an import.
const (
	// BadSystem: the code of the system has a wrong form.
	BadSystem fault.Code = "BAD_SYSTEM"
	// InvalidSource: rows of the source cannot be imported; the findings name them.
	InvalidSource fault.Code = "INVALID_SOURCE"
)

var systemCode = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,62}$`)

// CheckSystem returns BadSystem unless a text can be the code of an older system.
func CheckSystem(code string) error {
	if systemCode.MatchString(code) {
		return nil
	}
	return fault.New(BadSystem, "system", "{code} is not a valid code of a system",
		"use 1 to 63 small letters, digits, dots, dashes and underscores, beginning with a letter or digit",
		fault.WithText("code", fmt.Sprintf("%.80q", code)))
}

// Run imports a source. It returns the report with every error. The errors are faults with the code InvalidSource if
// rows cannot be imported, or BadSystem for a wrong code. After any other error the chunks committed so far stay, and
// another run continues.
func Run(ctx context.Context, db *store.Store, options Options) (Report, error) {
	report := Report{System: options.System, Home: options.Home, Today: options.Today.String(), DryRun: options.DryRun,
		Phases: map[Phase]time.Duration{}}
	if report.Home == "" {
		report.Home = plan.HomeSource
	}
	if err := CheckSystem(options.System); err != nil {
		return report, err
	}
	if options.Now == nil {
		options.Now = db.Now
	}
	if options.Bundle == "" || options.DryRun {
		return onStage(ctx, db, &options, report)
	}
	return kept(ctx, db, &options, report)
}

// kept imports a source, and keeps the run and its findings.
func kept(ctx context.Context, db *store.Store, options *Options, report Report) (Report, error) {
	asSystem := viewer.With(ctx, viewer.System())
	kept, err := importrun.Begin(asSystem, db, options.Now, importrun.Start{System: options.System,
		Bundle: options.Bundle, Home: string(report.Home), SkipInvalid: options.SkipInvalid})
	if err != nil {
		return report, err
	}
	show := options.Finding
	options.Finding = func(f legacy.Finding) error {
		if show != nil {
			if err := show(f); err != nil {
				return err
			}
		}
		return kept.Add(asSystem, f)
	}
	report, err = onStage(ctx, db, options, report)
	return report, errors.Join(err, kept.End(asSystem, resultOf(&report), err, InvalidSource))
}

// resultOf returns what a run did, as it is kept.
func resultOf(report *Report) importrun.Result {
	result := importrun.Result{RowsWritten: report.RowsWritten}
	if report.Plan == nil {
		return result
	}
	result.PlanHash = report.Plan.Hash
	for _, kind := range report.Plan.Kinds {
		n := report.Plan.Counts[kind]
		result.Records = append(result.Records, importrun.Records{Kind: kind, Created: n.Create, Updated: n.Update,
			Unchanged: n.Unchanged, Conflicts: n.Conflict, Kept: n.Kept, Skipped: n.Skipped})
	}
	return result
}

// onStage imports a source by way of a new stage.
func onStage(ctx context.Context, db *store.Store, options *Options, report Report) (Report, error) {
	began := time.Now()
	st, err := stage.Create(ctx, options.StagePath)
	if err != nil {
		return report, err
	}
	err = run(ctx, db, st, options, &report)
	report.Duration = time.Since(began)
	return report, errors.Join(err, st.Close())
}

func run(ctx context.Context, db *store.Store, st *stage.Stage, options *Options, report *Report) error {
	reportProgress := func(p Progress) {
		if options.Progress != nil {
			options.Progress(p)
		}
	}
	timed := func(phase Phase, work func() error) error {
		began := time.Now()
		defer func() { report.Phases[phase] = time.Since(began) }()
		return work()
	}
	err := timed(Reading, func() error {
		return st.Load(ctx, options.Source, func(p legacy.Progress) {
			reportProgress(Progress{Reading, p.Kind.String(), p.Bytes, p.Total})
		})
	})
	if err != nil {
		return fmt.Errorf("read the source: %w", err)
	}
	reportProgress(Progress{Phase: Judging})
	if err := timed(Judging, func() error { return judge(ctx, st, options, report) }); err != nil {
		return err
	}
	if report.Errors > 0 && !options.SkipInvalid {
		return fault.New(InvalidSource, "",
			"{findings} findings say that rows cannot be imported; nothing was changed",
			"mend the source, or leave the rows out, and what depends on them, with --skip-invalid",
			fault.WithNumber("findings", report.Errors))
	}
	return timed(Applying, func() error { return applyStage(ctx, db, st, options, report, reportProgress) })
}

func judge(ctx context.Context, st *stage.Stage, options *Options, report *Report) error {
	// Ids begin with the locality of the account. In this order new rows are appended to tables and indexes instead of
	// inserted amid them.
	st.OrderAccounts(func(id string) int64 { return int64(gid.DeriveLocality(options.System, id)) })
	if err := st.Resolve(ctx); err != nil {
		return fmt.Errorf("join the source: %w", err)
	}
	if err := lint.Run(ctx, st); err != nil {
		return fmt.Errorf("judge the source: %w", err)
	}
	var err error
	if report.Findings, err = st.FindingCounts(ctx); err != nil {
		return err
	}
	if report.Errors, err = st.Errors(ctx); err != nil {
		return err
	}
	if options.Finding == nil {
		return nil
	}
	return st.Findings(ctx, options.Finding)
}

func applyStage(
	ctx context.Context, db *store.Store, st *stage.Stage, options *Options, report *Report,
	reportProgress func(Progress),
) error {
	began := time.Now()
	how := plan.Options{System: options.System, Home: report.Home, Today: options.Today,
		Progress: func(p plan.Progress) { reportProgress(Progress{Applying, p.Kind, p.Done, p.Total}) }}
	if options.DryRun {
		planner, err := plan.New(ctx, db, st, how)
		if err != nil {
			return err
		}
		report.Plan, err = planner.Walk(ctx, dryRun{plan.Outside(db), options.Now})
		report.rate(began)
		return err
	}
	money, err := plan.MoneyOf(ctx, st)
	if err != nil {
		return err
	}
	if err := setUp(ctx, db, options, money...); err != nil {
		return err
	}
	planner, err := plan.New(ctx, db, st, how)
	if err != nil {
		return err
	}
	batch, err := change.New(db, db.Now, access.NewAuthority(func() day.Day { return options.Today })).Begin(ctx,
		action, planner.System())
	if err != nil {
		return err
	}
	e := newExecutor(db, batch)
	e.written, e.now, e.outbox = options.written, options.Now, options.Outbox
	if report.Plan, err = planner.Walk(ctx, e); err != nil {
		return err
	}
	report.RowsWritten = e.rows
	report.Applied = true
	report.rate(began)
	if err := batch.Finish(ctx, report.Plan.Hash, report.Plan.Counts); err != nil || e.freshRows <= analyzeFrom {
		return err
	}
	return db.Analyze(ctx)
}

// action is the name of an import in the audit log.
const action = "import"

// analyzeFrom is the number of new rows above which the planner statistics of the database are refreshed.
const analyzeFrom = 1000

func (r *Report) rate(began time.Time) {
	if r.Plan != nil {
		r.RecordsPerSecond = float64(r.Plan.Records()) / max(time.Since(began).Seconds(), 1e-9)
	}
}

// setUp inserts what an import needs: the units, including those of money, and the row of the system.
func setUp(ctx context.Context, db *store.Store, options *Options, money ...catalog.Unit) error {
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if _, err := catalog.SeedUnits(ctx, tx.Client(), money...); err != nil {
			return err
		}
		return plan.SeedSystem(ctx, tx.Client(), options.System)
	})
}
