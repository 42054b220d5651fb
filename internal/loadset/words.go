package loadset

import (
	"math/rand/v2"
	"strings"
)

var (
	onsets = strings.Fields("b d f g k l m n p r s t v z br dr gr kl pr st tr")
	vowels = strings.Fields("a e i o u ai ei")
	codas  = []string{"", "", "", "n", "r", "s", "l", "th"}
	forms  = []string{"GmbH", "AG", "Ltd", "Inc", "SA", "AB", "Oy", "BV", "KK", "SpA"}
	places = []string{"US", "DE", "GB", "FR", "JP", "SE", "FI", "NL", "IT", "BR", "IN", "CA"}
)

// name returns a pronounceable random word with a number of syllables.
func name(r *rand.Rand, syllables int) string {
	var b strings.Builder
	for range syllables {
		b.WriteString(onsets[r.IntN(len(onsets))])
		b.WriteString(vowels[r.IntN(len(vowels))])
	}
	b.WriteString(codas[r.IntN(len(codas))])
	word := b.String()
	return strings.ToUpper(word[:1]) + word[1:]
}
