import type { Core } from '#shared/contract/contract'
import type { PhotoId } from '#shared/domain/ids'
import { blobOf, uint32Of } from '#shared/contract/blobs'

/**
 * A user who knows what every photo is, by the folder it lies in, and works through the calls of the page alone. Its
 * acts are counted as the library counts them.
 */
export class SimulatedUser {
  readonly core: Core
  readonly truth: ReadonlyMap<number, string>

  constructor(core: Core, truth: ReadonlyMap<number, string>) {
    this.core = core
    this.truth = truth
  }

  static async meet(core: Core): Promise<SimulatedUser> {
    const paths = await core.photos.paths()
    return new SimulatedUser(core, new Map(paths.map(({ id, path }) => [id, path.split('/').slice(0, -1).join('/')])))
  }

  /** What most of some photos are, and the share of them that are. */
  lookAt(photos: Iterable<number>): { name: string, share: number } {
    const counts = new Map<string, number>()
    let all = 0
    for (const photo of photos) {
      const name = this.truth.get(photo)!
      counts.set(name, (counts.get(name) ?? 0) + 1)
      all++
    }
    const [name, most] = [...counts].sort((a, b) => b[1] - a[1])[0]
    return { name, share: most / all }
  }

  /** One act: gives photos one name. */
  async label(photos: Uint32Array, name: string): Promise<void> {
    await this.core.labels.assign({ photos: blobOf(photos), label: { name: nameOf(name) } })
    await this.core.suggestions.refresh()
  }

  /** One act: says what one photo is. */
  async correct(photo: number): Promise<void> {
    await this.label(Uint32Array.of(photo), this.truth.get(photo)!)
  }

  /** Presses Learn, where that can be done, and waits. No act: it says nothing new. */
  async learn(seed: number): Promise<boolean> {
    try {
      const { id } = await this.core.learning.learn({ seed })
      const { result } = await this.core.tasks.ended({ task: id })
      await this.core.suggestions.refresh()
      return result?.kept === true
    }
    catch {
      return false
    }
  }

  /** The share of all photos whose label, or else suggestion, is true; and how many are labelled. */
  async score(): Promise<{ actions: number, labelled: number, accuracy: number }> {
    const [columns, { labels, actions, labelled }] = await Promise.all([this.core.photos.columns(), this.core.labels.list()])
    const names = new Map<number, string>(labels.map(({ id, name }) => [id, name]))
    const [ids, own, suggested] = await Promise.all([uint32Of(columns.ids), uint32Of(columns.labels), uint32Of(columns.suggestions)])
    const right = ids.reduce((sum, id, i) => sum + (names.get(own[i] || suggested[i]) === nameOf(this.truth.get(id)!) ? 1 : 0), 0)
    return { actions, labelled, accuracy: right / ids.length }
  }

  /** Photos without a label, with the label suggested to each (0 for none) and how sure it is. */
  async unlabelled(): Promise<{ photo: PhotoId, suggestion: number, confidence: number }[]> {
    const columns = await this.core.photos.columns()
    const [ids, own, suggested] = await Promise.all([uint32Of(columns.ids), uint32Of(columns.labels), uint32Of(columns.suggestions)])
    const confidences = new Float32Array(await columns.confidences.arrayBuffer())
    return Array.from(ids.keys())
      .filter(i => own[i] === 0)
      .map(i => ({ photo: ids[i] as PhotoId, suggestion: suggested[i], confidence: confidences[i] }))
  }
}

/** Labels are one line and not empty, whatever the folder is called. */
function nameOf(folder: string): string {
  return folder.replaceAll(/\s+/g, ' ').trim() || 'top folder'
}
