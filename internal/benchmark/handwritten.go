package benchmark

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/muniment/muniment/internal/store"
)

// handwritten is a minimal handler for one operation: it runs one statement, whose only value is the response. It
// leaves ids as numbers.
type handwritten struct {
	store     *store.Store
	operation Operation
	statement string
}

// Handwritten returns the handler written by hand for an operation. It takes an Input as JSON by POST.
func Handwritten(s *store.Store, o Operation) http.Handler {
	return &handwritten{s, o, o.Statement(dialect(s.Engine()))}
}

// ServeHTTP implements http.Handler.
func (h *handwritten) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var in Input
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&in); err != nil {
		http.Error(w, "bad input", http.StatusBadRequest)
		return
	}
	values, err := h.operation.Values(in)
	if err != nil {
		http.Error(w, "bad input", http.StatusBadRequest)
		return
	}
	answer, err := h.answer(r, values)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", "application/json")
	header.Set("Content-Length", strconv.Itoa(len(answer)+len(`{"data":}`)))
	for _, part := range [][]byte{[]byte(`{"data":`), answer, []byte(`}`)} {
		if _, err := w.Write(part); err != nil {
			return
		}
	}
}

func (h *handwritten) answer(r *http.Request, values []any) ([]byte, error) {
	rows, err := h.store.Scoped(r.Context(), store.Everything(), h.statement, values...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, fmt.Errorf("no answer: %w", rows.Err())
	}
	var answer []byte
	if err := rows.Scan(&answer); err != nil {
		return nil, fmt.Errorf("read the answer: %w", err)
	}
	return answer, rows.Err()
}
