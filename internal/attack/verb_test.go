package attack_test

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// scene creates new objects of a customer, for the inputs of verbs.
type scene struct {
	w *world
	c *customer
}

func (w *world) scene(c *customer) *scene { return &scene{w, c} }

// fresh returns an unused name.
func (s *scene) fresh(what string) string {
	s.w.count++
	return fmt.Sprintf("%s-%d", what, s.w.count)
}

func (s *scene) account() string { return s.c.account.String() }

// member creates a reader and returns the id of the membership.
func (s *scene) member() string {
	id := s.w.member(s.c.account, s.w.user(s.fresh("member")+"@"+s.c.domain), false, vocabulary.RoleReader)
	s.w.write(func(ctx context.Context, c *ent.Client) {
		s.w.must(c.Membership.UpdateOneID(id).SetServiceAccess(1).Exec(ctx))
	})
	return id.String()
}

// user creates a user without a membership.
func (s *scene) user() string { return s.w.user(s.fresh("user") + "@" + s.c.domain).String() }

// suspended creates a suspended membership.
func (s *scene) suspended() string {
	id := s.member()
	s.w.change(s.c.chief.actor, "suspendMember", input{"membership": id}).ok(s.w.t)
	return id
}

// invitation creates an open invitation, and returns its id and address.
func (s *scene) invitation() (id, address string) {
	address = s.fresh("invited") + "@" + s.c.domain
	a := s.w.change(s.c.chief.actor, "inviteMembers",
		input{"account": s.account(), "emails": []string{address}, "roles": []string{"READER"},
			"serviceAccess": []string{"COMMUNITY"}}).ok(s.w.t)
	return a.data["invitations"].([]any)[0].(map[string]any)["id"].(string), address
}

