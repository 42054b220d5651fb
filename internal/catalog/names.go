package catalog

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/ent/feature"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/gid"
)

// names are the names by which cells name objects of the catalog. Those of a type are read when the first one is asked
// for.
type names struct {
	client *ent.Client
	known  map[gid.Type]*nameTable
}

// nameTable are the names of the objects of a type. Products and features are named by their name or code and their
// version, so that two may have one name.
type nameTable struct {
	ids    map[string][]gid.ID
	labels map[gid.ID]string
}

func newNames(client *ent.Client) *names { return &names{client, map[gid.Type]*nameTable{}} }

// of returns the name of an object, or its id if another one has the same.
func (n *names) of(ctx context.Context, of gid.Type, id gid.ID) (string, error) {
	t, err := n.table(ctx, of)
	if err != nil {
		return "", err
	}
	if label := t.labels[id]; len(t.ids[label]) == 1 {
		return label, nil
	}
	return id.String(), nil
}

// find returns the ids of the objects with a name. A text that is no name may be an id.
func (n *names) find(ctx context.Context, of gid.Type, name string) ([]gid.ID, error) {
	t, err := n.table(ctx, of)
	if err != nil {
		return nil, err
	}
	if ids := t.ids[name]; len(ids) > 0 {
		return ids, nil
	}
	id, err := gid.Parse(name)
	if _, known := t.labels[id]; err == nil && known {
		return []gid.ID{id}, nil
	}
	return nil, nil
}

// add adds an object that was created.
func (n *names) add(id gid.ID, label string) {
	if t := n.known[id.Type()]; t != nil {
		t.add(id, label)
	}
}

func (t *nameTable) add(id gid.ID, label string) {
	t.ids[label] = append(t.ids[label], id)
	t.labels[id] = label
}

func (n *names) table(ctx context.Context, of gid.Type) (*nameTable, error) {
	if t := n.known[of]; t != nil {
		return t, nil
	}
	t := &nameTable{map[string][]gid.ID{}, map[gid.ID]string{}}
	var err error
	switch of {
	case gid.ProductLine:
		err = addNames(ctx, t, n.client.ProductLine.Query().Select(productline.FieldID, productline.FieldName),
			func(l *ent.ProductLine) (gid.ID, string) { return l.ID, l.Name })
	case gid.Product:
		err = addNames(ctx, t,
			n.client.Product.Query().Select(product.FieldID, product.FieldName, product.FieldVersion),
			func(p *ent.Product) (gid.ID, string) { return p.ID, LabelOfProduct(p) })
	case gid.LicenseModel:
		err = addNames(ctx, t, n.client.LicenseModel.Query().Select(licensemodel.FieldID, licensemodel.FieldName),
			func(m *ent.LicenseModel) (gid.ID, string) { return m.ID, m.Name })
	case gid.UnitOfMeasure:
		err = addNames(ctx, t, n.client.UnitOfMeasure.Query().Select(unitofmeasure.FieldID, unitofmeasure.FieldCode),
			func(u *ent.UnitOfMeasure) (gid.ID, string) { return u.ID, u.Code })
	case gid.CoverageLevel:
		err = addNames(ctx, t, n.client.CoverageLevel.Query().Select(coveragelevel.FieldID, coveragelevel.FieldCode),
			func(l *ent.CoverageLevel) (gid.ID, string) { return l.ID, l.Code })
	case gid.Feature:
		err = addNames(ctx, t,
			n.client.Feature.Query().Select(feature.FieldID, feature.FieldCode, feature.FieldVersion),
			func(f *ent.Feature) (gid.ID, string) { return f.ID, labelOfFeature(f) })
	case gid.PartNumber:
		err = addNames(ctx, t, n.client.PartNumber.Query().Select(partnumber.FieldID, partnumber.FieldCode),
			func(p *ent.PartNumber) (gid.ID, string) { return p.ID, p.Code })
	}
	if err != nil {
		return nil, wrap("read the names of the catalog", err)
	}
	n.known[of] = t
	return t, nil
}

// addNames adds the names of the rows of a query.
func addNames[T any](ctx context.Context, t *nameTable, query interface {
	All(context.Context) ([]T, error)
}, of func(T) (gid.ID, string)) error {
	rows, err := query.All(ctx)
	for _, row := range rows {
		t.add(of(row))
	}
	return err
}
