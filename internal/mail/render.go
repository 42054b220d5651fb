package mail

import (
	"embed"
	"errors"
	"fmt"
	html "html/template"
	"strings"
	"text/template"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/language"
	"github.com/muniment/muniment/internal/vocabulary"
)

//go:embed templates
var templates embed.FS

// view is the data of the templates.
type view struct {
	Language vocabulary.Language
	// Portal is the displayed name of the server, and PortalURL its URL.
	Portal, PortalURL string
	// Link is the URL of what the mail is about; empty if there is only the portal.
	Link string
	// UserName is set in a mail with a sign-in link.
	UserName string
	Message  Message
}

type pair struct {
	text *template.Template
	html *html.Template
}

// parsed has the templates by the tag of the language.
var parsed = func() map[string]map[kind]pair {
	all := make(map[string]map[kind]pair)
	for _, in := range language.All {
		all[in.Tag()] = parse(in)
	}
	return all
}()

func parse(in vocabulary.Language) map[kind]pair {
	functions := map[string]any{
		"date":  func(d day.Day) string { return language.Date(in, d) },
		"list":  func(words []string) string { return language.List(in, words) },
		"quote": func(text string) string { return "> " + strings.ReplaceAll(text, "\n", "\n> ") },
		"lines": func(text string) []string { return strings.Split(text, "\n") },
	}
	all, folder := make(map[kind]pair), "templates/"+in.Tag()+"/"
	for _, k := range kinds {
		all[k] = pair{
			text: template.Must(template.New("").Funcs(functions).
				ParseFS(templates, "templates/layout.txt", folder+"phrases.txt", folder+string(k)+".txt")),
			html: html.Must(html.New("").Funcs(functions).
				ParseFS(templates, "templates/layout.html", folder+"phrases.html", folder+string(k)+".html")),
		}
	}
	return all
}

// render renders a message. The caller sets sender, recipient, id and date. Its errors do not contain the message.
func render(v view) (Letter, error) {
	var subject, text, page strings.Builder
	p := parsed[v.Language.Tag()][v.Message.kind()]
	err := errors.Join(p.text.ExecuteTemplate(&subject, "subject", v), p.text.ExecuteTemplate(&text, "layout", v),
		p.html.ExecuteTemplate(&page, "layout", v))
	if err != nil {
		return Letter{}, fmt.Errorf("the templates of %s do not fit it", v.Message.kind())
	}
	return Letter{Subject: oneLine(subject.String()), Text: text.String(), HTML: page.String()}, nil
}
