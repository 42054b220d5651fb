package store_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// Open requests of an older program become outside requests unless the user is a member of the account, or of one above
// it that includes it. Account 2 is below account 1.
func TestRequestsOfStrangersBecomeOutsideOnes(t *testing.T) {
	test := func(t *testing.T, config store.Config) {
		ctx := database.Operator(t)
		s := openEmpty(t, config)
		upToStep(t, s, "names_of_directory_groups")
		statements := []string{"INSERT INTO account_paths (depth, ancestor_id, descendant_id) VALUES (0, 1, 1), " +
			"(0, 2, 2), (1, 1, 2)"}
		for id := 1; id <= 2; id++ {
			statements = append(statements, fmt.Sprintf("INSERT INTO accounts (id, name, name_key, kind, "+
				"visible, created_at, updated_at) VALUES (%d, 'a', 'a', 'CUSTOMER', TRUE, 1, 1)", id))
		}
		for id := 1; id <= 4; id++ {
			statements = append(statements, fmt.Sprintf("INSERT INTO users (id, user_name, active, shared, "+
				"created_at, updated_at) VALUES (%d, 'user %d', TRUE, FALSE, 1, 1)", id, id))
		}
		for user, is := range map[int]string{1: "2, 1, 1, FALSE", 2: "1, 1, 1, TRUE", 3: "1, 1, 1, FALSE"} {
			statements = append(statements, fmt.Sprintf("INSERT INTO memberships (id, user_id, account_id, roles, "+
				"service_access, include_sub_accounts, created_at) VALUES (%d, %d, %s, 1)", user, user, is))
		}
		for user := 1; user <= 4; user++ {
			for n, decided := range []string{"NULL", "1"} {
				statements = append(statements, fmt.Sprintf("INSERT INTO access_requests (id, account_id, "+
					"user_id, roles, service_access, created_at, decided_at, granted) "+
					"VALUES (%d, 2, %d, 1, 1, 1, %s, FALSE)", 10*n+user, user, decided))
			}
		}
		execute(t, s, append(statements[1:], statements[0])...)
		if _, err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		outside := s.Client().AccessRequest.Query().Where(accessrequest.Outside(true)).IDsX(ctx)
		if d := cmp.Diff([]gid.ID{3, 4}, outside); d != "" {
			t.Errorf("outside requests (-want +got):\n%s", d)
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}) })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: database.EmptyPostgres(t)}) })
}
