package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/muniment/muniment/internal/legacy/apply"
)

// silentFor is how long an operation must take before its progress is shown.
const silentFor = 2 * time.Second

// step is the progress of a phase: done of total items; total is 0 if unknown.
type step struct {
	phase, label, items string
	done, total         int64
}

const bytesRead = "bytes"

// progress shows the progress of a long operation on a terminal, with the rate and the remaining time. If the output
// is not a terminal, it writes nothing.
type progress struct {
	out   io.Writer
	began time.Time
	phase string
	bar   *progressbar.ProgressBar
}

func newProgress(out io.Writer) *progress {
	p := &progress{began: time.Now()}
	if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		p.out = out
	}
	return p
}

// showImport shows the progress of an import.
func (p *progress) showImport(now apply.Progress) {
	s := step{phase: string(now.Phase), label: string(now.Phase), items: bytesRead, done: now.Done, total: now.Total}
	if now.Phase == apply.Applying {
		s.items = "records"
	}
	if now.Kind != "" {
		s.label += " " + now.Kind
	}
	p.show(s)
}

func (p *progress) show(now step) {
	if p.out == nil || time.Since(p.began) < silentFor {
		return
	}
	if p.bar == nil || p.phase != now.phase {
		p.end()
		p.phase = now.phase
		p.bar = newBar(p.out, now)
	}
	p.bar.Describe(now.label)
	if now.total > 0 {
		p.bar.ChangeMax64(now.total)
	}
	_ = p.bar.Set64(now.done) // errors of drawing are ignored
}

func newBar(out io.Writer, now step) *progressbar.ProgressBar {
	total := now.total
	if total <= 0 {
		total = -1
	}
	return progressbar.NewOptions64(total, progressbar.OptionSetWriter(out), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString(now.items), progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetElapsedTime(true), progressbar.OptionSetWidth(15),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionShowBytes(now.items == bytesRead), progressbar.OptionClearOnFinish())
}

// end removes the bar.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
}
