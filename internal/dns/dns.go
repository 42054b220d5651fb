// Package dns asks the domain name system for the records by which customers prove their domains.
package dns

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"
)

// Resolver finds TXT records.
type Resolver interface {
	// LookupTXT returns the TXT records of a full name without the dot at its end, each as one text however it is split. It
	// returns ErrNotFound if the name does not exist or has none, and any other error if that could not be found out.
	LookupTXT(ctx context.Context, name string) ([]string, error)
}

// ErrNotFound says that DNS has answered, and that there is no such record.
var ErrNotFound = errors.New("there is no such record")

// timeout is how long one question may take, with all its repetitions.
const timeout = 5 * time.Second

// System returns a resolver that asks the servers which the machine is set up with or, if server is not "", only that one:
// a host and a port.
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
	records, err := s.Resolver.LookupTXT(ctx, name+".") // the dot keeps the machine's search domains out
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
