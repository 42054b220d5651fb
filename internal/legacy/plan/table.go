package plan

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/entitlement"
)

// table says how an import uses a table. The columns are ordered: first those that come from the source, whose digest
// detects a change made in Muniment; then those that an update sets too; then those that only an insert sets.
type table struct {
	name    string
	columns []string
	mapped  int // number of leading columns that the digest covers
	updated int // number of leading columns that an update sets
	// rank orders tables so that each comes after those that it refers to.
	rank int
	// owner is the column of a part that holds the id of its aggregate; "" for the aggregate's own row.
	owner string
	// keyed means that the first column is the id. The database numbers the rows of other tables.
	keyed bool
	// derived parts are computed from the row and are not in the source.
	derived bool
	// moment is the index of the column with the time of the last change, or -1. Changes sets its value.
	moment int
	// decision is the index of the column decision, or -1. Such a table has no column of that name: its value is what
	// the source decided, which is a row of decisions.
	decision int
	// counted is the name under which parts are reported; "" if they are not.
	counted string
}

// keyedTable describes a table whose rows have ids. Column names are separated by blanks.
func keyedTable(name, owner, mapped, updated, inserted string) *table {
	m, u := strings.Fields(mapped), strings.Fields(updated)
	columns := slices.Concat(m, u, strings.Fields(inserted))
	return &table{name: name, owner: owner, columns: columns, mapped: len(m), updated: len(m) + len(u), keyed: true,
		decision: slices.Index(columns, "decision"), moment: slices.Index(columns, "updated_at")}
}

// listTable describes a table whose rows are identified by all their values.
func listTable(name, owner, columns string) *table {
	c := strings.Fields(columns)
	return &table{name: name, owner: owner, columns: c, mapped: len(c), updated: len(c), decision: -1, moment: -1}
}

// selected returns the columns as a statement reads them.
func (t *table) selected(p *Planner) string {
	columns := slices.Clone(t.columns)
	if t.decision >= 0 {
		columns[t.decision] = "(SELECT d.kind FROM decisions d WHERE d.subject_id = " + t.name +
			".id AND d.actor = '" + strings.ReplaceAll(p.actor(), "'", "''") + "' AND d.lifted_at IS NULL)"
	}
	return strings.Join(columns, ", ")
}

// inserted returns the columns that an insert sets, and their values: for a subject of decisions whether it has one.
func (t *table) inserted(values []any) ([]string, []any) {
	if t.decision < 0 {
		return t.columns, values
	}
	columns, values := slices.Clone(t.columns), slices.Clone(values)
	columns[t.decision], values[t.decision] = "decided", values[t.decision] != nil
	return columns, values
}

func (t *table) index(column string) int {
	i := slices.Index(t.columns, column)
	if i < 0 {
		panic("plan: table " + t.name + " has no column " + column)
	}
	return i
}

// row is a row of a table; the values are int64, string, bool or nil.
type row struct {
	table  *table
	values []any
	// decisions are all decisions about a stored period, and those about one to be stored that differ from what its
	// column decision says: that one decision holds on every day.
	decisions entitlement.Decisions
}

// whenWritten is a placeholder for the time at which a row is written.
var whenWritten any

func (t *table) row(values ...any) row {
	if len(values) != len(t.columns) {
		panic(fmt.Sprintf("plan: %d values for %d columns of %s", len(values), len(t.columns), t.name))
	}
	return row{table: t, values: values}
}

func (r *row) id() int64 {
	id, _ := r.values[0].(int64)
	return id
}

// plain converts a value of a row or of a driver to a form in which values can be compared.
func plain(v any) any {
	switch v := v.(type) {
	case bool:
		if v {
			return int64(1)
		}
		return int64(0)
	case int32:
		return int64(v)
	case int16:
		return int64(v)
	case int:
		return int64(v)
	case []byte:
		return string(v)
	}
	return v
}

func same(a, b any) bool { return plain(a) == plain(b) }

func (r *row) append(buf []byte) []byte {
	buf = append(buf, r.table.name...)
	for _, v := range r.values[:r.table.mapped] {
		switch v := plain(v).(type) {
		case nil:
			buf = append(buf, 0)
		case int64:
			buf = binary.BigEndian.AppendUint64(append(buf, 1), uint64(v))
		case string:
			buf = binary.BigEndian.AppendUint64(append(buf, 2), uint64(len(v)))
			buf = append(buf, v...)
		default:
			panic(fmt.Sprintf("plan: a value of type %T", v))
		}
	}
	return buf
}

