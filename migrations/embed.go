// Package migrations embeds the schema histories, one folder for each engine. The files are written by the command in
// generate and never changed once released.
package migrations

import "embed"

// Files holds sqlite/*.sql and postgres/*.sql.
//
//go:embed sqlite/*.sql postgres/*.sql
var Files embed.FS
