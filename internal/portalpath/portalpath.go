// Package portalpath has the paths of the portal and of the operator console to which the server, its other
// pages and its mails lead.
package portalpath

import "github.com/muniment/muniment/internal/gid"

// Root is the path of the portal: its first page, with the pages of all accounts below.
const Root = "/accounts"

// Console is the path of the operator console, which the page of the portal shows to the producer's people.
const Console = "/console"

// Account returns the path of the first page of an account.
func Account(account gid.ID) string { return Root + "/" + account.String() }

// People returns the path of the people of an account.
func People(account gid.ID) string { return Account(account) + "/people" }
