package access

import (
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

const (
	// cacheLife is how long a cached session is used. A change made by this process takes effect at once; a change
	// made by another process, or the end of a day, takes effect after this time at most.
	cacheLife = time.Second
	// maxCachedSessions is the size of the cache.
	maxCachedSessions = 4096
)

// sessionCache holds the viewers of recent sessions by the hash of the token. A page sends several requests in quick
// succession, and on PostgreSQL reading the session takes a tenth of the time of a dashboard.
type sessionCache struct {
	db    *store.Store
	cache *lru.Cache[string, cachedSession]
}

type cachedSession struct {
	viewer *viewer.Viewer
	at     clock.Instant
	// version is the store's version when the session was read.
	version int64
}

func newSessionCache(db *store.Store) sessionCache {
	cache, err := lru.New[string, cachedSession](maxCachedSessions)
	if err != nil {
		panic(err) // the size is a constant above zero
	}
	return sessionCache{db, cache}
}

// viewer returns the cached viewer, or nil if this process has written anything since, or cacheLife has passed.
func (c sessionCache) viewer(hash string, now clock.Instant) *viewer.Viewer {
	known, found := c.cache.Get(hash)
	if !found || known.version != c.db.Version() || now < known.at || now >= known.at.Add(cacheLife) {
		return nil
	}
	return known.viewer
}

func (c sessionCache) note(hash string, v *viewer.Viewer, now clock.Instant, version int64) {
	c.cache.Add(hash, cachedSession{v, now, version})
}
