package stage

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/person"
)

// userName is a valid row of a user.
type userName struct {
	rid, line  int64
	name, file string
}

// deceives reports whether a user name has characters that nobody sees, or that are taken for ASCII ones.
func deceives(name string) bool { return person.Visible(name) != name || email.Imitates(name) }

// appearance is the key of a user name as people see it.
func appearance(name string) string { return email.UserNameKey(person.Visible(name)) }

// judgeUserNames makes users invalid whose names deceive and look like that of another user. Of several that deceive in
// one way the first stays if no other user has the name.
func (s *Stage) judgeUserNames(ctx context.Context) error {
	looks := map[string][]userName{} // users whose names deceive, in the order of rows
	err := s.eachUserName(ctx, func(u userName) error {
		if deceives(u.name) {
			looks[appearance(u.name)] = append(looks[appearance(u.name)], u)
		}
		return nil
	})
	if err != nil || len(looks) == 0 {
		return err
	}
	stands := map[string]userName{} // for each appearance, the user who keeps it
	for look, users := range looks {
		stands[look] = users[0]
	}
	err = s.eachUserName(ctx, func(u userName) error {
		look := appearance(u.name)
		if of, found := stands[look]; found && deceives(of.name) && !deceives(u.name) {
			stands[look] = u
		}
		return nil
	})
	if err != nil {
		return err
	}
	for look, users := range looks {
		for _, u := range users {
			if of := stands[look]; of.rid != u.rid {
				if err := s.refuseUserName(ctx, u, of); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (s *Stage) eachUserName(ctx context.Context, yield func(userName) error) error {
	return s.db.each(ctx, "SELECT "+Where+", k.rid, k.userName FROM users k WHERE k.valid = 1 ORDER BY k.rid", nil,
		func(r Row) error {
			return yield(userName{file: r.Text(0), line: r.Int(1), rid: r.Int(2), name: r.Text(3)})
		})
}

func (s *Stage) refuseUserName(ctx context.Context, u, of userName) error {
	if _, err := s.db.do(ctx, "UPDATE users SET valid = 0 WHERE rid = ?", u.rid); err != nil {
		return err
	}
	return s.Add(legacy.Finding{Rule: legacy.MisleadingUserName, Kind: legacy.Users, LegacyID: u.name,
		RelatedIDs: []string{of.name}, File: u.file, Line: u.line,
		Message: fmt.Sprintf("the user name %s looks like %s in %s line %d", escaped(u.name), escaped(of.name), of.file,
			of.line),
		Remedy: "give the user another name in the source, or leave one of the rows"})
}
