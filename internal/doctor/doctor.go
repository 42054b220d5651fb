// Package doctor proves that the database is whole: that the engine finds no damage, and that what is kept twice says
// the same in both places. It reads only.
package doctor

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/store"
)

// Rule is the stable name of something that must hold.
type Rule string

// The rules.
const (
	// Integrity: the engine finds its own structures whole.
	Integrity Rule = "INTEGRITY"
	// ForeignKeys: every row that is referred to is there.
	ForeignKeys Rule = "FOREIGN_KEYS"
	// LedgerGranted: granted is the sum of the ledger entries OPEN to ADJUST.
	LedgerGranted Rule = "LEDGER_GRANTED"
	// LedgerUsed: used is the sum of the ledger entries ACTIVATE to RELEASE.
	LedgerUsed Rule = "LEDGER_USED"
	// LedgerExcess: excess is the sum of the excess of all ledger entries.
	LedgerExcess Rule = "LEDGER_EXCESS"
	// Uses: used is what activations and allocations hold together.
	Uses Rule = "USES"
	// UseLedger: what an activation or allocation holds is the sum of its ledger entries.
	UseLedger Rule = "USE_LEDGER"
	// Count: unlimited, or used is at most granted, overdraft and excess together.
	Count Rule = "COUNT"
	// Summary: the amounts and days of a line are what its periods say for the day on which it was settled.
	Summary Rule = "SUMMARY"
	// Closure: the account paths are those that the account links make.
	Closure Rule = "CLOSURE"
	// Circle: no account is below itself.
	Circle Rule = "CIRCLE"
	// ExternalIDs: the entity and the record of an external id exist.
	ExternalIDs Rule = "EXTERNAL_IDS"
	// Decisions: the decision in effect is the one recorded last that was not lifted.
	Decisions Rule = "DECISIONS"
	// Owners: a row belongs to the account of the row that it is part of.
	Owners Rule = "OWNERS"
	// MembershipGroups: what groups add to a membership is what its groups of the directory grant together.
	MembershipGroups Rule = "MEMBERSHIP_GROUPS"
	// DirectoryMembers: the user to whom an active record of a directory is linked has a membership in its account.
	DirectoryMembers Rule = "DIRECTORY_MEMBERS"
	// MembershipNames: the user name that a membership keeps is that of its user.
	MembershipNames Rule = "MEMBERSHIP_NAMES"
	// DeviceWords: the words by which a device is found are those of what it is called.
	DeviceWords Rule = "DEVICE_WORDS"
	// AuditChain: every audit entry is the one that was sealed, and none is missing from the chain of its account.
	AuditChain Rule = "AUDIT_CHAIN"
	// AuditHeads: the chains hold the heads that were kept; it is only checked against a list of them.
	AuditHeads Rule = "AUDIT_HEADS"
	// AuditUnsealed: no audit entry waits for its seal for long. It only warns: sealing goes on where it stopped.
	AuditUnsealed Rule = "AUDIT_UNSEALED"
	// UnfinishedImport: an import was begun and not ended. It only warns: running it again ends it.
	UnfinishedImport Rule = "UNFINISHED_IMPORT"
)

// maxExamples is how many breaches of a rule are named.
const maxExamples = 20

// Breach is one place where a rule does not hold.
type Breach struct {
	// ID names the row, as a global id where it has one.
	ID      string `json:"id"`
	Message string `json:"message"`
}

// Finding is a rule and where it does not hold.
type Finding struct {
	Rule    Rule  `json:"rule"`
	Checked int64 `json:"checked"` // rows that were looked at
	Broken  int64 `json:"broken"`
	// Warning findings do not make the database unhealthy.
	Warning bool `json:"warning,omitempty"`
	// Examples are at most twenty of the breaches.
	Examples []Breach `json:"examples,omitempty"`
}

func (f *Finding) add(id, format string, args ...any) {
	f.Broken++
	if len(f.Examples) < maxExamples {
		f.Examples = append(f.Examples, Breach{id, fmt.Sprintf(format, args...)})
	}
}

// Report is the outcome of a check: one finding for each rule.
type Report struct {
	Engine   store.Engine  `json:"engine"`
	Findings []Finding     `json:"findings"`
	Duration time.Duration `json:"durationNanoseconds"`
}

// Healthy tells whether every rule holds, warnings aside.
func (r *Report) Healthy() bool {
	for i := range r.Findings {
		if r.Findings[i].Broken > 0 && !r.Findings[i].Warning {
			return false
		}
	}
	return true
}

// Broken lists the rules that do not hold, warnings aside.
func (r *Report) Broken() []Rule {
	var rules []Rule
	for i := range r.Findings {
		if r.Findings[i].Broken > 0 && !r.Findings[i].Warning {
			rules = append(rules, r.Findings[i].Rule)
		}
	}
	return rules
}

// Check looks at the whole database while others may write: each rule is checked in one statement, or in small ones that
// each see one moment. An error means that it could not look, not that something is broken.
func Check(ctx context.Context, db *store.Store) (Report, error) { return CheckAgainst(ctx, db, nil) }

// CheckAgainst is Check, and compares the audit with heads of its chains that were kept; nil are none.
func CheckAgainst(ctx context.Context, db *store.Store, kept []audit.Head) (Report, error) {
	began := time.Now()
	c := &checker{db: db, kept: kept, report: Report{Engine: db.Engine()}}
	for _, check := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"integrity", c.integrity}, {"foreign keys", c.foreignKeys}, {"lines", c.lines}, {"uses", c.useLedger},
		{"accounts", c.closure}, {"external ids", c.externalIDs}, {"decisions", c.decisions}, {"owners", c.owners},
		{"groups", c.groups}, {"records of directories", c.records}, {"names of memberships", c.membershipNames}, {"words of devices", c.deviceWords}, {"audit", c.audit}, {"heads of the audit", c.heads}, {"batches", c.batches},
	} {
		if err := check.run(ctx); err != nil {
			return c.report, fmt.Errorf("check the %s: %w", check.name, err)
		}
	}
	c.report.Duration = time.Since(began)
	return c.report, nil
}

type checker struct {
	db     *store.Store
	kept   []audit.Head
	report Report
}

func (c *checker) close(findings ...*Finding) {
	for _, f := range findings {
		c.report.Findings = append(c.report.Findings, *f)
	}
}

// query reads as the operator; the statement holds the marker of the scope where a condition may stand.
func (c *checker) query(ctx context.Context, scan func(*sql.Rows) error, statement string, args ...any) error {
	rows, err := c.db.Scoped(ctx, store.Everything(), statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return store.Translate(err)
		}
	}
	return store.Translate(rows.Err())
}
