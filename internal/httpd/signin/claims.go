package signin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// maxSubject limits a provider's identifier of a user or a session, in characters (OpenID Connect Core, section 2).
const maxSubject = 255

// errClaims is returned for claims that are ambiguous, or whose sub is invalid, or in a logout token sid.
var errClaims = errors.New("the claims are not clear")

// folded maps the case-folded names of all claims that are used to their names.
var folded = func() map[string]string {
	claims := map[string]string{}
	for _, name := range []string{"iss", "sub", "aud", "exp", "iat", "nbf", "nonce", "azp", "sid", "email",
		"email_verified", "name", "at_hash", "events", "jti"} {
		claims[fold(name)] = name
	}
	return claims
}()

// claimsOf returns the claims of a payload by name. Package encoding/json ignores the case of names and uses the last
// of duplicates. To prevent ambiguity, a payload is refused with errClaims if a name occurs twice in any case, if a
// claim that is used is written in another case, or if sub is invalid. No payload may be used without this check.
func claimsOf(payload []byte) (map[string]json.RawMessage, error) {
	if !json.Valid(payload) {
		return nil, fmt.Errorf("%w: they are not JSON", errClaims)
	}
	in := json.NewDecoder(bytes.NewReader(payload))
	if open, err := in.Token(); err != nil || open != json.Delim('{') {
		return nil, fmt.Errorf("%w: they are not an object", errClaims)
	}
	claims, seen := map[string]json.RawMessage{}, map[string]bool{}
	for in.More() {
		token, err := in.Token()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errClaims, err)
		}
		name, _ := token.(string)
		key := fold(name)
		switch read, known := folded[key]; {
		case known && name != read:
			return nil, fmt.Errorf("%w: %s is written %q", errClaims, read, printable(name, 60))
		case seen[key]:
			return nil, fmt.Errorf("%w: %q is there twice", errClaims, printable(name, 60))
		}
		seen[key] = true
		var value json.RawMessage
		if err := in.Decode(&value); err != nil {
			return nil, fmt.Errorf("%w: %w", errClaims, err)
		}
		claims[name] = value
	}
	return claims, checkIdentifier(claims, "sub")
}

func checkIdentifier(claims map[string]json.RawMessage, name string) error {
	if value, found := claims[name]; found && !validIdentifier(value) {
		return fmt.Errorf("%w: %s is not 1 to %d printable ASCII characters", errClaims, name, maxSubject)
	}
	return nil
}

// checkClaims applies claimsOf to a payload that the library has decoded already; read is the library's method that
// unmarshals it. identifiers are claims beside sub that must be identifiers.
func checkClaims(read func(any) error, identifiers ...string) error {
	var payload json.RawMessage
	if err := read(&payload); err != nil {
		return fmt.Errorf("%w: %w", errClaims, err)
	}
	claims, err := claimsOf(payload)
	for _, name := range identifiers {
		err = errors.Join(err, checkIdentifier(claims, name))
	}
	return err
}

// fold returns the same text for names that encoding/json treats as equal.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		for {
			next := unicode.SimpleFold(r)
			if next <= r {
				return next
			}
			r = next
		}
	}, name)
}

// validIdentifier reports whether a value can be a provider's identifier of a user or a session. null counts as a
// missing claim, which the callers check.
func validIdentifier(value json.RawMessage) bool {
	if string(value) == "null" {
		return true
	}
	var text string
	if err := json.Unmarshal(value, &text); err != nil || text == "" || len(text) > maxSubject {
		return false
	}
	return strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) < 0
}
