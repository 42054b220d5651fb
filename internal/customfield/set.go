package customfield

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/customfield"
	"github.com/muniment/muniment/ent/customvalue"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	accounts "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxSettings is the maximum number of values of one change.
const maxSettings = 100

// Set sets values of custom fields of an object, and removes those without a value. Other values of the object stay.
// The outcome has the id of the object. It returns HOME_ELSEWHERE if another system holds the object, and RETIRED for a
// new value of a retired field.
func (s *Service) Set(ctx context.Context, r change.Request, id gid.ID, list []Setting) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if n := len(list); n > maxSettings {
			return fault.LongList("input.values", maxSettings, n)
		}
		o, err := lockObject(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := change.AtHome(ctx, tx, o.homes...); err != nil {
			return err
		}
		fields, err := readFields(ctx, tx, list)
		if err != nil {
			return err
		}
		rows, err := tx.Client().CustomValue.Query().Where(customvalue.SubjectID(id)).All(ctx)
		if err != nil {
			return wrap("read the values", err)
		}
		before := map[gid.ID]*ent.CustomValue{}
		for _, row := range rows {
			before[row.CustomFieldID] = row
		}
		forms, err := o.check(list, fields, before)
		if err != nil {
			return err
		}
		done.Result(id)
		var shown, hidden []audit.Field
		for i, n := range list {
			f := fields[n.Field]
			noted, err := o.write(ctx, tx, done, f, before[f.ID], forms[i])
			if err != nil {
				return err
			}
			if f.ForCustomers {
				shown = append(shown, noted...)
			} else {
				hidden = append(hidden, noted...)
			}
		}
		o.note(done, o.account, shown)
		// Administrators of the account read its audit, and must not learn of these values there.
		o.note(done, 0, hidden)
		return nil
	})
}

// object is the object whose values change. It is locked.
type object struct {
	id, account gid.ID
	subject     vocabulary.CustomFieldSubject
	label       string
	// homes are what another system may hold.
	homes []change.Home
}

// lockObject reads an object and locks its row, so that its values change one after another.
func lockObject(ctx context.Context, tx store.Tx, id gid.ID) (*object, error) {
	c, o, typename := tx.Client(), &object{id: id}, ""
	var err error
	switch id.Type() {
	case gid.Account:
		var row *ent.Account
		o.subject, typename = vocabulary.CustomFieldSubjectAccount, "Account"
		if row, err = c.Account.Query().Where(account.ID(id), store.Locked).Only(ctx); err == nil {
			o.account, o.label, o.homes = row.ID, row.Name, []change.Home{{Account: row.ID}}
		}
	case gid.Entitlement:
		var row *ent.Entitlement
		o.subject, typename = vocabulary.CustomFieldSubjectEntitlement, "Entitlement"
		if row, err = c.Entitlement.Query().Where(entitlement.ID(id), store.Locked).Only(ctx); err == nil {
			o.account, o.label = row.AccountID, row.Number
			o.homes, err = homesOf(ctx, tx, row)
		}
	case gid.LineItem:
		var row *ent.LineItem
		o.subject, typename = vocabulary.CustomFieldSubjectLineItem, "LineItem"
		if row, err = c.LineItem.Query().Where(lineitem.ID(id), store.Locked).Only(ctx); err == nil {
			o.account, o.label = row.AccountID, row.ActivationID
			o.homes = []change.Home{{Account: row.AccountID, ProductLine: row.ProductLineID}}
		}
	case gid.Device:
		var row *ent.Device
		o.subject, typename = vocabulary.CustomFieldSubjectDevice, "Device"
		if row, err = c.Device.Query().Where(device.ID(id), store.Locked).Only(ctx); err == nil {
			o.account, o.label = row.AccountID, accounts.LabelOfDevice(row)
			o.homes = []change.Home{{Account: row.AccountID}}
		}
	default:
		return nil, badInput("input.object", "Objects of this type have no custom fields.",
			"Give the id of an account, an entitlement, a line item or a device.")
	}
	if ent.IsNotFound(err) {
		return nil, fault.Missing("input.object", typename, id)
	}
	return o, wrap("read the object", err)
}

