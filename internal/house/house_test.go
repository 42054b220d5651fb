// Package house holds the rules of where things stand: which room may import which, who may open a database, and what
// files may not be called. Its tests read the program as the go command sees it.
package house

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
	module = "github.com/muniment/muniment"
	top    = "../.."
)

// floors lists the rooms from the roof to the cellar. A package may import its own room and rooms on lower floors;
// rooms on one floor do not import each other, except in the cellar.
var floors = [][]string{
	{"cmd", "migrations/generate"},
	{"internal/benchmark", "internal/loadset"},
	{"internal/app"},
	{"internal/httpd"},
	{"graph"},
	{"internal/doctor", "internal/upgrade"},
	{"internal/notice"},
	{"internal/community"},
	{"internal/salesforce"},
	{"internal/legacy"},
	{"internal/activation", "internal/usage", "internal/download", "internal/renewal"},
	{"internal/coverage"},
	{"internal/entitlement"},
	{"internal/directory"},
	{"internal/access"},
	{"internal/account"},
	{"internal/catalog"},
	{"internal/system"},
	{"internal/eligibility", "internal/change", "internal/mail"},
	{"internal/audit", "internal/event", "internal/job", "internal/search"},
	{"internal/routine", "internal/viewer"},
	{"internal/store"},
	{"internal/page"},
	{"ent"},
	{"internal/clock", "internal/day", "internal/dns", "internal/email", "internal/fault", "internal/gid", "internal/person",
		"internal/quantity", "internal/spreadsheet", "internal/value", "internal/vocabulary", "migrations", "web", "."},
}

// tests are rooms that only tests, and tools for them, come into.
var tests = []string{"graph/oracle", "internal/testenv", "internal/house", "internal/attack"}

// drivers may be imported by internal/store alone.
var drivers = []string{"modernc.org/sqlite", "github.com/jackc/pgx", "github.com/lib/pq", "github.com/mattn/go-sqlite3",
	"github.com/riverqueue/river/riverdriver", "github.com/riverqueue/river/rivermigrate"}

type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func (p pkg) path() string { return inside(p.ImportPath) }

// inside returns a package's path below the top of the repository, or nothing for one of another module.
func inside(importPath string) string {
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
	command.Dir = top
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, complaint.String())
	}
	return out
}

func packages(t *testing.T) []pkg {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(goList(t, "-json=ImportPath,Imports,TestImports,XTestImports", "./...")))
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

// room returns the room a package stands in, the longest that fits, and its floor; -1 for none.
func room(p string) (string, int) {
	best, at := "", -1
	for floor, rooms := range floors {
		for _, r := range rooms {
			if (p == r || strings.HasPrefix(p, r+"/")) && len(r) > len(best) {
				best, at = r, floor
			}
		}
	}
	return best, at
}

func inTests(p string) bool {
	return slices.ContainsFunc(tests, func(r string) bool { return p == r || strings.HasPrefix(p, r+"/") })
}

// objection says why one package may not import another, or nothing.
func objection(from, to string) string {
	fromRoom, fromFloor := room(from)
	toRoom, toFloor := room(to)
	switch {
	case inTests(from):
		return ""
	case inTests(to):
		if from == "migrations/generate" && to == "internal/testenv/cluster" {
			return ""
		}
		return "only tests may"
	case fromFloor < 0:
		return from + " has no room: give it one in floors"
	case toFloor < 0:
		return to + " has no room: give it one in floors"
	case fromRoom == toRoom, toFloor > fromFloor, fromFloor == toFloor && fromFloor == len(floors)-1:
		return ""
	case fromFloor == toFloor:
		return "they are on one floor"
	}
	return "imports point down"
}

func TestImportsPointDown(t *testing.T) {
	for _, p := range packages(t) {
		if _, floor := room(p.path()); floor < 0 && !inTests(p.path()) {
			t.Errorf("%s has no room: give it one in floors", p.path())
		}
		for _, imported := range p.Imports {
			to := inside(imported)
			if to == "" {
				continue
			}
			if why := objection(p.path(), to); why != "" {
				t.Errorf("%s imports %s: %s", p.path(), to, why)
			}
		}
	}
}

func TestObjection(t *testing.T) {
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
		if why := objection(test.from, test.to); (why == "") != test.allowed {
			t.Errorf("%s imports %s: %q", test.from, test.to, why)
		}
	}
}

func TestOnlyTheStoreOpensDatabases(t *testing.T) {
	for _, p := range packages(t) {
		if r, _ := room(p.path()); r == "internal/store" {
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

// modernc.org/sqlite is made from C with exactly one version of its C library; another one corrupts memory.
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

// TestNamesSayWhat refuses names that say nothing of what is in a file or folder.
func TestNamesSayWhat(t *testing.T) {
	empty := []string{"util", "utils", "common", "helper", "helpers", "misc", "shared", "stuff", "lib", "libs"}
	err := filepath.WalkDir(top, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && (name == "node_modules" || name == "dist" || name == "testdata" ||
			strings.HasPrefix(name, ".") && name != ".." && file != top) {
			return fs.SkipDir
		}
		word := strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), "_test")
		if !entry.IsDir() && !slices.Contains([]string{".go", ".ts", ".tsx", ".mjs", ".graphqls"}, path.Ext(name)) {
			return nil
		}
		if slices.Contains(empty, word) {
			t.Errorf("%s: the name says nothing", file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// addressWriters are the files in which a user's address may be written: the change of an address, the erasure of a user, and where users
// are made. An import writes rows, and leaves the addresses of users first (internal/legacy/apply).
var addressWriters = []string{"internal/account/useraddress.go", "internal/account/erase.go", "internal/account/accept.go", "internal/access/user.go"}

// TestAddressesAreChangedInOnePlace holds that what rests on an address ends when it changes, wherever that comes from.
func TestAddressesAreChangedInOnePlace(t *testing.T) {
	writes := regexp.MustCompile(`User\.(Update|Create|MapCreate)[^\n]*\.(Set|SetNillable|Clear)Email(Key)?\(|\.SetEmail\([^\n]*\)\.SetEmailKey\(|\bupdate\.ClearEmail\(`)
	others := []string{"directory", "Invitation."} // addresses of records and of invitations are none of users
	for _, room := range []string{"internal", "cmd", "graph"} {
		err := filepath.WalkDir(filepath.Join(top, room), func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			name, err := filepath.Rel(top, file)
			if err != nil {
				return err
			}
			name = filepath.ToSlash(name)
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			for line := range strings.Lines(string(text)) {
				if writes.MatchString(line) && !slices.Contains(addressWriters, name) && !strings.HasPrefix(name, "internal/testenv/") &&
					!slices.ContainsFunc(others, func(other string) bool { return strings.Contains(name+" "+line, other) }) {
					t.Errorf("%s writes an address of a user: %s", name, strings.TrimSpace(line))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
