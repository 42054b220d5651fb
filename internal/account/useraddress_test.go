package account_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// resting inserts credentials of a user that depend on an address, on another address, or on none.
func (w *world) resting(who gid.ID, address string) {
	w.write(func(ctx context.Context, c *ent.Client) error {
		for name, method := range map[string]vocabulary.SignInMethod{address: vocabulary.SignInMethodLink,
			"record@harbor.example": vocabulary.SignInMethodLink,
			"":                      vocabulary.SignInMethodOpenID} {
			err := c.Session.Create().SetID(gid.New(gid.Session, who.Locality())).SetTokenHash("session " +
				who.String() + name).SetUserID(who).
				SetMethod(method).SetEmailKey(name).SetCreatedAt(1).SetLastSeenAt(1).SetExpiresAt(1 << 60).Exec(ctx)
			if err != nil {
				return err
			}
			err = c.APIKey.Create().SetID(gid.New(gid.APIKey, who.Locality())).SetSecretHash("key " +
				who.String() + name).SetHint("h").SetName(name).
				SetUserID(who).SetScopes(1).SetEmailKey(name).SetCreatedAt(1).SetExpiresAt(1 << 60).Exec(ctx)
			if err != nil {
				return err
			}
			err = c.Link.Create().SetTokenHash("link " + who.String() + name).SetPurpose(vocabulary.LinkPurposeSignIn).
				SetSubjectID(who).
				SetRequest(who.String() + name).SetEmailKey(name).SetCreatedAt(1).SetExpiresAt(1 << 60).Exec(ctx)
			if err != nil {
				return err
			}
		}
		if err := c.KnownBrowser.Create().SetTokenHash("browser " + who.String()).SetUserID(who).SetCreatedAt(1).
			SetExpiresAt(1 << 60).Exec(ctx); err != nil {
			return err
		}
		err := c.WidgetToken.Create().SetTokenHash("widget " + who.String()).SetUserID(who).SetOrigins("[]").
			SetDocuments("[]").SetCreatedAt(1).
			SetExpiresAt(1 << 60).Exec(ctx)
		if err != nil {
			return err
		}
		if err := c.Identity.Create().SetUserID(who).SetIssuer("https://id.example").SetSubject(who.String()).
			SetCreatedAt(1).Exec(ctx); err != nil {
			return err
		}
		return c.User.UpdateOneID(who).SetEmailProvenAt(1).Exec(ctx)
	})
}

// rests returns the addresses on which the valid credentials of a user depend.
func (w *world) rests(who gid.ID) map[string][]string {
	w.t.Helper()
	out := map[string][]string{}
	c := w.db.Client()
	for _, row := range c.Session.Query().Where(session.UserID(who)).AllX(w.all()) {
		out["session"] = append(out["session"], row.EmailKey)
	}
	for _, row := range c.APIKey.Query().AllX(w.all()) {
		if row.UserID != nil && *row.UserID == who && row.RevokedAt == nil {
			out["key"] = append(out["key"], row.EmailKey)
		}
	}
	for _, row := range c.Link.Query().Where(link.SubjectID(who), link.UsedAtIsNil()).AllX(w.all()) {
		out["link"] = append(out["link"], row.EmailKey)
	}
	for _, list := range out {
		slices.Sort(list)
	}
	return out
}

