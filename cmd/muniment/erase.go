package main

import (
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
)

// UserEraseCommand removes the personal data of a user.
type UserEraseCommand struct {
	UserName string `arg:"" placeholder:"NAME" help:"User name or id of the user."`
	Reason   string `env:"-" placeholder:"TEXT" help:"Reason for the erasure. The audit records it, so it must not name the person."`
	DryRun   bool   `env:"-" help:"Print what would be removed, and change nothing."`
}

// Run erases the user and prints what was removed.
func (u *UserEraseCommand) Run(c *console, settings *Settings) error {
	return withServices(c, settings, existingDatabase, func(s *app.Services, _ string) error {
		id, err := s.Members.UserNamed(c.ctx, u.UserName)
		if err != nil {
			return err
		}
		outcome, err := s.Members.EraseUser(c.ctx,
			change.Request{Action: "eraseUser", Reason: u.Reason, DryRun: u.DryRun,
				Input: map[string]string{"user": id.String()}}, id)
		if err != nil {
			return err
		}
		for _, n := range account.ErasedCounts(outcome) {
			c.say("%8s  %s", *n.Before, n.Field)
		}
		for _, w := range outcome.Warnings {
			c.say("%s: %s", w.Code, w.Message)
		}
		if outcome.DryRun {
			c.say("This was a dry run: nothing was removed.")
			return nil
		}
		c.say("Only the id %s is left of the user. Earlier exports and backups still have the data.", id)
		return nil
	})
}
