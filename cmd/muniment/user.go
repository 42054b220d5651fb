package main

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// UserCommand groups the commands about users.
type UserCommand struct {
	Add        UserAddCommand        `cmd:"" help:"Add a user. On SQLite, stop the server first."`
	List       UserListCommand       `cmd:"" help:"List the producer's people. The server may run."`
	Role       UserRoleCommand       `cmd:"" help:"Change the role of a user for all customers. On SQLite, stop the server first."`
	Email      UserEmailCommand      `cmd:"" help:"Change the e-mail address of a user. On SQLite, stop the server first."`
	Deactivate UserDeactivateCommand `cmd:"" help:"Prevent a user from signing in. On SQLite, stop the server first."`
	Reactivate UserReactivateCommand `cmd:"" help:"Allow a deactivated user to sign in again. On SQLite, stop the server first."`
	Erase      UserEraseCommand      `cmd:"" help:"Erase the personal data of a user for good. On SQLite, stop the server first."`
}

// UserAddCommand creates a user.
type UserAddCommand struct {
	UserName     string `arg:"" placeholder:"NAME" help:"Name of the user, such as an e-mail address."`
	Email        string `env:"-" placeholder:"ADDRESS" help:"E-mail address to which links to sign in are sent. Default: the user name, if it is an e-mail address."`
	DisplayName  string `env:"-" placeholder:"TEXT" help:"Name that pages show."`
	Operator     bool   `env:"-" help:"Let the user read and change everything."`
	SupportAgent bool   `env:"-" help:"Let the user read everything a customer sees."`
}

// Run creates the user.
func (u *UserAddCommand) Run(c *console, settings *Settings) error {
	in := access.NewUser{UserName: u.UserName, Email: u.Email, DisplayName: u.DisplayName}
	switch {
	case u.Operator && u.SupportAgent:
		return fault.New(usage, "", "--operator and --support-agent name two roles", "name one")
	case u.Operator:
		in.Producer = vocabulary.ProducerRoleOperator
	case u.SupportAgent:
		in.Producer = vocabulary.ProducerRoleSupportAgent
	}
	if in.Email == "" && strings.Contains(u.UserName, "@") {
		if !email.Valid(email.Normal(u.UserName)) {
			return fault.New(usage, "", fmt.Sprintf("no mail reaches %.80q, so the user could not sign in", u.UserName),
				"write the whole address, as in anna@example.com, or give another one with --email; "+
					"the name of a user who needs no address has no @")
		}
		in.Email = u.UserName
	}
	return withServices(c, settings, anyDatabase, func(s *app.Services, database string) error {
		outcome, err := s.Access.AddUser(c.ctx, change.Request{Action: "addUser", Input: in}, in)
		if err != nil {
			return u.explainTaken(err)
		}
		c.say("Added the user %s (%s) to %s.", u.UserName, outcome.IDs[0], database)
		if in.Email == "" {
			c.say("The user has no e-mail address and cannot sign in: no link can be sent, and identity providers " +
				"cannot find the user. Give an address with muniment user email, or create a key with muniment token " +
				"create --user.")
		}
		for _, w := range outcome.Warnings {
			c.say("%s", w.Message)
		}
		return nil
	})
}

// explainTaken replaces the remedy of USER_NAME_TAKEN by the command that changes the existing user.
func (u *UserAddCommand) explainTaken(err error) error {
	var taken *fault.Error
	if !errors.As(err, &taken) || taken.Code != access.UserNameTaken {
		return err
	}
	remedy := "change the user with muniment user email, deactivate or reactivate " + quoted(u.UserName)
	switch {
	case u.Operator:
		remedy = "to change what the user may do: muniment user role " + quoted(u.UserName) + " operator"
	case u.SupportAgent:
		remedy = "to change what the user may do: muniment user role " + quoted(u.UserName) + " support-agent"
	}
	return fault.New(taken.Code, taken.Field, taken.Message, remedy)
}

// quoted quotes a word for a shell, if necessary.
func quoted(text string) string {
	if strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@._-+") == "" {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

// databaseKind says whether a command makes the database if it is missing.
type databaseKind int

const (
	// anyDatabase makes it.
	anyDatabase databaseKind = iota
	// existingDatabase is for commands that need something in it.
	existingDatabase
)

// withServices opens the database for a command that changes something, calls do with the services and the name of the
// database, and closes it.
func withServices(c *console, settings *Settings, kind databaseKind, do func(*app.Services, string) error) (err error) {
	log := settings.log(c, slog.LevelError)
	config, err := settings.config(defaultData, log)
	if err != nil {
		return err
	}
	if kind == existingDatabase {
		if err := requireDatabase(config); err != nil {
			return err
		}
	}
	db, err := open(c.ctx, c, config, ownMigration)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	s, err := commandServices(db, log)
	if err != nil {
		return err
	}
	return do(s, name(config))
}

// commandServices returns services that only enqueue jobs; a server runs them.
func commandServices(db *store.Store, log *slog.Logger) (*app.Services, error) {
	from, err := (&MailFlags{}).sender("localhost")
	if err != nil {
		return nil, err
	}
	return app.NewServices(app.Base{DB: db, From: from, Log: log, Today: today})
}
