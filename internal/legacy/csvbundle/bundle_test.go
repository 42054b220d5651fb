package csvbundle_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
)

// collector is a Sink that stores everything.
type collector struct {
	records  []legacy.Record
	findings []legacy.Finding
	progress legacy.Progress
	refuse   error
}

func (c *collector) Record(r legacy.Record) error {
	r.Values = slices.Clone(r.Values)
	c.records = append(c.records, r)
	return c.refuse
}

func (c *collector) Report(f legacy.Finding) error {
	c.findings = append(c.findings, f)
	return nil
}

func (c *collector) Progress(p legacy.Progress) { c.progress = p }

// rules lists the findings as rule@file:line, without those about missing files.
func (c *collector) rules() []string {
	var list []string
	for _, f := range c.findings {
		if f.Rule != legacy.MissingFile && f.Rule != legacy.MissingOptionalColumn {
			list = append(list, fmt.Sprintf("%s@%s:%d", f.Rule, f.File, f.Line))
		}
	}
	return list
}

func read(t *testing.T, files map[string]string) *collector {
	t.Helper()
	bundle := fstest.MapFS{}
	for name, text := range files {
		bundle[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c := &collector{}
	if err := csvbundle.New(bundle).Read(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	return c
}

const links = "parentAccountId,accountId\r\n"

func TestRowsAndPositions(t *testing.T) {
	models := "name,licenseTechnology,metered\n"
	for name, tt := range map[string]struct {
		file, text string
		want       []string // line: values
	}{
		"CRLF":              {"account_links.csv", links + "A,B\r\nC,D\r\n", []string{"2: A|B", "3: C|D"}},
		"LF, no last break": {"account_links.csv", "parentAccountId,accountId\nA,B", []string{"2: A|B"}},
		"byte-order mark":   {"account_links.csv", "\xEF\xBB\xBF" + links + "A,B\r\n", []string{"2: A|B"}},
		"columns turned":    {"account_links.csv", "accountId,parentAccountId\nB,A\n", []string{"2: A|B"}},
		"heading only":      {"account_links.csv", links, nil},
		"breaks inside": {"license_models.csv", models + "\"a\nb\r\nc\",\"say \"\"x\"\"\",1\nd,e,0\n",
			[]string{"2: a\nb\nc|say \"x\"|1", "5: d|e|0"}},
		"blank lines":        {"license_models.csv", models + "\n\na,b,1\n", []string{"4: a|b|1"}},
		"blanks are kept":    {"license_models.csv", models + " a ,b,1\n", []string{"2:  a |b|1"}},
		"optional is absent": {"license_models.csv", "name,metered\na,1\n", []string{"2: a||1"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, form := range []string{"plain", "gzip"} {
				files := map[string]string{tt.file: tt.text}
				if form == "gzip" {
					files = map[string]string{tt.file + ".gz": zipped(t, tt.text)}
				}
				c := read(t, files)
				var got []string
				for _, r := range c.records {
					got = append(got, fmt.Sprintf("%d: %s", r.Line, strings.Join(r.Values, "|")))
				}
				if !slices.Equal(got, tt.want) || len(c.rules()) > 0 {
					t.Errorf("%s: got %q with %v, want %q", form, got, c.rules(), tt.want)
				}
			}
		})
	}
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFaults(t *testing.T) {
	whole := zipped(t, links+strings.Repeat("A,B\r\n", 100_000))
	for name, tt := range map[string]struct {
		files   map[string]string
		want    []string
		records int // at least
		broken  int
	}{
		"unknown column": {map[string]string{"account_links.csv": "parentAccountId,accountId,more\nA,B,C\n"},
			[]string{"unknown_column@account_links.csv:1"}, 1, 0},
		"missing column": {map[string]string{"account_links.csv": "parentAccountId\nA\n"},
			[]string{"missing_column@account_links.csv:1"}, 0, 0},
		"column twice": {map[string]string{"account_links.csv": "accountId,parentAccountId,accountId\nA,B,C\n"},
			[]string{"duplicate_column@account_links.csv:1"}, 0, 0},
		"empty file": {map[string]string{"account_links.csv": ""}, []string{"empty_file@account_links.csv:0"},
			0, 0},
		"empty compressed": {map[string]string{"account_links.csv.gz": zipped(t, "")},
			[]string{"empty_file@account_links.csv.gz:0"}, 0, 0},
		"only a mark": {map[string]string{"account_links.csv": "\xEF\xBB\xBF"},
			[]string{"empty_file@account_links.csv:0"}, 0, 0},
		"too few values": {map[string]string{"account_links.csv": links + "A\r\nB,C\r\n"},
			[]string{"wrong_field_count@account_links.csv:2"}, 2, 1},
		"too many values": {map[string]string{"account_links.csv": links + "A,B,C\r\nD,E\r\n"},
			[]string{"wrong_field_count@account_links.csv:2"}, 2, 1},
		"bare quotation mark": {map[string]string{"account_links.csv": links + "A,B\"C\r\nD,E\r\n"},
			[]string{"bad_quoting@account_links.csv:2"}, 1, 0},
		"never closed": {map[string]string{"account_links.csv": links + "A,B\r\nC,\"D\r\nE,F\r\n"},
			[]string{"bad_quoting@account_links.csv:3"}, 1, 0},
		"heading not closed": {map[string]string{"account_links.csv": "\"parentAccountId,accountId\r\nA,B\r\n"},
			[]string{"bad_quoting@account_links.csv:1"}, 0, 0},
		"not UTF-8": {map[string]string{"account_links.csv": links + "A\xFF,B\r\nC,D\r\n"},
			[]string{"invalid_utf8@account_links.csv:2"}, 2, 1},
		"heading not UTF-8": {map[string]string{"account_links.csv": "parentAccountId,accountId,\xFF\r\nA,B,C\r\n"},
			[]string{"invalid_utf8@account_links.csv:1"}, 0, 0},
		"UTF-16": {map[string]string{"account_links.csv": "\xFF\xFEp\x00"},
			[]string{"wrong_encoding@account_links.csv:1"}, 0, 0},
		"UTF-16 without a mark": {map[string]string{"account_links.csv": "p\x00a\x00"},
			[]string{"wrong_encoding@account_links.csv:1"}, 0, 0},
		"a workbook": {map[string]string{"account_links.csv": "PK\x03\x04\x14\x00"},
			[]string{"wrong_encoding@account_links.csv:1"}, 0, 0},
		"compressed without saying so": {map[string]string{"account_links.csv": whole},
			[]string{"wrong_encoding@account_links.csv:1"}, 0, 0},
		"semicolons": {map[string]string{"account_links.csv": "parentAccountId;accountId\r\nA;B\r\n"},
			[]string{"wrong_separator@account_links.csv:1"}, 0, 0},
		"semicolons after a mark": {map[string]string{"account_links.csv": "\xEF\xBB\xBF\"parentAccountId\";x\n"},
			[]string{"wrong_separator@account_links.csv:1"}, 0, 0},
		"tabs": {map[string]string{"account_links.csv.gz": zipped(t, "parentAccountId\taccountId\r\nA\tB\r\n")},
			[]string{"wrong_separator@account_links.csv.gz:1"}, 0, 0},
		"no gzip": {map[string]string{"account_links.csv.gz": "parentAccountId"},
			[]string{"unreadable_file@account_links.csv.gz:0"}, 0, 0},
		"cut gzip": {map[string]string{"account_links.csv.gz": whole[:len(whole)/2]}, nil, 10_000, 0},
		"both forms": {map[string]string{"account_links.csv": links, "account_links.csv.gz": whole},
			[]string{"unreadable_file@account_links.csv:0"}, 0, 0},
		"row too long": {map[string]string{"account_links.csv": links + "A,B\r\nC,\"" +
			strings.Repeat("x\n", csvbundle.MaxRowBytes) + "\"\r\n"}, []string{"oversize_row@account_links.csv:3"}, 1,
			0},
		"long row": {map[string]string{"account_links.csv": links + "A," +
			strings.Repeat("x", csvbundle.MaxRowBytes/2) + "\r\nC,D\r\n"}, nil, 2, 0},
	} {
		t.Run(name, func(t *testing.T) {
			c := read(t, tt.files)
			if tt.want != nil && !slices.Equal(c.rules(), tt.want) {
				t.Errorf("got %v, want %v", c.rules(), tt.want)
			}
			if name == "cut gzip" && (len(c.rules()) != 1 || !strings.HasPrefix(c.rules()[0], "unreadable_file@")) {
				t.Errorf("got %v, want the file to be unreadable", c.rules())
			}
			broken := 0
			for _, r := range c.records {
				if r.Broken {
					broken++
				}
			}
			if len(c.records) < tt.records || broken != tt.broken || tt.records == 0 && len(c.records) > 0 {
				t.Errorf("%d records, %d of them broken; want %d and %d", len(c.records), broken, tt.records,
					tt.broken)
			}
		})
	}
}

// The stage adds the severity; here every rule must be a listed one.
func TestRulesAreListed(t *testing.T) {
	listed := legacy.Severities()
	c := read(t, map[string]string{"account_links.csv": "parentAccountId\n"})
	for _, f := range c.findings {
		if listed[f.Rule] == 0 {
			t.Errorf("the rule %s is not listed", f.Rule)
		}
	}
	if len(c.findings) != 16 { // a column and fifteen files are missing
		t.Errorf("%d findings, want 16", len(c.findings))
	}
}

func TestUnreadableFileOnDisk(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "accounts.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	bundle, err := csvbundle.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	c := &collector{}
	if err := bundle.Read(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(c.rules(), []string{"unreadable_file@accounts.csv:0"}) {
		t.Errorf("got %v, want %v", c.rules(), []string{"unreadable_file@accounts.csv:0"})
	}
	for _, f := range c.findings {
		if strings.Contains(f.Message, dir) {
			t.Errorf("the message names the path: %s", f.Message)
		}
	}
}

func TestOpenRefusesOtherDirectories(t *testing.T) {
	if _, err := csvbundle.Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no directory: %v", err)
	}
	if _, err := csvbundle.Open(t.TempDir()); !errors.Is(err, csvbundle.ErrNoBundle) {
		t.Errorf("an empty directory: %v, want %v", err, csvbundle.ErrNoBundle)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := csvbundle.Open(file); err == nil {
		t.Error("a file was opened as a directory")
	}
}

func TestProgressAndEnd(t *testing.T) {
	text := links + strings.Repeat("A,B\r\n", 10_000)
	c := read(t, map[string]string{"account_links.csv": text, "usage.csv": "accountId\n"})
	if c.progress.Bytes != c.progress.Total || c.progress.Total != int64(len(text)+len("accountId\n")) {
		t.Errorf("%d of %d bytes, want Bytes = %v and Total = %v", c.progress.Bytes, c.progress.Total,
			c.progress.Total, int64(len(text)+len("accountId\n")))
	}
	stop := errors.New("stop")
	c = &collector{refuse: stop}
	bundle := csvbundle.New(fstest.MapFS{"account_links.csv": {Data: []byte(text)}})
	if err := bundle.Read(context.Background(), c); !errors.Is(err, stop) || len(c.records) != 1 {
		t.Errorf("continued after an error of the sink: %v, %d records", err, len(c.records))
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := bundle.Read(ctx, &collector{}); !errors.Is(err, context.Canceled) {
		t.Errorf("continued after the context ended: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(links + "A,B\r\n"))
	f.Add([]byte("\xEF\xBB\xBFparentAccountId,accountId\n\"a\nb\",c\n\"\n"))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"account_links.csv", "account_links.csv.gz"} {
			c := &collector{}
			bundle := csvbundle.New(fstest.MapFS{name: {Data: data}})
			if err := bundle.Read(context.Background(), c); err != nil {
				t.Fatal(err)
			}
			var last int64
			for _, r := range c.records {
				if len(r.Values) != 2 || r.Line <= last {
					t.Fatalf("record %+v after line %d, want len(Values) = 2 and Line > %v", r, last, last)
				}
				last = r.Line
				for _, v := range r.Values {
					if strings.ToValidUTF8(v, "") != v {
						t.Fatalf("%q is not UTF-8", v)
					}
				}
			}
			for _, finding := range c.findings {
				if finding.Message == "" || finding.File == "" {
					t.Fatalf(`finding %+v, want Message != "" and File != ""`, finding)
				}
			}
		}
	})
}
