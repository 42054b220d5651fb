package audit

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Head is the last position and hash of a chain. A copy kept outside of the database reveals later if the chain was
// truncated, removed or sealed again.
type Head struct {
	// Chain is the account of the chain, or 0 for the producer's own chain.
	Chain gid.ID
	// Position is the last position, and Hash the hash at it.
	Position int64
	Hash     string
}

// producerChain is the name of the producer's own chain in a list of heads.
const producerChain = "producer"

func (h Head) chain() string {
	if h.Chain == 0 {
		return producerChain
	}
	return h.Chain.String()
}

// MarshalJSON writes the head with the same values as a line of WriteHeads.
func (h Head) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Chain    string `json:"chain"`
		Position int64  `json:"position"`
		Hash     string `json:"hash"`
	}{h.chain(), h.Position, h.Hash})
}

// Heads returns the heads of all chains, read in one statement: the producer's first, then the others by the number in
// their ids.
func Heads(ctx context.Context, db *store.Store) ([]Head, error) {
	rows, err := db.Scoped(ctx, store.Everything(), `SELECT s.chain_id, s.position, s.hash FROM audit_seals s
		JOIN (SELECT chain_id, MAX(position) AS last FROM audit_seals GROUP BY chain_id) e
		ON e.chain_id = s.chain_id AND e.last = s.position WHERE /*scope:s.chain_id*/ ORDER BY s.chain_id`)
	if err != nil {
		return nil, fmt.Errorf("read the heads of the audit: %w", err)
	}
	defer rows.Close()
	heads := []Head{}
	for rows.Next() {
		var h Head
		if err := rows.Scan(&h.Chain, &h.Position, &h.Hash); err != nil {
			return nil, fmt.Errorf("read the heads of the audit: %w", store.Translate(err))
		}
		heads = append(heads, h)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the heads of the audit: %w", store.Translate(err))
	}
	return heads, nil
}

// headsTitle is the first line of a list of heads. A different format would need a different title.
const headsTitle = "muniment-audit-heads 1"

// WriteHeads writes a list of heads in the form that ReadHeads reads: a title, then a line with chain, position and
// hash for each. The format never changes.
func WriteHeads(w io.Writer, heads []Head) error {
	var text strings.Builder
	text.WriteString(headsTitle + "\n")
	for _, h := range heads {
		fmt.Fprintf(&text, "%s %d %s\n", h.chain(), h.Position, h.Hash)
	}
	if _, err := io.WriteString(w, text.String()); err != nil {
		return fmt.Errorf("write the heads of the audit: %w", err)
	}
	return nil
}

// ErrHeads is returned for a text that is no list of heads.
var ErrHeads = errors.New("this is not a list of the heads of audit chains")

// ReadHeads parses the output of WriteHeads. It returns ErrHeads for anything else, including a list that was
// truncated inside a line.
func ReadHeads(r io.Reader) ([]Head, error) {
	lines := bufio.NewReader(r)
	var heads []Head
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if errors.Is(err, io.EOF) && line == "" && n > 1 {
			return heads, nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("read the heads of the audit: %w", err)
		}
		text, whole := strings.CutSuffix(line, "\n")
		text = strings.TrimSuffix(text, "\r") // an editor on Windows may have changed the line ends
		if n == 1 && whole && text == headsTitle {
			continue
		}
		head, fine := readHead(text)
		if n == 1 || !whole || !fine {
			return nil, fmt.Errorf("%w: line %d cannot be read", ErrHeads, n)
		}
		heads = append(heads, head)
	}
}

func readHead(text string) (h Head, fine bool) {
	parts := strings.Split(text, " ")
	if len(parts) != 3 {
		return h, false
	}
	var err error
	if parts[0] != producerChain {
		if h.Chain, err = gid.Parse(parts[0]); err != nil || h.Chain == 0 {
			return h, false
		}
	}
	h.Position, err = strconv.ParseInt(parts[1], 10, 64)
	if err != nil || h.Position < 1 {
		return h, false
	}
	h.Hash = parts[2]
	_, err = fromHex(h.Hash, sha256.Size)
	return h, err == nil
}

// CompareHeads calls breach for each chain that does not contain its head from an earlier list: it was truncated,
// removed, or sealed again since. Together with Verify it proves that all entries up to the heads are unchanged since
// the list was written.
func CompareHeads(ctx context.Context, db *store.Store, heads []Head, breach func(Breach) error) error {
	for _, h := range heads {
		message, err := compareHead(ctx, db, h)
		if err != nil {
			return fmt.Errorf("compare the heads of the audit: %w", err)
		}
		if message == "" {
			continue
		}
		if err := breach(Breach{Chain: h.Chain, Position: h.Position, Message: message}); err != nil {
			return err
		}
	}
	return nil
}

func compareHead(ctx context.Context, db *store.Store, h Head) (string, error) {
	var last int64
	var hash string
	// For a missing chain the last position is 0; for a chain that is too short there is no hash at the head's
	// position.
	err := scanOne(ctx, db, []any{&last, &hash}, `SELECT COALESCE(MAX(s.position), 0),
		COALESCE(MAX(CASE WHEN s.position = ? THEN s.hash END), '') FROM audit_seals s WHERE s.chain_id = ?
		AND /*scope:s.chain_id*/`,
		h.Position, int64(h.Chain))
	switch {
	case err != nil || hash == h.Hash:
		return "", err
	case last == 0:
		return fmt.Sprintf("the chain is gone; it had %d entries when its head was kept", h.Position), nil
	case last < h.Position:
		return fmt.Sprintf("the chain was cut: it ends at position %d now", last), nil
	case hash == "":
		return "the seal is gone", nil
	}
	var entry int64
	err = scanOne(ctx, db, []any{&entry}, `SELECT COALESCE(MAX(e.id), 0) FROM audit_entries e
			WHERE e.action = '`+ActionSealAnew+`'
		AND COALESCE(e.account_id, 0) = ? AND e.changes LIKE ? AND /*scope:e.account_id*/`, int64(h.Chain),
		`%"`+h.Hash+`"%`)
	if err != nil || entry == 0 {
		return "the chain was sealed again: another hash stands here than was kept", err
	}
	return fmt.Sprintf(
		"the chain was sealed again; audit entry %d says that an upgrade did it: unless there was one, somebody "+
			"else did", entry), nil
}

func scanOne(ctx context.Context, db *store.Store, into []any, statement string, args ...any) error {
	rows, err := db.Scoped(ctx, store.Everything(), statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return store.Translate(err)
		}
	}
	return store.Translate(rows.Err())
}
