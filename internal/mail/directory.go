package mail

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
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
	if err := probe(path); err != nil {
		return nil, err
	}
	return &Directory{path: path}, nil
}

// CheckDirectory returns an error if NewDirectory would fail. It creates nothing that stays.
func CheckDirectory(path string) error {
	for {
		_, err := os.Lstat(path)
		if parent := filepath.Dir(path); errors.Is(err, fs.ErrNotExist) && parent != path {
			path = parent
			continue
		}
		if err != nil {
			return fmt.Errorf("look for the directory for mails: %w", err)
		}
		return probe(path)
	}
}

// probe returns an error unless a file can be written into a directory.
func probe(path string) error {
	file, err := os.CreateTemp(path, ".mail-*")
	if err == nil {
		err = errors.Join(file.Close(), os.Remove(file.Name()))
	}
	if err != nil {
		return fmt.Errorf("write into the directory for mails: %w", err)
	}
	return nil
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
