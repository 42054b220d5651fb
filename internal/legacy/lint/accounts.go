package lint

import (
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
)

func accountRules() []rule {
	return []rule{
		{name: legacy.DupAccountName, kind: legacy.Accounts, query: `
			WITH twins AS (SELECT nameKey FROM accounts WHERE valid = 1 AND nameKey <> ''
			GROUP BY nameKey HAVING count(*) > 1),
				listed AS (SELECT a.*, row_number() OVER (PARTITION BY a.nameKey ORDER BY a.rid) place FROM accounts a
					JOIN twins t ON t.nameKey = a.nameKey WHERE a.valid = 1)
			SELECT ` + stage.Where + `, k.accountId,
				(SELECT json_group_array(o.accountId) FROM listed o WHERE o.nameKey = k.nameKey
				AND o.rid <> k.rid), k.name
			FROM listed k WHERE k.place = 1 ORDER BY k.rid`,
			message: formatted("accounts share the name %q; they stay separate", 1),
			remedy:  "merge them if they are one customer"},
		{name: legacy.TwoParents, kind: legacy.Accounts, query: `
			SELECT ` + stage.Where + `, k.accountId, (SELECT json_group_array(a.accountId) FROM r_account_links l
				JOIN r_accounts p ON p.ref = l.parent JOIN accounts a ON a.rid = p.rid
				WHERE l.child = c.child), c.parents
			FROM (SELECT child, count(*) parents FROM r_account_links GROUP BY child HAVING count(*) > 1) c
			JOIN r_accounts r ON r.ref = c.child JOIN accounts k ON k.rid = r.rid ORDER BY k.rid`,
			message: formatted("the account lies below %d accounts", 1)},
	}
}

func userRules() []rule {
	memberOf := `(SELECT json_group_array(m.accountId) FROM r_memberships x JOIN user_accounts m ON m.rid = x.rid
		WHERE x.user = r.ref)`
	return []rule{
		{name: legacy.MultiAccountUser, kind: legacy.Users, query: `
			SELECT ` + stage.Where + `, k.userName, ` + memberOf + `, c.accounts
			FROM (SELECT user, count(*) accounts FROM r_memberships GROUP BY user HAVING count(*) > 1) c
			JOIN r_users r ON r.ref = c.user JOIN users k ON k.rid = r.rid ORDER BY k.rid`,
			message: formatted("the user is a member of %d accounts", 1)},
		{name: legacy.SharedUser, kind: legacy.Users, query: `
			SELECT ` + stage.Where + `, k.userName, ` + memberOf + ` FROM users k JOIN r_users r ON r.rid = k.rid
			WHERE k.valid = 1 AND k.shared = 1 ORDER BY k.rid`,
			message: fixedMessage("the user is shared by several people"),
			remedy:  "give each person a user of their own"},
		{name: legacy.EmailCase, alternative: legacy.DuplicateEmail, kind: legacy.Users, query: `
			WITH twins AS MATERIALIZED (SELECT emailKey, count(DISTINCT emailAddress) = 1 same FROM users
			WHERE valid = 1 AND emailKey IS NOT NULL
					GROUP BY emailKey HAVING count(*) > 1),
				listed AS (SELECT u.*, t.same, row_number() OVER (PARTITION BY u.emailKey ORDER BY u.rid) place
				FROM users u
					JOIN twins t ON t.emailKey = u.emailKey WHERE u.valid = 1)
			SELECT ` + stage.Where + `, k.userName,
				(SELECT json_group_array(o.userName) FROM listed o WHERE o.emailKey = k.emailKey
				AND o.rid <> k.rid), k.emailKey, k.same
			FROM listed k WHERE k.place = 1 ORDER BY k.rid`,
			message: func(row stage.Row) string {
				if row.Bool(firstFact + 1) {
					return "users have the same e-mail address " + row.Text(firstFact)
				}
				return "users have e-mail addresses that are " + row.Text(firstFact) + " but for letter case"
			},
			remedy: "merge the users if they are one person"},
	}
}
