package app

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"

	"github.com/muniment/muniment/internal/app/linefile"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/viewer"
)

// exportLineItems answers GET /export/line-items?account=ID&format=csv|xlsx&on=DAY and the filter and the order of the
// contract; see linefile.Parse.
func (a *App) exportLineItems(w http.ResponseWriter, r *http.Request) {
	request, err := a.lineItemsAsked(r)
	if err != nil {
		httpd.Refuse(w, r, a.log, err)
		return
	}
	// The answer can no longer be sent then, and the export must not keep others waiting.
	ctx, cancel := context.WithTimeout(r.Context(), exportTime)
	defer cancel()
	a.send(w, r, request.Name(), request.ContentType(), func(out http.ResponseWriter) error {
		return a.spool(ctx, out, func(file io.Writer) error {
			return linefile.Write(ctx, a.contract, request, file)
		})
	})
}

func (a *App) lineItemsAsked(r *http.Request) (linefile.Request, error) {
	values := r.URL.Query()
	account, err := accountOf(values.Get("account"))
	if err != nil {
		return linefile.Request{}, err
	}
	return linefile.Parse(values, a.contract.Schema(), account, a.today())
}

// spool lets write write a temporary file, and sends it when it is complete. So the database is read at one moment and
// at its own pace, however slow the client is, and an error while it is read is still answered as an error.
func (a *App) spool(ctx context.Context, out http.ResponseWriter, write func(io.Writer) error) error {
	file, err := os.CreateTemp("", "muniment-export-")
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	defer func() {
		_ = file.Close()
		_ = os.Remove(file.Name())
	}()
	if err := a.inTurn(ctx, func() error { return write(file) }); err != nil {
		return err
	}
	length, err := file.Seek(0, io.SeekCurrent)
	if err == nil {
		_, err = file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	out.Header().Set("Content-Length", strconv.FormatInt(length, 10))
	_, err = io.Copy(out, file)
	return err
}

// inTurn runs an export that reads, together with few others; see turns.
func (a *App) inTurn(ctx context.Context, read func() error) error {
	leave, err := a.turns.take(ctx, viewer.From(ctx).Actor())
	if err != nil {
		return err
	}
	defer leave()
	return read()
}
