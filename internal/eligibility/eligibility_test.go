package eligibility_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	today     day.Day = 20000
	activate          = vocabulary.EligibilityActionActivate
	download          = vocabulary.EligibilityActionDownload
	support           = vocabulary.EligibilityActionSupport
	renew             = vocabulary.EligibilityActionRenew
	line      gid.ID  = 1
	period    gid.ID  = 2
	successor gid.ID  = 3
	partner   gid.ID  = 4
	item      gid.ID  = 5
	decision  gid.ID  = 6
	other     gid.ID  = 7
)

var every = []vocabulary.EligibilityAction{activate, download, support, renew}

func ptr[T any](v T) *T { return &v }

// sound is a right that allows everything: it is in force with a last day, has something free and is covered.
func sound() *eligibility.Right {
	return &eligibility.Right{Line: line,
		Standing: eligibility.Standing{Status: vocabulary.StatusActive, Period: period, MayGrace: true},
		Amount:   eligibility.Amount{Known: true, Period: period, Granted: 5, Free: 1, Used: 4},
		Coverage: eligibility.Coverage{Covers: true, Item: item},
		Renewal:  eligibility.Renewal{Counts: true, Term: period, Quantified: true, Sold: true, PartNumbered: true}}
}

func decided(kind vocabulary.Decision, last day.Day) eligibility.Decision {
	return eligibility.Decision{ID: decision, Kind: kind, First: today - 5, Last: last}
}

// said returns reasons as the tests write them: the code, whether it is only told, and the remedies.
func said(reasons []*eligibility.Reason) []string {
	var list []string
	for _, r := range reasons {
		word := string(r.Code)
		if !r.Refuses {
			word += " told"
		}
		for _, m := range r.Remedies {
			word += ", " + string(m.Kind) + " by " + string(m.By)
			if m.Role != nil {
				word += " with " + string(*m.Role)
			}
			if m.On != nil {
				word += " on " + m.On.String()
			}
		}
		list = append(list, word)
	}
	return list
}

