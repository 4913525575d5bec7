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
    return new SimulatedUser(core, new Map(paths.map(({ id, path }) => [id, nameOf(path.split('/').slice(0, -1).join('/'))])))
  }

  /** What the page says of every photo: its label, or else what is suggested. */
  async look(): Promise<{ labelled: number, names: Map<number, string | undefined> }> {
    const [columns, { labels, labelled }] = await Promise.all([this.core.photos.columns(), this.core.labels.list()])
    const [ids, own, suggested] = await Promise.all([uint32Of(columns.ids), uint32Of(columns.labels), uint32Of(columns.suggestions)])
    const names = new Map<number, string>(labels.map(({ id, name }) => [id, name]))
    return { labelled, names: new Map(Array.from(ids, (id, i) => [id, names.get(own[i] || suggested[i])])) }
  }

  /** One act: gives photos one name. */
  async label(photos: Uint32Array, name: string): Promise<void> {
    await this.core.labels.assign({ photos: blobOf(photos), label: { name } })
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
  async score(): Promise<{ labelled: number, accuracy: number }> {
    const { labelled, names } = await this.look()
    let right = 0
    for (const [photo, name] of names)
      right += name === this.truth.get(photo) ? 1 : 0
    return { labelled, accuracy: right / names.size }
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
