//go:build !unix

package main

import (
	"io/fs"
	"os"
)

// keepAccess gives a file the mode of an earlier file, which it is to replace.
func keepAccess(path string, earlier fs.FileInfo) error { return os.Chmod(path, earlier.Mode().Perm()) }
