package access

import (
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

const (
	// recalledFor is how long a session is taken for what it was. A change in this process is seen at once; that of another
	// process, or the end of a day, after this time at most.
	recalledFor = time.Second
	// mostRecalled is how many sessions are remembered.
	mostRecalled = 4096
)

// recalled are the viewers of sessions as they were a moment ago, by the hash of the token: a page asks several times in one
// breath, and on PostgreSQL a session takes a tenth of what a dashboard does.
type recalled struct {
	db    *store.Store
	cache *lru.Cache[string, recollection]
}

type recollection struct {
	viewer *viewer.Viewer
	at     clock.Instant
	// version is what the process had written before the session was read.
	version int64
}

func newRecalled(db *store.Store) recalled {
	cache, err := lru.New[string, recollection](mostRecalled)
	if err != nil {
		panic(err) // the size is a constant above zero
	}
	return recalled{db, cache}
}

// viewer returns what is remembered, unless anything was written since, or too much time has passed.
func (r recalled) viewer(hash string, now clock.Instant) *viewer.Viewer {
	known, found := r.cache.Get(hash)
	if !found || known.version != r.db.Version() || now < known.at || now >= after(known.at, recalledFor) {
		return nil
	}
	return known.viewer
}

func (r recalled) note(hash string, v *viewer.Viewer, now clock.Instant, version int64) {
	r.cache.Add(hash, recollection{v, now, version})
}
