package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/kong"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
)

// Commands are the commands of muniment; each has a file of its own.
type Commands struct {
	Settings

	Serve   ServeCommand   `cmd:"" help:"Start the server: the portal, the GraphQL API, the sign-in pages, and the playground."`
	Demo    DemoCommand    `cmd:"" help:"Start the server with sample data, which the first start creates. It uses no other database, and neither MUNIMENT_DATA nor MUNIMENT_DATABASE."`
	Import  ImportCommand  `cmd:"" help:"Import the export of an older entitlement system."`
	User    UserCommand    `cmd:"" help:"Add, change and erase users, including the first operator."`
	Token   TokenCommand   `cmd:"" help:"Create and revoke API keys, and register queries of widgets."`
	Schema  SchemaCommand  `cmd:"" help:"Show or upgrade the database schema."`
	Backup  BackupCommand  `cmd:"" help:"Copy the database into a file. The server may run."`
	Restore RestoreCommand `cmd:"" help:"Restore a backup into an empty database. Stop the server first."`
	Audit   AuditCommand   `cmd:"" help:"Print the heads of the audit's hash chains, to be kept in another place."`
	Doctor  DoctorCommand  `cmd:"" help:"Check the database for damage and contradictions. The server may run."`
	Bench   BenchCommand   `cmd:"" help:"Fill a database with rows for measurements."`
	Version VersionCommand `cmd:"" help:"Print the version."`
}

// The exit codes of the process.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// console holds the input and output of a command. It carries the context, which ends when the process is asked to
// stop.
type console struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
}

func (c *console) say(format string, args ...any) { fmt.Fprintf(c.stdout, format+"\n", args...) }

// exitCode is the panic value with which kong's exit function returns to Run, because kong would otherwise end the
// process itself after --help.
type exitCode int

// Run runs the command in args and returns the exit code of the process. When ctx ends, servers finish the running
// requests, and other commands stop where they can be continued.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	out := &output{to: stdout}
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case exitCode:
			code = int(reason)
		default:
			panic(reason)
		}
		if code == exitDone && out.failed != nil {
			code = report(stderr, out.failed)
		}
	}()
	if err := requireUTF8(args, os.Environ()); err != nil {
		return report(stderr, err)
	}
	commands := &Commands{}
	parser, err := newParser(commands, kong.Writers(out, stderr),
		kong.Exit(func(code int) { panic(exitCode(code)) }))
	if err != nil {
		fmt.Fprintf(stderr, "muniment: %v\n", err)
		return exitFailed
	}
	if namesNoCommand(parser.Model.Node, args) {
		args = append(slices.Clone(args), "--help")
	}
	chosen, err := parser.Parse(args)
	if errors.Is(err, errOutput) {
		return report(stderr, err)
	}
	if err != nil {
		return report(stderr, notUnderstood(err))
	}
	commands.given = given(chosen)
	c := &console{ctx: viewer.With(ctx, viewer.CommandLine()), stdin: stdin, stdout: out, stderr: stderr}
	if err := chosen.Run(c, &commands.Settings); err != nil {
		return report(stderr, err)
	}
	return exitDone
}

// requireUTF8 returns USAGE if an argument, or a setting in the environment, is not UTF-8. Databases and JSON would
// hold other characters than those that were typed.
func requireUTF8(args, environment []string) error {
	const remedy = "type it in a terminal with a UTF-8 locale, such as LANG=C.UTF-8"
	for i, arg := range args {
		if !utf8.ValidString(arg) {
			return fault.New(usage, "", fmt.Sprintf("argument %d is not UTF-8", i+1), remedy)
		}
	}
	for _, setting := range environment {
		name, _, _ := strings.Cut(setting, "=")
		if strings.HasPrefix(name, "MUNIMENT_") && !utf8.ValidString(setting) {
			return fault.New(usage, "", strings.ToValidUTF8(name, "?")+" is not UTF-8", remedy)
		}
	}
	return nil
}

// notUnderstood returns the fault for a command line that kong refuses.
func notUnderstood(err error) *fault.Error {
	command := "muniment"
	var refused *kong.ParseError
	if errors.As(err, &refused) && refused.Context != nil && refused.Context.Selected() != nil {
		command = refused.Context.Selected().FullPath()
	}
	message := err.Error()
	if missing, found := strings.CutPrefix(message, "expected \"<"); found {
		missing, _, _ = strings.Cut(missing, ">")
		message = "the argument " + strings.ToUpper(missing) + " of " + command + " is missing"
	}
	return fault.New(usage, "", message, "look at "+command+" --help")
}

// namesNoCommand reports whether args end at a group of commands, such as muniment alone or muniment schema.
func namesNoCommand(node *kong.Node, args []string) bool {
	for _, arg := range args {
		at := slices.IndexFunc(node.Children, func(child *kong.Node) bool { return child.Name == arg })
		if at < 0 {
			return false
		}
		node = node.Children[at]
	}
	return len(node.Children) > 0
}

// given returns the names of the flags that stand on the command line.
func given(chosen *kong.Context) map[string]bool {
	names := map[string]bool{}
	for _, part := range chosen.Path {
		if part.Flag != nil && !part.Resolved {
			names[part.Flag.Name] = true
		}
	}
	return names
}

func newParser(commands *Commands, options ...kong.Option) (*kong.Kong, error) {
	return kong.New(commands, append([]kong.Option{
		kong.Name("muniment"),
		kong.Description("Muniment is a server for software entitlements with a GraphQL API."),
		kong.DefaultEnvars("MUNIMENT"),
		kong.NamedMapper("directory", kong.MapperFunc(directory)),
		kong.NamedMapper("path", kong.MapperFunc(path)),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	}, options...)...)
}

// report prints an error and its remedy, and returns the exit code.
func report(stderr io.Writer, err error) int {
	if errors.Is(err, errReported) {
		return exitFailed
	}
	f := explain(err)
	fmt.Fprintf(stderr, "muniment: %s: %s\n", f.Code, f.Message)
	if f.Remedy != "" {
		fmt.Fprintf(stderr, "  remedy: %s\n", f.Remedy)
	}
	if f.Code == usage {
		return exitUsage
	}
	return exitFailed
}
