package main

import (
	"strings"
	"testing"
)

func TestTally(t *testing.T) {
	const run = `{"Action":"start","Package":"a"}
{"Action":"output","Package":"a","Test":"TestGood","Output":"quiet\n"}
{"Action":"pass","Package":"a","Test":"TestGood"}
{"Action":"output","Package":"a","Test":"TestBad","Output":"the reason\n"}
{"Action":"fail","Package":"a","Test":"TestBad"}
{"Action":"skip","Package":"a","Test":"TestNot"}
{"Action":"fail","Package":"a","Elapsed":1.5}
{"Action":"skip","Package":"no tests"}
{"ImportPath":"b [b.test]","Action":"build-output","Output":"b.go:1: wrong\n"}
{"ImportPath":"b [b.test]","Action":"build-fail"}
{"Action":"fail","Package":"b","FailedBuild":"b [b.test]"}
{"Action":"run","Package":"c","Test":"TestDies"}
{"Action":"output","Package":"c","Test":"TestDies","Output":"panic: now\n"}
{"Action":"fail","Package":"c"}
{"Action":"pass","Package":"d"}
no JSON
`
	var out strings.Builder
	got, err := tally(strings.NewReader(run), &out)
	if err != nil {
		t.Fatal(err)
	}
	if want := (counts{passed: 1, failed: 3, skipped: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, want := range []string{"the reason", "FAIL  a", "b.go:1: wrong", "FAIL  b", "panic: now", "ok    d",
		"no JSON"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "quiet") {
		t.Error("the output of a test that passed is shown")
	}
}
