import { useQuery } from 'urql'
import line from '../entitlement/Line.module.css'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import {
  SeenFieldsOfAccountDocument,
  SeenFieldsOfDeviceDocument,
  SeenFieldsOfLineDocument,
  type SeenValueFragment,
} from './custom.ts'
import { texts as table } from './texts.ts'
import { labelOf, valueIn } from './values.ts'

/** Whose values are shown: exactly one id. */
export type SeenOf = { line: string } | { account: string } | { device: string }

/**
 * The values of the custom fields that are for customers. Nothing is shown if there are none, or if they could not be
 * read: the page says enough without them.
 */
export function Seen(of: SeenOf) {
  return 'line' in of ? <OfLine {...of} /> : 'account' in of ? <OfAccount {...of} /> : <OfDevice {...of} />
}

/** Those of a line item and of its entitlement. */
function OfLine({ line: id }: { line: string }) {
  const [{ data }] = useQuery({ query: SeenFieldsOfLineDocument, variables: { line: id } })
  const found = data?.lineItem
  return <Values values={[...(found?.customFields ?? []), ...(found?.entitlement.customFields ?? [])]} />
}

function OfAccount({ account }: { account: string }) {
  const [{ data }] = useQuery({ query: SeenFieldsOfAccountDocument, variables: { account } })
  return <Values values={data?.account?.customFields ?? []} />
}

function OfDevice({ device }: { device: string }) {
  const [{ data }] = useQuery({ query: SeenFieldsOfDeviceDocument, variables: { device } })
  return <Values values={data?.device?.customFields ?? []} />
}

function Values({ values }: { values: readonly SeenValueFragment[] }) {
  const language = useLanguage()
  const t = useTexts(table)
  // The producer's people read the others, too: they are in the console, so that this page is as customers see it.
  const shown = values.filter(({ field }) => field.forCustomers)
  return shown.length === 0 ? null : (
    <section className={line.section} aria-labelledby="custom">
      <h2 id="custom">{t.title}</h2>
      <dl className={line.names}>
        {shown.map(({ field, text }) => (
          <div key={field.id}>
            <dt>{labelOf(field, language)}</dt>
            <dd>{valueIn({ field, text }, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
