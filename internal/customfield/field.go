package customfield

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/customfield"
	"github.com/muniment/muniment/ent/customvalue"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// maxFields is the maximum number of fields of one kind of objects that are not retired.
	maxFields = 100
	// maxChoices is the maximum number of choices of a field, and longestChoice their length in characters.
	maxChoices         = 100
	longestChoice      = 100
	longestDescription = 2000
)

// code is what a code looks like. It has no dot, because names of fields in effects are paths with dots.
var code = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,63}$`)

// New describes a custom field that is to be declared. Description may be empty.
type New struct {
	Subject                   vocabulary.CustomFieldSubject
	Type                      vocabulary.CustomFieldType
	Code                      string
	LabelEnglish, LabelGerman string
	Description               string
	Choices                   []string
	ForCustomers              bool
}

// FieldChange holds what changes of a custom field; nil stays as it is.
type FieldChange struct {
	LabelEnglish, LabelGerman *string
	// Description is removed by an empty text.
	Description *string
	// Choices is the full list.
	Choices               *[]string
	ForCustomers, Retired *bool
}

// Declare declares a custom field. The outcome has its id. It returns CODE_TAKEN or TOO_MANY_CUSTOM_FIELDS.
func (s *Service) Declare(ctx context.Context, r change.Request, n New) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		f := &ent.CustomField{ID: gid.New(gid.CustomField, 0), Subject: n.Subject, Type: n.Type, Code: n.Code,
			LabelEnglish: n.LabelEnglish, LabelGerman: n.LabelGerman, Description: n.Description,
			ForCustomers: n.ForCustomers}
		var wrong refusals
		if !code.MatchString(n.Code) {
			wrong.add(badInput("input.code", "A code has {min} to {max} letters without accents, digits, hyphens and "+
				"underscores, and begins with a letter.", "Give a code such as costCenter.",
				fault.WithNumber("min", 1), fault.WithNumber("max", 64),
				fault.WithNumber("given", len(n.Code))))
		}
		wrong.field(f, n.Choices)
		here, err := tx.Client().CustomField.Query().Where(customfield.SubjectEQ(n.Subject)).All(ctx)
		if err != nil {
			return wrap("read the custom fields", err)
		}
		open := 0
		for _, other := range here {
			if other.Code == n.Code {
				wrong.add(fault.New(catalog.CodeTaken, "input.code", "Another custom field of these objects already "+
					"has this code.", "Give another code, or change that field with changeCustomField."))
			}
			if other.RetiredAt == nil {
				open++
			}
		}
		if open >= maxFields {
			wrong.add(fault.New(TooManyFields, "input.subject", "These objects have {max} custom fields already.",
				"Retire a field first.", fault.WithNumber("max", maxFields), fault.WithNumber("given", open+1)))
		}
		if err := wrong.err(); err != nil {
			return err
		}
		f.Choices = strings.Join(n.Choices, "\n")
		if err := tx.Client().CustomField.Create().SetID(f.ID).SetSubject(f.Subject).SetCode(f.Code).SetType(f.Type).
			SetLabelEnglish(f.LabelEnglish).SetLabelGerman(f.LabelGerman).SetDescription(f.Description).
			SetChoices(f.Choices).SetForCustomers(f.ForCustomers).SetCreatedAt(done.Now()).Exec(ctx); err != nil {
			return wrap("declare the custom field", err)
		}
		done.Result(f.ID)
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "CustomFieldDeclared", Subject: f.ID,
			Label: f.Code, Fields: append(change.Difference(nil, attributes(f)), choicesChanged(nil, f)...)})
		return nil
	})
}

// Change changes a custom field. The outcome has its id. It returns CHOICE_IN_USE.
func (s *Service) Change(ctx context.Context, r change.Request, id gid.ID, c FieldChange) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		before, err := tx.Client().CustomField.Query().Where(customfield.ID(id), store.Locked).Only(ctx)
		if ent.IsNotFound(err) {
			return fault.Missing("input.customField", "CustomField", id)
		}
		if err != nil {
			return wrap("read the custom field", err)
		}
		after := *before
		for to, given := range map[*string]*string{&after.LabelEnglish: c.LabelEnglish,
			&after.LabelGerman: c.LabelGerman, &after.Description: c.Description} {
			if given != nil {
				*to = *given
			}
		}
		choices := Choices(before)
		if c.Choices != nil {
			choices = *c.Choices
		}
		if c.ForCustomers != nil {
			after.ForCustomers = *c.ForCustomers
		}
		switch now := done.Now(); {
		case c.Retired == nil:
		case !*c.Retired:
			after.RetiredAt = nil
		case before.RetiredAt == nil:
			after.RetiredAt = &now
		}
		var wrong refusals
		wrong.field(&after, choices)
		after.Choices = strings.Join(choices, "\n")
		if err := wrong.inUse(ctx, tx, before, choices); err != nil {
			return err
		}
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		fields := append(change.Difference(attributes(before), attributes(&after)), choicesChanged(before, &after)...)
		if len(fields) > 0 {
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "CustomFieldChanged", Subject: id,
				Label: before.Code, Fields: fields})
		}
		if after.Choices == before.Choices && len(fields) == 0 {
			return nil
		}
		update := tx.Client().CustomField.UpdateOneID(id).SetLabelEnglish(after.LabelEnglish).
			SetLabelGerman(after.LabelGerman).SetDescription(after.Description).SetChoices(after.Choices).
			SetForCustomers(after.ForCustomers)
		if after.RetiredAt == nil {
			update.ClearRetiredAt()
		} else {
			update.SetRetiredAt(*after.RetiredAt)
		}
		return wrap("change the custom field", update.Exec(ctx))
	})
}

// Choices returns the choices of a field, in their order.
func Choices(f *ent.CustomField) []string { return ChoicesOf(f.Choices) }

// ChoicesOf returns the choices that a row of a field holds.
func ChoicesOf(stored string) []string {
	if stored == "" {
		return []string{}
	}
	return strings.Split(stored, "\n")
}

// field checks what may change of a field.
func (r *refusals) field(f *ent.CustomField, choices []string) {
	r.add(catalog.CheckLine("input.labelEnglish", f.LabelEnglish, person.LongestName))
	r.add(catalog.CheckLine("input.labelGerman", f.LabelGerman, person.LongestName))
	for _, refusal := range catalog.CheckText("input.description", f.Description, longestDescription) {
		r.add(refusal)
	}
	switch n := len(choices); {
	case f.Type == vocabulary.CustomFieldTypeChoice && n == 0:
		r.add(badInput("input.choices", "A field of the type CHOICE needs choices.", "Give at least one choice."))
	case f.Type != vocabulary.CustomFieldTypeChoice && n > 0:
		r.add(badInput("input.choices", "Only a field of the type CHOICE has choices.",
			"Leave the choices out, or declare a field of the type CHOICE."))
	case n > maxChoices:
		r.add(fault.LongList("input.choices", maxChoices, n))
		return
	}
	for i, choice := range choices {
		at := fmt.Sprintf("input.choices.%d", i)
		r.add(catalog.CheckLine(at, choice, longestChoice))
		if slices.Contains(choices[:i], choice) {
			r.add(badInput(at, "The list has {choice} twice.", "Give it once.", fault.WithText("choice", choice)))
		}
	}
}

// inUse refuses to remove choices that objects have as their value.
func (r *refusals) inUse(ctx context.Context, tx store.Tx, before *ent.CustomField, choices []string) error {
	for _, choice := range Choices(before) {
		if slices.Contains(choices, choice) {
			continue
		}
		used, err := tx.Client().CustomValue.Query().Where(customvalue.CustomFieldID(before.ID),
			customvalue.Value(choice)).Exist(ctx)
		if err != nil {
			return wrap("look for values", err)
		}
		if used {
			r.add(fault.New(ChoiceInUse, "input.choices", "Objects have {choice} as their value.",
				"Keep the choice, or give these objects another value first.", fault.WithText("choice", choice)))
		}
	}
	return nil
}

func attributes(f *ent.CustomField) []change.Attribute {
	retired := ""
	if f.RetiredAt != nil {
		retired = f.RetiredAt.String()
	}
	return []change.Attribute{{"subject", string(f.Subject)}, {"code", f.Code}, {"type", string(f.Type)},
		{"labelEnglish", f.LabelEnglish}, {"labelGerman", f.LabelGerman}, {"description", f.Description},
		{"forCustomers", strconv.FormatBool(f.ForCustomers)}, {"retiredAt", retired}}
}

// choicesChanged returns the choices that were removed and those that are new. before is nil for a new field.
func choicesChanged(before, after *ent.CustomField) (fields []audit.Field) {
	var was []string
	if before != nil {
		was = Choices(before)
	}
	is := Choices(after)
	for _, choice := range was {
		if !slices.Contains(is, choice) {
			fields = append(fields, change.Was("choices", choice)...)
		}
	}
	for _, choice := range is {
		if !slices.Contains(was, choice) {
			fields = append(fields, change.Is("choices", choice)...)
		}
	}
	return fields
}