func TestRules(t *testing.T) {
	const (
		releases = ", RELEASE_DECISION by PRODUCER"
		renews   = ", RENEW by PRODUCER with RENEWALS_MANAGER"
		graces   = ", GRANT_GRACE by PRODUCER"
		converts = ", CONVERT_TRIAL by PRODUCER with RENEWALS_MANAGER"
		follows  = ", USE_SUCCESSOR by CUSTOMER"
	)
	until := func(on day.Day) string { return ", WAIT by NOBODY on " + on.String() }
	for _, test := range []struct {
		name    string
		change  func(*eligibility.Right)
		actions []vocabulary.EligibilityAction
		want    []string
	}{
		{"a sound right", func(*eligibility.Right) {}, every, nil},
		{"a withdrawal refuses everything", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionWithdrawn, day.Forever)}
		}, every, []string{"WITHDRAWN" + releases}},
		{"a decision that voids is not released", func(r *eligibility.Right) {
			d := decided(vocabulary.DecisionWithdrawn, day.Forever)
			d.Voids = true
			r.Decisions = []eligibility.Decision{d}
		}, every, []string{"WITHDRAWN"}},
		{"a draft is deployed", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionDraft, day.Forever)}
		}, every, []string{"DRAFT, DEPLOY by PRODUCER"}},
		{"a test stays one", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionTest, day.Forever)}
		}, every, []string{"TEST"}},
		{"a suspension stops use and support", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionSuspended, day.Forever)}
		}, []vocabulary.EligibilityAction{activate, download, support}, []string{"SUSPENDED" + releases}},
		{"a hold stops use and support", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionOnHold, day.Forever)}
		}, []vocabulary.EligibilityAction{activate, download, support}, []string{"ON_HOLD" + releases}},
		{"a hold and a suspension refuse no renewal", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionSuspended, day.Forever),
				decided(vocabulary.DecisionOnHold, day.Forever)}
		}, []vocabulary.EligibilityAction{renew}, []string{"SUSPENDED told" + releases, "ON_HOLD told" + releases}},
		{"a decision that ends by itself", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionOnHold, today+9)}
		}, []vocabulary.EligibilityAction{activate}, []string{"ON_HOLD" + releases + until(today+10)}},
		{"each decision is told", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionOnHold, day.Forever),
				decided(vocabulary.DecisionOnHold, day.Forever), decided(vocabulary.DecisionWithdrawn, day.Forever)}
		}, []vocabulary.EligibilityAction{support}, []string{"WITHDRAWN" + releases, "ON_HOLD" + releases,
			"ON_HOLD" + releases}},

		{"the first activation starts the term", func(r *eligibility.Right) {
			r.Standing = eligibility.Standing{Status: vocabulary.StatusAwaitingActivation, Period: period, Waits: true}
		}, []vocabulary.EligibilityAction{activate, download},
			[]string{"NOT_BEGUN told, ACTIVATE_FIRST by CUSTOMER with LICENSE_MANAGER"}},
		{"a term that waits gives no support", func(r *eligibility.Right) {
			r.Standing = eligibility.Standing{Status: vocabulary.StatusAwaitingActivation, Period: period, Waits: true,
				StartsBy: ptr(today + 3)}
		}, []vocabulary.EligibilityAction{support},
			[]string{"NOT_BEGUN, ACTIVATE_FIRST by CUSTOMER with LICENSE_MANAGER" + until(today+3)}},
		{"a term that waits is not renewed", func(r *eligibility.Right) {
			r.Standing = eligibility.Standing{Status: vocabulary.StatusAwaitingActivation, Period: period, Waits: true}
			r.Renewal = eligibility.Renewal{Counts: true, Undated: true}
		}, []vocabulary.EligibilityAction{renew},
			[]string{"NOT_BEGUN, ACTIVATE_FIRST by CUSTOMER with LICENSE_MANAGER"}},
		{"no term at all", func(r *eligibility.Right) {
			r.Standing = eligibility.Standing{Status: vocabulary.StatusAwaitingActivation}
		}, []vocabulary.EligibilityAction{activate, download, support}, []string{"NOT_BEGUN"}},
		{"a right that begins later", func(r *eligibility.Right) {
			r.Standing = eligibility.Standing{Status: vocabulary.StatusFuture, Period: period, To: ptr(today + 6)}
		}, every, []string{"NOT_BEGUN" + until(today+7)}},

		{"a right that has ended", func(r *eligibility.Right) {
			r.Standing.Status, r.Standing.From = vocabulary.StatusExpired, ptr(today-3)
		}, []vocabulary.EligibilityAction{download, support}, []string{"EXPIRED" + renews + graces}},
		{"grace allows no activation", func(r *eligibility.Right) {
			r.Standing.Status, r.Standing.From = vocabulary.StatusExpired, ptr(today-3)
		}, []vocabulary.EligibilityAction{activate}, []string{"EXPIRED" + renews}},
		{"a right that has ended may be renewed", func(r *eligibility.Right) {
			r.Standing.Status, r.Standing.From = vocabulary.StatusExpired, ptr(today-3)
		}, []vocabulary.EligibilityAction{renew}, []string{"EXPIRED told"}},
		{"a pause ends by itself", func(r *eligibility.Right) {
			r.Standing.Status, r.Standing.To = vocabulary.StatusExpired, ptr(today+3)
		}, []vocabulary.EligibilityAction{download, support}, []string{"EXPIRED" + until(today+4) + graces}},
		{"a trial that has ended", func(r *eligibility.Right) {
			r.Standing.Status, r.Standing.Trial, r.Standing.MayGrace = vocabulary.StatusExpired, true, false
		}, []vocabulary.EligibilityAction{activate, download, support}, []string{"EXPIRED" + converts}},
		{"a right with a successor", func(r *eligibility.Right) {
			r.Standing.Status, r.Standing.Successor = vocabulary.StatusSuperseded, successor
		}, every, []string{"SUPERSEDED" + follows}},
		{"grace serves known devices only", func(r *eligibility.Right) {
			r.Standing.Status = vocabulary.StatusInGrace
		}, []vocabulary.EligibilityAction{activate}, []string{"IN_GRACE" + renews}},
		{"grace is enough for the rest", func(r *eligibility.Right) {
			r.Standing.Status = vocabulary.StatusInGrace
		}, []vocabulary.EligibilityAction{download, support, renew}, nil},

		{"an unknown quantity refuses what counts", func(r *eligibility.Right) {
			r.Amount, r.Renewal.Quantified = eligibility.Amount{Period: period}, false
		}, []vocabulary.EligibilityAction{activate, renew}, []string{"QUANTITY_UNKNOWN, CORRECT_QUANTITY by PRODUCER"}},
		{"an unknown quantity is told", func(r *eligibility.Right) {
			r.Amount = eligibility.Amount{Period: period}
		}, []vocabulary.EligibilityAction{download, support},
			[]string{"QUANTITY_UNKNOWN told, CORRECT_QUANTITY by PRODUCER"}},
		{"a renewal asks for the quantity of the last term", func(r *eligibility.Right) {
			r.Amount = eligibility.Amount{Period: period}
		}, []vocabulary.EligibilityAction{renew}, nil},
		{"another system holds the rights", func(r *eligibility.Right) { r.System = "legacy" }, every,
			[]string{"HOME_ELSEWHERE, USE_OTHER_SYSTEM by PRODUCER"}},
		{"nothing is free", func(r *eligibility.Right) { r.Amount.Free = 0 },
			[]vocabulary.EligibilityAction{activate}, []string{"NO_FREE_COPY, RETURN_COPY by CUSTOMER with " +
				"LICENSE_MANAGER, BUY_MORE by PRODUCER with RENEWALS_MANAGER"}},
		{"too much is in use after the end", func(r *eligibility.Right) {
			r.Amount.Free, r.Standing.Status = -1, vocabulary.StatusInGrace
		}, []vocabulary.EligibilityAction{activate}, []string{"NO_FREE_COPY, RETURN_COPY by CUSTOMER with " +
			"LICENSE_MANAGER", "IN_GRACE" + renews}},
		{"what grants nothing has nothing to return", func(r *eligibility.Right) {
			r.Amount.Granted, r.Amount.Free, r.Amount.Used = 0, -3, 3
		}, []vocabulary.EligibilityAction{activate}, []string{"NO_FREE_COPY, BUY_MORE by PRODUCER with " +
			"RENEWALS_MANAGER"}},
		{"what grants nothing is not supported", func(r *eligibility.Right) {
			r.Amount.Granted, r.Amount.Free, r.Amount.Used = 0, 0, 0
		}, []vocabulary.EligibilityAction{download, support}, []string{"NOTHING_GRANTED, BUY_MORE by PRODUCER with " +
			"RENEWALS_MANAGER"}},
		{"a partner sells more", func(r *eligibility.Right) { r.Amount.Free, r.Amount.Used, r.Partner = 0, 0, partner },
			[]vocabulary.EligibilityAction{activate}, []string{"NO_FREE_COPY, BUY_MORE by PARTNER"}},
		{"nothing is free, which the others do not need", func(r *eligibility.Right) { r.Amount.Free = -1 },
			[]vocabulary.EligibilityAction{download, support, renew}, nil},
		{"without a limit something is always free", func(r *eligibility.Right) {
			r.Amount = eligibility.Amount{Known: true, Unlimited: true, Period: period}
		}, []vocabulary.EligibilityAction{activate}, nil},

		{"no coverage ever", func(r *eligibility.Right) { r.Coverage = eligibility.Coverage{} },
			[]vocabulary.EligibilityAction{support},
			[]string{"NOT_COVERED, BUY_COVERAGE by PRODUCER with RENEWALS_MANAGER"}},
		{"a coverage that has ended", func(r *eligibility.Right) {
			r.Coverage = eligibility.Coverage{Item: item, Ended: true, From: ptr(today - 1)}
		}, []vocabulary.EligibilityAction{support},
			[]string{"NOT_COVERED, EXTEND_COVERAGE by PRODUCER with RENEWALS_MANAGER"}},
		{"a coverage that begins later", func(r *eligibility.Right) {
			r.Coverage = eligibility.Coverage{Item: item, To: ptr(today + 1)}
		}, []vocabulary.EligibilityAction{support}, []string{"NOT_COVERED" + until(today+2)}},
		{"a coverage that is stopped", func(r *eligibility.Right) {
			r.Coverage = eligibility.Coverage{Item: item,
				Stopped: []eligibility.Decision{decided(vocabulary.DecisionOnHold, day.Forever)}}
		}, []vocabulary.EligibilityAction{support}, []string{"NOT_COVERED" + releases}},
		{"a coverage of a draft", func(r *eligibility.Right) {
			r.Coverage = eligibility.Coverage{Item: item,
				Stopped: []eligibility.Decision{decided(vocabulary.DecisionDraft, day.Forever)}}
		}, []vocabulary.EligibilityAction{support}, []string{"NOT_COVERED, DEPLOY by PRODUCER"}},
		{"a coverage of a test", func(r *eligibility.Right) {
			r.Coverage = eligibility.Coverage{Item: item,
				Stopped: []eligibility.Decision{decided(vocabulary.DecisionTest, day.Forever)}}
		}, []vocabulary.EligibilityAction{support}, []string{"NOT_COVERED"}},
		{"no coverage, which the others do not need", func(r *eligibility.Right) {
			r.Coverage = eligibility.Coverage{}
		}, []vocabulary.EligibilityAction{activate, download, renew}, nil},
		{"a part is covered", func(r *eligibility.Right) { r.Coverage.Partly = true },
			[]vocabulary.EligibilityAction{support},
			[]string{"PARTLY_COVERED told, COVER_THE_REST by PRODUCER with RENEWALS_MANAGER"}},

		{"a term that is renewed", func(r *eligibility.Right) {
			r.Renewal.By = &eligibility.Term{ID: other, First: today + 30}
		}, []vocabulary.EligibilityAction{renew}, []string{"ALREADY_RENEWED" + until(today+30)}},
		{"a term that was renewed today", func(r *eligibility.Right) {
			r.Renewal.By = &eligibility.Term{ID: other, First: today - 30, Recorded: ptr(today)}
		}, []vocabulary.EligibilityAction{renew}, []string{"ALREADY_RENEWED" + until(today+1)}},
		{"a term that is renewed on its first day", func(r *eligibility.Right) {
			r.Renewal.By = &eligibility.Term{ID: other, First: today + 30, Recorded: ptr(today + 30)}
		}, []vocabulary.EligibilityAction{renew}, []string{"ALREADY_RENEWED" + until(today+31)}},
		{"a line that another one renews", func(r *eligibility.Right) { r.Renewal.BySuccessor = successor },
			[]vocabulary.EligibilityAction{renew}, []string{"ALREADY_RENEWED" + follows}},
		{"no part number", func(r *eligibility.Right) { r.Renewal.Sold, r.Renewal.PartNumbered = false, false },
			[]vocabulary.EligibilityAction{renew}, []string{"NO_SUCCESSOR, NAME_PART_NUMBER by PRODUCER"}},
		{"a part number that is no longer sold", func(r *eligibility.Right) { r.Renewal.Sold = false },
			[]vocabulary.EligibilityAction{renew},
			[]string{"NO_SUCCESSOR, NAME_PART_NUMBER by PRODUCER, NAME_SUCCESSOR by PRODUCER"}},
		{"a partner renews", func(r *eligibility.Right) { r.Partner = partner },
			[]vocabulary.EligibilityAction{renew}, []string{"VIA_PARTNER, ASK_PARTNER by PARTNER"}},
		{"a partner does not support", func(r *eligibility.Right) { r.Partner = partner },
			[]vocabulary.EligibilityAction{activate, download, support}, nil},
		{"no term counts", func(r *eligibility.Right) {
			r.Renewal = eligibility.Renewal{RuledOut: []eligibility.Decision{
				decided(vocabulary.DecisionWithdrawn, day.Forever)}}
		}, []vocabulary.EligibilityAction{renew}, []string{"NOTHING_TO_RENEW" + releases}},
		{"a term that was voided is not renewed", func(r *eligibility.Right) {
			d := decided(vocabulary.DecisionWithdrawn, day.Forever)
			d.Voids = true
			r.Renewal = eligibility.Renewal{RuledOut: []eligibility.Decision{d}}
		}, []vocabulary.EligibilityAction{renew}, []string{"NOTHING_TO_RENEW"}},
		{"a term that grants nothing", func(r *eligibility.Right) { r.Renewal.Empty = true },
			[]vocabulary.EligibilityAction{renew}, []string{"NOTHING_TO_RENEW, CORRECT_QUANTITY by PRODUCER"}},
		{"an account that is retired", func(r *eligibility.Right) { r.AccountRetired = true },
			[]vocabulary.EligibilityAction{renew}, []string{"ACCOUNT_RETIRED, REINSTATE_ACCOUNT by PRODUCER"}},
		{"a retired account uses what it has", func(r *eligibility.Right) { r.AccountRetired = true },
			[]vocabulary.EligibilityAction{activate, download, support}, nil},
		{"no last day", func(r *eligibility.Right) {
			r.Renewal = eligibility.Renewal{Counts: true, Endless: true}
		}, []vocabulary.EligibilityAction{renew}, []string{"NO_END"}},
		{"a trial is converted", func(r *eligibility.Right) { r.Renewal.Trial = true },
			[]vocabulary.EligibilityAction{renew}, []string{"IS_A_TRIAL" + converts}},
		{"copies end apart", func(r *eligibility.Right) {
			r.Renewal = eligibility.Renewal{Counts: true, Apart: true}
		}, []vocabulary.EligibilityAction{renew}, []string{"COPIES_END_APART"}},
		{"a withdrawal to come refuses a renewal", func(r *eligibility.Right) {
			r.Renewal.NotLive = []eligibility.Decision{{ID: decision, Kind: vocabulary.DecisionWithdrawn,
				First: today + 100, Last: day.Forever}}
		}, []vocabulary.EligibilityAction{renew}, []string{"WITHDRAWN" + releases}},

		{"all reasons are told, in their order", func(r *eligibility.Right) {
			r.Decisions = []eligibility.Decision{decided(vocabulary.DecisionOnHold, day.Forever)}
			r.Standing.Status, r.System, r.Amount.Free = vocabulary.StatusExpired, "legacy", 0
			r.Coverage = eligibility.Coverage{}
		}, []vocabulary.EligibilityAction{support}, []string{"ON_HOLD" + releases, "EXPIRED" + renews + graces,
			"HOME_ELSEWHERE, USE_OTHER_SYSTEM by PRODUCER",
			"NOT_COVERED, BUY_COVERAGE by PRODUCER with RENEWALS_MANAGER"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, action := range test.actions {
				right := sound()
				test.change(right)
				reasons := eligibility.Judge(action, today, right)
				if diff := cmp.Diff(test.want, said(reasons)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", action, diff)
				}
				refused := slices.ContainsFunc(reasons, func(r *eligibility.Reason) bool { return r.Refuses })
				if got := eligibility.Allows(reasons); got == refused {
					t.Errorf("%s: allowed is %v", action, got)
				}
				for _, r := range reasons {
					if r.Line != line || r.Sentence == "" {
						t.Errorf("%s: the reason %+v does not say what it is about", action, r)
					}
				}
			}
		})
	}
}

