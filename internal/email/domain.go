package email

import (
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// longestDomain is the limit in bytes of a domain in ASCII form.
const longestDomain = 253

// CanonicalDomain returns a domain in the form in which it is stored and compared: in lower case and in its ASCII form
// (Punycode), so that bücher.example and xn--bcher-kva.example are the same. It removes a leading at sign, a trailing
// dot and surrounding white space. It returns false if the text is not a domain of at least two labels, for instance
// if it is an IP address.
func CanonicalDomain(text string) (string, bool) {
	text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "@"), ".")
	domain, err := idna.Lookup.ToASCII(text)
	labels := strings.Split(domain, ".")
	if err != nil || len(domain) > longestDomain || len(labels) < 2 ||
		strings.Trim(labels[len(labels)-1], "0123456789") == "" {
		return "", false
	}
	foreign := !IsASCII(text)
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return "", false
		}
	}
	// Some letters that only look like ASCII letters are mapped to them: the Kelvin sign becomes a k. They are
	// refused, because they are used to imitate another domain.
	if foreign && !strings.HasPrefix(domain, "xn--") && !strings.Contains(domain, ".xn--") {
		return "", false
	}
	return domain, true
}

// plainDomain reports whether text is exactly a domain: CanonicalDomain removes nothing from it, and changes only
// letter case and the ASCII form.
func plainDomain(text string) bool {
	canonical, ok := CanonicalDomain(text)
	if !ok {
		return false
	}
	if IsASCII(text) {
		return strings.EqualFold(text, canonical)
	}
	// Labels are compared one by one: one may be in ASCII form and another in Unicode.
	return slices.EqualFunc(strings.Split(text, "."), strings.Split(canonical, "."), func(written, label string) bool {
		if IsASCII(written) {
			return strings.EqualFold(written, label)
		}
		own, err := idna.Lookup.ToUnicode(label)
		return err == nil && norm.NFC.IsNormalString(written) && strings.ToLower(written) == own
	})
}

// localDomain reports whether text is a name that only the servers of a local network may know, such as localhost or
// corp_x.example: labels of ASCII letters, digits, hyphens and underscores. A label that begins as the ASCII form of
// another must be the ASCII form of one.
func localDomain(text string) bool {
	if len(text) > longestDomain {
		return false
	}
	for label := range strings.SplitSeq(strings.ToLower(text), ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return false
		}
		if undecodable(label) {
			return false
		}
	}
	return true
}

// undecodable reports whether a label in small letters begins as the ASCII form of another label and is not one.
func undecodable(label string) bool {
	_, err := idna.Lookup.ToUnicode(label)
	return err != nil && strings.HasPrefix(label, "xn--")
}

// misspelled reports whether text is another spelling of a domain, for instance with wide letters, with another full
// stop or with one at the end, or has a label that is undecodable. Other texts that are not domains are not misspelled.
func misspelled(text string) bool {
	if plainDomain(text) {
		return false
	}
	_, isDomain := CanonicalDomain(text)
	return isDomain || !norm.NFKC.IsNormalString(text) || strings.ContainsRune(text, '\u3002') ||
		slices.ContainsFunc(strings.Split(strings.ToLower(text), "."), undecodable)
}