func TestChangingAnAddressEndsItsCredentials(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		olga := w.user("olga", operating)
		bo, di := w.user("bo", email("bo@harbor.example")), w.user("di", email("di@harbor.example"))
		w.resting(bo, "bo@harbor.example")
		w.resting(di, "di@harbor.example")
		asked := w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader)
		token := w.token(asked)
		change := func(by gid.ID, to string) (change.Outcome, error) {
			return w.ChangeUserEmail(w.as(by), request("changeUserEmail"), bo, to)
		}
		for _, by := range []gid.ID{w.ada, bo} {
			_, err := change(by, "bo@new.example")
			refused(t, err, forbiddenCode, "")
		}
		_, err := change(olga, "Bo <bo@new.example>")
		refused(t, err, fault.BadInput, "input.email")
		_, err = w.ChangeUserEmail(w.as(olga), request("changeUserEmail"), gid.New(gid.User, 1), "bo@new.example")
		refused(t, err, fault.NotFound, "input.user")

		// A change of letter case is not a change of address.
		before := w.rests(bo)
		_, err = change(olga, "Bo@harbor.example")
		w.must(err)
		if d := cmp.Diff(before, w.rests(bo)); d != "" {
			t.Error(d)
		}
		mails := len(w.mails())
		outcome, err := change(olga, "bo@new.example")
		w.must(err)
		told := map[string]int{}
		for _, e := range outcome.Effects {
			if !e.Internal {
				told[string(e.Kind)+" "+e.Subject.Type().Prefix()+" "+e.Field]++
			}
		}
		if d := cmp.Diff(map[string]int{"CHANGED user email": 1, "REMOVED sess ": 1, "CHANGED key revokedAt": 1,
			"CHANGED inv revokedAt": 1}, told); d != "" {
			t.Error(d)
		}
		want := map[string][]string{"session": {"", "record@harbor.example"}, "key": {"", "record@harbor.example"},
			"link": {"record@harbor.example"}}
		if d := cmp.Diff(want, w.rests(bo)); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff(3, len(w.rests(di)["session"])); d != "" {
			t.Error("credentials of another user changed: " + d)
		}
		u := w.db.Client().User.GetX(w.all(), bo)
		if *u.Email != "bo@new.example" || *u.EmailKey != "bo@new.example" || u.EmailProvenAt != nil {
			t.Errorf(`%+v, want Email = "bo@new.example", EmailKey = "bo@new.example" and EmailProvenAt = nil`, u)
		}
		if w.db.Client().KnownBrowser.Query().CountX(w.all()) != 1 ||
			w.db.Client().Identity.Query().CountX(w.all()) != 2 {
			t.Error("the browser is still known, or an identity was removed")
		}
		if left := w.db.Client().WidgetToken.Query().OnlyX(w.all()); *left.UserID != di {
			t.Errorf("the widget token that works is %+v", left)
		}
		if d := cmp.Diff([]string{"address_changed Bo@harbor.example ", "address_changed bo@new.example "},
			w.mails()[mails:]); d != "" {
			t.Error(d)
		}
		if i := w.db.Client().Invitation.Query().Where(invitation.ID(asked)).OnlyX(w.all()); i.RevokedAt == nil {
			t.Error("the invitation is open")
		}
		if _, _, _, err := w.access.PeekLink(w.all(), token); err == nil {
			t.Error("the link of the invitation works")
		}

		// An invitation stays open if another user with the address may accept it.
		shared, err := w.ChangeUserEmail(w.as(olga), request("changeUserEmail"), di, "bo@new.example")
		w.must(err)
		if len(shared.Warnings) != 1 || shared.Warnings[0].Code != "ADDRESS_SHARED" {
			t.Errorf("warnings %+v, want one of ADDRESS_SHARED", shared.Warnings)
		}
		asked = w.invite(w.as(w.ada), w.harbor, "bo@new.example", reader)
		_, err = change(olga, "")
		w.must(err)
		if i := w.db.Client().Invitation.Query().Where(invitation.ID(asked)).OnlyX(w.all()); i.RevokedAt != nil {
			t.Error("the invitation of another user was revoked")
		}
		if u := w.db.Client().User.GetX(w.all(), bo); u.Email != nil || u.EmailKey != nil {
			t.Errorf("%+v, want Email = nil and EmailKey = nil", u)
		}
	})
}

// Users stay locked until their new addresses are written, also if there are many.
func TestLeavingAddressesLocksTheUsers(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		many := map[gid.ID]string{bo: "bo@new.example"}
		for n := range 70000 { // more than the number of parameters of a statement
			many[gid.ID(n+1)] = ""
		}
		w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
			moved, err := account.LeaveAddresses(ctx, tx, 1, many)
			if err != nil {
				return err
			}
			if len(moved) != 1 {
				t.Errorf("%d users leave their addresses", len(moved))
			}
			if tx.Engine() != store.Postgres { // one transaction at a time writes
				return nil
			}
			return w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
				rows, err := tx.Query(ctx, "SELECT id FROM users WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED",
					int64(bo))
				if err != nil {
					return err
				}
				defer rows.Close()
				if rows.Next() {
					t.Error("the user is not locked")
				}
				return rows.Err()
			})
		}))
	})
}
