import type { Backbone } from '#main/backbones/backbone'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { resnet34 } from '#main/backbones/resnet34'

/** The backbones Silhouette knows by name; the first that is on this machine is what a new library is seen by. */
export const backbones = {
  'resnet34': resnet34,
  'efficientnet-lite0': efficientnetLite0,
} as const satisfies Record<string, Backbone>
