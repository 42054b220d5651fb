package apply

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// childVariable is set to run the test binary as an importer, so that the test kills a real process.
const childVariable = "MUNIMENT_TEST_IMPORT_CHILD"

func TestMain(m *testing.M) {
	if text := os.Getenv(childVariable); text != "" {
		if err := importAsChild(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

type child struct{ Directory, URL, Stage, Bundle string }

// importAsChild imports the sample or a bundle, and prints its progress, a line for each chunk.
func importAsChild(text string) error {
	var c child
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return err
	}
	ctx := asOperator()
	db, err := store.Open(ctx, store.Config{Directory: c.Directory, URL: c.URL})
	if err != nil {
		return err
	}
	defer db.Close()
	source := csvbundle.New(sample.Bundle())
	if c.Bundle != "" {
		if source, err = csvbundle.Open(c.Bundle); err != nil {
			return err
		}
	}
	report, err := Run(ctx, db, Options{Source: source, StagePath: c.Stage, System: "legacy", Today: today,
		Now: clock.Freeze(now).Now,
		Progress: func(p Progress) {
			if p.Phase == Applying {
				fmt.Println(p.Done, p.Total)
			}
		}})
	fmt.Fprintf(os.Stderr, "%d rows, %s\n", report.RowsWritten, report.Duration)
	for phase, took := range report.Phases {
		fmt.Fprintln(os.Stderr, phase, took)
	}
	return err
}

// runChild imports in a child process and kills it once a share of the records is done. It reports whether the
// process was killed before its end.
func runChild(t *testing.T, c child, share float64) bool {
	t.Helper()
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), childVariable+"="+string(text))
	command.Stderr = os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	killed := false
	for lines := bufio.NewScanner(out); lines.Scan(); {
		done, total, ok := strings.Cut(lines.Text(), " ")
		d, err1 := strconv.ParseFloat(done, 64)
		n, err2 := strconv.ParseFloat(total, 64)
		if !ok || err1 != nil || err2 != nil {
			t.Fatalf("the child says %q", lines.Text())
		}
		if !killed && d >= share*n {
			killed = true
			if err := command.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	err = command.Wait()
	if err == nil {
		return false
	}
	if !killed {
		t.Fatalf("the child failed by itself: %v", err)
	}
	return true
}

// long reports whether this is a long run, with the whole sample and thirty kill points on each engine.
func long() bool { return os.Getenv("MUNIMENT_SOAK") != "" }

func points() int {
	if long() {
		return 30
	}
	return 3
}

func TestAKilledImportIsContinued(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	seed := rand.Uint64()
	if text := os.Getenv("MUNIMENT_TEST_SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("MUNIMENT_TEST_SEED=%d", seed)
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		t.Run(string(engine), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 1))
			bundle := ""
			if !long() {
				bundle = t.TempDir()
				if err := os.CopyFS(bundle, bundletest.New(t).FS()); err != nil {
					t.Fatal(err)
				}
			}
			fresh := func() (child, store.Config) {
				c := child{Stage: filepath.Join(t.TempDir(), "stage.db"), Bundle: bundle}
				if engine == store.Postgres {
					c.URL = database.Postgres(t)
				} else {
					c.Directory = t.TempDir()
				}
				return c, store.Config{Directory: c.Directory, URL: c.URL}
			}
			read := func(config store.Config) map[string][]string {
				db, err := store.Open(database.Operator(t), config)
				if err != nil {
					t.Fatal(err)
				}
				defer db.Close()
				healthy(t, db)
				return dump(t, db)
			}
			migrate := func(config store.Config) {
				db, err := store.Open(database.Operator(t), config)
				if err != nil {
					t.Fatal(err)
				}
				defer db.Close()
				if _, err := db.Migrate(database.Operator(t)); err != nil {
					t.Fatal(err)
				}
			}
			c, config := fresh()
			migrate(config)
			if runChild(t, c, 2) {
				t.Fatal("the import that nobody kills was killed")
			}
			want := read(config)
			killed := 0
			for range points() {
				c, config := fresh()
				migrate(config)
				at := random.Float64()
				if runChild(t, c, at) {
					killed++
				}
				// Kill it once more while it continues, then let it finish.
				if runChild(t, c, at+(1-at)*random.Float64()) {
					killed++
				}
				if runChild(t, c, 2) {
					t.Fatal("the import that nobody kills was killed")
				}
				sameRows(t, read(config), want)
				if t.Failed() {
					t.Fatalf("killed at %v", at)
				}
			}
			if killed == 0 {
				t.Error("no import was killed before its end")
			}
			t.Logf("%d of %d blows met a running import", killed, 2*points())
		})
	}
}
