package page_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
)

// base has two accounts with entitlements and lines. The second entitlement of each account has the other account as
// its partner.
type base struct {
	store        *store.Store
	own, foreign gid.ID
	// rights are the entitlements of both accounts; the last of each has no lines.
	rights, foreignRights []gid.ID
	lines                 []line // of both accounts, by id
}

type line struct {
	id, account, entitlement gid.ID
	endsOn                   day.Day
	created                  int64
	number, partner          string // of the entitlement
}

const partnerOf = "entitlement_id.channel_partner_id.name"

func each(t *testing.T, test func(t *testing.T, b *base)) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		b := &base{store: s}
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			must := func(err error) {
				if err != nil {
					t.Fatal(err)
				}
			}
			b.own, b.foreign = f.Account("own"), f.Account("foreign")
			f.Below(b.own, b.foreign)
			count := 0
			for _, of := range []struct {
				account, partner gid.ID
				name             string
				into             *[]gid.ID
			}{{b.own, b.foreign, "foreign", &b.rights}, {b.foreign, b.own, "own", &b.foreignRights}} {
				for n, lines := range []int{5, 1, 9, 3, 0} {
					number := fmt.Sprintf("%s-%d", of.name, n)
					entitlement := f.Entitlement(of.account, number)
					partner := ""
					if n == 1 || n == 2 {
						partner = of.name
						must(f.Client().Entitlement.UpdateOneID(entitlement).SetChannelPartnerID(of.partner).
							Exec(f.Context()))
					}
					*of.into = append(*of.into, entitlement)
					for range lines {
						count++
						id := f.Line(of.account, entitlement, f.Seat, fmt.Sprintf("L-%02d", count), int64(count))
						l := line{id, of.account, entitlement, fixture.Today + day.Day(count%3), int64(count % 2),
							number, partner}
						must(f.Client().LineItem.UpdateOneID(id).SetEndsOn(l.endsOn).SetGranted(l.created).
							Exec(f.Context()))
						b.lines = append(b.lines, l)
					}
				}
			}
		})
		test(t, b)
	})
}

// view reads with a scope of the account own only.
func (b *base) view(t testing.TB, read func(ctx context.Context, v *page.View)) {
	b.as(t, store.Accounts([]gid.ID{b.own}), read)
}

func (b *base) as(t testing.TB, scope store.Scope, read func(ctx context.Context, v *page.View)) {
	t.Helper()
	database.View(t, b.store, scope, func(v *page.View) error {
		read(t.Context(), v)
		return nil
	})
}

// source reads lines with their entitlements and the partners of the entitlements.
func source(columns ...string) *page.Source {
	s := page.NewSource(page.TableNamed("line_items"))
	for _, c := range columns {
		s.Column(c)
	}
	return s
}

func column(s *page.Source, rows page.Rows, path string) []string {
	slot, known := s.Slot(path)
	if !known {
		panic(path)
	}
	out := []string{}
	for _, r := range rows {
		switch c := &r[slot]; {
		case c.Null():
			out = append(out, "-")
		case strings.HasSuffix(path, "name") || strings.HasSuffix(path, "number"):
			out = append(out, c.Text())
		default:
			out = append(out, fmt.Sprint(c.Int()))
		}
	}
	return out
}

func texts[T any](list []T, of func(T) any) []string {
	out := []string{}
	for _, v := range list {
		out = append(out, fmt.Sprint(of(v)))
	}
	return out
}

func same(t interface {
	Helper()
	Errorf(string, ...any)
}, what string, got, want any) {
	t.Helper()
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("%s:\n%s", what, diff)
	}
}

// odd is a condition that the quantity granted is 1.
func odd(q *page.Query) { q.Where(sql.EQ(q.C("granted"), 1)) }

func (b *base) of(account gid.ID) []line {
	return slices.DeleteFunc(slices.Clone(b.lines), func(l line) bool { return l.account != account })
}

func (b *base) inRight(entitlement int64) []line {
	return slices.DeleteFunc(slices.Clone(b.lines), func(l line) bool { return int64(l.entitlement) != entitlement })
}

func keys(ids ...gid.ID) []int64 {
	out := make([]int64, len(ids))
	for i, id := range ids {
		out[i] = int64(id)
	}
	return out
}

