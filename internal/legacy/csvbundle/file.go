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
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/regular"
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
	// A pipe without a writer would be waited for without an end.
	if info, err := fs.Stat(files, f.name); err == nil && !info.Mode().IsRegular() {
		return f.unreadable(0, regular.ErrNotRegular)
	}
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
	if known, err := f.begins(buffered); err != nil || !known {
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

// recode tells how a file becomes one that can be read.
const recode = "save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\"), for instance with: iconv -f %s -t UTF-8"

// begins looks at the beginning of a file and skips a UTF-8 byte-order mark. It reports a file in another form than
// CSV in UTF-8 with commas, and returns false for it.
func (f *file) begins(in *bufio.Reader) (bool, error) {
	head, _ := in.Peek(3) // the first read returns the error again
	if strings.HasPrefix(string(head), "\xEF\xBB\xBF") {
		_, _ = in.Discard(3)
	}
	text, _ := in.Peek(in.Size())
	if what, remedy := foreignForm(string(text)); what != "" {
		return false, f.report(legacy.WrongEncoding, 1, "the file is "+what, remedy)
	}
	if name := f.separator(string(text)); name != "" {
		return false, f.report(legacy.WrongSeparator, 1, "the headings are separated by "+name,
			"export the file again with commas between the values, and with values that have commas in quotation marks")
	}
	return true, nil
}

// foreignForm recognizes what is often taken for CSV in UTF-8 by the beginning of a file.
func foreignForm(head string) (what, remedy string) {
	line, _, _ := strings.Cut(head, "\n")
	switch {
	case strings.HasPrefix(head, "\xFE\xFF"), strings.HasPrefix(head, "\xFF\xFE"):
		return "in UTF-16", fmt.Sprintf(recode, "UTF-16")
	case strings.HasPrefix(head, "PK\x03\x04"):
		return "a workbook or an archive", "save each sheet as \"CSV UTF-8\", or unpack the archive"
	case strings.HasPrefix(head, "\x1F\x8B"):
		return "compressed", "give it a name that ends in .csv.gz, or decompress it"
	case len(line) > 1 && line[1] == 0:
		return "in UTF-16 without a byte-order mark", fmt.Sprintf(recode, "UTF-16LE")
	case len(line) > 1 && line[0] == 0:
		return "in UTF-16 without a byte-order mark", fmt.Sprintf(recode, "UTF-16BE")
	}
	return "", ""
}

// separator returns the name of what separates known headings in the first line instead of commas, or "".
func (f *file) separator(head string) string {
	line, _, _ := strings.Cut(head, "\n")
	if strings.Contains(line, ",") {
		return ""
	}
	known := map[string]bool{}
	for _, c := range f.kind.Columns() {
		known[c.Name] = true
	}
	for _, s := range []struct{ mark, name string }{{";", "semicolons"}, {"\t", "tabs"}, {"|", "bars"}} {
		parts := strings.Split(line, s.mark)
		if len(parts) > 1 && slices.ContainsFunc(parts, func(part string) bool {
			return known[strings.Trim(part, " \"\r")]
		}) {
			return s.name
		}
	}
	return ""
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
				fmt.Sprintf(recode, "WINDOWS-1252"))
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
		if err := f.report(legacy.InvalidUTF8, line,
			"the row holds bytes that are not UTF-8; the file may be in Windows-1252",
			fmt.Sprintf(recode, "WINDOWS-1252")); err != nil {
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
