import { useQuery } from 'urql'
import { productName } from '../../portal/entitlement/groups.ts'
import { ChangeDialog, type DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import type { Language } from '../../portal/contract/types.ts'
import { isDay } from '../../portal/language/format.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { useRightWords } from '../refusal/words.ts'
import { DayField, SelectField } from '../shell/fields.tsx'
import { useFinished } from '../shell/useFinished.ts'
import styles from './Issuing.module.css'
import { DeployEntitlementDocument, MailOfEntitlementDocument } from './issuing.ts'
import type { Named } from './order.ts'
import { texts as table } from './texts.ts'

const languages = ['EN', 'DE'] as const satisfies Language[]

/** How many rights a mail has. */
const inMail = 100

/** Makes a draft live, after showing who gets which activation ids. */
export function DeployDialog({
  entitlement,
  close,
}: DialogOfChange & { entitlement: { id: Named['id']; number: string } }) {
  const { deploy: t, issue } = useTexts(table)
  const draft = useDraft(`deploy ${entitlement.id}`, { startsOn: '', language: 'EN' as Language })
  const { startsOn, language } = draft.value
  const enter = (change: Partial<typeof draft.value>) => draft.enter((now) => ({ ...now, ...change }))
  const [{ data }] = useQuery({ query: MailOfEntitlementDocument, variables: { id: entitlement.id } })
  const address = data?.entitlement?.shipToEmail ?? null
  return (
    <ChangeDialog
      customerReads
      title={t.title(entitlement.number)}
      below={t.means}
      action={t.action}
      about="other"
      document={DeployEntitlementDocument}
      input={{
        entitlement: entitlement.id,
        ...(isDay(startsOn) && { startsOn }),
        ...(address !== null && { language }),
      }}
      fields={['startsOn', 'language']}
      words={useRightWords(undefined, { deploys: true })}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <DayField
        name="startsOn"
        label={t.startsOn}
        hint={t.startsOnMeans}
        value={startsOn}
        change={(day) => enter({ startsOn: day })}
      />
      {address !== null && (
        <SelectField
          name="language"
          label={t.language}
          value={language}
          choices={languages.map((value) => ({ value, name: issue.languages[value] }))}
          change={(value) => enter({ language: languages.find((one) => one === value) ?? 'EN' })}
        />
      )}
      {data?.entitlement && <Mail of={data.entitlement} />}
    </ChangeDialog>
  )
}

type Mailed = {
  shipToEmail: string | null
  lineItems: {
    totalCount: number
    nodes: { id: string; activationId: string; product: { name: string; version: string | null } }[]
  } | null
}

/** What the mail has, or why there is none. */
function Mail({ of: { shipToEmail, lineItems } }: { of: Mailed }) {
  const t = useTexts(table).deploy
  const more = (lineItems?.totalCount ?? 0) - inMail
  return (
    <div className={styles.mail}>
      <p>{shipToEmail === null ? t.noMail : t.mail(shipToEmail)}</p>
      {shipToEmail !== null && (
        <ul>
          {lineItems?.nodes.map(({ id, activationId, product }) => (
            <li key={id}>
              {productName(product)}: <code>{activationId}</code>
            </li>
          ))}
          {more > 0 && <li>{t.more(more)}</li>}
        </ul>
      )}
    </div>
  )
}