var order = map[string]page.Order{
	"id":              {Name: "ID"},
	"id descending":   {Name: "NEWEST", Descending: true},
	"ends":            {Name: "ENDS", Columns: []string{"ends_on"}},
	"ends descending": {Name: "LATEST", Columns: []string{"ends_on"}, Descending: true},
	"two":             {Name: "TWO", Columns: []string{"granted", "ends_on"}},
	"two descending":  {Name: "OWT", Columns: []string{"granted", "ends_on"}, Descending: true},
}

// sorted returns lines sorted by an order.
func sorted(list []line, o page.Order) []line {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b line) int {
		var n int
		for _, c := range o.Columns {
			switch c {
			case "ends_on":
				n = cmp.Or(n, cmp.Compare(a.endsOn, b.endsOn))
			case "granted":
				n = cmp.Or(n, cmp.Compare(a.created, b.created))
			}
		}
		if n = cmp.Or(n, cmp.Compare(a.id, b.id)); o.Descending {
			return -n
		}
		return n
	})
	return list
}

func idOf(l line) any { return int64(l.id) }

func TestRowsByID(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		b.view(t, func(ctx context.Context, v *page.View) {
			own, foreign := b.of(b.own), b.of(b.foreign)
			for n, ids := range [][]int64{nil, keys(own[0].id), keys(own[0].id, own[3].id, own[7].id),
				keys(foreign[0].id),
				keys(own[1].id, foreign[1].id), {1}, {1, int64(own[2].id), 2}} {
				s := source("ends_on", "entitlement_id.number", partnerOf, "entitlement_id.account_id.name")
				rows, err := v.ByID(ctx, s, ids)
				if err != nil {
					t.Fatal(err)
				}
				var want []line
				for _, l := range own {
					if slices.Contains(ids, int64(l.id)) {
						want = append(want, l)
					}
				}
				slices.SortFunc(rows, func(a, b []page.Cell) int { return cmp.Compare(a[0].Int(), b[0].Int()) })
				want = sorted(want, order["id"])
				same(t, fmt.Sprint("ids ", n), column(s, rows, "id"), texts(want, idOf))
				same(t, "days", column(s, rows, "ends_on"), texts(want, func(l line) any { return int(l.endsOn) }))
				same(t, "numbers", column(s, rows, "entitlement_id.number"),
					texts(want, func(l line) any { return l.number }))
				same(t, "owners", column(s, rows, "entitlement_id.account_id.name"),
					texts(want, func(line) any { return "own" }))
				same(t, "partners, who may not be seen", column(s, rows, partnerOf),
					texts(want, func(line) any { return "-" }))
			}
		})
	})
}

