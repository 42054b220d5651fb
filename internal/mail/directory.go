package mail

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Directory delivers mails as files NAME.eml in a directory, for development and demonstrations. The files contain
// working links. A mail that is delivered again replaces its file.
type Directory struct{ path string }

// NewDirectory returns a delivery into a directory. It creates the directory, readable only by its owner, if it does
// not exist, and returns an error if no file can be written into it.
func NewDirectory(path string) (*Directory, error) {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, fmt.Errorf("make the directory for mails: %w", err)
	}
	probe, err := os.CreateTemp(path, ".mail-*")
	if err != nil {
		return nil, fmt.Errorf("write into the directory for mails: %w", err)
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return nil, fmt.Errorf("write into the directory for mails: %w", err)
	}
	return &Directory{path: path}, nil
}

// Deliver implements Delivery.
func (d *Directory) Deliver(_ context.Context, letter Letter) error {
	message, err := compose(letter)
	if err != nil {
		return err
	}
	draft, err := os.CreateTemp(d.path, ".mail-*") // with mode 0600
	if err != nil {
		return fmt.Errorf("write the mail: %w", err)
	}
	defer os.Remove(draft.Name())
	_, err = message.WriteTo(draft)
	if err := errors.Join(err, draft.Sync(), draft.Close()); err != nil {
		return fmt.Errorf("write the mail: %w", err)
	}
	if err := os.Rename(draft.Name(), filepath.Join(d.path, FileName(letter.MessageID))); err != nil {
		return fmt.Errorf("write the mail: %w", err)
	}
	return nil
}

// FileName returns the file name of a mail with a message id.
func FileName(messageID string) string {
	return strings.TrimLeft(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("@._-", r):
			return r
		}
		return '_'
	}, messageID), ".") + ".eml"
}
