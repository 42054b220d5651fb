package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// lockName is the file that a process locks while it serves the data directory. The operating system releases the lock
// when the process ends, even after a crash; the file stays.
const lockName = "muniment.lock"

// ErrInUse is returned by Open when another process has the data directory open for writing, and by Restore when the
// database is in use.
var ErrInUse = errors.New("another process uses this database; stop it, or name another")

type lockFile struct{ file *os.File }

func lockDirectory(directory string) (*lockFile, error) {
	f, err := os.OpenFile(filepath.Join(directory, lockName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("%w: lock the data directory: %w", ErrUnavailable, err)
	}
	if err := lockExclusively(f); err != nil {
		owner, _ := io.ReadAll(io.LimitReader(f, 20))
		_ = f.Close()
		if !errors.Is(err, errLocked) {
			return nil, fmt.Errorf("%w: lock the data directory: %w", ErrUnavailable, err)
		}
		if pid := strings.TrimSpace(string(owner)); pid != "" {
			return nil, fmt.Errorf("%w (process %s)", ErrInUse, pid)
		}
		return nil, ErrInUse
	}
	// The file's content tells people which process holds the lock. The lock itself does not depend on it.
	if err := f.Truncate(0); err == nil {
		_, _ = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	return &lockFile{f}, nil
}

func (l *lockFile) release() error { return l.file.Close() }

var errLocked = errors.New("locked")
