package web

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/day"
)

// screen is what the page of the portal names for a screen of the portal or of the operator console.
type screen struct {
	// path are the segments of the path; those that begin with "$" stand for an id.
	path []string
	// Scripts are the addresses of the scripts of the screen, beside those of every page.
	Scripts []string `json:"scripts"`
	// Styles are the addresses of the style sheets of the screen, beside that of every page.
	Styles []string `json:"styles"`
	// Queries are what the screen asks first.
	Queries []query `json:"queries"`
}

// query is a trusted document by its hash, and its variables. In their texts, "$account", "$line" and "$device" stand
// for the ids of the path, "$today" for the day, "$today+89" for a later one, and "$today-90T00:00:00Z" for a moment of
// an earlier one.
type query struct {
	Hash      string         `json:"hash"`
	Variables map[string]any `json:"variables"`
}

// readScreens reads the screens as the build writes them, and the addresses of the scripts with the texts of languages,
// by the code of the language.
func readScreens(content []byte) (all []screen, languages map[string][]string, err error) {
	var built struct {
		Screens   map[string]screen
		Languages map[string][]string
	}
	if err := json.Unmarshal(content, &built); err != nil {
		return nil, nil, fmt.Errorf("web: the screens of the portal: %w", err)
	}
	for path, s := range built.Screens {
		s.path = segments(path)
		all = append(all, s)
	}
	return all, built.Languages, nil
}

// languageOf returns the language in which the portal speaks to a browser with an Accept-Language header, unless the
// viewer has chosen another one: the first that both know. The portal decides by the same rule.
func languageOf(header string) string {
	for entry := range strings.SplitSeq(header, ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(entry), ";")
		if language, _, _ := strings.Cut(strings.ToLower(tag), "-"); language == "de" || language == "en" {
			return language
		}
	}
	return "en"
}

func segments(path string) []string { return strings.Split(strings.Trim(path, "/"), "/") }

// match returns the values of the segments that begin with "$", and whether the path is one of the screen.
func (s screen) match(path []string) (map[string]string, bool) {
	if len(path) != len(s.path) {
		return nil, false
	}
	ids := map[string]string{}
	for i, part := range s.path {
		if strings.HasPrefix(part, "$") {
			ids[part] = path[i]
		} else if part != path[i] {
			return nil, false
		}
	}
	return ids, true
}

// fixed reports whether the query asks the same on every day and for every search.
func (q query) fixed() bool {
	for _, value := range q.Variables {
		if text, ok := value.(string); !ok || strings.HasPrefix(text, today) {
			return false
		}
	}
	return true
}

const today = "$today"

// fill returns the variables of a query with the ids of the path, on a day.
func fill(variables map[string]any, ids map[string]string, now day.Day) map[string]any {
	return filled(variables, ids, now).(map[string]any)
}

func filled(value any, ids map[string]string, now day.Day) any {
	switch v := value.(type) {
	case string:
		if id, known := ids[v]; known {
			return id
		}
		if ahead, relative := strings.CutPrefix(v, today); relative {
			days, moment, isMoment := strings.Cut(ahead, "T")
			distance, _ := strconv.Atoi(days) // "" for the day itself
			text := (now + day.Day(distance)).String()
			if isMoment {
				text += "T" + moment
			}
			return text
		}
	case []any:
		list := make([]any, len(v))
		for i, one := range v {
			list[i] = filled(one, ids, now)
		}
		return list
	case map[string]any:
		object := make(map[string]any, len(v))
		for name, one := range v {
			object[name] = filled(one, ids, now)
		}
		return object
	}
	return value
}
