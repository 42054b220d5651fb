package graph

import (
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (s *contract) accessSubject() subject {
	return subject{
		objects: append([]*plan.Object{
			{Name: "Viewer", Value: (*viewer.Viewer)(nil), Fields: s.viewerFields()},
			{Name: "ViewerService", Value: (*account.OpenService)(nil), Fields: plan.Fields{
				"isOpen": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return r.Value().(*account.OpenService).Open
				}),
			}},
			{Name: "ViewerServiceAccount", Value: (*account.OpenAccount)(nil), Fields: openAccountFields()},
			{Name: "ServiceAdministrator", Value: (*account.Opener)(nil), Fields: plan.Fields{
				"roles": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return r.Value().(*account.Opener).Roles.List()
				}),
				"user": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*account.Opener).User }),
			}},
			{Name: "JoinableAccount", Value: (*model.JoinableAccount)(nil)},
			{Name: "Session", ID: gid.Session, Table: table("sessions"), VisibleByID: s.ownSessions,
				Fields: plan.Fields{
					"ipAddress": plan.Plain(func(_ *plan.Call, r plan.Row) any { return orNull(r.Text("address")) },
						"address"),
					"isCurrent": plan.Plain(func(c *plan.Call, r plan.Row) any {
						return r.ID("id") == c.Viewer.CredentialID
					}, "id"),
				}},
			{Name: "ApiKey", ID: gid.APIKey, Table: table("api_keys"), Fields: plan.Fields{
				"user":            plan.One("user_id"),
				"account":         plan.One("account_id"),
				"createdBy":       actorOf("created_by_id", "created_by_key_id"),
				"isActive":        plan.Plain(s.isActive, "revoked_at", "expires_at"),
				"viewerCanRevoke": plan.Plain(viewerCanRevoke, "user_id", "account_id"),
			}},
		}, accessPayloads()...),
		queries: plan.Fields{"viewer": plan.Value(signedIn), "apiKey": byID()},
		mutations: plan.Fields{
			"createApiKey":    plan.Action(s.createAPIKey),
			"revokeApiKey":    plan.Action(s.revokeAPIKey),
			"mintWidgetToken": plan.Action(s.mintWidgetToken),
			"switchAccount":   plan.Action(s.switchAccount),
			"viewAs":          plan.Action(s.viewAs),
			"endSessions":     plan.Action(s.endSessions),
		},
	}
}

func signedIn(c *plan.Call, _ plan.Row) (any, error) {
	if c.Viewer == nil {
		return nil, fault.New(change.Unauthenticated, "", "Nobody is signed in.", "Sign in, or send an API key.")
	}
	return c.Viewer, nil
}

// maxViewerRows is the maximum number of rows of a list of the viewer that has no pages.
const maxViewerRows = page.Max

func (s *contract) viewerFields() plan.Fields {
	own := func(o page.Order, filter func(*plan.Call) (page.Where, any, error), most int) *plan.Field {
		return plan.Short(plan.List{Partition: "user_id", Order: o, Filter: filter, Most: most,
			Key: func(c *plan.Call, _ plan.Row) gid.ID { return c.Viewer.User }})
	}
	viewerOf := func(r plan.Row) *viewer.Viewer { return r.Value().(*viewer.Viewer) }
	return plan.Fields{
		"user":      plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return viewerOf(r).User }),
		"accountId": plan.Plain(func(_ *plan.Call, r plan.Row) any { return viewerOf(r).Account }),
		"apiKey":    plan.Key(credential(vocabulary.CredentialKindAPIKey)),
		"session":   plan.Key(credential(vocabulary.CredentialKindSession)),
		"services": plan.Value(func(c *plan.Call, _ plan.Row) (any, error) {
			return s.members.Services(c.Context)
		}),
		"producerRole": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			if !viewerOf(r).OfProducer() {
				return nil
			}
			return viewerOf(r).Producer
		}),
		"scopes":         plan.Plain(func(_ *plan.Call, r plan.Row) any { return viewerOf(r).Scopes.List() }),
		"memberships":    own(account.MembershipsByID, currentMemberships, 0),
		"narrowedTo":     plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return viewerOf(r).NarrowedTo }),
		"viewingAs":      plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return viewerOf(r).ViewingAs }),
		"canChange":      plan.Plain(func(_ *plan.Call, r plan.Row) any { return viewerOf(r).Changes() }),
		"sessions":       own(access.SessionsNewest, s.liveSessions, 0),
		"apiKeys":        own(access.KeysNewest, nil, 0),
		"accessRequests": own(account.AccessRequestsNewest, nil, maxViewerRows),
		"outsideRequests": own(account.OutsideRequestsNewest, func(*plan.Call) (page.Where, any, error) {
			return s.members.LiveOutsideRequests, nil, nil
		}, maxViewerRows),
		"joinableAccounts": plan.Value(func(c *plan.Call, _ plan.Row) (any, error) {
			return s.joinableAccounts(c)
		}),
	}
}

