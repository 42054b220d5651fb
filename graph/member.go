package graph

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (s *contract) memberSubject() subject {
	return subject{
		objects: append([]*plan.Object{
			{Name: "Invitation", ID: gid.Invitation, Table: table("invitations"), Fields: s.invitationFields()},
			{Name: "AccessRequest", ID: gid.AccessRequest, Table: table("access_requests"), Fields: plan.Fields{
				"account":   plan.One("account_id"),
				"user":      plan.One("user_id"),
				"state":     plan.Plain(requestState, "decided_at", "granted"),
				"decidedBy": actorOf("decided_by_id", "decided_by_key_id"),
				"viewerCanDecide": plan.Plain(func(c *plan.Call, r plan.Row) any {
					return r.Null("decided_at") && c.Viewer.Manages(r.ID("account_id"))
				}, "decided_at", "account_id"),
			}},
			{Name: "OutsideRequest", Table: table("outside_requests"), Fields: plan.Fields{
				"account": plan.One("account_id"),
				"state":   plan.Plain(requestState, "decided_at", "granted"),
			}},
			{Name: "JoiningDomain", Table: table("joining_domains"),
				Fields: plan.Fields{"account": plan.One("account_id")}},
			{Name: "DomainProof", Table: table("domain_proofs"), Fields: domainFields()},
			{Name: "Holding", Value: (*model.Holding)(nil)},
			{Name: "AccessReview", Value: (*review)(nil), Fields: plan.Fields{
				"account": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*review).account }),
			}},
			{Name: "AccessReviewEntry", Value: (*reviewEntry)(nil), Fields: reviewEntryFields()},
		}, memberPayloads()...),
		queries: plan.Fields{"accessReview": plan.Value(s.accessReview), "invitation": byID(),
			"accessRequest": byID()},
		mutations: plan.Fields{
			"inviteMembers":         plan.Action(s.inviteMembers),
			"resendInvitation":      plan.Action(s.resendInvitation),
			"revokeInvitation":      plan.Action(s.revokeInvitation),
			"acceptInvitation":      plan.Action(s.acceptInvitation),
			"changeMemberAccess":    plan.Action(s.changeMemberAccess),
			"suspendMember":         plan.Action(s.suspendMember),
			"reinstateMember":       plan.Action(s.reinstateMember),
			"removeMember":          plan.Action(s.removeMember),
			"requestAccess":         plan.Action(s.requestAccess),
			"decideAccessRequest":   plan.Action(s.decideAccessRequest),
			"joinAccount":           plan.Action(s.joinAccount),
			"allowJoiningDomain":    plan.Action(s.allowJoiningDomain),
			"disallowJoiningDomain": plan.Action(s.disallowJoiningDomain),
			"claimDomain":           plan.Action(s.claimDomain),
			"checkDomain":           plan.Action(s.checkDomain),
			"approveDomain":         plan.Action(s.approveDomain),
			"releaseDomain":         plan.Action(s.releaseDomain),
			"grantDirectoryGroup":   plan.Action(s.grantDirectoryGroup),
		},
	}
}

func (s *contract) invitationFields() plan.Fields {
	return plan.Fields{
		"account":     plan.One("account_id"),
		"productLine": plan.One("product_line_id"),
		"state": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return s.members.InvitationState(&ent.Invitation{AcceptedAt: r.Instant("accepted_at"),
				RevokedAt: r.Instant("revoked_at"),
				ExpiresAt: clock.Instant(r.Int("expires_at"))})
		}, "accepted_at", "revoked_at", "expires_at"),
		"perpetual":  perpetualIfNull("ends_on"),
		"invitedBy":  actorOf("invited_by_id", "invited_by_key_id"),
		"acceptedBy": actorOf("accepted_by_id"),
		"viewerCanManage": plan.Plain(func(c *plan.Call, r plan.Row) any {
			return r.Null("accepted_at") && r.Null("revoked_at") && c.Viewer.Manages(r.ID("account_id"))
		}, "accepted_at", "revoked_at", "account_id"),
	}
}

func requestState(_ *plan.Call, r plan.Row) any {
	return account.RequestState(r.Instant("decided_at"), r.Bool("granted"))
}

func domainFields() plan.Fields {
	record := func(r plan.Row) (name, value string) {
		return account.DomainRecord(&ent.DomainProof{Domain: r.Text("domain"), Challenge: r.Text("challenge")})
	}
	return plan.Fields{
		"state": plan.Plain(func(_ *plan.Call, r plan.Row) any { return account.DomainState(proofOf(r)) },
			proofColumns...),
		"txtName": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			name, _ := record(r)
			return name
		}, "domain", "challenge"),
		"txtValue": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			_, value := record(r)
			return value
		}, "domain", "challenge"),
		"lapsesOn": plan.Plain(func(_ *plan.Call, r plan.Row) any { return account.DomainLapsesOn(proofOf(r)) },
			proofColumns...),
		"approvedBy": actorOf("approved_by_id", "approved_by_key_id"),
		"account":    plan.One("account_id"),
	}
}

var proofColumns = []string{"proven_at", "lapsed_at", "approved", "failing_since"}

func proofOf(r plan.Row) *ent.DomainProof {
	return &ent.DomainProof{ProvenAt: r.Instant("proven_at"), LapsedAt: r.Instant("lapsed_at"),
		Approved:     r.Bool("approved"),
		FailingSince: r.Instant("failing_since")}
}

