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

// Grant is the access that a member is to get. ProductLine 0 means all product lines; a nil EndsOn means no last day.
type Grant struct {
	Roles              []vocabulary.Role
	Services           []vocabulary.Service
	ProductLine        gid.ID
	IncludeSubAccounts bool
	EndsOn             *day.Day
}

// grant is the access of a member in the form in which it is stored. productLine 0 means all; below includes the
// accounts below; endsOn is inclusive, nil for no last day.
type grant struct {
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

func grantOf(m *ent.Membership) grant {
	return grant{m.Roles, m.ServiceAccess, orNone(m.ProductLineID), m.IncludeSubAccounts, m.EndsOn}
}

// reinstatedGrant is what a membership grants once its suspension is lifted: direct, and what the directory adds.
func reinstatedGrant(m *ent.Membership, direct grant) grant {
	direct.roles |= m.DirectoryRoles
	direct.services |= m.DirectoryServices
	return direct
}

func grantIn(i *ent.Invitation) grant {
	return grant{i.Roles, i.ServiceAccess, orNone(i.ProductLineID), i.IncludeSubAccounts, i.EndsOn}
}

// grant returns the grant in its stored form, or BAD_INPUT or NOT_FOUND for each wrong field of the input.
func (g Grant) grant(ctx context.Context, tx store.Tx, today day.Day) (grant, error) {
	roles, rolesErr := chosenRoles(g.Roles)
	services, servicesErr := chosenServices(g.Services)
	out := grant{roles, services, g.ProductLine, g.IncludeSubAccounts, g.EndsOn}
	return out, errors.Join(rolesErr, servicesErr, out.checkLine(ctx, tx), checkLastDay(g.EndsOn, today))
}

// choosing returns the grant with its roles and services replaced by the lists; a nil list leaves them as they are.
func (g grant) choosing(roles []vocabulary.Role, services []vocabulary.Service) (grant, error) {
	var rolesErr, servicesErr error
	if roles != nil {
		g.roles, rolesErr = chosenRoles(roles)
	}
	if services != nil {
		g.services, servicesErr = chosenServices(services)
	}
	return g, errors.Join(rolesErr, servicesErr)
}

func chosenRoles(list []vocabulary.Role) (vocabulary.RoleSet, error) {
	roles, err := vocabulary.Roles(list...)
	if err != nil || roles == 0 {
		return 0, badInput("input.roles", "The list of roles is empty, or has an unknown role.",
			"Give READER, for instance.")
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

// checkLine refuses a product line that does not exist, and one together with the administrator role.
func (g grant) checkLine(ctx context.Context, tx store.Tx) error {
	if g.productLine == 0 {
		return nil
	}
	exists, err := tx.Client().ProductLine.Query().Where(productline.ID(g.productLine)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for the product line: %w", err)
	}
	if !exists {
		return fault.Missing("input.productLine", "ProductLine", g.productLine)
	}
	if g.roles.Has(vocabulary.RoleAccountAdministrator) {
		return badInput("input.productLine", "An administrator of the account cannot be limited to a product line.",
			"Give another role, or lift the limit.")
	}
	return nil
}

func checkLastDay(last *day.Day, today day.Day) error {
	if last != nil && *last < today {
		return badInput("input.endsOn", "The last day is in the past.",
			"Give today or a later day, or remove the member.")
	}
	return nil
}

// exceeds reports whether g grants anything that other does not.
func (g grant) exceeds(other grant) bool {
	return g.roles&^other.roles != 0 || g.services&^other.services != 0 || g.outreaches(other)
}

// outreaches reports whether the scope of g exceeds that of other in product lines, accounts or days.
func (g grant) outreaches(other grant) bool {
	return other.productLine != 0 && g.productLine != other.productLine || g.below && !other.below ||
		other.endsOn != nil && (g.endsOn == nil || *g.endsOn > *other.endsOn)
}

// with merges a newer grant into g. The merged grant has the roles of both in the scope of the newer one. It returns
// SCOPES_DIFFER if that would narrow g, or would grant the new roles in a scope in which nobody granted them.
func (g grant) with(more grant) (grant, error) {
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

// fields returns the grant of a new object as audit fields.
func (g grant) fields() []audit.Field { return g.versus(grant{}, "", "true") }

// gone returns the grant of a removed object as audit fields.
func (g grant) gone() []audit.Field { return grant{}.versus(g, "true", "") }

// became returns the differences from before to g as audit fields.
func (g grant) became(before grant) []audit.Field {
	return g.versus(before, strconv.FormatBool(before.below), strconv.FormatBool(g.below))
}

// versus is became with the values of includeSubAccounts, which are used if it differs; "" stands for none.
func (g grant) versus(before grant, belowBefore, belowAfter string) []audit.Field {
	var fields []audit.Field
	note := func(field, was, is string) { fields = append(fields, turned(field, was, is)...) }
	note("roles", before.roles.String(), g.roles.String())
	note("serviceAccess", before.services.String(), g.services.String())
	note("productLine", before.productLine.String(), g.productLine.String())
	if before.below != g.below {
		note("includeSubAccounts", belowBefore, belowAfter)
	}
	note("endsOn", dayText(before.endsOn), dayText(g.endsOn))
	return fields
}

// withEnd is fields with when it ends: a last day, or perpetual.
func (g grant) withEnd() []audit.Field {
	fields := g.fields()
	if g.endsOn == nil {
		fields = append(fields, change.Is("perpetual", "true")...)
	}
	return fields
}

// changed is became with whether it ends. A last day that appears or goes away says nothing by itself: none may stand
// for one that is not known.
func (g grant) changed(before grant) []audit.Field {
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
