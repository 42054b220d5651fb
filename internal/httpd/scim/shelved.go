//go:build !shelved

// Package scim lets a customer's directory keep its records, by SCIM 2.0 (RFC 7643 and 7644). See README.md.
package scim

import (
	"log/slog"
	"net/http"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
)

// Path is where the handler is to be mounted.
const Path = "/scim/v2"

// Options says what a handler works with.
type Options struct {
	Changes   *change.Pipeline
	Access    any
	Members   any
	Today     func() day.Day
	PublicURL string
	Log       *slog.Logger
}

// New makes the handler.
func New(Options) http.Handler { return http.NotFoundHandler() }
