import type { Cache, UpdateResolver, UpdatesConfig } from '@urql/exchange-graphcache'

/** Changes of the people of an account, and what they make untrue: lists whose rows come, go or change their place. */
const changesOfPeople = [
  'inviteMembers',
  'resendInvitation',
  'revokeInvitation',
  'changeMemberAccess',
  'suspendMember',
  'reinstateMember',
  'removeMember',
  'decideAccessRequest',
  'claimDomain',
  'checkDomain',
  'approveDomain',
  'releaseDomain',
  'allowJoiningDomain',
  'disallowJoiningDomain',
  'grantDirectoryGroup',
  'createApiKey',
  'revokeApiKey',
  'endSessions',
]
const listsOfPeople = new Set([
  'memberships',
  'invitations',
  'accessRequests',
  'domains',
  'joiningDomains',
  'directoryGroups',
  'directoryRecords',
  'apiKeys',
  'auditEntries',
])
const listsOfViewer = new Set(['apiKeys', 'sessions'])

/**
 * Forgets the lists of every account that the page knows, and of the viewer, so that they are read anew. A dry run
 * changes nothing.
 */
const forgetPeople: UpdateResolver = (_, args, cache) => {
  if ((args as { input?: { dryRun?: boolean | null } }).input?.dryRun) {
    return
  }
  for (const { fieldName, fieldKey } of cache.inspectFields('Query')) {
    if (fieldName === 'accessReview') {
      cache.invalidate('Query', fieldKey)
    } else if (fieldName === 'account') {
      forgetLists(cache, cache.resolve('Query', fieldKey), listsOfPeople)
    } else if (fieldName === 'viewer') {
      forgetLists(cache, cache.resolve('Query', fieldKey), listsOfViewer)
    }
  }
}

function forgetLists(cache: Cache, owner: unknown, lists: ReadonlySet<string>) {
  if (typeof owner !== 'string') {
    return
  }
  for (const { fieldName, fieldKey } of cache.inspectFields(owner)) {
    if (lists.has(fieldName)) {
      cache.invalidate(owner, fieldKey)
    }
  }
}

/** Changes of what pages of other sites may do. */
const changesOfWidgets = ['registerWidgetDocument', 'removeWidgetDocument', 'addWidgetOrigin', 'removeWidgetOrigin']

/** Forgets what pages of other sites may do, so that it is read anew. */
const forgetWidgets: UpdateResolver = (_, args, cache) => {
  if ((args as { input?: { dryRun?: boolean | null } }).input?.dryRun) {
    return
  }
  cache.invalidate('Query', 'widgetDocuments')
  cache.invalidate('Query', 'widgetOrigins')
}

/** What changes make the cache forget. */
export const updates: UpdatesConfig = {
  Mutation: {
    ...Object.fromEntries(changesOfPeople.map((name) => [name, forgetPeople])),
    ...Object.fromEntries(changesOfWidgets.map((name) => [name, forgetWidgets])),
  },
}
