package account_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (w *world) allow(to gid.ID, domain string) {
	w.t.Helper()
	by := map[gid.ID]gid.ID{w.harbor: w.ada, w.dock: w.dora}[to]
	if by == 0 {
		by = w.user("of meadow "+domain, email("boss@"+domain))
		w.member(by, to, administrator)
	}
	w.signInByLink(by)
	w.prove(to, domain)
	_, err := w.AllowJoiningDomain(w.as(by), request("allowJoiningDomain"),
		account.JoiningDomain{Account: to, Domain: domain})
	w.must(err)
}

// signInByLink signs a user in with a link that was sent to their address.
func (w *world) signInByLink(user gid.ID) {
	w.t.Helper()
	w.lockAll(user, vocabulary.SignInMethodLink, name(w, user))
}

// begin signs a user in by a method. address is the address that the sign-in proves, or "".
func (w *world) lockAll(user gid.ID, method vocabulary.SignInMethod, address string) {
	w.t.Helper()
	_, _, err := w.access.Begin(w.t.Context(), access.NewSession{User: user, Method: method, Provider: "open",
		Email: address})
	w.must(err)
}

func TestDomainsAreAllowedAndDisallowed(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		allow := func(domain string, in account.JoiningDomain) error {
			in.Account, in.Domain = w.harbor, domain
			_, err := w.AllowJoiningDomain(w.as(w.ada), request("allowJoiningDomain"), in)
			return err
		}
		for _, domain := range []string{"", "localhost", "a..b", "10.0.0.1", "a.com/x"} {
			refused(t, allow(domain, account.JoiningDomain{}), fault.BadInput, "input.domain")
		}
		for _, domain := range []string{"gmail.com", "GMX.de", "@outlook.com", "mail.ru.", "co.uk", "smtp.gmail.com"} {
			refused(t, allow(domain, account.JoiningDomain{}), account.PublicDomain, "input.domain")
		}
		refused(t, allow("harbor.example", account.JoiningDomain{Roles: []vocabulary.Role{reader, admin}}),
			fault.BadInput, "input.roles")
		w.signInByLink(w.ada) // the proven address of an administrator does not prove the domain
		refused(t, allow("harbor.example", account.JoiningDomain{}), account.DomainNotProven, "input.domain")
		w.prove(w.harbor, "harbor.example")
		w.prove(w.dock, "dock.example")
		for _, domain := range []string{"dock.example", "arbor.example", "theharbor.example", "other.example"} {
			refused(t, allow(domain, account.JoiningDomain{}), account.DomainNotProven, "input.domain")
		}
		w.must(allow("@Harbor.Example.", account.JoiningDomain{}))
		w.must(allow("berth.harbor.example", account.JoiningDomain{}))
		olga := w.user("olga", operating)
		buero := account.JoiningDomain{Account: w.harbor, Domain: "b\u00FCro.example"}
		_, err := w.AllowJoiningDomain(w.as(olga), request("allowJoiningDomain"), buero)
		refused(t, err, account.DomainNotProven, "input.domain")
		_, err = w.ApproveDomain(w.as(olga), change.Request{Action: "approveDomain", Reason: "they called"}, w.harbor,
			"xn--bro-hoa.example")
		w.must(err)
		_, err = w.AllowJoiningDomain(w.as(olga), request("allowJoiningDomain"), buero)
		w.must(err)
		w.must(allow("harbor.example", account.JoiningDomain{Roles: []vocabulary.Role{downloader},
			Services: []vocabulary.Service{vocabulary.ServiceCommunity}}))
		row := w.db.Client().JoiningDomain.Query().Where(joiningdomain.Domain("harbor.example")).OnlyX(w.all())
		if row.AccountID != w.harbor || row.Roles != roles(downloader) ||
			row.ServiceAccess != services(vocabulary.ServiceCommunity) {
			t.Errorf("%+v, want AccountID = %v, Roles = %v and ServiceAccess = %v", row, w.harbor, roles(downloader),
				services(vocabulary.ServiceCommunity))
		}
		_, err = w.DisallowJoiningDomain(w.as(w.dora), request("disallowJoiningDomain"), w.harbor, "harbor.example")
		refused(t, err, fault.NotFound, "input.account")
		_, err = w.DisallowJoiningDomain(w.as(w.ada), request("disallowJoiningDomain"), w.harbor, "Harbor.Example")
		w.must(err)
		_, err = w.DisallowJoiningDomain(w.as(w.ada), request("disallowJoiningDomain"), w.harbor, "harbor.example")
		refused(t, err, fault.NotFound, "input.domain")
		want := []string{"ada allowJoiningDomain harbor.example", "ada allowJoiningDomain berth.harbor.example",
			"olga approveDomain xn--bro-hoa.example",
			"olga allowJoiningDomain xn--bro-hoa.example",
			"ada allowJoiningDomain harbor.example", "ada disallowJoiningDomain harbor.example"}
		if d := cmp.Diff(want, w.recordsOf(w.harbor)); d != "" {
			t.Error(d)
		}
	})
}

