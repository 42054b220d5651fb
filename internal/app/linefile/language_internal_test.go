package linefile

import (
	"os"
	"regexp"
	"testing"
)

// TestStatusesAreCalledAsInThePortal compares the words of a file with the texts of the portal.
func TestStatusesAreCalledAsInThePortal(t *testing.T) {
	for language, words := range wordsOf {
		file := "../../../web/src/portal/language/lineStates." + string(language) + ".ts"
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		portal := map[string]string{}
		for _, line := range regexp.MustCompile(`([A-Z_]+): '([^']*)'`).FindAllStringSubmatch(string(content), -1) {
			portal[line[1]] = line[2]
		}
		for s, got := range words.status {
			if want := portal[s]; got != want {
				t.Errorf("%s: %s is called %q, want %q", language, s, got, want)
			}
		}
	}
}
