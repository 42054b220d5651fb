package httpd

import (
	"fmt"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// compressFrom is the length, in bytes, from which an answer is compressed: shorter ones fill one packet either way.
const compressFrom = 1400

// compressed returns what compresses the answers of a handler with gzip, for clients that accept it. A padding text in
// the header of gzip hides the length of the rest, so that nobody learns a secret from how well it packs together with
// what they send (the BREACH attack). It has up to 32 bytes, as many as a checksum of the first 64 kB of the answer
// says. So the same answer always has the same length, and asking again does not reveal the average.
func compressed() func(http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(compressFrom), gzhttp.EnableZstd(false),
		gzhttp.ContentTypes([]string{plainJSON, graphqlJSON, "text/csv"}), gzhttp.RandomJitter(32, 0, false))
	if err != nil {
		panic(fmt.Errorf("httpd: settings of the compression: %w", err)) // they are constant
	}
	return func(next http.Handler) http.Handler { return wrap(next) }
}
