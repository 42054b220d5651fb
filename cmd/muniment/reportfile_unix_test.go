//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"maps"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
)

// TestReportsReplaceOnlyFiles checks that a report replaces nothing but an earlier report.
func TestReportsReplaceOnlyFiles(t *testing.T) {
	source, directory := written(t, bundletest.New(t)), t.TempDir()
	in := func(name string) string { return filepath.Join(directory, name) }
	const earlier = "{\"findings\":[\n],\n\"result\": {\n}}\n"
	write := func(name, text string) {
		if err := os.WriteFile(in(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, in(name)); err != nil {
			t.Fatal(err)
		}
	}
	write("file", earlier)
	write("target", earlier)
	others := map[string]string{"empty": "", "start": "{\"findings\":[\n", "text": "before", "json": "{}\n"}
	for name, text := range others {
		write(name, text)
	}
	run(t, "schema", "up", "--data", in("data")).want(t, exitDone)
	link("data/muniment.db", "database")
	link("target", "link")
	link("nowhere", "broken")
	if err := syscall.Mkfifo(in("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", in("socket"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { socket.Close() })
	link(in("pipe"), "to a pipe")
	modes := func() map[string]fs.FileMode {
		all := map[string]fs.FileMode{}
		entries, err := os.ReadDir(directory)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			all[entry.Name()] = entry.Type()
		}
		return all
	}
	before := modes()
	report := func(name string) result {
		return run(t, "import", source, "--data", filepath.Join(t.TempDir(), "data"), "--dry-run", "--report", in(name))
	}
	for _, name := range []string{"pipe", "to a pipe", "broken", "socket"} {
		report(name).want(t, exitFailed, "BAD_PATH", "not a regular file", "never read or replaced")
	}
	for name, text := range others {
		report(name).want(t, exitFailed, "ALREADY_THERE", "no report of an import", "earlier report")
		if left, err := os.ReadFile(in(name)); err != nil || string(left) != text {
			t.Errorf("%s holds %q, %v, want %q", name, left, err, text)
		}
	}
	for _, name := range []string{"database", "data/muniment.db", "data/muniment.lock"} {
		run(t, "import", source, "--data", in("data"), "--report", in(name)).want(t, exitFailed, "ALREADY_THERE")
	}
	run(t, "doctor", "--data", in("data")).want(t, exitDone, "Healthy")
	fresh := filepath.Join(t.TempDir(), "data")
	if err := os.Mkdir(fresh, 0o700); err != nil {
		t.Fatal(err)
	}
	// The import makes this file after the first look.
	run(t, "import", source, "--data", fresh, "--report", filepath.Join(fresh, "muniment.db")).want(t, exitFailed,
		"ALREADY_THERE")
	run(t, "doctor", "--data", fresh).want(t, exitDone, "Healthy")
	report("").want(t, exitFailed, "BAD_PATH", "is a directory")
	for name, mode := range map[string]fs.FileMode{"file": 0o640, "target": 0o604} {
		if err := os.Chmod(in(name), mode); err != nil {
			t.Fatal(err)
		}
	}
	if os.Geteuid() == 0 {
		if err := os.Chown(in("file"), 4711, 4712); err != nil {
			t.Fatal(err)
		}
	}
	access := func(name string) string {
		info, err := os.Stat(in(name))
		if err != nil {
			t.Fatal(err)
		}
		of := info.Sys().(*syscall.Stat_t)
		return fmt.Sprintf("%v of %d, %d", info.Mode(), of.Uid, of.Gid)
	}
	files, targets := access("file"), access("target")
	for _, name := range []string{"file", "link"} {
		report(name).want(t, exitDone, "dry run")
		readReport(t, in(name))
	}
	readReport(t, in("target"))
	if got := access("file"); got != files {
		t.Errorf("the file is %s, was %s", got, files)
	}
	if got := access("target"); got != targets {
		t.Errorf("the target of the link is %s, was %s", got, targets)
	}
	if after := modes(); !maps.Equal(before, after) {
		t.Errorf("the directory holds %v, want %v", after, before)
	}
}
