package directory

import (
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fold"
)

// HasUserName is the condition that a record has a user name, in any form: the record whose key is that of the name,
// and those that older versions let stand beside it.
func HasUserName(name string) predicate.DirectoryRecord {
	key := email.UserNameKey(name)
	from, to := fold.Beside(key)
	return directoryrecord.Or(directoryrecord.UserNameKey(key),
		directoryrecord.And(directoryrecord.UserNameKeyGTE(from), directoryrecord.UserNameKeyLT(to)))
}

// HasGroupName is the condition that a group has a name, in any letter case: the group whose key is that of the name,
// and those that older versions let stand beside it.
func HasGroupName(name string) predicate.DirectoryGroup {
	key := fold.Text(name)
	from, to := fold.Beside(key)
	return directorygroup.Or(directorygroup.NameKey(key),
		directorygroup.And(directorygroup.NameKeyGTE(from), directorygroup.NameKeyLT(to)))
}
