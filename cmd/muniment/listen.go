package main

import (
	"context"
	"errors"
	"fmt"
	"net"

	"github.com/muniment/muniment/internal/fault"
)

// listen takes the address, if it is of this machine alone: there are no users yet, so whoever reaches the server may
// read everything.
func (s *Listening) listen(ctx context.Context) (net.Listener, error) {
	host, _, err := net.SplitHostPort(s.Listen)
	if err != nil {
		return nil, fault.New(usage, "listen", fmt.Sprintf("%.80q is no address with a port", s.Listen), "write it as 127.0.0.1:8080")
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, refuseAddress(s.Listen)
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.Listen)
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	// What localhost means is for the system to say.
	if address, ok := listener.Addr().(*net.TCPAddr); !ok || !address.IP.IsLoopback() {
		return nil, errors.Join(refuseAddress(s.Listen), listener.Close())
	}
	return listener, nil
}

func refuseAddress(address string) *fault.Error {
	return fault.New(notLoopback, "listen",
		fmt.Sprintf("will not listen on %.80s: the server knows no users yet and lets everybody who reaches it read everything", address),
		"listen on 127.0.0.1, localhost or [::1]; reach it from elsewhere through an SSH tunnel")
}
