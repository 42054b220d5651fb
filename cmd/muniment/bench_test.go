package main

import (
	"strings"
	"testing"
)

func TestALoadSetGoesIntoAnEmptyDatabaseOnly(t *testing.T) {
	data := t.TempDir()
	small := []string{"bench", "seed", "--data", data, "--accounts", "20", "--users", "100", "--entitlements", "200",
		"--no-large"}
	var out, errs strings.Builder
	if code := Run(t.Context(), small, strings.NewReader(""), &out, &errs); code != exitDone ||
		!strings.Contains(out.String(), "rows a second") {
		t.Fatalf(`exit %d: %s%s, want code = %v and String with "rows a second"`, code, &out, &errs, exitDone)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{small, "NOT_EMPTY"},
		{[]string{"bench", "seed", "--data", t.TempDir(), "--accounts", "5"}, "BAD_SHAPE"},
	} {
		out.Reset()
		errs.Reset()
		if code := Run(t.Context(), c.args, strings.NewReader(""), &out, &errs); code != exitFailed ||
			!strings.Contains(errs.String(), c.want) {
			t.Errorf("%v: exit %d: %s; want %s", c.args, code, &errs, c.want)
		}
	}
	out.Reset()
	if code := Run(t.Context(), []string{"doctor", "--data", data}, strings.NewReader(""), &out,
		&errs); code != exitDone {
		t.Errorf("the doctor finds: %s, want code = %v", &out, exitDone)
	}
}
