package graph

import (
	"reflect"
	"testing"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// filterOf makes a function that reads a filter from the input that is the argument filter. order is a nil pointer to
// the enum of the orders.
func filterOf(read func(*plan.Call) (page.Where, any, error), order any) func(input any) any {
	return func(input any) any {
		_, filter, _ := read(&plan.Call{Today: 20_000, Args: plan.Args{"filter": input, "orderBy": order}})
		return filter
	}
}

// Each field of the input of a list of the root, and of a list of one account, is read: a filter with this field alone
// is not the empty filter, and is the same in both lists.
func TestEveryFieldOfAFilterIsRead(t *testing.T) {
	for _, c := range []struct {
		root, own             any // empty inputs
		rootFilter, ownFilter func(input any) any
	}{
		{model.LineItemFilterInput{}, model.AccountLineItemFilterInput{},
			filterOf(lineFilter, (*model.LineItemOrder)(nil)),
			filterOf(lineFilterOfAccount, (*model.LineItemOrder)(nil))},
		{model.EntitlementFilterInput{}, model.AccountEntitlementFilterInput{},
			filterOf(entitlementFilter, (*model.EntitlementOrder)(nil)),
			filterOf(entitlementFilterOfAccount, (*model.EntitlementOrder)(nil))},
		{model.CoverageFilterInput{}, model.AccountCoverageFilterInput{},
			filterOf(coverageFilter, (*model.CoverageOrder)(nil)),
			filterOf(coverageFilterOfAccount, (*model.CoverageOrder)(nil))},
		{model.MembershipFilterInput{}, model.AccountMembershipFilterInput{},
			filterOf(membershipFilter, (*model.MembershipOrder)(nil)),
			filterOf(membershipFilterOfAccount, (*model.MembershipOrder)(nil))},
		{model.DeviceFilterInput{}, model.AccountDeviceFilterInput{},
			filterOf(deviceFilter, (*model.DeviceOrder)(nil)),
			filterOf(deviceFilterOfAccount, (*model.DeviceOrder)(nil))},
		{model.LicenseServerFilterInput{}, model.AccountLicenseServerFilterInput{},
			filterOf(licenseServerFilter, (*model.LicenseServerOrder)(nil)),
			filterOf(licenseServerFilterOfAccount, (*model.LicenseServerOrder)(nil))},
		{model.ActivationFilterInput{}, model.AccountActivationFilterInput{},
			filterOf(activationFilter, (*model.ActivationOrder)(nil)),
			filterOf(activationFilterOfAccount, (*model.ActivationOrder)(nil))},
	} {
		root, own := reflect.TypeOf(c.root), reflect.TypeOf(c.own)
		emptyRoot, emptyOwn := c.rootFilter(reflect.New(root).Interface()), c.ownFilter(reflect.New(own).Interface())
		for i := range root.NumField() {
			name := root.Field(i).Name
			filter := c.rootFilter(with(root, name))
			if reflect.DeepEqual(filter, emptyRoot) {
				t.Errorf("%s.%s is not read", root.Name(), name)
			}
			if _, has := own.FieldByName(name); !has {
				continue
			}
			if of := c.ownFilter(with(own, name)); !reflect.DeepEqual(of, filter) {
				t.Errorf("%s: a list of one account has the filter %+v, the root has %+v", name, of, filter)
			}
		}
		for i := range own.NumField() {
			name := own.Field(i).Name
			if _, has := root.FieldByName(name); !has {
				t.Errorf("%s has no %s", root.Name(), name)
			}
			if reflect.DeepEqual(c.ownFilter(with(own, name)), emptyOwn) {
				t.Errorf("%s.%s is not read", own.Name(), name)
			}
		}
	}
}

// with returns an input in which one field is given; a day is given together with a field that asks about it, because
// it is refused alone.
func with(input reflect.Type, field string) any {
	v := reflect.New(input)
	given := []string{field}
	if field == "On" {
		given = append(given, "Status", "Current")
	}
	for _, name := range given {
		if f := v.Elem().FieldByName(name); f.IsValid() {
			f.Set(some(f.Type()))
		}
	}
	return v.Interface()
}

// some returns a value of a type that is not its zero value.
func some(of reflect.Type) reflect.Value {
	v := reflect.New(of).Elem()
	switch of.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(of.Elem()))
		v.Elem().Set(some(of.Elem()))
	case reflect.Slice:
		v.Set(reflect.Append(v, some(of.Elem())))
	case reflect.Struct:
		for i := range of.NumField() {
			v.Field(i).Set(some(of.Field(i).Type))
		}
	case reflect.String:
		v.SetString("a")
		if of == reflect.TypeFor[vocabulary.Role]() {
			v.SetString(string(vocabulary.RoleReader))
		}
		if of == reflect.TypeFor[vocabulary.Service]() {
			v.SetString(string(vocabulary.ServiceDownloads))
		}
	case reflect.Bool:
		v.SetBool(true)
	default:
		v.SetInt(1)
	}
	return v
}
