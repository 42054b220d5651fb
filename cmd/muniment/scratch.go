package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/muniment/muniment/internal/store"
)

// scratchFile returns the name of a file for the staging database of an import, and a function that removes it. It is
// beside the SQLite database, where there should be space for data of that size, or else in the system's temporary
// directory.
func scratchFile(config store.Config) (string, func(), error) {
	directory, err := os.MkdirTemp(config.Directory, "import-")
	if err != nil {
		return "", nil, fmt.Errorf("make room for the import: %w", err)
	}
	return filepath.Join(directory, "stage.db"), func() { _ = os.RemoveAll(directory) }, nil
}
