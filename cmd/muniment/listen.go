package main

import (
	"context"
	"errors"
	"fmt"
	"net"

	"github.com/muniment/muniment/internal/fault"
)

// listen opens the listener. If objection is not "", the address must be a loopback address; objection is the reason
// for the error message.
func (s *ListenFlags) listen(ctx context.Context, objection string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(s.Listen)
	if err != nil {
		return nil, fault.New(usage, "listen", fmt.Sprintf("%.80q is not an address with a port", s.Listen),
			"write it as 127.0.0.1:8080")
	}
	if ip := net.ParseIP(host); objection != "" && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, refuseAddress(s.Listen, objection)
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.Listen)
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	// localhost need not resolve to a loopback address.
	if address, ok := listener.Addr().(*net.TCPAddr); objection != "" && (!ok || !address.IP.IsLoopback()) {
		return nil, errors.Join(refuseAddress(s.Listen, objection), listener.Close())
	}
	return listener, nil
}

func refuseAddress(address, objection string) *fault.Error {
	return fault.New(notLoopback, "listen",
		fmt.Sprintf("will not listen on %.80s, which other machines can reach: %s", address, objection),
		"listen on 127.0.0.1; to be reached from elsewhere, serve with --public-url and a way to sign in "+
			"(docs/signing-in.md)")
}
