package architecture

import (
	"bytes"
	"go/scanner"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// maxColumns is how wide a line of Go may be. A tab counts as four columns.
const maxColumns = 120

var generatedFile = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

// Lines of hand-written Go fit the width. What a raw string holds is exempt, since it has the lines of another
// language or the tags of a struct, and so is a line with a directive for a linter, which must stay beside its code.
func TestLinesFitTheWidth(t *testing.T) {
	t.Parallel()
	command := exec.Command("git", "ls-files", "-z", "*.go")
	command.Dir = repository
	list, err := command.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	read := 0
	for name := range strings.SplitSeq(strings.TrimRight(string(list), "\x00"), "\x00") {
		source, err := os.ReadFile(filepath.Join(repository, name))
		if os.IsNotExist(err) {
			continue // deleted, and not yet committed
		}
		if err != nil {
			t.Fatal(err)
		}
		if generatedFile.Match(source) {
			continue
		}
		read++
		for _, line := range wideLines(source) {
			t.Errorf("%s:%d is wider than %d columns", name, line, maxColumns)
		}
	}
	if read < 100 {
		t.Errorf("only %d files were read", read)
	}
}

// wideLines returns the numbers of the lines that are too wide, from 1.
func wideLines(source []byte) []int {
	raw := linesOfRawStrings(source)
	var wide []int
	for i, line := range strings.Split(string(source), "\n") {
		columns := utf8.RuneCountInString(line) + 3*strings.Count(line, "\t")
		if columns > maxColumns && !raw[i+1] && !strings.Contains(line, "//nolint") {
			wide = append(wide, i+1)
		}
	}
	return wide
}

// linesOfRawStrings returns the numbers of the lines that hold a part of a raw string.
func linesOfRawStrings(source []byte) map[int]bool {
	files := token.NewFileSet()
	file := files.AddFile("", -1, len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, 0)
	raw := map[int]bool{}
	for {
		at, kind, text := s.Scan()
		if kind == token.EOF {
			return raw
		}
		if kind != token.STRING || text[0] != '`' {
			continue
		}
		first := file.Line(at)
		for n := range bytes.Count([]byte(text), []byte("\n")) + 1 {
			raw[first+n] = true
		}
	}
}

func TestWideLinesAreFound(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", maxColumns)
	source := "package a\n\n// " + long + "\nvar b = `" + long + "\n" + long + "`\n\nvar " + long + " = 1\n"
	if got := wideLines([]byte(source)); len(got) != 2 || got[0] != 3 || got[1] != 7 {
		t.Errorf("lines %v, want 3 and 7", got)
	}
}
