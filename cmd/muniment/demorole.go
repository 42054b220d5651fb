package main

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// sampleRole is a demo user as whom anybody on the machine may sign in.
type sampleRole struct {
	userName, label, description string
	producer                     vocabulary.ProducerRole
	roles                        []vocabulary.Role
	services                     []vocabulary.Service
}

var everyService = []vocabulary.Service{vocabulary.ServiceCommunity, vocabulary.ServiceLicensing,
	vocabulary.ServiceDownloads}

// sampleRoles are shown in this order. Those with customer roles are members of one account.
var sampleRoles = []sampleRole{
	{"administrator@sample.example", "Account administrator",
		"Sees the rights of one customer, and manages its people.", "",
		[]vocabulary.Role{vocabulary.RoleAccountAdministrator}, everyService},
	{"manager@sample.example", "License manager", "Sees the rights of one customer, and what is in use where.", "",
		[]vocabulary.Role{vocabulary.RoleLicenseManager}, everyService},
	{"reader@sample.example", "Member of the community", "Reaches the community of one customer, and sees no rights.",
		"",
		[]vocabulary.Role{vocabulary.RoleReader}, []vocabulary.Service{vocabulary.ServiceCommunity}},
	{"support@sample.example", "Support agent",
		"One of the producer's people: sees what every customer sees, and changes nothing.",
		vocabulary.ProducerRoleSupportAgent, nil, nil},
	{"operator@sample.example", "Operator", "One of the producer's people: sees and changes everything.",
		vocabulary.ProducerRoleOperator, nil, nil},
}

// createSampleUsers creates the users of the sample roles that do not exist yet, and returns all of them.
func createSampleUsers(ctx context.Context, s *app.Services) ([]signin.DemoUser, error) {
	var all []signin.DemoUser
	for _, role := range sampleRoles {
		id, err := role.user(ctx, s)
		if err != nil {
			return nil, fmt.Errorf("make the sample role %s: %w", role.label, err)
		}
		all = append(all, signin.DemoUser{Label: role.label, Description: role.description, UserID: id})
	}
	return all, nil
}

func (r sampleRole) user(ctx context.Context, s *app.Services) (gid.ID, error) {
	row, err := s.DB.Client().User.Query().Where(user.UserName(r.userName)).Only(ctx)
	if err == nil {
		return row.ID, nil
	}
	if !ent.IsNotFound(err) {
		return 0, err
	}
	if r.producer != "" {
		in := access.NewUser{UserName: r.userName, Email: r.userName, DisplayName: r.label, Producer: r.producer}
		outcome, err := s.Access.AddUser(ctx, change.Request{Action: "addUser", Input: in}, in)
		if err != nil {
			return 0, err
		}
		return outcome.IDs[0], nil
	}
	return r.invited(ctx, s)
}

// invited creates a member in the way a customer would: by an invitation that is accepted.
func (r sampleRole) invited(ctx context.Context, s *app.Services) (gid.ID, error) {
	customer, err := sampleCustomer(ctx, s.DB)
	if err != nil {
		return 0, err
	}
	waiting, err := s.DB.Client().Invitation.Query().Where(invitation.EmailKey(r.userName),
		invitation.AcceptedAtIsNil(), invitation.RevokedAtIsNil()).FirstID(ctx)
	if ent.IsNotFound(err) {
		in := account.Invite{Account: customer, Emails: []string{r.userName},
			Grant: account.Grant{Roles: r.roles, Services: r.services, IncludeSubAccounts: true}}
		outcome, err := s.Members.InviteMembers(ctx, change.Request{Action: "inviteMembers", Input: in}, in)
		if err != nil {
			return 0, err
		}
		waiting = outcome.IDs[0]
	} else if err != nil {
		return 0, err
	}
	token, _, err := s.Access.NewLink(ctx, vocabulary.LinkPurposeInvitation, waiting, "sample role "+r.userName, "")
	if err != nil {
		return 0, err
	}
	id, _, err := s.Members.AcceptAsNew(ctx, token, r.label)
	return id, err
}

// sampleCustomer returns the account with the most line items among those with accounts below them, or among all if
// there are none.
func sampleCustomer(ctx context.Context, db *store.Store) (gid.ID, error) {
	rows, err := db.Scoped(ctx, store.Everything(),
		"SELECT l.account_id FROM line_items l WHERE /*scope:l.account_id*/ GROUP BY l.account_id ORDER BY "+
			"CASE WHEN l.account_id IN (SELECT k.parent_id FROM account_links k) THEN 0 ELSE 1 END, "+
			"count(*) DESC, l.account_id LIMIT 1")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	var id int64
	if !rows.Next() {
		return 0, sql.ErrNoRows
	}
	err = rows.Scan(&id)
	return gid.ID(id), store.Translate(err)
}
