// Command generate adds the steps that are missing to reach the data model to both schema histories. Run it at the top
// of the repository:
//
//	go run ./migrations/generate [-anew] NAME
//
// NAME describes the change, in words joined by underscores. With -anew the histories are deleted and begin
// with this step; use it only before the first release. A temporary PostgreSQL is started unless
// MUNIMENT_TEST_POSTGRES names a database without tables.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/store/history"
	"github.com/muniment/muniment/internal/testenv/cluster"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		stop()
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

var descriptive = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func run(ctx context.Context, args []string) error {
	anew := len(args) > 0 && args[0] == "-anew"
	if anew {
		args = args[1:]
	}
	if len(args) != 1 || !descriptive.MatchString(args[0]) {
		return errors.New("name the change: go run ./migrations/generate words_joined_by_underscores")
	}
	url := os.Getenv("MUNIMENT_TEST_POSTGRES")
	if url == "" {
		server, err := cluster.Start(ctx)
		if err != nil {
			return err
		}
		defer server.Stop()
		url = server.URL("postgres")
	}
	var version string
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		folder := filepath.Join("migrations", history.Folder(engine))
		if anew {
			if err := os.RemoveAll(folder); err != nil {
				return err
			}
		}
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		file, err := history.Diff(ctx, engine, folder, args[0], url)
		if err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
		if file == "" {
			fmt.Println(folder, "is complete")
			continue
		}
		// The file has the same version in both histories.
		if version == "" {
			version, _, _ = strings.Cut(filepath.Base(file), "_")
		}
		alike := filepath.Join(folder, version+"_"+args[0]+".sql")
		if alike != file {
			if err := errors.Join(os.Rename(file, alike), history.Seal(folder)); err != nil {
				return err
			}
		}
		fmt.Println("wrote", alike)
	}
	return nil
}
