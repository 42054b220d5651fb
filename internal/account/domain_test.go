package account_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/dns"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// records is a fake DNS resolver for TXT records. If broken, it returns an error.
type records struct {
	mu     sync.Mutex
	texts  map[string][]string
	broken bool
	asked  []string
}

func (r *records) LookupTXT(_ context.Context, name string) ([]string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked = append(r.asked, name)
	switch texts := r.texts[name]; {
	case r.broken:
		return nil, errors.New("server misbehaving")
	case len(texts) == 0:
		return nil, dns.ErrNotFound
	default:
		return texts, nil
	}
}

func (r *records) publish(name string, texts ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.texts = map[string][]string{name: texts}
}

// prove inserts the proof of a domain for an account.
func (w *world) prove(to gid.ID, domain string) {
	w.write(func(ctx context.Context, c *ent.Client) error {
		claimed, err := c.DomainProof.Query().Where(domainproof.AccountID(to), domainproof.Domain(domain)).Exist(ctx)
		if err != nil || claimed {
			return err
		}
		return c.DomainProof.Create().SetAccountID(to).SetDomain(domain).SetChallenge("challenge").SetProvenAt(1).
			SetCreatedAt(1).Exec(ctx)
	})
}

func (w *world) proof(of gid.ID, domain string) *ent.DomainProof {
	w.t.Helper()
	row, err := w.db.Client().DomainProof.Query().Where(domainproof.AccountID(of), domainproof.Domain(domain)).
		Only(w.all())
	if ent.IsNotFound(err) {
		return nil
	}
	w.must(err)
	return row
}

func (w *world) isProven(of gid.ID, domain string) bool {
	w.t.Helper()
	proven, err := account.DomainIsProven(w.all(), w.db.Client(), of, domain)
	w.must(err)
	return proven
}

// check calls checkDomain and returns the codes of its warnings.
func (w *world) check(by, of gid.ID, domain string) []string {
	w.t.Helper()
	outcome, err := w.CheckDomain(w.as(by), request("checkDomain"), of, domain)
	w.must(err)
	var codes []string
	for _, warning := range outcome.Warnings {
		codes = append(codes, warning.Code)
	}
	return codes
}

func TestADomainIsProvenByDNS(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		claim := func(by, of gid.ID, domain string) error {
			_, err := w.ClaimDomain(w.as(by), request("claimDomain"), of, domain)
			return err
		}
		refused(t, claim(w.ada, w.harbor, "no domain"), fault.BadInput, "input.domain")
		for _, domain := range []string{"gmail.com", "mail.gmail.com", "co.uk", "github.io"} {
			refused(t, claim(w.ada, w.harbor, domain), account.PublicDomain, "input.domain")
		}
		refused(t, claim(w.dora, w.harbor, "harbor.example"), fault.NotFound, "input.account")
		refused(t, claim(w.ada, w.meadow, "harbor.example"), fault.NotFound, "input.account")
		w.must(claim(w.ada, w.harbor, "@H\u00E4fen.example"))
		w.must(claim(w.ada, w.harbor, "xn--hfen-loa.example."))
		row := w.proof(w.harbor, "xn--hfen-loa.example")
		name, value := account.DomainRecord(row)
		if name != "_muniment.xn--hfen-loa.example" || !strings.HasPrefix(value, "muniment-verification=") ||
			len(row.Challenge) < 26 {
			t.Errorf(
				`%s %s, want name = "_muniment.xn--hfen-loa.example", value "muniment-verification=" at its `+
					`beginning and len(Challenge) >= 26`,
				name, value)
		}
		if w.isProven(w.harbor, row.Domain) || account.DomainState(row) != vocabulary.DomainStateClaimed {
			t.Error("a claim alone proves the domain")
		}
		w.must(claim(w.dora, w.dock, "xn--hfen-loa.example"))
		if other := w.proof(w.dock, row.Domain); other.Challenge == row.Challenge {
			t.Error("two accounts share a challenge")
		}
		// Without the right to see the claim, no DNS query is made.
		_, err := w.CheckDomain(w.as(w.dora), request("checkDomain"), w.harbor, row.Domain)
		refused(t, err, fault.NotFound, "input.account")
		_, err = w.CheckDomain(w.as(w.ada), request("checkDomain"), w.harbor, "other.example")
		refused(t, err, fault.NotFound, "input.domain")
		_, err = w.CheckDomain(t.Context(), request("checkDomain"), w.harbor, row.Domain)
		refused(t, err, change.Unauthenticated, "")
		reading := w.user("reading")
		w.member(reading, w.harbor)
		_, err = w.CheckDomain(w.as(reading), request("checkDomain"), w.harbor, row.Domain)
		refused(t, err, change.Forbidden, "")
		if len(w.records.asked) > 0 {
			t.Errorf("asked for %v, want none", w.records.asked)
		}
		if got := w.check(w.ada, w.harbor, row.Domain); !slices.Equal(got, []string{"RECORD_NOT_FOUND"}) {
			t.Errorf("nothing published: %v, want %v", got, []string{"RECORD_NOT_FOUND"})
		}
		_, others := account.DomainRecord(w.proof(w.dock, row.Domain))
		w.records.publish(name, "v=spf1 -all", others, value+"x")
		if got := w.check(w.ada, w.harbor, row.Domain); !slices.Equal(got, []string{"RECORD_NOT_FOUND"}) ||
			w.isProven(w.harbor, row.Domain) {
			t.Errorf("other records: %v", got)
		}
		w.records.publish(name, "v=spf1 -all", ` "`+value+`" `)
		dry, err := w.CheckDomain(
			w.as(w.ada), change.Request{Action: "checkDomain", DryRun: true}, w.harbor, row.Domain)
		if err != nil || len(dry.Effects) != 1 || w.isProven(w.harbor, row.Domain) {
			t.Errorf("dry run: %+v, %v, want len(Effects) = 1 and isProven = false", dry, err)
		}
		if got := w.check(w.ada, w.harbor, row.Domain); len(got) > 0 || !w.isProven(w.harbor, row.Domain) ||
			!w.isProven(w.harbor, "berth."+row.Domain) {
			t.Errorf("published: %v, want len(got) = 0, isProven = true and isProven = true", got)
		}
		if w.isProven(w.dock, row.Domain) || w.isProven(w.harbor, "x"+row.Domain) || w.isProven(w.harbor, "example") ||
			w.isProven(w.harbor, "") {
			t.Error("an unproven domain is proven")
		}
		want := []string{"ada claimDomain xn--hfen-loa.example", "ada checkDomain xn--hfen-loa.example"}
		if d := cmp.Diff(want, w.recordsOf(w.harbor)); d != "" {
			t.Error(d)
		}
	})
}

