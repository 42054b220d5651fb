// Command with runs another command with a temporary PostgreSQL server, whose URL is in MUNIMENT_TEST_POSTGRES. If
// that variable is already set, it starts no server:
//
//	go run ./internal/testenv/cluster/with go test ./...
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/muniment/muniment/internal/testenv/cluster"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code, err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "with:", err)
	}
	os.Exit(code)
}

// run returns the exit code of the command, or 125 if it could not be run.
func run(ctx context.Context, args []string) (int, error) {
	if len(args) == 0 {
		return 125, errors.New("name a command to run")
	}
	command := exec.CommandContext(ctx, args[0], args[1:]...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	if os.Getenv("MUNIMENT_TEST_POSTGRES") == "" {
		server, err := cluster.Start(ctx)
		if err != nil {
			return 125, err
		}
		defer server.Stop()
		command.Env = append(os.Environ(), "MUNIMENT_TEST_POSTGRES="+server.URL("postgres"), cluster.ThrowAway+"=1")
	}
	err := command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return max(exit.ExitCode(), 1), nil
	}
	if err != nil {
		return 125, err
	}
	return 0, nil
}
