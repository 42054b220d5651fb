import { endpoint } from './viewer.ts'

/** What the examples are filled with: values of the viewer's own data, by the names of their placeholders. */
export interface StartingPoint {
  values: Readonly<Record<string, string>>
  /** The viewer is one of the producer's people, and the server has no accounts yet. */
  isEmpty: boolean
}

/** A viewer who sees nothing, or a server that did not answer. */
export const nowhere: StartingPoint = { values: {}, isEmpty: false }

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
  auditEntries: Page<object> | null
  lineItems: Page<{ externalIds: Name[] | null; periods: Page<object> | null }> | null
}

interface Answer {
  viewer: { producerRole: string | null; memberships: { account: { id: string } | null }[] } | null
  accounts: Page<Account> | null
}

const query = `query StartingPoint {
  viewer { producerRole memberships { account { id } } }
  accounts(first: 100) {
    nodes {
      id
      name
      externalIds { kind value }
      children(first: 1) { nodes { id } }
      licenseServers(first: 1) { nodes { id } }
      usageRecords(first: 1) { nodes { id } }
      auditEntries(first: 1) { nodes { id } }
      lineItems(first: 5) { nodes { externalIds { kind value } periods(first: 2) { nodes { id } } } }
    }
  }
}`

/** Timeout of the request, in milliseconds. */
const patience = 5000

/** Asks the server for a starting point. It never fails. */
export async function findStartingPoint(): Promise<StartingPoint> {
  return ask().catch(() => nowhere)
}

async function ask(): Promise<StartingPoint> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ operationName: 'StartingPoint', query }),
    signal: AbortSignal.timeout(patience),
  })
  const { data } = (await response.json()) as { data?: Answer | null }
  return data ? startingPointOf(data) : nowhere
}

function startingPointOf({ viewer, accounts }: Answer): StartingPoint {
  const seen = accounts?.nodes ?? []
  const own = new Set(viewer?.memberships.map(({ account }) => account?.id))
  const mine = seen.filter(({ id }) => own.has(id))
  const candidates = (mine.length > 0 ? mine : seen).toSorted((a, b) => richness(b) - richness(a))
  const [best] = candidates
  if (!best) {
    return { values: {}, isEmpty: viewer !== null && viewer.producerRole !== null && accounts !== null }
  }
  const name = nameOf(best)
  return {
    isEmpty: false,
    values: {
      account: best.id,
      parentAccount: firstWith(candidates, 'children') ?? best.id,
      servedAccount: firstWith(candidates, 'licenseServers') ?? best.id,
      recordedAccount: firstWith(candidates, 'auditEntries') ?? best.id,
      meteredAccount: firstWith(candidates, 'usageRecords') ?? best.id,
      words: beginningsOf(best.name),
      nameKind: name?.kind ?? 'account',
      name: name?.value ?? best.name,
    },
  }
}

const parts = ['children', 'licenseServers', 'usageRecords', 'lineItems', 'auditEntries'] as const

/** How many of the examples have something to show for the account. */
function richness(account: Account): number {
  return parts.filter((part) => has(account, part)).length + (renewed(account) ? 1 : 0)
}

function firstWith(candidates: readonly Account[], part: (typeof parts)[number]): string | undefined {
  return candidates.find((account) => has(account, part))?.id
}

function has(account: Account, part: (typeof parts)[number]): boolean {
  return (account[part]?.nodes.length ?? 0) > 0
}

function renewed({ lineItems }: Account) {
  return lineItems?.nodes.find(({ periods }) => (periods?.nodes.length ?? 0) > 1)
}

/** The name of a line item in another system, of a renewed one if there is one; otherwise that of the account. */
function nameOf(account: Account): Name | undefined {
  const line = renewed(account) ?? account.lineItems?.nodes[0]
  return line?.externalIds?.findLast(({ kind }) => kind === 'activation') ?? line?.externalIds?.[0] ?? account.externalIds[0]
}

/** The beginnings of the first two words of a name. */
function beginningsOf(name: string): string {
  const words = name.match(/\p{L}{3,}/gu) ?? [name]
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 5).toLowerCase())
    .join(' ')
}
