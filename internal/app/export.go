package app

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
)

// exportTime limits the duration of an export, which may take longer than other responses.
const exportTime = 5 * time.Minute

// exportAudit answers GET /export/audit?account=ID&from=TIME&to=TIME&format=jsonl|csv.
func (a *App) exportAudit(w http.ResponseWriter, r *http.Request) {
	values := r.URL.Query()
	account, err := accountOf(values.Get("account"))
	if err != nil {
		httpd.Refuse(w, r, a.log, err)
		return
	}
	var from, to clock.Instant
	for name, at := range map[string]*clock.Instant{"from": &from, "to": &to} {
		if text := values.Get(name); text != "" {
			if err := at.UnmarshalGQL(text); err != nil {
				httpd.Refuse(w, r, a.log, fault.New(fault.BadInput, name, "This is not a moment in time.",
					"Write it as 2026-03-31T12:00:00Z."))
				return
			}
		}
	}
	format, contentType := audit.JSONLines, "application/jsonl; charset=utf-8"
	if text := values.Get("format"); text != "" {
		format = audit.Format(text)
	}
	if format == audit.CSV {
		contentType = "text/csv; charset=utf-8"
	}
	a.send(w, r, "audit-"+account.String()+"."+string(format), contentType, func(out http.ResponseWriter) error {
		return audit.Export(r.Context(), a.DB, entitlement.SeePaid, account, from, to, format, out)
	})
}

// exportReview answers GET /export/access-review?account=ID.
func (a *App) exportReview(w http.ResponseWriter, r *http.Request) {
	account, err := accountOf(r.URL.Query().Get("account"))
	if err != nil {
		httpd.Refuse(w, r, a.log, err)
		return
	}
	a.send(w, r, "access-review-"+account.String()+".csv", "text/csv; charset=utf-8",
		func(out http.ResponseWriter) error {
			return a.Members.ReviewCSV(r.Context(), account, out)
		})
}

func accountOf(text string) (gid.ID, error) {
	id, err := gid.Parse(text)
	if err != nil || id.Type() != gid.Account {
		return 0, fault.New(fault.BadInput, "account", "This is not the id of an account.",
			"Name it as ?account=acct_….")
	}
	return id, nil
}

// deferredHeader is a ResponseWriter that calls setHeader before the first byte, so that an error before it can still
// be sent as an error response.
type deferredHeader struct {
	http.ResponseWriter
	setHeader func()
	began     bool
	failed    error // the error of writing to the client
}

func (l *deferredHeader) Write(b []byte) (int, error) {
	if !l.began {
		l.began = true
		l.setHeader()
	}
	n, err := l.ResponseWriter.Write(b)
	if err != nil {
		l.failed = err
	}
	return n, err
}

// send writes a downloadable file. If it fails halfway, the connection is aborted, so that the client does not take
// the file for complete.
func (a *App) send(w http.ResponseWriter, r *http.Request, name, contentType string,
	write func(http.ResponseWriter) error) {
	// if it cannot be set, the server's write timeout applies
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(exportTime))
	out := &deferredHeader{ResponseWriter: w, setHeader: func() {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
		w.Header().Set("Cache-Control", "no-store")
	}}
	err := write(out)
	switch {
	case err != nil && !out.began:
		httpd.Refuse(w, r, a.log, err)
	case err != nil && clientLeft(r.Context(), out.failed):
		a.log.InfoContext(r.Context(), "the client left before an export was complete", "request_id",
			httpd.RequestID(r.Context()))
		panic(http.ErrAbortHandler)
	case err != nil:
		a.log.ErrorContext(r.Context(), "an export was interrupted", "request_id", httpd.RequestID(r.Context()),
			"error", err)
		panic(http.ErrAbortHandler)
	case !out.began:
		out.setHeader()
		w.WriteHeader(http.StatusOK)
	}
}

// clientLeft reports whether an export ended because the client closed the connection. failed is the error of writing
// to the client, if there is one. A failed write ends the context too, also if the server's own deadline for it had
// passed.
func clientLeft(ctx context.Context, failed error) bool {
	return errors.Is(ctx.Err(), context.Canceled) && !errors.Is(failed, os.ErrDeadlineExceeded)
}
