// Package released holds the GraphQL schema of every release, one file each, and finds changes that would break a
// client of a release. docs/deprecation.md states what is promised to clients.
package released

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// kept is the number of releases in which an element must be deprecated before it may be removed.
const kept = 2

// Check compares a schema with the released schemas, which are ordered from the oldest to the newest. Each finding
// names an element by its schema coordinate, such as Account.devices(first:), and says what is wrong:
//
//   - A deprecation does not say since which release and what to use instead.
//   - A field, an argument or an enum value was removed that was not deprecated in each of the last two releases.
//   - An element no longer accepts or returns values that it did before.
func Check(releases []*ast.Schema, now *ast.Schema) []string {
	c := &check{now: now}
	if len(releases) > 0 {
		c.last = releases[len(releases)-1]
		c.before = releases[max(0, len(releases)-kept):]
		if len(releases) < kept {
			c.before = nil // with fewer releases, nothing can have been deprecated for long enough
		}
	}
	eachDefinition(now, c.reasons)
	if c.last != nil {
		eachDefinition(c.last, c.compare)
	}
	slices.Sort(c.findings)
	return slices.Compact(c.findings)
}

type check struct {
	now, last *ast.Schema
	before    []*ast.Schema // the releases in which a removed element must have been deprecated
	findings  []string
}

func (c *check) find(coordinate, format string, args ...any) {
	c.findings = append(c.findings, coordinate+": "+fmt.Sprintf(format, args...))
}

func eachDefinition(s *ast.Schema, visit func(*ast.Definition)) {
	for name, d := range s.Types {
		if !d.BuiltIn && !strings.HasPrefix(name, "__") {
			visit(d)
		}
	}
}

