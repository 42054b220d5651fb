package httpd

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Limits of a connection. A response is ready within the operation's deadline; the rest is for slow networks.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 15 * time.Second
	writeTimeout  = 30 * time.Second
	idleTimeout   = 60 * time.Second
	maxHeader     = 32 << 10
)

// Serve answers on a listener until ctx ends. Then it accepts no new requests, lets running ones finish for at most
// grace, aborts the rest and returns nil. It closes the listener. Another error means that the listener failed.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler, log *slog.Logger,
	grace time.Duration) error {
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	log.Info("stopping", "grace", grace.String())
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	err := server.Shutdown(limit)
	if errors.Is(err, context.DeadlineExceeded) {
		log.Warn("requests did not finish in time and were canceled", "grace", grace.String())
		err = server.Close()
	}
	<-failed
	if err != nil {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}
