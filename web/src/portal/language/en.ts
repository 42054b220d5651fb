import type { AccountKind, CoverageKind, ProducerRole, Role, Service, Status } from '../contract/types.ts'
import type { Format } from './format.ts'

/** The texts of the portal in English. A text with values is a function of them. */
export const en = (f: Format) => ({
  name: 'English',
  product: 'Muniment',

  navigation: {
    label: 'Screens',
    home: 'Home',
    entitlements: 'Entitlements',
    people: 'People',
    activity: 'Activity',
    settings: 'Settings',
    help: 'Help',
    skip: 'Skip to the content',
    more: 'More',
  },

  account: {
    switch: 'Switch account',
    searchAccounts: 'Find an account',
    noneFound: 'No account has this name.',
    subAccounts: (count: number) =>
      count === 0 ? 'without sub-accounts' : `and ${f.count(count)} ${f.plural(count, { one: 'sub-account', other: 'sub-accounts' })}`,
    kind: {
      CUSTOMER: 'Customer',
      CHANNEL_PARTNER: 'Channel partner',
      PRODUCER: 'Producer',
      SELF_REGISTERED: 'Self-registered',
    } satisfies Record<AccountKind, string>,
    none: 'You belong to no account yet.',
    noneNext: 'Ask an administrator of your company for an invitation, or ask for access with a number from an invoice.',
  },

  day: {
    today: (day: string) => `Today, ${f.day(day)}`,
    choose: 'Show another day',
    label: 'As of',
    past: (day: string) => `You see what was true on ${f.day(day)}.`,
    future: (day: string) => `You see what will be true on ${f.day(day)}, if nothing changes until then.`,
    back: 'Back to today',
  },

  search: {
    open: 'Search or jump to',
    placeholder: 'A screen, a product, an id or a number',
    screens: 'Screens',
    lineItems: 'Line items',
    nothing: 'Nothing has this name or number.',
    keys: 'Ctrl K',
  },

  home: {
    endings: (rights: number, coverages: number) =>
      rights + coverages === 0
        ? 'Nothing ends in the next 90 days.'
        : `${f.list([
            ...(rights > 0 ? [`${f.count(rights)} ${f.plural(rights, { one: 'right', other: 'rights' })}`] : []),
            ...(coverages > 0 ? [`${f.count(coverages)} ${f.plural(coverages, { one: 'coverage', other: 'coverages' })}`] : []),
          ])} ${rights + coverages === 1 ? 'ends' : 'end'} in the next 90 days.`,
    over: (count: number) =>
      count === 0 ? '' : `${f.count(count)} ${f.plural(count, { one: 'right is', other: 'rights are' })} over-used.`,
    requests: (count: number) =>
      count === 0 ? '' : `${f.count(count)} ${f.plural(count, { one: 'person waits', other: 'people wait' })} for access.`,
    attention: 'Needs attention',
    calm: 'Nothing needs attention.',
    overUsed: (product: string, used: string, granted: string, unit: string) =>
      `${product} uses ${used} of ${granted} ${unit}`,
    overUsedWhy: 'More is in use than was granted.',
    ends: (product: string, amount: string, unit: string) => `${product}, ${amount} ${unit}`,
    endsWhy: 'After that day the right ends.',
    coverage: { MAINTENANCE: 'maintenance', SUPPORT: 'support', SUBSCRIPTION: 'subscription' } satisfies Record<CoverageKind, string>,
    coverageEnds: (product: string, kind: string) => `${product}, ${kind}`,
    coverageEndsWhy: 'The right itself stays as it is.',
    waiting: (count: number) =>
      `${f.count(count)} ${f.plural(count, { one: 'right waits', other: 'rights wait' })} for the first activation`,
    waitingWhy: 'The term begins when somebody activates.',
    asks: (who: string) => `${who} asks for access`,
    show: (count: number) => (count === 1 ? 'Show it' : `Show all ${f.count(count)}`),
    owned: 'What you own',
    columns: { productLine: 'Product line', unit: 'Unit', use: 'In use', rights: 'Rights', ending: 'End in 90 days' },
    changes: 'Last changes',
    noChanges: 'Nothing has changed yet.',
  },

  action: {
    signIn: 'signed in',
    signOut: 'signed out',
    linkIdentity: 'linked a way to sign in',
    provisionUser: 'wrote a person from the directory',
    deprovisionUser: 'removed a person from the directory',
    provisionGroup: 'wrote a group from the directory',
    removeProvisionedGroup: 'removed a group from the directory',
    makeDemonstration: 'made the demonstration',
    import: 'imported',
    sealAnew: 'sealed the records again',
    createApiKey: 'made an API key',
    revokeApiKey: 'revoked an API key',
    mintWidgetToken: 'made a token for a page',
    switchAccount: 'switched the account',
    viewAs: 'viewed as the account',
    endSessions: 'ended sessions',
    eraseUser: 'erased a person',
    inviteMembers: 'invited',
    resendInvitation: 'sent an invitation again',
    revokeInvitation: 'revoked an invitation',
    acceptInvitation: 'accepted an invitation',
    changeMemberAccess: 'changed the access of',
    suspendMember: 'suspended',
    reinstateMember: 'reinstated',
    removeMember: 'removed',
    requestAccess: 'asked for access',
    decideAccessRequest: 'decided a request',
    joinAccount: 'joined',
    allowJoiningDomain: 'allowed a domain to join',
    disallowJoiningDomain: 'no longer allows a domain to join',
    claimDomain: 'claimed a domain',
    checkDomain: 'checked a domain',
    approveDomain: 'approved a domain',
    releaseDomain: 'released a domain',
    grantDirectoryGroup: 'granted access to a group',
    addUser: 'added a person',
    changeUserEmail: 'changed an e-mail address',
    changeProducerRole: 'changed a role at the producer',
    deactivateUser: 'deactivated a person',
    reactivateUser: 'reactivated a person',
    registerWidgetDocument: 'registered a document for pages',
    removeWidgetDocument: 'removed a document for pages',
  } as Record<string, string>,

  shortcuts: { title: 'Keyboard shortcuts', close: 'Close' },

  entitlements: {
    title: 'Entitlements',
    held: (held: number, all: number) =>
      `${f.count(held)} of ${f.count(all)} ${f.plural(all, { one: 'line item is', other: 'line items are' })} active.`,
    ending: (count: number) =>
      count === 0 ? 'None ends in the next 90 days.' : `${f.count(count)} ${f.plural(count, { one: 'ends', other: 'end' })} in the next 90 days.`,
    columns: {
      product: 'Product',
      use: 'In use',
      status: 'Status',
      ends: 'Right ends',
      coverage: 'Coverage',
      order: 'Order',
      account: 'Account',
    },
    search: 'Product, id or number',
    empty: 'No line item fits these filters.',
    emptyNext: 'Remove a filter to see more.',
    none: 'This account has no entitlements yet.',
    noneNext: 'They appear here as soon as the producer enters an order of yours.',
    closed: 'Your access does not include licensing.',
    closedNext: 'Ask one of your administrators to open it for you.',
    more: (count: number) => `Show ${f.count(count)} more`,
    shown: (shown: number, all: number) => `${f.count(shown)} of ${f.count(all)} shown`,
  },

  filters: {
    label: 'Filters',
    status: 'Status',
    held: 'Active or in grace',
    all: 'Every status',
    ends: 'Ends',
    endsWithin: (days: number) => `Ends within ${f.count(days)} days`,
    anyEnd: 'Any day',
    coverage: 'Coverage',
    covered: 'Covered',
    uncovered: 'Not covered',
    use: 'Use',
    over: 'Over-used',
    free: 'Has something free',
    subAccounts: 'With sub-accounts',
    clear: 'Clear filters',
    remove: (filter: string) => `Remove the filter ${filter}`,
    any: 'Any',
  },

  line: {
    of: (used: string, granted: string) => `${used} of ${granted}`,
    unlimited: 'unlimited',
    usedOf: (used: string, granted: string, unit: string) => `${used} of ${granted} ${unit} in use`,
    overUsed: 'Over-used',
    endsSoon: 'Ends soon',
    status: {
      WITHDRAWN: 'Withdrawn',
      DRAFT: 'Draft',
      TEST: 'Test',
      SUSPENDED: 'Suspended',
      ON_HOLD: 'On hold',
      AWAITING_ACTIVATION: 'Waits for activation',
      FUTURE: 'Not begun',
      SUPERSEDED: 'Superseded',
      IN_GRACE: 'In grace',
      EXPIRED: 'Expired',
      ACTIVE: 'Active',
    } satisfies Record<Status, string>,
    withoutEnd: 'without end',
    perpetual: 'perpetual',
    begins: (away: string) => `begins ${away}`,
    openStart: 'from the first activation',
    until: (day: string) => `until ${f.day(day)}`,
    ended: (day: string) => `ended ${f.day(day)}`,
    ends: (day: string) => `ends ${f.day(day)}`,
    notCovered: 'not covered',
  },

  role: {
    ACCOUNT_ADMINISTRATOR: 'Administrator',
    LICENSE_MANAGER: 'License manager',
    RENEWALS_MANAGER: 'Renewals manager',
    DOWNLOADER: 'Downloader',
    READER: 'Reader',
  } satisfies Record<Role, string>,
  service: { COMMUNITY: 'Community', LICENSING: 'Licensing', DOWNLOADS: 'Downloads' } satisfies Record<Service, string>,
  producerRole: {
    OPERATOR: 'Operator',
    SUPPORT_AGENT: 'Support agent',
    INTEGRATION: 'Integration',
  } satisfies Record<ProducerRole, string>,

  id: { copy: 'Copy', copied: 'Copied' },

  failure: {
    title: 'This could not be loaded.',
    unreachable: 'The server cannot be reached. Check your connection.',
    retry: 'Try again',
    request: 'Request',
    lost: 'There is no such page.',
    lostNext: 'Go to the home page',
  },

  loading: 'Loading',
})

/** What every language has to say. */
export type Messages = ReturnType<typeof en>
