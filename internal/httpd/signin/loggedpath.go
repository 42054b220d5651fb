package signin

import (
	"net/url"
	"path"
	"regexp"
	"strings"
)

// tokenLike matches what could be a secret: no path of this server contains so many letters and digits in a row, but
// each of its secrets does, and most tokens of others.
var tokenLike = regexp.MustCompile(`(?i)\bm[a-z]_[0-9a-z]|[0-9A-Za-z]{20}`)

// LoggedPath returns the path of a request without possible secrets: the tokens of links, however the path is encoded,
// and everything else that looks like a secret.
func LoggedPath(asked string) string {
	meant := asked
	for range 4 { // a client may have encoded it more than once
		decoded, err := url.PathUnescape(meant)
		if err != nil || decoded == meant {
			break
		}
		meant = decoded
	}
	meant = strings.ReplaceAll(meant, `\`, "/")
	for _, clean := range []string{path.Clean("/" + meant), collapse(meant)} {
		for _, prefix := range []string{linkPath, invitationPath} {
			if len(clean) > len(prefix) && strings.EqualFold(clean[:len(prefix)], prefix) {
				return prefix + "…"
			}
		}
	}
	if tokenLike.MatchString(meant) {
		asked = meant
	}
	segments := strings.Split(asked, "/")
	for i, segment := range segments {
		if tokenLike.MatchString(segment) {
			segments[i] = "…"
		}
	}
	return strings.Join(segments, "/")
}

// collapse removes empty segments, "." and ".." from a path, without resolving "..": a segment after a link prefix may
// be a secret even if the path leads elsewhere.
func collapse(text string) string {
	var kept strings.Builder
	for segment := range strings.SplitSeq(text, "/") {
		if segment != "" && segment != "." && segment != ".." {
			kept.WriteString("/" + segment)
		}
	}
	return kept.String()
}
