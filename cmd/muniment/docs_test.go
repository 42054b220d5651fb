package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

const root = "../.."

func page(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSettingsPage compares docs/settings.md with the flags of the program.
func TestSettingsPage(t *testing.T) {
	text := page(t, "settings.md")
	parser, err := newParser(&Commands{})
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| `(--[a-z-]+)[^`]*` \\| (?:`(MUNIMENT_[A-Z_]+)`|none) \\|")
	written := map[string]string{}
	for _, found := range row.FindAllStringSubmatch(text, -1) {
		written[found[1]] = found[2]
	}
	real := map[string]string{}
	var walk func(node *kong.Node)
	walk = func(node *kong.Node) {
		for _, flag := range node.Flags {
			if flag.Name == "help" {
				continue
			}
			switch len(flag.Envs) {
			case 0: // flags of commands that create users and keys cannot be set in the environment
				real["--"+flag.Name] = ""
			case 1:
				real["--"+flag.Name] = flag.Envs[0]
			default:
				t.Errorf("--%s has the variables %v, want one", flag.Name, flag.Envs)
			}
			if flag.Default != "" && !strings.Contains(text, "`"+flag.Default+"`") {
				t.Errorf("the default of --%s, %s, is not written", flag.Name, flag.Default)
			}
			if flag.Help == "" {
				t.Errorf("--%s has no help", flag.Name)
			}
		}
		for _, child := range node.Children {
			if child.Type == kong.CommandNode && len(child.Children) == 0 && !documented(text, child.FullPath()) {
				t.Errorf("%s is not written", child.FullPath())
			}
			walk(child)
		}
	}
	walk(parser.Model.Node)
	for _, name := range slices.Sorted(maps.Keys(real)) {
		if variable, found := written[name]; !found || variable != real[name] {
			t.Errorf("%s: written with %q, is read from %q", name, written[name], real[name])
		}
	}
	for name := range written {
		if _, found := real[name]; !found {
			t.Errorf("%s is written and does not exist", name)
		}
	}
}

// spelledOut matches a command with its arguments in a page.
var spelledOut = regexp.MustCompile("(?:^|[\\s`])muniment ([a-z][^`#\\n|]*)")

// TestReadmesCommands compares the table of commands in README.md, and every command in the blocks and texts of the
// pages, with the commands and flags of the program.
func TestReadmesCommands(t *testing.T) {
	parser, err := newParser(&Commands{})
	if err != nil {
		t.Fatal(err)
	}
	commands := map[string]*kong.Node{}
	var walk func(node *kong.Node)
	walk = func(node *kong.Node) {
		commands[strings.TrimPrefix(strings.TrimPrefix(node.FullPath(), "muniment"), " ")] = node
		for _, child := range node.Children {
			walk(child)
		}
	}
	walk(parser.Model.Node)
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(pages) < 10 {
		t.Fatalf("%d pages, %v, want 10 or more", len(pages), err)
	}
	named := map[string]bool{}
	for _, file := range append(pages, filepath.Join(root, "README.md")) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range spelledOut.FindAllStringSubmatch(string(text), -1) {
			command, problem := checkCommand(commands, line[1])
			if problem != "" {
				t.Errorf("%s: muniment %s: %s", filepath.Base(file), line[1], problem)
			}
			if filepath.Base(file) == "README.md" {
				named[command] = true
			}
		}
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range regexp.MustCompile("(?m)^\\| `muniment ([a-z]+).*$").FindAllStringSubmatch(string(readme), -1) {
		for _, flag := range regexp.MustCompile("`--([a-z-]+)`").FindAllStringSubmatch(row[0], -1) {
			if !anyHasFlag(commands[row[1]], flag[1]) {
				t.Errorf("README.md: no command of muniment %s has --%s", row[1], flag[1])
			}
		}
	}
	for path, node := range commands {
		if len(node.Children) > 0 || path == "version" || named[path] {
			continue
		}
		// The table names several commands of a group by their last words.
		group, last, _ := strings.Cut(path, " ")
		if !strings.Contains(string(readme), "| `muniment "+group+" ") ||
			!regexp.MustCompile("(?m)^\\| `muniment "+group+" .*`"+last+"`").Match(readme) {
			t.Errorf("README.md does not name muniment %s", path)
		}
	}
}

// checkCommand returns the command with which a line begins, and what is wrong with the line. Words after a command are
// its arguments or, in a text, other words.
func checkCommand(commands map[string]*kong.Node, line string) (command, problem string) {
	node := commands[""]
	words := strings.Fields(line)
	for len(words) > 0 && len(node.Children) > 0 {
		next, found := commands[strings.TrimSpace(command+" "+words[0])]
		if !found {
			break
		}
		node, command, words = next, strings.TrimSpace(command+" "+words[0]), words[1:]
	}
	if command == "" {
		return "", "there is no such command"
	}
	for _, word := range words {
		flag, _, _ := strings.Cut(strings.TrimRight(word, ".,;:)]'\""), "=")
		if !strings.HasPrefix(flag, "--") {
			continue
		}
		if flag != "--help" && !hasFlag(node, strings.TrimPrefix(flag, "--")) {
			return command, "it has no flag " + flag
		}
	}
	return command, ""
}

