package catalog

import (
	"regexp"
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/vocabulary"
)

func TestUnits(t *testing.T) {
	units := Units()
	if len(units) != 29 {
		t.Fatalf("%d units, want 29", len(units))
	}
	code, codes := regexp.MustCompile(`^[A-Z][A-Z_]*$`), map[string]bool{}
	bases := map[string]vocabulary.UnitKind{}
	for _, u := range units {
		if !code.MatchString(u.Code) || codes[u.Code] {
			t.Errorf("code %q is not UPPER_SNAKE or not unique", u.Code)
		}
		codes[u.Code] = true
		if u.Scale < 1 || u.Singular == "" || u.Plural == "" || u.BaseUnit == "" || u.Rule == "" || u.Decimals < 0 ||
			CheckLine("", u.One.English, longestOne) != nil || CheckLine("", u.One.German, longestOne) != nil {
			t.Errorf("%s is not complete: %+v", u.Code, u)
		}
		if !slices.Contains(u.Kind.Values(), string(u.Kind)) || !slices.Contains(u.Pool.Values(), string(u.Pool)) ||
			!slices.Contains(u.Aggregation.Values(), string(u.Aggregation)) {
			t.Errorf("%s has an unknown kind, pool or aggregation: %+v", u.Code, u)
		}
		if kind, ok := bases[u.BaseUnit]; ok && kind != u.Kind {
			t.Errorf("base unit %q is %s and %s", u.BaseUnit, kind, u.Kind)
		}
		bases[u.BaseUnit] = u.Kind
	}
	if !codes[UnknownUnit] {
		t.Errorf("%s is missing", UnknownUnit)
	}
}
