import type { CoreContext } from '#main/app/core-context'
import type { PhotoMetadata } from '#main/photos/photo-metadata'
import type { PhotoDetails } from '#shared/contract/photos'
import type { LabelId, PhotoId } from '#shared/domain/ids'
import { backboneOf, classNamesOf } from '#main/app/backbone-in-use'
import { libraryOf } from '#main/app/core-context'
import { silhouetteOfPhoto } from '#main/app/measure-quality'
import { photoGiven } from '#main/app/photo-given'
import { isThere } from '#main/app/photo-gone'
import { currentSuggestion } from '#main/app/suggest-labels'
import { labelsOf } from '#main/store/assignments'
import { classScoresOf } from '#main/store/class-scores'

/** All there is to say of one photo. @throws UNKNOWN_PHOTO */
export async function photoDetails(context: CoreContext, id: PhotoId): Promise<PhotoDetails> {
  const library = libraryOf(context)
  const photo = photoGiven(library, id)
  const { path, width, height, bytes, modifiedMs, metadata } = photo
  const { takenAt, camera, lens, latitude, longitude, ...settings } = metadata as PhotoMetadata
  const [label] = labelsOf(library.db, [id])
  const backbone = backboneOf(library)
  const names = await classNamesOf(context, backbone)
  const top = classScoresOf(library.db, id, backbone)
  return {
    id,
    path,
    here: await isThere(context, library, photo),
    width,
    height,
    bytes,
    modifiedAt: modifiedMs,
    takenAt: takenAt ?? null,
    camera: camera ?? null,
    lens: lens ?? null,
    exposure: exposureOf(settings),
    place: latitude !== undefined && longitude !== undefined
      ? { latitude, longitude }
      : null,
    label: label ? label as LabelId : null,
    suggestion: currentSuggestion(library, id) ?? null,
    classes: top && names
      ? Array.from(top.classes, (index, i) => ({ name: names[index] ?? String(index), score: top.scores[i] }))
      : [],
    silhouette: label
      ? await silhouetteOfPhoto(context, id)
      : null,
  }
}

/** *1/250 s · f/2.8 · ISO 400 · 35 mm*, of what is known. */
function exposureOf({ exposure, aperture, iso, focalLength }: PhotoMetadata): string | null {
  const parts = [
    exposure && (exposure < 0.4
      ? `1/${Math.round(1 / exposure)} s`
      : `${Number(exposure.toPrecision(2))} s`),
    aperture && `f/${Number(aperture.toPrecision(2))}`,
    iso && `ISO ${iso}`,
    focalLength && `${Math.round(focalLength)} mm`,
  ].filter(part => part !== undefined)
  return parts.length > 0
    ? parts.join(' · ')
    : null
}
