package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/muniment/muniment/internal/store"
)

// scratchFile names a file for the stage of an import and returns what removes it. It lies beside the SQLite database,
// where there is room for data of that size, and else in the system's temporary directory.
func scratchFile(config store.Config) (string, func(), error) {
	directory, err := os.MkdirTemp(config.Directory, "import-")
	if err != nil {
		return "", nil, fmt.Errorf("make room for the import: %w", err)
	}
	return filepath.Join(directory, "stage.db"), func() { _ = os.RemoveAll(directory) }, nil
}
