package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// Limits of the findings that are printed. The report file contains all of them.
const (
	shownOfRule = 3
	shownInAll  = 40
)

// listing prints the first findings of each rule.
type listing struct {
	out   io.Writer
	shown int
	seen  map[legacy.Rule]int
}

func newListing(out io.Writer) *listing { return &listing{out: out, seen: map[legacy.Rule]int{}} }

func (l *listing) add(f legacy.Finding) error {
	l.seen[f.Rule]++
	if l.seen[f.Rule] > shownOfRule || l.shown >= shownInAll {
		return nil
	}
	l.shown++
	_, err := fmt.Fprintf(l.out, "%s: %s %s: %s\n", place(f), f.Severity, f.Rule, f.Message)
	if err == nil && f.Remedy != "" && l.seen[f.Rule] == 1 {
		_, err = fmt.Fprintf(l.out, "    remedy: %s\n", f.Remedy)
	}
	return err
}

// place returns the position of a finding: file:line and the legacy id, as far as they are known.
func place(f legacy.Finding) string {
	where := f.File
	if f.Line > 0 {
		where = fmt.Sprintf("%s:%d", f.File, f.Line)
	}
	if where == "" {
		where = f.Kind.String()
	}
	if f.LegacyID != "" {
		where += " [" + f.LegacyID + "]"
	}
	return where
}

// end prints the counts of the findings, and where all of them can be read.
func (l *listing) end(counts []stage.RuleCount, report string) {
	if len(counts) == 0 {
		return
	}
	var total int64
	table := tabwriter.NewWriter(l.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\nfindings\tseverity\trule")
	for _, c := range counts {
		total += c.Count
		fmt.Fprintf(table, "%d\t%s\t%s\n", c.Count, c.Severity, c.Rule)
	}
	_ = table.Flush()
	if total <= int64(l.shown) {
		return
	}
	if report == "" {
		fmt.Fprintf(l.out, "%d of %d findings are shown; --report FILE writes them all.\n", l.shown, total)
		return
	}
	fmt.Fprintf(l.out, "%d of %d findings are shown; %s has them all.\n", l.shown, total, report)
}

func printResult(c *console, result *apply.Report) {
	if result.Plan == nil {
		return
	}
	table := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\ncreate\tupdate\tunchanged\tconflict\tkept\tskipped\t  kind")
	for _, kind := range result.Plan.Kinds {
		n := result.Plan.Counts[kind]
		fmt.Fprintf(table, "%d\t%d\t%d\t%d\t%d\t%d\t  %s\n", n.Create, n.Update, n.Unchanged, n.Conflict, n.Kept,
			n.Skipped, kind)
	}
	_ = table.Flush()
	switch {
	case result.DryRun:
		c.say("\nThis was a dry run: nothing was changed. Plan %.12s.", result.Plan.Hash)
	case result.Plan.Changes():
		c.say("\nImported %d records, %d rows, in %s (%.0f records a second).", result.Plan.Records(),
			result.RowsWritten,
			round(result.Duration), result.RecordsPerSecond)
	default:
		c.say("\nNothing to do: all %d records are as they were imported.", result.Plan.Records())
	}
}