func TestAskers(t *testing.T) {
	roles := func(list ...vocabulary.Role) vocabulary.RoleSet {
		set, err := vocabulary.Roles(list...)
		if err != nil {
			t.Fatal(err)
		}
		return set
	}
	services := func(list ...vocabulary.Service) vocabulary.ServiceSet {
		set, err := vocabulary.Services(list...)
		if err != nil {
			t.Fatal(err)
		}
		return set
	}
	const (
		gives = "ROLE_MISSING, GIVE_ROLE by CUSTOMER with ACCOUNT_ADMINISTRATOR"
		opens = "SERVICE_CLOSED, OPEN_SERVICE by CUSTOMER with ACCOUNT_ADMINISTRATOR"
	)
	for _, test := range []struct {
		name  string
		asker eligibility.Asker
		want  map[vocabulary.EligibilityAction][]string
	}{
		{"the producer", eligibility.Asker{Producer: true}, nil},
		{"somebody with every role and service", eligibility.Asker{Roles: vocabulary.EveryRole,
			Services: vocabulary.EveryService}, nil},
		{"a reader", eligibility.Asker{Roles: roles(vocabulary.RoleReader), Services: vocabulary.EveryService},
			map[vocabulary.EligibilityAction][]string{activate: {gives}, download: {gives}, renew: {gives}}},
		{"a license manager", eligibility.Asker{Roles: roles(vocabulary.RoleLicenseManager),
			Services: services(vocabulary.ServiceLicensing)},
			map[vocabulary.EligibilityAction][]string{download: {gives, opens}, renew: {gives}}},
		{"a downloader", eligibility.Asker{Roles: roles(vocabulary.RoleDownloader), Services: vocabulary.EveryService},
			map[vocabulary.EligibilityAction][]string{activate: {gives}, renew: {gives}}},
		{"a renewals manager", eligibility.Asker{Roles: roles(vocabulary.RoleRenewalsManager),
			Services: vocabulary.EveryService},
			map[vocabulary.EligibilityAction][]string{activate: {gives}, download: {gives}}},
		{"somebody without services", eligibility.Asker{Roles: vocabulary.EveryRole},
			map[vocabulary.EligibilityAction][]string{activate: {opens}, download: {opens, opens}, support: {opens},
				renew: {opens}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, action := range every {
				if diff := cmp.Diff(test.want[action], said(test.asker.Judge(action))); diff != "" {
					t.Errorf("%s (-want +got):\n%s", action, diff)
				}
			}
		})
	}
}

