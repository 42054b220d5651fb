package httpd

import (
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/httpd/media"
)

// negotiate returns the media type of the response: the accepted one with the highest quality value, or the first of
// equals. A client that accepts anything gets application/json. It returns false if the client accepts neither type.
func negotiate(accept []string) (string, bool) {
	if len(accept) == 0 || strings.TrimSpace(strings.Join(accept, "")) == "" {
		return plainJSON, true
	}
	best, weight := "", 0.0
	for _, accepted := range media.List(accept) {
		mediaType := accepted.Name
		switch mediaType {
		case plainJSON, graphqlJSON:
		case "*/*", "application/*":
			mediaType = plainJSON
		default:
			continue
		}
		if !accepted.UTF8() {
			continue
		}
		if q := weightOf(accepted.Parameters["q"]); q > weight {
			best, weight = mediaType, q
		}
	}
	return best, best != ""
}

func weightOf(q string) float64 {
	if q == "" {
		return 1
	}
	weight, err := strconv.ParseFloat(q, 64)
	if err != nil || weight < 0 || weight > 1 {
		return 0
	}
	return weight
}
