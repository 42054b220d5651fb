package benchmark

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Request is one HTTP request, written out beforehand so that the client costs as little as possible.
type Request []byte

// NewRequest writes out a POST of a value as JSON, with an API key.
func NewRequest(address, path, key string, body any) (Request, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	r, err := http.NewRequest(http.MethodPost, "http://"+address+path, bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+key)
	var out bytes.Buffer
	if err := r.Write(&out); err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	return out.Bytes(), nil
}

// Throughput is what Drive saw.
type Throughput struct {
	Requests int64
	Bytes    int64
	Took     time.Duration
}

// PerSecond returns the requests in a second.
func (t Throughput) PerSecond() float64 { return float64(t.Requests) / t.Took.Seconds() }

var errStatus = errors.New("the server answered with another status than 200")

// Drive sends requests one after another over each of so many connections for a while, beginning anew when the list is
// at its end.
func Drive(ctx context.Context, address string, connections int, requests []Request, during time.Duration) (Throughput, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, during, nil)
	defer cancel()
	var (
		group     sync.WaitGroup
		sent, got atomic.Int64
		failed    = make(chan error, connections)
		began     = time.Now()
		next      atomic.Int64
	)
	for range connections {
		group.Go(func() {
			failed <- drive(ctx, address, func() Request { return requests[int(next.Add(1)-1)%len(requests)] }, &sent, &got)
		})
	}
	group.Wait()
	took := time.Since(began)
	close(failed)
	var errs []error
	for err := range failed {
		errs = append(errs, err)
	}
	return Throughput{sent.Load(), got.Load(), took}, errors.Join(errs...)
}

func drive(ctx context.Context, address string, next func() Request, sent, got *atomic.Int64) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	defer conn.Close()
	reader := bufio.NewReaderSize(conn, 64<<10)
	for ctx.Err() == nil {
		if _, err := conn.Write(next()); err != nil {
			return fmt.Errorf("send: %w", err)
		}
		response, err := http.ReadResponse(reader, nil)
		if err != nil {
			return fmt.Errorf("receive: %w", err)
		}
		n, err := io.Copy(io.Discard, response.Body)
		if err != nil {
			return fmt.Errorf("receive: %w", err)
		}
		_ = response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return fmt.Errorf("%w: %d", errStatus, response.StatusCode)
		}
		sent.Add(1)
		got.Add(n)
	}
	return nil
}