func TestJoinsShowWhatTheScopeShows(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		s := source("entitlement_id.number", partnerOf)
		want := sorted(b.of(b.own), order["id"])
		read := func(scope store.Scope, partners bool) {
			b.as(t, scope, func(ctx context.Context, v *page.View) {
				all, err := v.All(ctx, s, "account_id", keys(b.own), order["id"], nil, 0)
				first, pageErr := v.Page(ctx, s, request("id", page.Args{First: ptr(100)}),
					func(q *page.Query) { q.Where(sql.EQ(q.C("account_id"), int64(b.own))) })
				of, ofErr := v.PageOf(ctx, s, "account_id", nil, request("id", page.Args{}), nil)
				many, manyErr := v.PageOf(ctx, with(s, "account_id"), "account_id", keys(b.own, b.foreign),
					request("id", page.Args{First: ptr(100)}), nil)
				every, everyErr := v.AllRows(ctx, s, order["id"],
					func(q *page.Query) { q.Where(sql.EQ(q.C("account_id"), int64(b.own))) })
				if err := errors.Join(err, pageErr, ofErr, manyErr, everyErr); err != nil || len(of) > 0 {
					t.Fatal(err, of)
				}
				for name, rows := range map[string]page.Rows{"All": all, "Page": first.Rows, "PageOf": many[0].Rows,
					"AllRows": every} {
					same(t, name, column(s, rows, "id"), texts(want, idOf))
					same(t, name+" numbers", column(s, rows, "entitlement_id.number"),
						texts(want, func(l line) any { return l.number }))
					same(t, name+" partners", column(s, rows, partnerOf), texts(want, func(l line) any {
						if !partners || l.partner == "" {
							return "-"
						}
						return l.partner
					}))
				}
			})
		}
		read(store.Everything(), true)
		read(store.Accounts([]gid.ID{b.own, b.foreign}), true)
		read(store.Accounts([]gid.ID{b.own}), false)
		// The scope shows the entitlement, but not its partner account.
		read(store.Within(store.Reach{Licensing: []gid.ID{b.own}}), false)
		b.as(t, store.Within(store.Reach{Member: []gid.ID{b.own, b.foreign}}),
			func(ctx context.Context, v *page.View) {
				if rows, err := v.All(ctx, s, "account_id", keys(b.own), order["id"], nil, 0); err != nil ||
					len(rows) > 0 {
					t.Errorf("a scope without licensing shows %d rows: %v", len(rows), err)
				}
			})
		// The unscoped view shows all rows, and the original view is unchanged.
		b.view(t, func(ctx context.Context, v *page.View) {
			rows, err := v.Unscoped().ByID(ctx, s, keys(b.of(b.foreign)[0].id))
			own, ownErr := v.ByID(ctx, s, keys(b.of(b.foreign)[0].id))
			if err != nil || ownErr != nil || len(rows) != 1 || len(own) != 0 {
				t.Errorf("%d and %d rows: %v %v, want len(rows) = 1 and len(own) = 0", len(rows), len(own), err,
					ownErr)
			}
		})
	})
}

func with(s *page.Source, column string) *page.Source {
	s.Column(column)
	return s
}

func ptr[T any](v T) *T { return &v }

func request(o string, args page.Args) page.Request {
	return page.Request{Args: args, Order: order[o], Binding: "test"}
}

// A row joined with Own is visible to the user in the column next to the reference, and to no other user.
func TestOwnShowsTheJoinedRowToItsUser(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var account, mine, other gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			account = f.Account("account")
			mine, other = f.Member(account, "mine"), f.Member(account, "other")
		})
		read := func(scope store.Scope, own bool) (names []string) {
			source := page.NewSource(page.TableNamed("memberships"))
			source.Column("account_id.name")
			source.Column("user_id.user_name")
			if own {
				source.Own("account_id", "user_id")
			}
			database.View(t, s, scope, func(v *page.View) error {
				rows, err := v.All(t.Context(), source, "account_id", keys(account), page.Order{Name: "ID"}, nil, 0)
				names = column(source, rows, "account_id.name")
				list, pageErr := v.Page(t.Context(), source, page.Request{}, nil)
				same(t, "the page", column(source, list.Rows, "account_id.name"), names)
				// Several parents, of which one has no rows.
				several, severalErr := v.PageOf(t.Context(), with(source, "account_id"), "account_id",
					keys(account, mine), page.Request{}, nil)
				same(t, "the pages", column(source, several[0].Rows, "account_id.name"), names)
				return errors.Join(err, pageErr, severalErr)
			})
			return names
		}
		same(t, "a member without the account", read(store.Within(store.Reach{User: mine}), false), []string{"-"})
		same(t, "a member's own", read(store.Within(store.Reach{User: mine}), true), []string{"account"})
		same(t, "nobody", read(store.Within(store.Reach{}), true), []string{})
		same(t, "an administrator without the account",
			read(store.Within(store.Reach{User: other, Administer: []gid.ID{account}}), true), func() []string {
				if mine < other == (membership(t, s, mine) < membership(t, s, other)) {
					return []string{"-", "account"}
				}
				return []string{"account", "-"}
			}())
	})
}

func membership(t *testing.T, s *store.Store, user gid.ID) int64 {
	return database.IDs(t, s, store.Everything(), "memberships",
		func(q *page.Query) { q.Where(sql.EQ(q.C("user_id"), int64(user))) })[0]
}

