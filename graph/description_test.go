package graph_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/generated"
)

// A description is a complete sentence. These are the signs that it is not one, or that it is hard to read.
var (
	// fragment finds a description that begins as a question or as half a sentence: "Whether it is so.", "Only of this
	// account."
	fragment = regexp.MustCompile(
		`^(Which|Whether|Who|Whose|When|Where|How|Why|Until|Since|Through|By|Only (of|in|on|by|those|from|this))\b|^What (it|they) `)
	// riddle finds words that a stranger must guess, with what to write instead.
	riddle = map[*regexp.Regexp]string{
		regexp.MustCompile(`letter by letter`):                        `"exactly"`,
		regexp.MustCompile(`where nothing is asked|unless asked`):     `"The default is …"`,
		regexp.MustCompile(`\bwhere (there|it|they|nobody|none)\b`):   `"if"`,
		regexp.MustCompile(`; null (if|for|while|where|unless|in)\b`): `a sentence of its own: "It is null if …"`,
		regexp.MustCompile(`\bany more\b.*\bany more\b`):              `"no longer"`,
		regexp.MustCompile(`\bit needs\.$|\bdid\.$`):                  `"Input of …" or "Result of …"`,
	}
	// ofMutation is the description of the input and of the payload of a mutation.
	ofMutation = regexp.MustCompile(`^(Input|Result) of [a-z]\w+\.$`)
)

// faultOf returns what is wrong with a description; "" if it is good.
func faultOf(description string) string {
	switch {
	case description == "":
		return "it is missing"
	case description != strings.TrimSpace(description):
		return "it begins or ends with a blank"
	case !regexp.MustCompile(`^["\p{Lu}]`).MatchString(description):
		return "it does not begin with a capital letter"
	case !strings.HasSuffix(description, "."):
		return "it does not end with a full stop"
	case ofMutation.MatchString(description):
		return ""
	case len(strings.Fields(description)) < 3:
		return "it is too short to be a sentence"
	case fragment.MatchString(description):
		return "it is not a sentence; say what the element is, such as \"The account has this name.\" or \"This is " +
			"true if …\""
	}
	for sign, instead := range riddle {
		if found := sign.FindString(description); found != "" {
			return "it says \"" + found + "\"; write " + instead
		}
	}
	return ""
}

func TestEveryDescriptionIsASentence(t *testing.T) {
	seen := 0
	check := func(coordinate, description string) {
		seen++
		if wrong := faultOf(description); wrong != "" {
			t.Errorf("the description of %s: %s\n\t%s", coordinate, wrong, description)
		}
	}
	for _, is := range generated.NewExecutableSchema(generated.Config{}).Schema().Types {
		if is.BuiltIn {
			continue
		}
		check(is.Name, is.Description)
		for _, v := range is.EnumValues {
			check(is.Name+"."+v.Name, v.Description)
		}
		for _, f := range is.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(is.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				check(is.Name+"."+f.Name+"("+a.Name+":)", a.Description)
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d descriptions were found", seen)
	}
}

func TestFragmentsAreFound(t *testing.T) {
	for description, good := range map[string]bool{
		"The account has this name.":                   true,
		"This is true if the user may sign in.":        true,
		"Input of inviteMembers.":                      true,
		"What the input does not name stays as it is.": true,
		"":                              false,
		"the account has this name.":    false,
		"The account has this name":     false,
		"The account.":                  false,
		"Whether the user may sign in.": false,
		"What it needs.":                false,
		"Only of this account.":         false,
		"The list has user names that begin so, letter by letter.":    false,
		"The order is this one; null if none is known.":               false,
		"The list has 20 rows where nothing is asked.":                false,
		"The field is null where there is none that the viewer sees.": false,
	} {
		if wrong := faultOf(description); (wrong == "") != good {
			t.Errorf("%q: %q", description, wrong)
		}
	}
}
