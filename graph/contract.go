// Package graph is the contract: what feeds each of its fields, by subject. Package plan executes it; the rules are the
// subjects'.
package graph

import (
	"context"
	"errors"
	"log/slog"
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Services are what carries changes out, and answers what is more than rows.
type Services struct {
	Access  *access.Service
	Members *account.Service
}

// Database is read as one scope sees it; see store.Store.Snapshot.
type Database interface {
	Snapshot(ctx context.Context, scope *store.Scope, most int, read func(*page.View) error) error
}

// Options are what the contract stands on.
type Options struct {
	Store    Database
	Services Services
	// Today is the day for questions that name none.
	Today func() day.Day
	// Log gets what each place took, at debug level; nil logs nothing.
	Log *slog.Logger
}

// Schema executes the contract. It implements graphql.ExecutableSchema.
type Schema struct {
	graphql.ExecutableSchema // the generated one, which answers introspection
	executor                 *plan.Executor
}

// NewSchema makes the contract over a database. It returns an error if not every field is fed as the contract says.
func NewSchema(o Options) (*Schema, error) {
	inner := generated.NewExecutableSchema(generated.Config{Schema: withoutDefer(generated.NewExecutableSchema(generated.Config{}).Schema())})
	table, err := newTable(inner.Schema(), &contract{o.Services.Access, o.Services.Members})
	if err != nil {
		return nil, err
	}
	return &Schema{inner, plan.NewExecutor(plan.Options{Table: table, Introspect: inner, Snapshot: snapshots(o.Store),
		Today: o.Today, Log: o.Log})}, nil
}

// withoutDefer returns the schema without the directive @defer. gqlparser adds it to every schema, and no answer comes in
// parts here.
func withoutDefer(schema *ast.Schema) *ast.Schema {
	without := *schema
	without.Directives = maps.Clone(schema.Directives)
	delete(without.Directives, "defer")
	return &without
}

// Exec implements graphql.ExecutableSchema.
func (s *Schema) Exec(ctx context.Context) graphql.ResponseHandler { return s.executor.Exec(ctx) }

func snapshots(s Database) func(context.Context, int, func(*page.View) error) error {
	return func(ctx context.Context, most int, read func(*page.View) error) error {
		scope, err := store.ScopeOf(ctx)
		if errors.Is(err, store.ErrNoScope) {
			nobody := store.Within(store.Reach{}) // who is not signed in sees no customer's rows
			scope, err = &nobody, nil
		}
		if err != nil {
			return err
		}
		return s.Snapshot(ctx, scope, most, read)
	}
}

// contract declares the fields.
type contract struct {
	access  *access.Service
	members *account.Service
}

// subject is what one subject adds to the contract.
type subject struct {
	objects            []*plan.Object
	queries, mutations plan.Fields
}

// subjects are all that declare a part of the contract.
func (c *contract) subjects() []subject {
	return []subject{root(), catalogSubject(), c.accountSubject(), c.memberSubject(), c.accessSubject(), c.directorySubject(),
		c.producerSubject(), entitlementSubject(), coverageSubject(), activationSubject(), usageSubject(), systemSubject(),
		auditSubject(), c.erasureSubject()}
}

// newTable puts the subjects together.
func newTable(schema *ast.Schema, c *contract) (*plan.Table, error) {
	query := &plan.Object{Name: "Query", Fields: plan.Fields{}}
	mutation := &plan.Object{Name: "Mutation", Fields: plan.Fields{}}
	objects := []*plan.Object{query, mutation}
	var errs []error
	add := func(into, from plan.Fields) {
		for name, f := range from {
			if into[name] != nil {
				errs = append(errs, errors.New(name+" is declared twice"))
			}
			into[name] = f
		}
	}
	for _, s := range c.subjects() {
		objects = append(objects, s.objects...)
		add(query.Fields, s.queries)
		add(mutation.Fields, s.mutations)
	}
	table, err := plan.NewTable(schema, generated.Arguments, sets, objects...)
	return table, errors.Join(append(errs, err)...)
}

// sets are the columns that hold several values of an enum as one number.
var sets = map[string]func(int64) []string{
	"Role":     func(n int64) []string { return texts(vocabulary.RoleSet(n).List()) },
	"Service":  func(n int64) []string { return texts(vocabulary.ServiceSet(n).List()) },
	"KeyScope": func(n int64) []string { return texts(vocabulary.KeyScopeSet(n).List()) },
}

func texts[E ~string](list []E) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = string(e)
	}
	return out
}

// table is a table of the data model.
func table(name string) *page.Table { return page.TableNamed(name) }

// inOrder lists rows as they were made.
var inOrder = page.Order{Name: "ID"}

// newestFirst lists rows whose ids are drawn in order, the last first.
var newestFirst = page.Order{Name: "NEWEST", Descending: true}

// of declares a page of the rows whose column holds the id of the object above.
func of(partition string, o page.Order) *plan.Field {
	return plan.Page(plan.List{Partition: partition, Order: o})
}

// few declares a short list of the rows whose column holds the id of the object above.
func few(partition string, o page.Order) *plan.Field {
	return plan.Short(plan.List{Partition: partition, Order: o})
}

func merge(list ...plan.Fields) plan.Fields {
	out := plan.Fields{}
	for _, fields := range list {
		for name, f := range fields {
			out[name] = f
		}
	}
	return out
}