func openAccountFields() plan.Fields {
	openAccount := func(r plan.Row) *account.OpenAccount { return r.Value().(*account.OpenAccount) }
	return plan.Fields{
		"accountId":   plan.Plain(func(_ *plan.Call, r plan.Row) any { return openAccount(r).Account }),
		"accountName": plan.Plain(func(_ *plan.Call, r plan.Row) any { return openAccount(r).Name }),
		"isOpen":      plan.Plain(func(_ *plan.Call, r plan.Row) any { return openAccount(r).Open }),
	}
}

// credential returns a function that returns the id of the viewer's credential if it has the kind, and otherwise 0.
func credential(kind vocabulary.CredentialKind) func(*plan.Call, plan.Row) gid.ID {
	return func(c *plan.Call, _ plan.Row) gid.ID {
		if c.Viewer.Credential != kind {
			return 0
		}
		return c.Viewer.CredentialID
	}
}

func currentMemberships(c *plan.Call) (page.Where, any, error) {
	return func(q *page.Query) { account.InForceOn(c.Today)(q.Selector) }, nil, nil
}

func (s *contract) liveSessions(*plan.Call) (page.Where, any, error) {
	return s.access.LiveSessions, nil, nil
}

// ownSessions limits sessions that are fetched by id to those in the viewer's list. Even viewers who see every account
// do not see the sessions of other users.
func (s *contract) ownSessions(c *plan.Call) page.Where {
	return func(q *page.Query) {
		s.access.LiveSessions(q)
		var own gid.ID
		if c.Viewer != nil {
			own = c.Viewer.User
		}
		q.Equal(session.FieldUserID, int64(own))
	}
}

func (s *contract) joinableAccounts(c *plan.Call) ([]*model.JoinableAccount, error) {
	open, err := s.members.Joinable(c.Context)
	if err != nil {
		return nil, err
	}
	list := make([]*model.JoinableAccount, len(open))
	for i, a := range open {
		list[i] = &model.JoinableAccount{AccountID: a.Account, AccountName: a.Name, Domain: a.Domain}
	}
	return list, nil
}

func (s *contract) isActive(_ *plan.Call, r plan.Row) any {
	return s.access.Works(&ent.APIKey{RevokedAt: r.Instant("revoked_at"),
		ExpiresAt: clock.Instant(r.Int("expires_at"))})
}

func viewerCanRevoke(c *plan.Call, r plan.Row) any {
	return access.MayRevoke(c.Viewer, &ent.APIKey{UserID: noneAsNull(r.ID("user_id")),
		AccountID: noneAsNull(r.ID("account_id"))})
}

