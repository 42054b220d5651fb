// Package access handles authentication: sessions, API keys, widget tokens, links sent by mail, and identities of
// identity providers, and it builds the viewer for each of them. See README.md.
package access

import (
	"strings"

	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
)

// Service stores credentials and builds viewers from them. It is safe for concurrent use.
type Service struct {
	changes     *change.Pipeline
	outbox      members.Outbox
	today       func() day.Day
	directories Directories
	policy      Policy
	fits        func(document string) error
	seen        touches
	sessions    sessionCache
	// shipped are the hashes of the documents of Muniment's own widgets.
	shipped []string
}

// Options configure a Service. Today and Outbox are required.
type Options struct {
	// Today returns the day for which memberships are evaluated.
	Today func() day.Day
	// Outbox sends the mails that notify people of new keys.
	Outbox members.Outbox
	// Directories links directory records to users when an address is proven. Nil stands for no directories.
	Directories Directories
	// Policy says how people have to authenticate.
	Policy Policy
	// Fits returns why a GraphQL document can never run. Nil stands for no check.
	Fits func(document string) error
	// WidgetDocuments are the hashes of the documents of Muniment's own widgets, which widget tokens may run without
	// being registered.
	WidgetDocuments []string
}

// NewService makes a service.
func NewService(changes *change.Pipeline, options Options) *Service {
	if options.Directories == nil {
		options.Directories = noDirectories{}
	}
	if options.Fits == nil {
		options.Fits = func(string) error { return nil }
	}
	return &Service{fits: options.Fits, changes: changes, outbox: options.Outbox, today: options.Today,
		directories: options.Directories, policy: options.Policy, sessions: newSessionCache(changes.Store()),
		shipped: options.WidgetDocuments}
}

func (s *Service) db() *store.Store { return s.changes.Store() }

func (s *Service) now() clock.Instant { return s.changes.Now() }

// cleanText makes a text from outside fit for both databases: valid UTF-8 without NUL, truncated to the given number
// of bytes at a character boundary.
func cleanText(text string, bytes int) string {
	text = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", ""))
	if len(text) > bytes {
		text = strings.ToValidUTF8(text[:bytes], "")
	}
	return text
}
