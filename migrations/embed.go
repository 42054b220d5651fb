// Package migrations carries the schema histories, one folder for each engine. Files are made by the command in
// generate and never changed once released.
package migrations

import "embed"

// Files holds sqlite/*.sql and postgres/*.sql.
//
//go:embed sqlite/*.sql postgres/*.sql
var Files embed.FS
