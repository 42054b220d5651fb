package app

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/web"
)

const (
	fits      = "{ viewer { name } }"
	noLonger  = "{ viewer { nickname } }"
	ofCurrent = "{ viewer { canChange } }"
)

func TestDocumentsOfEarlierReleases(t *testing.T) {
	var log bytes.Buffer
	got, err := trustedDocuments([]web.Manifest{
		{Name: "portal.json", Current: true, Texts: map[string]string{"a": ofCurrent}},
		{Name: "v1.2.0.json", Texts: map[string]string{"b": fits, "c": noLonger}},
	}, httpd.CheckPageDocument, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil || len(got) != 2 || got["a"] != ofCurrent || got["b"] != fits {
		t.Errorf("%v, %v; want both documents that fit", got, err)
	}
	for _, word := range []string{"v1.2.0.json", "hash=c", "nickname"} {
		if !strings.Contains(log.String(), word) {
			t.Errorf("the log lacks %q: %s", word, log.String())
		}
	}
}

func TestADocumentOfThisReleaseMustFit(t *testing.T) {
	_, err := trustedDocuments([]web.Manifest{{Name: "portal.json", Current: true,
		Texts: map[string]string{"a": fits, "c": noLonger}}}, httpd.CheckPageDocument, slog.New(slog.DiscardHandler))
	if err == nil || !strings.Contains(err.Error(), "portal.json") || !strings.Contains(err.Error(), "nickname") {
		t.Errorf("%v, want that portal.json has a field that the contract has not", err)
	}
}
