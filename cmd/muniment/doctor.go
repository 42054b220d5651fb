package main

import (
	"fmt"
	"log/slog"
	"text/tabwriter"

	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/fault"
)

// DoctorCommand checks a database.
type DoctorCommand struct{}

// unhealthy: rules of the database do not hold.
const unhealthy fault.Code = "UNHEALTHY"

// Run checks every rule, and fails if one does not hold.
func (*DoctorCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	db, err := look(c.ctx, config)
	if err != nil {
		return err
	}
	defer closing(db, &err)
	if err := db.RequireSchema(c.ctx); err != nil {
		return err
	}
	report, err := doctor.Check(c.ctx, db)
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

func verdict(f doctor.Finding) string {
	switch {
	case f.Broken == 0:
		return "ok"
	case f.Warning:
		return fmt.Sprintf("warning (%d)", f.Broken)
	}
	return fmt.Sprintf("BROKEN (%d)", f.Broken)
}
