package account

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Grant is what a member is to be given. ProductLine 0 stands for all, EndsOn nil for no last day.
type Grant struct {
	Roles              []vocabulary.Role
	Services           []vocabulary.Service
	ProductLine        gid.ID
	IncludeSubAccounts bool
	EndsOn             *day.Day
}

// given is what a member is given, in the form in which it is stored.
type given struct {
	roles       vocabulary.RoleSet
	services    vocabulary.ServiceSet
	productLine gid.ID
	below       bool
	endsOn      *day.Day
}

var (
	administrator = rolesOf(vocabulary.RoleAccountAdministrator)
	reader        = rolesOf(vocabulary.RoleReader)
)

func rolesOf(role vocabulary.Role) vocabulary.RoleSet {
	set, err := vocabulary.Roles(role)
	if err != nil {
		panic(err) // the roles are in the vocabulary
	}
	return set
}

func givenBy(m *ent.Membership) given {
	return given{m.Roles, m.ServiceAccess, orNone(m.ProductLineID), m.IncludeSubAccounts, m.EndsOn}
}

// revivedBy is what a membership gives once its suspension is lifted: what is granted directly, and what the directory adds.
func revivedBy(m *ent.Membership, direct given) given {
	direct.roles |= m.DirectoryRoles
	direct.services |= m.DirectoryServices
	return direct
}

func givenIn(i *ent.Invitation) given {
	return given{i.Roles, i.ServiceAccess, orNone(i.ProductLineID), i.IncludeSubAccounts, i.EndsOn}
}

// given returns the grant as it is stored, or BAD_INPUT and NOT_FOUND for each field of the input that is wrong.
func (g Grant) given(ctx context.Context, tx store.Tx, today day.Day) (given, error) {
	roles, problem := chosenRoles(g.Roles)
	services, another := chosenServices(g.Services)
	out := given{roles, services, g.ProductLine, g.IncludeSubAccounts, g.EndsOn}
	return out, errors.Join(problem, another, out.checkLine(ctx, tx), checkLastDay(g.EndsOn, today))
}

// choosing returns the grant with the roles and services of the lists in place of its own; nil leaves those that are there.
func (g given) choosing(roles []vocabulary.Role, services []vocabulary.Service) (given, error) {
	var problem, another error
	if roles != nil {
		g.roles, problem = chosenRoles(roles)
	}
	if services != nil {
		g.services, another = chosenServices(services)
	}
	return g, errors.Join(problem, another)
}

func chosenRoles(list []vocabulary.Role) (vocabulary.RoleSet, error) {
	roles, err := vocabulary.Roles(list...)
	if err != nil || roles == 0 {
		return 0, badInput("input.roles", "The list of roles is empty, or has an unknown role.", "Give READER, for instance.")
	}
	return roles, nil
}

func chosenServices(list []vocabulary.Service) (vocabulary.ServiceSet, error) {
	services, err := vocabulary.Services(list...)
	if err != nil {
		return 0, badInput("input.serviceAccess", "One of the services is not known.", "Give some of {known}.",
			fault.With("known", value.OfEnums("Service", vocabulary.EveryService.List()...)))
	}
	return services, nil
}

// checkLine refuses a product line that there is not, and one that an administrator is limited to.
func (g given) checkLine(ctx context.Context, tx store.Tx) error {
	if g.productLine == 0 {
		return nil
	}
	there, err := tx.Client().ProductLine.Query().Where(productline.ID(g.productLine)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for the product line: %w", err)
	}
	if !there {
		return notFound("input.productLine", "product line", g.productLine)
	}
	if g.roles.Has(vocabulary.RoleAccountAdministrator) {
		return badInput("input.productLine", "An administrator of the account cannot be limited to a product line.",
			"Give another role, or lift the limit.")
	}
	return nil
}

func checkLastDay(last *day.Day, today day.Day) error {
	if last != nil && *last < today {
		return badInput("input.endsOn", "The last day is in the past.", "Give today or a later day, or remove the member.")
	}
	return nil
}

// exceeds tells whether it gives anything that other does not.
func (g given) exceeds(other given) bool {
	return g.roles&^other.roles != 0 || g.services&^other.services != 0 || g.outreaches(other)
}

// outreaches tells whether its scope goes beyond that of other: further product lines, accounts or days.
func (g given) outreaches(other given) bool {
	return other.productLine != 0 && g.productLine != other.productLine || g.below && !other.below ||
		other.endsOn != nil && (g.endsOn == nil || *g.endsOn > *other.endsOn)
}

// with adds what somebody is given to what they have. Two grants become one, so that the roles of both hold in the scope of
// the newer one: it returns SCOPES_DIFFER where that would narrow what they have, or give what is new in a scope in which
// nobody has granted it.
func (g given) with(more given) (given, error) {
	if !more.exceeds(g) {
		return g, nil
	}
	if g.outreaches(more) {
		return g, scopesDiffer()
	}
	more.roles |= g.roles
	more.services |= g.services
	return more, nil
}

// fields tells what is given, for the records.
func (g given) fields() []audit.Field { return g.became(given{}) }

// became tells what other gives differently before.
func (g given) became(before given) []audit.Field {
	var fields []audit.Field
	note := func(field, was, is string) { fields = append(fields, turned(field, was, is)...) }
	note("roles", before.roles.String(), g.roles.String())
	note("serviceAccess", before.services.String(), g.services.String())
	note("productLine", before.productLine.String(), g.productLine.String())
	if before.below != g.below {
		fields = append(fields, change.Became("includeSubAccounts", strconv.FormatBool(before.below), strconv.FormatBool(g.below))...)
	}
	note("endsOn", dayText(before.endsOn), dayText(g.endsOn))
	return fields
}

// withEnd is fields with when it ends: a last day, or perpetual.
func (g given) withEnd() []audit.Field {
	fields := g.fields()
	if g.endsOn == nil {
		fields = append(fields, change.Is("perpetual", "true")...)
	}
	return fields
}

// changed is became with whether it ends. A last day that appears or goes away says nothing by itself: none may stand for
// one that is not known.
func (g given) changed(before given) []audit.Field {
	return append(g.became(before),
		change.Became("perpetual", strconv.FormatBool(before.endsOn == nil), strconv.FormatBool(g.endsOn == nil))...)
}

// turned makes a field that has another value; "" stands for none.
func turned(field, before, after string) []audit.Field {
	switch {
	case before == after:
		return nil
	case before == "":
		return change.Is(field, after)
	case after == "":
		return change.Was(field, before)
	}
	return change.Became(field, before, after)
}

func dayText(d *day.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}