func TestRowsThroughALink(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var parent, other gid.ID
		var children []gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			parent, other = f.Account("parent"), f.Account("other")
			for n := range 5 {
				child := f.Account(fmt.Sprint("child ", n))
				f.Below(parent, child)
				f.Below(other, child)
				children = append(children, child)
			}
		})
		source := page.NewSource(page.TableNamed("account_links"))
		source.Column("child_id.name")
		source.Column("child_id.id")
		source.Column("parent_id")
		seen := append([]gid.ID{parent}, children[1:4]...)
		database.View(t, s, store.Accounts(seen), func(v *page.View) error {
			links, err := v.PageOf(t.Context(), source, "parent_id", keys(parent, other, parent, 0),
				page.Request{Args: page.Args{First: ptr(2)}}, nil)
			if err != nil {
				return err
			}
			for n, want := range [][]string{{"child 1", "child 2"}, {}, {"child 1", "child 2"}, {}} {
				same(t, fmt.Sprint("parent ", n), column(source, links[n].Rows, "child_id.name"), want)
				if links[n].HasNext != (len(want) > 0) || links[n].HasPrev {
					t.Errorf("parent %d: %v %v, want HasNext = %v and HasPrev = false", n, links[n].HasNext,
						links[n].HasPrev, len(want) > 0)
				}
			}
			counts, err := v.CountOf(t.Context(), source.Table(), "parent_id", keys(parent, other, parent, 0), nil)
			same(t, "counts", counts, []int64{3, 0, 3, 0})
			return err
		})
	})
}

func TestShortLists(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		b.view(t, func(ctx context.Context, v *page.View) {
			for name, o := range order {
				for n, parents := range [][]int64{nil, keys(b.rights[0]), keys(b.rights...),
					keys(b.rights[4], b.rights[1]), keys(b.foreignRights...),
					append(keys(b.foreignRights...), keys(b.rights...)...)} {
					for _, where := range []page.Where{nil, odd} {
						s := source("entitlement_id", "entitlement_id.number")
						rows, err := v.All(ctx, s, "entitlement_id", parents, o, where, 0)
						if err != nil {
							t.Fatal(err)
						}
						want := sorted(slices.DeleteFunc(b.of(b.own), func(l line) bool {
							return !slices.Contains(parents, int64(l.entitlement)) || where != nil && l.created != 1
						}), o)
						same(t, fmt.Sprint(name, " ", n), column(s, rows, "id"), texts(want, idOf))
						same(t, fmt.Sprint(name, " numbers ", n), column(s, rows, "entitlement_id.number"),
							texts(want, func(l line) any { return l.number }))
					}
				}
			}
			s := source()
			if rows, err := v.All(ctx, s, "entitlement_id", keys(b.rights[2]), order["id descending"], nil,
				4); err != nil || len(rows) != 4 {
				t.Errorf("%d rows of at most 4: %v", len(rows), err)
			} else {
				same(t, "the first four", column(s, rows, "id"),
					texts(sorted(b.inRight(int64(b.rights[2])), order["id descending"])[:4], idOf))
			}
		})
	})
}

func TestCounts(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		b.view(t, func(ctx context.Context, v *page.View) {
			lines := page.TableNamed("line_items")
			n, err := v.Count(ctx, lines, nil)
			odds, oddErr := v.Count(ctx, lines, odd)
			of, ofErr := v.CountOf(ctx, lines, "entitlement_id",
				append(append(keys(b.rights...), 0), keys(b.rights[0], b.foreignRights[0])...), nil)
			one, oneErr := v.CountOf(ctx, lines, "entitlement_id", keys(b.rights[2]), odd)
			none, noneErr := v.CountOf(ctx, lines, "entitlement_id", []int64{0, 0}, nil)
			if err := errors.Join(err, oddErr, ofErr, oneErr, noneErr); err != nil {
				t.Fatal(err)
			}
			want := 0
			for _, l := range b.of(b.own) {
				want += int(l.created)
			}
			var inOne int64
			for _, l := range b.inRight(int64(b.rights[2])) {
				inOne += l.created
			}
			if n != 18 || odds != int64(want) {
				t.Errorf("%d lines, %d odd; want 18 and %d", n, odds, want)
			}
			same(t, "of rights", of, []int64{5, 1, 9, 3, 0, 0, 5, 0})
			same(t, "odd ones of one", one, []int64{inOne})
			same(t, "of no keys", none, []int64{0, 0})
		})
	})
}

