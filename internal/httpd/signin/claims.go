package signin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// maxSubject is how long a provider's name of a user or of a session may be (OpenID Connect Core, section 2).
const maxSubject = 255

// errClaims is returned for claims that could be read in more than one way, or that name nobody.
var errClaims = errors.New("the claims are not clear")

// folded are the claims that are read anywhere, by their folded names.
var folded = func() map[string]string {
	claims := map[string]string{}
	for _, name := range []string{"iss", "sub", "aud", "exp", "iat", "nbf", "nonce", "azp", "sid", "email",
		"email_verified", "name", "at_hash", "events", "jti"} {
		claims[fold(name)] = name
	}
	return claims
}()

// claimsOf returns the claims of a payload by their names. Package encoding/json takes no notice of the case of
// letters and believes the last of several claims, so a payload is refused with errClaims if a name is there twice in
// any case, or if one that is read is written otherwise; likewise if sub or sid is there and is no name. Nothing of a
// payload is believed before it has passed.
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
			return nil, fmt.Errorf("%w: %s is written %q", errClaims, read, plain(name, 60))
		case seen[key]:
			return nil, fmt.Errorf("%w: %q is there twice", errClaims, plain(name, 60))
		}
		seen[key] = true
		var value json.RawMessage
		if err := in.Decode(&value); err != nil {
			return nil, fmt.Errorf("%w: %w", errClaims, err)
		}
		claims[name] = value
	}
	for _, name := range []string{"sub", "sid"} {
		if value, there := claims[name]; there && !namesOne(value) {
			return nil, fmt.Errorf("%w: %s is not 1 to %d printable ASCII characters", errClaims, name, maxSubject)
		}
	}
	return claims, nil
}

// clearly looks, by claimsOf, at a payload that the library has decoded already and gives out by
// a method of this kind.
func clearly(read func(any) error) error {
	var payload json.RawMessage
	if err := read(&payload); err != nil {
		return fmt.Errorf("%w: %w", errClaims, err)
	}
	_, err := claimsOf(payload)
	return err
}

// fold makes names equal that package encoding/json takes for equal.
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

// namesOne tells whether a value can be a provider's name of a user or of a session. null is as good as none,
// which is for others to judge.
func namesOne(value json.RawMessage) bool {
	if string(value) == "null" {
		return true
	}
	var text string
	if err := json.Unmarshal(value, &text); err != nil || text == "" || len(text) > maxSubject {
		return false
	}
	return strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) < 0
}
