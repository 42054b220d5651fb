package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// What license servers hold of a line is live, too: a withdrawal asks for it, and lists the servers.
func TestWhatLicenseServersHoldIsLive(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE", "TWO")
		ended := testenv.Today - 1
		hold := func(line gid.ID, name string, quantity int64, until *day.Day) {
			env.Fill(t, func(f *testenv.Fixture) {
				server, allocation := gid.New(gid.LicenseServer, 0), gid.New(gid.Allocation, 0)
				must(t, f.Client().LicenseServer.Create().SetID(server).SetAccountID(made.account).SetName(name).
					SetFingerprint("of "+name).SetDeployment(vocabulary.DeploymentLocal).
					SetStatus(vocabulary.DeviceStatusActive).SetWords(" "+name+" of").SetCreatedAt(0).SetUpdatedAt(0).
					Exec(f.Context()))
				must(t, f.Client().Allocation.Create().SetID(allocation).SetAccountID(made.account).
					SetLicenseServerID(server).SetLineItemID(line).SetQuantity(quantity).SetRequested(quantity).
					SetNillableEndsOn(until).SetCreatedAt(0).SetUpdatedAt(0).Exec(f.Context()))
				must(t, f.Client().LineItem.UpdateOneID(line).AddUsed(quantity).Exec(f.Context()))
				if quantity > 0 {
					must(t, f.Client().LedgerEntry.Create().SetAccountID(made.account).SetLineItemID(line).
						SetKind(vocabulary.LedgerKindAllocate).SetAmount(quantity).SetExcess(0).
						SetEffectiveOn(testenv.Today).SetRecordedAt(1).SetActor("a test").SetCause("x").
						SetSubjectID(allocation).Exec(f.Context()))
				}
			})
		}
		hold(made.lines[0], "pier", 4, nil)
		hold(made.lines[0], "quay", 0, nil)
		hold(made.lines[1], "dock", 3, &ended)
		withdraw := func(header gid.ID, more map[string]any) *rightChange {
			return changeRight(t, env, "withdrawEntitlement", merged(map[string]any{"entitlement": header.String(),
				"reason": "not paid"}, more))
		}
		got := withdraw(made.headers[0], nil)
		if got.codes() != "LIVE_ACTIVATIONS input.acceptLive" ||
			!strings.Contains(got.Errors[0].Message, "1 license servers") {
			t.Fatalf("%+v", got)
		}
		dry := withdraw(made.headers[0], map[string]any{"acceptLive": true, "dryRun": true})
		list := strings.Join(dry.effects(), "\n")
		if !strings.Contains(list, "CHANGED pier srv_") || strings.Contains(list, "quay") {
			t.Errorf("the effects of the dry run:\n%s", list)
		}
		wet := withdraw(made.headers[0], map[string]any{"acceptLive": true})
		if wet.codes() != "" || wet.warnings() != "DEVICES_LOSE_RIGHT" || !slices.Equal(wet.effects(), dry.effects()) {
			t.Errorf("%+v", wet)
		}
		if got := withdraw(made.headers[1], nil); got.codes() != "" || got.warnings() != "" {
			t.Errorf("of an allocation that has ended: %+v", got)
		}
		mustBeHealthy(t, env)
	})
}
