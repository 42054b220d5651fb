package usage

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestResetPeriod(t *testing.T) {
	for _, c := range []struct {
		reset           vocabulary.ResetInterval
		on, first, last string
	}{
		{vocabulary.ResetIntervalMonth, "2026-11-22", "2026-11-01", "2026-11-30"},
		{vocabulary.ResetIntervalMonth, "2026-12-31", "2026-12-01", "2026-12-31"},
		{vocabulary.ResetIntervalMonth, "2028-02-29", "2028-02-01", "2028-02-29"},
		{vocabulary.ResetIntervalQuarter, "2026-11-22", "2026-10-01", "2026-12-31"},
		{vocabulary.ResetIntervalQuarter, "2026-03-31", "2026-01-01", "2026-03-31"},
		{vocabulary.ResetIntervalQuarter, "2026-04-01", "2026-04-01", "2026-06-30"},
		{vocabulary.ResetIntervalYear, "2026-11-22", "2026-01-01", "2026-12-31"},
	} {
		on, _ := day.Parse(c.on)
		if first, last := resetPeriod(c.reset, on); first.String() != c.first || last.String() != c.last {
			t.Errorf("%s around %s: %s to %s", c.reset, c.on, first, last)
		}
	}
	if first, last := resetPeriod(vocabulary.ResetIntervalNever, 0); first != day.Beginning || last != day.Forever {
		t.Errorf("never: %v to %v", first, last)
	}
}

// reported returns what is known of reports, as of day 1000.
func reported(all ...report) *reports {
	r := &reports{on: 1000, reset: vocabulary.ResetIntervalNever, seen: map[series]*[meanDays]bool{},
		inMean: new(big.Rat), sinceReset: new(big.Rat)}
	for _, f := range all {
		if f.Reset == "" {
			f.Reset = string(vocabulary.ResetIntervalNever)
		}
		if f.Denominator == 0 {
			f.Denominator = 1
		}
		r.add(f)
	}
	return r
}

func TestMeanOfReports(t *testing.T) {
	for name, c := range map[string]struct {
		reports []report
		want    string
	}{
		"nothing":       {nil, ""},
		"one":           {[]report{{First: 972, Last: 999, Used: 56}}, "2"},
		"longer":        {[]report{{First: 944, Last: 999, Used: 56}}, "1"},
		"fraction":      {[]report{{First: 972, Last: 999, Used: 1, Denominator: 3}}, "1/84"},
		"a day short":   {[]report{{First: 973, Last: 999, Used: 27}}, ""},
		"not over":      {[]report{{First: 972, Last: 1000, Used: 29}}, ""},
		"with a gap":    {[]report{{First: 972, Last: 980, Used: 9}, {First: 982, Last: 999, Used: 18}}, ""},
		"without a gap": {[]report{{First: 972, Last: 980, Used: 9}, {First: 981, Last: 999, Used: 19}}, "1"},
		"opening":       {[]report{{First: 972, Last: 999, Used: 28, Opening: true}}, ""},
		"opening too": {[]report{{First: 972, Last: 999, Used: 28}, {First: 1, Last: 999, Used: 7, Opening: true}},
			"1"},
		"two meters": {[]report{{First: 972, Last: 999, Used: 28}, {First: 972, Last: 999, Used: 28, Meter: 1}}, "2"},
		"one of two": {[]report{{First: 972, Last: 999, Used: 28}, {First: 980, Last: 999, Used: 20, Meter: 1}}, ""},
		"one of two accounts": {[]report{{First: 972, Last: 999, Used: 28},
			{First: 980, Last: 999, Used: 20, Account: 1}}, ""},
		"two resets": {[]report{{First: 972, Last: 999, Used: 28},
			{First: 972, Last: 999, Used: 28, Meter: 1, Reset: "YEAR"}}, ""},
	} {
		mean, ok := reported(c.reports...).mean()
		if ok != (c.want != "") || ok && mean.RatString() != c.want {
			t.Errorf("%s: %v, %t, want %q", name, mean, ok, c.want)
		}
	}
}

// However reports are cut into shorter ones, the mean and what was used stay the same. A day earlier than the one on
// which a unit runs out leaves something.
func TestReportsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := day.Day(rapid.IntRange(900, 972).Draw(t, "first"))
		perDay := rapid.Int64Range(1, 1000).Draw(t, "per day")
		cut := day.Day(rapid.IntRange(int(first), 998).Draw(t, "cut"))
		whole := reported(report{First: first, Last: 999, Used: perDay * int64(1000-first)})
		parts := reported(report{First: first, Last: cut, Used: perDay * int64(cut-first+1)},
			report{First: cut + 1, Last: 999, Used: perDay * int64(999-cut)})
		a, known := whole.mean()
		b, also := parts.mean()
		if !known || !also || a.Cmp(b) != 0 || whole.sinceReset.Cmp(parts.sinceReset) != 0 {
			t.Fatalf("%v and %v, %v and %v", a, b, whole.sinceReset, parts.sinceReset)
		}
		granted := rapid.Int64Range(0, 1_000_000).Draw(t, "granted")
		p := &entitlement.Position{Granted: big.NewInt(granted), Overdraft: new(big.Int), FirstEnd: day.Forever,
			Query: entitlement.PositionQuery{On: 1000, Today: 1000}}
		out := paceOfReports(p, whole).RunsOutOn
		left := granted - perDay*int64(1000-first)
		switch {
		case out == nil:
			t.Fatal("it never runs out")
		case left <= 0 && *out != 1000:
			t.Fatalf("nothing is left, and it runs out on %d", *out)
		case left > 0 && (left > perDay*int64(*out-999) || left <= perDay*int64(*out-1000)):
			t.Fatalf("%d a day use %d up on day %d", perDay, left, *out)
		}
	})
}
