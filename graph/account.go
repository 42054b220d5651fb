package graph

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/usage"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (s *contract) accountSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "Account", ID: gid.Account, Table: table("accounts"),
				Fields: merge(accountGraph(), accountRights(), s.accountPeople(),
					accountViewer(), plan.Fields{"address": plan.Plain(address, addressColumns...),
						"externalIds": externalIDs(), "customFields": customFields()})},
			{Name: "Address", Value: (*postalAddress)(nil)},
			{Name: "User", ID: gid.User, Table: table("users"), Fields: plan.Fields{
				"memberships": pageOf("user_id", account.MembershipsByID),
				"externalIds": externalIDs(),
			}},
			{Name: "Membership", ID: gid.Membership, Table: table("memberships"), Fields: membershipFields()},
			payloadObject("SetNotificationLanguagePayload", plan.Fields{"user": changed(0), "viewer": changedViewer()}),
			payloadObject("CreateAccountPayload", plan.Fields{"account": changed(0)}),
			payloadObject("ChangeAccountPayload", plan.Fields{"account": changed(0)}),
			payloadObject("LinkAccountsPayload", plan.Fields{"parent": changed(0), "child": changed(1)}),
			payloadObject("UnlinkAccountsPayload", plan.Fields{"parent": changed(0), "child": changed(1)}),
			payloadObject("RetireAccountPayload", plan.Fields{"account": changed(0)}),
			payloadObject("ReinstateAccountPayload", plan.Fields{"account": changed(0)}),
		},
		queries: plan.Fields{
			"account":     byID(),
			"membership":  byID(),
			"accounts":    pageBy[model.AccountOrder](accountOrders, plan.List{Filter: accountFilter}),
			"user":        plan.Find(findUser).Required("id", ""),
			"users":       pageBy[model.UserOrder](userOrders, plan.List{Filter: userFilter}),
			"memberships": pageBy[model.MembershipOrder](membershipOrders, plan.List{Filter: membershipFilter}),
		},
		mutations: plan.Fields{
			"setNotificationLanguage": plan.Action(s.setNotificationLanguage),
			"createAccount":           plan.Action(s.createAccount),
			"changeAccount":           plan.Action(s.changeAccount),
			"linkAccounts":            plan.Action(s.linkAccounts),
			"unlinkAccounts":          plan.Action(s.unlinkAccounts),
			"retireAccount":           plan.Action(s.retireAccount),
			"reinstateAccount":        plan.Action(s.reinstateAccount),
		},
	}
}