// Subqueries and joins in conditions are restricted to the scope, as the statement itself is.
func TestConditionsOverOtherTablesKeepToTheScope(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		// Entitlements that have a line of the other account: a scope of only one account finds none.
		crossed := b.foreignRights[4]
		fixture.Fill(t, b.store, func(f *fixture.Fixture) {
			// a line of the account own in an entitlement of the other account
			f.After(9000).Line(b.own, crossed, f.Seat, "crossed", 1)
			f.Line(b.foreign, b.rights[4], f.Seat, "crossed too", 1)
		})
		sub := func(q *page.Query) {
			s := q.Sub("line_items", "l")
			s.Select(s.C("entitlement_id"))
			q.Where(sql.In(q.C("id"), s.Selector))
		}
		subOf := func(q *page.Query) {
			s := q.SubOf("line_items", "l")
			s.Select(s.C("entitlement_id"))
			q.Where(sql.In(q.C("id"), s.Selector))
		}
		entitlements := page.NewSource(page.TableNamed("entitlements"))
		b.view(t, func(ctx context.Context, v *page.View) {
			list := func(where page.Where) []string {
				rows, err := v.AllRows(ctx, entitlements, order["id"], where)
				if err != nil {
					t.Fatal(err)
				}
				got := column(entitlements, rows, "id")
				slices.Sort(got)
				return got
			}
			bounded := texts(b.rights[:4], func(id gid.ID) any { return int64(id) })
			slices.Sort(bounded)
			same(t, "a subquery", list(sub), bounded)
			whole := texts(b.rights, func(id gid.ID) any { return int64(id) })
			slices.Sort(whole)
			same(t, "a subquery of what belongs to the rows", list(subOf), whole)
			for name, join := range map[string]func(q *page.Query) (table *sql.SelectTable, lines int){
				"a join": func(q *page.Query) (*sql.SelectTable, int) {
					return q.Join("line_items", "l",
						func(l *sql.SelectTable) *sql.Predicate {
							return sql.ColumnsEQ(l.C("entitlement_id"),
								q.C("id"))
						}), 18
				},
				"a join of what belongs to the rows": func(q *page.Query) (*sql.SelectTable, int) {
					return q.JoinOf("line_items", "l",
						func(l *sql.SelectTable) *sql.Predicate {
							return sql.ColumnsEQ(l.C("entitlement_id"),
								q.C("id"))
						}), 19
				},
			} {
				var found []struct {
					ID   int64  `sql:"id"`
					Line *int64 `sql:"line"`
				}
				want, nulls := 0, 0
				err := v.Scan(ctx, "entitlements", func(q *page.Query) {
					l, lines := join(q)
					want = lines
					q.Select(q.C("id"), sql.As(l.C("id"), "line"))
				}, &found)
				if err != nil {
					t.Fatal(name, err)
				}
				for _, f := range found {
					if f.Line == nil {
						nulls++
					}
					if f.ID == int64(crossed) {
						t.Errorf("%s shows an entitlement of the other account", name)
					}
				}
				if len(found) != want || nulls > 0 != (name == "a left join") {
					t.Errorf("%s: %d rows, want %d; %d without a line", name, len(found), want, nulls)
				}
			}
		})
	})
}

// The text of a statement with In does not depend on the number of keys, which may be none, one or many.
func TestKeysInConditions(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		b.view(t, func(ctx context.Context, v *page.View) {
			for _, want := range [][]gid.ID{{}, b.rights[:1], b.rights[:3]} {
				var ids []int64
				err := v.Scan(ctx, "entitlements", func(q *page.Query) {
					q.Where(q.In(q.C("id"), keys(want...)))
					q.Select(q.C("id"))
				}, &ids)
				slices.Sort(ids)
				expected := keys(want...)
				slices.Sort(expected)
				if err != nil || !slices.Equal(ids, expected) {
					t.Errorf("%v, want %v: %v", ids, expected, err)
				}
			}
			ctx, counter := store.WithCounter(ctx)
			for n := range 3 {
				if _, err := v.ByID(ctx, source(), keys(b.rights[:n+2]...)); err != nil {
					t.Fatal(err)
				}
			}
			if texts := counter.Statements(); len(texts) != 3 || texts[0] != texts[1] || texts[1] != texts[2] {
				t.Errorf("%q, want len(texts) = 3, texts[0] = %v and texts[1] = %v", texts, texts[1], texts[2])
			}
		})
	})
}

