/** What to label next, row by row. */
export const queue = {
  title: 'What to label next',
  strikeHow: 'Click a photo to strike it out, with {shift} all after it too',
  nothingLeft: 'Nothing is left to label, or nothing can be said of what is left.',
  learnOrMap: 'Learn, or go on with the map.',
  looking: 'Looking for what would help most…',
  suggestedAll: 'Suggested, the surest first: {percent}.',
  suggestedFromTo: 'Suggested, the surest first: {most} to {least}.',
  perhaps: 'Perhaps {label}',
  notKnown: 'Not known yet',
  labelThem: 'Label {n} {label}',
  nameThem: 'Name {n} photo | Name {n} photos',
  photo: 'Photo {n} of {total}',
  photoStruck: 'Photo {n} of {total}, struck out',
  showOthers: 'Show {n} more photo of the row | Show {n} more photos of the row',
  more: '{n} more',
} as const
