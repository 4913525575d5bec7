/** What actions are sorted by in menus and lists. */
export const groups = {
  Library: 'Library',
  Label: 'Label',
  Map: 'Map',
  Photo: 'Photo',
  Find: 'Find',
  Learn: 'Learn',
  Help: 'Help',
} as const
