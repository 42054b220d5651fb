package stage

import (
	"context"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Entitlements calls yield with every valid entitlement after a Ref, ordered by account.
func (s *Stage) Entitlements(ctx context.Context, after Ref, yield func(Entitlement) error) error {
	more := s.encoders[legacy.Entitlements].unpacker()
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.entitlementId, r.account, k.soldTo, k.state, r.partner,
		k.channelPartner, k.more
		FROM r_entitlements r JOIN entitlements k ON k.rid = r.rid WHERE r.ref > ?
		ORDER BY r.ref`, after, func(r *reader, row Row) error {
		more.open(row[9])
		e := Entitlement{Head: r.head(row), ID: row.Text(3), Account: row.Ref(4), AccountID: row.Text(5),
			Decision:       vocabulary.Decision(row.Text(6)),
			ChannelPartner: row.Ref(7), Description: more.text("description"), ShipToEmail: more.text("shipToEmail"),
			OrderReference: more.text("orderReference"), PortalLogin: more.flag("allowPortalLogin", true),
			CreatedBy: more.text("createdUserId"),
			CreatedAt: more.instant("createdOn"), ModifiedAt: more.instant("lastModifiedDateTime")}
		if e.ChannelPartner != 0 {
			e.ChannelPartnerID = row.Text(8)
		}
		e.Digest = uint64(digest(e.Digest).text(e.ChannelPartnerID))
		return yield(e)
	})
}
