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

// Request is the bytes of one HTTP request. It is prepared beforehand to keep the cost of the client small.
type Request []byte

// NewRequest returns a POST request with a JSON body and an API key.
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

// Throughput is the result of Drive.
type Throughput struct {
	Requests int64
	Bytes    int64
	Took     time.Duration
}

// PerSecond returns the number of requests per second.
func (t Throughput) PerSecond() float64 { return float64(t.Requests) / t.Took.Seconds() }

var errStatus = errors.New("the server answered with another status than 200")

// Drive sends requests over a number of connections for a duration, one after another on each connection. At the end
// of the list it starts again at the beginning.
func Drive(ctx context.Context, address string, connections int, requests []Request, during time.Duration) (
	Throughput, error) {
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
			failed <- drive(ctx, address, func() Request { return requests[int(next.Add(1)-1)%len(requests)] }, &sent,
				&got)
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
