package main

import (
	"runtime"
	"runtime/debug"
	"strings"
)

// VersionCommand prints the version.
type VersionCommand struct{}

// Run prints the version, the commit it was built from, and the platform.
func (*VersionCommand) Run(c *console) error {
	c.say("muniment %s %s %s/%s", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	text := info.Main.Version
	if text == "" {
		text = "(devel)"
	}
	for _, setting := range info.Settings {
		// A version of a commit without a tag ends with the commit.
		if setting.Key == "vcs.revision" && len(setting.Value) >= 12 && !strings.Contains(text, setting.Value[:12]) {
			text += " " + setting.Value[:12]
		}
	}
	return text
}
