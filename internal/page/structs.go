package page

import (
	"fmt"
	"reflect"
)

// fill appends all rows to the slice to which into points; it returns a TooManyRowsError if there are more than limit.
// Its elements are structs whose fields name columns with the tag sql, or the values of a single column. A pointer is
// nil for null.
func fill(found Cursor, into any, limit int) error {
	defer found.Close()
	slice := reflect.ValueOf(into).Elem()
	element := slice.Type().Elem()
	fields, err := fieldsOf(element, found.Columns())
	if err != nil {
		return err
	}
	row := make([]Cell, len(found.Columns()))
	for {
		more, err := found.Next(row)
		if err != nil || !more {
			return err
		}
		if slice.Len() == limit {
			return &TooManyRowsError{limit}
		}
		value := reflect.New(element).Elem()
		for i := range row {
			target := value
			if fields != nil {
				target = value.FieldByIndex(fields[i])
			}
			if err := row[i].assign(target); err != nil {
				return fmt.Errorf("column %s: %w", found.Columns()[i], err)
			}
		}
		slice.Set(reflect.Append(slice, value))
	}
}

// fieldsOf returns the index of the struct field for each column, which may be in an embedded struct; nil if the
// elements are not structs.
func fieldsOf(element reflect.Type, columns []string) ([][]int, error) {
	if element.Kind() != reflect.Struct {
		if len(columns) != 1 {
			return nil, fmt.Errorf("%d columns do not fit into %s", len(columns), element)
		}
		return nil, nil
	}
	fields := make([][]int, len(columns))
	visible := reflect.VisibleFields(element)
	for i, column := range columns {
		for _, f := range visible {
			if f.Tag.Get("sql") == column {
				fields[i] = f.Index
			}
		}
		if fields[i] == nil {
			return nil, fmt.Errorf("%s has no field for the column %s", element, column)
		}
	}
	return fields, nil
}

// assign stores the cell's value in a variable.
func (c *Cell) assign(target reflect.Value) error {
	switch kind := target.Kind(); {
	case kind == reflect.Pointer && c.Null():
		target.SetZero()
	case kind == reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		return c.assign(target.Elem())
	case c.Null():
		return fmt.Errorf("null does not fit into %s", target.Type())
	case c.kind == text && kind == reflect.String:
		target.SetString(c.text)
	case c.kind == number && kind == reflect.Bool:
		target.SetBool(c.number != 0)
	case c.kind == number && target.CanInt() && !target.OverflowInt(c.number):
		target.SetInt(c.number)
	default:
		return fmt.Errorf("the value does not fit into %s", target.Type())
	}
	return nil
}
