package attack_test

import (
	"context"
	"sync"

	"github.com/muniment/muniment/internal/dns"
)

// zone holds all DNS records.
type zone struct {
	mu   sync.Mutex
	text map[string][]string
}

func newZone() *zone { return &zone{text: map[string][]string{}} }

// LookupTXT implements dns.Resolver.
func (z *zone) LookupTXT(_ context.Context, name string) ([]string, error) {
	z.mu.Lock()
	defer z.mu.Unlock()
	if found := z.text[name]; len(found) > 0 {
		return found, nil
	}
	return nil, dns.ErrNotFound
}

func (z *zone) set(name string, texts ...string) {
	z.mu.Lock()
	defer z.mu.Unlock()
	z.text[name] = texts
}
