package main

import "testing"

// TestUsersOfTheProducer changes the producer's people with commands: the remedy for a name that is taken is the
// command to type, and the last operator cannot be changed.
func TestUsersOfTheProducer(t *testing.T) {
	data := t.TempDir()
	for _, step := range []struct {
		args []string
		code int
		says []string
	}{
		{[]string{"add", "ada@example.com", "--operator"}, exitDone, []string{"Added the user ada@example.com"}},
		{[]string{"add", "ada@example.com", "--operator"}, exitFailed,
			[]string{"USER_NAME_TAKEN", "muniment user role ada@example.com operator"}},
		{[]string{"add", "o'neil"}, exitDone, []string{"Added the user o'neil"}},
		{[]string{"add", "o'neil", "--support-agent"}, exitFailed,
			[]string{`muniment user role 'o'\''neil' support-agent`}},
		{[]string{"role", "ada@example.com", "none"}, exitFailed,
			[]string{"LAST_OPERATOR", "muniment user role NAME operator"}},
		{[]string{"deactivate", "ada@example.com"}, exitFailed, []string{"LAST_OPERATOR"}},
		{[]string{"role", "o'neil", "operator"}, exitDone, []string{"Changed"}},
		{[]string{"role", "o'neil", "operator"}, exitDone, []string{"Nothing was changed"}},
		{[]string{"email", "o'neil", "not an address"}, exitFailed, []string{"BAD_INPUT"}},
		{[]string{"email", "o'neil", "oneil@example.com"}, exitDone, []string{"Changed"}},
		{[]string{"deactivate", "ada@example.com"}, exitDone, []string{"Changed"}},
		{[]string{"list"}, exitDone, []string{"ada@example.com  OPERATOR  no ", "o'neil           OPERATOR  yes",
			"oneil@example.com"}},
		{[]string{"deactivate", "o'neil"}, exitFailed, []string{"LAST_OPERATOR"}},
		{[]string{"reactivate", "ada@example.com"}, exitDone, []string{"Changed"}},
		{[]string{"add", "eve@b\u00fccher.example"}, exitDone, []string{"Added"}},
		{[]string{"add", "Eve@xn--bcher-kva.example", "--operator"}, exitFailed, []string{"USER_NAME_TAKEN"}},
		{[]string{"add", "EVE@B\u00dcCHER.example"}, exitFailed, []string{"USER_NAME_TAKEN"}},
		{[]string{"role", "eve@xn--bcher-kva.example", "support-agent"}, exitDone, []string{"Changed"}},
		{[]string{"email", "EVE@b\u00fccher.example", "eve@xn--bcher-kva.example"}, exitDone, []string{"Changed"}},
		// another e-mail address does not make another name
		{[]string{"add", "LEE@harbor.example", "--email", "other@harbor.example"}, exitDone, []string{"Added"}},
		{[]string{"add", "lee@harbor.example", "--email", "third@harbor.example"}, exitFailed,
			[]string{"USER_NAME_TAKEN"}},
		{[]string{"role", "lee@harbor.example", "support-agent"}, exitDone, []string{"Changed"}},
		{[]string{"add", "O'NEIL"}, exitFailed, []string{"USER_NAME_TAKEN"}},
		{[]string{"deactivate", "EVE@xn--bcher-kva.example"}, exitDone,
			[]string{"Changed the user eve@b\u00fccher.example"}},
		{[]string{"role", "nobody", "none"}, exitFailed, []string{"NOT_FOUND", "muniment user list"}},
	} {
		run(t, append(append([]string{"user"}, step.args...), "--data", data)...).want(t, step.code, step.says...)
	}
	run(t, "serve", "--data", data, "--listen", "127.0.0.1:0", "--dns-resolver", "nonsense").want(t, exitUsage,
		"10.0.0.53:5353")
}
