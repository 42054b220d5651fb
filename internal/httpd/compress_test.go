package httpd_test

import (
	"compress/gzip"
	"encoding/json"
	"net/http/httptest"
	"testing"
)

func TestLongAnswersAreCompressedForThoseWhoAcceptIt(t *testing.T) {
	e := newEdge(t, nil)
	const long, short = "{__schema {types {name description}}}", "{__typename}"
	for name, test := range map[string]struct {
		document, accepts, want string
	}{
		"long":             {long, "br, gzip", "gzip"},
		"short":            {short, "gzip", ""},
		"not accepted":     {long, "", ""},
		"expressly not":    {long, "gzip;q=0, *", ""},
		"another encoding": {long, "br", ""},
	} {
		t.Run(name, func(t *testing.T) {
			request := query(test.document, nil)
			request.Header.Set("Accept-Encoding", test.accepts)
			recorder := httptest.NewRecorder()
			e.ServeHTTP(recorder, request)
			response := recorder.Result()
			if got := response.Header.Get("Content-Encoding"); got != test.want {
				t.Fatalf("Content-Encoding %q, want %q", got, test.want)
			}
			varies := false
			for _, value := range response.Header.Values("Vary") {
				varies = varies || value == "Accept-Encoding"
			}
			if !varies {
				t.Errorf("Vary %q, want Accept-Encoding in it", response.Header.Values("Vary"))
			}
			if test.want == "" {
				return
			}
			packed := recorder.Body.Len()
			plain, err := gzip.NewReader(response.Body)
			if err != nil {
				t.Fatal(err)
			}
			var answer struct {
				Data json.RawMessage `json:"data"`
			}
			if err := json.NewDecoder(plain).Decode(&answer); err != nil || len(answer.Data) < 4*packed {
				t.Errorf("%d bytes of data in %d bytes: %v", len(answer.Data), packed, err)
			}
		})
	}
}
