package loadset

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// userWriter writes users and memberships.
type userWriter struct {
	*filler
	users, words, memberships *tableBuffer
}

func newUserWriter(f *filler, b *tableBuffers) *userWriter {
	return &userWriter{
		filler: f,
		users: b.table("users",
			"id user_name user_name_key email email_key first_name last_name display_name phone locale time_zone "+
				"active shared "+
				"last_sign_in_at created_at updated_at"),
		words: b.table("search_words", "entity_type word entity_id account_id"),
		memberships: b.table("memberships",
			"id account_id user_id roles service_access product_line_id include_sub_accounts ends_on user_name "+
				"created_at updated_at"),
	}
}

// roleSets are the roles of ten users of an account, as bits of vocabulary.RoleSet.
var roleSets = [10]vocabulary.RoleSet{1, 2, 2, 4, 8, 8, 10, 16, 16, 16}

// everyService opens every service.
const everyService = 7

// user writes the u-th user, who is a member of one account, or of two.
func (w *userWriter) user(u int) {
	r := w.keys.random(ofUsers, u)
	id := w.keys.user(u)
	first, last := name(r, 2), name(r, 3)
	userName := strings.ToLower(first+"."+last) + strconv.Itoa(u)
	email := userName + "@example.test"
	made := instant(w.shape.Today-1-age/2, r.IntN(86400))
	var seen any
	if r.IntN(4) > 0 {
		seen = int64(instant(w.shape.Today-1, -r.IntN(300*86400)))
	}
	w.users.add(int64(id), userName, userName, email, email, first, last, first+" "+last, "", "en_US", "UTC",
		r.IntN(20) > 0,
		r.IntN(50) == 0,
		seen, int64(made), int64(made))
	for _, word := range search.OfUser(first, last, first+" "+last, userName, email) {
		w.words.add(int64(gid.User), word, int64(id), nil)
	}
	home := w.shape.accountOf(u)
	w.join(u, id, userName, home)
	if u%family == 0 {
		if other := (home + 1 + r.IntN(w.shape.Accounts-1)) % w.shape.Accounts; other != home {
			w.join(u, id, userName, other)
		}
	}
}

func (w *userWriter) join(u int, user gid.ID, userName string, i int) {
	account := w.accounts[i]
	made := instant(w.shape.Today-1-age/2, u%86400)
	var ends any
	if u%37 == 0 {
		ends = int64(w.shape.Today) + int64(u%730) - 365
	}
	id := gid.Derive(gid.Membership, account.Locality(), w.keys.system, fmt.Sprintf("membership %d %d", u, i), 0)
	w.memberships.add(int64(id), int64(account), int64(user), int64(roleSets[u%len(roleSets)]), int64(everyService),
		nil, u%5 == 0,
		ends, userName, int64(made), int64(made))
}
