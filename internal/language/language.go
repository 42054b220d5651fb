// Package language has what mails and pages in several languages share: days, the words for access, and which language
// a browser asks for.
package language

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// All lists the languages, the default first.
var All = []vocabulary.Language{vocabulary.LanguageEN, vocabulary.LanguageDE}

var matcher = language.NewMatcher([]language.Tag{language.English, language.German})

// Preferred returns the language that an Accept-Language header prefers; English if it names none of ours.
func Preferred(header string) vocabulary.Language {
	_, i := language.MatchStrings(matcher, header)
	return All[i]
}

var germanMonths = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
	"Oktober", "November", "Dezember"}

// Date returns a day as people write it.
func Date(in vocabulary.Language, d day.Day) string {
	at := d.Time()
	if in == vocabulary.LanguageDE {
		return fmt.Sprintf("%d. %s %d", at.Day(), germanMonths[at.Month()-1], at.Year())
	}
	return at.Format("January 2, 2006")
}

// germanWords are the German words for roles and services, by the English ones. The portal has the same.
var germanWords = map[string]string{
	"account administrator": "Verwaltung", "license manager": "Lizenzverwaltung",
	"renewals manager": "Verlängerungen", "downloader": "Herunterladen", "reader": "Lesen",
	"community": "Community", "licensing": "Lizenzen", "downloads": "Downloads",
}

// List returns roles or services as one text. Their words are given in English. A word that is not known, which
// another version wrote, stays as it is.
func List(in vocabulary.Language, words []string) string {
	if in != vocabulary.LanguageDE {
		return strings.Join(words, ", ")
	}
	german := make([]string, len(words))
	for i, word := range words {
		var known bool
		if german[i], known = germanWords[strings.ToLower(word)]; !known {
			german[i] = word
		}
	}
	return strings.Join(german, ", ")
}
