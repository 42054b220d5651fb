//go:build unix

package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// keepAccess gives a file the owner, the group and the mode of an earlier file, which it is to replace. Only root can
// give a file to another owner. If the group cannot be kept, the new group gets no access.
func keepAccess(path string, earlier fs.FileInfo) error {
	mode := earlier.Mode().Perm()
	if of, ok := earlier.Sys().(*syscall.Stat_t); ok {
		err := os.Chown(path, int(of.Uid), int(of.Gid))
		if errors.Is(err, fs.ErrPermission) {
			err = os.Chown(path, -1, int(of.Gid))
		}
		if errors.Is(err, fs.ErrPermission) {
			mode &^= 0o070
		} else if err != nil {
			return err
		}
	}
	return os.Chmod(path, mode)
}
