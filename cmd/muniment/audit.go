package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/regular"
	"github.com/muniment/muniment/internal/store"
)

// AuditCommand groups the commands about the audit log.
type AuditCommand struct {
	Heads AuditHeadsCommand `cmd:"" help:"Print the head of each chain: account, position and hash. The server may run."`
}

// AuditHeadsCommand prints the heads of the hash chains.
type AuditHeadsCommand struct {
	JSON bool `env:"-" help:"Print the heads as JSON."`
}

// Run prints the heads.
func (a *AuditHeadsCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	db, err := openReadOnly(c.ctx, config)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	if err := db.RequireSchema(c.ctx); err != nil {
		return err
	}
	heads, err := audit.Heads(c.ctx, db)
	if err != nil {
		return err
	}
	if !a.JSON {
		return audit.WriteHeads(c.stdout, heads)
	}
	text, err := json.MarshalIndent(heads, "", "  ")
	if err != nil {
		return fmt.Errorf("write the heads: %w", err)
	}
	c.say("%s", text)
	return nil
}

// headsFile returns the name of the file beside a backup that holds the heads of the audit log's chains.
func headsFile(backup string) string { return backup + ".heads" }

// readHeads reads a file of heads. The result is not nil if there is no error.
func readHeads(file string) ([]audit.Head, error) {
	in, err := regular.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read the heads: %w", err)
	}
	defer in.Close()
	heads, err := audit.ReadHeads(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if heads == nil {
		heads = []audit.Head{}
	}
	return heads, nil
}

// writeHeads creates a file of heads that only its owner may read. It returns store.ErrExists if the file exists.
func writeHeads(file string, heads []audit.Head) (err error) {
	out, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w: %s", store.ErrExists, file)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	if err := errors.Join(audit.WriteHeads(out, heads), out.Sync(), out.Close()); err != nil {
		_ = os.Remove(file)
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	return nil
}

// compareHeads prints which heads in a file are missing from the chains of a database, and fails if any are.
func compareHeads(ctx context.Context, c *console, db *store.Store, file string) error {
	heads, err := readHeads(file)
	if err != nil {
		return err
	}
	differ := 0
	err = audit.CompareHeads(ctx, db, heads, func(b audit.Breach) error {
		differ++
		c.say("%s: %s", b.Name(), b.Message)
		return nil
	})
	if err != nil {
		return err
	}
	if differ > 0 {
		return headsDiffer(differ, file)
	}
	c.say("The audit holds all %d heads in %s.", len(heads), file)
	return nil
}
