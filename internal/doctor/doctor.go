// Package doctor checks the integrity of the database: that the engine finds no damage, and that redundant data is
// consistent. It only reads.
package doctor

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/store"
)

// Rule is the stable name of a condition that must hold.
type Rule string

// The rules.
const (
	// Integrity: the engine's own integrity check finds no damage.
	Integrity Rule = "INTEGRITY"
	// ForeignKeys: every row to which another row refers exists.
	ForeignKeys Rule = "FOREIGN_KEYS"
	// LedgerGranted: granted is the sum of the ledger entries OPEN to ADJUST.
	LedgerGranted Rule = "LEDGER_GRANTED"
	// LedgerUsed: used is the sum of the ledger entries ACTIVATE to RELEASE.
	LedgerUsed Rule = "LEDGER_USED"
	// LedgerExcess: excess is the sum of the excess of all ledger entries.
	LedgerExcess Rule = "LEDGER_EXCESS"
	// Uses: used is the sum of what activations and allocations hold.
	Uses Rule = "USES"
	// UseLedger: what an activation or allocation holds is the sum of its ledger entries.
	UseLedger Rule = "USE_LEDGER"
	// Count: the line is unlimited, or used is at most granted + overdraft + excess.
	Count Rule = "COUNT"
	// Summary: the amounts and days of a line are those that its periods have on the day settled_on.
	Summary Rule = "SUMMARY"
	// Evergreen: the last day to cancel the renewal of a period follows from its cancel days and its end, and the day
	// on which the next one is written is the day after it.
	Evergreen Rule = "EVERGREEN"
	// Closure: the account paths are the closure of the account links.
	Closure Rule = "CLOSURE"
	// Circle: no account is its own ancestor.
	Circle Rule = "CIRCLE"
	// ExternalIDs: the objects to which entity_id and record_id of an external id refer exist.
	ExternalIDs Rule = "EXTERNAL_IDS"
	// Instalments: the instalments of a period are its price together, in its currency.
	Instalments Rule = "INSTALMENTS"
	// Decisions: the column decided of a subject says whether there are decisions about it.
	Decisions Rule = "DECISIONS"
	// Owners: a row has the same account as the row of which it is a part.
	Owners Rule = "OWNERS"
	// MembershipGroups: the roles and services stored as added by groups are those that the user's directory groups
	// grant together.
	MembershipGroups Rule = "MEMBERSHIP_GROUPS"
	// DirectoryMembers: if an active directory record is linked to a user, the user has a membership in the
	// directory's account.
	DirectoryMembers Rule = "DIRECTORY_MEMBERS"
	// MembershipNames: the copy of the user name in a membership is that of its user.
	MembershipNames Rule = "MEMBERSHIP_NAMES"
	// NameKeys: the stored key by which a name of a user, a directory record or a group is compared is that of the
	// name.
	NameKeys Rule = "NAME_KEYS"
	// ActivationKeys: the stored key by which an activation id of a line item is compared is that of the id.
	ActivationKeys Rule = "ACTIVATION_KEYS"
	// SharedActivationIDs: no activation id that a line item has is, in any letter case, that of another one. A breach
	// is only a warning, because each is found by its own spelling.
	SharedActivationIDs Rule = "SHARED_ACTIVATION_IDS"
	// DeviceWords: the stored search words of a device are those of its name, machine, user label and fingerprint, and
	// those of a license server are those of its name, machine and fingerprint.
	DeviceWords Rule = "DEVICE_WORDS"
	// AuditChain: every audit entry is the one that was sealed, and none is missing from the chain of its account.
	AuditChain Rule = "AUDIT_CHAIN"
	// AuditHeads: the chains contain the heads of an earlier list. It is checked only if a list is given.
	AuditHeads Rule = "AUDIT_HEADS"
	// AuditUnsealed: no audit entry is unsealed for long. A breach is only a warning, because sealing continues where
	// it stopped.
	AuditUnsealed Rule = "AUDIT_UNSEALED"
	// UnfinishedImport: no import was begun and not completed. A breach is only a warning, because running the import
	// again completes it.
	UnfinishedImport Rule = "UNFINISHED_IMPORT"
)

