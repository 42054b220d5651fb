package httpd

import (
	"mime"
	"strconv"
	"strings"
)

// negotiate returns the media type of the response: the accepted one with the highest quality value, or the first of
// equals. A client that accepts anything gets application/json. It returns false if the client accepts neither type.
func negotiate(accept []string) (string, bool) {
	if len(accept) == 0 || strings.TrimSpace(strings.Join(accept, "")) == "" {
		return plainJSON, true
	}
	best, weight := "", 0.0
	for _, line := range accept {
		for part := range strings.SplitSeq(line, ",") {
			mediaType, parameters, err := mime.ParseMediaType(part)
			if err != nil {
				continue
			}
			switch mediaType {
			case plainJSON, graphqlJSON:
			case "*/*", "application/*":
				mediaType = plainJSON
			default:
				continue
			}
			if charset := parameters["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
				continue
			}
			if q := weightOf(parameters["q"]); q > weight {
				best, weight = mediaType, q
			}
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