func TestInvalidRequestsRunNoStatement(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		b.view(t, func(ctx context.Context, v *page.View) {
			ctx, counter := store.WithCounter(ctx)
			s := source("entitlement_id")
			other := page.Request{Order: order["ends"]}.Cursor([]page.Cell{page.Number(1), page.Number(1)})
			for _, args := range []page.Args{{First: ptr(0)}, {First: ptr(101)}, {Last: ptr(-1)},
				{First: ptr(1), Last: ptr(1)}, {After: &other}} {
				_, err := v.Page(ctx, s, request("ends", args), nil)
				_, severalErr := v.PageOf(ctx, s, "entitlement_id", keys(b.rights...), request("ends", args), nil)
				for _, err := range []error{err, severalErr} {
					if code := fault.CodeOf(err); code != fault.BadPageSize && code != fault.BadCursor {
						t.Errorf("%+v: %v", args, err)
					}
				}
			}
			if _, err := v.PageOf(ctx, source(), "entitlement_id", keys(b.rights...), request("ends", page.Args{}),
				nil); err == nil {
				t.Error("pages of a source without the partition column were accepted")
			}
			if counter.Count() > 0 {
				t.Errorf("%q, want 0", counter.Statements())
			}
		})
	})
}

// Consecutive pages of any size are together the complete list: for one parent, for many and for none, in any order,
// in both directions, with ties, joins and conditions.
func TestPagesPutTogetherAreTheList(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		names := []string{"id", "id descending", "ends", "ends descending", "two", "two descending"}
		paths := []string{"entitlement_id", "ends_on", "granted", "entitlement_id.number", partnerOf,
			"product_id.product_line_id.name"}
		rapid.Check(t, func(rt *rapid.T) {
			name := rapid.SampledFrom(names).Draw(rt, "order")
			o := order[name]
			s := source(rapid.SliceOfDistinct(rapid.SampledFrom(paths), rapid.ID).Draw(rt, "columns")...)
			for _, c := range o.Columns {
				s.Column(c)
			}
			var where page.Where
			if rapid.Bool().Draw(rt, "odd") {
				where = odd
			}
			size, backward := rapid.IntRange(1, 20).Draw(rt, "size"), rapid.Bool().Draw(rt, "backward")
			parents := rapid.SliceOfN(rapid.SampledFrom(
				append(append(keys(b.rights...), keys(b.foreignRights[:2]...)...), 0)), 1, 8).Draw(rt, "parents")
			partitioned := rapid.Bool().Draw(rt, "partitioned")
			if partitioned {
				s.Column("entitlement_id")
			} else {
				parents = parents[:1]
			}
			wanted := func(parent int64) []line {
				return sorted(slices.DeleteFunc(b.of(b.own), func(l line) bool {
					return partitioned && int64(l.entitlement) != parent || where != nil && l.created != 1
				}), o)
			}
			b.view(t, func(ctx context.Context, v *page.View) {
				fetch := func(parents []int64, args page.Args) []page.Slice {
					r := page.Request{Order: o, Args: args}
					var out []page.Slice
					var err error
					if partitioned {
						out, err = v.PageOf(ctx, s, "entitlement_id", parents, r, where)
					} else {
						var one page.Slice
						one, err = v.Page(ctx, s, r, where)
						out = []page.Slice{one}
					}
					if err != nil || len(out) != len(parents) {
						rt.Fatalf("%d pages: %v, want %v", len(out), err, len(parents))
					}
					for _, slice := range out {
						if len(slice.Rows) > size {
							rt.Fatalf("%d rows on a page of %d", len(slice.Rows), size)
						}
					}
					return out
				}
				args := page.Args{First: &size}
				if backward {
					args = page.Args{Last: &size}
				}
				for n, slice := range fetch(parents, args) {
					all, at := []string{}, args
					for first := true; ; first = false {
						ids := column(s, slice.Rows, "id")
						more := slice.HasNext
						if backward {
							more = slice.HasPrev
							all = append(ids, all...)
						} else {
							all = append(all, ids...)
						}
						before := slice.HasPrev
						if backward {
							before = slice.HasNext
						}
						if before == first {
							rt.Fatalf("on the first page %v, something before it %v", first, before)
						}
						if !more {
							break
						}
						edge := slice.Rows[len(slice.Rows)-1]
						if backward {
							edge = slice.Rows[0]
						}
						var values []page.Cell
						for _, c := range append(slices.Clone(o.Columns), "id") {
							slot, _ := s.Slot(c)
							values = append(values, edge[slot])
						}
						cursor := page.Request{Order: o}.Cursor(values)
						if at = (page.Args{First: &size, After: &cursor}); backward {
							at = page.Args{Last: &size, Before: &cursor}
						}
						// The next page is the same, whether it is requested for all parents or for one.
						if rapid.Bool().Draw(rt, "alone") {
							slice = fetch(parents[n:n+1], at)[0]
						} else {
							slice = fetch(parents, at)[n]
						}
					}
					same(rt, fmt.Sprintf("parent %d of %v", n, parents), all, texts(wanted(parents[n]), idOf))
				}
			})
		})
	})
}

