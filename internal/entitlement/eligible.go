package entitlement

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// What package eligibility is told of a line: which decisions hold, what the dates say, how much is free, and what a
// renewal would follow. The rules are there; here is what they ask for.

// Term is what eligibility needs of a period beyond its PeriodFact.
type Term struct {
	StartRule  vocabulary.StartRule
	PartNumber gid.ID
	// StartsLatestOn is the day on which the term starts by itself.
	StartsLatestOn *day.Day
	// Imported says that the period comes from another system.
	Imported bool
	// Model is how the period is activated; "" if that is not known.
	Model vocabulary.ActivationModel
}

// termsOf returns the terms of rows, without how they are activated.
func termsOf(rows []*ent.Period) map[gid.ID]Term {
	terms := make(map[gid.ID]Term, len(rows))
	for _, p := range rows {
		terms[p.ID] = Term{StartRule: p.StartRule, PartNumber: orNone(p.PartNumberID), StartsLatestOn: p.StartsLatestOn,
			Imported: p.SourceLine != "" || p.SourceEntitlement != ""}
	}
	return terms
}

// TermsOf returns the terms of the periods of lines by their ids, with one statement.
func TermsOf(ctx context.Context, v *page.View, lines []int64) (map[gid.ID]Term, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	var found []struct {
		ID                gid.ID                      `sql:"id"`
		StartRule         vocabulary.StartRule        `sql:"start_rule"`
		PartNumber        *gid.ID                     `sql:"part_number_id"`
		StartsLatestOn    *day.Day                    `sql:"starts_latest_on"`
		SourceLine        string                      `sql:"source_line"`
		SourceEntitlement string                      `sql:"source_entitlement"`
		Model             *vocabulary.ActivationModel `sql:"activation_model"`
	}
	err := v.ScanBelow(ctx, period.Table, func(q *page.Query) {
		version := q.JoinMaybe(licensemodelversion.Table, "mv", func(v *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(v.C(licensemodelversion.FieldID), q.C(period.FieldLicenseModelVersionID))
		})
		model := q.JoinMaybe(licensemodel.Table, "lm", func(m *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(m.C(licensemodel.FieldID), version.C(licensemodelversion.FieldLicenseModelID))
		})
		q.Select(append(q.Columns(period.FieldID, period.FieldStartRule, period.FieldPartNumberID,
			period.FieldStartsLatestOn, period.FieldSourceLine, period.FieldSourceEntitlement),
			model.C(licensemodel.FieldActivationModel))...).
			Where(q.In(q.C(period.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return nil, err
	}
	terms := make(map[gid.ID]Term, len(found))
	for _, f := range found {
		terms[f.ID] = Term{StartRule: f.StartRule, PartNumber: orNone(f.PartNumber), StartsLatestOn: f.StartsLatestOn,
			Imported: f.SourceLine != "" || f.SourceEntitlement != "", Model: orZero(f.Model)}
	}
	return terms, nil
}

// Eligible returns decisions that rule something in or out as eligibility reads them, those that meet a condition.
func (list Decisions) Eligible(which func(Decided) bool) []eligibility.Decision {
	var out []eligibility.Decision
	for _, d := range list {
		if d.rules() && which(d) {
			out = append(out, eligibility.Decision{ID: d.ID, Kind: d.Kind, First: d.First, Last: d.Last,
				Voids: d.Voids})
		}
	}
	return out
}

// Holding returns the decisions that rule the line in or out on a day: about its header and about itself and, if each
// of its periods is under a decision, about these.
func (f *Facts) Holding(on day.Day) []eligibility.Decision {
	list := slices.Concat(f.Header, f.Line)
	if p := f.judged(on); p != nil && p.Decisions.On(on) != nil {
		for i := range f.Periods {
			list = append(list, f.Periods[i].Decisions...)
		}
	}
	return list.Eligible(func(d Decided) bool { return d.Holds(on) })
}

// StandingOn returns what the dates of the line say on a day.
func (f *Facts) StandingOn(on day.Day, terms map[gid.ID]Term) eligibility.Standing {
	dates := &Facts{Periods: f.Periods, successions: f.successions}
	s := eligibility.Standing{Status: dates.Status(on)}
	s.From, s.To = day.Stretch(dates.ChangeDays(), on, func(d day.Day) bool { return dates.Status(d) == s.Status })
	p := dates.Graced(on)
	if p == nil {
		p = dates.judged(on)
	}
	if p == nil {
		return s
	}
	s.Period, s.Trial = p.ID, p.Trial
	if s.Status == vocabulary.StatusAwaitingActivation {
		s.Waits = terms[p.ID].StartRule != vocabulary.StartRuleFixed
		s.StartsBy = terms[p.ID].StartsLatestOn
	}
	if s.Status == vocabulary.StatusExpired {
		ended, refusal := dates.endedBefore(on)
		s.MayGrace = refusal == nil && !ended.Trial
	}
	if s.Status == vocabulary.StatusSuperseded {
		s.Successor = dates.successor(p.ID, func(s *succession) bool {
			return slices.ContainsFunc(s.days.without(s.decisions), func(i Interval) bool { return i.Contains(on) })
		})
	}
	return s
}

// successor returns the line that took the place of a period, or of all of the line, and meets a condition; 0 if there
// is none.
func (f *Facts) successor(of gid.ID, which func(*succession) bool) gid.ID {
	for _, s := range f.successions {
		if (s.of == 0 || s.of == of) && which(s) {
			return s.by
		}
	}
	return 0
}

// AmountOn returns how much of the line is free on a day by the period that governs it, if so much is in use.
func (f *Facts) AmountOn(on day.Day, used int64) eligibility.Amount {
	p := f.Governing(on)
	if p == nil {
		return eligibility.Amount{}
	}
	a := eligibility.Amount{Known: p.Unlimited || p.Quantity != nil, Unlimited: p.Unlimited, Period: p.ID, Used: used}
	if p.Quantity != nil {
		a.Granted, a.Free = *p.Quantity, *p.Quantity+p.Overdraft-used
	}
	return a
}

// RenewalOn returns what is known of the renewal of the line on a day, but for what is sold.
func (f *Facts) RenewalOn(on day.Day, terms map[gid.ID]Term) eligibility.Renewal {
	var r eligibility.Renewal
	var counted []eligibility.Term
	for i := range f.Periods {
		p := &f.Periods[i]
		if p.isRuledOut() {
			continue
		}
		r.Counts = true
		r.Apart = r.Apart || terms[p.ID].StartRule == vocabulary.StartRuleEachActivation && !p.Perpetual
		r.Undated = r.Undated || p.First == nil && !p.Perpetual
		counted = append(counted, p.term(terms[p.ID]))
	}
	if !r.Counts {
		r.RuledOut = f.ruledOutLast()
		return r
	}
	r.By = eligibility.RenewedBy(counted, on)
	_, last := extent(f.Periods)
	if r.Endless = last == day.Forever; r.Endless {
		return r
	}
	p := f.InForce(last)
	if p == nil { // several decisions together rule out all of a period's days
		return r
	}
	r.Term, r.After, r.Trial = p.ID, last+1, p.Trial
	r.Quantified = p.Unlimited || p.Quantity != nil
	r.Empty = p.grantsNothing()
	r.PartNumbered = terms[p.ID].PartNumber != 0
	r.BySuccessor = f.successor(p.ID, func(s *succession) bool { return s.takesOver(last) })
	r.NotLive = slices.Concat(f.Header, f.Line).Eligible(func(d Decided) bool {
		switch {
		case d.Holds(on):
			return false // told of the day
		case d.Kind == vocabulary.DecisionWithdrawn:
			return d.First <= d.Last && d.Last > last
		}
		return (d.Kind == vocabulary.DecisionDraft || d.Kind == vocabulary.DecisionTest) && d.Holds(last+1)
	})
	return r
}

// ruledOutLast returns the decisions of which each rules out all days of the last period.
func (f *Facts) ruledOutLast() []eligibility.Decision {
	p := f.lastOf(func(*PeriodFact) bool { return true })
	if p == nil {
		return nil
	}
	return p.Decisions.Eligible(p.isRuledOutBy)
}

// term returns the period as eligibility reads it.
func (p *PeriodFact) term(t Term) eligibility.Term {
	term := eligibility.Term{ID: p.ID, Renews: p.Renews, First: orBeginning(p.First)}
	if !t.Imported {
		recorded := day.Local(p.Ranked.Time())
		term.Recorded = &recorded
	}
	return term
}
