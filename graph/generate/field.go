package main

import (
	"errors"
	"fmt"
	"go/ast"
	"regexp"
	"strings"
)

var errForm = errors.New("the function has another form than expected")

// The arguments of graphql.ResolveField.
const (
	initArgument = iota + 3
	resolveArgument
	middlewareArgument
	marshalArgument
	recoverArgument
	requiredArgument
	arguments
)

// field rewrites how a field is answered. One whose value stands in the row or follows from it alone is written at once;
// one with a resolver goes through serial.Resolve.
func (f *file) field(d *ast.FuncDecl, call *ast.CallExpr) error {
	if len(call.Args) != arguments || f.text(call.Args[middlewareArgument]) != "nil" {
		return errForm
	}
	initialize, ok1 := call.Args[initArgument].(*ast.FuncLit)
	resolve, ok2 := call.Args[resolveArgument].(*ast.FuncLit)
	marshal, ok3 := call.Args[marshalArgument].(*ast.FuncLit)
	if !ok1 || !ok2 || !ok3 {
		return errForm
	}
	name, object, read, scalar, err := f.context(initialize)
	if err != nil {
		return err
	}
	write, kind, err := f.marshaler(marshal)
	if err != nil {
		return err
	}
	last := resolve.Body.List[len(resolve.Body.List)-1]
	if values := returned(last, 2); values != nil && f.text(values[1]) == "nil" && read == "nil" {
		ctx := "ctx"
		if !scalar {
			ctx = fmt.Sprintf("ec.memo.Enter(ctx, %s, field)", object)
		}
		f.replace(d.Body, fmt.Sprintf("{\n\treturn %s(%s, field.Selections, %s)\n}", write, ctx, f.text(values[0])))
		f.tally.plain++
	} else {
		values := returned(last, 1)
		if values == nil {
			return errForm
		}
		f.replace(d.Body, fmt.Sprintf(`{
	return serial.Resolve(ctx, ec.OperationContext, &ec.memo, %s, field, %s, %s,
		func(ctx context.Context, args map[string]any) (%s, error) {
			return %s
		},
		%s)
}`, object, read, f.text(call.Args[requiredArgument]), kind, strings.ReplaceAll(f.text(values[0]), "fc.Args[", "args["), write))
		f.tally.resolved++
	}
	f.dropped[name] = true
	return nil
}

var (
	contextCall = regexp.MustCompile(`return ec\.(fieldContext_\w+)\(ctx, field\)`)
	objectName  = regexp.MustCompile(`(?:Object:\s*|NewScalarFieldContext\()("\w+")`)
	argsCall    = regexp.MustCompile(`fc\.Args, err = (ec\.field_\w+_args)\(ctx, field\.ArgumentMap\(ec\.Variables\)\)`)
)

// context reads the function that makes a field's context: its name, the object's name in quotes, the function that reads
// the arguments or "nil", and whether the field's value has no fields of its own.
func (f *file) context(initialize *ast.FuncLit) (name, object, read string, scalar bool, err error) {
	call := contextCall.FindStringSubmatch(f.text(initialize))
	if call == nil {
		return "", "", "", false, errForm
	}
	begin := strings.Index(string(f.source), "\nfunc (ec *executionContext) "+call[1]+"(")
	if begin < 0 {
		return "", "", "", false, errForm
	}
	body := string(f.source[begin:])
	body = body[:strings.Index(body, "\n}\n")]
	found := objectName.FindStringSubmatch(body)
	if found == nil {
		return "", "", "", false, errForm
	}
	read = "nil"
	if args := argsCall.FindStringSubmatch(body); args != nil {
		read = args[1]
	}
	scalar = strings.Contains(body, "NewScalarFieldContext") || strings.Contains(body, "does not have child fields")
	return call[1], found[1], read, scalar, nil
}

// marshaler reads the function that writes a value: what it calls, and the type of the value.
func (f *file) marshaler(marshal *ast.FuncLit) (write, kind string, err error) {
	values := returned(marshal.Body.List[0], 1)
	if values == nil {
		return "", "", errForm
	}
	call, ok := values[0].(*ast.CallExpr)
	if !ok || len(call.Args) != 3 {
		return "", "", errForm
	}
	parameters := marshal.Type.Params.List
	return f.text(call.Fun), f.text(parameters[len(parameters)-1].Type), nil
}
