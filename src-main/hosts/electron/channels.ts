/** The names under which the page's preload and the main process speak. */
export const channels = {
  chooseFolder: 'silhouette:choose-folder',
  chooseFile: 'silhouette:choose-file',
  corePort: 'silhouette:core-port',
  menu: 'silhouette:menu',
  words: 'silhouette:words',
} as const
