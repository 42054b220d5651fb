// Package cluster starts a temporary PostgreSQL server. Its data and its socket are in a temporary directory. The
// server ends and the directory is removed with the process that started it, however that process ends.
package cluster

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// ErrMissing is returned by Start on a machine without PostgreSQL's server programs.
var ErrMissing = errors.New("no PostgreSQL server on this machine; as root: apt-get install -y postgresql")

// ThrowAway is the environment variable that is set if the server in MUNIMENT_TEST_POSTGRES is temporary: databases
// that tests leave in it are removed with it, and its user is a superuser.
const ThrowAway = "MUNIMENT_TEST_POSTGRES_THROW_AWAY"

// script runs the server until its standard input is closed, which happens when the parent process ends. The default
// collation is that of a language, so that tests notice a column for which a collation was forgotten.
const script = `
set -u
initdb=$1 pg_ctl=$2 dir=$3
fail() { tail -n 20 "$dir/log" 2>/dev/null; rm -rf "$dir"; exit 1; }
"$initdb" -D "$dir/data" -U muniment -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=en-US --no-sync \
	>"$dir/log" 2>&1 </dev/null || fail
"$pg_ctl" start -s -w -t 60 -D "$dir/data" -l "$dir/log" \
	-o "-k '$dir' -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off \
	-c max_connections=300 -c shared_buffers=128MB -c max_wal_size=4GB -c autovacuum=off" \
	>>"$dir/log" 2>&1 </dev/null || fail
echo ready
exec >/dev/null 2>&1
read -r _
"$pg_ctl" stop -m immediate -s -D "$dir/data"
rm -rf "$dir"
`

// Cluster is a running server.
type Cluster struct {
	directory string
	command   *exec.Cmd
	leash     io.Closer
	stop      sync.Once
	stopErr   error
}

// Start starts a server and waits until it accepts connections, one or two seconds. It returns ErrMissing if
// PostgreSQL's programs are not installed.
func Start(ctx context.Context) (*Cluster, error) {
	initdb, err := program("initdb")
	if err != nil {
		return nil, err
	}
	control, err := program("pg_ctl")
	if err != nil {
		return nil, err
	}
	directory, err := os.MkdirTemp(shortTemp(), "muniment-pg-")
	if err != nil {
		return nil, fmt.Errorf("start PostgreSQL: %w", err)
	}
	command := exec.Command("/bin/sh", "-c", script, "sh", initdb, control, directory)
	command.Dir = directory
	command.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC")
	if err := unprivileged(command, directory); err != nil {
		return nil, errors.Join(fmt.Errorf("start PostgreSQL: %w", err), os.RemoveAll(directory))
	}
	leash, err := command.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("start PostgreSQL: %w", err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start PostgreSQL: %w", err)
	}
	if err := command.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("start PostgreSQL: %w", err), os.RemoveAll(directory))
	}
	c := &Cluster{directory: directory, command: command, leash: leash}
	cut := context.AfterFunc(ctx, func() { _ = leash.Close(); _ = out.Close() })
	defer cut()
	reader := bufio.NewReader(out)
	line, _ := reader.ReadString('\n')
	if line != "ready\n" {
		rest, _ := io.ReadAll(reader)
		_ = c.Stop()
		return nil, fmt.Errorf("start PostgreSQL: %w",
			errors.Join(ctx.Err(), errors.New(strings.TrimSpace(line+string(rest)))))
	}
	return c, nil
}

// URL returns the URL of a database of the cluster. The database postgres always exists.
func (c *Cluster) URL(database string) string {
	values := url.Values{"host": {c.directory}, "user": {"muniment"}}
	return (&url.URL{Scheme: "postgres", Path: "/" + database, RawQuery: values.Encode()}).String()
}

// Crash stops the server immediately, without a checkpoint, as if the machine had lost power. The data stays.
func (c *Cluster) Crash() error { return c.control("stop", "-m", "immediate") }

// Recover restarts the server after Crash, and waits until it accepts connections.
func (c *Cluster) Recover() error {
	return c.control("start", "-w", "-l", filepath.Join(c.directory, "log"), "-o",
		"-k '"+c.directory+"' -c listen_addresses=")
}

func (c *Cluster) control(arguments ...string) error {
	control, err := program("pg_ctl")
	if err != nil {
		return err
	}
	command := exec.Command(control, append(arguments, "-s", "-D", filepath.Join(c.directory, "data"))...)
	command.Dir = c.directory
	if err := unprivileged(command, c.directory); err != nil {
		return fmt.Errorf("%s PostgreSQL: %w", arguments[0], err)
	}
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s PostgreSQL: %w", arguments[0], err)
	}
	return nil
}

// Stop stops the server and removes its data.
func (c *Cluster) Stop() error {
	c.stop.Do(func() {
		_ = c.leash.Close()
		if err := c.command.Wait(); err != nil {
			c.stopErr = fmt.Errorf("stop PostgreSQL: %w", err)
		}
	})
	return c.stopErr
}

// program returns the path of a server program: from PATH, or else from Debian's directory for PostgreSQL, newest
// version first.
func program(name string) (string, error) {
	if found, err := exec.LookPath(name); err == nil {
		if real, err := filepath.EvalSymlinks(found); err == nil {
			return real, nil
		}
		return found, nil
	}
	found, err := filepath.Glob(filepath.Join("/usr/lib/postgresql", "*", "bin", name))
	if err != nil || len(found) == 0 {
		return "", ErrMissing
	}
	return found[len(found)-1], nil
}

// shortTemp returns the directory for temporary files, or /tmp if its path is too long for the path of a socket.
func shortTemp() string {
	if directory := os.TempDir(); len(directory) < 60 {
		return directory
	}
	return "/tmp"
}
