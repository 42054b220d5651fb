import { Button } from '../kit/Button.tsx'
import { download, forgetDownload, useDownload } from '../kit/download.ts'
import { Failure } from '../kit/Failure.tsx'
import { FormDialog } from '../kit/FormDialog.tsx'
import { useLanguage } from '../language/language.tsx'

/** Says why a file could not be fetched. */
export function DownloadProblem() {
  const { texts } = useLanguage()
  const asked = useDownload()
  const problem = asked?.problem
  return (
    <FormDialog
      open={problem !== undefined}
      title={texts.frame.noFile}
      close={forgetDownload}
      foot={<Button onClick={forgetDownload}>{texts.change.close}</Button>}
    >
      {asked && problem && <Failure error={problem} retry={() => void download(asked.address)} />}
    </FormDialog>
  )
}
