package main

import (
	"context"
	"crypto/tls"
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
	"github.com/muniment/muniment/internal/regular"
	"github.com/muniment/muniment/internal/store"
)

// The error codes that only the command line uses.
const (
	usage             fault.Code = "USAGE"
	notLoopback       fault.Code = "LISTEN_NOT_LOOPBACK"
	addressInUse      fault.Code = "ADDRESS_IN_USE"
	interrupted       fault.Code = "INTERRUPTED"
	noSource          fault.Code = "NO_SOURCE"
	outputFailed      fault.Code = "OUTPUT_FAILED"
	noFile            fault.Code = "NO_FILE"
	noPermission      fault.Code = "NO_PERMISSION"
	badPath           fault.Code = "BAD_PATH"
	loginRefused      fault.Code = "LOGIN_REFUSED"
	readOnly          fault.Code = "DATABASE_READ_ONLY"
	notDemonstration  fault.Code = "NOT_A_DEMONSTRATION"
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
	if f := databaseFailure(err, message); f != nil {
		return f
	}
	if f := pathFailure(err, message); f != nil {
		return f
	}
	for _, kind := range [...]struct {
		is     error
		code   fault.Code
		remedy string
	}{
		{errNotHere, usage, "give an address of this machine, such as 127.0.0.1:8080"},
		{errPrivilegedPort, usage, "choose a port from 1024 on, or let the user listen on lower ones"},
		{fs.ErrPermission, noPermission,
			"run the command as the user who owns the file or directory, or change its permissions"},
		{errOutput, outputFailed,
			"check where the output goes, and its free space; what the command has changed stays changed"},
		{store.ErrReadOnly, readOnly, "make it writable, or name another one; a standby server takes no changes"},
		{syscall.EROFS, noPermission, "the file system takes no changes; name a path on another one"},
		{syscall.ENOTDIR, badPath, "give a directory; the path names a file"},
		{store.ErrOtherEngine, badBackup,
			"restore a backup of SQLite with --data, and a backup of PostgreSQL with --database"},
		{store.ErrBackup, badBackup, "give a file that muniment backup wrote from a database of the same kind"},
		{syscall.EISDIR, badPath, "give a file; the path names a directory"},
		{regular.ErrNotRegular, badPath,
			"give a file, or a path where nothing is; devices, pipes and links that lead nowhere are never read or " +
				"replaced"},
		{errNotReport, alreadyThere,
			"give a path where nothing is, or an earlier report of an import; no other file is replaced"},
		{store.ErrInUse, inUse, "stop the process that uses it; user list, backup, doctor, schema status and import " +
			"--dry-run run beside a server, and there are mutations for most other commands, such as addUser, " +
			"createApiKey and registerWidgetDocument"},
		{store.ErrTooOld, tooOld, "use PostgreSQL 15 or later"},
		{store.ErrEncoding, wrongEncoding, "create the database with ENCODING 'UTF8'"},
		{store.ErrNoSchema, noPermission,
			"make the schema, let the user of --database use it and create in it, or name another one in the URL: " +
				"?search_path=NAME"},
		{store.ErrOtherSchema, usage,
			"name the schema in the URL: ?search_path=NAME; for another installation beside it write " +
				"?search_path=public"},
		{store.ErrSetting, fault.Unavailable,
			"let the pooler before PostgreSQL pass on the settings that clients ask for"},
		{store.ErrPendingMigrations, pendingMigrations, "run muniment schema up with the same --data or --database"},
		{store.ErrNewerSchema, newerSchema, "use the muniment that wrote the database, or a newer one"},
		{store.ErrOrphans, orphanedRows, "restore the backup that the message names, and report the defect"},
		{store.ErrAmbiguousURL, usage,
			"encode these characters in the user, the password and all parameters: " +
				"@ as %40, / as %2F, # as %23, ? as %3F"},
		{store.ErrParameter, usage,
			"correct or leave out this parameter of the URL in --database (or the variable that sets it, " +
				"such as PGSSLMODE)"},
		{store.ErrURL, usage, "write it as postgres://user@host/name; for SQLite, name a directory with --data"},
		{store.ErrExists, alreadyThere, "give a file that does not exist yet, or an empty database"},
		{audit.ErrHeads, badHeads, "give a file that muniment audit heads or muniment backup wrote"},
		{store.ErrDamaged, damaged, "restore a backup into a new data directory"},
		{store.ErrFull, full, "free space on the disk and try again"},
		{store.ErrBusy, fault.Unavailable, "try again in a moment"},
		{store.ErrTimeout, fault.Timeout, "try again in a moment"},
		{store.ErrUnavailable, fault.Unavailable,
			"check that the database runs and that --data or --database names it"},
		{loadset.ErrNotEmpty, notEmpty, "give a new data directory or an empty database"},
		{loadset.ErrShape, badShape, "ask for at least as many users and entitlements as accounts"},
		{csvbundle.ErrNoBundle, noSource,
			"give the directory that has the CSV files; docs/import.md and docs/legacy.md describe them"},
		{signin.ErrProviders, usage, "correct the file as docs/signing-in.md describes"},
		{syscall.EADDRINUSE, addressInUse,
			"stop the program that uses the address, or choose another one with --listen (port 0 chooses a free port)"},
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

// pathFailure returns the fault for a missing file, and for a path or a disk that cannot be used, if the remedy depends
// on what the command wanted there. It returns nil for every other error.
func pathFailure(err error, message string) *fault.Error {
	writes := errors.Is(err, store.ErrTarget)
	switch {
	case errors.Is(err, fs.ErrNotExist) && writes:
		return fault.New(noFile, "", message, "make the directory first, or give a path in one that exists")
	case errors.Is(err, fs.ErrNotExist):
		return fault.New(noFile, "", message, "check the path; there is nothing of this name")
	case errors.Is(err, fs.ErrPermission), errors.Is(err, store.ErrExists):
		return nil
	case errors.Is(err, store.ErrDirectory) && errors.Is(err, syscall.EISDIR):
		return fault.New(badPath, "", message,
			"give another directory with --data; in this one, the name of the database file names a directory")
	case writes && !errors.Is(err, syscall.ENOTDIR):
		return fault.New(outputFailed, "", message,
			"free space where the backup goes, or give a path on another disk; the database is as it was")
	}
	return nil
}

// databaseFailure returns the fault for a PostgreSQL database that cannot be reached or used, with the reason in the
// words of the database. It returns nil for every other error.
func databaseFailure(err error, message string) *fault.Error {
	reason := store.Reason(err)
	var failure *store.Error
	if reason == "" || !errors.As(err, &failure) {
		return nil
	}
	message += ": " + reason
	code, remedy := fault.Unavailable, "check that PostgreSQL runs and that --database has the right host and port"
	var (
		name        *net.DNSError
		certificate *tls.CertificateVerificationError
	)
	switch {
	case errors.Is(err, store.ErrURL):
		code, remedy = usage, "correct or leave out this parameter of the URL in --database (or of PGOPTIONS)"
	case errors.Is(err, store.ErrNoTLS):
		remedy = "turn on ssl in PostgreSQL, or do not ask for it: sslmode=prefer or sslmode=disable in --database"
	case errors.As(err, &certificate):
		remedy = "check the host and sslrootcert in --database; the certificate of the server must fit both"
	case errors.Is(err, store.ErrSilent):
		remedy = "check the port in --database: another program may listen there, or PostgreSQL is overloaded"
	case errors.As(err, &name):
		remedy = "check the host in --database"
	case strings.HasPrefix(failure.Code, "28"):
		code, remedy = loginRefused, "check the user and the password in --database, and the rules in pg_hba.conf"
	case failure.Code == "3D000":
		code, remedy = noDatabase, "check the name in --database, or make the database with createdb"
	case failure.Code == "42501" || failure.Code == "3F000":
		code, remedy = noPermission, "make the user of --database the owner of the database"
	case errors.Is(err, store.ErrReadOnly):
		code, remedy = readOnly, "name a server that takes changes; a standby server does not"
	case errors.Is(err, store.ErrFull):
		code, remedy = full, "free space on the disk of the database server and try again"
	case failure.Code == "55000":
		remedy = "name another database in --database, or let this one take connections: " +
			"ALTER DATABASE … ALLOW_CONNECTIONS true"
	case failure.Code == "42P01" || failure.Code == "42703" || errors.Is(err, store.ErrDamaged):
		code, remedy = damaged, "something else changed the tables or the files; restore a backup into an "+
			"empty database"
	case failure.Code == "42P07" || failure.Code == "42710":
		code, remedy = alreadyThere, "give an empty database; something else made this in the database"
	case failure.Code == "53300":
		remedy = "raise max_connections of PostgreSQL, or stop other programs that use it"
	case failure.Code == "57P03":
		remedy = "try again in a moment"
	case failure.Code == "57014":
		code, remedy = fault.Timeout, "raise or leave out statement_timeout, in the URL of --database, PGOPTIONS, the "+
			"role or the database; if none of them sets it, try again in a moment"
	case errors.Is(err, store.ErrBusy), strings.HasPrefix(failure.Code, "57"):
		remedy = "try again in a moment"
	case strings.HasPrefix(failure.Code, "53"), strings.HasPrefix(failure.Code, "58"):
		remedy = "look into the log of PostgreSQL"
	case errors.Is(err, store.ErrStatement):
		code, remedy = fault.Internal, "run it again with --log-level debug, and report the error if it stays"
	}
	return fault.New(code, "", message, remedy)
}
