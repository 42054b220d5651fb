package access_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TestNoSecretIsKept searches every column of every table for every secret that was issued.
func TestNoSecretIsKept(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada", withEmail("ada@example.com"))
		w.member(ada, w.harbor, administrator)
		w.register(document)
		once := "once"
		personal, _ := w.key(w.as(ada), access.NewKey{})
		n := access.NewKey{Name: "account", Account: w.harbor, Scopes: []vocabulary.KeyScope{mint}}
		_, account, err := w.CreateKey(w.as(ada),
			change.Request{Action: "createApiKey", Input: n, Key: &once, Reason: "rotation"}, n)
		if err != nil {
			t.Fatal(err)
		}
		site, _ := w.minter(w.harbor)
		minted, err := w.mint(site, access.NewWidgetToken{User: ada})
		if err != nil {
			t.Fatal(err)
		}
		secrets := map[string]string{"session": w.session(ada), "key": personal, "account's key": account,
			"widget token": minted.Token,
			"link":         w.link(vocabulary.LinkPurposeSignIn, ada, "mail 1")}
		tables := 0
		for _, table := range migrate.Tables {
			for row, text := range w.dump(table.Name) {
				if row == 0 {
					tables++
				}
				for name, secret := range secrets {
					if strings.Contains(text, secret) || strings.Contains(text, secret[3:]) {
						t.Errorf("the table %s contains a %s, want text without %v and text without %v", table.Name,
							name, secret, secret[3:])
					}
				}
			}
		}
		if tables < 12 {
			t.Errorf("only %d tables have rows", tables)
		}
	})
}

// dump returns the rows of a table as text.
func (w *world) dump(table string) []string {
	w.t.Helper()
	rows, err := w.db.Scoped(database.Operator(w.t), store.Everything(), "SELECT * FROM "+table+" WHERE /*scope:id*/")
	if err != nil {
		w.t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		w.t.Fatal(err)
	}
	var list []string
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			w.t.Fatal(err)
		}
		for i, v := range values {
			if text, ok := v.([]byte); ok {
				values[i] = string(text)
			}
		}
		list = append(list, fmt.Sprint(values...))
	}
	if err := rows.Err(); err != nil {
		w.t.Fatal(err)
	}
	return list
}
