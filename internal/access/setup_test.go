package access_test

import (
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Setup tells what an empty server has been given so far: no people, operators who may sign in, accounts.
func TestSetup(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		w := emptyWorld(t, db)
		oneProcess := db.Engine() == store.SQLite
		check := func(when string, want access.Setup) {
			t.Helper()
			// The page of signing in asks, so nobody is signed in.
			if got, err := w.Setup(t.Context()); err != nil || got != want {
				t.Errorf("%s: %+v %v, want %+v", when, got, err, want)
			}
		}
		check("nothing", access.Setup{OneProcess: oneProcess})
		w.user("somebody")
		w.user("agent", of(vocabulary.ProducerRoleSupportAgent))
		w.user("left", of(vocabulary.ProducerRoleOperator), inactive)
		check("nobody who may operate", access.Setup{OneProcess: oneProcess})
		w.user("operator", of(vocabulary.ProducerRoleOperator))
		check("an operator", access.Setup{Operators: true, OneProcess: oneProcess})
		w.account("Harbor")
		check("an account", access.Setup{Accounts: true, Operators: true})
	})
}
