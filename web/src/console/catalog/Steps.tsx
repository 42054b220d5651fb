import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { Status } from '../../portal/kit/Status.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from '../operation/Operation.module.css'
import { useMayChange } from '../shell/mayChange.ts'
import own from './Catalog.module.css'
import { FirstStepsDocument } from './catalog.ts'
import { catalogSteps, isSetUp, type Step, type StepName, stepNames, stepsOf } from './steps.ts'
import { texts as table } from './texts.ts'

/** The steps of the catalog, for operators. Nothing is shown once all are done, or rights were issued. */
export function CatalogSteps() {
  const t = useTexts(table).steps
  return <Steps names={catalogSteps} title={t.ofCatalog} means={t.ofCatalogMeans} />
}

/** The steps from an empty server to its first order, for operators. Nothing is shown once that can be issued. */
export function BeginSteps() {
  const t = useTexts(table).steps
  return (
    <Steps names={stepNames} title={t.begin} means={t.beginMeans}>
      <p className={styles.note}>
        {t.orImport}{' '}
        <Link className={styles.link} to="/console/imports">
          {t.imports}
        </Link>
      </p>
    </Steps>
  )
}

function Steps({
  names,
  title,
  means,
  children,
}: {
  names: readonly StepName[]
  title: string
  means: string
  children?: ReactNode
}) {
  const t = useTexts(table).steps
  const mayChange = useMayChange()
  const [{ data }] = useQuery({ query: FirstStepsDocument, pause: !mayChange })
  const all = data ? stepsOf(data) : []
  if (!mayChange || !data || isSetUp(all, names)) {
    return null
  }
  const steps = all.filter(({ name }) => names.includes(name))
  const next = steps.find(({ done }) => !done)
  return (
    <section className={own.steps} aria-labelledby="steps">
      <h2 id="steps">{title}</h2>
      <p>{means}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.name} aria-current={step === next ? 'step' : undefined}>
            <StepLink step={step} />
            <Status
              tone={step.done ? 'good' : step === next ? 'soon' : 'plain'}
              icon={step.done ? CircleCheck : CircleDashed}
            >
              {step.done ? t.done : step === next ? t.next : t.later}
            </Status>
            <span className={styles.second}>{t.means[step.name]}</span>
          </li>
        ))}
      </ol>
      {children}
    </section>
  )
}

/** Where a step is done. */
function StepLink({ step: { name, part } }: { step: Step }) {
  const t = useTexts(table).steps
  const common = { className: styles.link, children: t.names[name] }
  switch (name) {
    case 'line':
    case 'product':
      return <Link {...common} to="/console/catalog" search={{ tab: 'products' }} />
    case 'unit':
      return <Link {...common} to="/console/catalog" search={{ tab: 'units' }} />
    case 'model':
      return <Link {...common} to="/console/catalog" search={{ tab: 'models' }} />
    case 'part':
    case 'price':
      return part ? (
        <Link {...common} to="/console/catalog/$part" params={{ part: part.id }}>
          {t.names[name]}: {part.code}
        </Link>
      ) : (
        <Link {...common} to="/console/catalog" />
      )
    case 'account':
      return <Link {...common} to="/console" />
    default:
      return <Link {...common} to="/console/issue" />
  }
}
