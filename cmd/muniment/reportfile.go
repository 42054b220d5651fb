package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/regular"
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
	path, err := replaceable(path)
	if err != nil {
		return nil, fmt.Errorf("make the report: %w", err)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".muniment-report-")
	if err != nil {
		return nil, fmt.Errorf("make the report: %w", err)
	}
	r := &reportFile{path: path, file: file, out: bufio.NewWriter(file)}
	_, err = r.out.WriteString(reportStart)
	return r, err
}

// errNotReport is returned for a file that a report must not replace, because it is no report.
var errNotReport = errors.New("the file already exists, and is no report of an import")

// replaceable returns the path of a file that may be replaced or made by a rename: path itself if nothing is there, and
// the file to which it leads if it is a symbolic link, so that the link stays. It returns regular.ErrNotRegular for a
// device, a pipe, a socket and a link that leads nowhere, and errNotReport for a file that is no earlier report.
func replaceable(path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return "", &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !info.Mode().IsRegular():
		return "", &fs.PathError{Op: "write", Path: path, Err: regular.ErrNotRegular}
	case err == nil:
		path, err := filepath.EvalSymlinks(path)
		if err == nil {
			err = requireReport(path)
		}
		return path, err
	case !errors.Is(err, fs.ErrNotExist):
		return "", err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", &fs.PathError{Op: "write", Path: path, Err: regular.ErrNotRegular}
	}
	return path, nil
}

// The texts around the findings of a report. They stay as they are, because earlier reports are recognised by them.
const (
	reportStart  = `{"findings":[`
	reportResult = "\n],\n\"result\": {"
	reportEnd    = "}\n"
)

// longestResult is the number of bytes at the end of a file within which the result of a report begins.
const longestResult = 1 << 20

// requireReport returns errNotReport unless a file is a report of an import.
func requireReport(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	start := make([]byte, len(reportStart)+1)
	end := make([]byte, min(info.Size(), longestResult))
	if _, err := file.ReadAt(start, 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if _, err := file.ReadAt(end, info.Size()-int64(len(end))); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if string(start) != reportStart+"\n" || !bytes.Contains(end, []byte(reportResult)) ||
		!bytes.HasSuffix(end, []byte(reportEnd)) {
		return fmt.Errorf("%w: %s", errNotReport, path)
	}
	return nil
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
	_, err = r.out.WriteString(strings.TrimSuffix(reportResult, "{") + string(text) + reportEnd)
	if err := errors.Join(err, r.out.Flush(), r.file.Close()); err != nil {
		return fmt.Errorf("%w: write the report: %w", errOutput, err)
	}
	if path, err := replaceable(r.path); err != nil || path != r.path { // it may have changed during the import
		return fmt.Errorf("write the report: %w",
			cmp.Or(err, error(&fs.PathError{Op: "write", Path: r.path, Err: regular.ErrNotRegular})))
	}
	if earlier, err := os.Stat(r.path); err == nil {
		if err := keepAccess(r.file.Name(), earlier); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
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
