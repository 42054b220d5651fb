package entitlement

import (
	"regexp"
	"testing"
)

func TestNewActivationIDsAreReadableAndDiffer(t *testing.T) {
	form := regexp.MustCompile(`^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$`)
	seen := map[string]bool{}
	for range 1000 {
		id := NewActivationID()
		if !form.MatchString(id) || seen[id] {
			t.Fatalf("%q has another form, or came before: %t", id, seen[id])
		}
		seen[id] = true
	}
}
