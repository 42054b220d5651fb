package access

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// longestUserName is the limit in bytes. Every e-mail address fits.
const longestUserName = email.Longest

// NewUser describes a user who is to be created. All texts but UserName may be empty; Language is "" if nobody has
// chosen one, and Producer for customers' people.
type NewUser struct {
	UserName, Email                  string
	FirstName, LastName, DisplayName string
	Language                         vocabulary.Language
	Producer                         vocabulary.ProducerRole

	id gid.ID // 0 for a new one
}

// AddUser creates a user who has no access except what Producer grants. Only the producer's operators may do this. The
// outcome contains the user's id. It returns BAD_INPUT, USER_NAME_TAKEN, or the errors of change.Pipeline.Do.
func (s *Service) AddUser(ctx context.Context, r change.Request, n NewUser) (change.Outcome, error) {
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		return addUser(ctx, tx, done, n)
	})
}

func addUser(ctx context.Context, tx store.Tx, done *change.Record, n NewUser) error {
	misleads := email.Misleads(n.UserName) // asked before NFC, which makes some characters ASCII ones
	n.UserName = norm.NFC.String(n.UserName)
	switch {
	case misleads:
		return badInput("input.userName", "The address has a character that could be taken for an ASCII letter, or "+
			"spells its domain in an unusual way.", "Type the address again.")
	case person.Visible(n.UserName) != n.UserName:
		return badInput("input.userName", "The name has characters that nobody sees.",
			"Type the name again, without them.")
	case len(n.UserName) > longestUserName || !person.IsLine(n.UserName, longestUserName):
		return badInput("input.userName",
			"The user name must be one line of {min} to {max} bytes, with single blanks between words and without "+
				"blanks at its ends.",
			"Give the e-mail address, for instance.", fault.WithNumber("min", 1),
			fault.WithNumber("max", longestUserName), fault.WithNumber("given", len(n.UserName)))
	}
	n.Email = email.Normal(n.Email)
	if n.Email != "" && !email.Valid(n.Email) {
		return badInput("input.email", "This is not a valid e-mail address.",
			"Give a bare address, such as somebody@example.com.")
	}
	if err := n.checkNames(); err != nil {
		return err
	}
	if n.Producer == vocabulary.ProducerRoleIntegration {
		return badInput("input.producerRole", "Only programs may have this role.",
			"Give OPERATOR or SUPPORT_AGENT, or make a key with createApiKey.")
	}
	if who := viewer.From(ctx); n.Producer != "" && who.User == 0 && who.CredentialID != 0 {
		return forbidden("Only a person may add people of the producer, not a program.", "Sign in as an operator.")
	}
	if err := members.LockUserName(ctx, tx, n.UserName); err != nil {
		return err
	}
	taken, err := members.UsersNamed(ctx, tx.Client(), n.UserName)
	if err != nil {
		return err
	}
	if len(taken) > 0 {
		return fault.New(UserNameTaken, "input.userName", "Another user already has this name.",
			"Give another name, or change the user: changeUser, changeProducerRole, changeUserEmail, "+
				"deactivateUser, reactivateUser.")
	}
	id, err := createUser(ctx, tx, done, n)
	if err != nil {
		return err
	}
	return members.WarnOfSharedAddress(ctx, tx, done, id, n.Email)
}

// checkNames normalizes the names, and returns BAD_INPUT for each that is not valid.
func (n *NewUser) checkNames() error {
	var problems []error
	for field, name := range map[string]*string{"input.firstName": &n.FirstName, "input.lastName": &n.LastName,
		"input.displayName": &n.DisplayName} {
		text, err := members.CheckName(field, *name)
		*name = text
		problems = append(problems, err)
	}
	return errors.Join(problems...)
}

// createUser creates a user and records it. The caller holds the lock of the user name (account.LockUserName) and has
// found nobody who has it.
func createUser(ctx context.Context, tx store.Tx, done *change.Record, n NewUser) (gid.ID, error) {
	id := n.id
	if id == 0 {
		id = gid.New(gid.User, gid.NewLocality())
	}
	create := tx.Client().User.Create().SetID(id).SetUserName(n.UserName).
		SetUserNameKey(email.UserNameKey(n.UserName)).SetDisplayName(person.Name(n.DisplayName)).
		SetFirstName(n.FirstName).SetLastName(n.LastName).
		SetActive(true).SetShared(false).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now())
	if n.Email != "" {
		create.SetEmail(n.Email).SetEmailKey(email.Key(n.Email))
	}
	if n.Language != "" {
		create.SetNotificationLanguage(n.Language)
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
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "UserAdded", Subject: id, Label: n.UserName,
		Fields: n.fields()})
	return id, nil
}

func (n NewUser) fields() []audit.Field {
	fields := change.Is("userName", n.UserName)
	note := func(field, text string) {
		if text != "" {
			fields = append(fields, change.Is(field, text)...)
		}
	}
	note("email", n.Email)
	note("firstName", n.FirstName)
	note("lastName", n.LastName)
	note("displayName", n.DisplayName)
	note("notificationLanguage", string(n.Language))
	note("producerRole", string(n.Producer))
	return fields
}

// Addressee is a recipient of a sign-in link.
type Addressee struct {
	// Subject is the user, or the directory record of a person who is not a user yet.
	Subject gid.ID
	// UserName distinguishes users with the same address; for a record it is the address.
	UserName string
	// Address is the stored address, to which the mail is sent. It may differ from the requested one in letter case.
	Address string
	// Language is the language that the user chose for mails; "" if they chose none.
	Language vocabulary.Language
}

// Addressees returns the recipients of sign-in links for an address: the active users who have it, ordered by name,
// or, if no user has it, the directory record that expects it. A record that is linked to a user gets no link: its
// directory could set it to another person's address, who would then be signed in as that user. Nor does a record of
// an account that has not proven the domain: its directory could end the link.
func (s *Service) Addressees(ctx context.Context, address string) ([]Addressee, error) {
	ctx = store.Unscoped(ctx) // there is no viewer yet
	address = strings.TrimSpace(address)
	users, err := s.db().Client().User.Query().Where(user.EmailKey(email.Key(address))).
		Order(ent.Asc(user.FieldUserName)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the users of an address: %w", err)
	}
	var all []Addressee
	for _, u := range users {
		if u.Active && u.Email != nil && s.policy.admits(u, NewSession{Method: vocabulary.SignInMethodLink}) == nil {
			one := Addressee{Subject: u.ID, UserName: u.UserName, Address: *u.Email}
			if u.NotificationLanguage != nil {
				one.Language = *u.NotificationLanguage
			}
			all = append(all, one)
		}
	}
	if len(users) > 0 {
		return all, nil
	}
	// One record is enough: using its link links the records of all directories.
	record, err := s.directories.Expected(ctx, s.db().Client(), address)
	if err != nil || record == nil || record.Email == nil || s.policy.Required(*record.Email) != nil {
		return nil, err
	}
	return []Addressee{{Subject: record.ID, UserName: *record.Email, Address: *record.Email}}, nil
}
