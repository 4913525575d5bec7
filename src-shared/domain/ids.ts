declare const brand: unique symbol

/** A number that stands for one thing only, so that a photo's id is never taken for a label's. */
export type Id<Of extends string> = number & { readonly [brand]: Of }

export type PhotoId = Id<'photo'>
export type LabelId = Id<'label'>
export type SpaceId = Id<'space'>
export type ProjectionId = Id<'projection'>
export type RunId = Id<'run'>
export type ActionId = Id<'action'>
export type TaskId = Id<'task'>
