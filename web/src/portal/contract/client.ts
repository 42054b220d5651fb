import { Client, type Exchange, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { persistedExchange } from '@urql/exchange-persisted'
import { ask } from './ask.ts'
import { updates } from './changes.ts'
import { answersInPage } from './first.ts'
import { newFreshness } from './freshness.ts'
import { possibleTypes } from './possibleTypes.ts'
import type { TrustedDocument } from './trusted.ts'

/** Types without an id of their own. Their values belong to the object that has them, also in the cache. */
const withoutId = [
  'AccessReview',
  'AccessReviewEntry',
  'Actor',
  'Address',
  'AuditChange',
  'BooleanValue',
  'CoverageSegment',
  'CoveredQuantity',
  'CustomFieldValue',
  'DecisionRecord',
  'DomainProof',
  'Effect',
  'Eligibility',
  'EligibilityPerson',
  'EligibilityReason',
  'EligibilityRemedy',
  'EligibleLineItem',
  'EvergreenTerm',
  'ExternalId',
  'ForecastLine',
  'ForecastLinePage',
  'ForecastMonth',
  'ForecastSums',
  'Holding',
  'ImportRecordCount',
  'ImportRuleCount',
  'Instalment',
  'IssuedLine',
  'JobCount',
  'JobFailure',
  'JobMail',
  'JoinableAccount',
  'JoiningDomain',
  'LedgerEntry',
  'LineageStep',
  'Money',
  'OrderReference',
  'OutsideRequest',
  'Parameter',
  'Position',
  'ProductFeature',
  'Quantity',
  'QuantityValue',
  'ReferenceValue',
  'RightEvent',
  'RightEventPage',
  'Renewal',
  'RenewalAmount',
  'RenewalForecast',
  'Routine',
  'ServerCounts',
  'ServerSample',
  'ServerState',
  'ServiceAdministrator',
  'ServiceLink',
  'SuiteMember',
  'TextValue',
  'DayValue',
  'EnumListValue',
  'EnumValue',
  'MomentValue',
  'NumberValue',
  'UserError',
  'Viewer',
  'ViewerService',
  'ViewerServiceAccount',
  'Warning',
  'WidgetDocument',
  'WidgetOrigin',
]

/** Lists of an account that a page shows row by row, with a button for the next rows. */
const pages = [
  'lineItems',
  'coverages',
  'memberships',
  'invitations',
  'accessRequests',
  'directoryRecords',
  'auditEntries',
  'activations',
  'usageRecords',
]

const cache: Exchange = cacheExchange({
  possibleTypes,
  keys: Object.fromEntries(withoutId.map((name) => [name, () => null])),
  resolvers: {
    Account: Object.fromEntries(pages.map((name) => [name, relayPagination()])),
    Device: { activations: relayPagination() },
    LicenseServer: { allocations: relayPagination(), devices: relayPagination() },
    LineItem: { activations: relayPagination(), ledger: relayPagination() },
    ImportRun: { findings: relayPagination() },
    Query: Object.fromEntries(
      [
        'coverageLevels',
        'coverages',
        'devices',
        'entitlements',
        'features',
        'importRuns',
        'jobs',
        'licenseModels',
        'licenseServers',
        'lineItems',
        'partNumbers',
        'producerUsers',
        'productLines',
        'products',
        'unitsOfMeasure',
      ].map((name) => [name, relayPagination()]),
    ),
  },
  updates,
})

/** Sends a document by its hash. A document without one is a mistake of the build, which the server would refuse. */
const byHash: Exchange = persistedExchange({
  enforcePersistedQueries: true,
  enableForMutation: true,
  preferGetForPersistedQueries: false,
  generateHash: (_, document) => Promise.resolve((document as TrustedDocument<unknown, unknown>).hash),
})

/** The event of a document that the server no longer knows: it has another release of the portal, and this page is old. */
export const unknownDocument = 'muniment:unknownDocument'

const freshness = newFreshness()

/** Asks anew for everything that a client shows, because another day has begun. */
export const { renew } = freshness

/** The questions of all that is on the page now. */
export const { shown: shownQueries } = freshness

/** Asks again for all that failed, of which an error is one. It is false if the error is of something else. */
export const { retryFailed } = freshness

/**
 * Makes the client of the contract. Requests of a session that has ended wait until the viewer has signed in again, and
 * if somebody else has, for ever.
 */
export function newClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [freshness.exchange, cache, answersInPage, byHash, fetchExchange],
    fetchOptions: { headers: { Accept: 'application/graphql-response+json, application/json;q=0.9' } },
    fetch: askContract,
  })
}

async function askContract(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = await ask(input, init)
  if (answer.status === 400 && (await answer.clone().text()).includes('"DOCUMENT_UNKNOWN"')) {
    dispatchEvent(new Event(unknownDocument))
  }
  return answer
}
