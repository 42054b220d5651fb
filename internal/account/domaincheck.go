package account

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/dns"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/routine"
	"github.com/muniment/muniment/internal/store"
)

// Codes of warnings of CheckDomain.
const (
	// RecordNotFound: DNS has no such TXT record.
	RecordNotFound fault.Code = "RECORD_NOT_FOUND"
	// DNSUnavailable: DNS did not answer, so that the check has no result.
	DNSUnavailable fault.Code = "DNS_UNAVAILABLE"
)

// answer is the result of a DNS query about a domain.
type answer struct {
	records []string
	// known is false if DNS did not answer.
	known bool
}

// holds reports whether the records prove a domain. Some DNS hosts keep the quotes that people type around a value.
func (a answer) holds(row *ent.DomainProof) bool {
	_, value := DomainRecord(row)
	return slices.ContainsFunc(a.records, func(record string) bool {
		return strings.Trim(strings.TrimSpace(record),
			`"`) == value
	})
}

// ask queries DNS about a domain. It must not be called in a transaction.
func (s *Service) ask(ctx context.Context, domain string) answer {
	records, err := s.dns.LookupTXT(ctx, recordPrefix+domain)
	return answer{records, err == nil || errors.Is(err, dns.ErrNotFound)}
}

// CheckDomain queries DNS for the proof of a domain that the account has claimed, and records the result. It warns
// with RECORD_NOT_FOUND or DNS_UNAVAILABLE. The outcome names the account. It returns NOT_FOUND, or an error of
// change.Pipeline.Do.
func (s *Service) CheckDomain(ctx context.Context, r change.Request, id gid.ID, text string) (change.Outcome, error) {
	// Checked before the query: only a viewer with the right may cause DNS queries.
	if err := s.changes.Check(ctx, change.Needs{Right: change.ManageMembers, Account: id}); err != nil {
		return change.Outcome{}, err
	}
	domain, _ := email.CanonicalDomain(text)
	exists, err := s.db().Client().DomainProof.Query().Where(domainproof.AccountID(id), domainproof.Domain(domain)).
		Exist(ctx)
	if err != nil {
		return change.Outcome{}, fmt.Errorf("look for the domain: %w", err)
	}
	var a answer
	if exists {
		a = s.ask(ctx, domain)
	}
	return s.manage(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := proofOf(ctx, tx, id, domain)
		if err != nil {
			return err
		}
		if row == nil {
			return notClaimed(text)
		}
		done.Result(id)
		name, value := DomainRecord(row)
		switch {
		case !a.known:
			done.Warn(string(DNSUnavailable),
				"DNS did not answer about {name}, so nothing was changed. Try again later.",
				fault.WithText("name", name))
		case !a.holds(row):
			done.Warn(string(RecordNotFound),
				"DNS has no TXT record {name} with the value {value}. A new record can take hours to become "+
					"visible everywhere.",
				fault.WithText("name", name), fault.WithText("value", value))
		}
		return s.recordCheck(ctx, tx, done, row, a)
	})
}

// recordCheck stores the result of a DNS query and the state of the proof that follows from it. The transaction has
// locked the row.
func (s *Service) recordCheck(ctx context.Context, tx store.Tx, done *change.Record, row *ent.DomainProof,
	a answer) error {
	now := done.Now()
	before := DomainState(row)
	update := tx.Client().DomainProof.UpdateOne(row)
	if a.known {
		update.SetCheckedAt(now)
	}
	event := ""
	switch {
	case a.holds(row):
		update.ClearFailingSince().ClearLapsedAt()
		if row.ProvenAt == nil {
			update.SetProvenAt(now)
		}
		if !row.Approved {
			update.SetDueAt(now + checkEvery)
		}
		event = "DomainProven"
	case row.ProvenAt == nil || row.Approved:
		// A claimed or approved domain does not depend on DNS.
	case row.LapsedAt != nil:
		update.SetDueAt(now + checkEvery)
	case row.FailingSince != nil && now >= *row.FailingSince+lapsesAfter:
		update.SetLapsedAt(now).SetDueAt(now + checkEvery)
		event = "DomainLapsed"
	case !a.known && !unanswered(row, now):
		update.SetDueAt(now + retryAfter)
	case row.FailingSince != nil:
		update.SetDueAt(min(now+checkFailingEvery, *row.FailingSince+lapsesAfter))
	default:
		update.SetFailingSince(now).SetDueAt(now + checkFailingEvery)
		event = "DomainFailing"
	}
	after, err := update.Save(ctx)
	if err != nil {
		return fmt.Errorf("record the check: %w", err)
	}
	if DomainState(after) == before {
		return nil
	}
	noteDomain(done, after, event, before)
	if event == "DomainFailing" {
		return s.warnOfFailing(ctx, tx, after)
	}
	return nil
}

