package scim

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	filter "github.com/scim2/filter-parser/v2"
)

// many returns a PATCH: one operation adds values, the others filter them.
func many(t *testing.T, values, operations int) []operation {
	t.Helper()
	var list []string
	for i := range values {
		list = append(list, fmt.Sprintf(`{"value":"v%d"}`, i))
	}
	text := `{"op":"add","path":"emails","value":[` + strings.Join(list, ",") + `]}` +
		strings.Repeat(`,{"op":"add","path":"emails[value eq \"v\"]","value":{"type":"x"}}`, operations)
	var body map[string]any
	if err := json.Unmarshal([]byte(`{"Operations":[`+text+`]}`), &body); err != nil {
		t.Fatal(err)
	}
	read, err := operationsOf(t.Context(), body, userAttributes)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// TestThePatchOfManyValues measures the cost of a PATCH of 54 kB whose filters visit many values.
func TestThePatchOfManyValues(t *testing.T) {
	for operations, most := range map[int]int{10: 60_000, 100: 450_000} {
		m := newMeter(t.Context(), maxPatchVisits)
		if err := apply(m, many(t, 2000, operations), documentOf(stored)); err != nil || m.spent > most {
			t.Errorf("%d operations: %v, %d visits, want %v or less", operations, err, m.spent, most)
		}
	}
	m := newMeter(t.Context(), maxPatchVisits)
	if err := apply(m, many(t, 2000, 400), documentOf(stored)); err == nil ||
		!strings.Contains(err.Error(), "500,000 values") {
		t.Errorf("too many visits: %v", err)
	}
	if m.spent > maxPatchVisits+10 {
		t.Errorf("it went on to %d visits", m.spent)
	}
	// Merging is linear: no operation copies or scans the existing values.
	body := []any{}
	for i := range 5000 {
		body = append(body, map[string]any{"value": fmt.Sprint(i), "primary": true})
	}
	attribute, _ := userAttributes.ContainsAttribute("emails")
	m = newMeter(t.Context(), maxPatchVisits)
	if err := apply(m, []operation{{verb: replace, attribute: attribute, value: body},
		{verb: add, attribute: attribute, value: body}}, map[string]any{}); err != nil || m.spent > 10_010 {
		t.Errorf("merging: %v, %d visits, want 10_010 or less", err, m.spent)
	}
	allocations := testing.AllocsPerRun(3, func() {
		_ = apply(newMeter(t.Context(), maxPatchVisits),
			[]operation{{verb: replace, attribute: attribute, value: body}}, map[string]any{})
	})
	if allocations > 6*5000 {
		t.Errorf("merging 5,000 values allocates %v times", allocations)
	}
}

func TestOperationsWithoutAPathAreCounted(t *testing.T) {
	value := map[string]any{}
	for i := range maxOperations + 1 {
		value[fmt.Sprintf(`emails[type eq "%d"].value`, i)] = "x@example.com"
	}
	_, err := operationsOf(t.Context(), map[string]any{"Operations": []any{map[string]any{"op": "add",
		"value": value}}}, userAttributes)
	if err == nil || !strings.Contains(err.Error(), "operations") {
		t.Errorf(`%v, want "operations" in it`, err)
	}
}

// TestACanceledRequestStopsWorking checks that a canceled context stops the work, before and during it.
func TestACanceledRequestStopsWorking(t *testing.T) {
	operations := many(t, 2000, 100)
	ctx, cancel := context.WithCancel(t.Context())
	m := newMeter(ctx, maxPatchVisits)
	passes := operations[1].passes
	operations[1].passes = func(m *meter, object map[string]any) bool {
		cancel()
		return passes(m, object)
	}
	if err := apply(m, operations, documentOf(stored)); !errors.Is(err, context.Canceled) || m.spent > 6500 {
		t.Errorf("left in the middle: %v, %d visits", err, m.spent)
	}
	m = newMeter(ctx, maxPatchVisits)
	if err := apply(m, many(t, 10, 1), documentOf(stored)); !errors.Is(err, context.Canceled) || m.spent > 1 {
		t.Errorf("left before: %v, %d visits", err, m.spent)
	}
	if _, err := operationsOf(ctx, map[string]any{"Operations": []any{map[string]any{"op": "add",
		"path": "displayName", "value": "x"}}}, userAttributes); !errors.Is(err, context.Canceled) {
		t.Errorf("reading: %v, want %v", err, context.Canceled)
	}
}

// TestPlainPaths checks that plainPath parses as the general parser does, and rejects all other paths.
func TestPlainPaths(t *testing.T) {
	for _, text := range []string{"displayName", "name.givenName", `emails[type eq "work"].value`,
		`members[value eq "drc_1-2"]`,
		`emails[type eq ""]`, `emails[type eq "a] or [b"].value`, "x509Certificates.value"} {
		got, plain := plainPath(text)
		want, err := filter.ParsePathNumber([]byte(text))
		if !plain || err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %t, not %v, %v", text, got, plain, want, err)
		}
	}
	for _, text := range []string{"", ".", "a.", "a.b.c", "1a", "a b", "emails[", `emails[type eq "work"]value`,
		`emails[type eq "work"`,
		`emails[type eq "a\"b"]`, `emails[type eq "é"]`, `emails[type eq "a" or type eq "b"]`, `emails[type eq "a"].`,
		"urn:x:y", `[type eq "a"]`} {
		if got, plain := plainPath(text); plain {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestComplexPathsAreBounded checks that a PATCH with too many complex paths is refused.
func TestComplexPathsAreBounded(t *testing.T) {
	patch := func(path string, n int) error {
		list := make([]any, n)
		for i := range list {
			list[i] = map[string]any{"op": "remove", "path": path}
		}
		_, err := operationsOf(t.Context(), map[string]any{"Operations": list}, userAttributes)
		return err
	}
	if err := patch(`emails[value eq "`+strings.Repeat("a", 1000)+`"]`, 1000); err != nil {
		t.Errorf("plain paths: %v", err)
	}
	if err := patch(`emails[type eq "a" and value eq "b"]`, 200); err != nil {
		t.Errorf("few odd paths: %v", err)
	}
	if err := patch(`emails[type eq "a" and value eq "b"]`, 1000); err == nil ||
		!strings.Contains(err.Error(), "8,192 bytes") {
		t.Errorf(`many odd paths: %v, want "8,192 bytes" in it`, err)
	}
}
