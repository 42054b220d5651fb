//go:build linux || darwin

package store

import "syscall"

// freeBytes returns the free space on the disk of a directory.
func freeBytes(directory string) (int64, bool) {
	var disk syscall.Statfs_t
	if err := syscall.Statfs(directory, &disk); err != nil {
		return 0, false
	}
	return int64(disk.Bavail) * int64(disk.Bsize), true //nolint:unconvert // the types differ between systems
}
