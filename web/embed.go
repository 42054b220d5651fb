// Package web embeds the browser parts of Muniment. They are built from the sources in this directory and
// committed under dist, so that building and running the binary needs neither Node.js nor a network.
package web

import "embed"

// dist is the committed output of `npm run build`. Scripts and styles are in it only in compressed forms, under their
// name with ".gz" or ".br" added.
//
//go:embed all:dist
var dist embed.FS
