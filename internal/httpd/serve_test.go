package httpd_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/muniment/muniment/internal/httpd"
)

// serving is a server whose handler blocks until the test releases it.
type serving struct {
	address          string
	client           *http.Client
	stop             context.CancelFunc
	arrived, release chan struct{}
	stopped          chan error
}

func serve(t *testing.T, grace time.Duration) *serving {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	s := &serving{
		address: listener.Addr().String(), client: &http.Client{Transport: &http.Transport{}}, stop: stop,
		arrived: make(chan struct{}), release: make(chan struct{}), stopped: make(chan error, 1),
	}
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.arrived <- struct{}{}
		select {
		case <-s.release:
			_, _ = io.WriteString(w, "finished")
		case <-r.Context().Done():
		}
	})
	go func() { s.stopped <- httpd.Serve(ctx, listener, handler, slog.New(slog.DiscardHandler), grace) }()
	return s
}

type outcome struct {
	text string
	err  error
}

func (s *serving) ask() <-chan outcome {
	out := make(chan outcome, 1)
	go func() {
		response, err := s.client.Get("http://" + s.address)
		if err != nil {
			out <- outcome{err: err}
			return
		}
		text, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		out <- outcome{string(text), err}
	}()
	return out
}

func (s *serving) refused() bool {
	conn, err := net.Dial("tcp", s.address)
	if err != nil {
		return true
	}
	_ = conn.Close()
	return false
}

func TestStopFinishesWhatIsRunning(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	s := serve(t, time.Minute)
	defer s.client.CloseIdleConnections()
	running := s.ask()
	<-s.arrived
	s.stop()
	for !s.refused() { // until the server has closed its listener, which it does first
	}
	close(s.release)
	if got := <-running; got.err != nil || got.text != "finished" {
		t.Errorf("the running request got %q, %v", got.text, got.err)
	}
	if err := <-s.stopped; err != nil {
		t.Error(err)
	}
}

func TestStopCutsOffAfterTheGrace(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	s := serve(t, time.Millisecond)
	defer s.client.CloseIdleConnections()
	running := s.ask()
	<-s.arrived
	s.stop()
	if got := <-running; got.err == nil {
		t.Errorf("a request that never ends was answered with %q", got.text)
	}
	if err := <-s.stopped; err != nil {
		t.Error(err)
	}
}

func TestServeTellsOfABrokenListener(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = listener.Close()
	err = httpd.Serve(t.Context(), listener, http.NotFoundHandler(), slog.New(slog.DiscardHandler), time.Second)
	if !errors.Is(err, net.ErrClosed) {
		t.Errorf("error %v, want net.ErrClosed", err)
	}
}

func TestHeadersAreBounded(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	s := serve(t, time.Second)
	defer s.client.CloseIdleConnections()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+s.address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("X-Long", strings.Repeat("x", 64<<10))
	response, err := s.client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("status %d, want 431", response.StatusCode)
	}
	s.stop()
	if err := <-s.stopped; err != nil {
		t.Error(err)
	}
}
