import { Button } from '../kit/Button.tsx'
import { download, forgetDownload, useDownload } from '../kit/download.ts'
import { FormDialog } from '../kit/FormDialog.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { reasonOf, requestOf } from '../kit/reason.ts'
import { useLanguage } from '../language/language.tsx'

/** Says why a file could not be fetched, and lets the viewer try again. */
export function DownloadProblem() {
  const { texts } = useLanguage()
  const asked = useDownload()
  const problem = asked?.problem
  if (!asked || !problem) {
    return null
  }
  const request = requestOf(problem)
  return (
    <FormDialog
      title={texts.frame.noFile}
      below={reasonOf(problem, texts)}
      submit={() => void download(asked.address)}
      close={forgetDownload}
      foot={
        <>
          <Button onClick={forgetDownload}>{texts.change.close}</Button>
          <Button main type="submit">
            {texts.failure.retry}
          </Button>
        </>
      }
    >
      {request !== null && (
        <p>
          {texts.failure.request} <Identifier value={request} />
        </p>
      )}
    </FormDialog>
  )
}
