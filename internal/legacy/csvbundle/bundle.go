// Package csvbundle reads an older entitlement system's export in the form of a directory with one CSV file for each
// kind of records, plain or compressed. It reads row by row and keeps no file in memory.
package csvbundle

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/muniment/muniment/internal/legacy"
)

// MaxRowBytes is the maximum length of a row. The rest of a file with a longer row is not read.
const MaxRowBytes = 8 << 20

// Bundle is a directory with files named after the kinds: accounts.csv or accounts.csv.gz, and so on. It implements
// legacy.Reader.
type Bundle struct{ files fs.FS }

var _ legacy.Reader = (*Bundle)(nil)

// ErrNoBundle is returned by Open for a directory without any of the files, and for what is not a directory.
var ErrNoBundle = errors.New("no file of a CSV bundle")

// Open returns the bundle in a directory. It returns an error if there is no such directory, and ErrNoBundle if the
// directory holds none of the sixteen files.
func Open(dir string) (*Bundle, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("open the bundle: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%w: %s is not a directory", ErrNoBundle, dir)
	}
	b := New(os.DirFS(dir))
	for _, kind := range legacy.Kinds() {
		if len(b.present(kind)) > 0 {
			return b, nil
		}
	}
	return nil, fmt.Errorf("%w in %s: expected accounts.csv or accounts.csv.gz, and fifteen more", ErrNoBundle, dir)
}

// New returns the bundle in a file system.
func New(files fs.FS) *Bundle { return &Bundle{files: files} }

// present lists the existing files of a kind; there should be exactly one.
func (b *Bundle) present(kind legacy.Kind) []string {
	var names []string
	for _, name := range []string{kind.String() + ".csv", kind.String() + ".csv.gz"} {
		if _, err := fs.Stat(b.files, name); err == nil {
			names = append(names, name)
		}
	}
	return names
}

// Read implements legacy.Reader. Files are read in the order of the kinds.
func (b *Bundle) Read(ctx context.Context, sink legacy.Sink) error {
	progress := legacy.Progress{}
	for _, kind := range legacy.Kinds() {
		for _, name := range b.present(kind) {
			if info, err := fs.Stat(b.files, name); err == nil {
				progress.Total += info.Size()
			}
		}
	}
	for _, kind := range legacy.Kinds() {
		names := b.present(kind)
		if len(names) != 1 {
			if err := sink.Report(absent(kind, names)); err != nil {
				return err
			}
			continue
		}
		progress.Kind, progress.File, progress.Rows = kind, names[0], 0
		f := &file{kind: kind, name: names[0], sink: sink, progress: &progress}
		if err := f.read(ctx, b.files); err != nil {
			return err
		}
	}
	return nil
}

func absent(kind legacy.Kind, names []string) legacy.Finding {
	if len(names) == 0 {
		return legacy.Finding{Rule: legacy.MissingFile, Kind: kind, File: kind.String() + ".csv",
			Message: fmt.Sprintf("neither %s.csv nor %s.csv.gz is there", kind, kind),
			Remedy:  "export the file, or put one with the heading line alone in its place"}
	}
	return legacy.Finding{Rule: legacy.UnreadableFile, Kind: kind, File: names[0],
		Message: fmt.Sprintf("both %s and %s are there, and only one can be meant", names[0], names[1]),
		Remedy:  "take one of them away"}
}