// digestOf returns the digest of the columns of an aggregate that come from the source, regardless of the order of its
// parts.
func digestOf(main row, parts []row) int64 {
	buf := main.append(make([]byte, 0, 512))
	var more []string
	for i := range parts {
		if !parts[i].table.derived {
			more = append(more, string(parts[i].append(nil)))
		}
	}
	slices.Sort(more)
	for _, m := range more {
		buf = binary.BigEndian.AppendUint64(buf, uint64(len(m)))
		buf = append(buf, m...)
	}
	sum := sha256.Sum256(buf)
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// The tables of an import.
type tables struct {
	account, accountLink, accountPath, user, membership, word        *table
	productLine, model, modelVersion, product, suiteMember, part     *table
	entitlement, line, period, allocation, activation, ledger, steps *table
	coverage, coverageItem, server, device, meter, usage             *table
	decision, external, home, level                                  *table
}

func newTables() *tables {
	t := &tables{
		account: keyedTable("accounts", "",
			"id name name_key kind description street city state postal_code country region visible",
			"updated_at", "created_at"),
		accountLink: listTable("account_links", "child_id", "parent_id child_id"),
		accountPath: listTable("account_paths", "descendant_id", "ancestor_id descendant_id depth"),
		user: keyedTable("users", "",
			"id user_name email email_key first_name last_name display_name phone locale time_zone active shared",
			"user_name_key last_sign_in_at updated_at", "created_at"),
		word: listTable("search_words", "entity_id", "entity_type word entity_id account_id"),
		membership: keyedTable("memberships", "",
			"id account_id user_id roles service_access product_line_id include_sub_accounts ends_on",
			"user_name updated_at", "created_at"),
		productLine: keyedTable("product_lines", "", "id name description", "", "created_at"),
		model:       keyedTable("license_models", "", "id name technology activation_model metered", "", ""),
		modelVersion: keyedTable("license_model_versions", "license_model_id",
			"id license_model_id number valid_from lease_seconds grace_days overdraft_allowed rehost_limit "+
				"offline_allowed offline_days", "", ""),
		product: keyedTable("products", "",
			"id product_line_id license_model_id name version description kind state available_from available_until",
			"", "created_at"),
		suiteMember: listTable("suite_members", "suite_id", "suite_id product_id quantity"),
		part:        keyedTable("part_numbers", "", "id code description product_id license_model_id unit_id", "", ""),
		entitlement: keyedTable("entitlements", "",
			"id account_id channel_partner_id number description order_reference ship_to_email visible decision",
			"updated_at", "created_at"),
		line: keyedTable("line_items", "",
			"id account_id entitlement_id product_id product_line_id unit_id activation_id visible used",
			"unlimited granted overdraft excess settled_on starts_on ends_on in_force_until next_starts_on updated_at",
			"created_at activation_key"),
		period: keyedTable("periods", "line_item_id",
			"id account_id line_item_id renews_id term start_rule term_length term_unit starts_on ends_on "+
				"perpetual unlimited quantity overdraft decision part_number_id license_model_version_id order_id "+
				"order_line price_minor currency time_zone_note source_note source_line source_entitlement",
			"updated_at", "created_at ranked_at"),
		allocation: keyedTable("allocations", "line_item_id",
			"id account_id license_server_id line_item_id period_id quantity requested ends_on",
			"updated_at", "created_at"),
		activation: keyedTable("activations", "line_item_id",
			"id account_id line_item_id period_id device_id quantity overdraft starts_on ends_on activated_at "+
				"returned_on label channel",
			"updated_at", "created_at"),
		ledger: listTable("ledger_entries", "line_item_id",
			"account_id line_item_id kind amount excess effective_on recorded_at actor cause subject_id"),
		steps: listTable("lineage_steps", "line_item_id",
			"account_id line_item_id period_id counterpart_id counterpart_label direction reason happened_on quantity"),
		coverage: keyedTable("coverages", "",
			"id account_id entitlement_id product_id product_line_id part_number_id level_id activation_id kind "+
				"starts_on ends_on perpetual visible decision order_id order_line",
			"updated_at", "created_at"),
		coverageItem: keyedTable("coverage_items", "coverage_id",
			"id account_id coverage_id line_item_id quantity level_id price_minor currency", "", ""),
		server: keyedTable("license_servers", "",
			"id account_id fingerprint fingerprint_kind name deployment status machine",
			"last_seen_at words updated_at", "created_at"),
		device: keyedTable("devices", "",
			"id account_id fingerprint fingerprint_kind name kind status license_server_id machine user_label",
			"last_seen_at words updated_at", "created_at"),
		meter: keyedTable("meters", "", "id product_line_id unit_id code name reset_interval", "", ""),
		usage: keyedTable("usage_records", "",
			"id account_id meter_id starts_on ends_on opening granted used_numerator excess_numerator denominator",
			"", "recorded_at"),
		decision: listTable("decisions", "subject_id",
			"account_id subject_id kind starts_on ends_on planned_ends_on reason actor recorded_at"),
		external: listTable("external_ids", "",
			"system_id kind value value_key entity_id account_id record_id source_digest applied_digest"),
		home:  listTable("homes", "account_id", "account_id product_line_id system_id since"),
		level: keyedTable("coverage_levels", "", "id code name rank", "", ""),
	}
	for rank, in := range []*table{t.level, t.productLine, t.model, t.modelVersion, t.product, t.suiteMember, t.part,
		t.user, t.account,
		t.accountLink, t.accountPath, t.membership, t.entitlement, t.server, t.device, t.line, t.period, t.allocation,
		t.activation,
		t.ledger, t.steps, t.coverage, t.coverageItem, t.meter, t.usage, t.decision, t.home, t.external, t.word} {
		in.rank = rank
	}
	t.word.derived = true
	t.accountPath.derived = true
	t.period.counted, t.allocation.counted, t.activation.counted = "periods", "allocations", "activations"
	t.coverageItem.counted, t.accountLink.counted, t.suiteMember.counted = "coverageItems", "accountLinks",
		"suiteMembers"
	return t
}