// unanswered reports whether DNS has not answered for so long that the record counts as missing.
func unanswered(row *ent.DomainProof, now clock.Instant) bool {
	return row.CheckedAt == nil || now >= *row.CheckedAt+silentAfter
}

// warnOfFailing sends a mail to the administrators of an account: the TXT record of a domain is missing.
func (s *Service) warnOfFailing(ctx context.Context, tx store.Tx, row *ent.DomainProof) error {
	people, err := administratorsOf(ctx, tx, row.AccountID, s.today())
	if err != nil {
		return err
	}
	account, err := accountName(ctx, tx, row.AccountID)
	if err != nil {
		return err
	}
	name, value := DomainRecord(row)
	for _, u := range people {
		err := send(ctx, tx, s.outbox, u, func(to string, in mail.Wording) mail.Message {
			return mail.DomainFailing{Wording: in, To: to, Account: account, Domain: row.Domain, RecordName: name,
				RecordValue: value,
				LapsesOn:    day.Of((*row.FailingSince + lapsesAfter).Time())}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Checking is the routine that checks proven domains every week. Several processes may run it.
func (s *Service) Checking() routine.Routine {
	return routine.Routine{Do: s.CheckDueDomain, Fails: "checking domains failed; it is tried again",
		Works: "checking domains works again"}
}

// CheckDueDomain checks the domain with the earliest due time, if one is due, and reports whether there was one.
func (s *Service) CheckDueDomain(ctx context.Context) (more bool, err error) {
	row, err := s.takeDueDomain(ctx)
	if err != nil || row == nil {
		return false, err
	}
	a := s.ask(ctx, row.Domain)
	if err := ctx.Err(); err != nil {
		return false, err
	}
	_, err = s.changes.Do(ctx, change.Request{Action: "checkDomain"},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			now, err := proofOf(ctx, tx, row.AccountID, row.Domain)
			if err != nil || now == nil || now.Challenge != row.Challenge { // it was released meanwhile
				return err
			}
			return s.recordCheck(ctx, tx, done, now, a)
		})
	return true, err
}

// takeDueDomain returns a domain that is due, and postpones its due time, so that only one of several processes checks
// it. Another process checks it later if this one ends before. It returns nil if no domain is due.
func (s *Service) takeDueDomain(ctx context.Context) (*ent.DomainProof, error) {
	due := func(q *sql.Selector) { q.Where(sql.LTE(q.C(domainproof.FieldDueAt), int64(s.now()))) }
	row, err := s.db().Client().DomainProof.Query().Where(due).
		Order(ent.Asc(domainproof.FieldDueAt, domainproof.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for domains to check: %w", err)
	}
	taken := 0
	err = s.db().Write(ctx, func(ctx context.Context, tx store.Tx) error {
		var err error
		taken, err = tx.Client().DomainProof.Update().Where(domainproof.ID(row.ID), domainproof.DueAt(*row.DueAt)).
			SetDueAt(s.now() + retryAfter).Save(ctx)
		return err
	})
	if err != nil || taken == 0 {
		return nil, wrap("take a domain to check", err)
	}
	return row, nil
}
