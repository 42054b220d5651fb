package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

func lockExclusively(f *os.File) error {
	// The locked byte lies after the text, so that other processes can read the text.
	at := windows.Overlapped{Offset: 1 << 20}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}
