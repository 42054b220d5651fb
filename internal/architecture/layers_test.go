// Package architecture tests the structure of the repository: which packages may import which, which packages may open
// a database, and which file names are not allowed. The tests read the packages with the go command.
package architecture

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const (
	module     = "github.com/muniment/muniment"
	repository = "../.."
)

// layers lists the components, from the top layer to the bottom layer. A component is a package with all packages
// below its path. A package may import its own component and components of lower layers. Components of the same layer
// must not import each other, except in the bottom layer.
var layers = [][]string{
	{"cmd", "examples", "migrations/generate"},
	{"internal/benchmark", "internal/loadset", "internal/samplesite"},
	{"internal/app"},
	{"internal/httpd"},
	{"graph"},
	{"internal/doctor", "internal/upgrade", "internal/operation"},
	{"internal/notice"},
	{"internal/community"},
	{"internal/salesforce"},
	{"internal/legacy"},
	{"internal/activation", "internal/usage", "internal/download", "internal/renewal",
		"internal/history", "internal/explain"},
	{"internal/issuing", "internal/renewing"},
	{"internal/coverage"},
	{"internal/customfield"},
	{"internal/entitlement"},
	{"internal/directory"},
	{"internal/access"},
	{"internal/account"},
	{"internal/catalog"},
	{"internal/system"},
	{"internal/eligibility", "internal/change", "internal/mail"},
	{"internal/audit", "internal/event", "internal/job", "internal/search"},
	{"internal/namekey", "internal/routine", "internal/viewer"},
	{"internal/store"},
	{"internal/page"},
	{"ent"},
	{"internal/clock", "internal/day", "internal/dns", "internal/email", "internal/fault", "internal/fold",
		"internal/gid", "internal/language", "internal/legible", "internal/origin", "internal/person",
		"internal/portalpath", "internal/quantity", "internal/regular", "internal/spreadsheet", "internal/value",
		"internal/vocabulary",
		"migrations", "web", "."},
}

// testOnly are components that only tests, and tools for tests, may import.
var testOnly = []string{"graph/oracle", "internal/testenv", "internal/architecture", "internal/attack"}

// drivers may be imported only by internal/store.
var drivers = []string{"modernc.org/sqlite", "github.com/jackc/pgx", "github.com/lib/pq",
	"github.com/mattn/go-sqlite3",
	"github.com/riverqueue/river/riverdriver", "github.com/riverqueue/river/rivermigrate"}

type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func (p pkg) path() string { return relativePath(p.ImportPath) }

// relativePath returns the path of a package below the root of the repository, or "" for a package of another module.
func relativePath(importPath string) string {
	if importPath == module {
		return "."
	}
	below, ok := strings.CutPrefix(importPath, module+"/")
	if !ok {
		return ""
	}
	return below
}

func goList(t *testing.T, args ...string) []byte {
	t.Helper()
	command := exec.Command("go", append([]string{"list"}, args...)...)
	command.Dir = repository
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, stderr.String())
	}
	return out
}

func packages(t *testing.T) []pkg {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(goList(t, "-json=ImportPath,Imports,TestImports,XTestImports",
		"./...")))
	var all []pkg
	for {
		var p pkg
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 20 {
		t.Fatalf("go list found only %d packages", len(all))
	}
	return all
}

// component returns the component of a package (the longest that matches) and its layer, or "" and -1 if there is
// none.
func component(p string) (string, int) {
	best, at := "", -1
	for layer, components := range layers {
		for _, r := range components {
			if (p == r || strings.HasPrefix(p, r+"/")) && len(r) > len(best) {
				best, at = r, layer
			}
		}
	}
	return best, at
}

func isTestOnly(p string) bool {
	return slices.ContainsFunc(testOnly, func(r string) bool { return p == r || strings.HasPrefix(p, r+"/") })
}

// violation says why one package must not import another, or returns "" if it may.
func violation(from, to string) string {
	fromComponent, fromLayer := component(from)
	toComponent, toLayer := component(to)
	switch {
	case isTestOnly(from):
		return ""
	case isTestOnly(to):
		if from == "migrations/generate" && to == "internal/testenv/cluster" {
			return ""
		}
		return "only tests may"
	case fromLayer < 0:
		return from + " is in no layer: add it to layers"
	case toLayer < 0:
		return to + " is in no layer: add it to layers"
	case fromComponent == toComponent, toLayer > fromLayer, fromLayer == toLayer && fromLayer == len(layers)-1:
		return ""
	case fromLayer == toLayer:
		return "they are in the same layer"
	}
	return "only lower layers may be imported"
}

func TestImportsPointDown(t *testing.T) {
	for _, p := range packages(t) {
		if _, layer := component(p.path()); layer < 0 && !isTestOnly(p.path()) {
			t.Errorf("%s is in no layer: add it to layers", p.path())
		}
		for _, imported := range p.Imports {
			to := relativePath(imported)
			if to == "" {
				continue
			}
			if why := violation(p.path(), to); why != "" {
				t.Errorf(`%s imports %s: %s, want ""`, p.path(), to, why)
			}
		}
	}
}