// request creates an open access request.
func (s *scene) request(user gid.ID) string {
	if user == 0 {
		user = s.w.user(s.fresh("asker") + "@elsewhere.example")
	}
	s.w.change(s.w.signIn("asker", user), "requestAccess",
		input{"account": s.account(), "roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}}).ok(s.w.t)
	s.w.deliver()
	id, err := s.w.db.Client().AccessRequest.Query().Where(accessrequest.UserID(user),
		accessrequest.AccountID(s.c.account), accessrequest.DecidedAtIsNil()).OnlyID(s.w.all())
	s.w.must(err)
	return id.String()
}

// group creates a group of the directory.
func (s *scene) group() string {
	id, name := gid.New(gid.DirectoryGroup, s.c.account.Locality()), s.fresh("group")
	s.w.write(func(ctx context.Context, c *ent.Client) {
		s.w.must(c.DirectoryGroup.Create().SetID(id).SetAccountID(s.c.account).SetName(name).SetNameKey(name).
			SetCreatedAt(start).SetUpdatedAt(start).Exec(ctx))
	})
	return id.String()
}

// record creates a record of the directory, linked to the user if user is not 0.
func (s *scene) record(user gid.ID) string {
	id, name := gid.New(gid.DirectoryRecord, s.c.account.Locality()), s.fresh("record")+"@"+s.c.domain
	s.w.write(func(ctx context.Context, c *ent.Client) {
		create := c.DirectoryRecord.Create().SetID(id).SetAccountID(s.c.account).SetUserName(name).
			SetUserNameKey(name).SetEmail(name).SetEmailKey(name).
			SetActive(true).SetCreatedAt(start).SetUpdatedAt(start)
		if user != 0 {
			create.SetUserID(user).SetLinkedAt(start)
		}
		s.w.must(create.Exec(ctx))
	})
	return id.String()
}

// key creates a key of the account.
func (s *scene) key() string {
	return s.w.change(s.c.chief.actor, "createApiKey",
		input{"account": s.account(), "name": s.fresh("key"), "scopes": []string{"READ"}}).ok(s.w.t).
		id(s.w.t, "apiKey", "id").String()
}

// domain creates a joining domain of the account.
func (s *scene) domain() string {
	name := s.fresh("domain") + "." + s.c.domain
	roles, err := vocabulary.Roles(vocabulary.RoleReader)
	s.w.must(err)
	s.w.write(func(ctx context.Context, c *ent.Client) {
		s.w.must(c.JoiningDomain.Create().SetAccountID(s.c.account).SetDomain(name).SetRoles(roles).
			SetServiceAccess(1).SetCreatedAt(start).Exec(ctx))
	})
	return name
}

// claimed creates a domain that the account has claimed, with the DNS record that proves it.
func (s *scene) claimed() string {
	name := s.fresh("claimed") + ".example"
	s.w.write(func(ctx context.Context, c *ent.Client) {
		s.w.must(c.DomainProof.Create().SetAccountID(s.c.account).SetDomain(name).SetChallenge("challenge of " + name).
			SetCreatedAt(start).Exec(ctx))
	})
	s.w.dns.set("_muniment."+name, "muniment-verification=challenge of "+name)
	return name
}

// sessionOf creates a session of a user.
func (s *scene) sessionOf(user gid.ID) string {
	id, err := s.w.db.Client().Session.Query().Where(session.UserID(user)).FirstID(s.w.all())
	s.w.must(err)
	return id.String()
}

// origin lists a web origin whose pages may use widget tokens, besides those that the other verbs name.
func (s *scene) origin() string {
	text := "https://" + s.fresh("listed") + ".example"
	for _, one := range []string{"https://pages.example", text} {
		_, _, err := s.w.app.Access.AddOrigin(s.w.all(), change.Request{Action: "addWidgetOrigin"}, one)
		s.w.must(err)
	}
	return text
}

// document creates a document that widgets may run.
func (s *scene) document() string {
	_, hash, err := s.w.app.Access.RegisterDocument(s.w.all(), change.Request{Action: "registerWidgetDocument"},
		"name.graphql", "{ viewer { name } }")
	s.w.must(err)
	return hash
}

// failedJob creates a job that failed, in a state of River.
func (s *scene) failedJob(state string) string {
	ended := "NULL"
	if state == "discarded" {
		ended = "CURRENT_TIMESTAMP"
	}
	var id int64
	s.w.must(s.w.db.Write(s.w.all(), func(ctx context.Context, tx store.Tx) error {
		return tx.QueryRow(ctx, "INSERT INTO river_job (kind, args, state, attempt, max_attempts, queue, priority, "+
			"finalized_at) VALUES ('mail', '{\"args\": \"{}\"}', '"+state+"', 8, 8, 'default', 1, "+ended+
			") RETURNING id", nil, &id)
	}))
	return gid.FromKey(gid.Job, id).String()
}

// subAccount returns the account below as a separate customer, with the members of the parent account.
func (c *customer) subAccount() *customer {
	d := *c
	d.account = c.below
	return &d
}

// prepareTable creates the viewers of the table, and an account with a single administrator.
func (w *world) prepareTable() {
	w.t.Helper()
	for _, c := range []*customer{w.alder, w.birch} {
		w.prove(c.account, c.domain)
		c.limited = w.person(c, "limited", false, vocabulary.RoleAccountAdministrator)
		w.write(func(ctx context.Context, client *ent.Client) {
			w.must(client.Membership.UpdateOneID(c.limited.membership).SetProductLineID(w.productLine).Exec(ctx))
		})
		c.tableViewers = w.tableViewers(c)
	}
	w.solo = &customer{name: "Solo", domain: "solo.example"}
	w.solo.account = w.account("Solo")
	w.prove(w.solo.account, w.solo.domain)
	for _, p := range []*person{&w.solo.admin, &w.solo.manager, &w.solo.limited} {
		name := fmt.Sprintf("person%d", w.count)
		w.count++
		role := vocabulary.RoleReader
		if p == &w.solo.admin {
			role = vocabulary.RoleAccountAdministrator
		}
		*p = w.person(w.solo, name, false, role)
	}
	w.solo.chief = w.solo.admin
	w.solo.tableViewers = w.tableViewers(w.solo)
}

func (w *world) activate(user gid.ID) {
	w.t.Helper()
	w.write(func(ctx context.Context, c *ent.Client) { w.must(c.User.UpdateOneID(user).SetActive(true).Exec(ctx)) })
}

func byMembership(in func(s *scene, membership string) input) func(*scene, person) input {
	return func(s *scene, p person) input {
		s.direct(p)
		return in(s, p.membership.String())
	}
}

// verbs has an entry for every mutation of the contract.
var verbs = map[string]*verb{
	"inviteMembers": {byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(), "emails": []string{s.fresh("new") + "@" + s.c.domain},
			"roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}}
	}, toSelf: func(s *scene, who person) input {
		return input{"account": s.account(), "emails": []string{who.email}, "roles": everyRole,
			"serviceAccess": everyService}
	}},
	"resendInvitation": {input: func(s *scene) input {
		text, _ := s.invitation()
		// The invitation was sent an hour ago.
		id, err := gid.Parse(text)
		s.w.must(err)
		s.w.write(func(ctx context.Context, c *ent.Client) {
			i, err := c.Invitation.Get(ctx, id)
			s.w.must(err)
			s.w.must(c.Invitation.UpdateOneID(id).SetExpiresAt(i.ExpiresAt - clock.Instant(time.Hour.Microseconds())).
				Exec(ctx))
		})
		return input{"invitation": text}
	}},
	"revokeInvitation": {input: func(s *scene) input {
		id, _ := s.invitation()
		return input{"invitation": id}
	}},
	"acceptInvitation": {right: own, input: func(s *scene) input {
		_, address := s.invitation()
		return input{"token": tokenIn(s.w.invitationTo(address))}
	}, code: func(of *tableViewer, _ place) string {
		switch {
		case of.bearer != "":
			return "FORBIDDEN"
		case of.kind == "support agent":
			return "READ_ONLY"
		}
		return anything // anyone who has the link may use it
	}},
	"changeMemberAccess": {input: func(s *scene) input {
		return input{"membership": s.member(),
			"roles": []string{"DOWNLOADER"}}
	},
		takes: byMembership(func(_ *scene, m string) input {
			return input{"membership": m,
				"roles": []string{"READER"}}
		}),
		toSelf: func(_ *scene, who person) input {
			return input{"membership": who.membership.String(), "roles": everyRole, "serviceAccess": everyService}
		}},
	"suspendMember": {input: func(s *scene) input { return input{"membership": s.member()} },
		takes: byMembership(func(_ *scene, m string) input { return input{"membership": m} })},
	"reinstateMember": {input: func(s *scene) input { return input{"membership": s.suspended()} }},
	"removeMember": {input: func(s *scene) input { return input{"membership": s.member()} },
		takes: byMembership(func(_ *scene, m string) input { return input{"membership": m} })},
	"requestAccess": {right: own, byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(), "roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}}
	}, code: func(of *tableViewer, _ place) string {
		switch {
		case of.bearer != "":
			return "FORBIDDEN"
		case of.kind == "support agent":
			return "READ_ONLY"
		}
		return anything // a request grants nothing, and a member has what is asked for
	}},
	"decideAccessRequest": {input: func(s *scene) input { return input{"accessRequest": s.request(0), "grant": true} },
		toSelf: func(s *scene, who person) input {
			return input{"accessRequest": s.waiting(who.user), "grant": true, "roles": everyRole,
				"serviceAccess": everyService}
		}},
	"joinAccount": {right: own, input: func(s *scene) input { return input{"account": s.account()} },
		code: func(of *tableViewer, _ place) string {
			switch {
			case of.bearer != "":
				return "FORBIDDEN"
			case of.kind == "support agent":
				return "READ_ONLY"
			}
			return anything // TestNobodyJoinsWithoutAProof tries it
		}},
	"allowJoiningDomain": {byAccount: true, everyRole: "BAD_INPUT", input: func(s *scene) input {
		return input{"account": s.account(), "domain": s.fresh("part") + "." + s.c.domain,
			"serviceAccess": []string{"COMMUNITY"}}
	}},
	"disallowJoiningDomain": {byAccount: true,
		input: func(s *scene) input { return input{"account": s.account(), "domain": s.domain()} }},
	"claimDomain": {byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(),
			"domain": s.fresh("claimed") + ".example"}
	}},
	"checkDomain": {byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(),
			"domain": s.claimed()}
	}},
	"releaseDomain": {byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(),
			"domain": s.claimed()}
	}},
	"approveDomain": {right: operate, byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(), "domain": s.claimed(), "reason": "It is on their letters."}
	}},
	"grantDirectoryGroup": {input: func(s *scene) input {
		return input{"directoryGroup": s.group(), "roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}}
	}},
	"addUser": {right: operate, input: func(s *scene) input {
		name := s.fresh("added") + "@producer.example"
		return input{"userName": name, "email": name, "producerRole": "SUPPORT_AGENT"}
	}},
	"createAccount": {right: operate, input: func(s *scene) input {
		return input{"name": s.fresh("account"), "kind": "CUSTOMER", "parents": []string{s.account()}}
	}},
	"changeAccount": {right: operate, input: func(s *scene) input {
		return input{"account": s.account(), "name": s.fresh("account")}
	}},
	"linkAccounts": {right: operate, input: func(s *scene) input {
		return input{"parent": s.w.account(s.fresh("above")).String(), "child": s.account()}
	}},
	"unlinkAccounts": {right: operate, input: func(s *scene) input {
		return input{"parent": s.w.account(s.fresh("above")).String(), "child": s.account()}
	}},
	"retireAccount": {right: operate, input: func(s *scene) input {
		return input{"account": s.w.account(s.fresh("account")).String()}
	}},
	"reinstateAccount": {right: operate, input: func(s *scene) input { return input{"account": s.account()} }},
	"changeUser": {right: operate, input: func(s *scene) input {
		return input{"user": s.user(), "displayName": s.fresh("Name")}
	}},
	"changeUserEmail": {right: operate, input: func(s *scene) input {
		return input{"user": s.user(), "email": s.fresh("moved") + "@" + s.c.domain}
	}, toSelf: func(s *scene, who person) input {
		return input{"user": who.user.String(), "email": s.fresh("operator") + "@producer.example"}
	}},
	"changeProducerRole": {right: operate,
		input:  func(s *scene) input { return input{"user": s.user(), "role": "SUPPORT_AGENT"} },
		toSelf: func(_ *scene, who person) input { return input{"user": who.user.String(), "role": "OPERATOR"} }},
	"deactivateUser": {right: operate, input: func(s *scene) input { return input{"user": s.user()} }},
	"reactivateUser": {right: operate, input: func(s *scene) input {
		id := s.user()
		s.w.change(s.w.operator, "deactivateUser", input{"user": id}).ok(s.w.t)
		return input{"user": id}
	}},
	"eraseUser": {right: operate, input: func(s *scene) input {
		return input{"user": s.user(), "reason": "They asked."}
	}},
	"createApiKey": {byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(), "name": s.fresh("key"), "scopes": []string{"READ"},
			"roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}}
	}},
	"createApiKey of one's own": {right: own,
		input: func(s *scene) input { return input{"name": s.fresh("key"), "scopes": []string{"READ"}} }},
	"revokeApiKey of a person": {right: own, input: func(s *scene) input {
		return input{"apiKey": s.w.change(s.c.reader.actor, "createApiKey",
			input{"name": s.fresh("key"), "scopes": []string{"READ"}}).ok(s.w.t).id(s.w.t, "apiKey", "id").String()}
	}, code: func(of *tableViewer, _ place) string {
		switch of.kind {
		case "directory", "narrow key":
			return "FORBIDDEN"
		case "support agent":
			return "READ_ONLY" // viewers who see everything are not refused with NOT_FOUND
		}
		return "NOT_FOUND"
	}},
	"mintWidgetToken for a user": {right: mint, input: func(s *scene) input {
		return input{"user": s.c.reader.user.String(), "origins": []string{"https://pages.example"},
			"documents": []string{s.document()}}
	}, code: func(of *tableViewer, at place) string {
		switch {
		case of.kind != "program" && of.kind != "narrow key":
			return "FORBIDDEN"
		case at == there:
			return "NOT_FOUND"
		}
		return "" // the account below has the same members as the account
	}},
	"retryJob": {right: operate, code: refusedByJobs,
		input: func(s *scene) input { return input{"job": s.failedJob("discarded")} }},
	"discardJob": {right: operate, code: refusedByJobs,
		input: func(s *scene) input { return input{"job": s.failedJob("retryable")} }},
	"createUnitOfMeasure": {right: operate, input: func(s *scene) input { return s.unitInput() }},
	"changeUnitOfMeasure": {right: operate, input: func(s *scene) input {
		return input{"unitOfMeasure": s.ofCatalog("createUnitOfMeasure", "unitOfMeasure", s.unitInput()),
			"decimals": 1}
	}},
	"createCoverageLevel": {right: operate, input: func(s *scene) input { return s.levelInput() }},
	"changeCoverageLevel": {right: operate, input: func(s *scene) input {
		return input{"coverageLevel": s.ofCatalog("createCoverageLevel", "coverageLevel", s.levelInput()), "rank": 2}
	}},
	"createFeature": {right: operate, input: func(s *scene) input { return input{"code": s.fresh("feature")} }},
	"changeFeature": {right: operate, input: func(s *scene) input {
		return input{"feature": s.feature(), "name": s.fresh("name")}
	}},
	"createProductLine": {right: operate, input: func(s *scene) input { return input{"name": s.fresh("line")} }},
	"changeProductLine": {right: operate, input: func(s *scene) input {
		return input{"productLine": s.productLine(), "description": s.fresh("description")}
	}},
	"createProduct": {right: operate, input: func(s *scene) input {
		return input{"productLine": s.productLine(), "name": s.fresh("product")}
	}},
	"changeProduct": {right: operate, input: func(s *scene) input {
		return input{"product": s.product("PRODUCT"), "state": "OBSOLETE"}
	}},
	"setProductFeatures": {right: operate, input: func(s *scene) input {
		return input{"product": s.product("PRODUCT"), "features": []any{map[string]any{"feature": s.feature()}}}
	}},
	"setSuiteMembers": {right: operate, input: func(s *scene) input {
		return input{"suite": s.product("SUITE"),
			"members": []any{map[string]any{"product": s.product("PRODUCT")}}}
	}},
	"createLicenseModel": {right: operate, input: func(s *scene) input { return s.licenseModelInput() }},
	"changeLicenseModel": {right: operate, input: func(s *scene) input {
		return input{"licenseModel": s.licenseModel(), "technology": s.fresh("technology")}
	}},
	"reviseLicenseModel": {right: operate, input: func(s *scene) input {
		return input{"licenseModel": s.licenseModel(), "terms": licenseTerms, "startsOn": "2099-01-01"}
	}},
	"createPartNumber": {right: operate, input: func(s *scene) input { return input{"code": s.fresh("PART")} }},
	"changePartNumber": {right: operate, input: func(s *scene) input {
		return input{"partNumber": s.partNumber(), "term": "PERPETUAL"}
	}},
	"importCatalog": {right: operate, input: func(s *scene) input {
		return input{"list": "FEATURES", "csv": "code,version\n" + s.fresh("feature") + ",\n"}
	}},
	"declareCustomField": {right: operate, input: func(s *scene) input { return s.customFieldInput() }},
	"changeCustomField": {right: operate, input: func(s *scene) input {
		return input{"customField": s.customField(), "labelEnglish": s.fresh("label")}
	}},
	"setCustomFields": {right: operate, input: func(s *scene) input {
		return input{"object": s.account(),
			"values": []any{map[string]any{"field": s.customField(), "text": s.fresh("value")}}}
	}},
	"issueEntitlement": {right: operate, input: func(s *scene) input { return s.orderInput("LIVE") }},
	"deployEntitlement": {right: operate, input: func(s *scene) input {
		return input{"entitlement": s.issued("DRAFT")}
	}},
	"sendActivationIds": {right: operate, input: func(s *scene) input {
		return input{"entitlement": s.issued("LIVE"), "to": s.fresh("goods") + "@" + s.c.domain}
	}},
	"renewLineItems": {right: operate, input: func(s *scene) input {
		line, part := s.term(false)
		return input{"lines": []any{map[string]any{"lineItem": line, "partNumber": part}}}
	}},
	"convertTrial": {right: operate, input: func(s *scene) input {
		line, part := s.term(true)
		return input{"lineItem": line, "partNumber": part, "endsOn": "2100-12-31"}
	}},
	"setListPrice": {right: operate, input: func(s *scene) input { return s.priceInput() }},
	"removeListPrice": {right: operate, input: func(s *scene) input {
		return input{"listPrice": s.ofCatalog("setListPrice", "listPrice", s.priceInput())}
	}},
	"amendLineItem": {right: operate, input: func(s *scene) input {
		return input{"lineItem": s.right().line.String(), "startsOn": "2026-01-01", "quantity": "12"}
	}},
	"correctPeriod": {right: operate, input: func(s *scene) input {
		return input{"period": s.right().period.String(), "quantity": "8", "reason": "x"}
	}},
	"voidPeriod": {right: operate, input: func(s *scene) input {
		return input{"period": s.right().period.String(), "reason": "x"}
	}},
	"holdLineItems": {right: operate, input: func(s *scene) input {
		return input{"lineItems": []string{s.right().line.String()}, "reason": "x"}
	}},
	"grantGrace": {right: operate, input: func(s *scene) input {
		return input{"lineItems": []string{s.endingRight().line.String()}, "until": "2031-01-10", "reason": "x"}
	}, code: func(of *tableViewer, _ place) string {
		if of.kind == "support agent" {
			return ""
		}
		return "FORBIDDEN"
	}},
	"cancelRenewals": {right: operate, input: func(s *scene) input {
		return input{"lineItems": []string{s.evergreenRight().line.String()}, "reason": "x"}
	}},
	"suspendLineItems": {right: operate, input: func(s *scene) input {
		return input{"lineItems": []string{s.right().line.String()}, "reason": "x"}
	}},
	"withdrawEntitlement": {right: operate, input: func(s *scene) input {
		return input{"entitlement": s.right().entitlement.String(), "reason": "x"}
	}},
	"releaseDecision": {right: operate, input: func(s *scene) input {
		return input{"decision": s.decision(), "reason": "x"}
	}},
	"replaceActivationId": {right: operate, input: func(s *scene) input {
		return input{"lineItem": s.right().line.String()}
	}},
	"addCoverage": {right: operate, input: func(s *scene) input {
		return input{"lineItem": s.right().line.String(), "kind": "MAINTENANCE", "length": 1, "lengthUnit": "YEARS"}
	}},
	"extendCoverage": {right: operate, input: func(s *scene) input {
		coverage, _, _ := s.coverage()
		return input{"coverage": coverage}
	}},
	"linkCoverage": {right: operate, input: func(s *scene) input {
		coverage, _, line := s.coverage()
		return input{"coverage": coverage, "lineItem": line, "from": "2026-11-22"}
	}},
	"unlinkCoverage": {right: operate, input: func(s *scene) input {
		_, item, _ := s.coverage()
		return input{"coverageItem": item, "reason": "unlinked"}
	}},
	"endCoverage": {right: operate, input: func(s *scene) input {
		coverage, _, _ := s.coverage()
		return input{"coverage": coverage, "reason": "ended"}
	}},
	"correctCoverage": {right: operate, input: func(s *scene) input {
		coverage, _, _ := s.coverage()
		return input{"coverage": coverage, "kind": "SUPPORT", "reason": "mistaken"}
	}},
	"registerWidgetDocument": {right: operate, input: func(s *scene) input {
		return input{"name": s.fresh("document"), "text": "{ viewer { name } }"}
	}},
	"removeWidgetDocument": {right: operate, input: func(s *scene) input { return input{"hash": s.document()} }},
	"addWidgetOrigin": {right: operate, input: func(s *scene) input {
		s.origin()
		return input{"origin": "https://" + s.fresh("added") + ".example"}
	}},
	"removeWidgetOrigin": {right: operate, input: func(s *scene) input { return input{"origin": s.origin()} }},
	"setNotificationLanguage": {right: inSession, input: func(*scene) input { return input{"language": "DE"} },
		code: func(of *tableViewer, _ place) string {
			if of.bearer != "" {
				return "FORBIDDEN"
			}
			return "" // everybody chooses the language of their own mails
		}},
	"revokeApiKey": {input: func(s *scene) input { return input{"apiKey": s.key()} }},
	"mintWidgetToken": {right: mint, byAccount: true, input: func(s *scene) input {
		return input{"account": s.account(), "origins": []string{"https://pages.example"},
			"documents": []string{s.document()}}
	}},
	"switchAccount": {right: inSession, byAccount: true,
		input: func(s *scene) input { return input{"account": s.account()} },
		code: func(of *tableViewer, at place) string {
			switch {
			case of.bearer != "":
				return "FORBIDDEN"
			case of.customer == of.w.alder && at == here, of.customer == of.w.birch && at == there:
				return ""
			}
			return "NOT_FOUND"
		}},
	"viewAs": {right: inSession, byAccount: true, input: func(s *scene) input { return input{"account": s.account()} },
		code: func(of *tableViewer, _ place) string {
			if of.kind == "support agent" {
				return ""
			}
			return "FORBIDDEN"
		}},
	"endSessions": {right: inSession,
		input: func(s *scene) input { return input{"session": s.sessionOf(s.c.reader.user)} },
		code: func(of *tableViewer, _ place) string {
			if of.bearer != "" {
				return "FORBIDDEN"
			}
			return "NOT_FOUND"
		}},
}

