// Package scim lets customers' identity management provision directory records and groups by SCIM 2.0 (RFC 7643 and
// 7644). See README.md.
package scim

import (
	"context"
	"log/slog"
	"net/http"
	"strings"

	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Path is where the handler must be mounted. The paths of requests may or may not include it.
const Path = "/scim/v2"

// Directory applies the rules for records and groups. It returns faults, and the errors that its callbacks return.
type Directory interface {
	AddRecord(ctx context.Context, account gid.ID, p directory.Person, input any) (gid.ID, error)
	AlterRecord(ctx context.Context, account, id gid.ID, input any, check directory.Check,
		wanted func(directory.Person) (directory.Person, error)) error
	RemoveRecord(ctx context.Context, account, id gid.ID, input any, check directory.Check) error
	AddGroup(ctx context.Context, account gid.ID, d directory.Delta, input any) (gid.ID, error)
	AlterGroup(ctx context.Context, account, id gid.ID, d directory.Delta, input any, check directory.Check) error
	RemoveGroup(ctx context.Context, account, id gid.ID, input any, check directory.Check) error
}

// Options configure a handler. All fields but Log are required.
type Options struct {
	// Directory makes every change.
	Directory Directory
	// Store is the database, which is only read.
	Store *store.Store
	// PublicURL is the URL of the server for clients, without a path, such as https://licenses.example.com.
	PublicURL string
	// Log receives failures of the server. Nil discards them.
	Log *slog.Logger
}

// New returns the handler. A request must have a viewer in its context whose credential is a key of one account with
// the scope PROVISION; all others are refused.
func New(o Options) http.Handler {
	s := &server{directory: o.Directory, store: o.Store, base: strings.TrimSuffix(o.PublicURL, "/") + Path, log: o.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	return s
}

type server struct {
	directory Directory
	store     *store.Store
	base      string
	log       *slog.Logger
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

// resources is one of the two kinds of resources: users or groups.
type resources interface {
	// list returns a page of the resources that match a filter.
	list(ctx context.Context, q query) (page, error)
	// get returns one resource, or an error with status 404.
	get(ctx context.Context, id gid.ID, want selection) (resource, error)
	// create creates a resource and returns its id.
	create(ctx context.Context, body map[string]any) (gid.ID, error)
	// replace replaces the attributes of a resource.
	replace(ctx context.Context, id gid.ID, when condition, body map[string]any) error
	// patch applies operations to a resource.
	patch(ctx context.Context, id gid.ID, when condition, body map[string]any) error
	// remove deletes a resource.
	remove(ctx context.Context, id gid.ID, when condition) error
}

// resource is one resource in its SCIM form.
type resource struct {
	body     map[string]any
	version  string
	location string
}

// page is a part of a list; total counts the whole list.
type page struct {
	total     int
	resources []map[string]any
}

func (s *server) answer(w http.ResponseWriter, r *http.Request) (*reply, error) {
	ctx, d, err := s.directoryOf(r.Context())
	if err != nil {
		return nil, err
	}
	kind, id, single := strings.Cut(strings.Trim(strings.TrimPrefix(r.URL.Path, Path), "/"), "/")
	switch kind {
	case "Users":
		return s.serve(ctx, w, r, users{d}, gid.DirectoryRecord, id, single)
	case "Groups":
		return s.serve(ctx, w, r, groups{d}, gid.DirectoryGroup, id, single)
	case "ServiceProviderConfig", "Schemas", "ResourceTypes":
		if r.Method != http.MethodGet {
			return nil, notAllowed(discoveryMethods)
		}
		return s.discover(kind, id)
	case "Me", "Bulk", ".search":
		return nil, refusal(http.StatusNotImplemented, "", noSuchPath,
			"This part of SCIM is not offered. Use /Users and /Groups.")
	}
	return nil, refusal(http.StatusNotFound, "", noSuchPath,
		"Nothing is served under this path. Use /Users or /Groups.")
}

func (s *server) serve(ctx context.Context, w http.ResponseWriter, r *http.Request, list resources, kind gid.Type,
	name string, single bool) (*reply, error) {
	want := selectionOf(r.URL.Query())
	if !single {
		return s.serveList(ctx, w, r, list, want)
	}
	if name == ".search" {
		return nil, refusal(http.StatusNotImplemented, "", noSuchPath,
			"Searching by POST is not offered. Use GET with a filter.")
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
		// A group may have many members, and a client that adds one does not need all of them: RFC 7644, section
		// 3.5.2, allows a response without a body unless attributes are requested.
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
	return nil, notAllowed(resourceMethods)
}

func (s *server) serveList(ctx context.Context, w http.ResponseWriter, r *http.Request, list resources,
	want selection) (*reply, error) {
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
	return nil, notAllowed(listMethods)
}

func (r resource) reply(status int, want selection) *reply {
	return &reply{status: status, body: want.of(r.body), version: r.version}
}
