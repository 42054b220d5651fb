package benchmark

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// joinedLists are lists whose rows are joined with rows of other tables within the scope.
var joinedLists = []planned{
	{query: `account(id: $account) { memberships { totalCount nodes { account { name } user { userName } productLine { name } grantedBy { name user { userName } } } }
		lineItems { totalCount nodes { account { name } entitlement { number channelPartner { name } } product { name } unit { code }
			periods { nodes { lineItem { activationId } partNumber { code } } } coverageItems { nodes { coverage { account { name } } } } lineage { direction } } } }`},
	{query: `account(id: $account) { coverages { nodes { account { name } entitlement { number } productLine { name } level { code }
		items { nodes { lineItem { activationId entitlement { number } } } } } } }`},
	{query: `account(id: $account) { activations { nodes { account { name } device { name licenseServer { name } } lineItem { entitlement { number } } } }
		usageRecords { nodes { account { name } meter { code } } } licenseServers { nodes { allocations { nodes { lineItem { activationId } } } } } }`},
	{query: `account(id: $account) { auditEntries { totalCount nodes { account { name } actor { name user { id userName } } onBehalfOf { id name } } }
		invitations { nodes { id } } accessRequests { nodes { id } } domains { domain } joiningDomains { domain } directoryRecords { nodes { id } }
		directoryGroups { id } apiKeys { id user { id } } }`},
	{query: `entitlements { totalCount nodes { account { name parents { name } children { totalCount nodes { name } } } channelPartner { name } } }`},
	{query: `lineItems { totalCount nodes { account { name } entitlement { number channelPartner { name } } product { name } } }`},
	{query: `auditEntries { totalCount nodes { account { name } actor { name user { id } } } }`},
	{query: `node(id: $lineItem) { id ... on LineItem { entitlement { number account { name } } } }`},
}

// TestPlansOfCustomers checks the query plans for customers: no statement may scan a whole table that customers own.
// On SQLite it may also not read the rows of all customers that have a product line, a product or a day in common, not
// even in a database that was never analyzed. PostgreSQL always has statistics for this.
func TestPlansOfCustomers(t *testing.T) {
	each(t, entitlements(t), func(t *testing.T, s *server) {
		customers := s.customers(t)
		s.grow(t)
		t.Run("analyzed", func(t *testing.T) { s.plansOfCustomers(t, customers) })
		if s.Store.Engine() == store.SQLite {
			s.forgetStatistics(t)
			t.Run("never analyzed", func(t *testing.T) { s.plansOfCustomers(t, customers) })
		}
	})
}

// customer is a viewer with the variables for their queries.
type customer struct {
	name      string
	viewer    *viewer.Viewer
	variables map[string]any
}

func (s *server) plansOfCustomers(t *testing.T, customers []customer) {
	questions, empty := append(allowed(), joinedLists...), s.empty(t)
	for _, c := range customers {
		t.Run(c.name, func(t *testing.T) {
			known, ran := map[string]bool{}, 0
			for _, p := range questions {
				query := strings.ReplaceAll(p.query, "{ nodes {", "{ totalCount nodes {")
				document, used := operationOf(query, c.variables)
				answer := s.As(c.viewer).Ask(t, document, used)
				for _, e := range answer.Errors {
					if !slices.Contains([]string{"NOT_FOUND", "BAD_CURSOR", "FORBIDDEN"}, e.Extensions.Code) {
						t.Fatalf("%s: %+v", document, e)
					}
				}
				for _, statement := range answer.Statements {
					if ran++; known[statement] {
						continue
					}
					known[statement] = true
					plan := s.explain(t, statement, "SET LOCAL enable_seqscan = off")
					if bad := across(s.Store.Engine(), plan, statement, empty); len(bad) > 0 {
						t.Errorf("%s\n%s\n%s\n-> %s", query, statement, strings.Join(plan, "\n"),
							strings.Join(bad, "; "))
					}
				}
			}
			if ran < len(questions) {
				t.Errorf("%d questions ran only %d statements", len(questions), ran)
			}
		})
	}
}

// customers returns an administrator of one account, one of a parent with sub-accounts, and two viewers who may see
// the rights of only one product line, in some or all of their accounts.
func (s *server) customers(t *testing.T) []customer {
	t.Helper()
	one := s.sample.Accounts[0]
	parent, family := s.family(t)
	some := s.variablesOf(t, one)
	line, err := gid.Parse(some["line"].(string))
	if err != nil {
		t.Fatal(err)
	}
	limited := func(accounts ...gid.ID) viewer.Grant {
		g := administrator(accounts...)
		g.ProductLine = line
		return g
	}
	ofFamily := s.variablesOf(t, family...)
	ofFamily["account"] = parent.String()
	return []customer{
		{"of one account", person(administrator(one)), some},
		{"of a parent", person(administrator(family...)), ofFamily},
		{"of one account and of a product line elsewhere", person(administrator(one), limited(family...)), some},
		{"of a product line", person(limited(append([]gid.ID{one}, family...)...)), some},
	}
}

