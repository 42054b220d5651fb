package main

import (
	"log/slog"
	"time"

	"github.com/muniment/muniment/internal/loadset"
)

// BenchCommand groups the commands for benchmarks.
type BenchCommand struct {
	Seed BenchSeedCommand `cmd:"" help:"Fill an empty database with the rows of a large customer base, which are the same every time."`
}

// BenchSeedCommand fills a database with the data set for load tests.
type BenchSeedCommand struct {
	Accounts     int    `default:"20000" placeholder:"N" help:"Number of accounts. Default: 20000."`
	Users        int    `default:"200000" placeholder:"N" help:"Number of users. Default: 200000."`
	Entitlements int    `default:"500000" placeholder:"N" help:"Number of entitlements, with two line items each on average. Default: 500000."`
	Large        bool   `default:"true" negatable:"" help:"Make one account large, in addition: 10,000 line items and 1,000 members. Its id in the legacy system is C0000007. Default: yes."`
	Random       uint64 `default:"1" placeholder:"N" help:"Seed of the random numbers. Another seed makes another database of the same size. Default: 1."`
}

// Run fills the database and prints how many rows it wrote.
func (b *BenchSeedCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	shape := loadset.Shape{Accounts: b.Accounts, Users: b.Users, Entitlements: b.Entitlements, Seed: b.Random,
		Large: b.Large,
		Today: today()}
	if err := shape.Check(); err != nil {
		return err
	}
	db, err := open(c.ctx, c, config, alwaysMigrate)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	began := time.Now()
	bar := newProgress(c.stderr)
	counts, err := loadset.Fill(c.ctx, db, shape, func(p loadset.Progress) {
		bar.show(step{phase: "filling", label: "filling", items: "users and entitlements", done: p.Done,
			total: p.Total})
	})
	bar.end()
	if err != nil {
		return err
	}
	took := time.Since(began)
	c.say("Filled %s with %d rows in %s (%.0f rows a second).", name(config), counts.Rows(),
		took.Round(time.Second/10),
		float64(counts.Rows())/took.Seconds())
	return nil
}
