package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// asset is one file of a build, in the forms in which it is embedded.
type asset struct {
	// forms are the contents by their content coding, "" for the file as it is.
	forms       map[string]form
	contentType string
	caching     string
}

// form is a content with its entity tag, without quotes.
type form struct {
	body []byte
	tag  string
}

// codings are the content codings of embedded files, best first, with the ends of the names of their files.
var codings = []struct{ name, end string }{{"br", ".br"}, {"gzip", ".gz"}}

// contentTypeOf returns the content type for a file extension. It does not use mime.TypeByExtension, which depends on
// files of the host. readAssets refuses extensions without a content type.
func contentTypeOf(extension string) (string, bool) {
	switch extension {
	case ".html":
		return "text/html; charset=utf-8", true
	case ".js":
		return "text/javascript; charset=utf-8", true
	case ".css":
		return "text/css; charset=utf-8", true
	case ".svg":
		return "image/svg+xml", true
	case ".ttf":
		return "font/ttf", true
	case ".woff2":
		return "font/woff2", true
	case ".json":
		return "application/json", true
	case ".md":
		return "text/markdown; charset=utf-8", true
	}
	return "", false
}

// readAssets reads all files of a build, keyed by the path under which they are served, which is without the ".br" or
// ".gz" of a compressed form. A file type without a known content type is an error.
func readAssets(files fs.FS) (map[string]asset, error) {
	assets := make(map[string]asset)
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		served, coding := name, ""
		for _, c := range codings {
			if plain, packed := strings.CutSuffix(name, c.end); packed {
				served, coding = plain, c.name
			}
		}
		contentType, known := contentTypeOf(path.Ext(served))
		if !known {
			return fmt.Errorf("%s: no content type is known for %q", name, path.Ext(served))
		}
		if _, known := assets[served]; !known {
			assets[served] = asset{map[string]form{}, contentType, caching(served)}
		}
		sum := sha256.Sum256(body)
		assets[served].forms[coding] = form{body, hex.EncodeToString(sum[:16])}
		return nil
	})
	return assets, err
}

// caching returns the Cache-Control header of a file. The build puts a hash of the content into the name of every file
// under assets/.
func caching(served string) string {
	if strings.HasPrefix(served, "assets/") {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// serve answers a GET or HEAD request with the file, compressed if the client accepts one of its forms.
func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", a.contentType)
	header.Set("Cache-Control", a.caching)
	chosen, plain := a.forms[""]
	if !plain {
		header.Set("Vary", "Accept-Encoding")
		coding := ""
		for _, c := range codings {
			form, embedded := a.forms[c.name]
			if embedded && accepts(r.Header.Get("Accept-Encoding"), c.name) {
				chosen, coding = form, c.name
				break
			}
		}
		if coding == "" {
			var err error
			if chosen, err = a.unpacked(); err != nil {
				header.Set("Cache-Control", "no-store")
				http.Error(w, "INTERNAL: an embedded file cannot be unpacked", http.StatusInternalServerError)
				return
			}
		} else {
			header.Set("Content-Encoding", coding)
		}
	}
	header.Set("ETag", strconv.Quote(chosen.tag))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(chosen.body))
}

// unpacked returns the file as it is, for a client that accepts none of the compressed forms.
func (a asset) unpacked() (form, error) {
	packed := a.forms["gzip"]
	body, err := unpack(packed.body)
	return form{body, packed.tag + "-identity"}, err
}

func unpack(packed []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}

// accepts reports whether an Accept-Encoding header (RFC 9110, section 12.5.3) accepts a coding: it must be named, or
// covered by "*", with a weight above zero.
func accepts(header, wanted string) bool {
	covered := false
	for entry := range strings.SplitSeq(header, ",") {
		coding, parameters, _ := strings.Cut(entry, ";")
		coding = strings.TrimSpace(coding)
		allowed := weight(parameters) > 0
		switch {
		case strings.EqualFold(coding, wanted):
			return allowed
		case coding == "*":
			covered = allowed
		}
	}
	return covered
}

// weight is the q parameter, 1 when it is missing and 0 when it is not a number.
func weight(parameters string) float64 {
	for parameter := range strings.SplitSeq(parameters, ";") {
		name, value, found := strings.Cut(parameter, "=")
		if found && strings.EqualFold(strings.TrimSpace(name), "q") {
			q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}