func administrator(accounts ...gid.ID) viewer.Grant {
	return viewer.Grant{Membership: gid.New(gid.Membership, 1), Account: accounts[0], Accounts: accounts,
		Below: len(accounts) > 1,
		Roles: vocabulary.EveryRole, Services: vocabulary.EveryService}
}

func person(grants ...viewer.Grant) *viewer.Viewer {
	return (&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, User: gid.New(gid.User, 1), Name: "somebody",
		Scopes: vocabulary.EveryKeyScope, Grants: grants}).Settle()
}

// family returns an account that has sub-accounts, and the accounts below it.
func (s *server) family(t *testing.T) (parent gid.ID, family []gid.ID) {
	t.Helper()
	ctx := database.Operator(t)
	err := every(ctx, s.Store, `SELECT ancestor_id, '' FROM account_paths WHERE /*scope:ancestor_id*/
		GROUP BY ancestor_id
		ORDER BY count(*) DESC, ancestor_id LIMIT 1`, func(id int64, _ string) { parent = gid.ID(id) })
	if err == nil {
		err = every(ctx, s.Store, fmt.Sprintf(`SELECT descendant_id, '' FROM account_paths WHERE /*scope:ancestor_id*/
			AND ancestor_id = %d
			ORDER BY depth, descendant_id
			LIMIT 50`, parent), func(id int64, _ string) { family = append(family, gid.ID(id)) })
	}
	if err != nil || len(family) < 3 {
		t.Fatalf("a parent with sub-accounts: %v %v, want 3 or more", family, err)
	}
	return parent, family
}

// variablesOf returns values of existing rows of accounts for the variables of the documents.
func (s *server) variablesOf(t *testing.T, accounts ...gid.ID) map[string]any {
	t.Helper()
	variables := s.planVariables(t)
	variables["account"] = accounts[0].String()
	list := make([]string, len(accounts))
	for i, a := range accounts {
		list[i] = fmt.Sprint(int64(a))
	}
	where := " WHERE /*scope:account_id*/ AND account_id IN (" + strings.Join(list, ", ") + ") LIMIT 1"
	for name, statement := range map[string]string{
		"line":     "SELECT product_line_id, '' FROM line_items",
		"product":  "SELECT product_id, '' FROM line_items",
		"unit":     "SELECT unit_id, '' FROM line_items",
		"lineItem": "SELECT line_item_id, '' FROM activations",
		"device":   "SELECT device_id, '' FROM activations",
	} {
		found := false
		err := every(database.Operator(t), s.Store, statement+where, func(id int64, _ string) {
			variables[name], found = gid.ID(id).String(), true
		})
		if err != nil || !found {
			t.Fatalf("nothing to ask for as $%s: %v", name, err)
		}
	}
	return variables
}

// empty returns the tables without rows, on PostgreSQL.
func (s *server) empty(t *testing.T) (tables []string) {
	t.Helper()
	if s.Store.Engine() == store.SQLite {
		return nil
	}
	rows, err := s.Store.Catalog(database.Operator(t),
		"SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples <= 0")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, name)
	}
	return tables
}

// growthFactor is the factor by which grow multiplies the number of customers in the statistics.
const growthFactor = 100