// maxExamples is the maximum number of breaches of a rule that a report lists.
const maxExamples = 20

// Breach is one place where a rule does not hold.
type Breach struct {
	// ID identifies the row, by its global id if it has one.
	ID      string `json:"id"`
	Message string `json:"message"`
}

// Finding is the result of checking one rule.
type Finding struct {
	Rule    Rule  `json:"rule"`
	Checked int64 `json:"checked"` // number of rows that were checked
	Broken  int64 `json:"broken"`
	// Warning says that breaches of the rule do not make the database unhealthy.
	Warning bool `json:"warning,omitempty"`
	// Examples lists at most 20 of the breaches.
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

// Healthy reports whether every rule holds, not counting warnings.
func (r *Report) Healthy() bool {
	for i := range r.Findings {
		if r.Findings[i].Broken > 0 && !r.Findings[i].Warning {
			return false
		}
	}
	return true
}

// Broken lists the rules that do not hold, without warnings.
func (r *Report) Broken() []Rule {
	var rules []Rule
	for i := range r.Findings {
		if r.Findings[i].Broken > 0 && !r.Findings[i].Warning {
			rules = append(rules, r.Findings[i].Rule)
		}
	}
	return rules
}

// Check checks the whole database. Concurrent writes are allowed: what is compared is read in one statement, or in one
// snapshot. An error means that the check could not run, not that a rule is broken.
func Check(ctx context.Context, db *store.Store) (Report, error) { return CheckAgainst(ctx, db, nil) }

// CheckAgainst is Check, and also compares the audit chains with the heads of an earlier list; nil means no list.
func CheckAgainst(ctx context.Context, db *store.Store, kept []audit.Head) (Report, error) {
	began := time.Now()
	c := &checker{db: db, reads: db, kept: kept, report: Report{Engine: db.Engine()}}
	for _, check := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"integrity", c.integrity}, {"foreign keys", c.foreignKeys}, {"lines", c.lines}, {"uses", c.useLedger},
		{"instalments", c.instalments}, {"evergreen periods", c.evergreens},
		{"accounts", c.closure}, {"external ids", c.externalIDs}, {"decisions", c.decisions}, {"owners", c.owners},
		{"groups", c.groups}, {"records of directories", c.records}, {"names of memberships", c.membershipNames},
		{"keys of names", c.nameKeys}, {"keys of activation ids", c.activationKeys},
		{"activation ids that are shared", c.sharedIDs},
		{"words of devices", c.deviceWords}, {"audit", c.audit}, {"heads of the audit", c.heads},
		{"batches", c.batches},
	} {
		if err := check.run(ctx); err != nil {
			return c.report, fmt.Errorf("check the %s: %w", check.name, err)
		}
	}
	c.report.Duration = time.Since(began)
	return c.report, nil
}

type checker struct {
	db *store.Store
	// reads is the snapshot of together, or else db.
	reads  scoped
	kept   []audit.Head
	report Report
}

// scoped runs raw queries.
type scoped interface {
	Scoped(ctx context.Context, scope store.Scope, statement string, args ...any) (*sql.Rows, error)
}

// together calls read, whose queries see one state of the database. SQLite cannot reuse its log meanwhile, so a check
// of many rows reads each batch of them by itself.
func (c *checker) together(ctx context.Context, read func() error) error {
	return c.db.ScopedSnapshot(ctx, func(snapshot store.Snapshotted) error {
		c.reads = snapshot
		defer func() { c.reads = c.db }()
		return read()
	})
}

func (c *checker) close(findings ...*Finding) {
	for _, f := range findings {
		c.report.Findings = append(c.report.Findings, *f)
	}
}

// query runs a statement with the scope of everything. The statement must contain a scope marker (see
// store.Store.Scoped).
func (c *checker) query(ctx context.Context, scan func(*sql.Rows) error, statement string, args ...any) error {
	rows, err := c.reads.Scoped(ctx, store.Everything(), statement, args...)
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
