import type { Sample } from './sample.ts'

/** A screen of the portal, by its address below that of the account. */
export interface Screen {
  name: string
  path: (sample: Sample) => string
}

const fixed = (name: string, path: string): Screen => ({ name, path: () => path })
const part = (tab: string, of: 'activated' | 'served' = 'activated'): Screen => ({
  name: `line item, ${tab}`,
  path: (sample) => `/entitlements/${sample[of].id}${tab === 'timeline' ? '' : `?tab=${tab}`}`,
})

/** Every screen, each with its tabs, as an administrator sees them. */
export const screens: readonly Screen[] = [
  fixed('home', ''),
  fixed('home of another day', '?on=2024-06-30'),
  fixed('entitlements', '/entitlements'),
  fixed('entitlements, filtered and without groups', '/entitlements?status=all&group=none&ends=90&order=newest'),
  fixed('entitlements, without a row', '/entitlements?text=qqqq'),
  fixed('entitlements of a day to come', '/entitlements?on=2030-01-01'),
  part('timeline'),
  part('activations'),
  part('servers', 'served'),
  part('lineage'),
  part('ledger'),
  part('history'),
  fixed('renewals', '/renewals'),
  fixed('renewals, as a table, of what is overdue', '/renewals?view=table&bucket=overdue'),
  fixed('renewals of one month of another day', '/renewals?on=2025-06-30&month=2025-08'),
  fixed('budget', '/renewals/forecast'),
  fixed('budget of two years, with dearer terms', '/renewals/forecast?months=24&uplift=5&align=12-31'),
  fixed('usage', '/usage'),
  fixed('usage, by product and as tables', '/usage?group=product&view=table&months=24'),
  fixed('devices', '/devices'),
  fixed('devices, filtered', '/devices?use=own&idle=90&order=name-last&status=all'),
  fixed('devices, without a row', '/devices?text=qqqq'),
  fixed('license servers', '/devices?tab=servers'),
  { name: 'one device', path: (sample) => `/devices/${sample.device}?all=true` },
  { name: 'one license server', path: (sample) => `/devices/${sample.server}` },
  fixed('no such device', '/devices/dev_00000000000000'),
  fixed('people', '/people'),
  fixed('people without a service', '/people?lacks=DOWNLOADS'),
  fixed('people, invitations', '/people?tab=invitations&state=all'),
  fixed('people, requests', '/people?tab=requests&decided=true'),
  fixed('people, directory', '/people?tab=directory'),
  fixed('people, domains', '/people?tab=domains'),
  fixed('people, access review', '/people?tab=review'),
  fixed('activity', '/activity'),
  fixed('developers', '/developers'),
  fixed('developers, reference', '/developers?tab=reference'),
  fixed('developers, a type', '/developers?type=LineItem#status'),
  fixed('developers, queries', '/developers?type=Query'),
  fixed('developers, a search', '/developers?text=device'),
  fixed('developers, error codes', '/developers?tab=codes'),
  fixed('developers, no such type', '/developers?type=Nothing'),
  fixed('services', '/services'),
  fixed('settings', '/settings'),
  fixed('no such line item', '/entitlements/line_00000000000000'),
  fixed('no such screen', '/nothing'),
]
