package gid_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/gid"
)

// sample finds what looks like a global id: a prefix, and 13 characters that begin with a digit.
var sample = regexp.MustCompile(`\b(?:[a-z]{2,8})_[0-7][0-9A-Z]{12}\b`)

// Readers copy the ids that pages, descriptions and messages show, so that these must be ids.
func TestSampleIDsAreIDs(t *testing.T) {
	root := os.DirFS(filepath.Join("..", ".."))
	seen := 0
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch base := entry.Name(); {
		case err != nil:
			return err
		case entry.IsDir() && (base == "node_modules" || base == "dist" || len(base) > 1 && base[0] == '.'):
			return fs.SkipDir
		case entry.IsDir() || strings.HasSuffix(base, "_test.go"):
			return nil
		case filepath.Ext(base) != ".go" && filepath.Ext(base) != ".md" && filepath.Ext(base) != ".graphqls":
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		for _, id := range sample.FindAll(text, -1) {
			seen++
			if _, err := gid.Parse(string(id)); err != nil {
				t.Errorf("%s shows %s: %v", name, id, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 5 {
		t.Errorf("only %d sample ids were found", seen)
	}
}