func accessPayloads() []*plan.Object {
	minted := func(r plan.Row) access.Minted {
		m, _ := r.Value().(*payload).more.(access.Minted)
		return m
	}
	// The scope of this request is still that of the session before the change, so the chosen account may be outside
	// it.
	chosen := func() *plan.Field { return changed(0).Unscoped() }
	return []*plan.Object{
		payloadObject("CreateApiKeyPayload", plan.Fields{
			"viewer": changedViewer(),
			"apiKey": changed(0),
			"secret": plan.Plain(func(_ *plan.Call, r plan.Row) any {
				secret, _ := r.Value().(*payload).more.(string)
				return orNull(secret)
			}),
		}),
		payloadObject("RevokeApiKeyPayload", plan.Fields{"apiKey": changed(0), "viewer": changedViewer()}),
		payloadObject("MintWidgetTokenPayload", plan.Fields{
			"token": plan.Plain(func(_ *plan.Call, r plan.Row) any { return orNull(minted(r).Token) }),
			"expiresAt": plan.Plain(func(_ *plan.Call, r plan.Row) any {
				if minted(r).Token == "" {
					return nil
				}
				return minted(r).ExpiresAt
			}),
		}),
		payloadObject("SwitchAccountPayload", plan.Fields{"account": chosen(), "viewer": changedViewer()}),
		payloadObject("ViewAsPayload", plan.Fields{"account": chosen(), "viewer": changedViewer()}),
		payloadObject("EndSessionsPayload", plan.Fields{
			"viewer": changedViewer(),
			"ended":  plan.Plain(func(_ *plan.Call, r plan.Row) any { return len(r.Value().(*payload).outcome.IDs) }),
		}),
	}
}

func (s *contract) createAPIKey(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateAPIKeyInput](c, "input")
	outcome, secret, err := s.access.CreateKey(c.Context,
		request("createApiKey", in, in.IdempotencyKey, in.DryRun, in.Reason),
		access.NewKey{Name: in.Name, Account: orNone(in.Account), Producer: orEmpty(in.ProducerRole),
			Scopes: in.Scopes, Roles: in.Roles,
			Services: in.ServiceAccess, IncludeSubAccounts: orFalse(in.IncludeSubAccounts), Days: in.Days})
	return s.toViewerPayload(c, outcome, err, secret)
}

func (s *contract) revokeAPIKey(c *plan.Call) (any, error) {
	in := plan.Arg[model.RevokeAPIKeyInput](c, "input")
	outcome, err := s.access.RevokeKey(c.Context,
		request("revokeApiKey", in, in.IdempotencyKey, in.DryRun, in.Reason), in.APIKey)
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) mintWidgetToken(c *plan.Call) (any, error) {
	in := plan.Arg[model.MintWidgetTokenInput](c, "input")
	outcome, minted, err := s.access.MintWidgetToken(c.Context,
		request("mintWidgetToken", in, in.IdempotencyKey, in.DryRun, in.Reason),
		access.NewWidgetToken{User: orNone(in.User), Account: orNone(in.Account), Origins: in.Origins,
			Documents: in.Documents, Minutes: in.Minutes})
	return toPayload(outcome, err, minted)
}

func (s *contract) switchAccount(c *plan.Call) (any, error) {
	in := plan.Arg[model.SwitchAccountInput](c, "input")
	outcome, err := s.access.SwitchAccount(c.Context,
		request("switchAccount", in, in.IdempotencyKey, in.DryRun, in.Reason), orNone(in.Account))
	return s.toViewerPayload(c, withoutUnseen(c, outcome), err, nil)
}

func (s *contract) viewAs(c *plan.Call) (any, error) {
	in := plan.Arg[model.ViewAsInput](c, "input")
	outcome, err := s.access.ViewAs(c.Context,
		request("viewAs", in, in.IdempotencyKey, in.DryRun, in.Reason), orNone(in.Account))
	return s.toViewerPayload(c, withoutUnseen(c, outcome), err, nil)
}

// withoutUnseen removes accounts that the viewer no longer sees from a replayed outcome.
func withoutUnseen(c *plan.Call, outcome change.Outcome) change.Outcome {
	if !outcome.Replayed || c.Viewer == nil || c.Viewer.OfProducer() {
		return outcome
	}
	outcome.IDs = slices.DeleteFunc(slices.Clone(outcome.IDs), func(id gid.ID) bool { return !c.Viewer.Sees(id) })
	return outcome
}

func (s *contract) endSessions(c *plan.Call) (any, error) {
	in := plan.Arg[model.EndSessionsInput](c, "input")
	outcome, err := s.access.EndSessions(c.Context,
		request("endSessions", in, in.IdempotencyKey, in.DryRun, in.Reason), orNone(in.Session))
	return s.toViewerPayload(c, outcome, err, nil)
}