func (s *contract) setNotificationLanguage(c *plan.Call) (any, error) {
	in := plan.Arg[model.SetNotificationLanguageInput](c, "input")
	outcome, err := s.members.SetNotificationLanguage(c.Context,
		request("setNotificationLanguage", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Language)
	return toPayload(outcome, err, nil)
}

// accountGraph declares the parents and children of an account.
func accountGraph() plan.Fields {
	return plan.Fields{
		"parents": plan.Short(plan.List{Table: "account_links", Partition: "child_id", Through: "parent_id",
			Order: account.LinksByID}),
		"children": plan.Page(plan.List{Table: "account_links", Partition: "parent_id", Through: "child_id",
			Order: account.LinksByID}),
	}
}

// accountRights declares the rights of an account and their use.
func accountRights() plan.Fields {
	return licensedInAccount(plan.Fields{
		"entitlements": pageBy[model.EntitlementOrder](entitlementOrders, plan.List{Partition: "account_id",
			Filter: entitlementFilterOfAccount}),
		"lineItems": pageBy[model.LineItemOrder](lineItemOrders, plan.List{Partition: "account_id",
			Filter: lineFilterOfAccount}),
		"coverages": pageBy[model.CoverageOrder](coverageOrders, plan.List{Partition: "account_id",
			Filter: coverageFilterOfAccount}),
		"devices": pageBy[model.DeviceOrder](
			[]page.Order{activation.DevicesByName, activation.DevicesUpdated},
			plan.List{Partition: "account_id", Filter: deviceFilterOfAccount}),
		"licenseServers": pageBy[model.LicenseServerOrder](
			[]page.Order{activation.LicenseServersByName, activation.LicenseServersUpdated},
			plan.List{Partition: "account_id", Filter: licenseServerFilterOfAccount}),
		"activations": pageBy[model.ActivationOrder](
			[]page.Order{activation.NewestActivations, activation.ActivationsUpdated},
			plan.List{Partition: "account_id", Filter: activationFilterOfAccount}),
		"usageRecords": plan.Page(plan.List{Partition: "account_id", Order: usage.Newest, Filter: usageFilter}),
		"positions":    plan.Value(positions).UsingKeyed(&positionsOfAccounts.KeyedFact),
		"renewals":     plan.Value(renewals).UsingKeyed(&renewalsOfAccounts.KeyedFact).Judged(judgeRenewals),
		"renewalForecast": plan.Value(renewalForecast).UsingKeyed(&forecastsOfAccounts.KeyedFact).
			Judged(judgeForecast),
	})
}

// accountPeople declares the people, programs and permissions of an account.
func (s *contract) accountPeople() plan.Fields {
	return plan.Fields{
		"memberships": pageBy[model.MembershipOrder](
			[]page.Order{account.MembershipsByID, account.MembershipsByName, account.MembershipsUpdated},
			plan.List{Partition: "account_id", Filter: membershipFilterOfAccount}),
		"invitations": plan.Page(plan.List{Partition: "account_id", Order: account.InvitationsNewest,
			Filter: s.invitationFilter}),
		"accessRequests": plan.Page(plan.List{Partition: "account_id", Order: account.AccessRequestsNewest,
			Filter: requestFilter}),
		"domains":        shortList("account_id", account.DomainProofsByName),
		"joiningDomains": shortList("account_id", account.JoiningDomainsByName),
		"directoryRecords": plan.Page(plan.List{Partition: "account_id", Order: account.DirectoryRecordsByID,
			Filter: recordFilterOf}),
		"directoryGroups": shortList("account_id", account.DirectoryGroupsByName),
		"apiKeys":         shortList("account_id", access.KeysNewest),
		"auditEntries":    plan.Page(plan.List{Partition: "account_id", Order: audit.Newest, Filter: auditFilterOf}),
	}
}

// accountViewer declares what the viewer may do in an account.
func accountViewer() plan.Fields {
	return plan.Fields{
		"viewerRoles": plan.Plain(
			func(c *plan.Call, r plan.Row) any { return c.Viewer.Roles(r.ID("id")).List() }, "id"),
		"viewerServices": plan.Plain(func(c *plan.Call, r plan.Row) any {
			return c.Viewer.Services(r.ID("id")).List()
		}, "id"),
		"viewerCanSeeMembers": plan.Plain(func(c *plan.Call, r plan.Row) any {
			return c.Viewer.Administers(r.ID("id"))
		}, "id"),
		"viewerCanManageMembers": plan.Plain(func(c *plan.Call, r plan.Row) any {
			return c.Viewer.Manages(r.ID("id"))
		}, "id"),
	}
}

var addressColumns = []string{"street", "city", "state", "postal_code", "country", "region"}

// postalAddress is a postal address. An unknown part is "".
type postalAddress struct{ Street, City, State, PostalCode, Country, Region string }

func address(_ *plan.Call, r plan.Row) any {
	a := postalAddress{r.Text("street"), r.Text("city"), r.Text("state"), r.Text("postal_code"), r.Text("country"),
		r.Text("region")}
	if a == (postalAddress{}) {
		return nil
	}
	return &a
}

func membershipFields() plan.Fields {
	return plan.Fields{
		// Members see the account of their own membership, even if their session is narrowed to another account.
		"account": plan.One("account_id").OrOwn("user_id"),
		"user":    plan.One("user_id"),
		"roles": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return vocabulary.RoleSet(r.Int("roles") | r.Int("directory_roles")).List()
		}, "roles", "directory_roles"),
		"serviceAccess": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return vocabulary.ServiceSet(r.Int("service_access") | r.Int("directory_services")).List()
		}, "service_access", "directory_services"),
		"productLine": plan.One("product_line_id"),
		"isCurrent":   plan.Plain(isCurrent, "ends_on", "suspended_at", "roles", "directory_roles"),
		"grantedBy":   actorOf("granted_by_id", "granted_by_key_id"),
		"perpetual":   perpetualIfNull("ends_on"),
		"directoryGroups": plan.Short(plan.List{Table: "directory_group_members", Partition: "directory_record_id",
			Through: "directory_group_id", Order: ordered, Key: recordOfMember}).Using(&recordsOfMembers.Fact),
		"viewerCanChange": plan.Plain(func(c *plan.Call, r plan.Row) any {
			return c.Viewer.Manages(r.ID("account_id"))
		}, "account_id"),
	}
}