// advance moves the clock and then checks the domains that are due.
func (w *world) advance(by time.Duration) {
	w.t.Helper()
	w.clock.Advance(by)
	w.due()
}

func (w *world) due() int {
	w.t.Helper()
	ctx := viewer.With(w.t.Context(), viewer.System())
	for n := 0; ; n++ {
		more, err := w.CheckDueDomain(ctx)
		w.must(err)
		if !more {
			return n
		}
	}
}

func TestAProofLapsesAndComesBack(t *testing.T) {
	const (
		hour  = time.Hour
		aDay  = 24 * hour
		aWeek = 7 * aDay
	)
	each(t, func(t *testing.T, w *world) {
		_, err := w.ClaimDomain(w.as(w.ada), request("claimDomain"), w.harbor, "harbor.example")
		w.must(err)
		w.advance(8 * aWeek) // unproven domains are not checked
		if len(w.records.asked) > 0 {
			t.Errorf("asked for %v, want none", w.records.asked)
		}
		name, value := account.DomainRecord(w.proof(w.harbor, "harbor.example"))
		w.records.publish(name, value)
		w.check(w.ada, w.harbor, "harbor.example")
		state := func(want vocabulary.DomainState, proven bool) {
			t.Helper()
			if got := account.DomainState(w.proof(w.harbor, "harbor.example")); got != want ||
				w.isProven(w.harbor, "harbor.example") != proven {
				t.Fatalf("%s, not %s; proven: %t", got, want, !proven)
			}
		}
		w.advance(aWeek - hour)
		if len(w.records.asked) != 1 {
			t.Errorf("asked %d times within a week", len(w.records.asked))
		}
		w.advance(hour)
		if len(w.records.asked) != 2 {
			t.Errorf("asked %d times after a week", len(w.records.asked))
		}
		state(vocabulary.DomainStateProven, true)

		// A failing server is not an answer. It is asked again within the hour.
		w.records.broken = true
		w.advance(aWeek)
		state(vocabulary.DomainStateProven, true)
		if got := w.check(w.ada, w.harbor, "harbor.example"); !slices.Equal(got, []string{"DNS_UNAVAILABLE"}) {
			t.Errorf("%v, want %v", got, []string{"DNS_UNAVAILABLE"})
		}
		w.records.broken = false
		w.advance(hour)
		state(vocabulary.DomainStateProven, true)

		// When the record is missing, the two weeks begin, and the administrators are notified at once.
		w.records.publish(name, "something else")
		w.advance(aWeek)
		state(vocabulary.DomainStateFailing, true)
		wantMails := []string{"domain_failing ada@harbor.example Harbor"}
		if d := cmp.Diff(wantMails, w.mails()); d != "" {
			t.Error(d)
		}
		w.advance(13 * aDay)
		state(vocabulary.DomainStateFailing, true)
		w.records.broken = true // a failing domain lapses even if DNS does not answer
		w.advance(aDay)
		w.advance(hour)
		state(vocabulary.DomainStateLapsed, false)
		w.records.broken = false
		w.advance(4 * aWeek)
		state(vocabulary.DomainStateLapsed, false)
		if d := cmp.Diff(wantMails, w.mails()); d != "" {
			t.Error(d)
		}
		w.records.publish(name, value)
		w.advance(aWeek)
		state(vocabulary.DomainStateProven, true)

		// After four weeks without an answer from DNS the domain begins to fail.
		w.records.broken = true
		for range 4 {
			w.advance(aWeek)
		}
		state(vocabulary.DomainStateFailing, true)
		w.advance(2 * aWeek)
		state(vocabulary.DomainStateLapsed, false)

		var got []string
		for _, e := range w.db.Client().Event.Query().Order(ent.Asc("id")).AllX(w.all()) {
			got = append(got, e.Type)
		}
		want := []string{"DomainClaimed", "DomainProven", "DomainFailing", "DomainLapsed", "DomainProven",
			"DomainFailing", "DomainLapsed"}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	})
}

func TestSeveralProcessesCheckADomainOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for n := range 5 {
			domain := fmt.Sprintf("harbor%d.example", n)
			w.write(func(ctx context.Context, c *ent.Client) error {
				return c.DomainProof.Create().SetAccountID(w.harbor).SetDomain(domain).SetChallenge("c").
					SetProvenAt(1).SetCheckedAt(1).
					SetDueAt(w.clock.Now()).SetCreatedAt(1).Exec(ctx)
			})
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for range 5 {
					if _, err := w.CheckDueDomain(viewer.With(t.Context(), viewer.System())); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		w.due()
		if len(w.records.asked) != 5 || len(slices.Compact(slices.Sorted(slices.Values(w.records.asked)))) != 5 {
			t.Errorf("asked for %v, want len(asked) = 5 and len(Compact(Sorted(Values(asked)))) = 5", w.records.asked)
		}
		if n := len(w.mails()); n != 5 {
			t.Errorf("%d mails, want 5", n)
		}
	})
}

func TestOperatorsApproveDomains(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		olga := w.user("olga", operating)
		approve := func(by gid.ID, reason string) error {
			_, err := w.ApproveDomain(w.as(by), change.Request{Action: "approveDomain", Reason: reason}, w.harbor,
				"harbor.example")
			return err
		}
		refused(t, approve(w.ada, "it is ours"), change.Forbidden, "")
		refused(t, approve(olga, " "), fault.BadInput, "input.reason")
		_, err := w.ApproveDomain(w.as(olga), change.Request{Action: "approveDomain", Reason: "r"},
			gid.New(gid.Account, 1), "harbor.example")
		refused(t, err, fault.NotFound, "input.account")
		w.must(approve(olga, "a contract"))
		if d := cmp.Diff([]string{"olga approveDomain harbor.example"}, w.recordsOf(w.harbor)); d != "" {
			t.Error(d)
		}
		again, err := w.ApproveDomain(w.as(olga), change.Request{Action: "approveDomain", Reason: "a contract"},
			w.harbor, "harbor.example")
		if err != nil || len(again.Warnings) != 1 || again.Warnings[0].Code != "ALREADY_APPROVED" {
			t.Errorf("%+v, %v", again, err)
		}
		row := w.proof(w.harbor, "harbor.example")
		if account.DomainState(row) != vocabulary.DomainStateApproved || *row.ApprovedByID != olga {
			t.Errorf("%+v, want DomainState(row) = %v and ApprovedByID = %v", row, vocabulary.DomainStateApproved,
				olga)
		}
		w.advance(100 * 24 * time.Hour)
		if got := w.check(w.ada, w.harbor, "harbor.example"); !slices.Equal(got, []string{"RECORD_NOT_FOUND"}) ||
			!w.isProven(w.harbor, "harbor.example") {
			t.Errorf("%v, want got = %v and isProven = true", got, []string{"RECORD_NOT_FOUND"})
		}
		if len(w.records.asked) != 1 {
			t.Errorf("asked for %v, want 1 of them", w.records.asked)
		}

		// When the domain is released, memberships stay, and nobody else joins.
		w.allow(w.harbor, "harbor.example")
		bo, di := w.user("bo", email("bo@harbor.example")), w.user("di", email("di@harbor.example"))
		w.signInByLink(bo)
		w.signInByLink(di)
		_, err = w.JoinAccount(w.as(bo), request("joinAccount"), w.harbor)
		w.must(err)
		_, err = w.ReleaseDomain(w.as(w.dora), request("releaseDomain"), w.harbor, "harbor.example")
		refused(t, err, fault.NotFound, "input.account")
		outcome, err := w.ReleaseDomain(w.as(w.ada), request("releaseDomain"), w.harbor, "Harbor.Example")
		if err != nil || len(outcome.Warnings) != 1 || outcome.Warnings[0].Code != string(account.NobodyJoins) {
			t.Errorf("%+v, %v, want len(Warnings) = 1 and Code = %v", outcome, err, string(account.NobodyJoins))
		}
		if w.membershipOf(bo, w.harbor) == nil || w.proof(w.harbor, "harbor.example") != nil {
			t.Error("bo is not a member any more, or the claim still exists")
		}
		if list, err := w.Joinable(w.as(di)); err != nil || len(list) != 0 {
			t.Errorf("%v, %v, want none", list, err)
		}
		_, err = w.JoinAccount(w.as(di), request("joinAccount"), w.harbor)
		refused(t, err, fault.NotFound, "input.account")
		_, err = w.ReleaseDomain(w.as(olga), request("releaseDomain"), w.harbor, "harbor.example")
		refused(t, err, fault.NotFound, "input.domain")
	})
}
