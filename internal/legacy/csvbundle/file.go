package csvbundle

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/legacy"
)

// progressRows is the number of rows between two calls of Progress.
const progressRows = 4096

// file reads one file into the sink.
type file struct {
	kind     legacy.Kind
	name     string
	sink     legacy.Sink
	progress *legacy.Progress
	limit    *rowLimit
	csv      *csv.Reader
	// places holds the index in a row of each column of the kind, or -1.
	places  []int
	heading int
	values  []string
}

// read reads the file. Faults of the file become findings; the error returned is the sink's or the context's.
func (f *file) read(ctx context.Context, files fs.FS) error {
	defer func() { f.sink.Progress(*f.progress) }()
	raw, err := files.Open(f.name)
	if err != nil {
		return f.unreadable(0, err)
	}
	defer raw.Close()
	var plain io.Reader = &countingReader{in: raw, count: &f.progress.Bytes}
	if strings.HasSuffix(f.name, ".gz") {
		unzipped, err := gzip.NewReader(bufio.NewReaderSize(plain, 64<<10))
		if err != nil {
			return f.unreadable(0, err)
		}
		plain = unzipped
	}
	buffered := bufio.NewReaderSize(plain, 64<<10)
	if known, err := f.skipMark(buffered); err != nil || !known {
		return err
	}
	f.limit = &rowLimit{in: buffered, left: MaxRowBytes}
	f.csv = csv.NewReader(f.limit)
	f.csv.FieldsPerRecord, f.csv.ReuseRecord = -1, true
	if usable, err := f.readHeading(); err != nil || !usable {
		return err
	}
	return f.readRows(ctx)
}

// skipMark skips a UTF-8 byte-order mark. It reports a file in UTF-16 and returns false for it.
func (f *file) skipMark(in *bufio.Reader) (bool, error) {
	head, _ := in.Peek(3) // the first read returns the error again
	switch {
	case len(head) >= 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF:
		_, _ = in.Discard(3)
	case len(head) >= 2 && (head[0] == 0xFE && head[1] == 0xFF || head[0] == 0xFF && head[1] == 0xFE):
		return false, f.sink.Report(legacy.Finding{Rule: legacy.UnreadableFile, Kind: f.kind, File: f.name, Line: 1,
			Message: "the file is in UTF-16", Remedy: "save it as UTF-8"})
	}
	return true, nil
}

// readHeading maps the headings to columns and reports faults. It returns false if the file cannot be used.
func (f *file) readHeading() (bool, error) {
	heading, err := f.csv.Read()
	if errors.Is(err, io.EOF) {
		return false, f.report(legacy.EmptyFile, 0, "the file has no heading line",
			"export it again; a kind without rows still has a heading")
	}
	if err != nil {
		_, reporting := f.fault(err)
		return false, reporting
	}
	columns := f.kind.Columns()
	known := map[string]int{}
	for i, c := range columns {
		known[c.Name] = i
	}
	f.places = make([]int, len(columns))
	for i := range f.places {
		f.places[i] = -1
	}
	f.heading, f.values = len(heading), make([]string, len(columns))
	usable := true
	for at, name := range heading {
		i, ok := known[name]
		switch {
		case !ok && !utf8.ValidString(name):
			usable = false
			err = f.report(legacy.InvalidUTF8, 1, fmt.Sprintf("heading %d is not UTF-8", at+1),
				"save the file as UTF-8")
		case !ok:
			err = f.report(legacy.UnknownColumn, 1, fmt.Sprintf("the column %s is not known", short(name)), "")
		case f.places[i] >= 0:
			usable = false
			err = f.report(legacy.DuplicateColumn, 1, fmt.Sprintf("the column %s is there twice", name),
				"take one of them away")
		default:
			f.places[i] = at
		}
		if err != nil {
			return false, err
		}
	}
	for i, c := range columns {
		switch {
		case f.places[i] >= 0:
		case c.Needed:
			usable = false
			err = f.report(legacy.MissingColumn, 1, fmt.Sprintf("the column %s is missing", c.Name),
				"export the column as well; it may be empty where that is allowed")
		default:
			err = f.report(legacy.MissingOptionalColumn, 1, fmt.Sprintf("the column %s is missing", c.Name), "")
		}
		if err != nil {
			return false, err
		}
	}
	return usable, nil
}

func (f *file) readRows(ctx context.Context) error {
	for {
		f.limit.left = MaxRowBytes
		row, err := f.csv.Read()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			goesOn, reporting := f.fault(err)
			if reporting != nil || !goesOn {
				return reporting
			}
			continue
		}
		if err := f.take(row); err != nil {
			return err
		}
		f.progress.Rows++
		if f.progress.Rows%progressRows == 0 {
			f.sink.Progress(*f.progress)
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
	}
}

// take passes one row to the sink.
func (f *file) take(row []string) error {
	line, _ := f.csv.FieldPos(0)
	record := legacy.Record{Kind: f.kind, File: f.name, Line: int64(line), Values: f.values}
	if len(row) != f.heading {
		record.Broken = true
		if err := f.report(legacy.WrongFieldCount, line, fmt.Sprintf(
			"the row has %d values, the heading %d", len(row), f.heading),
			"put values with commas or line breaks between quotation marks"); err != nil {
			return err
		}
	}
	valid := true
	for i, at := range f.places {
		f.values[i] = ""
		if at < 0 || at >= len(row) {
			continue
		}
		f.values[i] = row[at]
		if !utf8.ValidString(row[at]) {
			f.values[i] = strings.ToValidUTF8(row[at], "\uFFFD")
			valid = false
		}
	}
	if !valid {
		record.Broken = true
		if err := f.report(legacy.InvalidUTF8, line, "the row holds bytes that are not UTF-8",
			"save the file as UTF-8"); err != nil {
			return err
		}
	}
	return f.sink.Record(record)
}

// fault reports an error of the CSV reader. goesOn is true if the next row can be read.
func (f *file) fault(err error) (goesOn bool, reporting error) {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		line := 0
		if f.heading > 0 {
			line, _ = f.csv.FieldPos(0)
		}
		if errors.Is(err, errRowTooLong) {
			return false, f.report(legacy.OversizeRow, line,
				fmt.Sprintf("the row after this line is longer than %d bytes", MaxRowBytes),
				"look for a quotation mark that is never closed")
		}
		return false, f.unreadable(line, err)
	}
	if errors.Is(parse.Err, errRowTooLong) {
		return false, f.report(legacy.OversizeRow, parse.StartLine,
			fmt.Sprintf("the row is longer than %d bytes", MaxRowBytes),
			"look for a quotation mark that is never closed")
	}
	message := "a quotation mark stands where none may"
	if parse.Line > parse.StartLine {
		message += ", at line " + strconv.Itoa(parse.Line)
	}
	return f.heading > 0, f.report(legacy.BadQuoting, parse.StartLine, message,
		"double the quotation marks inside a value and put the value between quotation marks")
}

func (f *file) unreadable(line int, err error) error {
	return f.report(legacy.UnreadableFile, line, "the file cannot be read: "+cause(err),
		"export or copy the file again")
}

// cause removes the path from an error of the operating system, because the finding names the file already.
func cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

func (f *file) report(rule legacy.Rule, line int, message, remedy string) error {
	return f.sink.Report(legacy.Finding{Rule: rule, Kind: f.kind, File: f.name, Line: int64(line), Message: message,
		Remedy: remedy})
}

func short(text string) string {
	if len(text) > 60 {
		text = strings.ToValidUTF8(text[:60], "") + "…"
	}
	return strconv.Quote(text)
}