func isCurrent(c *plan.Call, r plan.Row) any {
	return account.InForce(&ent.Membership{EndsOn: r.Day("ends_on"), SuspendedAt: r.Instant("suspended_at"),
		Roles: vocabulary.RoleSet(r.Int("roles")), DirectoryRoles: vocabulary.RoleSet(r.Int("directory_roles"))},
		c.On())
}

// recordsOfMembers is the id of each member's record in the directory of the account; 0 if there is none.
var recordsOfMembers = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]gid.ID, error) {
	users, _ := page.Distinct(plan.IDs(rows, "user_id"))
	var found []struct {
		ID      int64 `sql:"id"`
		User    int64 `sql:"user_id"`
		Account int64 `sql:"account_id"`
	}
	err := c.View.Scan(c, "directory_records", func(q *page.Query) {
		q.Where(q.In(q.C("user_id"), users))
		q.Select(q.C("id"), q.C("user_id"), q.C("account_id"))
	}, &found)
	if err != nil {
		return nil, err
	}
	own := map[[2]int64]gid.ID{}
	for _, f := range found {
		own[[2]int64{f.User, f.Account}] = gid.ID(f.ID)
	}
	out := make([]gid.ID, len(rows))
	for i, r := range rows {
		out[i] = own[[2]int64{r.Int("user_id"), r.Int("account_id")}]
	}
	return out, nil
}, "user_id", "account_id")

func recordOfMember(_ *plan.Call, r plan.Row) gid.ID { return recordsOfMembers.Of(r) }

var accountOrders = []page.Order{account.ByName, account.Newest, account.Updated}

func accountFilter(c *plan.Call) (page.Where, any, error) {
	var filter account.Filter
	if f := plan.Arg[*model.AccountFilterInput](c, "filter"); f != nil {
		filter = account.Filter{Below: orNone(f.Below), Kinds: f.Kind, Retired: f.Retired,
			Text: searched(f.Text), UpdatedSince: f.UpdatedSince}
	}
	where, err := filter.Where(chosenOrder[model.AccountOrder](c, accountOrders))
	return where, filter, err
}

var userOrders = []page.Order{account.UsersByName, account.UsersUpdated}

func userFilter(c *plan.Call) (page.Where, any, error) {
	var filter account.UserFilter
	if f := plan.Arg[*model.UserFilterInput](c, "filter"); f != nil {
		filter = account.UserFilter{Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
			Text: searched(f.Text), UpdatedSince: f.UpdatedSince}
	}
	where, err := filter.Where(chosenOrder[model.UserOrder](c, userOrders))
	return where, filter, err
}

// findUser returns the id of the user with the given id or user name. Exactly one of the two must be given.
func findUser(c *plan.Call, _ plan.Row) (gid.ID, error) {
	id, name := plan.Arg[*gid.ID](c, "id"), plan.Arg[*string](c, "userName")
	switch {
	case (id == nil) == (name == nil):
		return 0, fault.New(fault.BadInput, "id", "Exactly one of id and userName is required.",
			"Give one of the two, and leave the other out.")
	case id != nil:
		return *id, nil
	}
	var found []struct {
		ID int64 `sql:"id"`
	}
	err := c.View.Scan(c, "users", func(q *page.Query) {
		q.Equal("user_name", *name)
		q.Select(q.C("id"))
	}, &found)
	if err != nil {
		return 0, err
	}
	if len(found) == 0 {
		return 0, fault.Missing("userName", "User", 0)
	}
	return gid.ID(found[0].ID), nil
}