// With after and before, the page has the rows between the two cursors.
func TestBothCursorsAtOnce(t *testing.T) {
	each(t, func(t *testing.T, b *base) {
		b.view(t, func(ctx context.Context, v *page.View) {
			for name, o := range order {
				want := sorted(b.of(b.own), o)
				cursor := func(l line) *string {
					var values []page.Cell
					for _, c := range o.Columns {
						values = append(values, page.Number(map[string]int64{"ends_on": int64(l.endsOn),
							"granted": l.created}[c]))
					}
					return ptr(page.Request{Order: o}.Cursor(append(values, page.Number(int64(l.id)))))
				}
				for _, c := range []struct {
					args     page.Args
					rows     []line
					next, pr bool
				}{
					{page.Args{First: ptr(100), After: cursor(want[3]), Before: cursor(want[9])}, want[4:9], true,
						true},
					{page.Args{Last: ptr(2), After: cursor(want[3]), Before: cursor(want[9])}, want[7:9], true, true},
					{page.Args{First: ptr(2), After: cursor(want[3]), Before: cursor(want[9])}, want[4:6], true, true},
					{page.Args{First: ptr(5), After: cursor(want[17])}, nil, false, true},
					{page.Args{Last: ptr(5), Before: cursor(want[0])}, nil, true, false},
					{page.Args{First: ptr(5), After: cursor(want[9]), Before: cursor(want[3])}, nil, true, true},
				} {
					s := source("ends_on", "granted", "entitlement_id.number")
					slice, err := v.Page(ctx, s, page.Request{Order: o, Args: c.args}, nil)
					if err != nil {
						t.Fatal(err)
					}
					same(t, name, column(s, slice.Rows, "id"), texts(c.rows, idOf))
					if slice.HasNext != c.next || slice.HasPrev != c.pr {
						t.Errorf("%s: next %v, previous %v, want HasNext = %v and HasPrev = %v", name, slice.HasNext,
							slice.HasPrev, c.next, c.pr)
					}
				}
			}
		})
	})
}

// marked is a scope with a condition that is easy to find in statements.
type marked struct{}

func (marked) Scattered(string) bool { return false }

func (marked) Condition(table string, column func(string) string, _ bool) *sql.Predicate {
	return sql.P(func(b *sql.Builder) { b.WriteString(column("id") + " <> ").Arg("scope of " + table) })
}

func (marked) User() int64 { return 77 }

// recorder is a Querier that records the last statement and returns no rows.
type recorder struct {
	text string
	args []any
}

func (r *recorder) Query(_ context.Context, text string, args []any) (page.Cursor, error) {
	r.text, r.args = text, args
	if strings.Contains(text, "parent") {
		return nothing{"parent", "n"}, nil
	}
	return nothing{"n"}, nil
}

// nothing is a Cursor with column names but without rows.
type nothing []string

func (n nothing) Columns() []string { return n }

func (nothing) Next([]page.Cell) (bool, error) { return false, nil }

