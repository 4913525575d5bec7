/** The search beside the map. */
export const find = {
  fewer: 'Fewer',
  more: '{n} more',
  title: 'Find photos',
  placeholder: 'File, place, label…',
  words: 'Words to look for',
  found: '{n} of {photos}',
  unreadableFiles: '{n} unreadable file… | {n} unreadable files…',
  missingFiles: '{n} file no longer there… | {n} files no longer there…',
  hideOthers: 'Hide others',
  selectThem: 'Select them',
  showAll: 'Show all',
} as const
