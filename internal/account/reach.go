package account

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
)

// reach is who sees an account because of some of the accounts above it: people by a membership that includes the
// accounts below, ordered by user name, and programs by such a key.
type reach struct {
	people   []*ent.User
	programs int
}

// reachOf returns who sees the accounts below because of accounts in above that are not in others, and not because of
// one in others.
func (s *Service) reachOf(ctx context.Context, tx store.Tx, now clock.Instant, above, others []gid.ID) (reach, error) {
	var r reach
	only := slices.DeleteFunc(slices.Clone(above), func(id gid.ID) bool { return slices.Contains(others, id) })
	elsewhere, err := s.peopleThrough(ctx, tx, others)
	if err != nil {
		return r, err
	}
	seen := map[gid.ID]bool{}
	for _, u := range elsewhere {
		seen[u.ID] = true
	}
	people, err := s.peopleThrough(ctx, tx, only)
	if err != nil {
		return r, err
	}
	for _, u := range people {
		if !seen[u.ID] {
			seen[u.ID] = true
			r.people = append(r.people, u)
		}
	}
	slices.SortFunc(r.people, func(a, b *ent.User) int { return strings.Compare(a.UserName, b.UserName) })
	for part := range slices.Chunk(only, batchSize) {
		n, err := tx.Client().APIKey.Query().Where(apikey.AccountIDIn(part...), apikey.IncludeSubAccounts(true),
			apikey.RevokedAtIsNil(), apikey.ExpiresAtGT(now)).Count(ctx)
		if err != nil {
			return r, fmt.Errorf("count the keys that reach the account: %w", err)
		}
		r.programs += n
	}
	return r, nil
}

// peopleThrough returns the active users with a membership in force in one of the accounts that includes the accounts
// below. A user with several is returned several times.
func (s *Service) peopleThrough(ctx context.Context, tx store.Tx, accounts []gid.ID) ([]*ent.User, error) {
	var people []*ent.User
	for part := range slices.Chunk(accounts, batchSize) {
		members, err := tx.Client().Membership.Query().Where(membership.AccountIDIn(part...),
			membership.IncludeSubAccounts(true), InForceOn(s.today()), membership.HasUserWith(user.Active(true))).
			WithUser().All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read who sees the account: %w", err)
		}
		for _, m := range members {
			people = append(people, m.Edges.User)
		}
	}
	return people, nil
}

// names returns the names of the first people.
func (r reach) names() string {
	names := make([]string, 0, namedAtMost)
	for _, u := range r.people[:min(len(r.people), namedAtMost)] {
		names = append(names, nameOf(u))
	}
	return strings.Join(names, ", ")
}

// warnOfGain warns that people and programs will see an account, and the accounts below it, who did not see them.
func (r reach) warnOfGain(done *change.Record, a *ent.Account) {
	if len(r.people) > 0 {
		done.Warn("MORE_PEOPLE_SEE", "The number of people who now see {account} and the accounts below it, because "+
			"they see those above, is {given}. The first are: {names}.",
			fault.With("account", value.OfReference(a.ID, a.Name)),
			fault.WithNumber("given", len(r.people)), fault.WithText("names", r.names()))
	}
	if r.programs > 0 {
		done.Warn("MORE_PROGRAMS_SEE", "The number of API keys with which programs now see {account} and the accounts "+
			"below it is {given}.", fault.With("account", value.OfReference(a.ID, a.Name)),
			fault.WithNumber("given", r.programs))
	}
}

// warnOfLoss warns that people and programs will no longer see an account and the accounts below it.
func (r reach) warnOfLoss(done *change.Record, a *ent.Account) {
	if len(r.people) > 0 {
		done.Warn("FEWER_PEOPLE_SEE", "The number of people who no longer see {account} and the accounts below it "+
			"because they see those above is {given}. The first are: {names}.",
			fault.With("account", value.OfReference(a.ID, a.Name)),
			fault.WithNumber("given", len(r.people)), fault.WithText("names", r.names()))
	}
	if r.programs > 0 {
		done.Warn("FEWER_PROGRAMS_SEE", "The number of API keys with which programs no longer see {account} and the "+
			"accounts below it is {given}.", fault.With("account", value.OfReference(a.ID, a.Name)),
			fault.WithNumber("given", r.programs))
	}
}
