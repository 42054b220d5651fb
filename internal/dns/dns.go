// Package dns looks up the DNS records by which customers prove that they own their domains.
package dns

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"
)

// Resolver looks up TXT records.
type Resolver interface {
	// LookupTXT returns the TXT records of a fully qualified name without the trailing dot. The parts of a record are
	// joined into one text. It returns ErrNotFound if the name does not exist or has no TXT record, and another error
	// if the lookup failed.
	LookupTXT(ctx context.Context, name string) ([]string, error)
}

// ErrNotFound says that DNS has answered and that there is no such record.
var ErrNotFound = errors.New("there is no such record")

// timeout limits one lookup, including its retries.
const timeout = 5 * time.Second

// System returns a resolver that asks the name servers of the machine's configuration or, if server is not "", only
// that server, given as host:port.
func System(server string) Resolver {
	r := &net.Resolver{PreferGo: true}
	if server != "" {
		dialer := &net.Dialer{}
		r.Dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
			return dialer.DialContext(ctx, network, server)
		}
	}
	return system{r}
}

type system struct{ *net.Resolver }

// LookupTXT implements Resolver.
func (s system) LookupTXT(ctx context.Context, name string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	// the trailing dot prevents the machine's search domains from being tried
	records, err := s.Resolver.LookupTXT(ctx, name+".")
	var failed *net.DNSError
	switch {
	case errors.As(err, &failed) && failed.IsNotFound && !failed.IsTemporary && !failed.IsTimeout:
		return nil, ErrNotFound
	case err != nil:
		return nil, fmt.Errorf("ask DNS: %w", err)
	case len(records) == 0:
		return nil, ErrNotFound
	}
	return records, nil
}
