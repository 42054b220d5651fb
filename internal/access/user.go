package access

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// longestUserName is in bytes, and so long that every e-mail address fits.
const longestUserName = email.Longest

// NewUser is a user who is to be made. Email and DisplayName may be empty; Producer is "" for the customers' own people.
type NewUser struct {
	UserName, Email, DisplayName string
	Producer                     vocabulary.ProducerRole
}

// AddUser makes a user who has access to nothing but what Producer says. Only the producer's operators may. It returns
// BAD_INPUT or USER_NAME_TAKEN.
func (s *Service) AddUser(ctx context.Context, n NewUser) (id gid.ID, err error) {
	err = again(func() error {
		_, err := s.changes.Do(ctx, change.Request{Action: "addUser"}, func(ctx context.Context, tx store.Tx, done *change.Record) error {
			if n.UserName == "" || len(n.UserName) > longestUserName || n.UserName != person.Line(n.UserName, longestUserName) {
				return badInput("userName", "A user name is one line of 1 to 254 bytes, without control characters and blanks at its ends.", "Give the e-mail address, for instance.")
			}
			if n.Email != "" && !email.Valid(n.Email) {
				return badInput("email", "This is no e-mail address.", "Give a bare address, such as somebody@example.com.")
			}
			if n.DisplayName != "" && !person.IsName(n.DisplayName) {
				return badInput("displayName", "A name is one line of at most 200 characters, without control characters.",
					"Type the name anew, without characters that are not seen.")
			}
			taken, err := tx.Client().User.Query().Where(user.UserName(n.UserName)).Exist(ctx)
			if err != nil {
				return fmt.Errorf("look for the user name: %w", err)
			}
			if taken {
				return fault.New(UserNameTaken, "userName", "There is a user of this name already.", "Give another name.")
			}
			id, err = createUser(ctx, tx, done, n)
			return err
		})
		return err
	})
	if err != nil {
		return 0, err
	}
	return id, nil
}

// createUser makes a user and notes it.
func createUser(ctx context.Context, tx store.Tx, done *change.Record, n NewUser) (gid.ID, error) {
	id := gid.New(gid.User, gid.NewLocality())
	create := tx.Client().User.Create().SetID(id).SetUserName(n.UserName).SetDisplayName(person.Name(n.DisplayName)).
		SetActive(true).SetShared(false).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now())
	if n.Email != "" {
		create.SetEmail(n.Email).SetEmailKey(email.Key(n.Email))
	}
	if n.Producer != "" {
		create.SetProducerRole(n.Producer)
	}
	u, err := create.Save(ctx)
	if err != nil {
		return 0, fmt.Errorf("make a user: %w", err)
	}
	if err := search.KeepUser(ctx, tx, u); err != nil {
		return 0, err
	}
	done.Result(id)
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "UserAdded", Subject: id, Label: n.UserName, Fields: n.fields()})
	return id, nil
}

func (n NewUser) fields() []audit.Field {
	fields := change.Is("userName", n.UserName)
	if n.Email != "" {
		fields = append(fields, change.Is("email", n.Email)...)
	}
	if n.DisplayName != "" {
		fields = append(fields, change.Is("displayName", n.DisplayName)...)
	}
	if n.Producer != "" {
		fields = append(fields, change.Is("producerRole", string(n.Producer))...)
	}
	return fields
}

// Recipients returns the active users who have an e-mail address, by their names. Mail for them goes to the address that is
// kept, which may differ from the given one in letter case.
func (s *Service) Recipients(ctx context.Context, address string) ([]gid.ID, error) {
	ids, err := s.db().Client().User.Query().Where(user.EmailKey(email.Key(strings.TrimSpace(address))), user.Active(true)).
		Order(ent.Asc(user.FieldUserName)).IDs(store.Beyond(ctx)) // nobody is asking yet
	if err != nil {
		return nil, fmt.Errorf("look for the users of an address: %w", err)
	}
	return ids, nil
}
