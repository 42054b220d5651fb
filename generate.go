// Package muniment keeps rights to software: who may use what, how much of it, until when and on which devices.
package muniment

//go:generate go generate ./ent
//go:generate go run ./graph/generate
