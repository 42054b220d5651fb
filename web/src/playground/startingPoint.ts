import { relativeDays } from './relativeDays.ts'
import { fetchWithToken } from './token.ts'
import { endpoint } from './viewer.ts'

/** What the examples are filled with: values of the viewer's own data, by the names of their placeholders. */
export interface StartingPoint {
  values: Readonly<Record<string, string>>
  /** What the examples with a placeholder say, because the data has nothing to show for it. */
  notes: Readonly<Record<string, string>>
  /** The viewer is one of the producer's people, and the server has no accounts yet. */
  isEmpty: boolean
}

/** A viewer who sees nothing, or a server that did not answer. */
export const nowhere: StartingPoint = { values: {}, notes: {}, isEmpty: false }

interface Page<Row> {
  nodes: Row[]
}

interface Name {
  kind: string
  value: string
}

interface Account {
  id: string
  name: string
  externalIds: Name[]
  children: Page<object> | null
  licenseServers: Page<object> | null
  usageRecords: Page<object> | null
  memberships: Page<object> | null
  auditEntries: Page<object> | null
  lineItems: Page<object> | null
}

interface Line {
  id: string
  externalIds: Name[] | null
  periods: { totalCount: number } | null
  ledger: { totalCount: number } | null
  lineage: object[]
  decisions: object[]
  coverageInForce: object | null
}

interface Accounts {
  viewer: { producerRole: string | null; memberships: { account: { id: string } | null }[] } | null
  accounts: Page<Account> | null
  auditEntries: Page<{ account: { id: string; memberships: Page<object> | null } | null }> | null
}

const accountsQuery = `query StartingPoint {
  viewer { producerRole memberships { account { id } } }
  accounts(first: 100) {
    nodes {
      id
      name
      externalIds { kind value }
      children(first: 1) { nodes { id } }
      licenseServers(first: 1) { nodes { id } }
      usageRecords(first: 1) { nodes { id } }
      memberships(first: 1) { nodes { id } }
      auditEntries(first: 1) { nodes { id } }
      lineItems(first: 1) { nodes { id } }
    }
  }
  auditEntries(first: 100) { nodes { account { id memberships(first: 1) { nodes { id } } } } }
}`

const linesQuery = `query StartingLines($account: ID!, $day: Date!) {
  lineItems(first: 100, filter: { account: $account }) {
    nodes {
      id
      externalIds { kind value }
      periods(first: 1) { totalCount }
      ledger(first: 1) { totalCount }
      lineage { direction }
      decisions { kind }
      coverageInForce(on: $day) { coverage { kind } }
    }
  }
}`

/** Timeout of a request, in milliseconds. */
const patience = 5000

/** Asks the server for a starting point. It never fails. */
export async function findStartingPoint(): Promise<StartingPoint> {
  return find().catch(() => nowhere)
}

async function find(): Promise<StartingPoint> {
  const {
    viewer = null,
    accounts = null,
    auditEntries = null,
  } = (await ask<Accounts>('StartingPoint', accountsQuery)) ?? {}
  const seen = accounts?.nodes ?? []
  const own = new Set(viewer?.memberships.map(({ account }) => account?.id))
  const mine = seen.filter(({ id }) => own.has(id))
  const candidates = (mine.length > 0 ? mine : seen).toSorted((a, b) => richness(b) - richness(a))
  const [best] = candidates
  if (!best) {
    return { ...nowhere, isEmpty: viewer !== null && viewer.producerRole !== null && accounts !== null }
  }
  const answer = await ask<{ lineItems: Page<Line> | null }>('StartingLines', linesQuery, {
    account: best.id,
    day: relativeDays('{today+60}'),
  })
  const lines = answer?.lineItems?.nodes ?? []
  const changed = auditEntries?.nodes.find(({ account }) => (account?.memberships?.nodes.length ?? 0) > 0)?.account
  const name = nameOf(lines) ?? best.externalIds[0]
  return {
    isEmpty: false,
    values: {
      account: best.id,
      parentAccount: firstWith(candidates, 'children') ?? best.id,
      servedAccount: firstWith(candidates, 'licenseServers') ?? best.id,
      recordedAccount: firstWith(candidates, 'memberships', 'auditEntries') ?? changed?.id ?? best.id,
      meteredAccount: firstWith(candidates, 'usageRecords') ?? best.id,
      line: most(lines, history)?.id ?? best.id,
      words: beginningsOf(best.name),
      nameKind: name?.kind ?? 'account',
      name: name?.value ?? best.name,
    },
    notes: {
      ...(lacks(candidates, 'children') && { parentAccount: 'There are no accounts below yours.' }),
      ...(lacks(candidates, 'licenseServers') && { servedAccount: 'Your account has no license servers.' }),
      ...(lacks(candidates, 'usageRecords') && { meteredAccount: 'Nothing of your account is metered.' }),
    },
  }
}

async function ask<Data>(operationName: string, query: string, variables?: object): Promise<Data | null | undefined> {
  const response = await fetchWithToken(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ operationName, query, variables }),
    signal: AbortSignal.timeout(patience),
  })
  const { data } = (await response.json()) as { data?: Data | null }
  return data
}

const parts = ['children', 'licenseServers', 'usageRecords', 'lineItems', 'memberships', 'auditEntries'] as const
type Part = (typeof parts)[number]

/** How many of the examples have something to show for the account. */
function richness(account: Account): number {
  return parts.filter((part) => has(account, part)).length
}

function firstWith(candidates: readonly Account[], ...wanted: Part[]): string | undefined {
  return candidates.find((account) => wanted.every((part) => has(account, part)))?.id
}

function has(account: Account, part: Part): boolean {
  return (account[part]?.nodes.length ?? 0) > 0
}

/** Whether the viewer may see such parts, and there are none. Otherwise an error says why there are none. */
function lacks(candidates: readonly Account[], part: Part): boolean {
  return firstWith(candidates, part) === undefined && candidates.some((account) => account[part] !== null)
}

/** How much the history of a line item has to show. */
function history({ periods, ledger, lineage, decisions, coverageInForce }: Line): number {
  const told = (periods?.totalCount ?? 0) + (ledger?.totalCount ?? 0) + lineage.length + decisions.length
  return coverageInForce === null ? told : told + 10
}

/** The name of a line item in another system, if possible of a renewed one. */
function nameOf(lines: readonly Line[]): Name | undefined {
  const named = lines.filter(({ externalIds }) => (externalIds?.length ?? 0) > 0)
  const names = most(named, ({ periods }) => periods?.totalCount ?? 0)?.externalIds
  return names?.findLast(({ kind }) => kind === 'activation') ?? names?.[0]
}

/** The first of those rows that have the highest number. */
function most<Row>(rows: readonly Row[], number: (row: Row) => number): Row | undefined {
  return rows.toSorted((a, b) => number(b) - number(a))[0]
}

/** The beginnings of the first two words of a name. */
function beginningsOf(name: string): string {
  const words = name.match(/\p{L}{3,}/gu) ?? [name]
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 5).toLowerCase())
    .join(' ')
}
