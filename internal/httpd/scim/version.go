package scim

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/clock"
)

// version returns the weak entity tag of a resource that was last changed at these instants.
func version(changed ...clock.Instant) string {
	text := []byte(`W/"`)
	for i, at := range changed {
		if i > 0 {
			text = append(text, '-')
		}
		text = strconv.AppendInt(text, int64(at), 36)
	}
	return string(append(text, '"'))
}

// condition holds the preconditions of a request. Tags are always compared weakly, as in RFC 7644.
type condition struct{ match, noneMatch []string }

func conditionOf(r *http.Request) condition {
	return condition{tags(r.Header.Values("If-Match")), tags(r.Header.Values("If-None-Match"))}
}

func tags(headers []string) []string {
	var list []string
	for _, header := range headers {
		for _, tag := range strings.Split(header, ",") {
			if tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/"); tag != "" {
				list = append(list, tag)
			}
		}
	}
	return list
}

func among(list []string, version string) bool {
	opaque := strings.TrimPrefix(version, "W/")
	for _, tag := range list {
		if tag == "*" || tag == opaque {
			return true
		}
	}
	return false
}

// known reports whether the client already has this version.
func (c condition) known(version string) bool { return among(c.noneMatch, version) }

// check returns an error if the client expects another version.
func (c condition) check(version string) error {
	if len(c.match) > 0 && !among(c.match, version) || among(c.noneMatch, version) {
		return changed()
	}
	return nil
}
