package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/apply"
)

// reportFile is the JSON report of an import: {"findings": […], "result": {…}}. Findings are written as they come, so
// that millions of them need no memory. The file gets its final name once it is complete. A nil reportFile writes
// nothing.
type reportFile struct {
	// path is the file itself, without symbolic links.
	path  string
	file  *os.File
	out   *bufio.Writer
	count int
}

// createReport creates the temporary file of the report, to detect before the import if it cannot be written.
func createReport(path string) (*reportFile, error) {
	if path == "" {
		return nil, nil
	}
	path, err := regularFile(path)
	if err != nil {
		return nil, fmt.Errorf("make the report: %w", err)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".muniment-report-")
	if err != nil {
		return nil, fmt.Errorf("make the report: %w", err)
	}
	r := &reportFile{path: path, file: file, out: bufio.NewWriter(file)}
	_, err = r.out.WriteString(`{"findings":[`)
	return r, err
}

// errNotRegular is returned for a path that must not be replaced by a file.
var errNotRegular = errors.New("not a regular file")

// regularFile returns the path of a file that may be replaced or made by a rename: path itself if nothing is there, and
// the file to which it leads if it is a symbolic link, so that the link stays. It returns errNotRegular for a device, a
// pipe, a socket and a link that leads nowhere.
func regularFile(path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return "", &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !info.Mode().IsRegular():
		return "", &fs.PathError{Op: "write", Path: path, Err: errNotRegular}
	case err == nil:
		return filepath.EvalSymlinks(path)
	case !errors.Is(err, fs.ErrNotExist):
		return "", err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", &fs.PathError{Op: "write", Path: path, Err: errNotRegular}
	}
	return path, nil
}

func (r *reportFile) add(f legacy.Finding) error {
	if r == nil {
		return nil
	}
	text, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	separator := ",\n"
	if r.count == 0 {
		separator = "\n"
	}
	r.count++
	if _, err := r.out.WriteString(separator + string(text)); err != nil {
		return fmt.Errorf("%w: write the report: %w", errOutput, err)
	}
	return nil
}

func (r *reportFile) finish(result *apply.Report) error {
	if r == nil {
		return nil
	}
	text, err := json.MarshalIndent(result, "", "  ")
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	_, err = r.out.WriteString("\n],\n\"result\": " + string(text) + "}\n")
	if err := errors.Join(err, r.out.Flush(), r.file.Close()); err != nil {
		return fmt.Errorf("%w: write the report: %w", errOutput, err)
	}
	if path, err := regularFile(r.path); err != nil || path != r.path { // it may have changed during the import
		return fmt.Errorf("write the report: %w",
			cmp.Or(err, error(&fs.PathError{Op: "write", Path: r.path, Err: errNotRegular})))
	}
	if err := os.Rename(r.file.Name(), r.path); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// discard removes the temporary file of a report that was not finished.
func (r *reportFile) discard() {
	if r == nil {
		return
	}
	_ = r.file.Close()
	_ = os.Remove(r.file.Name()) // fails if it has been renamed, which is fine
}

// both returns a function that passes a finding to two receivers.
func both(first, second func(legacy.Finding) error) func(legacy.Finding) error {
	return func(f legacy.Finding) error {
		if err := first(f); err != nil {
			return err
		}
		return second(f)
	}
}

func round(d time.Duration) time.Duration {
	if d < time.Second {
		return d.Round(time.Millisecond)
	}
	return d.Round(100 * time.Millisecond)
}
