import { Globe, SquareCode } from 'lucide-react'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { Button } from '../kit/Button.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { laterDialog } from '../kit/later.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { Section } from '../settings/Section.tsx'
import styles from '../settings/Settings.module.css'
import { texts as own } from './texts.ts'
import { WidgetsDocument } from './widget.ts'

const RegisterDialog = laterDialog(async () => (await import('./WidgetDialogs.tsx')).RegisterDialog)
const RemoveDocumentDialog = laterDialog(async () => (await import('./WidgetDialogs.tsx')).RemoveDocumentDialog)
const AddOriginDialog = laterDialog(async () => (await import('./WidgetDialogs.tsx')).AddOriginDialog)
const RemoveOriginDialog = laterDialog(async () => (await import('./WidgetDialogs.tsx')).RemoveOriginDialog)

/** What pages of other sites may run, and which sites these are, for operators of the producer. */
export default function Widgets() {
  const t = useTexts(own)
  const [{ data, error }, again] = useQuery({ query: WidgetsDocument })
  const { widgetDocuments: documents, widgetOrigins: origins } = data ?? {}
  if (error && !(documents && origins)) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!documents || !origins) {
    return <Skeleton rows={6} />
  }
  return (
    <>
      <Documents documents={documents} />
      <Origins origins={origins} />
      <p className={styles.about}>{t.forOperators}</p>
    </>
  )
}

function Documents({
  documents,
}: {
  documents: readonly { hash: string; name: string; text: string; createdAt: string }[]
}) {
  const { format } = useLanguage()
  const t = useTexts(own).documents
  const open = useDialog()
  return (
    <Section
      id="widgets"
      title={t.title}
      about={t.about}
      button={<Button onClick={() => open((close) => <RegisterDialog close={close} />)}>{t.register}</Button>}
    >
      {documents.length === 0 ? (
        <Notice title={t.none}>{t.noneNext}</Notice>
      ) : (
        <ul className={styles.rows}>
          {documents.map((document) => (
            <Row
              key={document.hash}
              icon={<SquareCode size={16} aria-hidden="true" className={styles.icon} />}
              since={t.since(format.moment(document.createdAt))}
              button={
                <Button
                  aria-label={t.removeWhich(document.name)}
                  onClick={() => open((close) => <RemoveDocumentDialog document={document} close={close} />)}
                >
                  {t.remove}
                </Button>
              }
            >
              <span>{document.name}</span>
              <span className={styles.below}>
                {t.hash} <Identifier value={document.hash} />
              </span>
              <details className={styles.below}>
                <summary>{t.text}</summary>
                <pre className={styles.source}>{document.text}</pre>
              </details>
            </Row>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Origins({ origins }: { origins: readonly { origin: string; createdAt: string }[] }) {
  const { format } = useLanguage()
  const texts = useTexts(own)
  const t = texts.origins
  const open = useDialog()
  return (
    <Section
      id="widget-sites"
      title={t.title}
      about={t.about}
      button={<Button onClick={() => open((close) => <AddOriginDialog close={close} />)}>{t.add}</Button>}
    >
      {origins.length === 0 ? (
        <Notice title={t.none}>{t.noneNext}</Notice>
      ) : (
        <ul className={styles.rows}>
          {origins.map(({ origin, createdAt }) => (
            <Row
              key={origin}
              icon={<Globe size={16} aria-hidden="true" className={styles.icon} />}
              since={texts.documents.since(format.moment(createdAt))}
              button={
                <Button
                  aria-label={t.removeWhich(origin)}
                  onClick={() => open((close) => <RemoveOriginDialog origin={origin} close={close} />)}
                >
                  {t.remove}
                </Button>
              }
            >
              <span>{origin}</span>
            </Row>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Row({
  icon,
  since,
  button,
  children,
}: {
  icon: ReactNode
  since: string
  button: ReactNode
  children: ReactNode
}) {
  return (
    <li className={styles.item}>
      {icon}
      <span className={styles.what}>{children}</span>
      <span className={styles.when}>{since}</span>
      <span className={styles.button}>{button}</span>
    </li>
  )
}