// grow makes the planner's statistics show many more customers, because for a table with few rows a full scan is the
// right plan.
func (s *server) grow(t *testing.T) {
	t.Helper()
	shared := "'" + strings.Join(common, "', '") + "'"
	err := s.Store.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		if s.Store.Engine() == store.Postgres {
			_, err := tx.Exec(ctx, fmt.Sprintf(`WITH g AS (UPDATE pg_class SET reltuples = reltuples * %[1]d
				WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace AND reltuples > 0)
				UPDATE pg_statistic SET stadistinct = stadistinct * %[1]d FROM pg_attribute a
				WHERE a.attrelid = starelid AND a.attnum = staattnum
				AND stadistinct > 0 AND a.attname NOT IN (%[2]s)`, growthFactor, shared))
			return err
		}
		for _, command := range []string{
			// In stat, the first number is the number of rows of the index, the second the average number of rows with
			// the same first column.
			fmt.Sprintf(`UPDATE sqlite_stat1 SET stat = CASE
				WHEN idx IS NULL OR instr(stat, ' ') = 0 THEN CAST(stat AS INTEGER) * %[1]d
				WHEN (SELECT name FROM pragma_index_info(idx) WHERE seqno = 0) IN (%[2]s) THEN
					(CAST(stat AS INTEGER) * %[1]d) || ' ' || (CAST(substr(stat, instr(stat, ' ')) AS INTEGER) * %[1]d)
				ELSE (CAST(stat AS INTEGER) * %[1]d) || substr(stat, instr(stat, ' ')) END`, growthFactor, shared),
			"ANALYZE sqlite_schema",
		} {
			if _, err := tx.Exec(ctx, command); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// forgetStatistics deletes the statistics of SQLite, as before its first ANALYZE.
func (s *server) forgetStatistics(t *testing.T) {
	t.Helper()
	err := s.Store.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		for _, command := range []string{"DELETE FROM sqlite_stat1", "ANALYZE sqlite_schema"} {
			if _, err := tx.Exec(ctx, command); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var (
	sqliteRead   = regexp.MustCompile(`^(SCAN|SEARCH) (\w+)(?: .*\((.*)\))?`)
	postgresRead = regexp.MustCompile(`Index(?: Only)? Scan(?: Backward)? using (\w+) on (\w+)`)
	sourced      = regexp.MustCompile("(?:FROM|JOIN|,) [`\"]?(\\w+)[`\"]?(?: AS)? [`\"]?(\\w+)")
	// nothing matches a condition that is always false, for which SQLite reads no row.
	nothing    = regexp.MustCompile(`WHERE \(+FALSE\)`)
	identifier = regexp.MustCompile(`[a-z_]+`)
)

// common lists columns whose values are shared by rows of many customers. An index on these columns alone finds rows
// of all of them.
var common = []string{"product_line_id", "product_id", "unit_id", "meter_id", "level_id", "part_number_id",
	"system_id", "ends_on",
	"starts_on", "created_at", "activated_at", "in_force_until", "next_starts_on", "number", "activation_id", "kind",
	"name", "name_key",
	"adopted", "direction", "reason", "entity_type", "producer_role", "channel_partner_id", "action"}

// across returns the steps of a plan that read rows of customers' tables that the viewer may not see. empty lists the
// tables without rows, for which PostgreSQL has no statistics.
func across(engine store.Engine, plan []string, statement string, empty []string) (bad []string) {
	if engine == store.SQLite {
		return acrossSQLite(plan, statement)
	}
	for i, line := range plan {
		if m := postgresScan.FindStringSubmatch(line); m != nil && !slices.Contains(small, m[1]) {
			bad = append(bad, "scans "+m[1])
		}
		m := postgresRead.FindStringSubmatch(line)
		if m == nil || slices.Contains(small, m[2]) || slices.Contains(empty, m[2]) {
			continue
		}
		if i+1 == len(plan) || !strings.Contains(plan[i+1], "Index Cond: ") {
			bad = append(bad, "scans "+m[2]+" by "+m[1])
		}
	}
	return bad
}

func acrossSQLite(plan []string, statement string) (bad []string) {
	tables := map[string][]string{}
	for _, m := range sourced.FindAllStringSubmatch(statement, -1) {
		tables[m[2]] = append(tables[m[2]], m[1])
	}
	for _, line := range plan {
		m := sqliteRead.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if m[2] == "CONSTANT" || nothing.MatchString(statement) {
			continue
		}
		names := append([]string{m[2]}, tables[m[2]]...)
		if slices.ContainsFunc(names, func(name string) bool { return slices.Contains(small, name) }) {
			continue
		}
		if m[1] == "SCAN" || !selects(m[3]) {
			bad = append(bad, line)
		}
	}
	return bad
}

// selects tells whether the condition of an index contains a selective column: one not in common, or a whole activation
// id, of which only the beginning is shared by many.
func selects(condition string) bool {
	if strings.Contains(condition, "activation_id=?") {
		return true
	}
	for _, name := range identifier.FindAllString(condition, -1) {
		if (name == "id" || name == "rowid" || strings.HasSuffix(name, "_id") || strings.HasSuffix(name, "_key") ||
			name == "user_name" || name == "value" || name == "word" || name == "fingerprint" || name == "domain") &&
			!slices.Contains(common, name) {
			return true
		}
	}
	return false
}

// TestPlansAcrossCustomersAreFound makes sure that TestPlansOfCustomers can fail.
func TestPlansAcrossCustomersAreFound(t *testing.T) {
	each(t, smallSize, func(t *testing.T, s *server) {
		s.grow(t)
		for _, statement := range []string{
			"SELECT COUNT(*) FROM periods AS t WHERE t.source_note = 'x'",
			"SELECT t.id FROM line_items AS t ORDER BY t.created_at, t.id LIMIT 21",
			"SELECT t.id FROM users AS t WHERE EXISTS (SELECT 1 FROM memberships p WHERE p.user_id = t.id) OR t.id " +
				"= 5 ORDER BY t.user_name LIMIT 5",
		} {
			plan := s.explain(t, statement, "SET LOCAL enable_seqscan = off")
			if bad := across(s.Store.Engine(), plan, statement, s.empty(t)); len(bad) == 0 {
				t.Errorf("%s: nothing is found in\n%s", statement, strings.Join(plan, "\n"))
			}
		}
		if s.Store.Engine() != store.SQLite {
			return
		}
		s.forgetStatistics(t)
		for _, statement := range []string{
			"SELECT t.id FROM line_items AS t WHERE t.product_line_id = 5 AND t.ends_on > 3",
			"SELECT t.id FROM line_items AS t WHERE t.account_id IN (SELECT value FROM json_each('[1,2]')) AND " +
				"t.product_id = 7",
		} {
			if plan := s.explain(t, statement); len(across(store.SQLite, plan, statement, nil)) == 0 {
				t.Errorf("%s: nothing is found in\n%s", statement, strings.Join(plan, "\n"))
			}
		}
	})
}
