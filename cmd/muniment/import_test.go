package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func written(t *testing.T, b *bundletest.Bundle) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, b.FS()); err != nil {
		t.Fatal(err)
	}
	return dir
}

type fullReport struct {
	Findings []legacy.Finding
	Result   struct {
		Applied, DryRun bool
		Errors          int64
		Plan            *struct{ Counts map[string]map[string]int64 }
	}
}

func readReport(t *testing.T, file string) fullReport {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var report fullReport
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatal(err)
	}
	return report
}

func TestImport(t *testing.T) {
	source := written(t, bundletest.New(t))
	data, file := filepath.Join(t.TempDir(), "data"), filepath.Join(t.TempDir(), "report.json")

	run(t, "import", source, "--data", data, "--dry-run", "--report", file).want(t, exitDone, "dry run", "lineItems")
	if _, err := os.Stat(data); !os.IsNotExist(err) {
		t.Errorf("a dry run made a database: %v", err)
	}
	dry := readReport(t, file)
	if !dry.Result.DryRun || dry.Result.Applied || dry.Result.Plan.Counts["lineItems"]["create"] == 0 ||
		len(dry.Findings) == 0 {
		t.Errorf(
			"report %+v, want DryRun = true, Applied = false, Counts[lineItems][create] != 0 and len(Findings) != 0",
			dry.Result)
	}

	done := run(t, "import", source, "--data", data, "--report", file).want(t, exitDone, "Imported",
		"findings are shown", file)
	if done.stderr != "" {
		t.Errorf("progress must not be written into a pipe: %q", done.stderr)
	}
	report := readReport(t, file)
	if !report.Result.Applied || int64(len(report.Findings)) < 10 {
		t.Errorf("report %+v, want Applied = true and int64 >= 10", report.Result)
	}
	seen := report.Findings[0]
	place := fmt.Sprintf("%s:%d [%s]: %s %s", seen.File, seen.Line, seen.LegacyID, seen.Severity, seen.Rule)
	if !strings.Contains(done.stdout, place) {
		t.Errorf("%q is not shown:\n%s", place, done.stdout)
	}
	if shown := strings.Count(done.stdout, "]: "); shown > shownInAll {
		t.Errorf("%d findings on the screen, want %v or less", shown, shownInAll)
	}
	run(t, "import", source, "--data", data, "--dry-run").want(t, exitDone, "dry run")
	run(t, "import", source, "--data", data).want(t, exitDone, "Nothing to do")
	run(t, "doctor", "--data", data).want(t, exitDone, "Healthy")
}

func TestImportOfInvalidRows(t *testing.T) {
	b := bundletest.New(t)
	broken := b.First("line_items")
	broken.Set("numberOfCopies", "many")
	id := broken.Get("activationId")
	source := written(t, b)
	data, file := filepath.Join(t.TempDir(), "data"), filepath.Join(t.TempDir(), "report.json")

	refused := run(t, "import", source, "--data", data, "--report", file).
		want(t, exitFailed, string(apply.InvalidSource), "--skip-invalid", "line_items.csv:2", id, "ERROR")
	if strings.Contains(refused.stdout, "Imported") {
		t.Error("something was imported")
	}
	if report := readReport(t, file); report.Result.Applied || report.Result.Errors == 0 {
		t.Errorf("report %+v, want Applied = false and Errors != 0", report.Result)
	}
	key := operatorKey(t, "--data", data)
	s := start(t, "serve", "--data", data, "--listen", "127.0.0.1:0").with(key)
	if counted := s.ask(`{accounts(first: 1) {totalCount}}`); !strings.Contains(counted, `"totalCount":0`) {
		t.Errorf(`after a refusal: %s, want "totalCount":0 in it`, counted)
	}
	s.stop()
	<-s.ended
	run(t, "import", source, "--data", data, "--skip-invalid").want(t, exitDone, "Imported")
	run(t, "doctor", "--data", data).want(t, exitDone, "Healthy")
}

func TestImportRefuses(t *testing.T) {
	empty, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	source := written(t, bundletest.New(t))
	run(t, "import").want(t, exitUsage, "USAGE", "DIR")
	run(t, "import", filepath.Join(empty, "missing"), "--data", data).want(t, exitFailed, "NO_FILE")
	run(t, "import", empty, "--data", data).want(t, exitFailed, "NO_SOURCE", "accounts.csv")
	run(t, "import", source, "--data", data, "--system", "No Code").want(t, exitFailed, "BAD_SYSTEM")
	run(t, "import", source, "--data", data, "--home", "moon").want(t, exitUsage, "USAGE", "source")
	run(t, "import", source, "--data", data, "--report", filepath.Join(empty, "missing", "r.json")).want(
		t, exitFailed, "NO_FILE")
	run(t, "import", source, "--data", data, "--database", "postgres://x/y").want(t, exitUsage, "USAGE",
		"two databases")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var said strings.Builder
	if code := Run(ctx, []string{"import", source, "--data", data}, nil, &said, &said); code != exitFailed ||
		!strings.Contains(said.String(), "INTERRUPTED") {
		t.Errorf(`interrupted: %d %s, want code = %v and String with "INTERRUPTED"`, code, said.String(), exitFailed)
	}
	run(t, "import", source, "--data", data).want(t, exitDone, "Imported")
}

// A second import does not move the homes that the first one decided, and says so.
func TestImportDoesNotMoveHomes(t *testing.T) {
	source := written(t, bundletest.New(t))
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		where := []string{"--database", config.URL}
		if config.URL == "" {
			where = []string{"--data", config.Directory}
		}
		const moved = "stay managed by legacy"
		first := run(t, append([]string{"import", source}, where...)...).want(t, exitDone, "Imported")
		if strings.Contains(first.stdout, moved) {
			t.Errorf("said without --home here:\n%s", first.stdout)
		}
		run(t, append([]string{"import", source, "--home", "here"}, where...)...).want(t, exitDone, moved,
			"new database")
	})
	fresh := run(t, "import", source, "--home", "here", "--data", filepath.Join(t.TempDir(), "data")).want(t, exitDone)
	if strings.Contains(fresh.stdout, "stay managed") {
		t.Errorf("said of a new database:\n%s", fresh.stdout)
	}
}