func TestRenewedBy(t *testing.T) {
	for _, test := range []struct {
		name  string
		terms []eligibility.Term
		want  gid.ID
	}{
		{"nothing", nil, 0},
		{"a term that renews none", []eligibility.Term{{ID: 1, First: today + 1}}, 0},
		{"a renewal that has begun", []eligibility.Term{{ID: 1, Renews: 9, First: today}}, 0},
		{"a renewal to come", []eligibility.Term{{ID: 1, Renews: 9, First: today + 1}}, 1},
		{"one that was recorded on the day", []eligibility.Term{{ID: 1, Renews: 9, First: today - 9,
			Recorded: ptr(today)}}, 1},
		{"one that was recorded before", []eligibility.Term{{ID: 1, Renews: 9, First: today - 9,
			Recorded: ptr(today - 1)}}, 0},
		{"the last one", []eligibility.Term{{ID: 1, Renews: 9, First: today + 1}, {ID: 2, Renews: 1, First: today + 9},
			{ID: 3, Renews: 9, First: today + 5}}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got gid.ID
			if by := eligibility.RenewedBy(test.terms, today); by != nil {
				got = by.ID
			}
			if got != test.want {
				t.Errorf("it is renewed by %d, want %d", got, test.want)
			}
		})
	}
}

// What a status allows is the same for whoever asks: a coverage counts, and something is free.
func TestStatus(t *testing.T) {
	for _, text := range vocabulary.Status("").Values() {
		status := vocabulary.Status(text)
		active, graced := status == vocabulary.StatusActive, status == vocabulary.StatusInGrace
		if eligibility.Serves(status) != (active || graced) || eligibility.TakesNew(status) != active {
			t.Errorf("%s serves: %v, takes new: %v", status, eligibility.Serves(status), eligibility.TakesNew(status))
		}
	}
}
