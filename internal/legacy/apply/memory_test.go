package apply

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/store"
)

// memoryLimit is the maximum anonymous memory of an import, in kB. Pages of files, which the system can drop at any
// time, do not count.
const memoryLimit = 300 << 10

// TestMemoryStaysBounded imports the bundle MUNIMENT_TEST_BUNDLE, meant for 500,000 entitlements or
// more, in a child process, and watches the memory of that process.
func TestMemoryStaysBounded(t *testing.T) {
	bundle := os.Getenv("MUNIMENT_TEST_BUNDLE")
	if bundle == "" {
		t.Skip("MUNIMENT_TEST_BUNDLE names no bundle")
	}
	directory := t.TempDir()
	open(t, store.Config{Directory: directory}).Close()
	text, err := json.Marshal(child{Directory: directory, Stage: filepath.Join(t.TempDir(), "stage.db"),
		Bundle: bundle})
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), childVariable+"="+string(text))
	command.Stderr = os.Stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	most := 0
	for tick := time.NewTicker(50 * time.Millisecond); ; {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("at most %d kB of anonymous memory", most)
			if most == 0 || most > memoryLimit {
				t.Errorf("RssAnon reached %d kB, the limit is %d", most, memoryLimit)
			}
			return
		case <-tick.C:
			most = max(most, anonymous(command.Process.Pid))
		}
	}
}

// anonymous returns RssAnon of a process, in kB; 0 if the process has ended.
func anonymous(pid int) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(status), "\n") {
		var n int
		if _, err := fmt.Sscanf(line, "RssAnon: %d kB", &n); err == nil {
			return n
		}
	}
	return 0
}
