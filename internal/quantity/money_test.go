package quantity

import "testing"

func TestParseUnits(t *testing.T) {
	for _, test := range []struct {
		text  string
		scale int64
		want  int64
		ok    bool
	}{
		{"12.50", 100, 1250, true}, {"12.500", 100, 1250, true}, {"0", 100, 0, true}, {"7", 1, 7, true},
		{"92233720368547758.07", 100, 9223372036854775807, true}, {"92233720368547758.08", 100, 0, false},
		{"12.505", 100, 0, false}, {"7.5", 1, 0, false}, {"-1", 100, 0, false}, {"+1", 100, 0, false},
		{"1e3", 100, 0, false}, {"1/2", 100, 0, false}, {".5", 100, 0, false}, {"5.", 100, 0, false},
		{"", 100, 0, false}, {" 1", 100, 0, false}, {"1,5", 100, 0, false},
		{"00000000000000000000000000000000000000001", 100, 0, false},
	} {
		if got, ok := ParseUnits(test.text, test.scale); got != test.want || ok != test.ok {
			t.Errorf("%q with %d: %d %t, want %d %t", test.text, test.scale, got, ok, test.want, test.ok)
		}
	}
}