// review is a list of everyone who has access to an account.
type review struct {
	TakenAt clock.Instant
	Entries []*reviewEntry
	account gid.ID
}

// accessReview returns the review of an account. It returns NOT_FOUND if the viewer does not see the account.
func (s *contract) accessReview(c *plan.Call, _ plan.Row) (any, error) {
	id := plan.Arg[gid.ID](c, "account")
	found, err := s.members.Review(c.Context, id)
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, fault.Missing("account", "Account", id)
	}
	out := &review{account: found.Account, TakenAt: found.TakenAt, Entries: make([]*reviewEntry, len(found.Entries))}
	for i := range found.Entries {
		out.Entries[i] = newReviewEntry(&found.Entries[i])
	}
	return out, nil
}

// reviewEntry is one grant in a review.
type reviewEntry struct {
	*account.ReviewEntry
	ServiceAccess      []vocabulary.Service
	Roles              []vocabulary.Role
	Scopes             []vocabulary.KeyScope
	IncludeSubAccounts bool
	Leaver             []account.Leaver
}

func newReviewEntry(e *account.ReviewEntry) *reviewEntry {
	leaver := e.Leaver
	if leaver == nil {
		leaver = []account.Leaver{}
	}
	return &reviewEntry{e, e.Services.List(), e.Roles.List(), e.Scopes.List(), e.Below, leaver}
}

func reviewEntryFields() plan.Fields {
	key := func(id func(*reviewEntry) gid.ID) *plan.Field {
		return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return id(r.Value().(*reviewEntry)) })
	}
	return plan.Fields{
		"productLine":    key(func(e *reviewEntry) gid.ID { return e.ProductLineID }),
		"user":           key(func(e *reviewEntry) gid.ID { return e.User }),
		"membership":     key(func(e *reviewEntry) gid.ID { return e.Membership }),
		"directoryGroup": key(func(e *reviewEntry) gid.ID { return e.Group }),
		"apiKey":         key(func(e *reviewEntry) gid.ID { return e.Key }),
		"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return r.Value().(*reviewEntry).EndsOn == nil
		}),
		"grantedBy": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			e := r.Value().(*reviewEntry)
			return newActor(e.GrantedBy, e.GrantedByID)
		}),
	}
}

func memberPayloads() []*plan.Object {
	first := func(name, field string) *plan.Object { return payloadObject(name, plan.Fields{field: changed(0)}) }
	withViewer := func(name, field string) *plan.Object {
		return payloadObject(name, plan.Fields{field: changed(0), "viewer": changedViewer()})
	}
	domain := func(name string, more plan.Fields) *plan.Object {
		return payloadObject(name, merge(plan.Fields{"account": changed(0), "domain": plan.Find(changedDomain)}, more))
	}
	return []*plan.Object{
		payloadObject("InviteMembersPayload", plan.Fields{"invitations": allChanged()}),
		first("ResendInvitationPayload", "invitation"),
		first("RevokeInvitationPayload", "invitation"),
		withViewer("AcceptInvitationPayload", "membership"),
		withViewer("ChangeMemberAccessPayload", "membership"),
		withViewer("SuspendMemberPayload", "membership"),
		withViewer("ReinstateMemberPayload", "membership"),
		payloadObject("RemoveMemberPayload", plan.Fields{"user": changed(0), "holdings": plan.Plain(holdings),
			"viewer": changedViewer()}),
		withViewer("RequestAccessPayload", "accessRequest"),
		payloadObject("DecideAccessRequestPayload",
			plan.Fields{"accessRequest": changed(0), "membership": changed(1), "viewer": changedViewer()}),
		withViewer("JoinAccountPayload", "membership"),
		withViewer("AllowJoiningDomainPayload", "account"),
		withViewer("DisallowJoiningDomainPayload", "account"),
		domain("ClaimDomainPayload", nil),
		domain("CheckDomainPayload", plan.Fields{"viewer": changedViewer()}),
		domain("ApproveDomainPayload", plan.Fields{"viewer": changedViewer()}),
		withViewer("ReleaseDomainPayload", "account"),
		withViewer("GrantDirectoryGroupPayload", "directoryGroup"),
	}
}

func holdings(_ *plan.Call, r plan.Row) any {
	list, _ := r.Value().(*payload).more.([]account.Holding)
	out := make([]*model.Holding, len(list))
	for i, h := range list {
		out[i] = &model.Holding{Kind: h.Kind, SubjectID: noneAsNull(h.ID), Label: h.Label, Fate: h.Fate,
			SignedInAt: h.SignedInAt}
	}
	return out
}

// changedDomain returns the id of the domain proof that a mutation changed, read after the commit; 0 if there is none.
func changedDomain(c *plan.Call, r plan.Row) (gid.ID, error) {
	ids := changedIDs(r)
	text, _ := r.Value().(*payload).more.(string)
	if len(ids) == 0 {
		return 0, nil
	}
	domain, _ := email.CanonicalDomain(text)
	var found []struct {
		ID int64 `sql:"id"`
	}
	err := c.View.Scan(c, "domain_proofs", func(q *page.Query) {
		q.Where(sql.And(sql.EQ(q.C("account_id"), int64(ids[0])), sql.EQ(q.C("domain"), domain)))
		q.Select(q.C("id"))
	}, &found)
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return gid.ID(found[0].ID), nil
}
