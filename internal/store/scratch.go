package store

import (
	"database/sql/driver"
	"fmt"
	"net/url"

	"modernc.org/sqlite"
)

// OpenScratch opens a SQLite file for temporary work outside of the database, which can be rebuilt from its source at
// any time. Its content may be lost in a crash: it has no journal and is not synced. The connection is the driver's
// own, because a bulk load spends a third of its time in database/sql; it is not safe for concurrent use. With
// readOnly the file must exist, and other processes may read it too.
func OpenScratch(file string, readOnly bool) (driver.Conn, error) {
	options := url.Values{"_busy_timeout": {"10000"}, "_pragma": {fmt.Sprintf("mmap_size(%d)", mapSize())}}
	if readOnly {
		options.Set("mode", "ro")
		options.Set("_query_only", "1")
		options.Add("_pragma", "cache_size(-1024)")
	} else {
		options.Set("_journal_mode", "OFF")
		options.Set("_synchronous", "OFF")
		options.Add("_pragma", "cache_size(-16384)")
		options.Add("_pragma", "temp_store(file)")
	}
	conn, err := new(sqlite.Driver).Open(sqliteDSN(file, options))
	if err != nil {
		return nil, fmt.Errorf("open a scratch file: %w", Translate(err))
	}
	return conn, nil
}
