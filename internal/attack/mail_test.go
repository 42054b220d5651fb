package attack_test

import (
	"context"
	"regexp"
	"strings"
	"sync"

	"github.com/muniment/muniment/internal/mail"
)

// mailbox receives all mails.
type mailbox struct {
	mu      sync.Mutex
	letters []mail.Letter
}

// Deliver implements mail.Delivery.
func (m *mailbox) Deliver(_ context.Context, letter mail.Letter) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.letters = append(m.letters, letter)
	return nil
}

// to returns the mails to an address, oldest first.
func (m *mailbox) to(address string) []mail.Letter {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []mail.Letter
	for _, letter := range m.letters {
		if strings.EqualFold(letter.To, address) {
			all = append(all, letter)
		}
	}
	return all
}

// count returns the number of mails that were sent.
func (m *mailbox) count() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.letters)
}

// deliver runs all waiting jobs.
func (w *world) deliver() {
	w.t.Helper()
	type waiting struct {
		id        int64
		kind      string
		arguments []byte
	}
	rows, err := w.db.Client().QueryContext(w.all(),
		"SELECT id, kind, CAST(args AS text) FROM river_job WHERE CAST(state AS text) = 'available' ORDER BY id")
	w.must(err)
	var jobs []waiting
	for rows.Next() {
		var j waiting
		w.must(rows.Scan(&j.id, &j.kind, &j.arguments))
		jobs = append(jobs, j)
	}
	w.must(rows.Close())
	if len(jobs) == 0 {
		return
	}
	for _, j := range jobs {
		w.must(w.workers.Do(w.all(), j.kind, j.arguments))
	}
	_, err = w.db.Client().ExecContext(w.all(), "DELETE FROM river_job")
	w.must(err)
}

// linkIn returns the path of the link in a mail that begins with path, or "".
func linkIn(letter mail.Letter, path string) string {
	return regexp.MustCompile(regexp.QuoteMeta(path) + `[\w-]+`).FindString(letter.Text)
}

// invitationTo delivers the mails and returns the link of the newest invitation to an address.
func (w *world) invitationTo(address string) string {
	w.t.Helper()
	w.deliver()
	letters := w.mails.to(address)
	for i := len(letters) - 1; i >= 0; i-- {
		if link := linkIn(letters[i], "/invitation/"); link != "" {
			return link
		}
	}
	return ""
}

// tokenIn returns the token of a link.
func tokenIn(link string) string { return link[strings.LastIndexByte(link, '/')+1:] }
