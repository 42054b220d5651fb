package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
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
var ErrInUse = errors.New("another process uses this database")

type lockFile struct {
	file *os.File
	// created reports whether this process created the file.
	created bool
}

func lockDirectory(directory string) (*lockFile, error) {
	path := filepath.Join(directory, lockName)
	for {
		_, missing := os.Lstat(path)
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, directoryError(err)
		}
		if err := lockExclusively(f); err != nil {
			return nil, lockFailure(f, err)
		}
		// Another process may have removed the file before it was locked, and a third one may have created it anew.
		if !isFile(f, path) {
			_ = f.Close()
			continue
		}
		// The file's content tells people which process holds the lock. The lock itself does not depend on it.
		if err := f.Truncate(0); err == nil {
			_, _ = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
		}
		return &lockFile{f, errors.Is(missing, fs.ErrNotExist)}, nil
	}
}

// lockFailure closes a file that could not be locked, and returns the reason.
func lockFailure(f *os.File, err error) error {
	defer f.Close()
	if !errors.Is(err, errLocked) {
		return directoryError(fmt.Errorf("lock %s: %w", f.Name(), err))
	}
	owner, _ := io.ReadAll(io.LimitReader(f, 20))
	if pid := strings.TrimSpace(string(owner)); pid != "" {
		return fmt.Errorf("%w (process %s)", ErrInUse, pid)
	}
	return ErrInUse
}

// isFile reports whether an open file is the one that a path names.
func isFile(f *os.File, path string) bool {
	opened, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(path)
	return err == nil && os.SameFile(opened, named)
}

func (l *lockFile) release() error { return l.file.Close() }

// discard releases the lock, and removes the file if this process created it.
func (l *lockFile) discard() error {
	if !l.created {
		return l.release()
	}
	// The file is removed while it is locked, so that another process does not lock a file that is then removed.
	removed := os.Remove(l.file.Name())
	released := l.release()
	if removed != nil { // Windows does not remove an open file
		removed = os.Remove(l.file.Name())
	}
	return errors.Join(removed, released)
}

var errLocked = errors.New("locked")
