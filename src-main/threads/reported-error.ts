import type { ErrorReport } from '#shared/errors/silhouette-error'
import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A coded error that was thrown in another thread or process, as it arrived here. */
export class ReportedError extends SilhouetteError {
  readonly code: string
  override readonly usage: boolean

  constructor(report: ErrorReport, usage = false) {
    super(report.message, report.data)
    this.code = report.code
    this.usage = usage
  }
}
