package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/muniment/muniment/internal/legacy/apply"
)

// silentFor is how long work may take before its progress is shown.
const silentFor = 2 * time.Second

// progress shows on a terminal how far long work is, with its rate and the time left. Into a pipe or a file it writes
// nothing.
type progress struct {
	out   io.Writer
	began time.Time
	phase apply.Phase
	bar   *progressbar.ProgressBar
}

func newProgress(out io.Writer) *progress {
	p := &progress{began: time.Now()}
	if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		p.out = out
	}
	return p
}

func (p *progress) show(now apply.Progress) {
	if p.out == nil || time.Since(p.began) < silentFor {
		return
	}
	if p.bar == nil || p.phase != now.Phase {
		p.end()
		p.phase = now.Phase
		p.bar = newBar(p.out, now)
	}
	label := string(now.Phase)
	if now.Kind != "" {
		label += " " + now.Kind
	}
	p.bar.Describe(label)
	if now.Total > 0 {
		p.bar.ChangeMax64(now.Total)
	}
	_ = p.bar.Set64(now.Done) // what cannot be drawn is not worth stopping for
}

func newBar(out io.Writer, now apply.Progress) *progressbar.ProgressBar {
	total := now.Total
	if total <= 0 {
		total = -1
	}
	return progressbar.NewOptions64(total, progressbar.OptionSetWriter(out), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString(itemsOf(now.Phase)), progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetElapsedTime(true), progressbar.OptionSetWidth(15), progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionShowBytes(now.Phase == apply.Reading), progressbar.OptionClearOnFinish())
}

func itemsOf(phase apply.Phase) string {
	if phase == apply.Applying {
		return "records"
	}
	return "bytes"
}

// end removes the bar.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
}
