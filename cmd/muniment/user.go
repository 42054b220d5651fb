package main

import (
	"errors"
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
	Add        UserAddCommand        `cmd:"" help:"Make a user. On SQLite the server must be stopped."`
	List       UserListCommand       `cmd:"" help:"List the producer's people. On SQLite the server must be stopped."`
	Role       UserRoleCommand       `cmd:"" help:"Say what a user may do for all customers. On SQLite the server must be stopped."`
	Address    UserAddressCommand    `cmd:"" help:"Give a user another e-mail address. On SQLite the server must be stopped."`
	Deactivate UserDeactivateCommand `cmd:"" help:"Let a user sign in no more. On SQLite the server must be stopped."`
	Reactivate UserReactivateCommand `cmd:"" help:"Let a deactivated user sign in again. On SQLite the server must be stopped."`
	Erase      UserEraseCommand      `cmd:"" help:"Remove the personal data of a user for good. On SQLite the server must be stopped."`
}

// UserAddCommand creates a user.
type UserAddCommand struct {
	UserName     string `arg:"" placeholder:"NAME" help:"Name of the user, such as an e-mail address."`
	Email        string `env:"-" placeholder:"ADDRESS" help:"E-mail address, to which links to sign in are sent. Default: the name, if it is one."`
	DisplayName  string `env:"-" placeholder:"TEXT" help:"Name to show."`
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
	if in.Email == "" && email.Valid(u.UserName) {
		in.Email = u.UserName
	}
	return withServices(c, settings, func(s *app.Services) error {
		outcome, err := s.Access.AddUser(c.ctx, change.Request{Action: "addUser", Input: in}, in)
		if err != nil {
			return u.explainTaken(err)
		}
		c.say("Made the user %s (%s).", u.UserName, outcome.IDs[0])
		if in.Email == "" {
			c.say("It has no e-mail address, by which links are sent and identity providers find it: it can only come in with a key (muniment token create --user).")
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
	remedy := "change the user with muniment user address, deactivate or reactivate " + quoted(u.UserName)
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

// withServices opens the database for a command that changes something, calls do, and closes the database.
func withServices(c *console, settings *Settings, do func(*app.Services) error) (err error) {
	log := settings.log(c, slog.LevelError)
	config, err := settings.config(defaultData, log)
	if err != nil {
		return err
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
	return do(s)
}

// commandServices returns services that only enqueue jobs; a server runs them.
func commandServices(db *store.Store, log *slog.Logger) (*app.Services, error) {
	from, err := (&MailFlags{}).sender("localhost")
	if err != nil {
		return nil, err
	}
	return app.NewServices(app.Base{DB: db, From: from, Log: log, Today: today})
}
