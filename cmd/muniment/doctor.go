package main

import (
	"fmt"
	"log/slog"
	"text/tabwriter"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/fault"
)

// DoctorCommand checks a database.
type DoctorCommand struct {
	Heads string `env:"-" type:"path" placeholder:"FILE" help:"File that muniment audit heads or muniment backup wrote. With it, chains are found that were cut, removed or sealed again since then."`
}

// unhealthy is the code for a database that violates consistency rules.
const unhealthy fault.Code = "UNHEALTHY"

// Run checks all rules, and fails if one is violated.
func (d *DoctorCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	var kept []audit.Head
	if d.Heads != "" {
		if kept, err = readHeads(d.Heads); err != nil {
			return err
		}
	}
	db, err := openReadOnly(c.ctx, config)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	if err := db.RequireSchema(c.ctx); err != nil {
		return err
	}
	report, err := doctor.CheckAgainst(c.ctx, db, kept)
	if err != nil {
		return err
	}
	c.say("%s", name(config))
	table := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	for _, f := range report.Findings {
		fmt.Fprintf(table, "%s\t%s\t%d rows\n", verdict(f), f.Rule, f.Checked)
		for _, example := range f.Examples {
			fmt.Fprintf(table, "\t%s\t%s\n", example.ID, example.Message)
		}
		if rest := f.Broken - int64(len(f.Examples)); rest > 0 {
			fmt.Fprintf(table, "\t\tand %d more\n", rest)
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if broken := report.Broken(); len(broken) > 0 {
		return fault.New(unhealthy, "", fmt.Sprintf("%d rules do not hold: %v", len(broken), broken),
			"keep a backup, then import again or restore an older backup")
	}
	c.say("Healthy, in %s.", round(report.Duration))
	return nil
}

// headsDiffer returns the error for chains that do not contain the heads that were saved with the backup.
func headsDiffer(n int, file string) error {
	return fault.New(unhealthy, "", fmt.Sprintf("%d chains of the audit do not match the heads in %s", n, file),
		"find out who changed the backup, or its heads, and restore another one")
}

func verdict(f doctor.Finding) string {
	switch {
	case f.Broken == 0:
		return "ok"
	case f.Warning:
		return fmt.Sprintf("warning (%d)", f.Broken)
	}
	return fmt.Sprintf("BROKEN (%d)", f.Broken)
}
