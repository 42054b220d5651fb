package audit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrNotProven is returned for an export that was modified, or that has a gap in the middle.
var ErrNotProven = errors.New("the export is not what was sealed")

// Proof is the result of verifying an export.
type Proof struct {
	// First and Last are the first and the last position; the export has all between them. Both are 0 if no entry in
	// it is sealed.
	First, Last int64
	// Hash is the hash at the last position. If it is kept, later changes and removals before that position can be
	// detected.
	Hash string
	// Unsealed counts the entries at the end that were not sealed yet. They cannot be verified.
	Unsealed int
	// Withheld counts the entries of which the export has the seal only, because whoever asked for it may not see them
	// yet. The chain goes on over them, but they themselves are not verified.
	Withheld int
}

// VerifyExport verifies an export in the format JSONLines without a database: each hash must match its entry and the
// hash before it, and no position may be missing between the first and the last. It returns ErrNotProven otherwise.
func VerifyExport(r io.Reader) (Proof, error) {
	var proof Proof
	var account *string
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	for n := 1; ; n++ {
		var l line
		err := d.Decode(&l)
		if errors.Is(err, io.EOF) {
			return proof, nil
		}
		if err != nil {
			return proof, fmt.Errorf("%w: line %d cannot be read: %w", ErrNotProven, n, err)
		}
		if n == 1 {
			account = l.Account
		}
		if message := proof.add(&l, account); message != "" {
			return proof, fmt.Errorf("%w: line %d: %s", ErrNotProven, n, message)
		}
	}
}

// add adds a line to the proof, or returns why the line is invalid.
func (p *Proof) add(l *line, account *string) string {
	if orEmpty(l.Account) != orEmpty(account) {
		return "it is of another account"
	}
	if l.Position == nil && l.Hash == nil && l.PreviousHash == nil && l.Form == nil {
		p.Unsealed++
		return ""
	}
	previous := orEmpty(l.PreviousHash)
	switch {
	case p.Unsealed > 0:
		return "a sealed entry stands behind one that is not sealed"
	case l.Position == nil || l.Hash == nil || *l.Position < 1 || (*l.Position == 1) != (previous == ""):
		return "it has no whole seal"
	case p.Last != 0 && *l.Position != p.Last+1:
		return fmt.Sprintf("position %d follows position %d", *l.Position, p.Last)
	case p.Last != 0 && previous != p.Hash:
		return fmt.Sprintf("position %d does not follow position %d", *l.Position, p.Last)
	}
	if l.Withheld {
		p.Withheld++
		p.seen(*l.Position, *l.Hash)
		return ""
	}
	form := formPlain // exports had no field form while form 1 was the only one
	if l.Form != nil {
		form = *l.Form
	}
	hash, err := l.seal(form, previous, *l.Position)
	if err != nil {
		return fmt.Sprintf("the entry at position %d is not what was sealed: %s", *l.Position, err)
	}
	if hash != *l.Hash {
		return fmt.Sprintf("the entry at position %d is not what was sealed", *l.Position)
	}
	p.seen(*l.Position, *l.Hash)
	return ""
}

// seen lets the chain go on with a position.
func (p *Proof) seen(position int64, hash string) {
	if p.First == 0 {
		p.First = position
	}
	p.Last, p.Hash = position, hash
}
