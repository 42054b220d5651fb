package main

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"strings"
	"syscall"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/loadset"
	"github.com/muniment/muniment/internal/store"
)

// The error codes that only the command line uses.
const (
	usage             fault.Code = "USAGE"
	notLoopback       fault.Code = "LISTEN_NOT_LOOPBACK"
	addressInUse      fault.Code = "ADDRESS_IN_USE"
	interrupted       fault.Code = "INTERRUPTED"
	noSource          fault.Code = "NO_SOURCE"
	noFile            fault.Code = "NO_FILE"
	inUse             fault.Code = "DATABASE_IN_USE"
	tooOld            fault.Code = "DATABASE_TOO_OLD"
	wrongEncoding     fault.Code = "DATABASE_ENCODING"
	damaged           fault.Code = "DATABASE_DAMAGED"
	full              fault.Code = "DATABASE_FULL"
	noDatabase        fault.Code = "NO_DATABASE"
	pendingMigrations fault.Code = "PENDING_MIGRATIONS"
	newerSchema       fault.Code = "NEWER_SCHEMA"
	alreadyThere      fault.Code = "ALREADY_THERE"
	badBackup         fault.Code = "BAD_BACKUP"
	badHeads          fault.Code = "BAD_HEADS"
	orphanedRows      fault.Code = "ORPHANED_ROWS"
	notEmpty          fault.Code = "NOT_EMPTY"
	badShape          fault.Code = "BAD_SHAPE"
)

// commandRemedies replace remedies that name mutations, since a person at the command line needs commands.
var commandRemedies = map[fault.Code]string{
	account.LastOperator: "make another user an operator first: muniment user role NAME operator",
}

// errReported ends a command that failed and has already printed the reason.
var errReported = errors.New("said already")

// explain converts any error into a fault with a code and a remedy. The messages are safe to print: errors of the
// database contain no SQL text.
func explain(err error) *fault.Error {
	var known *fault.Error
	if errors.As(err, &known) {
		if remedy, other := commandRemedies[known.Code]; other {
			return fault.New(known.Code, known.Field, known.Message, remedy)
		}
		return known
	}
	if errors.Is(err, context.Canceled) {
		return fault.New(interrupted, "", "the command was interrupted",
			"run it again; an import continues where it stopped")
	}
	message := strings.ReplaceAll(err.Error(), "\n", "; ")
	for _, kind := range [...]struct {
		is     error
		code   fault.Code
		remedy string
	}{
		{store.ErrInUse, inUse,
			"stop the process that uses it; backup, doctor and import --dry-run run beside a server"},
		{store.ErrTooOld, tooOld, "use PostgreSQL 15 or later"},
		{store.ErrEncoding, wrongEncoding, "create the database with ENCODING 'UTF8'"},
		{store.ErrPendingMigrations, pendingMigrations, "run muniment schema up with the same --data or --database"},
		{store.ErrNewerSchema, newerSchema, "use the muniment that wrote the database, or a newer one"},
		{store.ErrOrphans, orphanedRows, "restore the backup that the message names, and report the defect"},
		{store.ErrExists, alreadyThere, "give a file or a database that does not exist yet"},
		{store.ErrBackup, badBackup, "give a file that muniment backup wrote from a database of the same kind"},
		{audit.ErrHeads, badHeads, "give a file that muniment audit heads or muniment backup wrote"},
		{store.ErrDamaged, damaged, "restore a backup into a new data directory"},
		{store.ErrFull, full, "free space on the disk and try again"},
		{store.ErrBusy, fault.Unavailable, "try again in a moment"},
		{store.ErrTimeout, fault.Timeout, "try again in a moment"},
		{store.ErrUnavailable, fault.Unavailable,
			"check that the database runs and that --data or --database names it"},
		{loadset.ErrNotEmpty, notEmpty, "give a new data directory or an empty database"},
		{loadset.ErrShape, badShape, "ask for at least as many users and entitlements as accounts"},
		{csvbundle.ErrNoBundle, noSource, "give the directory that has the CSV files"},
		{signin.ErrProviders, usage, "correct the file as docs/signing-in.md describes"},
		{syscall.EADDRINUSE, addressInUse,
			"stop the program that uses the address, or choose another one with --listen (port 0 chooses a free port)"},
		{fs.ErrNotExist, noFile, "check the path"},
		{fs.ErrPermission, noFile, "check the permissions of the file or directory"},
	} {
		if errors.Is(err, kind.is) {
			return fault.New(kind.code, "", message, kind.remedy)
		}
	}
	var network *net.OpError
	if errors.As(err, &network) {
		return fault.New(fault.Unavailable, "", message, "check the address")
	}
	return fault.New(fault.Internal, "", message,
		"run it again with --log-level debug, and report the error if it stays")
}
