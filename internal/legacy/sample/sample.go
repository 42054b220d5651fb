// Package sample has the export of an older entitlement system that the demonstration imports. The result of a correct
// import is in truth.jsonl.gz beside it. All names in it are invented.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed csv/*.csv.gz
var bundle embed.FS

// Bundle returns the CSV bundle as a file system.
func Bundle() fs.FS {
	files, err := fs.Sub(bundle, "csv")
	if err != nil {
		panic(err) // the path is a constant that is embedded above
	}
	return files
}
