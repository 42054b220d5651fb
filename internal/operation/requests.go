package operation

import (
	"math"
	"net/http"
	"sort"
	"sync"
	"time"
)

// steps are the upper bounds, in milliseconds, of the classes in which durations of requests are counted. Each is at
// most a quarter, or one, above the one before.
var steps = func() []int64 {
	list := []int64{1}
	for last := list[0]; last < 120_000; last = list[len(list)-1] {
		list = append(list, max(last+1, last*5/4))
	}
	return append(list, math.MaxInt32)
}()

// requests counts the requests of the minute that runs. It is safe for concurrent use.
type requests struct {
	mu       sync.Mutex
	n        int64
	errors   int64
	duration []int64 // by the index in steps
}

// Observe counts a request that was answered with a status.
func (s *Service) Observe(status int, took time.Duration) {
	at := sort.Search(len(steps)-1, func(i int) bool { return time.Duration(steps[i])*time.Millisecond >= took })
	r := &s.requests
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.duration == nil {
		r.duration = make([]int64, len(steps))
	}
	r.n++
	r.duration[at]++
	if status >= http.StatusInternalServerError {
		r.errors++
	}
}

// take returns the counts, and begins a new minute. p95 is nil without requests.
func (r *requests) take() (n, errors int64, p95 *int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	n, errors = r.n, r.errors
	var seen int64
	for at, count := range r.duration {
		if seen += count; count > 0 && seen*20 >= n*19 {
			step := steps[at]
			p95 = &step
			break
		}
	}
	r.n, r.errors, r.duration = 0, 0, nil
	return n, errors, p95
}
