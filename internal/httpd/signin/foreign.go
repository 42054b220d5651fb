package signin

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"slices"

	"github.com/go-jose/go-jose/v4"
)

// errNoKeySet is returned for an answer that is not a set of keys at all.
var errNoKeySet = errors.New("the answer of the provider is not a set of keys")

// byteOrderMark is what some servers write before JSON. RFC 8259, section 8.1, lets readers ignore it.
var byteOrderMark = []byte("\xef\xbb\xbf")

// form is what the value of a member of a provider's document has to be.
type form func(json.RawMessage) bool

// forms are the members of discovery documents, of answers of the token endpoint and of userinfo that the libraries
// decode, without those that must be right for a sign-in to be safe. The libraries refuse a whole document if one of
// them has another form.
var forms = map[string]form{
	"device_authorization_endpoint": is[string], "userinfo_endpoint": is[string], "end_session_endpoint": is[string],
	"id_token_signing_alg_values_supported": is[[]string], "token_endpoint_auth_methods_supported": is[[]string],
	"authorization_response_iss_parameter_supported": is[bool],
	"token_type": is[string], "refresh_token": is[string], "expires_in": is[int32],
	"profile": is[string], "email": is[string], "name": is[string],
}

func is[T any](value json.RawMessage) bool {
	var v T
	return json.Unmarshal(value, &v) == nil
}

// usableMembers returns a document of a provider without what cannot be used: a byte-order mark, and optional members
// of another form than the standards say. Everything else stays as it is, in its order, names that occur twice
// included: claimsOf refuses those. Text that is not a JSON object is returned unchanged.
func usableMembers(document []byte) []byte {
	document = bytes.TrimPrefix(document, byteOrderMark)
	if !json.Valid(document) {
		return document
	}
	in := json.NewDecoder(bytes.NewReader(document))
	if open, err := in.Token(); err != nil || open != json.Delim('{') {
		return document
	}
	kept, left := []byte{'{'}, false
	for in.More() {
		token, err := in.Token()
		if err != nil {
			return document
		}
		var value json.RawMessage
		if err := in.Decode(&value); err != nil {
			return document
		}
		name, _ := token.(string)
		if fits := forms[name]; fits != nil && !fits(value) {
			left = true
			continue
		}
		quoted, err := json.Marshal(name)
		if err != nil {
			return document
		}
		if len(kept) > 1 {
			kept = append(kept, ',')
		}
		kept = append(append(append(kept, quoted...), ':'), value...)
	}
	if !left {
		return document
	}
	return append(kept, '}')
}

// usableKeys returns a set of keys with the members that are used, and without the keys that cannot be used (RFC 7517,
// section 5): those of another type or curve, with missing or broken members, or not for signatures. It returns
// errNoKeySet for text that is not a set of keys.
func usableKeys(document []byte) ([]byte, error) {
	var set struct {
		Keys []json.RawMessage `json:"keys"`
	}
	if err := json.Unmarshal(document, &set); err != nil || set.Keys == nil {
		return nil, errNoKeySet
	}
	usable := struct {
		Keys []json.RawMessage `json:"keys"`
	}{[]json.RawMessage{}}
	for _, key := range set.Keys {
		if text, ok := usableKey(key); ok {
			usable.Keys = append(usable.Keys, text)
		}
	}
	return json.Marshal(usable)
}

// usableKey returns one key of a set, and whether it can be used. Certificates in it are not looked at: the set comes
// from the provider itself, over TLS.
func usableKey(key json.RawMessage) (json.RawMessage, bool) {
	var members map[string]json.RawMessage
	if json.Unmarshal(key, &members) != nil {
		return nil, false
	}
	used := map[string]json.RawMessage{}
	for _, name := range []string{"kty", "use", "alg", "kid", "n", "e", "crv", "x", "y"} {
		if value, there := members[name]; there {
			used[name] = value
		}
	}
	text, err := json.Marshal(used)
	if err != nil {
		return nil, false
	}
	var parsed jose.JSONWebKey
	if parsed.UnmarshalJSON(text) != nil || !parsed.Valid() || parsed.Use != "" && parsed.Use != "sig" ||
		parsed.Algorithm != "" && !slices.Contains(allSignatures, parsed.Algorithm) {
		return nil, false
	}
	switch public := parsed.Key.(type) {
	case *rsa.PublicKey:
		return text, public.N.Sign() > 0 && public.E > 1
	case *ecdsa.PublicKey, ed25519.PublicKey:
		return text, true
	}
	return nil, false
}
