package main

import (
	"bufio"
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
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("make the report: %w", &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR})
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".muniment-report-")
	if err != nil {
		return nil, fmt.Errorf("make the report: %w", err)
	}
	r := &reportFile{path: path, file: file, out: bufio.NewWriter(file)}
	_, err = r.out.WriteString(`{"findings":[`)
	return r, err
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
