import type { CoreContext } from '#main/app/core-context'
import type { OnnxJobs } from '#main/app/onnx-jobs'

/** A backbone that is being made ready: others may be open beside it. */
export type OpenedBackbone = Promise<OnnxJobs['openBackbone']['result']>

/** Makes a backbone ready; what fails is told to who waits for it. `model` is the path of its file. */
export function openBackbone(core: CoreContext, wanted: Omit<OnnxJobs['openBackbone']['input'], 'threads'>): OpenedBackbone {
  const opened = core.onnx.call('openBackbone', { ...wanted, threads: core.threads })
  opened.catch(() => {})
  return opened
}

/** Lets a backbone go that nothing is sent through any more. */
export async function releaseBackbone(core: CoreContext, opened: OpenedBackbone): Promise<void> {
  try {
    await core.onnx.call('releaseBackbone', { handle: (await opened).handle })
  }
  catch {
    // It was never open, or its thread is gone, and it with it.
  }
}
