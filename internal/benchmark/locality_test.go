//go:build linux

package benchmark

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/muniment/muniment/internal/loadset"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/testenv/database"
)

// TestLocality measures what it is worth on SQLite that the rows of one account have neighboring keys: the dashboard
// over a database whose keys hold the locality of the account, beside one whose keys grow with time as a sequence
// does. Both hold the same rows, written into a file anew (VACUUM), so that only the order of the rows differs.
func TestLocality(t *testing.T) {
	if os.Getenv("MUNIMENT_SOAK") == "" {
		t.Skip("MUNIMENT_SOAK is not set")
	}
	n := entitlements(t)
	if os.Getenv("MUNIMENT_BENCH_ENTITLEMENTS") == "" {
		n = 100_000
	}
	forms := []string{"locality", "sequence"}
	servers := make([]*server, len(forms))
	files := make([]string, len(forms))
	for i, keys := range []loadset.Keys{loadset.ByAccount, loadset.ByTime} {
		directory := filepath.Join(t.TempDir(), forms[i])
		files[i] = filepath.Join(directory, store.FileName)
		fillVacuumed(t, n, keys, files[i])
		servers[i] = filled(t, store.Config{Directory: directory}, n)
	}
	var table strings.Builder
	fmt.Fprintf(&table,
		"\n%d entitlements\n\n| operation | | by locality | by sequence | sequence / locality "+
			"|\n|---|---|---|---|---|\n", n)
	for _, o := range []Operation{dashboard(), renewalsOfAccount()} {
		for _, byHand := range []bool{false, true} {
			kind := map[bool]string{false: "contract", true: "by hand"}[byHand]
			var warm, cold, reads [2][]float64
			for range 3 * rounds {
				for i, s := range servers {
					_, processor, _ := s.perInput(t, o, byHand)
					warm[i] = append(warm[i], processor)
				}
			}
			for range rounds {
				for i := range servers {
					servers[i] = servers[i].withColdCache(t, files[i])
					took, _, read := servers[i].perInput(t, o, byHand)
					cold[i], reads[i] = append(cold[i], took), append(reads[i], read)
				}
			}
			for i, measured := range [][2][]float64{warm, cold, reads} {
				a, b := median(measured[0]), median(measured[1])
				what := [...]string{"file in memory: processor µs", "file not in memory: µs",
					"file not in memory: KiB read"}[i]
				fmt.Fprintf(&table, "| %s, %s | %s | %.0f | %.0f | %.2f |\n", o.Name, kind, what, a, b, b/a)
			}
		}
	}
	t.Log(table.String())
}

// fillVacuumed fills a database and writes its rows into a file in the order of their keys.
func fillVacuumed(t *testing.T, n int, keys loadset.Keys, file string) {
	t.Helper()
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	shape := loadset.Scaled(n, testenv.Today)
	shape.Keys = keys
	if _, err := loadset.Fill(testenv.Operator(t), s, shape, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(testenv.Operator(t), file); err != nil {
		t.Fatal(err)
	}
}

// perInput sends one request for every input and returns the averages: microseconds, microseconds of processor time,
// and KiB read from the disk.
func (s *server) perInput(t *testing.T, o Operation, byHand bool) (took, processor, read float64) {
	t.Helper()
	inputs := o.Inputs(s.sample)
	before, began := used(t), time.Now()
	for _, in := range inputs {
		s.ask(t, o, in, byHand)
	}
	n, after := float64(len(inputs)), used(t)
	const block = 512
	return float64(time.Since(began).Microseconds()) / n,
		float64(after.Utime.Nano()+after.Stime.Nano()-before.Utime.Nano()-before.Stime.Nano()) / 1000 / n,
		float64(after.Inblock-before.Inblock) * block / 1024 / n
}

func used(t *testing.T) (usage unix.Rusage) {
	t.Helper()
	if err := unix.Getrusage(unix.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return usage
}

// withColdCache closes the database, removes its file from the page cache, and opens it again, as after a restart or
// if the file is larger than the memory. Pages that a connection has mapped could not be removed.
func (s *server) withColdCache(t *testing.T, file string) *server {
	t.Helper()
	if err := s.Store.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED); err != nil {
		t.Fatal(err)
	}
	return serve(database.Open(t, store.Config{Directory: filepath.Dir(file)}), s.sample)
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
