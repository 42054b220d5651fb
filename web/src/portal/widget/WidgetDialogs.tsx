import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { useDraft } from '../kit/draft.ts'
import { DraftNotice } from '../kit/DraftNotice.tsx'
import { Field } from '../kit/Field.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { texts as own } from './texts.ts'
import {
  AddWidgetOriginDocument,
  RegisterWidgetDocumentDocument,
  RemoveWidgetDocumentDocument,
  RemoveWidgetOriginDocument,
} from './widget.ts'

/** Registers a query that pages of other sites may run. */
export function RegisterDialog({ close }: DialogOfChange) {
  const t = useTexts(own).documents
  const draft = useDraft('widget query', { name: '', text: '' })
  const { name, text } = draft.value
  return (
    <ChangeDialog
      title={t.registerTitle}
      below={t.registerMeans}
      action={t.registerAction}
      about="other"
      document={RegisterWidgetDocumentDocument}
      input={name.trim() === '' || text.trim() === '' ? null : { name: name.trim(), text }}
      fields={['name', 'text']}
      whenDone={() => {
        draft.sent()
        return undefined
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <DocumentFields name={name} text={text} change={(part) => draft.enter((now) => ({ ...now, ...part }))} />
    </ChangeDialog>
  )
}

function DocumentFields({
  name,
  text,
  change,
}: {
  name: string
  text: string
  change: (part: Partial<{ name: string; text: string }>) => void
}) {
  const t = useTexts(own).documents
  return (
    <>
      <Field label={t.name} hint={t.nameHint} errors={useFieldErrors('name')}>
        {(control) => (
          <input
            {...control}
            value={name}
            maxLength={100}
            required
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.query} errors={useFieldErrors('text')}>
        {(control) => (
          <textarea
            {...control}
            value={text}
            rows={8}
            required
            spellCheck={false}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}

/** Removes a query, so that no new token may run it. */
export function RemoveDocumentDialog({
  document,
  close,
}: DialogOfChange & { document: { hash: string; name: string } }) {
  const t = useTexts(own).documents
  return (
    <ChangeDialog
      title={t.removeWhich(document.name)}
      below={t.removeMeans}
      action={t.removeAction}
      about="other"
      document={RemoveWidgetDocumentDocument}
      input={{ hash: document.hash }}
      close={close}
    />
  )
}

/** Allows the pages of a site to use widgets. */
export function AddOriginDialog({ close }: DialogOfChange) {
  const t = useTexts(own).origins
  const draft = useDraft('widget site', { origin: '' })
  const { origin } = draft.value
  return (
    <ChangeDialog
      title={t.addTitle}
      below={t.addMeans}
      action={t.addAction}
      about="other"
      document={AddWidgetOriginDocument}
      input={origin.trim() === '' ? null : { origin: origin.trim() }}
      fields={['origin']}
      whenDone={() => {
        draft.sent()
        return undefined
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <OriginField origin={origin} change={(typed) => draft.enter(() => ({ origin: typed }))} />
    </ChangeDialog>
  )
}

function OriginField({ origin, change }: { origin: string; change: (origin: string) => void }) {
  const t = useTexts(own).origins
  return (
    <Field label={t.origin} hint={t.originHint} errors={useFieldErrors('origin')}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="url"
          value={origin}
          maxLength={300}
          required
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Removes a site, whose pages get no new tokens. */
export function RemoveOriginDialog({ origin, close }: DialogOfChange & { origin: string }) {
  const t = useTexts(own).origins
  return (
    <ChangeDialog
      title={t.removeWhich(origin)}
      below={t.removeMeans}
      action={t.removeAction}
      about="other"
      document={RemoveWidgetOriginDocument}
      input={{ origin }}
      close={close}
    />
  )
}
