package naive

import (
	"strings"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// customFields answers the values of custom fields of an object.
var customFields = shortList("CustomFieldValue", "custom_values", "subject_id", by("FIELD", "custom_field_id"))

// choicesOfField answers the choices of a custom field.
func choicesOfField(in asked) (any, error) {
	choices := []string{}
	for choice := range strings.SplitSeq(in.row.text("choices"), "\n") {
		if choice != "" {
			choices = append(choices, choice)
		}
	}
	return choices, nil
}

// valueIf answers the value of a custom field that has a type; null for others.
func valueIf(typ string) field {
	return func(in asked) (any, error) {
		form := in.row.text("value")
		switch {
		case in.Base.get("custom_fields", in.row.number("custom_field_id")).text("type") != typ:
			return nil, nil
		case typ == "BOOLEAN":
			return form == "true", nil
		}
		return form, nil
	}
}

func filterCustomFields(in asked) (func(row) bool, any, error) {
	subject, err := argument[vocabulary.CustomFieldSubject](in, "subject")
	return func(r row) bool { return subject == nil || r.text("subject") == string(*subject) }, orZero(subject), err
}

// seesCustomValue tells whether the viewer sees the value of a custom field: its field is for customers, and they see
// the object.
func (s *visibility) seesCustomValue(r row) bool {
	account, subject := gid.ID(r.number("account_id")), r.number("subject_id")
	switch {
	case !s.base.get("custom_fields", r.number("custom_field_id")).truth("for_customers"):
		return false
	case gid.ID(subject).Type() == gid.Account:
		return s.member(account)
	}
	return s.licensed(account, func(line int64) bool {
		return s.lineIsOf(subject, line) || s.entitlementIsOf(subject, line) ||
			s.anyLine("activations", "device_id", subject, line)
	})
}
