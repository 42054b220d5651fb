package apply

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/store"
)

// simulator generates a bundle and its truth with the simulator of an older system in the folder MUNIMENT_LEGACY_SIM.
func simulator(t *testing.T, args ...string) (folder, truth string) {
	t.Helper()
	home := os.Getenv("MUNIMENT_LEGACY_SIM")
	if home == "" {
		t.Skip("MUNIMENT_LEGACY_SIM names no folder")
	}
	folder = t.TempDir()
	truth = filepath.Join(t.TempDir(), "truth.jsonl")
	for _, command := range [][]string{{"export.py", "csv", "--out", folder}, {"truth.py", "--out", truth}} {
		run := exec.Command("python3", append(command, args...)...)
		run.Dir = home
		run.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
		if out, err := run.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", command, err, out)
		}
	}
	return folder, truth
}

func importFolder(t *testing.T, db *store.Store, folder string) Report {
	t.Helper()
	source, err := csvbundle.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return mustRun(t, db, optionsFor(t, source))
}

func compareFile(t *testing.T, db *store.Store, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	compareTruth(t, db.Client(), f)
}

func TestOtherSeedsEqualTheirTruth(t *testing.T) {
	for _, args := range [][]string{
		{"--seed", "2", "--scale", "tiny", "--traps", "all"},
		{"--seed", "3", "--scale", "20:100:3:250", "--traps", "none"},
		{"--seed", "4", "--scale", "100:600:6:1500", "--traps", "all"},
	} {
		t.Run(args[1], func(t *testing.T) {
			folder, truth := simulator(t, args...)
			each(t, func(t *testing.T, db *store.Store) {
				importFolder(t, db, folder)
				compareFile(t, db, truth)
				healthy(t, db)
				onlyUnchanged(t, importFolder(t, db, folder))
			})
		})
	}
}

func TestALaterExportBecomesTheLaterTruth(t *testing.T) {
	args := []string{"--seed", "1", "--scale", "60:300:3:1200"}
	before, _ := simulator(t, args...)
	after, truth := simulator(t, append(args, "--advance", "300")...)
	each(t, func(t *testing.T, db *store.Store) {
		importFolder(t, db, before)
		report := importFolder(t, db, after)
		for _, kind := range report.Plan.Kinds {
			if c := report.Plan.Counts[kind]; c.Conflict+c.Kept+c.Skipped > 0 {
				t.Errorf("%s: %+v", kind, *c)
			}
		}
		if report.Plan.Counts["lineItems"].Update < 50 {
			t.Errorf("%+v", report.Plan.Counts["lineItems"])
		}
		compareFile(t, db, truth)
		healthy(t, db)
		onlyUnchanged(t, importFolder(t, db, after))
	})
}
