package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"syscall"

	"github.com/muniment/muniment/internal/fault"
)

// listen opens the listener of the server; see the function listen.
func (s *ListenFlags) listen(ctx context.Context, objection string) (net.Listener, error) {
	return listen(ctx, "listen", s.Listen, objection)
}

// listen opens a listener at the address that a setting has. If objection is not "", the address must be a loopback
// address; objection is the reason for the error message.
func listen(ctx context.Context, setting, at, objection string) (net.Listener, error) {
	host, service, err := net.SplitHostPort(at)
	if err != nil {
		return nil, fault.New(usage, setting, fmt.Sprintf("--%s %.80q is not an address with a port", setting, at),
			"write it as 127.0.0.1:8080")
	}
	if err := checkPort(setting, service, "write it as 127.0.0.1:8080; port 0 chooses a free port"); err != nil {
		return nil, err
	}
	if ip := net.ParseIP(host); objection != "" && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, refuseAddress(setting, at, objection)
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", at)
	var name *net.DNSError
	switch {
	case errors.As(err, &name), errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("--%s: %s %w", setting, host, errNotHere)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("--%s: %s %w", setting, at, errPrivilegedPort)
	case err != nil:
		return nil, fmt.Errorf("listen: %w", err)
	}
	// localhost need not resolve to a loopback address.
	if address, ok := listener.Addr().(*net.TCPAddr); objection != "" && (!ok || !address.IP.IsLoopback()) {
		return nil, errors.Join(refuseAddress(setting, at, objection), listener.Close())
	}
	return listener, nil
}

var (
	errNotHere        = errors.New("is not an address of this machine")
	errPrivilegedPort = errors.New("has a port on which this user may not listen")
)

// checkPort refuses a port of a setting that is neither the name of a service nor a number from 0 to 65535. An empty
// one is left to the caller.
func checkPort(setting, service, remedy string) error {
	if _, err := net.LookupPort("tcp", service); err != nil {
		return fault.New(usage, setting,
			fmt.Sprintf("--%s has the port %.20q, but ports are numbers from 0 to 65535", setting, service), remedy)
	}
	return nil
}

func refuseAddress(setting, address, objection string) *fault.Error {
	return fault.New(notLoopback, setting,
		fmt.Sprintf("will not listen on %.80s, which other machines can reach: %s", address, objection),
		"listen on 127.0.0.1; to be reached from elsewhere, serve with --public-url and a way to sign in "+
			"(docs/signing-in.md)")
}
