package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

type actorAnswer struct {
	Name, Kind string
	User       *struct{ ID string }
}

const actorFields = "{ name kind user { id } }"

// What a program invites, grants, decides, approves and creates names the program by its key, in the payload and
// afterwards, to administrators of the account. A member who does not administer the account is told nobody.
func TestAProgramIsTheActorOfWhatItDoes(t *testing.T) {
	scopes := []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}
	for name, ofProducer := range map[string]bool{"of an account": false, "of the producer": true} {
		t.Run(name, func(t *testing.T) {
			testenv.Each(t, func(t *testing.T, env *testenv.Env) {
				h := oneTenant(t, env)
				all := examples(t, env, h)
				key := access.NewKey{Name: name, Scopes: scopes}
				if ofProducer {
					key.Producer = vocabulary.ProducerRoleOperator
				} else {
					key.Account, key.Services = h.account, vocabulary.EveryService.List()
					key.Roles = []vocabulary.Role{vocabulary.RoleAccountAdministrator}
				}
				who := env.As(program(t, env, key).Settle())
				check := func(what string, got *actorAnswer) {
					t.Helper()
					if got == nil || got.Name != name || got.Kind != "PROGRAM" || got.User != nil {
						t.Errorf("%s: %+v", what, got)
					}
				}
				invited := mutate[struct {
					changeResult
					Invitations []struct {
						ID        string
						InvitedBy *actorAnswer
					}
				}](t, who, "inviteMembers", "InviteMembersInput", "invitations { id invitedBy "+actorFields+" }",
					all["inviteMembers"].input)
				if len(invited.Invitations) != 2 {
					t.Fatalf("%+v", invited)
				}
				check("the invitation", invited.Invitations[0].InvitedBy)
				created := mutate[struct {
					changeResult
					APIKey struct {
						ID        string
						CreatedBy *actorAnswer
					} `json:"apiKey"`
				}](t, who, "createApiKey", "CreateApiKeyInput", "apiKey { id createdBy "+actorFields+" }",
					all["createApiKey"].input)
				check("the key", created.APIKey.CreatedBy)
				decided := mutate[struct {
					changeResult
					AccessRequest struct {
						ID        string
						DecidedBy *actorAnswer
					}
					Membership struct {
						ID        string
						GrantedBy *actorAnswer
					}
				}](t, who, "decideAccessRequest", "DecideAccessRequestInput", "accessRequest { id decidedBy "+
					actorFields+" } membership { id grantedBy "+actorFields+" }", all["decideAccessRequest"].input)
				check("the request", decided.AccessRequest.DecidedBy)
				check("the membership", decided.Membership.GrantedBy)
				if ofProducer {
					input := all["approveDomain"].input
					input["reason"] = "known"
					approved := mutate[struct {
						changeResult
						Domain *struct{ ApprovedBy *actorAnswer }
					}](t, who, "approveDomain", "ApproveDomainInput", "domain { approvedBy "+actorFields+" }", input)
					if approved.Domain == nil {
						t.Fatalf("%+v", approved)
					}
					check("the domain", approved.Domain.ApprovedBy)
				}

				invitation, err := gid.Parse(invited.Invitations[0].ID)
				if err != nil {
					t.Fatal(err)
				}
				token, _, err := env.Services.Access.NewLink(t.Context(), vocabulary.LinkPurposeInvitation, invitation,
					"a mail", "")
				if err != nil {
					t.Fatal(err)
				}
				accepted := mutate[memberAnswer](t, env.As(signedIn(t, env, named(t, env, "operator"))),
					"acceptInvitation", "AcceptInvitationInput", memberFields, map[string]any{"token": token})
				if accepted.Membership == nil {
					t.Fatalf("%+v", accepted)
				}

				got, _ := testenv.Must[struct {
					Invitation    struct{ InvitedBy *actorAnswer }
					APIKey        struct{ CreatedBy *actorAnswer } `json:"apiKey"`
					AccessRequest struct{ DecidedBy *actorAnswer }
					Granted       struct{ GrantedBy *actorAnswer }
					Accepted      struct{ GrantedBy *actorAnswer }
					AccessReview  struct {
						Entries []struct {
							Membership *struct{ ID string }
							APIKey     *struct{ ID string } `json:"apiKey"`
							GrantedBy  *actorAnswer
						}
					}
				}](t, env.As(signedIn(t, env, h.administrator)), `query ($account: ID!, $invitation: ID!, $key: ID!,
					$request: ID!, $granted: ID!, $accepted: ID!) {
					invitation(id: $invitation) { invitedBy `+actorFields+` }
					apiKey(id: $key) { createdBy `+actorFields+` }
					accessRequest(id: $request) { decidedBy `+actorFields+` }
					granted: membership(id: $granted) { grantedBy `+actorFields+` }
					accepted: membership(id: $accepted) { grantedBy `+actorFields+` }
					accessReview(account: $account) { entries { membership { id } apiKey { id } grantedBy `+
					actorFields+` } } }`, map[string]any{"account": h.account.String(),
					"invitation": invitation.String(), "key": created.APIKey.ID, "request": decided.AccessRequest.ID,
					"granted": decided.Membership.ID, "accepted": accepted.Membership.ID})
				check("the invitation, read", got.Invitation.InvitedBy)
				check("the key, read", got.APIKey.CreatedBy)
				check("the request, read", got.AccessRequest.DecidedBy)
				check("the membership granted, read", got.Granted.GrantedBy)
				check("the membership accepted, read", got.Accepted.GrantedBy)
				reviewed := 0
				for _, e := range got.AccessReview.Entries {
					if e.Membership != nil && e.Membership.ID == decided.Membership.ID ||
						e.APIKey != nil && e.APIKey.ID == created.APIKey.ID {
						reviewed++
						check("the review", e.GrantedBy)
					}
				}
				if reviewed != 2 {
					t.Errorf("the review has %d of 2 entries", reviewed)
				}

				own, _ := testenv.Must[struct {
					Membership *struct{ GrantedBy *actorAnswer }
				}](t, env.As(signedIn(t, env, named(t, env, "asker"))),
					"query ($id: ID!) { membership(id: $id) { grantedBy "+actorFields+" } }",
					map[string]any{"id": decided.Membership.ID})
				if own.Membership == nil || own.Membership.GrantedBy != nil {
					t.Errorf("the member: %+v", own.Membership)
				}
			})
		})
	}
}