func TestViolation(t *testing.T) {
	for _, test := range []struct {
		from, to string
		allowed  bool
	}{
		{"cmd/muniment", "internal/store", true},
		{"graph", "internal/coverage", true},
		{"graph/loader", "graph", true},
		{"internal/coverage", "internal/entitlement", true},
		{"internal/entitlement", "internal/coverage", false},
		{"internal/usage", "internal/activation", false},
		{"internal/store", "graph", false},
		{"internal/store", "internal/testenv", false},
		{"internal/testenv", "internal/httpd", true},
		{"ent", "internal/store", false},
		{"internal/page", "internal/fault", true},
		{"internal/page", "internal/store", false},
		{"internal/gid", "ent", false},
		{"internal/common", "internal/gid", false},
	} {
		if why := violation(test.from, test.to); (why == "") != test.allowed {
			t.Errorf("%s imports %s: %q", test.from, test.to, why)
		}
	}
}

func TestOnlyTheStoreOpensDatabases(t *testing.T) {
	for _, p := range packages(t) {
		if r, _ := component(p.path()); r == "internal/store" {
			continue
		}
		for _, imported := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if slices.ContainsFunc(drivers, func(d string) bool {
				return imported == d || strings.HasPrefix(imported, d+"/")
			}) {
				t.Errorf("%s imports %s", p.path(), imported)
			}
		}
	}
}

// modernc.org/sqlite is translated from C against exactly one version of modernc.org/libc. Another version corrupts
// memory.
func TestLibcIsTheOneSQLiteAsksFor(t *testing.T) {
	goMod := strings.TrimSpace(string(goList(t, "-m", "-f", "{{.GoMod}}", "modernc.org/sqlite")))
	got := strings.TrimSpace(string(goList(t, "-m", "-f", "{{.Version}}", "modernc.org/libc")))
	file, err := os.Open(goMod)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var want string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(strings.TrimPrefix(strings.TrimSpace(lines.Text()), "require "))
		if len(fields) >= 2 && fields[0] == "modernc.org/libc" {
			want = fields[1]
		}
	}
	if want == "" || got != want {
		t.Errorf("modernc.org/libc is %s, SQLite asks for %q", got, want)
	}
}

// TestNamesAreMeaningful refuses names that do not tell what a file or directory contains.
func TestNamesAreMeaningful(t *testing.T) {
	meaningless := []string{"util", "utils", "common", "helper", "helpers", "misc", "shared", "stuff", "lib", "libs"}
	err := filepath.WalkDir(repository, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && (name == "node_modules" || name == "dist" || name == "testdata" ||
			strings.HasPrefix(name, ".") && name != ".." && file != repository) {
			return fs.SkipDir
		}
		word := strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), "_test")
		if !entry.IsDir() && !slices.Contains([]string{".go", ".ts", ".tsx", ".mjs", ".graphqls"}, path.Ext(name)) {
			return nil
		}
		if slices.Contains(meaningless, word) {
			t.Errorf("%s: the name says nothing", file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// addressWriters are the files that may write the e-mail address of a user: they change an address, erase a user, or
// create users. The import (internal/legacy/apply) writes rows directly, after account.LeaveAddresses.
var addressWriters = []string{"internal/account/useraddress.go", "internal/account/erase.go",
	"internal/account/accept.go", "internal/access/user.go"}

// TestAddressesAreChangedInOnePlace makes sure that every change of an address runs the code that ends the sessions,
// links and invitations that depend on the old address.
func TestAddressesAreChangedInOnePlace(t *testing.T) {
	writes := regexp.MustCompile(
		`User\.(Update|Create|MapCreate)[^\n]*\.(Set|SetNillable|Clear)Email(Key)?\(|\.SetEmail\([^\n]*\)\.SetEmailKey\(|\bupdate\.ClearEmail\(`)
	found := 0
	others := []string{"directory", "Invitation."} // addresses of directory records and invitations, not of users
	for _, directory := range []string{"internal", "cmd", "graph"} {
		err := filepath.WalkDir(filepath.Join(repository, directory),
			func(file string, entry fs.DirEntry, err error) error {
				if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") ||
					strings.HasSuffix(file, "_test.go") {
					return err
				}
				name, err := filepath.Rel(repository, file)
				if err != nil {
					return err
				}
				name = filepath.ToSlash(name)
				text, err := os.ReadFile(file)
				if err != nil {
					return err
				}
				for line := range strings.Lines(string(text)) {
					if writes.MatchString(line) && slices.Contains(addressWriters, name) {
						found++
					}
					if writes.MatchString(line) && !slices.Contains(addressWriters, name) &&
						!strings.HasPrefix(name, "internal/testenv/") &&
						!slices.ContainsFunc(others,
							func(other string) bool { return strings.Contains(name+" "+line, other) }) {
						t.Errorf("%s writes an address of a user: %s", name, strings.TrimSpace(line))
					}
				}
				return nil
			})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found == 0 {
		t.Error("no line that writes an address of a user is found, so the expression fits none")
	}
}
