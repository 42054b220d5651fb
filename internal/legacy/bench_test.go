package legacy_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/lint"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// BenchmarkStage stages the sample, or the bundle in the folder MUNIMENT_LEGACY_BUNDLE, and reports rows per
// second and the anonymous memory of the process.
func BenchmarkStage(b *testing.B) {
	ctx := context.Background()
	bundle := csvbundle.New(sample.Bundle())
	if dir := os.Getenv("MUNIMENT_LEGACY_BUNDLE"); dir != "" {
		var err error
		if bundle, err = csvbundle.Open(dir); err != nil {
			b.Fatal(err)
		}
	}
	var total, file int64
	name := ""
	count := func(p legacy.Progress) {
		if p.File != name {
			name, file = p.File, 0
		}
		total += p.Rows - file
		file = p.Rows
	}
	phase := func(title string, run func(*stage.Stage) error) {
		b.Run(title, func(b *testing.B) {
			total = 0
			for b.Loop() {
				b.StopTimer()
				st, err := stage.Create(ctx, filepath.Join(b.TempDir(), "stage.db"))
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if err := st.Load(ctx, bundle, count); err != nil {
					b.Fatal(err)
				}
				if err := run(st); err != nil {
					b.Fatal(err)
				}
				if err := st.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(anonymousMB(b), "RssAnon-MB")
		})
	}
	phase("load", func(*stage.Stage) error { return nil })
	phase("whole", func(st *stage.Stage) error {
		if err := st.Resolve(ctx); err != nil {
			return err
		}
		if err := lint.Run(ctx, st); err != nil {
			return err
		}
		for _, err := range []error{
			st.Accounts(ctx, 0, func(stage.Account) error { return nil }),
			st.Users(ctx, 0, func(stage.User) error { return nil }),
			st.Entitlements(ctx, 0, func(stage.Entitlement) error { return nil }),
			st.LineItems(ctx, 0, func(stage.LineItem) error { return nil }),
			st.Coverages(ctx, 0, func(stage.Coverage) error { return nil }),
			st.Devices(ctx, 0, func(stage.Device) error { return nil }),
			st.Activations(ctx, 0, func(stage.Activation) error { return nil }),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// anonymousMB returns the memory of the process that is not backed by files, in MB; 0 if the system does not report
// it.
func anonymousMB(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "RssAnon:" {
			kb, err := strconv.ParseFloat(fields[1], 64)
			if err != nil {
				b.Fatal(err)
			}
			return kb / 1024
		}
	}
	return 0
}