// waiting creates an open access request of a user, who may be a member, by writing the row directly.
func (s *scene) waiting(user gid.ID) string {
	id := gid.New(gid.AccessRequest, s.c.account.Locality())
	roles, err := vocabulary.Roles(vocabulary.RoleReader)
	s.w.must(err)
	s.w.write(func(ctx context.Context, c *ent.Client) {
		_, err := c.AccessRequest.Delete().Where(accessrequest.UserID(user), accessrequest.AccountID(s.c.account)).
			Exec(ctx)
		s.w.must(err)
		s.w.must(c.AccessRequest.Create().SetID(id).SetAccountID(s.c.account).SetUserID(user).SetRoles(roles).
			SetServiceAccess(1).SetGranted(false).SetCreatedAt(start).Exec(ctx))
	})
	return id.String()
}

const (
	userSchema  = `"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"]`
	groupSchema = `"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"]`
)

// scimVerbs returns the SCIM operations that grant or change something.
func scimVerbs() map[string]*verb {
	request := func(method, path, body string) input { return input{"method": method, "path": path, "body": body} }
	all := map[string]*verb{
		"POST /Users": {input: func(s *scene) input {
			return request(http.MethodPost, "/Users", `{`+userSchema+`,"userName":"`+
				s.fresh("made")+`@alder.example"}`)
		}, code: func(of *tableViewer, _ place) string {
			if of.kind != "directory" {
				return "FORBIDDEN"
			}
			return "" // the request contains no account: the key determines it
		}},
		"PUT /Users": {input: func(s *scene) input {
			return request(http.MethodPut, "/Users/"+s.record(0), `{`+userSchema+`,"userName":"`+
				s.fresh("put")+`@alder.example","active":true}`)
		}, takes: func(s *scene, a person) input {
			return request(http.MethodPut, "/Users/"+s.administrator(a), `{`+userSchema+`,"userName":"`+
				s.fresh("put")+`@alder.example","active":false}`)
		}},
		"PATCH /Users": {input: func(s *scene) input {
			return request(http.MethodPatch, "/Users/"+s.record(0),
				patch(`{"op":"replace","path":"active","value":false}`))
		}, takes: func(s *scene, a person) input {
			return request(http.MethodPatch, "/Users/"+s.administrator(a),
				patch(`{"op":"Replace","path":"active","value":"False"}`))
		}},
		"DELETE /Users": {input: func(s *scene) input { return request(http.MethodDelete, "/Users/"+s.record(0), "") },
			takes: func(s *scene, a person) input {
				return request(http.MethodDelete, "/Users/"+s.administrator(a), "")
			}},
		"POST /Groups": {input: func(s *scene) input {
			return request(http.MethodPost, "/Groups", `{`+groupSchema+`,"displayName":"`+s.fresh("made")+`"}`)
		}, code: func(of *tableViewer, _ place) string {
			if of.kind != "directory" {
				return "FORBIDDEN"
			}
			return ""
		}},
		"PUT /Groups": {input: func(s *scene) input {
			return request(http.MethodPut, "/Groups/"+s.group(), `{`+groupSchema+`,"displayName":"`+
				s.fresh("put")+`","members":[]}`)
		}, takes: func(s *scene, a person) input {
			return request(http.MethodPut, "/Groups/"+s.administrators(a), `{`+groupSchema+`,"displayName":"`+
				s.fresh("put")+`","members":[]}`)
		}},
		"PATCH /Groups add": {input: func(s *scene) input {
			return request(http.MethodPatch, "/Groups/"+s.group(),
				patch(`{"op":"add","path":"members","value":[{"value":"`+s.record(0)+`"}]}`))
		}},
		"PATCH /Groups remove": {input: func(s *scene) input {
			return request(http.MethodPatch, "/Groups/"+s.group(), patch(`{"op":"remove","path":"members"}`))
		}, takes: func(s *scene, a person) input {
			return request(http.MethodPatch, "/Groups/"+s.administrators(a), patch(`{"op":"remove","path":"members"}`))
		}},
		"DELETE /Groups": {input: func(s *scene) input { return request(http.MethodDelete, "/Groups/"+s.group(), "") },
			takes: func(s *scene, a person) input {
				return request(http.MethodDelete, "/Groups/"+s.administrators(a), "")
			}},
	}
	for _, v := range all {
		v.right = provision
	}
	return all
}

