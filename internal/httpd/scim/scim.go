//go:build shelved

// Package scim lets a customer's directory keep the members of the customer's account, by SCIM 2.0 (RFC 7643 and 7644).
// See README.md.
package scim

import (
	"context"
	"log/slog"
	"net/http"
	"strings"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Path is where the handler is to be mounted. It may be stripped from the paths that the handler gets, or not.
const Path = "/scim/v2"

// Ender ends at once what a user has open. Its methods are called in the transaction of a change, with a context that
// sees everything.
type Ender interface {
	// EndOf ends the sessions of a user.
	EndOf(ctx context.Context, tx store.Tx, user gid.ID) error
	// EndKeysOf revokes the keys of a user. It returns how many there were.
	EndKeysOf(ctx context.Context, tx store.Tx, user gid.ID, now clock.Instant) (int, error)
}

// Grouper keeps the rules of members. Its methods are called in the transaction of a change, with a context that sees
// everything.
type Grouper interface {
	// Regroup works out anew what the groups of the directory add to memberships.
	Regroup(ctx context.Context, tx store.Tx, memberships []gid.ID) error
	// GuardLastAdministrator refuses with a fault where an account has nobody left who administers it.
	GuardLastAdministrator(ctx context.Context, tx store.Tx, account gid.ID) error
}

// Options says what a handler works with. All but Log are required.
type Options struct {
	// Changes carries every change out, and has the database for reading.
	Changes *change.Pipeline
	// Access ends sessions and keys of those who lose their last access.
	Access Ender
	// Members keeps the rules of members.
	Members Grouper
	// Today is the day on which memberships are judged.
	Today func() day.Day
	// PublicURL is the address under which clients know the server, without a path, such as https://licenses.example.com.
	PublicURL string
	// Log receives failures of the server itself. Nil is silence.
	Log *slog.Logger
}

// New makes the handler. Its requests come with a viewer in their context: the key of one account with the scope
// PROVISION. Everybody else is refused.
func New(o Options) http.Handler {
	s := &server{changes: o.Changes, access: o.Access, members: o.Members, today: o.Today,
		base: strings.TrimSuffix(o.PublicURL, "/") + Path, log: o.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	return s
}

type server struct {
	changes *change.Pipeline
	access  Ender
	members Grouper
	today   func() day.Day
	base    string
	log     *slog.Logger
}

// ServeHTTP answers one request.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	answer, err := s.answer(w, r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	s.write(w, r, answer)
}

// resources is one of the lists that a directory keeps.
type resources interface {
	// list returns a page of the resources that a filter keeps.
	list(ctx context.Context, q query) (page, error)
	// get returns one resource, or a refusal with 404.
	get(ctx context.Context, id gid.ID, want selection) (resource, error)
	// create makes a resource and returns its id.
	create(ctx context.Context, body map[string]any) (gid.ID, error)
	// replace gives a resource other values.
	replace(ctx context.Context, id gid.ID, when condition, body map[string]any) error
	// patch carries out operations on a resource.
	patch(ctx context.Context, id gid.ID, when condition, body map[string]any) error
	// remove ends a resource.
	remove(ctx context.Context, id gid.ID, when condition) error
}

// resource is one resource as clients see it.
type resource struct {
	body     map[string]any
	version  string
	location string
}

// page is a part of a list.
type page struct {
	total     int
	resources []map[string]any
}

func (s *server) answer(w http.ResponseWriter, r *http.Request) (*reply, error) {
	ctx, d, err := s.directory(r.Context())
	if err != nil {
		return nil, err
	}
	kind, id, single := strings.Cut(strings.Trim(strings.TrimPrefix(r.URL.Path, Path), "/"), "/")
	switch kind {
	case "Users":
		return s.serve(ctx, w, r, users{d}, gid.Membership, id, single)
	case "Groups":
		return s.serve(ctx, w, r, groups{d}, gid.DirectoryGroup, id, single)
	case "ServiceProviderConfig", "Schemas", "ResourceTypes":
		if r.Method != http.MethodGet {
			return nil, notAllowed("GET")
		}
		return s.discover(kind, id)
	case "Me", "Bulk", ".search":
		return nil, refusal(http.StatusNotImplemented, "", "This part of SCIM is not offered. Use /Users and /Groups.")
	}
	return nil, refusal(http.StatusNotFound, "", "Nothing is served under this path. Use /Users or /Groups.")
}

func (s *server) serve(ctx context.Context, w http.ResponseWriter, r *http.Request, list resources, kind gid.Type, name string, single bool) (*reply, error) {
	want := selectionOf(r.URL.Query())
	if !single {
		return s.serveList(ctx, w, r, list, want)
	}
	if name == ".search" {
		return nil, refusal(http.StatusNotImplemented, "", "Searching by POST is not offered. Use GET with a filter.")
	}
	id, err := gid.Parse(name)
	if err != nil || id.Type() != kind || id.String() != name {
		return nil, notFound()
	}
	when := conditionOf(r)
	switch r.Method {
	case http.MethodGet:
		found, err := list.get(ctx, id, want)
		if err != nil {
			return nil, err
		}
		if when.known(found.version) {
			return &reply{status: http.StatusNotModified, version: found.version}, nil
		}
		return found.reply(http.StatusOK, want), nil
	case http.MethodPut, http.MethodPatch:
		body, err := readBody(w, r)
		if err != nil {
			return nil, err
		}
		if r.Method == http.MethodPut {
			err = list.replace(ctx, id, when, body)
		} else {
			err = list.patch(ctx, id, when, body)
		}
		if err != nil {
			return nil, err
		}
		// A group may have many members, and who adds one does not want to hear of all: RFC 7644, section 3.5.2, leaves
		// the body out unless attributes are asked for.
		quiet := kind == gid.DirectoryGroup && r.Method == http.MethodPatch && !want.asked()
		if quiet {
			want = selection{only: map[string]bool{"id": true}}
		}
		now, err := list.get(ctx, id, want)
		if err != nil {
			return nil, err
		}
		if quiet {
			return &reply{status: http.StatusNoContent, version: now.version}, nil
		}
		return now.reply(http.StatusOK, want), nil
	case http.MethodDelete:
		if err := list.remove(ctx, id, when); err != nil {
			return nil, err
		}
		return &reply{status: http.StatusNoContent}, nil
	}
	return nil, notAllowed("GET, PUT, PATCH, DELETE")
}

func (s *server) serveList(ctx context.Context, w http.ResponseWriter, r *http.Request, list resources, want selection) (*reply, error) {
	switch r.Method {
	case http.MethodGet:
		q, err := queryOf(r.URL.Query())
		if err != nil {
			return nil, err
		}
		q.want = want
		found, err := list.list(ctx, q)
		if err != nil {
			return nil, err
		}
		return &reply{status: http.StatusOK, body: q.answer(found)}, nil
	case http.MethodPost:
		body, err := readBody(w, r)
		if err != nil {
			return nil, err
		}
		id, err := list.create(ctx, body)
		if err != nil {
			return nil, err
		}
		made, err := list.get(ctx, id, want)
		if err != nil {
			return nil, err
		}
		answer := made.reply(http.StatusCreated, want)
		answer.location = made.location
		return answer, nil
	}
	return nil, notAllowed("GET, POST")
}

func (r resource) reply(status int, want selection) *reply {
	return &reply{status: status, body: want.of(r.body), version: r.version}
}
