package main

import (
	"fmt"
	"go/ast"
	"regexp"
	"strings"
)

var (
	collect  = regexp.MustCompile(`graphql\.CollectFields\(ec\.OperationContext, sel, (\w+)\)`)
	value    = regexp.MustCompile(`(?:res|out\.Values\[i\]) = (.+)\n`)
	required = regexp.MustCompile(`== graphql\.Null \{`)
)

// object rewrites how an object is answered: its fields one after the other, and without @defer. The specification lets
// a server answer deferred fragments at once, and the transport sends one answer.
func (f *file) object(d *ast.FuncDecl) error {
	text := f.text(d.Body)
	types := collect.FindStringSubmatch(text)
	var fields *ast.SwitchStmt
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SwitchStmt); ok && fields == nil && f.text(s.Tag) == "field.Name" {
			fields = s
		}
		return fields == nil
	})
	if types == nil || fields == nil {
		return errForm
	}
	var b strings.Builder
	fmt.Fprintf(&b, `{
	selection := ec.memo.Select(ec.OperationContext, sel, %s)
	out := ec.memo.Object(selection)
	for i, field := range selection.Fields {
		switch field.Name {
`, types[1])
	for _, s := range fields.Body.List {
		c := s.(*ast.CaseClause)
		if c.List == nil {
			b.WriteString("default:\npanic(\"unknown field \" + strconv.Quote(field.Name))\n")
			continue
		}
		body := f.text(c)
		v := value.FindStringSubmatch(body)
		if v == nil {
			if v = value.FindStringSubmatch(body + "\n"); v == nil {
				return errForm
			}
		}
		if required.MatchString(body) {
			v[1] = "out.Required(" + v[1] + ")"
		}
		fmt.Fprintf(&b, "case %s:\nout.Values[i] = %s\n", f.text(c.List[0]), v[1])
	}
	b.WriteString("}\n}\nreturn out.Done()\n}")
	f.replace(d.Body, b.String())
	f.tally.objects++
	return nil
}