// administrator creates the record of a user who is an administrator only because of a group of the directory.
func (s *scene) administrator(a person) string {
	s.administrators(a)
	return s.w.recordOf(a.user, s.c.account)
}

// direct makes a user an administrator by a direct grant only, and not by a group.
func (s *scene) direct(a person) {
	administrator, err := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
	s.w.must(err)
	s.w.write(func(ctx context.Context, c *ent.Client) {
		_, err := c.DirectoryGroupMember.Delete().Where(directorygroupmember.AccountID(s.c.account)).Exec(ctx)
		s.w.must(err)
		_, err = c.DirectoryRecord.Delete().Where(directoryrecord.AccountID(s.c.account)).Exec(ctx)
		s.w.must(err)
		s.w.must(c.Membership.UpdateOneID(a.membership).SetRoles(administrator).
			SetServiceAccess(vocabulary.EveryService).SetDirectoryRoles(0).
			SetDirectoryServices(0).Exec(ctx))
	})
}

// administrators creates a group that is the only reason why a user is an administrator.
func (s *scene) administrators(a person) string {
	record := s.w.recordOf(a.user, s.c.account)
	if record == "" {
		record = s.record(a.user)
	}
	recordID, err := gid.Parse(record)
	s.w.must(err)
	groupID, err := gid.Parse(s.group())
	s.w.must(err)
	administrator, err := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
	s.w.must(err)
	s.w.write(func(ctx context.Context, c *ent.Client) {
		_, err := c.DirectoryGroupMember.Delete().Where(directorygroupmember.DirectoryRecordID(recordID)).Exec(ctx)
		s.w.must(err)
		s.w.must(c.DirectoryGroup.UpdateOneID(groupID).SetRoles(administrator).
			SetServiceAccess(vocabulary.EveryService).Exec(ctx))
		s.w.must(c.DirectoryGroupMember.Create().SetAccountID(s.c.account).SetDirectoryGroupID(groupID).
			SetDirectoryRecordID(recordID).Exec(ctx))
		s.w.must(c.Membership.UpdateOneID(a.membership).SetRoles(0).SetServiceAccess(0).
			SetDirectoryRoles(administrator).SetDirectoryServices(vocabulary.EveryService).Exec(ctx))
	})
	return groupID.String()
}

// recordOf returns the id of the record to which a user is linked in the directory of an account, or "".
func (w *world) recordOf(user, account gid.ID) string {
	w.t.Helper()
	id, err := w.db.Client().DirectoryRecord.Query().Where(directoryrecord.UserID(user),
		directoryrecord.AccountID(account)).OnlyID(w.all())
	if ent.IsNotFound(err) {
		return ""
	}
	w.must(err)
	return id.String()
}

// refusedByJobs is the code for whoever is no operator. Support agents see jobs, and may not change them.
func refusedByJobs(of *tableViewer, _ place) string {
	if of.kind == "support agent" {
		return "READ_ONLY"
	}
	return "FORBIDDEN"
}