func hasFlag(node *kong.Node, name string) bool {
	for ; node != nil; node = node.Parent {
		if slices.ContainsFunc(node.Flags, func(flag *kong.Flag) bool { return flag.Name == name }) {
			return true
		}
	}
	return false
}

// anyHasFlag reports whether a command, or one below it, has a flag.
func anyHasFlag(node *kong.Node, name string) bool {
	return node != nil && (hasFlag(node, name) || slices.ContainsFunc(node.Children, func(child *kong.Node) bool {
		return anyHasFlag(child, name)
	}))
}

// documented reports whether a heading names the command.
func documented(text, command string) bool {
	command = strings.TrimPrefix(command, "muniment ")
	for line := range strings.Lines(text) {
		heading, found := strings.CutPrefix(strings.TrimSpace(line), "## ")
		if found && slices.Contains(strings.Split(heading, ", "), command) {
			return true
		}
	}
	return false
}

// TestClientsPage checks that the configurations in docs/clients.md equal the files that the tests of web/clients use.
func TestClientsPage(t *testing.T) {
	text := page(t, "clients.md")
	files, err := filepath.Glob(filepath.Join(root, "web", "clients", "config", "*"))
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v, want 5 or more", len(files), err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		block := "```js\n// " + filepath.Base(file) + "\n" + string(content) + "```\n"
		if filepath.Ext(file) == ".json" {
			block = "```json\n" + string(content) + "```\n"
		}
		if !strings.Contains(text, block) {
			t.Errorf("docs/clients.md does not contain %s unchanged", file)
		}
	}
}

// TestErrorsPage compares docs/errors.md with all constants of the type fault.Code, and with the codes of all
// warnings.
func TestErrorsPage(t *testing.T) {
	text := page(t, "errors.md")
	written := map[string]bool{}
	for _, found := range regexp.MustCompile("(?m)^\\| `([A-Z_]+)` \\|").FindAllStringSubmatch(text, -1) {
		if written[found[1]] {
			t.Errorf("%s is written twice", found[1])
		}
		written[found[1]] = true
	}
	real := faultCodes(t)
	if len(real) < 20 {
		t.Fatalf("only %d codes were found", len(real))
	}
	for code, file := range real {
		if !written[code] {
			t.Errorf("%s of %s is not written", code, file)
		}
	}
	for code := range written {
		if real[code] == "" {
			t.Errorf("%s is written and does not exist", code)
		}
	}
}

// faultCodes reads the constants of the type fault.Code from the sources, and the codes in calls of Warn.
func faultCodes(t *testing.T) map[string]string {
	t.Helper()
	codes := map[string]string{}
	for _, folder := range []string{"internal", "cmd", "graph"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for _, declaration := range file.Decls {
				if constants, ok := declaration.(*ast.GenDecl); ok && constants.Tok == token.CONST {
					collect(codes, constants, path)
				}
			}
			ast.Inspect(file, func(node ast.Node) bool {
				if code := warning(node); code != "" {
					codes[code] = path
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return codes
}

func collect(codes map[string]string, constants *ast.GenDecl, path string) {
	for _, spec := range constants.Specs {
		value, ok := spec.(*ast.ValueSpec)
		if !ok || !isCode(value.Type, path) {
			continue
		}
		for _, expression := range value.Values {
			if literal, ok := expression.(*ast.BasicLit); ok {
				if code, err := strconv.Unquote(literal.Value); err == nil {
					codes[code] = path
				}
			}
		}
	}
}

var codeForm = regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`)

// warning returns the code in a call of Warn, or "".
func warning(node ast.Node) string {
	call, ok := node.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	of, ok := call.Fun.(*ast.SelectorExpr)
	literal, text := call.Args[0].(*ast.BasicLit)
	if !ok || of.Sel.Name != "Warn" || !text {
		return ""
	}
	code, err := strconv.Unquote(literal.Value)
	if err != nil || !codeForm.MatchString(code) {
		return ""
	}
	return code
}

func isCode(expression ast.Expr, path string) bool {
	switch e := expression.(type) {
	case *ast.SelectorExpr:
		of, ok := e.X.(*ast.Ident)
		return ok && of.Name == "fault" && e.Sel.Name == "Code"
	case *ast.Ident:
		return e.Name == "Code" && filepath.Base(filepath.Dir(path)) == "fault"
	}
	return false
}
