package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/regular"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TokenCommand groups the commands about keys and tokens.
type TokenCommand struct {
	Create TokenCreateCommand `cmd:"" help:"Create an API key and print it once. On SQLite, stop the server first."`
	Revoke TokenRevokeCommand `cmd:"" help:"Revoke an API key for good. On SQLite, stop the server first."`
	Widget TokenWidgetCommand `cmd:"" help:"Register, list and remove the queries that widgets may run. On SQLite, stop the server first."`
}

// TokenCreateCommand creates an API key.
type TokenCreateCommand struct {
	Name     string   `env:"-" required:"" placeholder:"TEXT" help:"Name that tells people what the key is for."`
	User     string   `env:"-" placeholder:"NAME" help:"User for whom the key acts."`
	Account  string   `env:"-" placeholder:"ID" help:"Account for which the key acts."`
	Producer string   `env:"-" enum:",operator,support-agent,integration" default:"" placeholder:"ROLE" help:"Role of a key that acts for the producer: operator, support-agent or integration."`
	Scope    []string `env:"-" default:"read" placeholder:"SCOPE" help:"Purposes for which the key may be used: read, write, provision, mint-widget-tokens. Default: read."`
	Role     []string `env:"-" placeholder:"ROLE" help:"With --account: roles of the key in the account. Default: reader."`
	Service  []string `env:"-" placeholder:"SERVICE" help:"With --account: services that the key may use. Default: licensing."`
	Below    bool     `name:"include-sub-accounts" env:"-" help:"With --account: let the key work for the accounts below, too."`
	Days     int      `env:"-" default:"365" placeholder:"N" help:"Number of days after which the key stops working, 1 to 730. Default: 365."`
}

// Run creates the key and prints it.
func (t *TokenCreateCommand) Run(c *console, settings *Settings) error {
	owners := 0
	for _, owner := range []string{t.User, t.Account, t.Producer} {
		if owner != "" {
			owners++
		}
	}
	if owners != 1 {
		return fault.New(usage, "", "a key has one owner: --user, --account or --producer", "name one of them")
	}
	in := access.NewKey{Name: t.Name, Days: &t.Days, IncludeSubAccounts: t.Below,
		Producer: vocabulary.ProducerRole(word(t.Producer))}
	for _, s := range t.Scope {
		in.Scopes = append(in.Scopes, vocabulary.KeyScope(word(s)))
	}
	for _, r := range t.Role {
		in.Roles = append(in.Roles, vocabulary.Role(word(r)))
	}
	for _, s := range t.Service {
		in.Services = append(in.Services, vocabulary.Service(word(s)))
	}
	if t.Account != "" {
		id, err := gid.Parse(t.Account)
		if err != nil {
			return fault.New(usage, "account", "this is not the id of an account", "ids look like acct_028Z3V6Q1M2C4")
		}
		in.Account = id
	}
	kind := existingDatabase // a user and an account are in one
	if t.Producer != "" {
		kind = anyDatabase
	}
	return withServices(c, settings, kind, func(s *app.Services, _ string) error {
		ctx := c.ctx
		if t.User != "" {
			var err error
			if ctx, err = asUser(ctx, s, t.User); err != nil {
				return err
			}
		}
		outcome, secret, err := s.Access.CreateKey(ctx, change.Request{Action: "createApiKey", Input: in}, in)
		if err != nil {
			return err
		}
		return showKey(c, outcome.IDs[0], secret)
	})
}

// showKey prints a new key. If it cannot be printed, the error says how to revoke it, because nobody can use it.
func showKey(c *console, id gid.ID, secret string) error {
	_, err := fmt.Fprintf(c.stdout, "Made the key %s. This is the only time it is shown:\n\n%s\n", id, secret)
	if err != nil {
		return fault.New(outputFailed, "", fmt.Sprintf("%v; the key %s was made, and nobody has seen it", err, id),
			fmt.Sprintf("muniment token revoke %s, with the same --data or --database; then make another key", id))
	}
	return nil
}

// asUser returns a context with a user as its viewer, because a person's key is created by that person.
func asUser(ctx context.Context, s *app.Services, name string) (context.Context, error) {
	id, err := s.Members.UserNamed(ctx, name)
	if err != nil {
		return nil, err
	}
	who, err := s.Access.ForUser(ctx, id, vocabulary.CredentialKindCommandLine, vocabulary.EveryKeyScope)
	if err != nil {
		return nil, err
	}
	return viewer.With(ctx, who), nil
}

// word converts a flag's value to the name of an enum value.
func word(text string) string { return strings.ToUpper(strings.ReplaceAll(text, "-", "_")) }

// TokenRevokeCommand revokes an API key.
type TokenRevokeCommand struct {
	Key string `arg:"" placeholder:"ID" help:"Id of the key."`
}

// Run revokes the key.
func (t *TokenRevokeCommand) Run(c *console, settings *Settings) error {
	id, err := gid.Parse(t.Key)
	if err != nil {
		return fault.New(usage, "key", "this is not the id of a key", "ids look like key_1M8Z3V6Q1M2C4")
	}
	return withServices(c, settings, existingDatabase, func(s *app.Services, _ string) error {
		outcome, err := s.Access.RevokeKey(c.ctx, change.Request{Action: "revokeApiKey", Input: id}, id)
		if err != nil {
			return err
		}
		if len(outcome.Effects) > 0 {
			c.say("Revoked the key %s.", id)
		}
		for _, w := range outcome.Warnings {
			c.say("%s", w.Message)
		}
		return nil
	})
}

// TokenWidgetCommand registers, lists and removes documents.
type TokenWidgetCommand struct {
	Document []string `env:"-" type:"path" placeholder:"FILE" help:"File with one query that widgets may run. Can be repeated."`
	List     bool     `env:"-" help:"List the registered documents."`
	Remove   []string `env:"-" placeholder:"HASH" help:"Remove the document with this hash. Can be repeated."`
}

// Run registers documents and prints their hashes, by which widget tokens refer to them, removes documents, and lists
// what is registered.
func (t *TokenWidgetCommand) Run(c *console, settings *Settings) error {
	if len(t.Document) == 0 && len(t.Remove) == 0 && !t.List {
		return fault.New(usage, "document", "there is nothing to do", "give --document, --remove or --list")
	}
	return withServices(c, settings, existingDatabase, func(s *app.Services, _ string) error {
		for _, file := range t.Document {
			text, err := regular.Read(file)
			if err != nil {
				return err
			}
			_, hash, err := s.Access.RegisterDocument(c.ctx, change.Request{Action: "registerWidgetDocument"},
				filepath.Base(file), string(text))
			if err != nil {
				return err
			}
			c.say("%s  %s", hash, file)
		}
		for _, hash := range t.Remove {
			r := change.Request{Action: "removeWidgetDocument"}
			_, removed, err := s.Access.RemoveDocument(c.ctx, r, hash)
			if err != nil {
				return err
			}
			c.say("Removed %s.", removed)
		}
		if !t.List {
			return nil
		}
		documents, err := s.Access.Documents(c.ctx)
		if err != nil {
			return err
		}
		for _, d := range documents {
			c.say("%s  %s", d.Hash, d.Name)
		}
		return nil
	})
}
