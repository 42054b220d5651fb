// Package web carries the browser parts of Muniment, built from the sources beside it and
// committed under dist, so that the binary needs neither node nor a network to serve them.
package web

import "embed"

// dist is the committed output of `npm run build`. Scripts, styles and fonts are in it only in
// gzip form, under their name with ".gz" added.
//
//go:embed all:dist
var dist embed.FS
