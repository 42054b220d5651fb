package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// TestExportThatBreaksOff sends an export that ends early, because the client leaves, because reading fails or
// because the server's deadline for writing has passed.
func TestExportThatBreaksOff(t *testing.T) {
	for name, test := range map[string]struct {
		leaves, late bool
		level        string
	}{
		"the client leaves":   {leaves: true, level: "INFO"},
		"reading fails":       {level: "ERROR"},
		"the deadline passes": {late: true, level: "ERROR"},
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			a := &App{log: slog.New(slog.NewJSONHandler(&log, nil))}
			ended := make(chan struct{})
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				defer close(ended)
				a.send(w, r, "export.csv", "text/csv", func(out http.ResponseWriter) error {
					chunk := bytes.Repeat([]byte("row\n"), 16<<10)
					if _, err := out.Write(chunk); err != nil || !test.leaves && !test.late {
						return errors.Join(err, io.ErrUnexpectedEOF)
					}
					if test.late {
						err := http.NewResponseController(w).SetWriteDeadline(time.Unix(1, 0))
						if err != nil {
							t.Error(err)
						}
					}
					for {
						if _, err := out.Write(chunk); err != nil {
							return err
						}
					}
				})
			}))
			defer server.Close()
			ctx, leave := context.WithCancel(t.Context())
			defer leave()
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil)
			if err != nil {
				t.Fatal(err)
			}
			response, err := server.Client().Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			if test.leaves {
				if _, err := io.ReadFull(response.Body, make([]byte, 4)); err != nil {
					t.Fatal(err)
				}
				leave()
			} else if _, err := io.ReadAll(response.Body); err == nil {
				t.Error("an export that was cut looks complete")
			}
			<-ended
			if said := log.String(); strings.Count(said, "\n") != 1 ||
				!strings.Contains(said, `"level":"`+test.level+`"`) {
				t.Errorf("logged %q, want one line of level %s", said, test.level)
			}
		})
	}
}
