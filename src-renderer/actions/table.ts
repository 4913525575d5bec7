import type { Action } from './action'
import { acceptRow } from './accept-row'
import { acceptSuggestions } from './accept-suggestions'
import { changeTheme } from './change-theme'
import { clearFind } from './clear-find'
import { clearLabel } from './clear-label'
import { clearSelection } from './clear-selection'
import { closeLibrary } from './close-library'
import { coarserGroups } from './coarser-groups'
import { comparePhotos } from './compare-photos'
import { duplicates } from './duplicates'
import { exportLibrary } from './export-library'
import { find } from './find'
import { findSimilar } from './find-similar'
import { finerGroups } from './finer-groups'
import { fitAll } from './fit-all'
import { fitSelection } from './fit-selection'
import { fly } from './fly'
import { fullSize } from './full-size'
import { giveLabel } from './give-label'
import { goInViews } from './go-in-views'
import { goToLayer } from './go-to-layer'
import { gridBy } from './grid-by'
import { labelNext } from './label-next'
import { lassoTool } from './lasso-tool'
import { leafPhoto } from './leaf-photo'
import { learn } from './learn'
import { linkMaps } from './link-maps'
import { lookAgain } from './look-again'
import { moveInQueue } from './move-in-queue'
import { movePhoto } from './move-photo'
import { nameSelection } from './name-selection'
import { openFolder } from './open-folder'
import { openPhoto } from './open-photo'
import { otherMap } from './other-map'
import { outliers } from './outliers'
import { panTool } from './pan-tool'
import { quality } from './quality'
import { redo } from './redo'
import { refuseSuggestions } from './refuse-suggestions'
import { retryFailures } from './retry-failures'
import { selectAll } from './select-all'
import { selectFocused } from './select-focused'
import { selectFound } from './select-found'
import { selectOnward } from './select-onward'
import { selectUnlabelled } from './select-unlabelled'
import { showCommands } from './show-commands'
import { showFailures } from './show-failures'
import { showGrid } from './show-grid'
import { showKeys } from './show-keys'
import { showMinimap } from './show-minimap'
import { speak } from './speak'
import { spreadPhotos } from './spread-photos'
import { strikePhoto } from './strike-photo'
import { swapMaps } from './swap-maps'
import { twoMaps } from './two-maps'
import { undo } from './undo'
import { walk } from './walk'
import { zoomIn } from './zoom-in'
import { zoomOut } from './zoom-out'
import { zoomPhoto } from './zoom-photo'

/** Every action, by id. A new one is a file and a line here. */
export const actions = {
  'open-folder': openFolder,
  'close-library': closeLibrary,
  'look-again': lookAgain,
  'retry-failures': retryFailures,
  'show-failures': showFailures,
  'export': exportLibrary,
  'undo': undo,
  'redo': redo,
  'select-all': selectAll,
  'select-unlabelled': selectUnlabelled,
  'select-focused': selectFocused,
  'select-left': selectOnward('left'),
  'select-right': selectOnward('right'),
  'select-up': selectOnward('up'),
  'select-down': selectOnward('down'),
  'clear-selection': clearSelection,
  'label-next': labelNext,
  'accept-row': acceptRow,
  'row-below': moveInQueue('row-below'),
  'row-above': moveInQueue('row-above'),
  'photo-after': moveInQueue('photo-after'),
  'photo-before': moveInQueue('photo-before'),
  'strike-photo': strikePhoto(false),
  'strike-onward': strikePhoto(true),
  'name-selection': nameSelection,
  'give-label-1': giveLabel(1),
  'give-label-2': giveLabel(2),
  'give-label-3': giveLabel(3),
  'give-label-4': giveLabel(4),
  'give-label-5': giveLabel(5),
  'give-label-6': giveLabel(6),
  'give-label-7': giveLabel(7),
  'give-label-8': giveLabel(8),
  'give-label-9': giveLabel(9),
  'clear-label': clearLabel,
  'accept-suggestions': acceptSuggestions,
  'refuse-suggestions': refuseSuggestions,
  'walk-left': walk('left'),
  'walk-right': walk('right'),
  'walk-up': walk('up'),
  'walk-down': walk('down'),
  'open-photo': openPhoto,
  'next-photo': leafPhoto(1),
  'previous-photo': leafPhoto(-1),
  'photo-zoom-in': zoomPhoto('in'),
  'photo-zoom-out': zoomPhoto('out'),
  'photo-full-size': fullSize,
  'photo-left': movePhoto('left'),
  'photo-right': movePhoto('right'),
  'photo-up': movePhoto('up'),
  'photo-down': movePhoto('down'),
  'compare': comparePhotos,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut,
  'fit-all': fitAll,
  'fit-selection': fitSelection,
  'view-back': goInViews('back'),
  'view-forward': goInViews('forward'),
  'minimap': showMinimap,
  'spread-photos': spreadPhotos,
  'two-maps': twoMaps,
  'other-map': otherMap,
  'fly': fly,
  'swap-maps': swapMaps,
  'link-maps': linkMaps,
  'show-grid': showGrid,
  'grid-by': gridBy,
  'pan-tool': panTool,
  'lasso-tool': lassoTool,
  'finer-groups': finerGroups,
  'coarser-groups': coarserGroups,
  'higher-layer': goToLayer('higher'),
  'lower-layer': goToLayer('lower'),
  'change-theme': changeTheme,
  'speak-system': speak('system'),
  'speak-en': speak('en'),
  'speak-de': speak('de'),
  'find': find,
  'select-found': selectFound,
  'clear-find': clearFind,
  'find-similar': findSimilar,
  'quality': quality,
  'duplicates': duplicates,
  'outliers': outliers,
  'learn': learn,
  'commands': showCommands,
  'keys': showKeys,
} as const satisfies Record<string, Action>

export type ActionId = keyof typeof actions
