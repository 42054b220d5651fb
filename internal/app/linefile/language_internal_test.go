package linefile

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestStatusesAreCalledAsInThePortal compares the words of a file with the texts of the portal.
func TestStatusesAreCalledAsInThePortal(t *testing.T) {
	for language, words := range wordsOf {
		file := "../../../web/src/portal/language/" + string(language) + ".ts"
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(string(content), "\n    state: {\n")
		states, _, found := strings.Cut(after, "\n    },\n")
		if !found {
			t.Fatalf("%s has no texts for states", file)
		}
		portal := map[string]string{}
		for _, line := range regexp.MustCompile(`([A-Z_]+): '([^']*)'`).FindAllStringSubmatch(states, -1) {
			portal[line[1]] = line[2]
		}
		for s, got := range words.status {
			if want := portal[s]; got != want {
				t.Errorf("%s: %s is called %q, want %q", language, s, got, want)
			}
		}
	}
}
