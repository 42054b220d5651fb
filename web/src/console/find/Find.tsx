import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { isId, mayBeName } from '../../portal/contract/id.ts'
import { pasted } from '../../portal/contract/pasted.ts'
import { focusRow, stepThroughRows } from '../../portal/entitlement/rows.ts'
import { Button } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { SearchField } from '../../portal/kit/SearchField.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { newRecent } from '../../portal/palette/recent.ts'
import { focusSearch } from '../../portal/shell/shortcuts.ts'
import { useViewer } from '../../portal/viewer/viewer.tsx'
import { texts as accounts } from '../account/accountTexts.ts'
import { NewAccountDialog, NewUserDialog } from '../account/dialogs.ts'
import { BeginSteps } from '../catalog/Steps.tsx'
import { FindByIdDocument, FindByKindDocument, FindByNameDocument, FindDocument } from './find.ts'
import styles from './Find.module.css'
import { type Result, resultKinds, resultsOf } from './found.ts'
import { ResultRow } from './ResultRow.tsx'
import { texts as table } from './texts.ts'

/** What somebody opened last from the console in this tab. */
const { recent, remember } = newRecent<Result>(
  'console',
  ({ name, owners }) => typeof name === 'string' && Array.isArray(owners),
)

/** One field that finds whatever a customer can name, and what was opened last. */
export function Find() {
  const t = useTexts(table)
  const navigate = useNavigate()
  const { text } = useSearch({ from: '/console/' })
  const [entered, setEntered] = useState(false)
  const opened = useCallback(() => setEntered(false), [])
  useEffect(() => void focusSearch(), [])
  return (
    <DialogHost>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>{t.title}</h1>
          <p className={styles.sentence}>{t.sentence}</p>
        </div>
        <New />
      </div>
      {/* Enter opens the only result, also if it comes after the key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the field inside */}
      <div
        className={styles.field}
        onKeyDown={({ key, nativeEvent }) => {
          setEntered(key === 'Enter' && !nativeEvent.isComposing)
        }}
      >
        <SearchField
          text={text}
          label={t.field}
          placeholder={t.placeholder}
          search={(words, replace) =>
            void navigate({ to: '.', search: (now) => ({ ...now, text: words }) as typeof now, replace })
          }
          down={() => focusRow('first')}
        />
      </div>
      {text === undefined ? (
        <>
          <BeginSteps />
          <Recent />
        </>
      ) : (
        <Results key={text} text={text} entered={entered} opened={opened} />
      )}
    </DialogHost>
  )
}

/** What operators enter anew. */
function New() {
  const t = useTexts(accounts)
  const { producerRole, canChange } = useViewer()
  const open = useDialog()
  return (
    canChange &&
    producerRole === 'OPERATOR' && (
      <p className={styles.buttons}>
        <Button onClick={() => open((close) => <NewUserDialog close={close} />)}>{t.newUser}</Button>
        <Button onClick={() => open((close) => <NewAccountDialog close={close} />)}>{t.newAccount}</Button>
      </p>
    )
  )
}

function Recent() {
  const t = useTexts(table)
  const { user } = useViewer()
  const results = recent(user?.id ?? '')
  return (
    <section className={styles.group} aria-labelledby="recent">
      <h2 id="recent">{t.recent}</h2>
      {results.length === 0 ? <p className={styles.note}>{t.recentNone}</p> : <Rows results={results} />}
    </section>
  )
}

function Results({ text, entered, opened }: { text: string; entered: boolean; opened: () => void }) {
  const t = useTexts(table)
  const wanted = pasted(text)
  const byId = isId(wanted)
  const isName = mayBeName(wanted)
  const capitals = wanted.toUpperCase()
  const [words, again] = useQuery({
    query: FindDocument,
    variables: { text: wanted, number: capitals, isId: byId, isName },
  })
  const [exact] = useQuery({ query: FindByIdDocument, variables: { id: wanted }, pause: !byId })
  const [named] = useQuery({
    query: FindByNameDocument,
    variables: { value: wanted, capitals, hasSmall: capitals !== wanted },
    pause: !isName,
  })
  // A name that several things share is looked up once more for each kind of name.
  const shared =
    named.error?.graphQLErrors.some(({ extensions }) => extensions?.code === 'AMBIGUOUS') === true && !named.fetching
  const [kinds] = useQuery({ query: FindByKindDocument, variables: { value: wanted }, pause: !shared })
  const waits = [words, exact, named, kinds].some(({ fetching }) => fetching) || (shared && !kinds.data && !kinds.error)
  const results = waits ? [] : resultsOf(exact.data, shared ? kinds.data : named.data, words.data)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!waits && entered) {
      opened()
      const links = box.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? []
      if (links.length === 1) {
        links[0]?.click()
      }
    }
  }, [waits, entered, opened])
  if (words.error && !words.data) {
    return <Failure error={words.error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (waits) {
    return <Skeleton rows={4} />
  }
  if (results.length === 0) {
    return (
      <Notice title={t.nothing}>
        <p>{t.nothingNext}</p>
        <p>{t.orders}</p>
      </Notice>
    )
  }
  const counted = { account: words.data?.accounts, person: words.data?.users }
  return (
    <div ref={box}>
      {shared && <p className={styles.note}>{t.several}</p>}
      {resultKinds.map((kind) => {
        const rows = results.filter((result) => result.kind === kind)
        const list = kind === 'account' || kind === 'person' ? counted[kind] : null
        return (
          rows.length > 0 && (
            <section key={kind} className={styles.group} aria-labelledby={`found-${kind}`}>
              <h2 id={`found-${kind}`}>{t.groups[kind]}</h2>
              <Rows results={rows} />
              {list && list.totalCount > list.nodes.length && (
                <p className={styles.note}>{t.allOf(list.nodes.length, list.totalCount)}</p>
              )}
            </section>
          )
        )
      })}
    </div>
  )
}

function Rows({ results }: { results: readonly Result[] }) {
  const { user } = useViewer()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys go from link to link
    <ul className={styles.rows} onKeyDown={stepThroughRows}>
      {results.map((result) => (
        <ResultRow key={result.id} result={result} opened={() => remember(user?.id ?? '', result)} />
      ))}
    </ul>
  )
}