// homesOf returns the homes of the lines and the coverages of an entitlement.
func homesOf(ctx context.Context, tx store.Tx, header *ent.Entitlement) ([]change.Home, error) {
	var lines, covered []gid.ID
	if err := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID)).Unique(true).
		Select(lineitem.FieldProductLineID).Scan(ctx, &lines); err != nil {
		return nil, err
	}
	if err := tx.Client().Coverage.Query().Where(coverage.EntitlementID(header.ID)).Unique(true).
		Select(coverage.FieldProductLineID).Scan(ctx, &covered); err != nil {
		return nil, err
	}
	var homes []change.Home
	for _, id := range append(lines, covered...) {
		homes = append(homes, change.Home{Account: header.AccountID, ProductLine: id})
	}
	return homes, nil
}

// readFields reads the fields of a list. Until the transaction ends, nobody changes them.
func readFields(ctx context.Context, tx store.Tx, list []Setting) (map[gid.ID]*ent.CustomField, error) {
	ids := make([]gid.ID, len(list))
	for i, n := range list {
		ids[i] = n.Field
	}
	rows, err := tx.Client().CustomField.Query().Where(customfield.IDIn(ids...), forShare).
		Order(ent.Asc(customfield.FieldID)).All(ctx)
	if err != nil {
		return nil, wrap("read the custom fields", err)
	}
	fields := make(map[gid.ID]*ent.CustomField, len(rows))
	for _, row := range rows {
		fields[row.ID] = row
	}
	return fields, nil
}

// forShare locks the rows found against changes, and lets others do the same.
func forShare(q *sql.Selector) {
	if q.Dialect() == "postgres" {
		q.ForShare()
	}
}

// check returns the forms of the values of a list, or all that is wrong with it.
func (o *object) check(list []Setting, fields map[gid.ID]*ent.CustomField, before map[gid.ID]*ent.CustomValue) (
	[]string, error) {
	var wrong refusals
	forms, seen := make([]string, len(list)), map[gid.ID]bool{}
	for i, n := range list {
		at := fmt.Sprintf("input.values.%d", i)
		f := fields[n.Field]
		switch {
		case f == nil:
			wrong.add(fault.Missing(at+".field", "CustomField", n.Field))
			continue
		case f.Subject != o.subject:
			wrong.add(badInput(at+".field", "The field {code} is for objects of the kind {subject}.",
				"Name a field of the kind of this object.", fault.WithText("code", f.Code),
				fault.With("subject", value.OfEnum("CustomFieldSubject", f.Subject))))
			continue
		case seen[f.ID]:
			wrong.add(badInput(at+".field", "The list names the field {code} twice.", "Name it once.",
				fault.WithText("code", f.Code)))
			continue
		}
		seen[f.ID] = true
		form, refusal := n.form(at, f)
		wrong.add(refusal)
		if was := before[f.ID]; f.RetiredAt != nil && form != "" && (was == nil || was.Value != form) {
			wrong.add(fault.New(catalog.Retired, at+".field", "{name} is retired.",
				"Name another one, or send retired: false in the mutation that changes it.",
				fault.With("name", value.OfReference(f.ID, f.Code))))
		}
		forms[i] = form
	}
	return forms, wrong.err()
}

// write stores a value, or removes it, and returns the difference.
func (o *object) write(ctx context.Context, tx store.Tx, done *change.Record, f *ent.CustomField,
	before *ent.CustomValue, form string) ([]audit.Field, error) {
	name := audit.CustomField(f.Type, f.Code)
	switch {
	case before == nil && form == "" || before != nil && before.Value == form:
		return nil, nil
	case before == nil:
		return change.Is(name, form), wrap("create the value", tx.Client().CustomValue.Create().SetAccountID(o.account).
			SetCustomFieldID(f.ID).SetSubjectID(o.id).SetValue(form).SetUpdatedAt(done.Now()).Exec(ctx))
	case form == "":
		return change.Was(name, before.Value), wrap("remove the value",
			tx.Client().CustomValue.DeleteOneID(before.ID).Exec(ctx))
	}
	return change.Became(name, before.Value, form), wrap("change the value",
		tx.Client().CustomValue.UpdateOneID(before.ID).SetValue(form).SetUpdatedAt(done.Now()).Exec(ctx))
}

func (o *object) note(done *change.Record, owner gid.ID, fields []audit.Field) {
	if len(fields) > 0 {
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "CustomFieldsSet", Account: owner,
			Subject: o.id, Label: o.label, Fields: fields})
	}
}
