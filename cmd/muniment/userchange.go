package main

import (
	"context"
	"fmt"
	"log/slog"
	"text/tabwriter"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// UserListCommand lists the producer's people.
type UserListCommand struct{}

// Run lists the people ordered by name.
func (*UserListCommand) Run(c *console, settings *Settings) (err error) {
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
	people, err := db.Client().User.Query().Where(account.OfProducer).Order(ent.Asc(user.FieldUserName)).All(c.ctx)
	if err != nil {
		return err
	}
	c.say("%s", name(config))
	table := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "NAME\tROLE\tACTIVE\tLAST SIGN-IN\tADDRESS")
	for _, u := range people {
		active, seen, address := "yes", "never", "-"
		if !u.Active {
			active = "no"
		}
		if u.LastSignInAt != nil {
			seen = u.LastSignInAt.String()
		}
		if u.Email != nil {
			address = *u.Email
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", u.UserName, *u.ProducerRole, active, seen, address)
	}
	return table.Flush()
}

// UserRoleCommand changes what a user may do for all customers.
type UserRoleCommand struct {
	UserName string `arg:"" placeholder:"NAME" help:"User name or id of the user."`
	Role     string `arg:"" enum:"operator,support-agent,none" placeholder:"ROLE" help:"Role for all customers: operator, support-agent or none."`
}

// Run changes the role.
func (u *UserRoleCommand) Run(c *console, settings *Settings) error {
	role := vocabulary.ProducerRole("")
	if u.Role != "none" {
		role = vocabulary.ProducerRole(word(u.Role))
	}
	return changeUser(c, settings, u.UserName, func(ctx context.Context, s *app.Services, id gid.ID) (
		change.Outcome, error) {
		return s.Members.ChangeProducerRole(ctx, change.Request{Action: "changeProducerRole", Input: u}, id, role)
	})
}

// UserEmailCommand changes the e-mail address of a user.
type UserEmailCommand struct {
	UserName string `arg:"" placeholder:"NAME" help:"User name or id of the user."`
	Email    string `arg:"" placeholder:"ADDRESS" help:"The new e-mail address."`
}

// Run changes the address.
func (u *UserEmailCommand) Run(c *console, settings *Settings) error {
	return changeUser(c, settings, u.UserName, func(ctx context.Context, s *app.Services, id gid.ID) (
		change.Outcome, error) {
		return s.Members.ChangeUserEmail(ctx, change.Request{Action: "changeUserEmail", Input: u}, id, u.Email)
	})
}

// UserDeactivateCommand deactivates a user, who can then no longer sign in.
type UserDeactivateCommand struct {
	UserName string `arg:"" placeholder:"NAME" help:"User name or id of the user."`
}

// Run deactivates the user.
func (u *UserDeactivateCommand) Run(c *console, settings *Settings) error {
	return changeUser(c, settings, u.UserName, func(ctx context.Context, s *app.Services, id gid.ID) (
		change.Outcome, error) {
		return s.Members.DeactivateUser(ctx, change.Request{Action: "deactivateUser", Input: u}, id)
	})
}

// UserReactivateCommand lets a deactivated user sign in again.
type UserReactivateCommand struct {
	UserName string `arg:"" placeholder:"NAME" help:"User name or id of the user."`
}

// Run reactivates the user.
func (u *UserReactivateCommand) Run(c *console, settings *Settings) error {
	return changeUser(c, settings, u.UserName, func(ctx context.Context, s *app.Services, id gid.ID) (
		change.Outcome, error) {
		return s.Members.ReactivateUser(ctx, change.Request{Action: "reactivateUser", Input: u}, id)
	})
}

// changeUser makes a change to a user who is given by name or id, and prints the result with the name as it is stored.
func changeUser(c *console, settings *Settings, name string,
	do func(context.Context, *app.Services, gid.ID) (change.Outcome, error)) error {
	return withServices(c, settings, existingDatabase, func(s *app.Services, database string) error {
		id, err := s.Members.UserNamed(c.ctx, name)
		if err != nil {
			return err
		}
		outcome, err := do(c.ctx, s, id)
		if err != nil {
			return err
		}
		if name, err = s.Members.NameOfUser(c.ctx, id); err != nil {
			return err
		}
		if len(outcome.Effects) == 0 {
			c.say("Nothing was changed: the user %s in %s is already like that.", name, database)
		} else {
			c.say("Changed the user %s in %s.", name, database)
		}
		for _, w := range outcome.Warnings {
			c.say("%s", w.Message)
		}
		return nil
	})
}
