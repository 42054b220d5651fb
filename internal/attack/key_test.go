package attack_test

import "strings"

// key creates a key with createApiKey and returns an actor that uses it.
func (w *world) key(as actor, in input) actor {
	w.t.Helper()
	w.addresses++
	a := w.change(as, "createApiKey", input{"name": strings.TrimSpace("a key of " + as.name)}.with(in)).ok(w.t)
	secret, _ := a.data["secret"].(string)
	if secret == "" {
		w.t.Fatalf("no secret: %s", a.text)
	}
	return actor{name: "key of " + as.name, bearer: secret}
}

// directory creates the key of a customer's directory and returns an actor that uses it.
func (w *world) directory(c *customer) actor {
	w.t.Helper()
	key := w.key(c.admin.actor, input{"account": c.account.String(), "scopes": []string{"PROVISION"},
		"name": "directory"})
	key.name = "directory of " + c.name
	return key
}
