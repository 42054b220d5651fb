// Package access is how somebody proves who they are, and what follows: sessions, keys, widget tokens, links sent by mail and
// identities, and the viewer that each of them makes. See README.md.
package access

import (
	"errors"
	"strings"
	"time"

	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
)

// Service keeps credentials and makes viewers of them. It is safe for concurrent use.
type Service struct {
	changes     *change.Pipeline
	outbox      members.Outbox
	today       func() day.Day
	directories Directories
	policy      Policy
	seen        touches
	recent      recalled
}

// Options are what a service needs. Today and Outbox are required.
type Options struct {
	// Today is the day on which memberships are judged.
	Today func() day.Day
	// Outbox takes the mails that tell people of new keys.
	Outbox members.Outbox
	// Directories are told of addresses that were proven. Nil knows nobody.
	Directories Directories
	// Policy says by what people have to prove who they are.
	Policy Policy
}

// NewService makes a service.
func NewService(changes *change.Pipeline, options Options) *Service {
	if options.Directories == nil {
		options.Directories = noDirectories{}
	}
	return &Service{changes: changes, outbox: options.Outbox, today: options.Today, directories: options.Directories,
		policy: options.Policy, recent: newRecalled(changes.Store())}
}

func (s *Service) db() *store.Store { return s.changes.Store() }

func (s *Service) now() clock.Instant { return s.changes.Now() }

func after(t clock.Instant, d time.Duration) clock.Instant {
	return t + clock.Instant(d.Microseconds())
}

// attempts is how often a change is tried whose new id, or name, another one took at the same moment.
const attempts = 3

// again tries a change anew, with ids drawn anew, while another one was faster.
func again(try func() error) error {
	for attempt := 1; ; attempt++ {
		if err := try(); attempt == attempts || !errors.Is(err, store.ErrUnique) {
			return err
		}
	}
}

// plain cuts a text that somebody else wrote to what both databases keep: at most so many bytes, at a whole character.
func plain(text string, bytes int) string {
	text = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", ""))
	if len(text) > bytes {
		text = strings.ToValidUTF8(text[:bytes], "")
	}
	return text
}