var reason = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2}): use (\S+) instead$`)

// reasons checks the form of the deprecations of a definition.
func (c *check) reasons(d *ast.Definition) {
	look := func(coordinate string, directives ast.DirectiveList) {
		deprecation := directives.ForName("deprecated")
		if deprecation == nil {
			return
		}
		text := ""
		if a := deprecation.Arguments.ForName("reason"); a != nil {
			text = a.Value.Raw
		}
		m := reason.FindStringSubmatch(text)
		if m == nil {
			c.find(coordinate, `the reason is %q and must be "YYYY-MM-DD: use X instead"`, text)
			return
		}
		if _, err := time.Parse(time.DateOnly, m[1]); err != nil {
			c.find(coordinate, "%s is not a day", m[1])
		}
		if found, deprecated := element(c.now, m[2]); !found || deprecated {
			c.find(coordinate, "the contract has no %s that is not deprecated", m[2])
		}
	}
	for _, f := range d.Fields {
		look(d.Name+"."+f.Name, f.Directives)
		for _, a := range f.Arguments {
			look(argument(d, f, a), a.Directives)
		}
	}
	for _, v := range d.EnumValues {
		look(d.Name+"."+v.Name, v.Directives)
	}
}

func argument(d *ast.Definition, f *ast.FieldDefinition, a *ast.ArgumentDefinition) string {
	return d.Name + "." + f.Name + "(" + a.Name + ":)"
}

// element finds a type, field, enum value or argument by its coordinate, and tells whether it is deprecated.
func element(s *ast.Schema, coordinate string) (found, deprecated bool) {
	typ, rest, member := strings.Cut(coordinate, ".")
	d := s.Types[typ]
	if d == nil || !member {
		return d != nil, false
	}
	name, arg, of := strings.Cut(strings.TrimSuffix(rest, ":)"), "(")
	if v := d.EnumValues.ForName(name); v != nil && !of {
		return true, v.Directives.ForName("deprecated") != nil
	}
	f := d.Fields.ForName(name)
	if f == nil {
		return false, false
	}
	if !of {
		return true, f.Directives.ForName("deprecated") != nil
	}
	a := f.Arguments.ForName(arg)
	return a != nil, a != nil && a.Directives.ForName("deprecated") != nil
}

// gone adds a finding for an element of the last release that is missing, unless it was deprecated for long enough.
func (c *check) gone(coordinate string) {
	for _, release := range c.before {
		if _, deprecated := element(release, coordinate); !deprecated {
			c.find(coordinate, "is gone, and was not deprecated in each of the last %d releases", kept)
			return
		}
	}
	if len(c.before) < kept {
		c.find(coordinate, "is gone, and was not deprecated in each of the last %d releases", kept)
	}
}

// compare compares a definition of the last release with the same definition now.
func (c *check) compare(was *ast.Definition) {
	is := c.now.Types[was.Name]
	switch {
	case is == nil:
		// Fields and arguments with the missing type are reported themselves. So a missing type is reported here only
		// if it is reached through an interface or a union.
		if len(was.Interfaces) > 0 || c.inUnion(was.Name) {
			for _, f := range was.Fields {
				c.gone(was.Name + "." + f.Name)
			}
		}
		return
	case is.Kind != was.Kind:
		c.find(was.Name, "was %s and is %s", was.Kind, is.Kind)
		return
	}
	for _, name := range was.Interfaces {
		if !slices.Contains(is.Interfaces, name) {
			c.find(was.Name, "does not implement %s any more", name)
		}
	}
	for _, name := range was.Types {
		if !slices.Contains(is.Types, name) && c.now.Types[name] != nil {
			c.find(was.Name, "is never %s any more", name)
		}
	}
	for _, v := range was.EnumValues {
		if is.EnumValues.ForName(v.Name) == nil {
			c.gone(was.Name + "." + v.Name)
		}
	}
	for _, f := range was.Fields {
		c.compareField(was, f, is.Fields.ForName(f.Name))
	}
	if was.Kind == ast.InputObject {
		for _, f := range is.Fields {
			if was.Fields.ForName(f.Name) == nil && f.Type.NonNull && f.DefaultValue == nil {
				c.find(is.Name+"."+f.Name, "is new and required")
			}
		}
	}
}

func (c *check) inUnion(name string) bool {
	for _, d := range c.last.Types {
		if d.Kind == ast.Union && slices.Contains(d.Types, name) {
			return true
		}
	}
	return false
}

func (c *check) compareField(d *ast.Definition, was, is *ast.FieldDefinition) {
	coordinate := d.Name + "." + was.Name
	switch {
	case is == nil:
		c.gone(coordinate)
		return
	case d.Kind == ast.InputObject:
		c.compareInput(coordinate, was.Type, is.Type, was.DefaultValue, is.DefaultValue)
		return
	case !c.answers(was.Type, is.Type):
		c.find(coordinate, "was %s and is %s", was.Type, is.Type)
	}
	for _, a := range was.Arguments {
		now := is.Arguments.ForName(a.Name)
		if now == nil {
			c.gone(argument(d, was, a))
			continue
		}
		c.compareInput(argument(d, was, a), a.Type, now.Type, a.DefaultValue, now.DefaultValue)
	}
	for _, a := range is.Arguments {
		if was.Arguments.ForName(a.Name) == nil && a.Type.NonNull && a.DefaultValue == nil {
			c.find(argument(d, was, a), "is new and required")
		}
	}
}

func (c *check) compareInput(coordinate string, was, is *ast.Type, wasDefault, isDefault *ast.Value) {
	if !takes(was, is) {
		c.find(coordinate, "was %s and is %s", was, is)
	}
	// Clients cannot rely on the default of a required value, because it had none.
	if text(wasDefault) != text(isDefault) && !(was.NonNull && wasDefault == nil) {
		c.find(coordinate, "the default was %s and is %s", text(wasDefault), text(isDefault))
	}
}

func text(v *ast.Value) string {
	if v == nil {
		return "none"
	}
	return v.String()
}

// answers tells whether a client that expects output of the type was can read the type is.
func (c *check) answers(was, is *ast.Type) bool {
	switch {
	case was.NonNull && !is.NonNull, (was.Elem == nil) != (is.Elem == nil):
		return false
	case was.Elem != nil:
		return c.answers(was.Elem, is.Elem)
	case was.NamedType == is.NamedType:
		return true
	}
	old := c.now.Types[was.NamedType]
	return old != nil && old.IsAbstractType() &&
		slices.ContainsFunc(c.now.GetPossibleTypes(old), func(d *ast.Definition) bool {
			return d.Name == is.NamedType
		})
}

// takes tells whether every input value that the type was allows is allowed by the type is.
func takes(was, is *ast.Type) bool {
	switch {
	case is.NonNull && !was.NonNull, (was.Elem == nil) != (is.Elem == nil):
		return false
	case was.Elem != nil:
		return takes(was.Elem, is.Elem)
	}
	return was.NamedType == is.NamedType
}
