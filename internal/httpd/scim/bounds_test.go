package scim

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// many is a PATCH: one add of values, then operations that look at each of them.
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

// TestThePatchOfManyValues counts what operations with a filter cost that follow many values, 54 kB in all.
func TestThePatchOfManyValues(t *testing.T) {
	for operations, most := range map[int]int{10: 60_000, 100: 450_000} {
		m := newMeter(t.Context())
		if err := apply(m, many(t, 2000, operations), documentOf(stored)); err != nil || m.spent > most {
			t.Errorf("%d operations: %v, %d visits", operations, err, m.spent)
		}
	}
	m := newMeter(t.Context())
	if err := apply(m, many(t, 2000, 400), documentOf(stored)); err == nil || !strings.Contains(err.Error(), "1,000,000 values") {
		t.Errorf("too many visits: %v", err)
	}
	if m.spent > maxVisits+10 {
		t.Errorf("it went on to %d visits", m.spent)
	}
	// Merging is linear: no operation copies, or looks through, what is there.
	body := []any{}
	for i := range 5000 {
		body = append(body, map[string]any{"value": fmt.Sprint(i), "primary": true})
	}
	attribute, _ := userAttributes.ContainsAttribute("emails")
	m = newMeter(t.Context())
	if err := apply(m, []operation{{verb: replace, attribute: attribute, value: body}, {verb: add, attribute: attribute, value: body}}, map[string]any{}); err != nil || m.spent > 10_010 {
		t.Errorf("merging: %v, %d visits", err, m.spent)
	}
	allocations := testing.AllocsPerRun(3, func() {
		_ = apply(newMeter(t.Context()), []operation{{verb: replace, attribute: attribute, value: body}}, map[string]any{})
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
	_, err := operationsOf(t.Context(), map[string]any{"Operations": []any{map[string]any{"op": "add", "value": value}}}, userAttributes)
	if err == nil || !strings.Contains(err.Error(), "operations") {
		t.Errorf("%v", err)
	}
}

// TestNobodyWorksForAClientWhoLeft stops work at the beginning, and in the middle.
func TestNobodyWorksForAClientWhoLeft(t *testing.T) {
	operations := many(t, 2000, 100)
	ctx, cancel := context.WithCancel(t.Context())
	m := newMeter(ctx)
	passes := operations[1].passes
	operations[1].passes = func(m *meter, object map[string]any) bool {
		cancel()
		return passes(m, object)
	}
	if err := apply(m, operations, documentOf(stored)); !errors.Is(err, context.Canceled) || m.spent > 6500 {
		t.Errorf("left in the middle: %v, %d visits", err, m.spent)
	}
	m = newMeter(ctx)
	if err := apply(m, many(t, 10, 1), documentOf(stored)); !errors.Is(err, context.Canceled) || m.spent > 1 {
		t.Errorf("left before: %v, %d visits", err, m.spent)
	}
	if _, err := operationsOf(ctx, map[string]any{"Operations": []any{map[string]any{"op": "add", "path": "displayName", "value": "x"}}}, userAttributes); !errors.Is(err, context.Canceled) {
		t.Errorf("reading: %v", err)
	}
}
