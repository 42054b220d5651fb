package catalog

import (
	"slices"
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

// cells reads the cells of a row as values of the arguments of mutations. It returns nil for those that leave a value
// as it is: because they are empty, or because the object has this value.
type cells struct {
	*importing
	row *tableRow
	// object is the object as it is, without cells if it is new.
	object  object
	isNew   bool
	refused []*fault.Error
}

func (c *cells) refuse(refusal *fault.Error) {
	c.refused = append(c.refused, refusal)
	c.wrong.add(refusal)
}

// given returns the text of a cell that is not to leave the value as it is.
func (c *cells) given(column string) (string, bool) {
	text := c.row.cells[column]
	return text, text != "" && !sameText(text, c.object.cells[column])
}

// removed tells whether the row removes a value that the object has.
func (c *cells) removed(column string) bool {
	return c.row.removed[column] && c.object.cells[column] != ""
}

// text reads a text, which is empty if it is removed.
func (c *cells) text(column string) *string {
	text, is := c.given(column)
	if !is && !c.removed(column) {
		return nil
	}
	return &text
}

func (c *cells) number(column string) *int {
	text, is := c.given(column)
	if !is {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		c.refuse(badInput(c.row.field(column), "This is not a whole number.", "Write it in digits."))
		return nil
	}
	return &n
}

func (c *cells) boolean(column string) *bool {
	text, is := c.given(column)
	if !is {
		return nil
	}
	yes := strings.EqualFold(text, "true")
	if !yes && !strings.EqualFold(text, "false") {
		c.refuse(badInput(c.row.field(column), "This is not a yes or no.", "Write true or false."))
		return nil
	}
	return &yes
}

func (c *cells) day(column string) *day.Day {
	text, is := c.given(column)
	if !is {
		return nil
	}
	d, err := day.Parse(text)
	if err != nil {
		c.refuse(badInput(c.row.field(column), "This is not a day.", "Write it as 2026-03-31."))
		return nil
	}
	return &d
}

// enumCell reads a value of an enum.
func enumCell[T interface {
	~string
	Values() []string
}](c *cells, column string) *T {
	text, is := c.given(column)
	if !is {
		return nil
	}
	v := T(text)
	if !slices.Contains(v.Values(), text) {
		c.refuse(badInput(c.row.field(column), "{value} is not a value of {column}.", "Write one of {values}.",
			fault.WithText("value", shortened(text)), fault.WithText("column", column),
			fault.WithText("values", strings.Join(v.Values(), ", "))))
		return nil
	}
	return &v
}

// reference reads the name of an object of the catalog.
func (c *cells) reference(column string, of gid.Type, typename string) (*gid.ID, error) {
	text, is := c.given(column)
	if !is {
		return nil, nil
	}
	return c.find(column, of, typename, text)
}

// find returns the id of the object with a name, or nil after a refusal.
func (c *cells) find(column string, of gid.Type, typename, name string) (*gid.ID, error) {
	ids, err := c.names.find(c.ctx, of, name)
	if err != nil {
		return nil, err
	}
	switch len(ids) {
	case 0:
		c.refuse(fault.New(fault.NotFound, c.row.field(column), "There is no {type} with the name {name}.",
			"Check the name, or import the object first.", fault.WithText("type", typename),
			fault.WithText("name", shortened(name))))
		return nil, nil
	case 1:
		return &ids[0], nil
	}
	c.refuse(fault.New(fault.Ambiguous, c.row.field(column), "Several objects have the name {name}.",
		"Write the id of the object in place of its name.", fault.WithText("name", shortened(name))))
	return nil, nil
}

// references reads a list of names, one a line. An empty list is given if the value is removed.
func (c *cells) references(column string, of gid.Type, typename string) (*[]gid.ID, error) {
	text, is := c.given(column)
	if !is {
		if !c.removed(column) {
			return nil, nil
		}
		return &[]gid.ID{}, nil
	}
	list := []gid.ID{}
	for line := range strings.SplitSeq(text, "\n") {
		id, err := c.find(column, of, typename, strings.TrimSpace(line))
		if err != nil {
			return nil, err
		}
		if id != nil {
			list = append(list, *id)
		}
	}
	return &list, nil
}

// contents reads a list of names and quantities, one a line.
func (c *cells) contents(column string, of gid.Type, typename string) (*[]Content, error) {
	text, is := c.given(column)
	if !is {
		if !c.removed(column) {
			return nil, nil
		}
		return &[]Content{}, nil
	}
	list := []Content{}
	for line := range strings.SplitSeq(text, "\n") {
		name, quantity := splitContent(line)
		n, err := strconv.Atoi(quantity)
		if err != nil {
			c.refuse(badInput(c.row.field(column), "This is not a whole number.", "Write it in digits."))
			continue
		}
		id, err := c.find(column, of, typename, name)
		if err != nil {
			return nil, err
		}
		if id != nil {
			list = append(list, Content{*id, n})
		}
	}
	return &list, nil
}
