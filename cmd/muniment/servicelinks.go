package main

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/origin"
)

// Limits of service links. A page shows all of them in full.
const (
	maxServiceLinks       = 20
	maxServiceLinkName    = 60
	maxServiceLinkAddress = 500
)

// serviceLinks reads the links to services of the producer elsewhere, each as NAME=ADDRESS.
func serviceLinks(texts []string) ([]model.ServiceLink, error) {
	if len(texts) > maxServiceLinks {
		return nil, fault.New(usage, "service-link",
			fmt.Sprintf("--service-link has %d links, and a page shows at most %d", len(texts), maxServiceLinks),
			"link to a page of your own that has the others")
	}
	links := make([]model.ServiceLink, len(texts))
	for i, text := range texts {
		link, err := serviceLink(text)
		if err != nil {
			return nil, err
		}
		for _, before := range links[:i] {
			if before.Name == link.Name {
				return nil, fault.New(usage, "service-link",
					fmt.Sprintf("--service-link has two links with the name %.80q", link.Name),
					"give each link a name of its own")
			}
		}
		links[i] = link
	}
	return links, nil
}

func serviceLink(text string) (model.ServiceLink, error) {
	refuse := func(format string, values ...any) (model.ServiceLink, error) {
		return model.ServiceLink{}, fault.New(usage, "service-link",
			fmt.Sprintf("--service-link "+format, values...), "write it as Forum=https://forum.example.com")
	}
	name, address, found := strings.Cut(text, "=")
	name, address = strings.TrimSpace(name), strings.TrimSpace(address)
	if !found || name == "" {
		return refuse("%.80q has no name before =", text)
	}
	if utf8.RuneCountInString(name) > maxServiceLinkName || strings.ContainsFunc(name, isInvisible) {
		return refuse("has the name %.80q; a name is one line of at most %d characters", name, maxServiceLinkName)
	}
	if len(address) > maxServiceLinkAddress {
		return refuse("has the address %.80q, which has more than %d bytes", address, maxServiceLinkAddress)
	}
	to, err := url.Parse(address)
	if err != nil || to.Host == "" {
		return refuse("has the address %.80q, which is not a URL with a host", address)
	}
	if to.User != nil {
		return refuse("has the address %.80q, which names a user", address)
	}
	if _, ok := origin.Of(to); !ok || to.Scheme == "http" && !origin.Loopback(to.Host) {
		return refuse("has the address %.80q, which does not begin with https://", address)
	}
	return model.ServiceLink{Name: name, Address: to.String()}, nil
}

// isInvisible reports whether a page shows nothing for a character.
func isInvisible(r rune) bool { return !unicode.IsGraphic(r) }
