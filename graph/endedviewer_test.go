package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A change that ends the viewer's own credential is answered without any right: the payload shows no object, as a new
// request would not.
func TestThePayloadOfAnEndedViewerShowsNothing(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		key := program(t, env, access.NewKey{Name: "its own end", Account: h.account,
			Roles:    []vocabulary.Role{vocabulary.RoleAccountAdministrator},
			Services: vocabulary.EveryService.List(),
			Scopes:   []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})
		session := signedIn(t, env, h.administrator)
		other := program(t, env, access.NewKey{Name: "another", Account: h.account,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
		type answer struct {
			ID         *gid.ID
			Viewer     *struct{ Name string }
			APIKey     *struct{ Name string } `json:"apiKey"`
			AuditEntry *struct{ Action string }
			Errors     []struct{ Code string }
		}
		const revoke = `mutation($id: ID!) { change: revokeApiKey(input: {apiKey: $id}) {
			viewer { name } apiKey { name account { name } } auditEntry { action } errors { code } } }`
		ask := func(who *viewer.Viewer, document string, id gid.ID) answer {
			t.Helper()
			got, _ := testenv.Must[struct{ Change answer }](t, env.As(who), document,
				map[string]any{"id": id.String()})
			if len(got.Change.Errors) > 0 {
				t.Fatalf("%+v, want none", got.Change.Errors)
			}
			return got.Change
		}
		// An administrator whose rights remain sees the key and the entry.
		got := ask(key, revoke, other.CredentialID)
		if got.Viewer == nil || got.APIKey == nil || got.AuditEntry == nil {
			t.Errorf("revoking another key: %+v, want Viewer != nil, APIKey != nil and AuditEntry != nil", got)
		}
		got = ask(key, revoke, key.CredentialID)
		if got.Viewer != nil || got.APIKey != nil || got.AuditEntry != nil {
			t.Errorf("revoking its own key: %+v, want Viewer = nil, APIKey = nil and AuditEntry = nil", got)
		}
		end := strings.NewReplacer("revokeApiKey(input: {apiKey", "endSessions(input: {session",
			"apiKey { name account { name } }", "").Replace(revoke)
		if got := ask(session, end, session.CredentialID); got.Viewer != nil || got.AuditEntry != nil {
			t.Errorf("ending the own session: %+v, want Viewer = nil and AuditEntry = nil", got)
		}
	})
}
