// Command tally reads the output of go test -json and prints a summary: one line for each package, and the output of
// failed tests. It appends the numbers "passed failed skipped" to the file that its argument names.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "tally: name the file for the counts")
		os.Exit(2)
	}
	counts, err := tally(os.Stdin, os.Stdout)
	if err == nil {
		err = record(os.Args[1], counts)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "tally:", err)
		os.Exit(2)
	}
	if counts.failed > 0 {
		os.Exit(1)
	}
}

type counts struct{ passed, failed, skipped int }

func record(file string, c counts) error {
	out, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, c.passed, c.failed, c.skipped)
	return errors.Join(err, out.Close())
}

// event is one line of go test -json; see go doc test2json.
type event struct {
	Action, Package, Test, ImportPath, Output, FailedBuild string
	Elapsed                                                float64
}

func (e event) key() string { return e.Package + " " + e.Test }

// tally counts tests. If a package fails without a failing test (it does not build, or the process dies), it counts
// the package.
func tally(in io.Reader, out io.Writer) (counts, error) {
	var c counts
	printed := make(map[string]*strings.Builder) // output by test, until the test ends
	built := make(map[string]*strings.Builder)   // output by package that does not build
	failing := make(map[string]bool)             // packages with a failed test
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var e event
			if json.Unmarshal(line, &e) != nil || e.Action == "" {
				fmt.Fprintf(out, "%s", line)
			} else {
				c.add(e, printed, built, failing, out)
			}
		}
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		if err != nil {
			return c, err
		}
	}
}

func (c *counts) add(e event, printed, built map[string]*strings.Builder, failing map[string]bool, out io.Writer) {
	switch e.Action {
	case "output":
		text(printed, e.key()).WriteString(e.Output)
	case "build-output":
		text(built, e.ImportPath).WriteString(e.Output)
	case "pass", "skip", "fail":
		if e.Test == "" {
			c.endPackage(e, printed, built, failing, out)
			return
		}
		switch e.Action {
		case "pass":
			c.passed++
		case "skip":
			c.skipped++
		case "fail":
			c.failed++
			failing[e.Package] = true
			fmt.Fprint(out, text(printed, e.key()).String())
		}
		delete(printed, e.key())
	}
}

func (c *counts) endPackage(
	e event, printed, built map[string]*strings.Builder, failing map[string]bool, out io.Writer,
) {
	switch e.Action {
	case "pass":
		fmt.Fprintf(out, "ok    %-60s %6.1f s\n", e.Package, e.Elapsed)
	case "fail":
		if e.FailedBuild != "" {
			fmt.Fprint(out, text(built, e.FailedBuild).String())
		}
		if !failing[e.Package] {
			c.failed++
			// Tests that were running when the process died have no end event.
			for key, output := range printed {
				if strings.HasPrefix(key, e.Package+" ") {
					fmt.Fprint(out, output.String())
				}
			}
		}
		fmt.Fprintf(out, "FAIL  %-60s %6.1f s\n", e.Package, e.Elapsed)
	}
	for key := range printed {
		if strings.HasPrefix(key, e.Package+" ") {
			delete(printed, key)
		}
	}
}

func text(of map[string]*strings.Builder, key string) *strings.Builder {
	if of[key] == nil {
		of[key] = new(strings.Builder)
	}
	return of[key]
}
