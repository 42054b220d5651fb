//go:build !unix

package cluster

import (
	"errors"
	"os/exec"
)

func unprivileged(*exec.Cmd, string) error {
	return errors.New("throw-away clusters need a Unix system; name a server in MUNIMENT_TEST_POSTGRES")
}