func (nothing) Close() error { return nil }

// Every table in every statement has the scope's condition, and every placeholder has exactly one argument.
func TestEveryTableOfAStatementHasItsCondition(t *testing.T) {
	for _, engine := range []string{dialect.SQLite, dialect.Postgres} {
		r := &recorder{}
		v := page.NewView(r, engine, marked{})
		joined := func() *page.Source {
			s := source("entitlement_id", "entitlement_id.channel_partner_id.name", "product_id.name")
			s.Own("entitlement_id", "account_id")
			return s
		}
		sub := func(q *page.Query) {
			s := q.Sub("periods", "p")
			s.Select(s.C("line_item_id"))
			q.Where(sql.And(sql.EQ(q.C("granted"), "one"), sql.In(q.C("id"), s.Selector), sql.EQ(q.C("used"), "two")))
		}
		after := page.Request{Order: order["ends"]}.Cursor([]page.Cell{page.Number(1), page.Number(2)})
		paged := page.Request{Order: order["ends"], Args: page.Args{After: &after}}
		main, joins, inner := []string{"line_items"}, []string{"entitlements", "accounts", "products"},
			[]string{"periods"}
		for name, c := range map[string]struct {
			run    func() error
			tables [][]string
		}{
			"ByID": {func() error { _, err := v.ByID(t.Context(), joined(), []int64{1, 2}); return err },
				[][]string{main, joins}},
			"ByID of 1": {func() error { _, err := v.ByID(t.Context(), joined(), []int64{1}); return err },
				[][]string{main, joins}},
			"All": {func() error {
				_, err := v.All(t.Context(), joined(), "entitlement_id", []int64{1, 2}, order["ends"], sub, 3)
				return err
			}, [][]string{main, joins, inner}},
			"AllRows": {func() error { _, err := v.AllRows(t.Context(), joined(), order["ends"], sub); return err },
				[][]string{main, joins, inner}},
			"Page": {func() error { _, err := v.Page(t.Context(), joined(), paged, sub); return err },
				[][]string{main, joins, inner}},
			"PageOf 1": {func() error {
				_, err := v.PageOf(t.Context(), joined(), "entitlement_id", []int64{1, 1, 0}, paged, sub)
				return err
			}, [][]string{main, joins, inner}},
			"PageOf": {func() error {
				_, err := v.PageOf(t.Context(), joined(), "entitlement_id", []int64{1, 2}, paged, sub)
				return err
			}, [][]string{main, joins, inner}},
			"Count": {func() error { _, err := v.Count(t.Context(), page.TableNamed("line_items"), sub); return err },
				[][]string{main, inner}},
			"CountOf": {func() error {
				_, err := v.CountOf(t.Context(), page.TableNamed("line_items"), "entitlement_id", []int64{1, 2}, sub)
				return err
			}, [][]string{main, inner}},
		} {
			t.Run(engine+"/"+name, func(t *testing.T) {
				if err := c.run(); err != nil {
					t.Fatal(err)
				}
				places := strings.Count(r.text, "?")
				if engine == dialect.Postgres {
					places = 0
					for n := range r.args {
						if strings.Count(r.text, fmt.Sprintf("$%d", n+1)) == 0 {
							t.Errorf("argument $%d is not used: %s", n+1, r.text)
						}
						places++
					}
					if strings.Contains(r.text, fmt.Sprintf("$%d", places+1)) {
						t.Errorf("$%d has no value: %s", places+1, r.text)
					}
				}
				if places != len(r.args) {
					t.Errorf("%d places, %d values: %s", places, len(r.args), r.text)
				}
				for _, table := range slices.Concat(c.tables...) {
					if !slices.Contains(r.args, any("scope of "+table)) {
						t.Errorf("%s has no condition of the scope: %s %v", table, r.text, r.args)
					}
				}
				if len(c.tables[1]) == 3 && !slices.Contains(r.args, any(int64(77))) {
					t.Errorf("the condition of Own is missing: %s %v", r.text, r.args)
				}
				if count := strings.Count(r.text, " <> "); count != len(slices.Concat(c.tables...)) {
					t.Errorf("%d conditions of the scope: %s", count, r.text)
				}
			})
		}
	}
}