func TestJoiningTakesAProvenAddress(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.allow(w.harbor, "harbor.example")
		w.clock.Advance(time.Hour)
		for name, test := range map[string]struct {
			prepare func(user gid.ID)
			proven  bool
		}{
			"address from an import":    {func(gid.ID) {}, false},
			"signed in without a proof": {func(u gid.ID) { w.session(u) }, false},
			"signed in with a link":     {w.signInByLink, true},
			"provider with another address": {func(u gid.ID) {
				w.lockAll(u, vocabulary.SignInMethodOpenID, "other@harbor.example")
			}, false},
			"untrusted provider": {func(u gid.ID) {
				w.lockAll(u, vocabulary.SignInMethodOpenID, "")
			}, false},
			"trusted provider": {
				func(u gid.ID) { w.lockAll(u, vocabulary.SignInMethodOpenID, name(w, u)) }, true},
			"invited to another address": {func(u gid.ID) { w.accepts(u, "other@harbor.example") }, false},
			"invited to this address":    {func(u gid.ID) { w.accepts(u, name(w, u)) }, true},
		} {
			bo := w.user("bo "+name, email(gid.New(gid.User, gid.NewLocality()).String()+"@Harbor.example"))
			test.prepare(bo)
			list, err := w.Joinable(w.as(bo))
			w.must(err)
			_, err = w.JoinAccount(w.as(bo), request("joinAccount"), w.harbor)
			if !test.proven {
				if len(list) != 0 {
					t.Errorf("%s: may join %v, want none", name, list)
				}
				refused(t, err, account.EmailNotProven, "")
				continue
			}
			if d := cmp.Diff([]account.Joinable{{Account: w.harbor, Name: "Harbor", Domain: "harbor.example"}},
				list); d != "" || err != nil {
				t.Errorf("%s: %v %s", name, err, d)
			}
		}
	})
}

// name returns the e-mail address of a user.
func name(w *world, user gid.ID) string {
	return *w.db.Client().User.GetX(w.all(), user).Email
}

// accepts makes a user accept an invitation of another account to an address.
func (w *world) accepts(user gid.ID, address string) {
	w.t.Helper()
	by := w.user("by " + address)
	w.member(by, w.meadow, administrator)
	_, err := w.AcceptInvitation(w.as(user), request("acceptInvitation"),
		w.token(w.invite(w.as(by), w.meadow, address, reader)))
	w.must(err)
}

func TestJoining(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.allow(w.harbor, "harbor.example")
		w.allow(w.meadow, "harbor.example")
		w.allow(w.dock, "dock.example")
		w.clock.Advance(time.Hour)
		bo := w.user("bo", email("bo@harbor.example"))
		w.signInByLink(bo)
		list, err := w.Joinable(w.as(bo))
		w.must(err)
		want := []account.Joinable{{Account: w.harbor, Name: "Harbor", Domain: "harbor.example"},
			{Account: w.meadow, Name: "Meadow", Domain: "harbor.example"}}
		if d := cmp.Diff(want, list); d != "" {
			t.Error(d)
		}
		once := "once"
		r := change.Request{Action: "joinAccount", Key: &once, Input: "harbor"}
		outcome, err := w.JoinAccount(w.as(bo), r, w.harbor)
		w.must(err)
		m := w.membership(outcome.IDs[0])
		if m.UserID != bo || m.Roles != roles(reader) || m.ServiceAccess != 0 ||
			m.Origin != vocabulary.MembershipOriginDomain || m.GrantedByID != nil {
			t.Errorf("%+v, want UserID = %v, Roles = %v, ServiceAccess = 0, Origin = %v and GrantedByID = nil", m, bo,
				roles(reader), vocabulary.MembershipOriginDomain)
		}
		if again, err := w.JoinAccount(w.as(bo), r, w.harbor); err != nil || !again.Replayed {
			t.Errorf("%+v, %v", again, err)
		}
		_, err = w.JoinAccount(w.as(bo), request("joinAccount"), w.harbor)
		refused(t, err, account.AlreadyMember, "input.account")
		// A suspended member cannot join again by the domain.
		_, err = w.SuspendMember(w.as(w.ada), request("suspendMember"), m.ID)
		w.must(err)
		w.signInByLink(bo)
		_, err = w.JoinAccount(w.as(bo), request("joinAccount"), w.harbor)
		refused(t, err, account.AlreadyMember, "input.account")
		if list, err := w.Joinable(w.as(bo)); err != nil || len(list) != 1 {
			t.Errorf("%v, %v, want 1 of them", list, err)
		}
		for _, id := range []gid.ID{w.dock, gid.New(gid.Account, 4)} {
			_, err := w.JoinAccount(w.as(bo), request("joinAccount"), id)
			refused(t, err, fault.NotFound, "input.account")
		}
		w.moveHome(w.meadow)
		_, err = w.JoinAccount(w.as(bo), request("joinAccount"), w.meadow)
		refused(t, err, change.HomeElsewhere, "")
		_, err = w.JoinAccount(t.Context(), request("joinAccount"), w.meadow)
		refused(t, err, change.Unauthenticated, "")
		if list, err := w.Joinable(t.Context()); err != nil || list != nil {
			t.Errorf("nobody: %v, %v, want nil", list, err)
		}
	})
}
